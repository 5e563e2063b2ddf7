"""Changing one value leaves every other byte of its file as it was, however the file is written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import briefing
from briefing.domain.spelling import nfc
from briefing.workspace.editing.spans import AnySpan, ListSpan, MapSpan, ScalarSpan, spans_of
from briefing.workspace.editing.spelling import Word, replaced, spellings
from briefing.workspace.editing.steps import Add, Put, carried_out, tree_of
from briefing.workspace.yaml_tree import Loc
from tests.workspace.editing.plan_texts import TEXTS, plan_texts

PLANS = sorted((Path(briefing.__file__).parents[1] / "data" / "plans").glob("*.yaml"))
SMALL = 6000
"""Characters of a file in which each value is changed on its own; a larger one, all at once."""
NEW = "Thử: “1,5” # x \N{LATIN SMALL LETTER E WITH ACUTE}"

WRITABLE = st.characters(codec="utf-8", exclude_characters="\0")

thorough = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def scalars(span: AnySpan, loc: Loc = ()) -> Iterator[tuple[Loc, ScalarSpan]]:
    """Every scalar that is a value, and the path that leads to it."""
    if isinstance(span, ScalarSpan):
        yield loc, span
    elif isinstance(span, ListSpan):
        for index, item in enumerate(span.items):
            yield from scalars(item, (*loc, index))
    elif isinstance(span, MapSpan):
        for key, entry in span.entries.items():
            yield from scalars(entry, (*loc, key))


def words(text: str) -> object:
    """What a file says to a reader that is not ours, every scalar as text."""
    return yaml.load(text, Loader=yaml.CBaseLoader)


def put(tree: object, loc: Loc, text: str) -> object:
    """``tree`` with ``text`` at ``loc``."""
    if not loc:
        return text
    if isinstance(tree, dict):
        return {**tree, loc[0]: put(tree.get(loc[0]), loc[1:], text)}
    if isinstance(tree, list):
        return [put(item, loc[1:], text) if at == loc[0] else item for at, item in enumerate(tree)]
    raise AssertionError(loc)


def at(tree: object, loc: Loc) -> object:
    """What stands at ``loc``."""
    for step in loc:
        assert isinstance(tree, dict | list)
        tree = tree[step]  # type: ignore[index]
    return tree


def edited(source: str, loc: Loc, new: str) -> str:
    """``source`` with the text ``new`` at ``loc``."""
    return carried_out(
        source,
        [Put(loc, Word(new), lambda found: isinstance(found, str) and found.strip() == nfc(new))],
    )


def bounds(source: str, span: ScalarSpan) -> tuple[int, int]:
    """Where a value begins and ends, the blank lines below a block left out."""
    if span.style in ("|", ">"):
        return span.start, span.start + len(source[span.start : span.end].rstrip(" \r\n"))
    return span.start, span.end


def assert_only_there(source: str, span: ScalarSpan, result: str) -> None:
    """Before the value and behind it, ``result`` is ``source``, to the character."""
    start, end = bounds(source, span)
    assert result[:start] == source[:start]
    assert result.endswith(source[end:])
    assert len(result) >= start + len(source) - end


@thorough
@given(plan_texts(), st.data())
def test_editing_any_scalar_keeps_all_other_bytes(source: str, data: st.DataObject) -> None:
    root = spans_of(source)
    assume(root is not None and tree_of(source) is not None)
    assert root is not None
    loc, span = data.draw(st.sampled_from(list(scalars(root))))
    new = data.draw(st.sampled_from(TEXTS) | st.text(WRITABLE, min_size=1))
    new = nfc(new).strip()
    assume(new)
    result = edited(source, loc, new)
    assert_only_there(source, span, result)
    found = at(words(result), loc)
    assert isinstance(found, str) and nfc(found.strip()) == new
    assert words(result) == put(words(source), loc, found)


@thorough
@given(plan_texts(), st.data())
def test_a_longer_value_keeps_what_stood_there(source: str, data: st.DataObject) -> None:
    root = spans_of(source)
    assume(root is not None and tree_of(source) is not None)
    assert root is not None
    held = [each for each in scalars(root) if each[1].text.strip() and each[1].style]
    assume(held)
    loc, span = data.draw(st.sampled_from(held))
    result = edited(source, loc, span.text.rstrip() + " và thêm, nữa: # ’")
    end = bounds(source, span)[1] - (span.style in ("'", '"'))
    assert result[:end] == source[:end]
    assert_only_there(source, span, result)


@thorough
@given(plan_texts(), st.data())
def test_a_key_that_is_added_changes_no_byte(source: str, data: st.DataObject) -> None:
    root = spans_of(source)
    assume(root is not None and tree_of(source) is not None)
    assert root is not None
    listed = root.entries["targets"] if isinstance(root, MapSpan) else None
    assert isinstance(listed, ListSpan)
    index = data.draw(st.integers(0, len(listed.items) - 1))
    new = data.draw(st.sampled_from(TEXTS))
    loc: Loc = ("targets", index, "source")
    order = ("id", "title", "goal", "goal_op", "due", "level", "lead", "source", "note")
    result = carried_out(source, [Put(loc, Word(new), lambda found: found == nfc(new), order)])
    assert_is_inserted(source, result)
    assert words(result) == put(words(source), loc, new)


@thorough
@given(plan_texts(), st.data())
def test_an_item_that_is_added_changes_no_byte(source: str, data: st.DataObject) -> None:
    root = spans_of(source)
    assume(root is not None and tree_of(source) is not None)
    before = words(source)
    key = data.draw(st.sampled_from(("milestones", "extensions")))
    item = (
        ("on", Word("2024-01-01", machine=True)),
        ("by", Word(data.draw(st.sampled_from(TEXTS)))),
    )
    told = {name: word.text for name, word in item}
    loc: Loc = ("tasks", 0, key)
    meant = Add(loc, item, lambda found: isinstance(found, dict) and list(found) == ["on", "by"])
    result = carried_out(source, [meant])
    assert_is_inserted(source, result)
    entry = at(before, loc[:-1])
    assert isinstance(entry, dict)
    wanted = put(before, loc, "")
    assert words(result) == _with_list(wanted, loc, [*entry.get(key, []), told])


def _with_list(tree: object, loc: Loc, items: list[object]) -> object:
    if not loc:
        return items
    if isinstance(tree, dict):
        return {**tree, loc[0]: _with_list(tree[loc[0]], loc[1:], items)}
    assert isinstance(tree, list)
    return [
        _with_list(item, loc[1:], items) if at == loc[0] else item for at, item in enumerate(tree)
    ]


def assert_is_inserted(source: str, result: str) -> None:
    """``result`` is ``source`` with something put in at one place."""
    start = next(
        (at for at, pair in enumerate(zip(source, result, strict=False)) if pair[0] != pair[1]),
        len(source),
    )
    assert result != source
    assert any(
        result.endswith(source[cut:]) and result.startswith(source[:cut])
        for cut in range(start, -1, -1)
    )


def test_the_shipped_plans_are_there() -> None:
    assert len(PLANS) > 20
    assert any(len(path.read_text("utf-8")) <= SMALL for path in PLANS)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_scalar_of_a_shipped_plan_can_be_changed(path: Path) -> None:
    source = path.read_bytes().decode("utf-8")
    root = spans_of(source)
    assert root is not None
    found = list(scalars(root))
    assert found
    if len(source) > SMALL:
        changed_all_at_once(source, found)
        return
    for loc, span in found:
        result = edited(source, loc, NEW)
        assert_only_there(source, span, result)
        assert at(words(result), loc) == NEW


def changed_all_at_once(source: str, found: list[tuple[Loc, ScalarSpan]]) -> None:
    """Every value replaced by its own spelling, from the last to the first: no other moves."""
    result, wanted = source, words(source)
    for loc, span in reversed(found):
        if span.style in ("|", ">") or span.start == span.end:
            continue
        *_, result = replaced(result, span, Word(NEW))
        wanted = put(wanted, loc, NEW)
    assert words(result) == wanted
    between = [source[one.end : other.start] for (_, one), (_, other) in pairwise(found)]
    rest = result
    for gap in between:
        assert gap in rest
        rest = rest[rest.index(gap) + len(gap) :]


def test_a_text_that_another_reader_takes_for_a_number_gets_quotes() -> None:
    for text in (
        "85",
        "1.470",
        "010",
        "yes",
        "12:30",
        "2023-12-31",
        "1e3",
        "0x1f",
        "null",
        "~",
        "3/5",
    ):
        assert next(spellings(Word(text))) == f'"{text}"'
    for text in ("24@2025-07-01", "Quý II/2025", "≥", "16 huyện"):
        assert next(spellings(Word(text))) == text
