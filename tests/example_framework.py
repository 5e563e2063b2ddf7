"""The example set of a department's own (``docs/examples/bo-chi-so/``) laid into a workspace."""

from __future__ import annotations

import shutil
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "bo-chi-so"
FRAMEWORKS = "data/catalogue/frameworks"
ASSESSMENTS = "data/assessments"
PHU_LY = "13285"
"""A ward of Ninh Bình that the example scores on all parts but one."""


def lay_example(root: Path) -> Path:
    """Copies the example's files to where its comments say, and adds its source; ``root``."""
    for folder, names in (
        (FRAMEWORKS, ("bo_chi_so_xa.yaml", "bo_chi_so_xa.csv")),
        (ASSESSMENTS, ("cham_diem_2026.csv",)),
    ):
        (root / folder).mkdir(parents=True, exist_ok=True)
        for name in names:
            shutil.copy(EXAMPLE / name, root / folder / name)
    entry = (EXAMPLE / "nguon.yaml").read_text(encoding="utf-8").partition("sources:\n")[2]
    with (root / "data/catalogue/sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(f"\n{entry}")
    return root
