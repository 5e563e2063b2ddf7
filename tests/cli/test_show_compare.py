"""``briefing show compare`` with yardsticks and chosen indicators, told to people and programs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call

ON = ("--as-of", "2023-12-31")


def asked(root: Path, *options: str) -> dict[str, Any]:
    said = call("show", "compare", *options, *ON, "--format", "json", cwd=root)
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def rows(found: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(cell["row"] for cell in found["cells"]))


def test_one_unit_may_be_held_against_yardsticks_alone(shipped: Path) -> None:
    found = asked(shipped, "92", "--with", "best", "--with", "mean", "--indicator", "dti")
    assert (found["units"], found["with"]) == (["92"], ["mean", "best"])
    mean, best = found["against"]
    assert (mean["value"], mean["entered"], mean["of"], mean["published"]) == (
        0.7028,
        6,
        63,
        False,
    )
    assert (best["value"], best["best_units"], best["sure"]) == (0.8002, ["48"], True)


def test_without_names_the_unit_in_focus_is_held_against_them(shipped: Path) -> None:
    found = asked(shipped, "--unit", "92", "--with", "best", "--indicator", "dti_hang")
    assert found["units"] == ["92"]
    assert [one["value"] for one in found["against"]] == [1]


@pytest.mark.parametrize("name", ["dti-2022", "DTI 2022"])
def test_a_framework_s_name_stands_for_its_indexes(shipped: Path, name: str) -> None:
    found = asked(shipped, "92", "48", "--indicator", name)
    assert rows(found) == [
        "dti", "dti_nhan_thuc_so", "dti_the_che_so", "dti_ha_tang_so", "dti_nhan_luc_so",
        "dti_attt_mang", "dti_hd_chinh_quyen_so", "dti_hd_kinh_te_so", "dti_hd_xa_hoi_so",
    ]  # fmt: skip
    assert {cell["framework"] for cell in found["cells"]} == {"dti-2022"}


@pytest.mark.parametrize("name", ["the_che_so", "Thể chế số", "the che so"])
def test_a_foundation_stands_for_its_indicators(shipped: Path, name: str) -> None:
    assert "dti_the_che_so" in rows(asked(shipped, "92", "48", "--indicator", name))


def test_several_indicators_are_compared_in_their_order(shipped: Path) -> None:
    found = asked(shipped, "92", "48", "--indicator", "dti_hang", "--indicator", "dti")
    assert rows(found) == ["dti_hang", "dti"] == found["indicators"]


def test_a_difference_is_given_only_where_two_figures_are_comparable(shipped: Path) -> None:
    found = asked(shipped, "30", "24", "37", "--indicator", "dti_2020")
    of_unit = {cell["unit"]: cell for cell in found["cells"] if cell["row"] == "dti_2020"}
    assert of_unit["24"]["difference"] == -0.0111
    (other,) = (cell for cell in found["cells"] if cell["unit"] == "37")
    assert (other["row"], other["framework"], other["difference"]) == ("dti", "dti-2022", None)
    assert (other["comparable"], other["remarks"]) == (False, ["stale"])


def test_a_history_says_where_it_is_broken(shipped: Path) -> None:
    found = asked(shipped, "30", "24")
    drawn = [
        (one["period_end"][:4], one["value"], one["framework"], one["apart"], one["goal"])
        for one in found["history"]
        if one["unit"] == "30"
    ]
    assert drawn == [
        ("2020", 14, "dti-2020", False, 12),
        ("2021", 14, "dti-2022", True, 12),
        ("2022", 13, "dti-2022", False, 12),
    ]


def test_more_than_six_columns_are_too_many(shipped: Path) -> None:
    units = ("30", "24", "37", "40", "49")
    said = call("show", "compare", *units, "--with", "mean", "--with", "best", cwd=shipped)
    assert said.code == 2
    assert "hai đến sáu" in said.err and "7" in said.err


def test_one_unit_and_nothing_beside_it_is_too_little(shipped: Path) -> None:
    assert call("show", "compare", "92", cwd=shipped).code == 2


def test_one_unit_alone_is_told_what_it_may_be_held_against(shipped: Path) -> None:
    said = call("show", "compare", "30", cwd=shipped)
    assert (said.code, said.out) == (2, "")
    assert "ở đây có 1" in said.err and "--with mean" in said.err
    seven = ("01", "02", "04", "06", "08", "10", "11")
    many = call("show", "compare", *seven, cwd=shipped)
    assert many.code == 2 and "--with" not in many.err


def test_an_unknown_indicator_is_answered_with_the_nearest(shipped: Path) -> None:
    said = call("show", "compare", "92", "48", "--indicator", "dti_the_che", cwd=shipped)
    assert said.code == 2
    assert "dti_the_che_so" in said.err


def test_an_unknown_yardstick_is_refused(shipped: Path) -> None:
    assert call("show", "compare", "92", "--with", "worst", cwd=shipped).code == 2


@pytest.mark.parametrize("name", ["dti", "dti_the_che_so"])
def test_the_mean_is_the_one_that_the_ranking_says(shipped: Path, name: str) -> None:
    on = ("--as-of", "2023-09-03")
    ranked = call("show", "ranking", name, *on, "--format", "json", cwd=shipped)
    (head,) = json.loads(ranked.out)["ranking"]
    found = call(
        "show", "compare", "48", "--with", "mean", "--indicator", name, *on, "--format", "json",
        cwd=shipped,
    )  # fmt: skip
    (mean,) = json.loads(found.out)["against"]
    assert mean["value"] == head["mean_of_values"]
    said = f"{mean['value']:.4f}".replace(".", ",")
    for page in (("ranking", name), ("compare", "48", "--with", "mean", "--indicator", name)):
        assert said in call("show", *page, *on, cwd=shipped).out


def test_a_mean_of_exactly_a_half_is_rounded_up(shipped: Path) -> None:
    said = call("show", "ranking", "dti", "--as-of", "2023-09-03", cwd=shipped).out
    assert "Trung bình 0,7028" in said
    (mean,) = asked(shipped, "48", "--with", "mean", "--indicator", "dti")["against"]
    assert mean["value"] == 0.7028


COUNTED = """
r24,24,2024-01-01,2024-12-31,300,2025-01-15
r27,27,2024-01-01,2024-12-31,600,2025-01-15
n24,24@2025-07-01,2024-01-01,2024-12-31,900,2026-01-15
n25,24@2025-07-01,2025-01-01,2025-12-31,1100,2026-01-15
"""
"""Id, unit, first and last day, value, and the day on which it was published."""


@pytest.fixture(scope="module")
def counted(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped folder with counts of two provinces and of the one that they became."""
    root = tmp_path_factory.mktemp("counted")
    shutil.copytree(shipped, root, dirs_exist_ok=True)
    columns = (root / "data" / "observations" / "dti_2022.csv").read_text(encoding="utf-8")
    head = columns.splitlines()[0]
    names = ("id", "unit", "start", "end", "value", "published_on")
    lines = [head]
    for line in COUNTED.split():
        cells = dict(zip(names, line.split(","), strict=True))
        cells |= {"indicator": "dvctt_toan_trinh", "source": "dti_gov_2022"}
        cells["published_exact"] = "yes"
        lines.append(",".join(cells.get(name, "") for name in head.split(",")))
    (root / "data" / "observations" / "rieng.csv").write_text("\n".join(lines), encoding="utf-8")
    assert call("sync", cwd=root).code == 0
    return root


