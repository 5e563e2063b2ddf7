"""Opening the app reads the database without the libraries that write it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("sqlite_utils", "yaml", "pydantic", "textual", "rich", "click", "babel")


def loaded_by(module: str) -> set[str]:
    """The heavy packages that importing ``module`` in a fresh interpreter brings along."""
    script = f"import sys, {module}; print(*(n for n in {HEAVY!r} if n in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["briefing.store", "briefing.store.reading"])
def test_the_reading_side_is_light(module: str) -> None:
    assert loaded_by(module) == set()


def test_the_writing_side_brings_sqlite_utils_only() -> None:
    assert "sqlite_utils" in loaded_by("briefing.store.writing")
    assert not loaded_by("briefing.store.writing") & {"yaml", "pydantic", "textual", "rich"}
