"""Pieces of text put at cells of a picture, and the lines that come of them."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.domain.spelling import width
from briefing.pages.line import Line, Role, Span, merged


class Canvas:
    """A picture of blank cells; pieces put on it later cover those put before."""

    def __init__(self) -> None:
        self._pieces: dict[int, list[tuple[int, Span]]] = {}

    def put(self, line: int, cell: int, text: str, role: Role = Role.PLAIN) -> None:
        """Writes ``text`` from a cell of a line on; both count from 0."""
        self._pieces.setdefault(line, []).append((cell, Span(text, role)))

    def put_run(self, line: int, cell: int, run: Iterable[Span]) -> None:
        """Writes spans one behind the other."""
        for span in run:
            self.put(line, cell, span.text, span.role)
            cell += width(span.text)

    def lines(self, height: int) -> tuple[Line, ...]:
        """The first ``height`` lines."""
        return tuple(Line(merged(self._run(number))) for number in range(height))

    def _run(self, number: int) -> Iterable[Span]:
        cells: list[tuple[str, Role]] = []
        for start, span in self._pieces.get(number, ()):
            end = start + width(span.text)
            cells.extend((" ", Role.PLAIN) for _ in range(end - len(cells)))
            at = start
            for letter in span.text:
                wide = width(letter)
                if wide == 0 and at > start:
                    before, role = cells[at - 1]
                    cells[at - 1] = (before + letter, role)
                    continue
                cells[at] = (letter, span.role)
                for covered in range(at + 1, at + wide):
                    cells[covered] = ("", span.role)
                at += wide
        return (Span(letter, role) for letter, role in cells)
