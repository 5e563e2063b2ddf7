"""Pieces of text on a canvas."""

from __future__ import annotations

from briefing.pages.canvas import Canvas
from briefing.pages.line import Role, Span, spans


def test_pieces_stand_at_their_cells_with_blanks_between() -> None:
    canvas = Canvas()
    canvas.put(0, 6, "Huế", Role.GOOD)
    canvas.put(0, 1, "Vinh")
    canvas.put(2, 0, "x")
    assert [line.text for line in canvas.lines(3)] == [" Vinh Huế", "", "x"]


def test_what_is_put_later_covers_what_was_there() -> None:
    canvas = Canvas()
    canvas.put(0, 0, "──────", Role.MUTED)
    canvas.put(0, 2, "╮", Role.ACCENT)
    (line,) = canvas.lines(1)
    assert line.spans == (
        Span("──", Role.MUTED), Span("╮", Role.ACCENT), Span("───", Role.MUTED),
    )  # fmt: skip


def test_letters_of_two_parts_and_of_two_cells_keep_what_follows_in_place() -> None:
    canvas = Canvas()
    canvas.put(0, 0, "Hue\N{COMBINING CIRCUMFLEX ACCENT}")
    canvas.put(0, 4, "|")
    canvas.put(1, 0, "東京")
    canvas.put(1, 5, "|")
    first, second = canvas.lines(2)
    assert first.cells == 5 and second.cells == 6


def test_a_run_is_written_one_span_behind_the_other() -> None:
    canvas = Canvas()
    canvas.put_run(0, 2, spans(("✔", Role.GOOD), " hạng 1"))
    (line,) = canvas.lines(1)
    assert line.text == "  ✔ hạng 1"
