"""JSON and CSV: valid, the same data in both, and every name told in ``docs/show.md``."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from briefing.domain.standing import TargetStatus
from tests.cli.calling import CODE, call

SCREENS = [
    ("overview",),
    ("overview", "--unit", "49"),
    ("pillars",),
    ("tasks", "--unit", "49"),
    ("compare",),
    ("compare", "92", "--with", "region", "--with", "best", "--indicator", "dti-2022"),
    ("slope", "--unit", "30", "--as-of", "2023-12-31"),
    ("slope", "--unit", "30", "--as-of", "2023-12-31", "--end", "2021"),
    ("map", "--unit", "30", "--as-of", "2023-12-31"),
    ("matrix", "--unit", "37"),
    ("matrix", "--unit", "49"),
    ("systems", "--unit", "49"),
    ("difficulties", "--unit", "24"),
    ("indicator", "ho_so_truc_tuyen"),
    ("target", "hd_dti_2023_hang_12", "--unit", "30"),
    ("task", "qn_thanh_lap_bcd", "--unit", "49"),
    ("framework", "dti-2022", "--unit", "92"),
    ("framework", "dti-2025"),
    ("source", "ninh_binh_2024"),
    ("source", "quang_nam_2022"),
    ("source", "1491/KH-UBND"),
]
DOCUMENTED = set(re.findall(r"`(\w+)`", (CODE / "docs" / "show.md").read_text(encoding="utf-8")))

every_screen = pytest.mark.parametrize("screen", SCREENS, ids=" ".join)


def asked(root: Path, screen: tuple[str, ...], *options: str) -> dict[str, Any]:
    said = call("show", *screen, "--format", "json", *options, cwd=root)
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def sections(found: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {
        name: rows
        for name, rows in found.items()
        if isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
    }


@every_screen
def test_every_name_in_json_is_documented(shipped: Path, screen: tuple[str, ...]) -> None:
    found = asked(shipped, screen)
    names = set(found)
    names |= {name for rows in sections(found).values() for row in rows for name in row}
    assert sorted(names - DOCUMENTED) == []
    assert any(sections(found).values()), "nothing was there to be named"


def test_every_status_of_a_target_is_documented() -> None:
    assert {str(status) for status in TargetStatus} <= DOCUMENTED


@every_screen
def test_csv_has_a_header_and_the_rows_of_json(shipped: Path, screen: tuple[str, ...]) -> None:
    said = call("show", *screen, "--format", "csv", cwd=shipped)
    assert (said.code, said.err) == (0, "")
    header, *rows = csv.reader(io.StringIO(said.out))
    assert header[0] == "section" and len(set(header)) == len(header)
    assert all(len(row) == len(header) for row in rows)
    found = sections(asked(shipped, screen))
    assert [row[0] for row in rows] == [name for name, made in found.items() for _ in made]
    written = [dict(zip(header, row, strict=True)) for row in rows]
    flat = [record for made in found.values() for record in made]
    for row, record in zip(written, flat, strict=True):
        for name, value in record.items():
            if isinstance(value, int | float) and not isinstance(value, bool):
                assert float(row[name]) == value


@every_screen
def test_json_is_the_same_in_either_language(shipped: Path, screen: tuple[str, ...]) -> None:
    assert asked(shipped, screen) == asked(shipped, screen, "--language", "en")


@every_screen
def test_every_markdown_table_is_whole(shipped: Path, screen: tuple[str, ...]) -> None:
    said = call("show", *screen, "--format", "md", cwd=shipped)
    assert said.code == 0 and said.out.startswith("# ")
    widths = [len(re.split(r"(?<!\\)\|", line)) for line in said.out.splitlines()]
    lines = said.out.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("| ---"):
            assert lines[number - 1].startswith("|")
            assert number < 2 or lines[number - 2] == ""
            assert widths[number] == widths[number - 1] >= 3
        elif line.startswith("|") and lines[number - 1].startswith("|"):
            assert widths[number] == widths[number - 1]


@every_screen
@pytest.mark.parametrize("language", ["vi", "en"])
def test_text_keeps_to_its_width(shipped: Path, screen: tuple[str, ...], language: str) -> None:
    said = call("show", *screen, "--language", language, cwd=shipped)
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 100
