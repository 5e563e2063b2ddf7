"""Indicators that are asked for together."""

from __future__ import annotations

import pytest

from briefing.domain.bundles import Bundle, BundleKind, bundles, named
from tests.unit.compared_facts import ALL, FRAMEWORKS, NOW
from tests.unit.facts import pillar

KNOWN = {one.id: one for one in ALL}
INSTITUTIONS = pillar("the_che_so", 1)


def found(*having: str) -> tuple[Bundle, ...]:
    return bundles(FRAMEWORKS, (INSTITUTIONS,), KNOWN, having or KNOWN)


def test_a_framework_gives_its_total_with_the_main_indexes() -> None:
    (bundle,) = [b for b in found() if b.framework == NOW and b.kind is BundleKind.INDEXES]
    assert bundle.indicators == ("dti", "dti_the_che_so")


def test_the_ranks_of_pillars_stand_with_the_pillars() -> None:
    (bundle,) = [b for b in found() if b.kind is BundleKind.PILLARS]
    assert bundle.indicators == ("dti_tru_cot", "dti_tru_cot_hang")


def test_frameworks_stand_newest_first_and_pillars_last() -> None:
    order = [b.framework.id if b.framework else "pillar" for b in found()]
    assert list(dict.fromkeys(order)) == ["dti-2025", "dti-2022", "dti-2020", "pillar"]


def test_what_nobody_has_is_not_offered() -> None:
    assert [b.indicators for b in found("dti_hang", "dti_the_che_so")] == [
        ("dti_the_che_so",),
        ("dti_hang",),
        ("dti_the_che_so",),
    ]
    assert found("khong_co") == ()


@pytest.mark.parametrize("name", ["dti-2022", "DTI 2022", "dti_2022", "Bộ chỉ số dti-2022"])
def test_a_framework_s_indexes_are_meant_by_its_name(name: str) -> None:
    bundle = named(name, found())
    assert bundle is not None
    assert (bundle.framework, bundle.kind) == (NOW, BundleKind.INDEXES)


@pytest.mark.parametrize("name", ["the_che_so", "THE CHE SO", "the-che-so"])
def test_a_foundation_is_meant_by_its_name(name: str) -> None:
    bundle = named(name, found())
    assert bundle is not None and bundle.pillar == INSTITUTIONS


@pytest.mark.parametrize("name", ["", " ", "dti", "khong co"])
def test_nothing_else_means_a_bundle(name: str) -> None:
    assert named(name, found()) is None
