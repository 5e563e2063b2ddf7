"""Network drives are known by how they are mounted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefing.store.drives import on_network_drive

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks the drive's letter there")

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/x /srv/office nfs4 rw 0 0
//pc/so\\040lieu /srv/so\\040lieu cifs rw 0 0
/dev/sdb1 /srv/office/local ext4 rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/home/lan", False),
        ("/srv/office", True),
        ("/srv/office/stttt/data", True),
        ("/srv/office2", False),
        ("/srv/office/local/data", False),
        ("/srv/so lieu/data", True),
    ],
)
def test_the_nearest_mount_decides(tmp_path: Path, folder: str, network: bool) -> None:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, encoding="utf-8")
    assert on_network_drive(Path(folder), table) is network


def test_without_a_table_of_mounts_a_drive_counts_as_local(tmp_path: Path) -> None:
    assert not on_network_drive(tmp_path, tmp_path / "nothing")
