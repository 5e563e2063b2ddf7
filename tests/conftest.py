"""What every test may ask for."""

from __future__ import annotations

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
