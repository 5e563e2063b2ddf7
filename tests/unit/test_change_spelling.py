"""What a person assumes, as it is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.assumed_indexes import Change
from briefing.domain.change_faults import ChangeError, ChangeFault
from briefing.domain.change_spelling import assigns, read_change, read_changes, read_part
from tests.unit.index_facts import FRAMEWORK

NAMED = replace(
    FRAMEWORK,
    parts=tuple(
        replace(
            part,
            name={"the_che_so": "Thể chế số", "nhan_luc_so": "Nhân lực số"}.get(part.id, part.id),
            name_en={"the_che_so": "Digital institutions"}.get(part.id, part.id),
        )
        for part in FRAMEWORK.parts
    ),
)


def fault(text: str) -> ChangeFault:
    """Why an assignment is refused."""
    with pytest.raises(ChangeError) as refused:
        read_changes(NAMED, [text])
    return refused.value.fault


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("0.90", Change(0.9)),
        ("0,90", Change(0.9)),
        (" 0,7500 ", Change(0.75)),
        (",5", Change(0.5)),
        ("1", Change(1.0)),
        ("0", Change(0.0)),
        ("90%", Change(0.9)),
        ("69,83%", Change(0.6983)),
        ("+0,05", Change(0.05, relative=True)),
        ("+ 0.05", Change(0.05, relative=True)),
        ("-0,05", Change(-0.05, relative=True)),
        ("\N{MINUS SIGN}0,05", Change(-0.05, relative=True)),
    ],
)
def test_a_value_is_read_with_either_decimal_mark(text: str, change: Change) -> None:
    assert read_change(text) == change


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", ChangeFault.NO_NUMBER),
        ("cao", ChangeFault.NO_NUMBER),
        ("0,7.5", ChangeFault.NO_NUMBER),
        ("nan", ChangeFault.NO_NUMBER),
        ("1e-3", ChangeFault.NO_NUMBER),
        ("0." + "1" * 40, ChangeFault.NO_NUMBER),
        ("90", ChangeFault.OUT_OF_RANGE),
        ("101%", ChangeFault.OUT_OF_RANGE),
        ("+1,5", ChangeFault.OUT_OF_RANGE),
        ("+5%", ChangeFault.PERCENT_RAISE),
    ],
)
def test_what_is_no_index_value_is_refused_with_its_reason(text: str, why: ChangeFault) -> None:
    with pytest.raises(ChangeError) as refused:
        read_change(text)
    assert refused.value.fault is why


@pytest.mark.parametrize(
    "text",
    [
        "the_che_so",
        "2",
        "Thể chế số",
        "the che so",
        "THE-CHE-SO",
        "thể chế",
        "digital institutions",
    ],
)
def test_an_index_is_named_by_id_code_or_name_without_diacritics(text: str) -> None:
    assert read_part(NAMED, text).id == "the_che_so"


def test_the_beginning_of_several_names_is_ambiguous() -> None:
    with pytest.raises(ChangeError) as refused:
        read_part(NAMED, "nhan")
    assert refused.value.fault is ChangeFault.AMBIGUOUS_INDEX
    assert [part.id for part in refused.value.near] == ["nhan_thuc_so", "nhan_luc_so"]


def test_an_unknown_index_is_told_with_the_nearest() -> None:
    with pytest.raises(ChangeError) as refused:
        read_part(NAMED, "the_che_xo")
    assert refused.value.fault is ChangeFault.UNKNOWN_INDEX
    assert refused.value.near[0].id == "the_che_so"
    with pytest.raises(ChangeError) as refused:
        read_part(NAMED, "zzzz")
    assert len(refused.value.near) == 8


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("the_che_so=0.90", Change(0.9)),
        ("Thể chế số = 0,90", Change(0.9)),
        ("the_che_so=+0,05", Change(0.05, relative=True)),
        ("the_che_so+=0,05", Change(0.05, relative=True)),
        ("the_che_so+0,05", Change(0.05, relative=True)),
        ("2=90%", Change(0.9)),
    ],
)
def test_an_assignment_has_an_index_and_a_value(text: str, change: Change) -> None:
    assert assigns(text)
    assert read_changes(NAMED, [text]) == {"the_che_so": change}


def test_an_assignment_that_says_half_or_twice_is_refused() -> None:
    assert fault("the_che_so") is ChangeFault.NO_VALUE
    assert fault("=0,9") is ChangeFault.NO_VALUE
    assert fault("the_che_so=") is ChangeFault.NO_NUMBER
    assert fault("do_thi_thong_minh=1") is ChangeFault.NO_POINTS
    with pytest.raises(ChangeError) as refused:
        read_changes(NAMED, ["the_che_so=0,9", "2=0,8"])
    assert refused.value.fault is ChangeFault.TWICE


def test_a_unit_is_no_assignment() -> None:
    assert not any(map(assigns, ("92", "Cần Thơ", "can-tho", "92@2025-07-01")))


@given(st.text(max_size=40))
def test_any_text_is_a_change_or_a_declared_error(text: str) -> None:
    try:
        changes = read_changes(NAMED, [text])
    except ChangeError as error:
        assert error.text is not None
    else:
        assert all(-1 <= change.amount <= 1 for change in changes.values())
