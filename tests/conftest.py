"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.language import Language, Translator, translator

KINDS = {"breaking": "alone", "terminal": "terminal"}
"""Tests that crowd, kill or damage a real program, and those that watch one on a terminal."""


@pytest.fixture
def vi() -> Translator:
    """Vietnamese texts."""
    return translator(Language.VI)


@pytest.fixture
def en() -> Translator:
    """English texts."""
    return translator(Language.EN)


FOLDERS = {Path(__file__).parent / name: mark for name, mark in KINDS.items()}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what must not run beside all other tests."""
    for item in items:
        for folder, mark in FOLDERS.items():
            if folder in item.path.parents:
                item.add_marker(mark)
