"""Whatever a file holds, reading it ends in a workspace or in a ``WorkspaceError``."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from briefing.problems import Problem, WorkspaceError
from briefing.workspace import load_workspace, yaml_tree
from tests.workspaces import FILES, PATHS, write_workspace

WORDS = [
    *("[", "]", "{", "}", ":", ": ", "- ", '"', "'", "&a ", "*a", "!x ", "|\n", "\t", "\n", "\r"),
    *("#", ",", ";", "%", "@", "?", "0", "-1", "1e999", "9" * 400, "null", "~", "true", "no"),
    *("24@2025-07-01", "24@", "9999-12-31", "\u2028", "\u0301", "đ", '"\\ud800"', "\x1b[2J"),
]
PIECES = [
    *(word.encode("utf-8") for word in WORDS),
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
]


def spoil(text: bytes, chance: random.Random) -> bytes:
    """``text`` after a few random cuts, copies and insertions."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text) + 1)
        until = min(len(text), at + chance.randint(0, 30))
        kind = chance.randrange(4)
        if kind == 0:
            text = text[:at] + text[until:]
        elif kind == 1:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        elif kind == 2:
            text = text[:at] + text[at:until] + text[at:]
        else:
            text = text[:at] + chance.randbytes(chance.randint(1, 4)) + text[until:]
    return text


def outcome(root: Path) -> str:
    """``fine``, or ``told`` when every problem can be shown."""
    try:
        load_workspace(root)
    except WorkspaceError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.line_text().isprintable()
            problem.line_text().encode("utf-8")
        return "told"
    return "fine"


@pytest.mark.parametrize("stem", [stem for stem in PATHS if stem != "config"])
def test_a_spoilt_file_is_told_and_never_crashes(stem: str, tmp_path: Path) -> None:
    chance = random.Random(stem)
    write_workspace(tmp_path)
    original = FILES[PATHS[stem]].encode("utf-8")
    outcomes = set()
    for _ in range(30):
        (tmp_path / PATHS[stem]).write_bytes(spoil(original, chance))
        outcomes.add(outcome(tmp_path))
    assert "told" in outcomes


@pytest.mark.parametrize("stem", ["plan", "figures"])
def test_noise_is_told(stem: str, tmp_path: Path) -> None:
    chance = random.Random(stem)
    write_workspace(tmp_path)
    for size in (0, 1, 7, 300, 5000):
        (tmp_path / PATHS[stem]).write_bytes(chance.randbytes(size))
        assert outcome(tmp_path) == "told"


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "{a: ", "[["])
def test_fifty_thousand_brackets_are_told(opening: str, tmp_path: Path) -> None:
    write_workspace(tmp_path, plan="plan: " + opening * 50_000)
    assert outcome(tmp_path) == "told"


def test_a_yaml_without_the_c_library_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_workspace(tmp_path)
    with_c = load_workspace(tmp_path)
    monkeypatch.setattr(yaml_tree, "_Loader", yaml.SafeLoader)
    assert load_workspace(tmp_path) == with_c


@pytest.mark.parametrize(
    "text",
    ["a: b: c\n", 'a: "x\n', "a: [1\n", "a: \x1b\n", "[" * 50_000],
    ids=["two colons", "a quote", "a bracket", "a control character", "brackets"],
)
def test_a_yaml_without_the_c_library_is_told_the_same(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for loader in (yaml_tree._Loader, yaml.SafeLoader):
        monkeypatch.setattr(yaml_tree, "_Loader", loader)
        problems: list[Problem] = []
        assert yaml_tree.parse("x.yaml", text, problems) is None
        told.append(problems)
    assert told[0] == told[1]


def test_thousands_of_mistakes_are_told_in_seconds(tmp_path: Path) -> None:
    """Neither the place of a cell nor the search for a near name may grow with the file."""
    head, row = FILES[PATHS["figures"]].splitlines()[:2]
    rows = [row.replace("nb-hstt-2022,37", f"so-{number},99") for number in range(3000)]
    write_workspace(tmp_path, figures="\n".join([head, *rows, ""]))
    with pytest.raises(WorkspaceError) as told:
        load_workspace(tmp_path)
    assert len(told.value.problems) >= 3000
