"""A terminal briefing of a province's digital-transformation figures (chuyển đổi số)."""

__version__ = "0.1.0"
