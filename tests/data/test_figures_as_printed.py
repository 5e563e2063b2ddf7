"""The machine number of every figure is the one its source prints."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.data import folder
from tests.data.folder import Row, read_in_vietnamese

FIGURES = folder.observations()
PRINTED = tuple(row for row in FIGURES if row["printed"])
STANDINGS = ("dti_20*.csv", "par_index.csv")
"""What is known of these is the number; how it was printed only where the page was read."""
WITHOUT_DIGITS = {"bg23_par_cqdt_hang": ("dẫn đầu cả nước", 1.0)}
WORDS = {"at_least": ("trên ", "hơn "), "almost": ("gần ",), "about": ("khoảng ",)}
WORDS["estimate"] = ("ước ",)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("485.762 hồ sơ", (485762, None)),
        ("69,83%", (69.83, None)),
        ("trên 11.098.859 lượt", (11098859, None)),
        ("16/18", (16, 18)),
        ("tăng 3 bậc", (3, None)),
        ("dẫn đầu", (None, None)),
        ("0.8002", (0.8002, None)),
        ("0,6077", (0.6077, None)),
    ],
)
def test_dots_group_thousands_and_a_comma_begins_decimals(
    printed: str, expected: tuple[float | None, float | None]
) -> None:
    assert read_in_vietnamese(printed) == expected


def test_only_standings_may_lack_the_printed_form() -> None:
    standings = {row["id"] for name in STANDINGS for row in folder.rows(f"observations/{name}")}
    assert {row["id"] for row in FIGURES if not row["printed"]} < standings


@pytest.mark.parametrize("row", PRINTED, ids=lambda row: row["id"])
def test_the_printed_figure_agrees_with_the_value(row: Row) -> None:
    first, second = read_in_vietnamese(row["printed"])
    if row["id"] in WITHOUT_DIGITS:
        assert (row["printed"], float(row["value"])) == WITHOUT_DIGITS[row["id"]]
        return
    assert first == float(row["value"])
    if second is not None:
        indicator = {i["id"]: i for i in folder.entries("indicators")}[row["indicator"]]
        assert second == float(row["denominator"] or indicator["universe"])


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row["id"])
def test_the_qualifier_is_the_word_that_stands_before_the_figure(row: Row) -> None:
    said = {name for name, words in WORDS.items() if any(word in row["printed"] for word in words)}
    assert said == ({row["qualifier"]} if row["qualifier"] else set())


def test_a_printed_figure_is_no_sentence() -> None:
    assert [row["id"] for row in FIGURES if len(row["printed"].split()) > 6] == []


def test_a_numerator_never_exceeds_its_denominator() -> None:
    counted = [row for row in FIGURES if row["numerator"] or row["denominator"]]
    assert len(counted) == 17
    for row in counted:
        assert 0 <= float(row["numerator"]) <= float(row["denominator"]), row["id"]


def test_a_count_out_of_a_whole_has_its_numerator_as_value() -> None:
    measures = {entry["id"]: entry["measure"] for entry in folder.entries("indicators")}
    for row in FIGURES:
        if row["numerator"] and measures[row["indicator"]] == "count":
            assert row["value"] == row["numerator"], row["id"]


def test_named_parts_are_as_many_as_the_count_says() -> None:
    named = [row for row in FIGURES if row["parts_present"]]
    assert {row["id"] for row in named} == {
        "nb24_linh_vuc_du_lieu_mo",
        "hd23_dti_nen_tang_tut_hang",
        "hd23_dti_nen_tang_tang_hang",
    }
    for row in named:
        assert len(folder.parts(row["parts_present"])) == float(row["value"]), row["id"]
        if row["denominator"]:
            missing = float(row["denominator"]) - float(row["numerator"])
            assert len(folder.parts(row["parts_missing"])) == missing, row["id"]


def test_no_period_ends_after_its_source_was_published() -> None:
    for row in FIGURES:
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        assert start <= end <= date.fromisoformat(row["published_on"]), row["id"]


def test_a_figure_is_published_on_the_day_of_its_source() -> None:
    sources = {entry["id"]: entry for entry in folder.entries("sources")}
    for row in FIGURES:
        source = sources[row["source"]]
        assert row["published_on"] == source["date"].isoformat(), row["id"]
        assert row["published_exact"] == ("yes" if source["date_exact"] else "no"), row["id"]


def test_only_a_change_is_compared_with_an_earlier_day() -> None:
    for row in FIGURES:
        assert bool(row["compared_with"]) == (row["kind"] == "change"), row["id"]
        if row["compared_with"]:
            assert row["compared_with"] < row["start"], row["id"]


def test_a_source_states_one_value_of_an_indicator_for_a_period() -> None:
    stated = Counter(
        (row["unit"], row["indicator"], row["end"], row["kind"], row["source"]) for row in FIGURES
    )
    assert max(stated.values()) == 1


def test_two_sources_that_state_the_same_figure_agree() -> None:
    stated: dict[tuple[str, ...], set[str]] = {}
    for row in FIGURES:
        fact = (row["unit"], row["indicator"], row["end"], row["kind"])
        stated.setdefault(fact, set()).add(row["value"])
    assert {fact for fact, values in stated.items() if len(values) > 1} == set()


def test_percentages_stay_within_a_hundred() -> None:
    percent = {e["id"] for e in folder.entries("indicators") if e["measure"] == "percent"}
    for row in FIGURES:
        if row["indicator"] in percent:
            assert 0 < float(row["value"]) <= 100, row["id"]


def test_each_document_gives_the_figures_it_prints() -> None:
    standings = {row["id"] for name in STANDINGS for row in folder.rows(f"observations/{name}")}
    assert Counter(row["source"] for row in FIGURES if row["id"] not in standings) == {
        "ninh_binh_2024": 39,
        "bac_giang_2023": 19,
        "hai_duong_2023": 12,
        "nghe_an_2022": 11,
        "quang_nam_2022": 15,
        "bao_hai_duong_nq06": 2,
        "qn_228_2025": 3,
        "bao_nghe_an_2025": 4,
    }


def test_visit_counters_at_the_foot_of_a_page_are_no_figures() -> None:
    found = {float(row["value"]) for row in FIGURES if not row["indicator"].startswith("dti")}
    assert {599042.0, 506.0, 20.0} & found == set()


def test_paragraphs_printed_twice_keep_the_first_numbering() -> None:
    nghe_an = [row for row in FIGURES if row["source"] == "nghe_an_2022"]
    assert max(int(p) for row in nghe_an for p in folder.parts(row["paragraphs"])) == 25
