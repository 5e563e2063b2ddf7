"""``show`` and its two dates, over a figure that is revised twice; in every format."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.desk import BadKnownDayError, Desk, read_known_on
from briefing.language import Language, translator
from briefing.printing import BY_NAME, FORMATS, rendered
from briefing.settings import Settings
from briefing.show.answers import Question
from briefing.store.reading import Reader
from tests.cli.calling import call
from tests.revised_workspace import (
    EVERYTHING,
    INDICATOR,
    JUDGED,
    SEEN,
    STAGES,
    Seen,
    Stage,
    build_revised_workspace,
    said,
)

TODAY = date(2026, 11, 22)
TR = translator(Language.VI)
NAMES = {
    "indicator": INDICATOR,
    "source": "bao_he",
    "target": "nb-ct-hstt",
    "task": "nb-nv-cong",
    "framework": "bo-thu",
}
JUDGING = ("overview", "pillars", "tasks", "indicator", "target")
REVIEWED = date(2023, 9, 20)
"""When the source of the system and of the difficulty is published."""


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The workspace of revisions, with its database."""
    return build_revised_workspace(tmp_path_factory.mktemp("revised"))


def shown(settings: Settings, screen: str, form: str, as_of: date, known_on: date) -> str:
    """What ``show SCREEN --format FORM`` prints about Ninh Bình."""
    question = Question(unit="37", as_of=as_of, known_on=known_on, name=NAMES.get(screen, ""))
    with Reader(settings.database) as reader:
        return rendered(BY_NAME[screen].answer(Desk(settings, TODAY), reader, question, TR), form)


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def values(found: Any) -> set[Any]:
    """Everything that a JSON value holds, at any depth."""
    if isinstance(found, dict):
        return set().union(*map(values, found.values()))
    if isinstance(found, list):
        return set().union(*map(values, found))
    return {found}


