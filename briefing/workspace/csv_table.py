"""CSV read strictly: known columns only, every row as wide as the header, every row's line kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from briefing.domain.spelling import MOST_MARKS, nfc, tamed
from briefing.domain.value import value
from briefing.problems import Problem, listed, nearest, quoted
from briefing.workspace.faults import reading, values
from briefing.workspace.text_file import conflicts, place_at

MOST_SEARCHES = 50
"""How many unknown columns get the nearest known name."""


@value
class Row:
    """One record: its cells by column, trimmed, blank as ``None``; the line it starts on."""

    line: int
    last_line: int
    cells: dict[str, str | None]


@value
class Table:
    """A CSV file's columns in their order, and its rows.

    ``torn`` are rows with another number of cells, each a problem: of them the first cell alone
    surely stands in its column.
    """

    path: str
    lines: list[str]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    torn: tuple[Row, ...] = ()

    def place(self, row: Row, column: str) -> tuple[int, int]:
        """Line and column (in characters, from 1) at which a cell begins."""
        if column not in self.columns:
            return row.line, 1
        record = "".join(self.lines[row.line - 1 : row.last_line])
        return _cell_start(record, row.line, self.columns.index(column))


def parse(
    path: str,
    text: str,
    columns: Sequence[str],
    problems: list[Problem],
    *,
    optional: Sequence[str] = (),
) -> Table | None:
    """The rows of ``text`` under a header of exactly ``columns``, in any order.

    ``optional`` columns may be missing. ``problems`` receives every mistake; ``None`` when the
    header or the syntax leaves no table to read. Blank lines are passed over.
    """
    if found := conflicts(path, text):
        problems.extend(found)
        return None
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, strict=True)
    rows: list[Row] = []
    torn: list[Row] = []
    header: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            break
        except csv.Error:
            problems.append(Problem(path=path, fault=reading.CSV_SYNTAX, line=line, column=1))
            return None
        if not any(cell.strip() for cell in record):
            continue
        if header is None:
            header = [nfc(cell).strip() for cell in record]
            found = _header_problems(path, line, header, columns, optional)
            problems.extend(found)
            if found:
                return None
            continue
        if len(record) != len(header):
            params: dict[str, str | int] = {"found": len(record), "expected": len(header)}
            problems.append(
                Problem(path=path, fault=reading.CSV_WIDTH, line=line, column=1, params=params)
            )
            torn.append(Row(line, reader.line_num, {header[0]: nfc(record[0]).strip() or None}))
            continue
        if any(len(tamed(cell)) < len(cell) for cell in record):
            params = {"limit": MOST_MARKS}
            problems.append(
                Problem(path=path, fault=values.PILED_MARKS, line=line, column=1, params=params)
            )
        cells = {name: nfc(cell).strip() or None for name, cell in zip(header, record, strict=True)}
        rows.append(Row(line, reader.line_num, cells))
    if header is None:
        params = {"known": listed(columns)}
        problems.append(Problem(path=path, fault=reading.CSV_EMPTY, params=params))
        return None
    return Table(path, lines, tuple(header), tuple(rows), tuple(torn))


def _header_problems(
    path: str, line: int, header: list[str], columns: Sequence[str], optional: Sequence[str]
) -> list[Problem]:
    for separator, shown in ((";", ";"), ("\t", "Tab")):
        if len(header) == 1 and separator in header[0]:
            found: dict[str, str | int] = {"found": shown}
            return [
                Problem(path=path, fault=reading.CSV_SEPARATOR, line=line, column=1, params=found)
            ]
    problems: list[Problem] = []
    found_so_far: set[str] = set()
    there = set(header)
    free = [column for column in columns if column not in there]
    known = listed(columns)
    for name in header:
        params: dict[str, str | int] = {"name": quoted(name)}
        if name not in columns:
            near = nearest(name, free) if len(problems) < MOST_SEARCHES else ""
            params |= {"known": known, "suggestion": near}
            fault = reading.CSV_UNKNOWN_COLUMN
        elif name in found_so_far:
            fault = reading.CSV_DUPLICATE_COLUMN
        else:
            found_so_far.add(name)
            continue
        problems.append(
            Problem(path=path, fault=fault, line=line, column=1, key=quoted(name), params=params)
        )
    problems.extend(
        Problem(
            path=path,
            fault=reading.CSV_MISSING_COLUMN,
            line=line,
            column=1,
            key=name,
            params={"name": name},
        )
        for name in columns
        if name not in header and name not in optional
    )
    return problems


def _cell_start(record: str, line: int, index: int) -> tuple[int, int]:
    """Where cell number ``index`` of ``record`` begins; the record begins on ``line``."""
    at, cell, within_quotes = 0, 0, False
    while cell < index and at < len(record):
        if record[at] == '"':
            within_quotes = not within_quotes
        elif record[at] == "," and not within_quotes:
            cell += 1
        at += 1
    below, column = place_at(record, at)
    return line + below - 1, column
