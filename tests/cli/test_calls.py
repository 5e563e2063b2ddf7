"""What is typed: options before and after, units and days in every spelling, and wrong calls."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Said, call


def asked(root: Path, *arguments: str) -> dict[str, Any]:
    said = call(*arguments, "--format", "json", cwd=root)
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


@pytest.mark.parametrize("unit", ["37", "ninh-binh", "ninh binh", "Ninh Bình", "tỉnh NINH BÌNH"])
def test_a_unit_is_found_by_code_slug_or_name(shipped: Path, unit: str) -> None:
    assert asked(shipped, "show", "overview", "--unit", unit)["unit"].startswith("37")


@pytest.mark.parametrize("unit", ["hai-duong", "hai duong", "Hải Dương", "HAI DUONG", "30"])
def test_a_unit_needs_no_diacritics(shipped: Path, unit: str) -> None:
    assert asked(shipped, "show", "pillars", "--unit", unit)["unit"].startswith("30")


@pytest.mark.parametrize("day", ["2023-09-03", "03/09/2023", "3.9.2023", "3-9-2023"])
def test_a_day_is_read_as_officials_write_it(shipped: Path, day: str) -> None:
    assert asked(shipped, "show", "overview", "--as-of", day)["as_of"] == "2023-09-03"


def test_latest_is_the_newest_figure_of_the_unit(shipped: Path) -> None:
    assert asked(shipped, "show", "overview", "--as-of", "latest")["as_of"] == "2024-01-07"
    assert asked(shipped, "show", "overview", "--unit", "30")["as_of"] == "2023-09-03"


def test_today_is_today(shipped: Path) -> None:
    found = asked(shipped, "show", "overview", "--as-of", "Today", "--known-on", "today")
    assert found["as_of"] == found["known_on"] > "2024-01-07"


def test_known_on_leaves_out_what_was_published_later(shipped: Path) -> None:
    options = ["show", "indicator", "ho_so_truc_tuyen", "--as-of", "2024-01-07"]
    assert [v["value"] for v in asked(shipped, *options)["values"]] == [69.83]
    assert asked(shipped, *options, "--known-on", "06/01/2024")["values"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--unit", "30", "show", "indicator", "ho_so_truc_tuyen"),
        ("show", "--unit", "30", "indicator", "ho_so_truc_tuyen"),
        ("show", "indicator", "--unit", "30", "ho_so_truc_tuyen"),
        ("show", "indicator", "ho_so_truc_tuyen", "--unit=30"),
        ("--unit", "24", "show", "indicator", "ho_so_truc_tuyen", "--unit", "30"),
    ],
    ids=" ".join,
)
def test_an_option_may_stand_anywhere_and_the_last_one_counts(
    shipped: Path, arguments: tuple[str, ...]
) -> None:
    assert [value["value"] for value in asked(shipped, *arguments)["values"]] == [89]


@pytest.mark.parametrize(
    "name", ["hồ sơ trực tuyến", "ho so truc tuyen", "Tỷ lệ hồ sơ trực tuyến", "HO_SO_TRUC_TUYEN"]
)
def test_an_indicator_is_found_by_name_without_diacritics(shipped: Path, name: str) -> None:
    assert asked(shipped, "show", "indicator", name)["indicator"] == "ho_so_truc_tuyen"


def test_plain_briefing_prints_the_overview_where_there_is_no_terminal(shipped: Path) -> None:
    said = call(cwd=shipped)
    assert said.code == 0 and said.out == call("show", "overview", cwd=shipped).out
    assert said.out.startswith("Tỉnh Ninh Bình")


def test_the_language_of_the_config_is_spoken(built: Path) -> None:
    config = built / "config.yaml"
    config.write_text(config.read_text("utf-8").replace("language: vi", "language: en"), "utf-8")
    assert "dossiers" in call("show", "pillars", cwd=built).out
    assert "Usage:" in call("show", "nothing", cwd=built).err
    assert "dossiers" not in call("show", "pillars", "--language", "vi", cwd=built).out


def wrong(root: Path, *arguments: str) -> Said:
    said = call(*arguments, cwd=root)
    assert (said.code, said.out) == (2, "")
    return said


@pytest.mark.parametrize("option", ["--as-of", "--known-on"])
@pytest.mark.parametrize("day", ["2023-13-01", "31/02/2023", "hôm qua", "", "0001-01-01", "1e3"])
def test_a_day_that_is_none_is_a_wrong_call(shipped: Path, option: str, day: str) -> None:
    said = wrong(shipped, "show", "overview", option, day)
    assert f"“{day}”" in said.err and "03/09/2023" in said.err


@pytest.mark.parametrize("day", ["1000-01-01", "9999-12-31"])
def test_a_day_far_from_any_figure_is_a_day(shipped: Path, day: str) -> None:
    for screen in ("overview", "pillars", "tasks", "compare"):
        assert asked(shipped, "show", screen, "--as-of", day)["as_of"] == day


def test_an_unknown_unit_is_a_wrong_call_and_near_names_are_offered(shipped: Path) -> None:
    said = wrong(shipped, "show", "overview", "--unit", "hai duog")
    assert "“hai duog”" in said.err and "Tỉnh Hải Dương" in said.err
    said = wrong(shipped, "show", "compare", "37", "zzz", "--language", "en")
    assert "“zzz”" in said.err and "Quảng Nam" in said.err
    assert "Any province can be named by code or name" in said.err


def test_an_empty_unit_is_no_unit(shipped: Path) -> None:
    assert "“”" in wrong(shipped, "show", "overview", "--unit", "").err


def test_an_unknown_indicator_is_a_wrong_call_and_near_names_are_offered(shipped: Path) -> None:
    for name in ("ho so truc tuyem", "hồ sơ", "ho_so_truc_tuyenn"):
        said = wrong(shipped, "show", "indicator", name)
        assert f"“{name}”" in said.err and "ho_so_truc_tuyen (" in said.err


def test_an_unknown_source_is_a_wrong_call_and_near_names_are_offered(shipped: Path) -> None:
    said = wrong(shipped, "show", "source", "ninh_binh_2042")
    assert "“ninh_binh_2042”" in said.err and "ninh_binh_2024" in said.err


def test_a_document_is_found_by_its_number(shipped: Path) -> None:
    said = call("show", "source", "1491/KH-UBND", cwd=shipped)
    assert said.code == 0 and "1491/KH-UBND" in said.out


@pytest.mark.parametrize(
    "units", [("37",), ("37", "ninh-binh"), ("37", "24", "30", "40", "49", "48", "01")]
)
def test_a_comparison_takes_two_to_six_units(shipped: Path, units: tuple[str, ...]) -> None:
    said = wrong(shipped, "show", "compare", *units)
    assert "hai đến sáu" in said.err


def test_a_long_name_is_not_repeated_in_full(shipped: Path) -> None:
    said = wrong(shipped, "show", "indicator", "x" * 5000)
    assert max(map(len, said.err.splitlines())) < 200


@pytest.mark.parametrize("name", ["\x1b[31mđỏ", "a\u202eb", "[/x]", "%s{0}"])
def test_a_name_with_control_characters_is_shown_not_obeyed(shipped: Path, name: str) -> None:
    said = wrong(shipped, "show", "indicator", name)
    assert "\x1b" not in said.err and "\u202e" not in said.err
    said = wrong(shipped, "show", "overview", name)
    assert "\x1b" not in said.err and "\u202e" not in said.err
