"""Raising indexes on a profile: total, points and rank follow every key; nothing is kept."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from briefing import formatting, wording
from briefing.complaints import complaint
from briefing.domain.profile import Profile
from briefing.domain.spelling import clip
from briefing.pages.blocks import Page, Paragraph
from briefing.pages.layout import lay_out
from briefing.pages.line import Line, Link, LinkKind, Role, Span, span_width, spans
from briefing.pages.what_if_form import RANK, form_answer, form_rows
from briefing.pages.what_if_refused import refusal_text
from briefing.pages.what_if_words import index_text, part_name
from briefing.screens.dialog import Dialog
from briefing.screens.field import Field
from briefing.show.filled_in import filled_in
from briefing.store.errors import StoreError
from briefing.supposing import Ground, ground_on
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView

LEAST_ANSWER = 3
"""Lines of the answer on the lowest screen."""


class WhatIfScreen(Dialog):
    """A row for each main index and one for a rank; the field holds the row under the cursor."""

    OPENER = "what_if"
    BACK = ("shift+tab",)
    ON = ("tab", "enter")

    def __init__(self, profile: Profile, link: Link | None) -> None:
        """For what ``profile`` tells, the cursor on the index that ``link`` opens, if any."""
        super().__init__()
        self._profile = profile
        self._link = link
        self._ground: Ground | None = None
        self._fault = ""
        self._busy = True
        self._at = ""
        self._texts: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Lines(id="dialog-title")
            yield Field(placeholder="", select_on_focus=False, id="dialog-input")
            yield Lines(id="what-if-answer")
            yield LineView(id="dialog-list")

    def on_mount(self) -> None:
        """Reads what is published of all units before anything can be typed."""
        super().on_mount()
        self.app.run_worker(self._look, thread=True, group="what-if")

    @property
    def is_ready(self) -> bool:
        """Whether the published results have been read."""
        return super().is_ready and not self._busy

    def _look(self) -> None:
        ground, fault = None, ""
        try:
            with self.desk.open_reader() as reader, reader.one_moment():
                ground = ground_on(reader, self._profile)
        except StoreError as error:
            fault = complaint(error, self.desk.tr).text
        self.app.call_from_thread(self._has_looked, ground, fault)

    def _has_looked(self, ground: Ground | None, fault: str) -> None:
        self._ground, self._fault, self._busy = ground, fault, False
        if self.is_attached and self.query("#dialog-list"):
            self._list_for("")
            self.query_one(Field).display = ground is not None
            if ground is not None:
                self.query_one("#dialog-list", LineView).move_to_link(self._first(ground))
            self._follow()
            self._give_room()
        self.desk.go_on_soon()

    def _first(self, ground: Ground) -> Link:
        """The index that the profile stood on, else the one on which most points are lost."""
        scored = ground.framework.scored
        lost = {
            part.id: (1 - ground.shares.get(part.id, 1.0)) * (part.max_points or 0)
            for part in scored
        }
        opened = "" if self._link is None else self._link.ref.partition("/")[0]
        found = next((part.id for part in scored if part.indicator == opened), None)
        return Link(LinkKind.ACTION, found or max(lost, key=lambda id_: lost[id_]))

    def title_text(self) -> str:
        """Which index is assumed, on which results as far as they fit: the list says them too."""
        tr, ground = self.desk.tr, self._ground
        if ground is None:
            return tr.gettext("Giả định")
        name, room = self._row_name(ground), self.title_room()
        period = formatting.period(*ground.period, tr)
        results = tr.gettext("{framework}, {period}").format(
            framework=wording.framework_name(ground.framework, tr), period=period
        )
        part = ground.framework.part(self._at)
        short = name if part is None else part_name(part, tr)
        whole = (f"{name} · {results}", f"{name} · {period}", name)
        return next((text for text in whole if span_width(spans(text)) <= room), short)

    def _row_name(self, ground: Ground) -> str:
        """What the field is for: "Giả định Thể chế số, công bố 0,8000"."""
        tr = self.desk.tr
        part = ground.framework.part(self._at)
        if part is None:
            return tr.gettext("Tính ngược: muốn đạt hạng mấy trong {universe}?").format(
                universe=ground.totals.universe
            )
        name, share = part_name(part, tr), ground.shares.get(part.id)
        if share is None:
            return tr.gettext("Giả định {index}, chưa công bố").format(index=name)
        return tr.gettext("Giả định {index}, công bố {value}").format(
            index=name, value=index_text(share, tr)
        )

    def placeholder(self) -> str:
        """How to write what the row takes."""
        tr = self.desk.tr
        if self._at == RANK:
            return tr.gettext("hạng muốn đạt, ví dụ 3")
        return tr.gettext("0,90 hoặc 90%; nâng thêm: +0,05")

    def page_for(self, text: str) -> Page:
        """The rows, with ``text`` in the one under the cursor; why there are none."""
        tr, ground = self.desk.tr, self._ground
        if ground is None:
            said = self._fault or self._why_not()
            return Page(title="", blocks=(Paragraph(spans=spans((said, Role.WARNING)), hang=2),))
        if self._at:
            self._texts[self._at] = text
        filled = filled_in(ground, self._texts, tr)
        self._show_answer(form_answer(filled.outcome, tr, even=filled.even, faults=filled.faults))
        return form_rows(filled.outcome, ground.period, self._texts.get(RANK, "").strip(), tr)

    def _show_answer(self, page: Page) -> None:
        """Above the rows, so that it stays in view; on a low screen its first lines."""
        answer = self.query_one("#what-if-answer", Lines)
        width = self.query_one("#dialog-list", LineView).size.width - 1
        most = max(LEAST_ANSWER, self.size.height // 3)
        lines = tuple(lay_out(page, max(width, 30)))
        if len(lines) > most:
            cut = Span(clip(lines[most - 1].text + " ", max(width, 30) - 1) + "…", Role.MUTED)
            lines = (*lines[: most - 1], Line((cut,)))
        answer.styles.height = len(lines) + 1
        answer.show(lines)
        self.call_after_refresh(self._show_row)

    def _show_row(self) -> None:
        """Keeps the row that the field is for in view, however much room the answer takes."""
        if self.query("#dialog-list"):
            self.query_one("#dialog-list", LineView).reveal()

    def _why_not(self) -> str:
        tr = self.desk.tr
        if self._busy:
            return tr.gettext("Đang đọc số liệu…")
        return refusal_text(self._profile, tr)

    async def take(self, typed: events.Key | events.Paste) -> None:
        """Moves from row to row; Enter and Tab go on to the next, anything else is typed."""
        key = typed.key if isinstance(typed, events.Key) else ""
        if self._ground is None and key not in self.CLOSING and not self.desk.quits(key):
            return  # there is no field
        if key in self.ON or key in self.BACK:
            self._step_round(-1 if key in self.BACK else 1)
        else:
            await super().take(typed)
            self._follow()

    def _step_round(self, direction: int) -> None:
        """To the next row or the one before; behind the last comes the first."""
        self.list_now()
        view = self.query_one("#dialog-list", LineView)
        before = view.link
        view.step(direction)
        if view.link == before:
            view.to_edge(-direction)
        self._follow()

    def choose(self, link: Link | None) -> None:
        """A row that was clicked twice: the cursor stands on it already."""
        self._follow()

    @on(LineView.Moved)
    def _row_reached(self) -> None:
        self._follow()

    def _follow(self) -> None:
        """Puts what was typed for the row under the cursor into the field."""
        if not self.query("#dialog-list"):
            return
        link = self.query_one("#dialog-list", LineView).link
        if link is None or link.ref == self._at:
            return
        self._at = link.ref
        field = self.query_one(Field)
        field.value = self._listed = self._texts.get(link.ref, "")
        field.cursor_position = len(field.value)
        self._give_room()

    def _list_for(self, text: str, *, keep: bool = False) -> None:
        super()._list_for(text, keep=True)
