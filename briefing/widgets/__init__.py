"""What screens are made of. Widgets know lines and links, never the store."""
