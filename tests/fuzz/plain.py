"""What must hold of every text that reaches a terminal, and of every place that is named."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from briefing.complaints import Complaint
from briefing.language import Language, translator
from briefing.problems import ProblemsError

TRANSLATORS = tuple(translator(language) for language in Language)

_OBEYED = frozenset({"Cc", "Cs", "Zl", "Zp", "Cn", "Co"})
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_LONGEST_MESSAGE = 3000


class NotPlainError(AssertionError):
    """A text that a terminal would obey."""


def check_plain(text: str, *, many_lines: bool = False) -> None:
    """Raises ``NotPlainError`` when a terminal would obey something in ``text``.

    ``many_lines`` allows line feeds, as in what ``show`` prints.
    """
    if text.isprintable():
        return
    for place, sign in enumerate(text):
        if sign == "\n" and many_lines:
            continue
        kind = unicodedata.category(sign)
        if kind in _OBEYED or (kind == "Cf" and sign not in _JOINERS):
            around = text[max(0, place - 30) : place + 30]
            raise NotPlainError(f"U+{ord(sign):04X} would reach the terminal: {around!r}")


def check_told(error: ProblemsError, files: Mapping[str, bytes]) -> None:
    """Every mistake is told in plain words in both languages, at a place that its file has.

    ``files`` gives the bytes of files by path; places in others are not looked at.
    """
    assert error.problems, "an error that says nothing"
    lines = {path: _lines(content) for path, content in files.items()}
    for problem in error.problems[:50]:
        for tr in TRANSLATORS:
            said = problem.line_text(tr.gettext)
            check_plain(said)
            said.encode("utf-8")
            assert len(said) < _LONGEST_MESSAGE, f"{len(said)} characters of {problem.code}"
        if problem.path in lines:
            _check_place(problem.where, problem.line, problem.column, lines[problem.path])


def check_complaint(found: Complaint) -> None:
    """What a user is told is plain."""
    for line in (*found.lines, found.text):
        check_plain(line)


def _check_place(where: str, line: int, column: int, lines: list[str]) -> None:
    if line == 0:
        assert column == 0, f"{where}: a column without a line"
        return
    assert 1 <= line <= len(lines), f"{where}: the file has {len(lines)} lines"
    assert 0 <= column <= len(lines[line - 1]) + 1, f"{where}: beyond the line's end"


def _lines(content: bytes) -> list[str]:
    """The lines as editors count them: by LF, CRLF or CR, the one after the last break too."""
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
