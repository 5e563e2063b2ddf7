"""Units scored on one framework side by side: places only among those scored in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import hypothesis
from hypothesis import settings
from hypothesis import strategies as st

from briefing.domain.editions import Period
from briefing.domain.frameworks import Assessment, Framework
from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.scored_units import ScoredUnits, scored_units
from briefing.domain.scores import Basis, Side
from briefing.domain.scoring import sheet
from briefing.domain.tallies import Tallies
from tests.unit.own_set import HALF, POINTS, YEAR_BEFORE, given, own_set, scored


def ward(code: str) -> Unit:
    """A ward of that code and name."""
    return Unit(
        key=UnitKey(code),
        name=code,
        full_name=code,
        name_en=code,
        full_name_en=code,
        slug=code,
        kind=UnitKind.COMMUNE,
        parent=None,
    )


def full(points: float) -> list[Assessment]:
    """All of the set scored and appraised: this much of 40 on part 5, all of part 4."""
    return [scored("4", 60, 60), scored("5", points, points)]


def found(**rows: Sequence[Assessment]) -> ScoredUnits:
    """What wards got, by their names."""
    return scored_units(own_set(), [(ward(code), given(each)) for code, each in rows.items()])


def places(told: ScoredUnits) -> list[tuple[str, int | None]]:
    """Each ward with its place, in order."""
    return [(each.unit.name, each.rank) for each in told.units]


def test_two_share_a_place_and_the_next_is_skipped() -> None:
    told = found(d=full(10), b=full(30), a=full(20), c=full(30))
    assert places(told) == [("b", 1), ("c", 1), ("a", 3), ("d", 4)]
    assert [each.tied for each in told.units] == [True, True, False, False]
    assert told.ranked == 4


def test_a_unit_that_is_not_scored_in_full_has_no_place_however_good_its_share() -> None:
    """Two more parts without points, and all points of the rest: that is no first place."""
    told = found(a=full(20), b=full(30), c=[scored("4", 60, 60)], d=[scored("4.1", 20, 20)])
    assert places(told) == [("b", 1), ("a", 2), ("c", None), ("d", None)]
    assert [each.got for each in told.units[2:]] == [Side(60, 60, 100), Side(20, 20, 100)]
    assert [each.missing for each in told.units] == [0, 0, 1, 2]
    assert told.ranked == 2


def test_one_unit_alone_has_no_place() -> None:
    assert places(found(a=full(20), b=[scored("4", 60)])) == [("a", None), ("b", None)]


def test_nobody_has_a_place_while_some_units_are_not_known() -> None:
    pairs = [(ward("a"), given(full(20))), (ward("b"), given(full(30)))]
    told = scored_units(own_set(), pairs, all_known=False)
    assert (places(told), told.ranked) == ([("a", None), ("b", None)], 0)


def test_units_of_another_period_stand_apart() -> None:
    before = [scored("4", 60, period=YEAR_BEFORE), scored("5", 40, period=YEAR_BEFORE)]
    told = found(a=full(20), b=full(30), c=before)
    assert (told.start, told.end) == HALF
    assert places(told) == [("b", 1), ("a", 2)]
    assert [(unit.name, end) for unit, end in told.elsewhen] == [("c", YEAR_BEFORE[1])]


def test_of_a_period_asked_for_only_its_own_points_count() -> None:
    both = [*full(30), scored("4", 12, period=YEAR_BEFORE)]
    pairs = [(ward("a"), given(both)), (ward("b"), given(full(1)))]
    told = scored_units(own_set(), pairs, Period(*YEAR_BEFORE))
    assert [(each.unit.name, each.got.points) for each in told.units] == [("a", 12)]
    assert [unit.name for unit, _ in told.elsewhen] == ["b"]


def test_it_is_said_whose_points_count() -> None:
    told = found(a=[scored("4", 60), scored("5", 20)], b=full(30))
    assert [(each.unit.name, each.basis) for each in told.units] == [
        ("b", Basis.APPRAISED),
        ("a", Basis.SELF),
    ]


def test_without_scores_there_is_no_period() -> None:
    assert scored_units(own_set(), []) == ScoredUnits()
    assert ScoredUnits().of(ward("a")) is None


SHARES = st.one_of(st.none(), st.floats(0, 1))
SETS = (
    own_set(),
    own_set({"4.22": 45, "4.22.10": 30}),
    own_set({"5.1": None}, complete=False),
    own_set({"5.1": 0, "5": 25, "4.22": None}, total=85),
)


@settings(max_examples=200, deadline=None)
@hypothesis.given(
    st.sampled_from(SETS),
    st.dictionaries(st.sampled_from(tuple(POINTS)), st.tuples(SHARES, SHARES, st.booleans())),
)
def test_many_units_are_added_up_as_each_alone_is(
    framework: Framework, shares: dict[str, tuple[float | None, float | None, bool]]
) -> None:
    """The numbers of the list are those of each unit's own page, whatever is scored."""
    rows = []
    for code, (own, appraised, later) in shares.items():
        most = POINTS[code] or 0
        points = [None if one is None else round(one * most, 2) for one in (own, appraised)]
        rows.append(scored(code, *points))
        if later:
            rows.append(scored(code, None, most, on=date(2026, 9, 1)))
    alone = sheet(framework, rows)
    tally = Tallies(framework).of(given(rows))
    assert tally.got == alone.got
    assert (tally.basis, tally.missing) == (alone.basis, len(alone.result.missing))
