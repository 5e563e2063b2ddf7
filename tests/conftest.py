"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.language import Language, Translator, translator


@pytest.fixture
def vi() -> Translator:
    """Vietnamese texts."""
    return translator(Language.VI)


@pytest.fixture
def en() -> Translator:
    """English texts."""
    return translator(Language.EN)


ALONE = tuple(Path(__file__).parent / name for name in ("breaking", "terminal"))
"""Tests that watch a real program on a terminal, crowd it or kill it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what must not run beside other tests."""
    for item in items:
        if any(folder in item.path.parents for folder in ALONE):
            item.add_marker(pytest.mark.alone)
