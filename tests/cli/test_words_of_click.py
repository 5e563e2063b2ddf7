"""click's own messages come in the user's language; help reads well in both."""

from __future__ import annotations

import ast
import inspect
import io
import re
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from briefing.cli_texts import CLICK_DOMAIN
from briefing.language import LOCALE_DIRECTORY
from tests.cli.calling import call

FOLDER = LOCALE_DIRECTORY / "vi" / "LC_MESSAGES"
COMMANDS = [
    (),
    ("show",),
    ("sync",),
    *((name,) for name in ("set", "done", "note", "extend", "undo")),
    *(
        ("show", name)
        for name in (
            "overview",
            "pillars",
            "tasks",
            "compare",
            "matrix",
            "systems",
            "difficulties",
            "indicator",
            "source",
        )
    ),
]
VIETNAMESE = re.compile(
    r"[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.I
)
ENGLISH = re.compile(
    r"\b(the|usage|options|commands|show this|error|default|missing|no such)\b", re.I
)
NEVER_SHOWN = frozenset({"_termui_impl.py", "_winconsole.py", "shell_completion.py", "termui.py"})
"""Modules for prompts, pagers and shell completion, which the command line does not use."""

NAMED_ELSEWHERE = frozenset({"required"})
"""Texts that click's code translates by another name than their own."""


def catalogue() -> Catalog:
    with (FOLDER / f"{CLICK_DOMAIN}.po").open("rb") as file:
        return read_po(file, locale="vi")


def texts_of_click() -> set[str]:
    """The message ids in click's code."""
    found = set(NAMED_ELSEWHERE)
    for path in Path(inspect.getfile(click)).parent.glob("*.py"):
        if path.name in NEVER_SHOWN:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def test_every_translated_text_is_one_of_clicks() -> None:
    """When a new click words a text differently, this names the ones to translate anew."""
    ids = {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in catalogue()
        if message.id
    }
    assert sorted(map(str, ids - texts_of_click())) == []


def test_the_compiled_catalogue_is_the_text_one_compiled() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    assert (FOLDER / f"{CLICK_DOMAIN}.mo").read_bytes() == compiled.getvalue()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_vietnamese_first(tmp_path: Path, command: tuple[str, ...], option: str) -> None:
    said = call(*command, option, cwd=tmp_path)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Cách gọi: briefing")
    assert ENGLISH.findall(said.out) == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_english_when_asked(tmp_path: Path, command: tuple[str, ...]) -> None:
    said = call(*command, "--help", "--language", "en", cwd=tmp_path)
    again = call("--language=en", *command, "--help", cwd=tmp_path)
    assert said.code == 0 and said.out == again.out
    assert said.out.startswith("Usage: briefing")
    assert VIETNAMESE.findall(said.out) == []


def test_help_tells_the_exit_codes_and_what_happens_to_bad_data(tmp_path: Path) -> None:
    assert "Mã thoát: 0" in call("--help", cwd=tmp_path).out
    told = " ".join(call("show", "--help", "--language", "en", cwd=tmp_path).out.split())
    assert "the figures last read are printed all the same" in told and "exit code is 1" in told


WRONG = {
    ("shwo",): ("Không có lệnh 'shwo'", "No such command 'shwo'"),
    ("show", "overview", "--unti", "37"): ("Không có tùy chọn '--unti'", "No such option '--unti'"),
    ("show", "indicator"): ("Thiếu tham số 'TÊN'", "Missing argument 'NAME'"),
    ("show", "overview", "--format", "xml"): ("Giá trị sai cho '--format'", "Invalid value for"),
    ("show", "overview", "thừa"): ("Thừa tham số (thừa)", "Got unexpected extra argument (thừa)"),
    ("sync", "--rebuild=1"): ("không nhận giá trị", "does not take a value"),
    ("whatif", "92", "--rank", "0"): ("0 ngoài khoảng cho phép", "0 is not in the range"),
    ("whatif", "--period", "1700"): ("1700 ngoài khoảng cho phép", "1700 is not in the range"),
    ("whatif", "--rank", "hai"): ("'hai' không phải là số nguyên", "'hai' is not a valid integer"),
    ("show", "overview", "--unit"): ("cần một giá trị", "requires an argument"),
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_wrong_call_is_told_in_the_users_language(
    tmp_path: Path, arguments: tuple[str, ...], language: str
) -> None:
    said = call("--language", language, *arguments, cwd=tmp_path)
    assert (said.code, said.out) == (2, "")
    wanted, other = WRONG[arguments] if language == "vi" else WRONG[arguments][::-1]
    assert wanted in said.err and other not in said.err
    assert "--help" in said.err and ("Lỗi: " if language == "vi" else "Error: ") in said.err


def test_a_near_option_is_offered(tmp_path: Path) -> None:
    assert "Có phải: '--unit'?" in call("show", "tasks", "--unti", "37", cwd=tmp_path).err


def test_show_without_a_screen_lists_the_screens(tmp_path: Path) -> None:
    said = call("show", cwd=tmp_path)
    assert (said.code, said.out) == (2, "")
    assert all(name in said.err for name in ("overview", "compare", "source"))


def test_an_unknown_language_is_told_in_vietnamese(tmp_path: Path) -> None:
    said = call("show", "overview", "--language", "fr", cwd=tmp_path)
    assert said.code == 2 and "'fr' không thuộc: 'vi', 'en'" in said.err


def test_the_users_locale_changes_nothing(tmp_path: Path) -> None:
    env = {"LANG": "fr_FR.UTF-8", "LANGUAGE": "de"}
    assert call("--help", cwd=tmp_path, env=env).out == call("--help", cwd=tmp_path).out
