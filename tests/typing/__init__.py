"""What Vietnamese input methods send to a terminal, and bursts of keys."""
