"""Packed units: to whoever looks at them what units one by one would be."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.long_universe import BETWEEN, MOST_MADE, LongUniverse
from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.universe import Some, Universe, listed_once
from tests.unit.facts import unit
from tests.unit.ranked_facts import the_63

TEXT = st.text(st.characters(exclude_characters=BETWEEN), max_size=6)
DAY = st.none() | st.dates(date(1997, 1, 1), date(2026, 1, 1))
KEY = st.builds(UnitKey, st.integers(0, 99999).map("{:05}".format), DAY)
UNIT = st.builds(
    Unit,
    key=KEY,
    **{
        name: TEXT
        for name in (
            "name", "full_name", "name_en", "full_name_en", "slug", "short", "short_en", "region",
            "region_en",
        )
    },
    kind=st.just(UnitKind.COMMUNE),
    parent=st.none() | KEY,
    valid_to=DAY,
    successors=st.lists(KEY, max_size=2).map(tuple),
)  # fmt: skip
NO: st.SearchStrategy[list[int]] = st.just([])
UNITS = st.lists(UNIT, max_size=12, unique_by=lambda unit: unit.key)


def add(found: LongUniverse, one: Unit) -> None:
    texts = (
        one.code, one.name, one.full_name, one.name_en, one.full_name_en, one.slug, one.short,
        one.short_en, one.region, one.region_en,
    )  # fmt: skip
    lengths = len(one.name), len(one.name_en or one.name)
    area = one.parent, one.region
    found.add(
        one.key,
        one.valid_to,
        BETWEEN.join(texts).encode("utf-8", "surrogatepass"),
        lengths,
        area,
        one.successors,
    )


def packed(units: Iterable[Unit]) -> LongUniverse:
    found = LongUniverse(UnitKind.COMMUNE)
    for one in units:
        add(found, one)
    return found


@given(UNITS)
def test_units_come_out_as_they_went_in(units: list[Unit]) -> None:
    found = packed(units)
    assert list(found) == [*map(found.__getitem__, range(len(found)))] == units
    assert (len(found), tuple(found[1:4]), tuple(found[::-1])) == (
        len(units), tuple(units[1:4]), tuple(units[::-1]),
    )  # fmt: skip


@given(UNITS, KEY)
def test_a_unit_is_found_by_its_key(units: list[Unit], other: UnitKey) -> None:
    found, plain = packed(units), Universe(units)
    for key in (*(one.key for one in units), other):
        assert found.find(key) == plain.find(key)


@given(UNITS)
def test_columns_are_those_of_the_units(units: list[Unit]) -> None:
    found, plain = packed(units), Universe(units)
    assert list(found.lengths) == list(plain.lengths)
    assert list(found.lengths_en) == list(plain.lengths_en)
    assert list(found.areas) == list(plain.areas)


def test_units_of_one_hash_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UnitKey, "__hash__", lambda key: 7)
    found = packed(the_63())
    for position, one in enumerate(the_63()):
        assert found.find(one.key) == position
    assert found.find(UnitKey("no such code")) is None


def test_however_many_are_looked_at_few_are_kept() -> None:
    found = LongUniverse(UnitKind.COMMUNE)
    for number in range(3 * MOST_MADE):
        add(found, unit(str(number), name=f"Xã {number}", kind=UnitKind.COMMUNE))
    assert [found[at].name for at in range(len(found))] == [f"Xã {at}" for at in range(len(found))]
    assert len(found._made) <= MOST_MADE
    with pytest.raises(IndexError):
        found[len(found)]


def test_a_unit_with_a_text_too_many_is_refused() -> None:
    with pytest.raises(ValueError, match="not 9 texts"):
        LongUniverse(UnitKind.COMMUNE).add(
            UnitKey("1"), None, BETWEEN.join([""] * 11).encode(), (0, 0), (None, "")
        )


@given(UNITS, st.data())
def test_some_of_them_are_those_at_their_positions(units: list[Unit], data: st.DataObject) -> None:
    positions = data.draw(st.lists(st.sampled_from(range(len(units))), max_size=5) if units else NO)
    found = Some(packed(units), array("i", positions))
    assert list(found) == [units[at] for at in positions]
    assert tuple(found[1:]) == tuple(units[at] for at in positions[1:])


def test_what_knows_its_positions_is_left_as_it_is() -> None:
    found = packed(the_63())
    assert listed_once(found) is found
    assert list(listed_once(the_63())) == list(the_63())
