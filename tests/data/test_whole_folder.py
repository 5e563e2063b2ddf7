"""Ids are unique, references resolve, texts are tidy."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from tests.data import folder

CATALOGUE = ("pillars", "indicators", "sources", "documents", "systems", "difficulties")


def ids(name: str) -> set[str]:
    return {entry["id"] for entry in folder.entries(name)}


@pytest.mark.parametrize("name", CATALOGUE)
def test_each_catalogue_id_is_used_once(name: str) -> None:
    counted = Counter(entry["id"] for entry in folder.entries(name))
    assert [entry for entry, times in counted.items() if times > 1] == []
    assert counted


@pytest.mark.parametrize(
    "found", [folder.observations(), folder.targets(), folder.tasks()], ids=["figures", "t", "w"]
)
def test_each_fact_has_an_id_of_its_own(found: tuple[dict[str, str], ...]) -> None:
    assert len({entry["id"] for entry in found}) == len(found) > 0


def test_every_plan_file_is_named_after_its_plan() -> None:
    named = {path.stem for path in (folder.DATA / "plans").glob("*.yaml")}
    assert named == {plan["plan"]["id"] for plan in folder.plans()}


def test_a_figure_names_a_known_indicator_and_a_paragraph_its_source_has() -> None:
    sources = [entry for entry in folder.entries("sources") if "paragraphs" in entry]
    length: dict[str, int] = {source["id"]: source["paragraphs"] for source in sources}
    for row in folder.observations():
        assert row["indicator"] in ids("indicators"), row["id"]
        paragraphs = [int(number) for number in folder.parts(row["paragraphs"])]
        assert bool(paragraphs) == (row["source"] in length), row["id"]
        assert max(paragraphs, default=0) <= length.get(row["source"], 0), row["id"]


def test_indicators_refer_to_indicators_and_pillars() -> None:
    for entry in folder.entries("indicators"):
        assert entry["pillar"] is None or entry["pillar"] in ids("pillars"), entry["id"]
        for key in ("rank_of", "complement_of", "variant_of"):
            assert entry.get(key) is None or entry[key] in ids("indicators"), entry["id"]


def test_every_indicator_is_used_by_a_figure_a_target_or_another_indicator() -> None:
    used = {row["indicator"] for row in folder.observations()}
    used |= {target["indicator"] for target in folder.targets() if target.get("indicator")}
    for entry in folder.entries("indicators"):
        used |= {entry[key] for key in ("rank_of", "complement_of", "variant_of") if key in entry}
    assert ids("indicators") - used == set()


def test_a_long_indicator_name_has_a_short_one_in_both_languages() -> None:
    for entry in folder.entries("indicators"):
        for name, short in (("name", "short"), ("name_en", "short_en")):
            assert len(entry.get(short) or entry[name]) <= 26, entry["id"]


def test_plans_targets_and_tasks_refer_to_what_exists() -> None:
    organisations = {entry["code"] for entry in folder.entries("organisations")}
    provinces = {row["code"] for row in folder.rows("units/provinces.csv")}
    known_targets = {target["id"] for target in folder.targets()}
    for plan in folder.plans():
        document = plan["plan"]["document"]
        assert document is None or document in ids("documents")
        for entry in (*plan["targets"], *plan["tasks"]):
            assert entry["source"] in ids("sources"), entry["id"]
            assert entry.get("pillar") is None or entry["pillar"] in ids("pillars"), entry["id"]
            assert entry.get("lead") is None or entry["lead"] in organisations, entry["id"]
            assert set(entry.get("units", ())) <= organisations, entry["id"]
            assert set(entry.get("coordinating", ())) <= organisations | provinces, entry["id"]
            assert set(entry.get("targets", ())) <= known_targets, entry["id"]
            assert set(entry.get("done_units", ())) <= set(entry.get("units", ())), entry["id"]
        for target in plan["targets"]:
            indicator = target.get("indicator")
            assert indicator is None or indicator in ids("indicators"), target["id"]


def test_systems_show_figures_of_their_own_province() -> None:
    unit_of = {row["id"]: row["unit"] for row in folder.observations()}
    for system in folder.entries("systems"):
        assert {unit_of[figure] for figure in system["figures"]} <= {system["unit"]}, system["id"]


def test_documents_are_cited_by_sources_that_exist() -> None:
    cited = {c["source"] for entry in folder.entries("documents") for c in entry["cited"]}
    assert cited <= ids("sources")
    assert len(cited) == 5


def test_every_note_is_short_and_has_its_english_form() -> None:
    for name, note, note_en in folder.noted():
        assert bool(note) == bool(note_en), name
        assert len(note) <= 200, name
        assert len(note_en) <= 200, name


def test_every_deadline_in_words_and_every_title_has_its_english_form() -> None:
    for entry in (*folder.targets(), *folder.tasks()):
        in_words = any(sign.isalpha() for sign in folder.written(entry))
        assert in_words == bool(entry.get("due_written_en")), entry["id"]
    for name, key in (("sources", "title_en"), ("documents", "issuer_en")):
        assert [entry["id"] for entry in folder.entries(name) if not entry.get(key)] == []


def test_texts_are_composed_unicode_with_unix_line_ends() -> None:
    for path, text in folder.every_text():
        assert text == unicodedata.normalize("NFC", text), path
        assert "\r" not in text, path
        assert text.endswith("\n"), path


def test_yaml_files_begin_by_telling_staff_what_they_hold() -> None:
    for path, text in folder.every_text():
        if path.endswith(".yaml"):
            assert text.startswith("# "), path
