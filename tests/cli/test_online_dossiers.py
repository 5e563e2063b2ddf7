"""The five provinces' share of online dossiers, in both languages and every format."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.calling import call

FORMS = ["text", "md", "csv", "json"]


@dataclass(frozen=True)
class Figure:
    """What a province's document says, as told in each language and as data."""

    unit: str
    name: str
    value: float
    vi: tuple[str, ...]
    en: tuple[str, ...]
    start: str
    end: str
    published: str
    source: str
    paragraph: int
    numerator: int | None = None
    denominator: int | None = None


FIGURES = [
    Figure(
        "37",
        "ninh-binh",
        69.83,
        ("69,83%", "năm 2023", "Báo Ninh Bình 07/01/2024, đoạn 18", "339.252/485.762"),
        ("69.83%", "2023", "Báo Ninh Bình 7 Jan 2024, paragraph 18", "339,252/485,762"),
        "2023-01-01",
        "2023-12-31",
        "2024-01-07",
        "ninh_binh_2024",
        18,
        339252,
        485762,
    ),
    Figure(
        "30",
        "Hải Dương",
        89,
        ("89%", "đến 30/06/2023", "Báo Hải Dương 03/09/2023, đoạn 13"),
        ("89%", "as of 30 Jun 2023", "Báo Hải Dương 3 Sep 2023, paragraph 13"),
        "2023-06-30",
        "2023-06-30",
        "2023-09-03",
        "hai_duong_2023",
        13,
    ),
    Figure(
        "49",
        "quang nam",
        23.08,
        ("23,08%", "01/02–31/03/2022", "Báo Quảng Nam 25/04/2022, đoạn 8"),
        ("23.08%", "1 Feb – 31 Mar 2022", "Báo Quảng Nam 25 Apr 2022, paragraph 8"),
        "2022-02-01",
        "2022-03-31",
        "2022-04-25",
        "quang_nam_2022",
        8,
    ),
]
WITHOUT = {"24": ("Bắc Giang", "Bac Giang"), "40": ("Nghệ An", "Nghe An")}

each_figure = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
each_language = pytest.mark.parametrize("language", ["vi", "en"])


def shown(root: Path, unit: str, form: str, language: str = "vi") -> str:
    said = call(
        *("show", "indicator", "ho_so_truc_tuyen", "--unit", unit),
        *("--format", form, "--language", language),
        cwd=root,
    )
    assert (said.code, said.err) == (0, "")
    return said.out


def unescaped(markdown: str) -> str:
    return re.sub(r"\\(.)", r"\1", markdown)


def newest(text: str) -> str:
    """The part of a page before the other units."""
    return re.split(r"(?im)^.*(?:các đơn vị khác|other units).*$", text)[0]


@each_figure
@each_language
@pytest.mark.parametrize("form", ["text", "md"])
def test_people_read_value_period_source_and_paragraph(
    shipped: Path, figure: Figure, form: str, language: str
) -> None:
    page = newest(unescaped(shown(shipped, figure.name, form, language)))
    for part in figure.vi if language == "vi" else figure.en:
        assert part in page
    assert "≈" not in page and "trên" not in page.split("%")[0], "the figure is exact"


@each_figure
def test_programs_read_the_same_from_json_and_csv(shipped: Path, figure: Figure) -> None:
    (value,) = json.loads(shown(shipped, figure.unit, "json"))["values"]
    rows = csv.DictReader(io.StringIO(shown(shipped, figure.unit, "csv")))
    (row,) = [row for row in rows if row["section"] == "values"]
    wanted = {
        "unit": figure.unit,
        "indicator": "ho_so_truc_tuyen",
        "kind": "value",
        "value": figure.value,
        "measure": "percent",
        "qualifier": "exact",
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "period_start": figure.start,
        "period_end": figure.end,
        "published_on": figure.published,
        "source": figure.source,
    }
    assert {name: value[name] for name in wanted} == wanted
    assert value["paragraph"] == [figure.paragraph]
    as_text = {name: "" if part is None else str(part) for name, part in wanted.items()}
    assert {name: row[name] for name in wanted} == as_text
    assert row["paragraph"] == str(figure.paragraph)


def test_ninh_binhs_counts_that_do_not_give_the_printed_rate_are_flagged(shipped: Path) -> None:
    assert "69,84%" in newest(shown(shipped, "37", "text"))
    (value,) = json.loads(shown(shipped, "37", "json"))["values"]
    assert value["printed"] == "69,83%" and "69,84%" in value["note"]


@each_language
@pytest.mark.parametrize("form", ["text", "md"])
@pytest.mark.parametrize("unit", WITHOUT)
def test_a_province_without_the_figure_has_a_dash_and_says_so(
    shipped: Path, unit: str, form: str, language: str
) -> None:
    page = unescaped(shown(shipped, unit, form, language))
    (line,) = [line for line in page.splitlines() if line.lstrip().startswith("—")]
    said = "chưa có số liệu nào công bố đến" if language == "vi" else "had no figure"
    assert WITHOUT[unit][language == "en"] in line and said in line


@pytest.mark.parametrize("unit", WITHOUT)
@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_province_without_the_figure_has_no_value_and_never_zero(
    shipped: Path, unit: str, form: str
) -> None:
    text = shown(shipped, unit, form)
    if form == "json":
        assert json.loads(text)["values"] == []
    else:
        assert [r for r in csv.DictReader(io.StringIO(text)) if r["section"] == "values"] == []


@each_language
@pytest.mark.parametrize("form", ["text", "md"])
def test_bac_giangs_narrower_figure_is_shown_and_marked(
    shipped: Path, form: str, language: str
) -> None:
    page = unescaped(shown(shipped, "24", form, language))
    figure, mark, where = (
        ("79,15%", "định nghĩa khác", "đoạn 7")
        if language == "vi"
        else ("79.15%", "another definition", "paragraph 7")
    )
    assert figure in page and mark in page and where in page
    assert page.index("—") < page.index(figure), "the dash comes first"


@pytest.mark.parametrize("unit", ["24", "37", "30"])
def test_bac_giangs_narrower_figure_is_marked_in_the_records(shipped: Path, unit: str) -> None:
    day = "2024-01-07" if unit == "37" else "latest"
    said = call(
        *("show", "indicator", "ho_so_truc_tuyen", "--unit", unit),
        *("--format", "json", "--as-of", day),
        cwd=shipped,
    )
    (other,) = [row for row in json.loads(said.out)["others"] if row["unit"] == "24"]
    assert other["value"] == 79.15 and other["same_definition"] is False
    assert (other["source"], other["paragraph"]) == ("bac_giang_2023", [7])
    assert other["indicator"] == "ho_so_xu_ly_truc_tuyen"
