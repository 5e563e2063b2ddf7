"""The headless twin: every screen's page as text, Markdown, CSV or JSON, without a terminal."""
