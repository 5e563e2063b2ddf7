"""A framework is named by the year it was issued in, and never like the value of a year."""

from __future__ import annotations

import pytest

from briefing.domain.value import replaced
from briefing.language import Translator
from briefing.wording import framework_name
from briefing.workspace import load_workspace
from tests.screens.app_factory import ROOT
from tests.unit.index_facts import FRAMEWORK


def test_a_framework_is_told_apart_from_the_value_of_a_year(vi: Translator, en: Translator) -> None:
    assert framework_name(FRAMEWORK, vi) == "bộ chỉ số 2022"
    assert framework_name(FRAMEWORK, vi, first=True) == "Bộ chỉ số 2022"
    assert framework_name(FRAMEWORK, en) == "framework 2022"
    assert framework_name(FRAMEWORK, en, first=True) == "2022 framework"


def test_one_without_a_short_name_has_its_whole_name(vi: Translator) -> None:
    named = replaced(FRAMEWORK, short="", short_en="")
    assert framework_name(named, vi, first=True) == "Bộ chỉ số chuyển đổi số cấp tỉnh năm 2022"
    assert framework_name(replaced(named, name=""), vi) == "dti-2022"


def test_no_shipped_framework_is_called_like_an_indicator(vi: Translator) -> None:
    workspace = load_workspace(ROOT)
    values = {one.short for one in workspace.indicators} | {
        one.name for one in workspace.indicators
    }
    assert "DTI 2024" in values and len(workspace.frameworks) == 4
    for framework in workspace.frameworks:
        assert framework.short not in values
        assert "DTI" not in framework_name(framework, vi)


@pytest.mark.parametrize(
    "name",
    ["dti-2022", "DTI 2022", "dti_2022", "2022", "Bo chi so chuyen doi so cap tinh nam 2022"],
)
def test_a_framework_is_meant_by_its_id_its_year_or_its_name(name: str) -> None:
    assert FRAMEWORK.is_called(name)


@pytest.mark.parametrize("name", ["", " - ", "dti", "DTI 2024", "2025"])
def test_nothing_else_means_a_framework(name: str) -> None:
    assert not FRAMEWORK.is_called(name)
