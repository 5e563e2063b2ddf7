"""The same plain terminal as for whole screens."""

from __future__ import annotations

from tests.screens.conftest import plain_environment as plain_environment