def records(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The records of every section of a JSON answer."""
    lists = [value for value in found.values() if isinstance(value, list)]
    return [one for many in lists for one in many if isinstance(one, dict)]


def figures(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Those that are figures."""
    return [one for one in records(found) if one.get("published_on")]


def states_the_share(screen: str, stage: Stage) -> bool:
    """Whether a screen has the figure of a stage to state; a system is known from its source on."""
    if screen == "systems":
        return stage.known_on >= REVIEWED
    return screen not in ("source", "matrix", "difficulties", "profile", "framework")


def records_the_share(screen: str, stage: Stage) -> bool:
    """Whether the records hold it: those of a chart hold what moved, from a second period on."""
    return states_the_share(screen, stage) and not (screen == "slope" and not stage.change)


def later_values(stage: Stage) -> set[float]:
    """The figures that only a later publication states."""
    return {float(text.replace(",", ".")) for text in stage.later if "," in text}


@pytest.mark.parametrize("screen", BY_NAME)
@pytest.mark.parametrize("form", ["text", "md"])
@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_the_page_says_what_was_known_and_names_both_days(
    stage: Stage, form: str, screen: str, revised: Settings
) -> None:
    text = shown(revised, screen, form, JUDGED, stage.known_on)
    known = f"{stage.known_on:%d/%m/%Y}"
    if screen == "source":
        assert f"số liệu công bố đến {known}" in text
        return
    flat = " ".join(text.split())
    assert f"xem tại ngày 29/09/2023 · số liệu công bố đến {known}" in flat
    assert [word for word in stage.later if word in text] == []
    assert (stage.said.removesuffix("%") in text) is states_the_share(screen, stage)
    if screen in JUDGING:
        assert f"{stage.goal:g}%" in text
    if screen in ("tasks", "indicator"):
        assert stage.task in text


@pytest.mark.parametrize("screen", BY_NAME)
@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_json_holds_what_was_known_and_both_days(
    stage: Stage, screen: str, revised: Settings
) -> None:
    found = json.loads(shown(revised, screen, "json", JUDGED, stage.known_on))
    assert (found["as_of"], found["known_on"]) == ("2023-09-29", stage.known_on.isoformat())
    told = values(found)
    assert told & later_values(stage) == set()
    published = [one["published_on"] for one in figures(found)]
    assert all(day <= stage.known_on.isoformat() for day in published)
    if screen == "overview":
        (mean,) = [one["mean_attainment"] for one in found["pillars"] if one["measured"]]
        assert mean == pytest.approx(min(1, stage.value / stage.goal))
    elif screen != "source":
        assert (stage.value in told) is records_the_share(screen, stage)
    if screen in JUDGING:
        targets = found.get("targets", [])
        judged = [one for one in targets if one["target"] == "nb-ct-hstt"]
        assert [(one["value"], one["goal"], one["status"]) for one in judged] in (
            [],
            [(stage.value, stage.goal, stage.status)],
        )
        assert judged or screen == "overview"
    if screen == "tasks":
        ids = {one["task"] for one in found["tasks"]}
        assert ("nb-nv-to" in ids) is stage.second_plan


@pytest.mark.parametrize("screen", BY_NAME)
@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_csv_says_the_same_as_json_with_both_days_in_every_row(
    stage: Stage, screen: str, revised: Settings
) -> None:
    text = shown(revised, screen, "csv", JUDGED, stage.known_on)
    assert text.startswith("section,as_of,known_on")
    rows = rows_of(text)
    assert {(row["as_of"], row["known_on"]) for row in rows} <= {
        ("2023-09-29", stage.known_on.isoformat())
    }
    told = {cell for row in rows for cell in row.values()}
    assert told & {f"{value:g}" for value in later_values(stage)} == set()
    found = json.loads(shown(revised, screen, "json", JUDGED, stage.known_on))
    assert len(rows) == len(records(found))
    if screen not in ("source", "overview"):
        assert (f"{stage.value:g}" in told) is records_the_share(screen, stage)


@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_a_duty_is_known_with_its_plan(stage: Stage, revised: Settings) -> None:
    found = json.loads(shown(revised, "matrix", "json", JUDGED, stage.known_on))
    duties = [(one["task"], one["done"], one["total"]) for one in found["duties"]]
    assert duties == ([("nb-nv-to", 0, 1)] if stage.second_plan else [])
    assert [one["unit"] for one in found["units"]] == (["376"] if stage.second_plan else [])


@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_systems_and_difficulties_are_known_with_their_source(
    stage: Stage, revised: Settings
) -> None:
    known = stage.known_on >= REVIEWED
    for screen, key, ref in (
        ("systems", "system", "cong-dvc"),
        ("difficulties", "difficulty", "thieu-nhan-luc"),
    ):
        found = json.loads(shown(revised, screen, "json", JUDGED, stage.known_on))
        assert [one[key] for one in found[screen]] == ([ref] if known else []), screen


@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_an_indicators_revisions_are_told_once_they_are_known(
    stage: Stage, revised: Settings
) -> None:
    found = json.loads(shown(revised, "indicator", "json", JUDGED, stage.known_on))
    told = [
        (one["value"], one["revised_value"]) for one in found["revised"] if one["kind"] == "value"
    ]
    assert told == list(stage.replaced)
    for one in found["revised"]:
        assert one["revised_on"] <= stage.known_on.isoformat()
        assert one["revised_source"] in ("bao_thu", "bao_dong")
    replaced = {one["id"]: one["revised_by"] for one in found["revised"]}
    assert {one["id"]: one["revises"] for one in found["values"] if one["revises"]} == {
        new: old for old, new in replaced.items() if new not in replaced and "lan" in new
    }


@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_a_sources_figures_say_what_replaced_them_once_it_is_known(
    stage: Stage, revised: Settings
) -> None:
    found = json.loads(shown(revised, "source", "json", JUDGED, stage.known_on))
    told = {one["id"]: one["revised_value"] for one in found["observations"]}
    if stage.known_on < date(2023, 7, 15):
        assert told == {}
    else:
        known = stage.known_on >= date(2023, 9, 20)
        assert told == {"lan-1": 38.25 if known else None, "tang-1": 5.35 if known else None}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: seen.as_of.isoformat())