WHOLE = ("show", "compare", "24@", "27@", "24@2025-07-01", "--indicator", "dvctt_toan_trinh")
LATER = ("--as-of", "2026-03-01")


def test_a_part_is_not_set_off_against_its_whole(counted: Path) -> None:
    said = call(*WHOLE, *LATER, cwd=counted).out
    text = " ".join(said.split())
    why = "một bên nay thuộc bên kia, số liệu chồng lên nhau"
    assert f"so với Bắc Ninh: không so sánh được, {why}." in text
    assert "ít hơn 300 dịch vụ" in text and "ít hơn 800" not in text
    assert "khác thời kỳ" not in text and "khác cấp" not in text
    row = next(line for line in said.splitlines() if line.startswith("Số DVCTT toàn trình ("))
    assert row.split("600 ★")[1].split() == ["1.100", "¹"], "no bar beside those of its parts"


def test_a_part_and_its_whole_have_no_difference_and_charts_of_their_own(counted: Path) -> None:
    said = call(*WHOLE, *LATER, "--format", "json", cwd=counted)
    found = json.loads(said.out)
    one, two, whole = found["cells"]
    assert (one["unit_name"], two["difference"], whole["difference"]) == ("Bắc Giang", -300, None)
    assert whole["remarks"] == ["period", "part"]
    text = call(*WHOLE, *LATER, cwd=counted).out
    assert text.count("Diễn biến: Số DVCTT toàn trình") == 2
    assert "cùng thang đo 0–1.100" in text and "cùng thang đo 0–823" in text


def test_a_city_and_its_province_are_told_apart(shipped: Path) -> None:
    said = call("show", "compare", "288", "30", "--as-of", "2023-09-03", cwd=shipped).out
    assert "Thành phố Hải Dương, Tỉnh Hải Dương" in said.splitlines()[0]
    assert "Hải Dương cũ" not in said


def test_an_indicator_that_no_unit_has_does_not_vanish_in_silence(shipped: Path) -> None:
    on = ("--as-of", "2026-01-01")
    asked_for = ("--indicator", "dti_2024", "--indicator", "dti")
    said = call("show", "compare", "01", "46", "31", *asked_for, *on, cwd=shipped).out
    line = "Đến 01/01/2026, không đơn vị nào ở đây có số liệu của: Chỉ số DTI."
    assert line in " ".join(said.split())
    both = call("show", "compare", "92", "48", *asked_for, *ON, cwd=shipped).out
    assert "có số liệu của: DTI 2024." in both and "có số liệu của: Chỉ số DTI" not in both


def test_the_many_of_a_pillar_that_no_unit_has_are_counted(shipped: Path) -> None:
    said = call("show", "compare", "92", "48", "--indicator", "the_che_so", *ON, cwd=shipped).out
    text = " ".join(said.split()).split("không đơn vị nào ở đây có số liệu của: ")[1]
    named = text.split(".")[0].split("; ")
    assert len(named) == 7 and named[-1].endswith("chỉ số khác")
