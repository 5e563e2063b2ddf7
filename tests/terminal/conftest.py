"""Workspaces to open on a terminal."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of POSIX", allow_module_level=True)

from tests.cli.conftest import built, fresh, shipped, small_built

__all__ = ["built", "fresh", "shipped", "small_built"]
