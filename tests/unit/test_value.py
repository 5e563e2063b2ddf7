"""``value`` makes what ``dataclass(frozen=True, slots=True)`` makes, only cheaper to define."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from briefing.domain.value import in_order, replaced, value


@value
class Place:
    """Positional, with a default and a factory."""

    name: str
    rank: int = 0
    parts: list[str] = field(default_factory=list)

    @property
    def shout(self) -> str:
        return self.name.upper()


@value(kw_only=True)
class Keyed:
    name: str = "a"
    rank: int


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    rank: int = 0


def test_it_takes_values_in_order_and_by_name() -> None:
    assert Place("a", 2).rank == 2
    assert Place(name="a", rank=2) == Place("a", 2)
    assert Place("a").parts == []
    assert Place("a").shout == "A"


def test_every_object_gets_its_own_from_a_factory() -> None:
    assert Place("a").parts is not Place("a").parts


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert Keyed(rank=1) == Keyed(name="a", rank=1)
    assert hash(Keyed(rank=1)) == hash(Keyed(rank=1))
    assert Keyed(rank=1) != Keyed(rank=2)
    other: object = Keyed(rank=0)
    assert Place("a") != other
    assert repr(Keyed(rank=1)) == "Keyed(name='a', rank=1)"


def test_nothing_can_be_changed_or_added() -> None:
    place = Place("a")
    with pytest.raises(FrozenInstanceError):
        place.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.rank
    with pytest.raises(FrozenInstanceError):
        place.other = 1  # type: ignore[attr-defined]
    assert not hasattr(place, "__dict__")


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "name"),
        ({"name": "a", "size": 1}, "size"),
    ],
)
def test_a_missing_or_unknown_field_is_named(given: dict[str, Any], named: str) -> None:
    with pytest.raises(TypeError, match=named):
        Place(**given)


def test_a_field_is_not_given_twice_nor_too_many() -> None:
    with pytest.raises(TypeError, match="twice"):
        Place("a", name="b")  # type: ignore[misc]
    with pytest.raises(TypeError, match="3"):
        Place("a", 1, [], 2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="in order"):
        Keyed("a", 1)  # type: ignore[call-arg]


def test_a_default_is_not_followed_by_a_field_without_one() -> None:
    with pytest.raises(TypeError, match="default"):
        made: Any = value
        made(type("Late", (), {"__annotations__": {"a": "int", "b": "int"}, "a": 1}))


def test_one_field_is_replaced_as_dataclasses_would() -> None:
    place = Place("a", 1)
    assert replaced(place, rank=2) == replace(place, rank=2) == Place("a", 2)
    with pytest.raises(TypeError, match="length"):
        replaced(place, length=2)


def test_one_is_made_of_all_its_fields_in_order_even_where_names_are_asked_for() -> None:
    assert in_order(Keyed, "b", 2) == Keyed(name="b", rank=2)
    with pytest.raises(ValueError, match="shorter"):
        in_order(Keyed, "b")


def test_dataclass_tools_work_on_it() -> None:
    kind: Any = Place
    assert is_dataclass(kind)
    assert replace(Place("a", 1), rank=2) == Place("a", 2)
    assert replace(Keyed(rank=1), name="b") == Keyed(name="b", rank=1)
    assert [one.name for one in fields(Plain)] == ["name", "rank"]
    keyed: Any = Keyed
    assert [one.name for one in fields(keyed(rank=1))] == ["name", "rank"]


def test_it_can_be_copied_pickled_and_matched() -> None:
    place = Place("a", 1, ["x"])
    assert copy.copy(place) == place
    assert copy.deepcopy(place) == place
    assert pickle.loads(pickle.dumps(place)) == place
    match place:
        case Place("a", rank):
            assert rank == 1
        case _:
            pytest.fail("no match")
