"""The kept frame of the last start under fire: damaged bytes are never painted."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from unittest import mock

from briefing import instant
from tests.fuzz.material import PIECES
from tests.fuzz.mutations import ANY
from tests.fuzz.watch import limited

FRAME = "\x1b[HTỉnh Ninh Bình 69,83%".encode()
HERE = (("--unit", "37"), "/", (("TERM", "xterm"),), ("0", "3", 0), (80, 24))
SEEN = ((("config.yaml", 180, 1_700_000_000),), ((7, 4096, 1_700_000_001), None, None))
"""The folder and the database as they were and are."""


class KeptFrame:
    """A file of the cache, spoilt: it is taken as it was written or not at all."""

    name = "kept frame"

    def __init__(self, root: Path):
        self._cache = root / "cache"
        self._whole = instant.pack(HERE, "/folder", (), "/folder/data.db", SEEN, "", FRAME)

    def make(self, chance: random.Random) -> bytes:
        """The whole file now and then, else a spoilt one."""
        content = self._whole
        if chance.random() < 0.1:
            return content
        for _ in range(chance.randint(1, 3)):
            content = chance.choice(ANY)(content, chance)
        return content if chance.random() < 0.9 else chance.choice(PIECES) + content

    def take(self, case: bytes) -> bool:
        """See :class:`tests.fuzz.readers.Target`."""
        environment = {"XDG_CACHE_HOME": os.fspath(self._cache)}
        with (
            mock.patch.object(instant, "situation", return_value=HERE),
            mock.patch.object(instant, "facts", return_value=SEEN),
            mock.patch.dict(os.environ, environment),
        ):
            file = Path(instant.file_for(HERE) or "")
            shutil.rmtree(file.parent, ignore_errors=True)
            file.parent.mkdir(parents=True)
            file.write_bytes(case)
            file.chmod(0o600)
            with limited():
                found = instant.kept(())
        assert found is None or (found == FRAME and case == self._whole)
        return found is not None