def test_with_everything_known_the_day_judged_on_moves_alone(
    seen: Seen, form: str, revised: Settings
) -> None:
    for screen in JUDGING:
        text = shown(revised, screen, form, seen.as_of, EVERYTHING)
        if form in ("text", "md"):
            assert said(seen.value) in text, screen
            assert f"{seen.goal:g}%" in text, screen
            assert f"xem tại ngày {seen.as_of:%d/%m/%Y}" in text, screen
        elif screen in ("pillars", "tasks", "indicator"):
            rows = (
                rows_of(text)
                if form == "csv"
                else [one | {"section": "targets"} for one in json.loads(text)["targets"]]
            )
            (judged,) = [
                row for row in rows if row["section"] == "targets" and row["target"] == "nb-ct-hstt"
            ]
            assert float(judged["value"]) == seen.value
            assert float(judged["goal"]) == seen.goal


def test_a_document_is_told_as_it_stood(revised: Settings) -> None:
    desk = Desk(revised, TODAY)
    for known_on, listed in ((date(2023, 8, 19), 0), (date(2023, 8, 20), 1)):
        question = Question(as_of=JUDGED, known_on=known_on, name="09/QĐ-UBND")
        with Reader(revised.database) as reader:
            answer = BY_NAME["source"].answer(desk, reader, question, TR)
        assert len(answer.sections["targets"]) == listed
        assert answer.context["known_on"] == known_on.isoformat()


def test_an_indicator_is_judged_by_the_same_thresholds_as_the_tasks(revised: Settings) -> None:
    soon = replace(revised, due_soon_working_days=80)
    for screen in ("tasks", "indicator"):
        found = json.loads(shown(soon, screen, "json", JUDGED, JUDGED))
        told = {one["task"]: one["status"] for one in found["tasks"]}
        assert told["nb-nv-cong"] == "due_soon", screen


def test_before_any_figure_show_is_empty_and_says_until_when(revised: Settings) -> None:
    for screen in ("overview", "pillars", "tasks", "compare", "indicator"):
        text = shown(revised, screen, "text", JUDGED, date(2022, 1, 1))
        assert "đến 01/01/2022" in text.casefold().partition("─")[2], screen


@pytest.mark.parametrize("text", ["2023-08-01", "01/08/2023", "1.8.2023", "1-8-2023", " 1/8/2023 "])
def test_the_day_of_publication_is_written_as_any_other(text: str) -> None:
    assert read_known_on(text, TODAY) == date(2023, 8, 1)


@pytest.mark.parametrize("text", ["today", "Today", "hôm nay", "HÔM NAY", "hom nay"])
def test_today_has_a_name_in_both_languages(text: str) -> None:
    assert read_known_on(text, TODAY) == TODAY


@pytest.mark.parametrize("text", ["as-of", "ngày xem", "as of"])
def test_the_day_judged_on_may_be_named(text: str) -> None:
    assert read_known_on(text, TODAY) is None


def test_any_other_word_is_refused() -> None:
    with pytest.raises(BadKnownDayError):
        read_known_on("latest", TODAY)


def test_the_command_line_takes_both_days_and_names_the_forms_of_each(revised: Settings) -> None:
    root = Path(revised.root)
    days = ("--as-of", "29/9/2023", "--known-on", "1/8/2023")
    said_ = call("show", "indicator", INDICATOR, *days, "--format", "json", cwd=root)
    assert json.loads(said_.out)["values"][0]["value"] == 40.75
    printed = call("show", "overview", *days, "--language", "en", cwd=root)
    assert "on 29 Sep 2023 · figures published by 1 Aug 2023" in printed.out
    wrong = call("show", "overview", "--known-on", "latest", cwd=root)
    assert wrong.code == 2
    assert "ngày công bố “latest”" in wrong.err
    for form in ("2023-09-03", "03/09/2023", "3.9.2023", "today", "as-of"):
        assert form in wrong.err
