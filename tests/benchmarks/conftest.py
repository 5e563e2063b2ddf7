"""A small generated workspace: everything that the big ones have, in twenty thousand figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.generate import generated
from benchmarks.generated_folder import Shape

SMALL = Shape(communes=37, indicators=20, periods=10)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its root; not to be changed."""
    return generated("small", SMALL, tmp_path_factory.mktemp("bench"), lambda step: None)
