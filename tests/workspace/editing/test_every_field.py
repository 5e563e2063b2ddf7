"""A field can be typed the way its file says it, and a number the way it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.workspace import scalars
from briefing.workspace.editing import edit, files, journal, look
from briefing.workspace.editing.files import Version
from briefing.workspace.editing.finding import MODELS, opened
from briefing.workspace.editing.spans import ListSpan, MapSpan, span_at
from briefing.workspace.editing.steps import tree_of
from briefing.workspace.editing.values import Understood, field_at, number_word, understood
from briefing.workspace.models.plans import TargetEntry
from briefing.workspace.yaml_tree import Loc, find, to_python
from tests.workspace.editing.conftest import PLAN
from tests.workspace.editing.test_every_scalar import PLANS
from tests.workspace.editing.test_every_scalar import scalars as scalars_in

BASES = {"target": "targets", "task": "tasks"}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_what_a_shipped_plan_says_is_understood_when_it_is_typed(path: Path) -> None:
    content = path.read_bytes()
    source = opened(path.name, content, Version("", 0))
    bases: list[tuple[str, Loc]] = [("plan", ("plan",))]
    for kind, name in BASES.items():
        held = span_at(source.spans, (name,))
        if isinstance(held, ListSpan):
            bases += [(kind, (name, index)) for index in range(len(held.items))]
    looked_at = 0
    tree = tree_of(source.text)
    assert tree is not None
    for kind, base in bases:
        entry = span_at(source.spans, base)
        assert isinstance(entry, MapSpan)
        for loc, span in scalars_in(entry):
            typed = "" if not span.style and span.text in ("null", "~") else span.text
            said = understood(field_at(MODELS[kind], "ma", loc), typed)
            node = find(tree, (*base, *loc))
            assert node is not None and said.meant(to_python(node)), (loc, span.text)
            looked_at += 1
    assert looked_at >= len(bases)


BASELINE = field_at(TargetEntry, "ma", ("baseline",))


def said(typed: str) -> Understood:
    return understood(BASELINE, typed)


@given(st.integers(-(10**9), 10**9), st.text("0123456789", min_size=1, max_size=6))
def test_a_printed_decimal_reads_back_as_itself(whole: int, decimals: str) -> None:
    typed = f"{whole},{decimals}"
    word = said(typed).word
    assert BASELINE.reading(scalars.plain(word.text)) == float(f"{whole}.{decimals}")
    grouped = f"{whole:,}".replace(",", ".") + f",{decimals}"
    assert said(grouped).wanted == said(typed).wanted


@given(st.integers(10**6, 10**12))
def test_a_printed_whole_number_is_written_without_its_dots(whole: int) -> None:
    assert said(f"{whole:,}".replace(",", ".")).word.text == str(whole)


def test_a_decimal_that_looks_like_thousands_keeps_its_comma() -> None:
    assert number_word("85,125").text == "85,125"
    assert number_word("85,1250").text == "85.1250"
    assert number_word("0,125").text == "0.125"


def test_what_could_be_undone_is_asked_without_forgetting_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = files.replace
    asked: list[object] = []

    def ask_first(*arguments: object) -> Version:
        asked.append(journal.newest(root))
        return replace(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(files, "replace", ask_first)
    edit(root, "nb-ct-hang", "goal", "10")
    assert asked == [None]
    last = journal.newest(root)
    assert last is not None and last[1].ref == "nb-ct-hang"


def test_an_entry_is_looked_at_as_its_file_says_it(root: Path) -> None:
    looked = look(root, "target:nb-ct-hang")
    assert (looked.kind, looked.ref, looked.path, looked.line) == ("target", "nb-ct-hang", PLAN, 25)
    assert looked.values["goal"] == "12" and looked.values["goal_op"] == "≤"
    assert "milestones" not in look(root, "nb-ct-hstt").values
