"""``check`` never raises, whatever bytes it reads, and tells what it found in plain words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing import check_report
from briefing.checking import Checked, check
from briefing.workspace.lone_file import check_alone
from tests.fuzz.plain import TRANSLATORS, check_plain
from tests.workspace.test_robustness import PIECES
from tests.workspaces import FILES, PATHS, write_workspace

SPELLINGS = [
    *(b"1.470", b"010", b"01", b"12:30", b"69,83", b'"69,83"', b">90", b"> 90", b">=9", b"40 - 50"),
    *(b"!!python/object:x {}", b"&a [*a]", b"<<<<<<< HEAD\n", b"\xef\xbb\xbf", b"\r", b"\r\n"),
    *(
        b"? ",
        b"--- ",
        b"...\n",
        b"%YAML 1.2\n",
        b"{a: 1,5}",
        b"|2-\n",
        b"\xe2\x80\xa8",
        b"\xc2\x85",
    ),
]
COMMAND = re.compile(
    r"::(error|warning) file=[^:,\r\n]+(,line=\d+)?(,col=\d+)?,title=\w+::[^\r\n]+"
)

words = st.sampled_from([*PIECES, *SPELLINGS])


@st.composite
def spoilt(draw: st.DrawFn, stem: str) -> bytes:
    """A file of the small workspace with pieces put in, cut out, or cut off."""
    content = FILES[PATHS[stem]].encode()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        until = min(len(content), at + draw(st.integers(0, 12)))
        content = content[:at] + draw(words | st.binary(max_size=4)) + content[until:]
    return content if draw(st.booleans()) else content[: draw(st.integers(0, len(content)))]


def told_in_full(found: Checked) -> None:
    """Every format can be written, and nothing in it is obeyed by a terminal or by GitHub."""
    for tr in TRANSLATORS:
        check_plain(check_report.as_text(found, tr, width=80, colours=False), many_lines=True)
        for line in check_report.as_github(found, tr).splitlines():
            assert COMMAND.fullmatch(line)
        record = json.loads(check_report.as_json(found, tr))
        assert len(record["findings"]) == found.errors + found.warnings
        assert record["ok"] is (found.errors == 0)


@given(content=st.binary(max_size=300) | st.lists(words, max_size=30).map(b"".join))
@example(content=b"\xef\xbb\xbf\xef\xbb\xbf>!")
@pytest.mark.parametrize("name", ["x.yaml", "x.csv"])
@settings(deadline=None)
def test_any_bytes_alone_end_in_a_list_of_mistakes(name: str, content: bytes) -> None:
    found = check_alone(name, content)
    assert all(problem.path == name for problem in found.problems)
    assert all(problem.line_text().isprintable() for problem in found.problems)


@pytest.mark.parametrize("stem", ["plan", "config", "figures", "indicators"])
def test_any_bytes_in_a_folder_are_told_in_every_format(stem: str, tmp_path: Path) -> None:
    write_workspace(tmp_path)

    @given(spoilt(stem))
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def holds(content: bytes) -> None:
        (tmp_path / PATHS[stem]).write_bytes(content)
        told_in_full(check(tmp_path, [], tmp_path))

    holds()
