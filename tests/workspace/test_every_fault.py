"""No mistake without words: each fault is met in a test, and can be told in full."""

from __future__ import annotations

import string
from pathlib import Path
from types import ModuleType

import pytest

from briefing.language import Language, translator
from briefing.problems import Fault
from briefing.workspace.faults import (
    figures,
    framework_notices,
    frameworks,
    meaning,
    notices,
    plans,
    reading,
    values,
)
from tests.workspace.spoiling import Case
from tests.workspace.test_figure_faults import CASES as FIGURES
from tests.workspace.test_framework_faults import CASES as FRAMEWORKS
from tests.workspace.test_framework_faults import WARNED as FRAMEWORK_NOTICES
from tests.workspace.test_meaning_faults import CASES as MEANING
from tests.workspace.test_plan_faults import CASES as PLANS
from tests.workspace.test_reading_faults import CASES as READING
from tests.workspace.test_value_faults import CASES as VALUES
from tests.workspace.test_warnings import CASES as NOTICES

ALONE = {
    "no_folder",
    "no_data_folder",
    "not_a_file",
    "unreadable",
    "bad_file_name",
    "byte_order_mark",
}
"""Faults with tests of their own in ``test_reading_faults``."""

MODULES = (
    reading,
    values,
    meaning,
    plans,
    figures,
    notices,
    frameworks,
    framework_notices,
)
WARNED = (*NOTICES, *FRAMEWORK_NOTICES)


def faults(module: ModuleType) -> dict[str, Fault]:
    """The faults of a module by their codes."""
    found = [value for value in vars(module).values() if isinstance(value, Fault)]
    assert len({fault.code for fault in found}) == len(found)
    return {fault.code: fault for fault in found}


@pytest.mark.parametrize(
    ("module", "cases"),
    [
        (reading, READING),
        (values, VALUES),
        (meaning, MEANING),
        (plans, PLANS),
        (figures, FIGURES),
        (notices, NOTICES),
        (frameworks, FRAMEWORKS),
        (framework_notices, FRAMEWORK_NOTICES),
    ],
)
def test_every_fault_is_met_in_a_case(module: ModuleType, cases: list[Case]) -> None:
    assert set(faults(module)) - {case.code for case in cases} - ALONE == set()


def test_codes_are_told_apart_across_modules() -> None:
    codes = [code for module in MODULES for code in faults(module)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    "case",
    [*READING, *VALUES, *MEANING, *PLANS, *FIGURES, *FRAMEWORKS, *WARNED],
    ids=lambda case: case.code,
)
@pytest.mark.parametrize("language", list(Language))
def test_every_mistake_is_told_in_both_languages(
    case: Case, language: Language, tmp_path: Path
) -> None:
    gettext = translator(language).gettext
    told_of = case.warnings if case in WARNED else case.problems
    for problem in told_of(tmp_path):
        for told in (problem.text(gettext), problem.remedy_text(gettext)):
            assert told.strip()
            assert told.isprintable()
            assert "\ufffd" not in told


def test_a_remedy_needs_no_parameter_that_its_problem_lacks() -> None:
    """Message and remedy are filled from the same parameters."""
    for fault in (fault for module in MODULES for fault in faults(module).values()):
        for template in (fault.message, fault.remedy):
            for _, name, form, conversion in string.Formatter().parse(template):
                assert name is None or (name.isidentifier() and not form and not conversion)
