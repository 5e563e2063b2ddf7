"""What a check found, told to people, to GitHub and to programs.

``text``: for each finding its place, what is wrong, the line with a mark under the value, and what
to write instead; then one line of counts. Many warnings of one kind are told by the first of them.

``github``: workflow commands (``::error file=…,line=…,col=…,title=…::…``), which GitHub shows on
the lines of a pull request.

``json``: one object, stable from version to version: ``version`` (1), ``ok`` (no errors),
``files``, ``entries``, ``errors``, ``warnings``, ``elsewhere`` (errors outside the paths asked
for) and ``findings``. Each finding has ``file``, ``line`` and ``column`` (from 1, in characters; 0
where there is none), ``severity`` (``error`` or ``warning``), ``code`` (does not change), ``key``
(``targets[2].goal``, or a column's name), ``message`` and ``remedy`` in the language asked for,
``suggestion`` (the nearest known name, or null) and ``source`` (the line, or null).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.checking import Checked, Finding
from briefing.domain.plain_text import visible
from briefing.excerpts import excerpt
from briefing.formatting import number
from briefing.language import Translator

JSON_VERSION = 1
MOST_WARNINGS = 20
"""Warnings told one by one; of more, only the first of each kind is."""
EDGE = 4
"""Cells at the left for the line's number."""

_RED, _YELLOW, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


def as_text(checked: Checked, tr: Translator, *, width: int, colours: bool) -> str:
    """Findings for people, with excerpts of at most ``width`` cells; ``colours`` for a terminal."""
    told = checked.findings
    others: Counter[str] = Counter()
    if checked.warnings > MOST_WARNINGS:
        told, others = _without_repeats(told)
    parts = []
    for found in told:
        part = _told(found, tr, width=width, colours=colours)
        if count := others.get(found.problem.code, 0):
            more = tr.ngettext(
                "Còn {count} chỗ cùng loại. Xem đủ: --strict hoặc --format json.",
                "Còn {count} chỗ cùng loại. Xem đủ: --strict hoặc --format json.",
                count,
            )
            part += f"{' ' * EDGE} + {more.format(count=_count(count, tr))}\n"
        parts.append(part)
    return "\n".join([*parts, *summary(checked, tr)]) + "\n"


def _without_repeats(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], Counter[str]]:
    """All errors and the first warning of each kind; how many more there are, by code."""
    kept, others = [], Counter[str]()
    met: set[str] = set()
    for found in findings:
        problem = found.problem
        if problem.fault.warning and problem.code in met:
            others[problem.code] += 1
            continue
        if problem.fault.warning:
            met.add(problem.code)
        kept.append(found)
    return tuple(kept), others


def _told(found: Finding, tr: Translator, *, width: int, colours: bool) -> str:
    problem = found.problem
    error = not problem.fault.warning
    kind = tr.gettext("lỗi") if error else tr.gettext("cảnh báo")
    hue, bold, plain = (_RED if error else _YELLOW, _BOLD, _PLAIN) if colours else ("", "", "")
    message = f"{visible(problem.text(tr.gettext))} [{problem.code}]"
    lines = [f"{bold}{visible(_place(found))}{plain}: {bold}{hue}{kind}{plain}: {message}"]
    number = str(problem.line) if problem.line else ""
    edge = " " * max(EDGE, len(number))
    if found.line is not None:
        shown = excerpt(found.line, problem.column or 1, max(20, width - len(edge) - 3))
        mark = f"{' ' * shown.indent}{hue}{shown.mark}{plain}"
        lines += [f"{number:>{len(edge)}} | {shown.line}", f"{edge} | {mark}"]
    lines.append(f"{edge} = {visible(problem.remedy_text(tr.gettext))}")
    return "\n".join(lines) + "\n"


def _place(found: Finding) -> str:
    problem = found.problem
    parts = [found.file, *(str(number) for number in (problem.line, problem.column) if number)]
    return ":".join(parts)


def summary(checked: Checked, tr: Translator) -> list[str]:
    """How much was checked and what came of it; a line more for what was left out."""
    said = tr.ngettext(
        "Đã kiểm tra {files}, {count} mục: {found}.",
        "Đã kiểm tra {files}, {count} mục: {found}.",
        checked.entries,
    )
    files = tr.ngettext("{count} tệp", "{count} tệp", checked.files)
    errors, warnings = checked.errors, checked.warnings
    if errors or warnings:
        told = [
            tr.ngettext("{count} lỗi", "{count} lỗi", errors).format(count=_count(errors, tr)),
            tr.ngettext("{count} cảnh báo", "{count} cảnh báo", warnings).format(
                count=_count(warnings, tr)
            ),
        ]
        found = ", ".join(told)
    else:
        found = tr.gettext("không có lỗi")
    lines = [
        said.format(
            files=files.format(count=_count(checked.files, tr)),
            count=_count(checked.entries, tr),
            found=found,
        )
    ]
    if checked.elsewhere:
        left = tr.ngettext(
            "Ngoài các đường dẫn này, thư mục còn {count} lỗi: chạy briefing check.",
            "Ngoài các đường dẫn này, thư mục còn {count} lỗi: chạy briefing check.",
            checked.elsewhere,
        )
        lines.append(left.format(count=_count(checked.elsewhere, tr)))
    if checked.alone:
        left = tr.ngettext(
            "{count} tệp không thuộc thư mục làm việc nào: mã đơn vị, chỉ số, văn bản trong đó "
            "không đối chiếu được.",
            "{count} tệp không thuộc thư mục làm việc nào: mã đơn vị, chỉ số, văn bản trong đó "
            "không đối chiếu được.",
            checked.alone,
        )
        lines.append(left.format(count=_count(checked.alone, tr)))
    return lines


def _count(count: int, tr: Translator) -> str:
    return number(count, tr)


def as_github(checked: Checked, tr: Translator) -> str:
    """Workflow commands, one line each."""
    return "".join(f"{_command(found, tr)}\n" for found in checked.findings)


def _command(found: Finding, tr: Translator) -> str:
    problem = found.problem
    command = "warning" if problem.fault.warning else "error"
    given = {
        "file": found.file,
        "line": str(problem.line or ""),
        "col": str(problem.column or ""),
        "title": problem.code,
    }
    properties = ",".join(f"{name}={_property(text)}" for name, text in given.items() if text)
    said = f"{problem.text(tr.gettext)} {problem.remedy_text(tr.gettext)}"
    return f"::{command} {properties}::{_data(said)}"


def _data(text: str) -> str:
    """A message as GitHub's runner reads it back; what a terminal would obey is made visible."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(checked: Checked, tr: Translator) -> str:
    """The object that the module's docstring describes."""
    import json

    told = {
        "version": JSON_VERSION,
        "ok": not checked.errors,
        "files": checked.files,
        "entries": checked.entries,
        "errors": checked.errors,
        "warnings": checked.warnings,
        "elsewhere": checked.elsewhere,
        "findings": [_record(found, tr) for found in checked.findings],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _record(found: Finding, tr: Translator) -> dict[str, object]:
    problem = found.problem
    return {
        "file": visible(found.file),
        "line": problem.line,
        "column": problem.column,
        "severity": "warning" if problem.fault.warning else "error",
        "code": problem.code,
        "key": problem.key,
        "message": problem.text(tr.gettext),
        "remedy": problem.remedy_text(tr.gettext),
        "suggestion": problem.params.get("suggestion") or None,
        "source": None if found.line is None else visible(found.line),
    }
