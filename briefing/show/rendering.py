"""A page as plain text or Markdown; records as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping

from briefing.domain.plain_text import visible
from briefing.pages.blocks import Bar, Block, Cell, Drawing, Page, Paragraph, Table
from briefing.pages.layout import lay_out
from briefing.pages.line import Span, wrap_spans
from briefing.show.records import Record, Sections, Value


def as_text(page: Page, right: str, width: int) -> str:
    """The page as its screen shows it, without colours, for a pipe or a screen reader."""
    head = " · ".join(part for part in (page.title, page.subtitle, right) if part)
    lines = [*_wrapped(visible(head), width), "─" * min(width, 80)]
    lines += [line.text for line in lay_out(page, width)]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, width: int) -> list[str]:
    return ["".join(span.text for span in line) for line in wrap_spans([Span(text)], width)]


def as_markdown(page: Page, right: str) -> str:
    """The page as GitHub-flavoured Markdown: headings, tables, paragraphs."""
    lines = [f"# {_escape(page.title)}"]
    aside = " · ".join(part for part in (page.subtitle, right) if part)
    if aside:
        lines += ["", _escape(aside)]
    for block in page.blocks:
        lines += ["", *_markdown_block(block)]
    return "\n".join(lines) + "\n"


def _markdown_block(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [_escape(_plain(block.spans))]
    if isinstance(block, Drawing):
        return _markdown_block(block.table)
    lines = []
    heading = _plain(block.heading_spans) if block.heading_spans else block.heading
    if heading.strip():
        lines += [f"## {_escape(heading.strip())}", ""]
    if block.aside:
        lines += [_escape(block.aside), ""]
    return lines + _markdown_table(block)


def _markdown_table(table: Table) -> list[str]:
    if not table.rows:
        return []
    kept = [
        index
        for index, column in enumerate(table.columns)
        if column.twin and any(_cell_text(row.cells[index]) for row in table.rows)
    ]
    if not kept:
        return []
    titles = [_escape(table.columns[index].title) for index in kept]
    lines = [f"| {' | '.join(titles)} |", f"| {' | '.join('---' for _ in kept)} |"]
    for row in table.rows:
        cells = [_escape(_cell_text(row.cells[index])) for index in kept]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _cell_text(cell: Cell) -> str:
    return "" if isinstance(cell, Bar) else _plain(cell)


def _plain(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans).strip()


_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#~&$"})
_BLOCK_START = re.compile(r"^(?:[-+=](?=\s|$|[-=])|\d+(?=[.)](?:\s|$)))")


def _escape(text: str) -> str:
    """``text`` on one line, so that Markdown shows it and obeys nothing in it."""
    escaped = visible(text).translate(_SPECIAL)
    return _BLOCK_START.sub(_unlisted, escaped)


def _unlisted(start: re.Match[str]) -> str:
    """The beginning of what would be a list item, a heading or a rule, as plain text."""
    return f"{start[0]}\\" if start[0][0].isdigit() else f"\\{start[0]}"


def as_json(context: Mapping[str, Value], sections: Sections) -> str:
    """Context and sections as one JSON object, readable text kept as it is.

    Control and direction characters are written as ``\\u`` escapes: the value is the same, and a
    terminal that shows the file obeys nothing.
    """
    return json_text({**context, **sections})


def json_text(value: Mapping[str, object]) -> str:
    """A JSON object as text, in the same way."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return "\n".join(map(_json_line, text.split("\n"))) + "\n"


def _json_line(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(sign if sign.isprintable() else json.dumps(sign)[1:-1] for sign in line)


def as_csv(context: Mapping[str, Value], sections: Sections) -> str:
    """All records in one table; the first columns name the section and the two dates in force.

    Lists are joined by "; ", truth is ``yes`` or ``no``, absent is blank. Control characters are
    made visible, and a text that a spreadsheet would take for a formula begins with "'".
    """
    days = {name: context[name] for name in ("as_of", "known_on") if name in context}
    columns: dict[str, None] = dict.fromkeys(("section", *days))
    rows: list[Record] = []
    for name, records in sections.items():
        for record in records:
            rows.append({"section": name, **days, **record})
            columns.update(dict.fromkeys(record))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _csv_value(value) for name, value in row.items()})
    return out.getvalue()


_SKIPPED = ("\t", "\r", "\n")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def _csv_value(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_csv_value(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        shown = visible(value)
        # A spreadsheet must not take a text for a formula.
        return f"'{shown}" if value.lstrip()[:1] in _FORMULA or value[:1] in _SKIPPED else shown
    return str(value)
