"""The same readers led by coverage, where atheris can be installed: ``make fuzz-guided``.

libFuzzer keeps what reaches new lines of ``briefing`` and spoils that further, with our mutations
and its own. It ends at the first failing case, which it writes down.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SEEDS = 40
"""Cases of ours that it begins with."""
LONGEST = 20_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzzes one reader; does not return before ``--runs`` cases or the first failure."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.guided", description=__doc__)
    parser.add_argument("reader", help="a kind of data file, as the table of make fuzz calls it")
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["briefing"]):
        from tests.fuzz.mutations import spoil
        from tests.fuzz.readers import DATA_FILES
        from tests.fuzz.run import TARGETS, case_of
    if given.reader not in (*DATA_FILES, "config.yaml"):
        parser.error(f"one of: {', '.join(DATA_FILES)}, config.yaml")
    with tempfile.TemporaryDirectory() as folder:
        target = TARGETS[given.reader](Path(folder, "workspace"))
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for number in range(SEEDS):
            (corpus / str(number)).write_bytes(case_of(target, given.seed, number)[:LONGEST])

        def mutated(case: bytes, most: int, seed: int) -> bytes:
            if seed % 2:
                return bytes(atheris.Mutate(case, most))
            return spoil(case, given.reader, random.Random(seed))[:most]

        options = [f"-runs={given.runs}", f"-seed={given.seed}", f"-max_len={LONGEST}"]
        atheris.Setup(
            [sys.argv[0], *options, "-print_final_stats=1", str(corpus)],
            lambda case: target.take(case) and None,
            custom_mutator=mutated,
        )
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
