"""Text from the folder is shown, and obeyed by no terminal, Markdown viewer or spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from briefing.desk import Desk
from briefing.domain.plain_text import width
from briefing.language import Language, translator
from briefing.printing import BY_NAME, Screen
from briefing.settings import load_settings
from briefing.show.answers import Answer, Question
from briefing.show.rendering import as_text
from briefing.store.reading import Reader
from tests.cli.calling import call
from tests.workspaces import FILES, PATHS, changed, write_workspace

LONG = "Tên dài " * 37 + "hết."
MARKUP = "[/x] [bold]đậm[/bold] **sao** `mã` <b>thẻ</b> | ống | # đầu & ~~gạch~~ $x$"
BIDI = "\u202eđảo\u202c \u2066cô lập\u2069"
FORMULA = '=HYPERLINK("http://x","y")'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace with names and notes that try to be obeyed."""
    indicators = changed("indicators", "name: Tỷ lệ hồ sơ trực tuyến", f"name: {json.dumps(LONG)}")
    indicators = indicators.replace("name: Tài khoản định danh", f"name: {json.dumps(MARKUP)}", 1)
    indicators = indicators.replace("name_en: Identity accounts", "name_en: '[/x] accounts'", 1)
    plan = changed("plan", "title: Nâng cấp Cổng dịch vụ công", f"title: {json.dumps(BIDI)}")
    plan = plan.replace("output: Cổng mới", f"output: {json.dumps(FORMULA)}", 1)
    plan = plan.replace("title: Tuyên truyền", f"title: {json.dumps(FORMULA)}", 1)
    plan = plan.replace("title: Tập huấn", f"title: {json.dumps('1. a' + chr(92) + 'b')}", 1)
    figures = FILES[PATHS["figures"]].replace("yes,,,\n", f"yes,,{FORMULA_CELL},-1+1\n", 1)
    root = write_workspace(
        tmp_path_factory.mktemp("hostile"), indicators=indicators, plan=plan, figures=figures
    )
    said = call("sync", cwd=root)
    assert said.code == 0, said.err
    return root


FORMULA_CELL = '"' + FORMULA.replace('"', '""') + '"'
SCREENS = [
    *[
        (tab,)
        for tab in ("overview", "pillars", "tasks", "compare", "ranking", "matrix", "systems")
    ],
    ("difficulties",),
    ("indicator", "tai_khoan"),
]
FORMS = ["text", "md", "csv", "json"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("screen", SCREENS, ids=" ".join)
def test_no_control_character_is_printed(hostile: Path, screen: tuple[str, ...], form: str) -> None:
    said = call("show", *screen, "--format", form, cwd=hostile)
    assert said.code == 0
    assert [line for line in said.out.splitlines() if not line.isprintable()] == []


def test_the_hostile_names_are_really_there(hostile: Path) -> None:
    said = call("show", "tasks", "--format", "json", cwd=hostile)
    titles = [task["title"] for task in json.loads(said.out)["tasks"]]
    assert BIDI in titles and FORMULA in titles, "JSON keeps every character of a text"
    assert "\\u202e" in said.out


@pytest.mark.parametrize("screen", SCREENS, ids=" ".join)
@pytest.mark.parametrize("columns", [60, 80, 200])
def test_a_long_name_keeps_to_the_width(
    hostile: Path, screen: tuple[str, ...], columns: int
) -> None:
    answer = _answer(hostile, BY_NAME[screen[0]], *screen[1:])
    text = as_text(answer.page, answer.right, columns)
    assert [line for line in text.splitlines() if width(line) > columns] == []


def _answer(root: Path, screen: Screen, name: str = "") -> Answer:
    settings = load_settings(root)
    with Reader(settings.database) as reader:
        desk = Desk(settings, date(2024, 1, 31))
        return screen.answer(desk, reader, Question(name=name), translator(Language.VI))


def test_markdown_obeys_nothing(hostile: Path) -> None:
    said = call("show", "indicator", "tai_khoan", "--format", "md", cwd=hostile)
    for sign in ("\\[/x\\]", "\\*\\*sao\\*\\*", "\\`mã\\`", "\\<b\\>", "\\| ống", "\\# đầu", "\\&"):
        assert sign in said.out
    (line,) = [
        line
        for line in call("show", "tasks", "--format", "md", cwd=hostile).out.splitlines()
        if "1" in line and "b" in line and "\\\\" in line
    ]
    assert "1\\. a\\\\b" in line


def test_a_spreadsheet_sees_no_formula(hostile: Path) -> None:
    for screen in SCREENS:
        said = call("show", *screen, "--format", "csv", cwd=hostile)
        header, *rows = csv.reader(io.StringIO(said.out))
        numbers = {
            "value", "gap", "expected", "goal", "days", "working_days", "attainment", "difference",
        }  # fmt: skip
        for row in rows:
            for name, cell in zip(header, row, strict=True):
                if name not in numbers:
                    assert not cell.startswith(("=", "+", "-", "@", "\t")), (name, cell)
    said = call("show", "tasks", "--format", "csv", cwd=hostile)
    assert "'=HYPERLINK" in said.out


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x07", "\x9b31m"])
def test_control_characters_in_the_folder_are_told_or_shown_but_never_obeyed(
    tmp_path: Path, sign: str
) -> None:
    plan = changed("plan", "title: Tuyên truyền", f"title: {json.dumps('a' + sign + 'b')}")
    root = write_workspace(tmp_path, plan=plan)
    said = call("show", "tasks", cwd=root)
    assert all(line.isprintable() for line in (said.out + said.err).splitlines())
    assert said.code in (0, 1) and (said.out or PATHS["plan"] in said.err)
