"""Bullet bars in eighths of a cell."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.pages.blocks import Bar
from briefing.pages.line import Role, Span

EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(cell: Bar, cells: int) -> tuple[Span, ...]:
    """A bullet bar of ``cells`` width in eighths of a cell, the goal as a tick on top."""
    if cell.share is None:
        return (Span(" " * cells),)
    eighths = round(max(0.0, min(cell.share, 1.0)) * cells * 8)
    full, part = divmod(eighths, 8)
    filled = "█" * full + (EIGHTHS[part] if part else "")
    rest = cells - len(filled)
    made = [Span(filled, cell.role), Span(" " * rest, Role.TRACK)]
    if cell.tick is None or not 0 <= cell.tick <= 1:
        return tuple(span for span in made if span.text)
    at = min(cells - 1, max(0, round(cell.tick * cells) - 1))
    text = filled + " " * rest
    roles = [cell.role] * len(filled) + [Role.TRACK] * rest
    return tuple(
        span
        for span in (
            *_runs(text[:at], roles[:at]),
            Span("┃", Role.TICK),
            *_runs(text[at + 1 :], roles[at + 1 :]),
        )
        if span.text
    )


def _runs(text: str, roles: Sequence[Role]) -> list[Span]:
    runs: list[Span] = []
    for char, role in zip(text, roles, strict=True):
        if runs and runs[-1].role is role:
            runs[-1] = Span(runs[-1].text + char, role)
        else:
            runs.append(Span(char, role))
    return runs
