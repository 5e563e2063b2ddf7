"""Pieces of text put at cells of a picture, and the lines that come of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

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

    def _run(self, number: int) -> Iterator[Span]:
        letters: list[str] = []
        roles: list[Role] = []
        for start, span in self._pieces.get(number, ()):
            own = _cells(span.text)
            end = start + len(own)
            lacking = end - len(letters)
            letters += [" "] * lacking
            roles += [Role.PLAIN] * lacking
            letters[start:end] = own
            roles[start:end] = [span.role] * len(own)
        at = 0
        for role, run in groupby(roles):
            begun, at = at, at + len(list(run))
            yield Span("".join(letters[begun:at]), role)


def _cells(text: str) -> list[str]:
    """The letters by cells: marks stand with the letter before them, a wide letter in two cells."""
    if width(text) == len(text):
        return list(text)
    found: list[str] = []
    for letter in text:
        wide = width(letter)
        if wide or not found:
            found += [letter, *[""] * (wide - 1)]
        else:
            found[-1] += letter
    return found
