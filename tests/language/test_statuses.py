"""One table of statuses: each is glyph, word and role, and can be told apart by any of them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from briefing.display import Glyphs
from briefing.domain.model import SystemState
from briefing.domain.plans import Light
from briefing.domain.standing import AgendaKind, Carried, TargetStatus, TaskStatus
from briefing.glyphs import drawn
from briefing.language import Translator
from briefing.statuses import (
    AGENDA,
    CARRIED,
    LIGHTS,
    SYSTEMS,
    TARGETS,
    TASKS,
    Mark,
    Role,
    Status,
    head,
    label,
    mark,
    severity,
    word,
)

Table = list[tuple[Status, Mark]]

TABLES: list[Table] = [
    list(TARGETS.items()),
    list(TASKS.items()),
    list(AGENDA.items()),
    list(LIGHTS.items()),
    list(CARRIED.items()),
    list(SYSTEMS.items()),
]


def test_every_status_has_its_place() -> None:
    assert set(TARGETS) == set(TargetStatus)
    assert set(TASKS) == set(TaskStatus)
    assert set(AGENDA) == set(AgendaKind)
    assert set(LIGHTS) == set(Light)
    assert set(CARRIED) == set(Carried)
    assert set(SYSTEMS) == set(SystemState)


@pytest.mark.parametrize("table", TABLES)
def test_a_glyph_fills_one_cell(table: Table) -> None:
    assert {cell_len(shown.glyph) for _, shown in table} == {1}


@pytest.mark.parametrize("glyphs", Glyphs)
@pytest.mark.parametrize("table", TABLES)
def test_one_glyph_never_stands_for_two_roles(table: Table, glyphs: Glyphs) -> None:
    roles: dict[str, set[Role]] = {}
    for _, shown in table:
        roles.setdefault(drawn(shown.glyph, glyphs), set()).add(shown.role)
    assert [glyph for glyph, meant in roles.items() if len(meant) > 1] == []


@pytest.mark.parametrize("glyphs", Glyphs)
def test_the_statuses_of_targets_have_nine_different_glyphs(glyphs: Glyphs) -> None:
    assert len({drawn(shown.glyph, glyphs) for shown in TARGETS.values()}) == 9


@pytest.mark.parametrize("table", TABLES)
def test_words_tell_statuses_apart_in_both_languages(
    table: Table, vi: Translator, en: Translator
) -> None:
    for tr in (vi, en):
        assert len({word(status, tr) for status, _ in table}) == len(table)
        assert all(len(head(status, tr)) <= 12 for status, _ in table)


def test_a_status_is_said_with_its_glyph(vi: Translator, en: Translator) -> None:
    assert label(TargetStatus.ON_TRACK, vi) == "● đúng tiến độ"
    assert label(TargetStatus.ON_TRACK, en) == "● on track"
    assert label(TaskStatus.OVERDUE, vi) == "▲ quá hạn"
    assert label(AgendaKind.MISSED, vi) == "✘ không đạt"
    assert label(Light.AMBER, vi) == "◆ đèn vàng"


def test_equal_names_of_different_kinds_keep_their_own_marks() -> None:
    # Enum members of text compare equal across kinds: "awaiting" is no key on its own.
    assert mark(TargetStatus.MISSED) is mark(AgendaKind.MISSED)
    assert mark(TaskStatus.DUE_SOON).word == "sắp đến hạn"
    assert severity(AgendaKind.DUE_SOON) == 3
    assert severity(TaskStatus.DUE_SOON) == 1


def test_the_worst_comes_first() -> None:
    assert sorted(TargetStatus, key=severity)[:3] == [
        TargetStatus.MISSED,
        TargetStatus.OFF_TRACK,
        TargetStatus.AT_RISK,
    ]
    assert min(TaskStatus, key=severity) is TaskStatus.OVERDUE
    assert max(TaskStatus, key=severity) is TaskStatus.CANCELLED
    assert severity(Light.RED) == 0
