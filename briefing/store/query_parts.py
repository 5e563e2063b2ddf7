"""What several queries say in the same words."""

from __future__ import annotations

UNREVISED = """NOT EXISTS (
    SELECT 1 FROM observation AS r WHERE r.revises = {0}.key AND r.published_on <= :known_on)"""
"""The figure of this name that nothing replaced by ``:known_on``."""
