"""Changing the target or task under the cursor: one question after the other, then it is written.

Imported when somebody edits; a viewer's session never does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from briefing import formatting
from briefing.complaints import OURS, complaint
from briefing.desk import read_day
from briefing.domain.plain_text import visible
from briefing.domain.spelling import fold
from briefing.pages.blocks import Page
from briefing.pages.edits import choices_page, question_page
from briefing.pages.line import Link, LinkKind
from briefing.screens.dialog import Dialog
from briefing.screens.edit_forms import (
    BY_ID,
    TARGET,
    TASK,
    Form,
    Question,
    carry_out,
    forms_for,
    last_day,
    undo_text,
)
from briefing.screens.field import Field
from briefing.screens.page_screen import PageScreen
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.amending import Amended
    from briefing.app import BriefingApp
    from briefing.workspace.editing import Looked

KINDS = {LinkKind.TARGET: TARGET, LinkKind.TASK: TASK}
SHOWN_VALUE = 60
"""Characters of a present value that stand beside a choice."""


def edit_line(screen: PageScreen[Any]) -> None:
    """Opens the dialog for what ``screen`` is about, else for the line under its cursor."""
    about = getattr(screen, "link", None)
    link = screen.query_one("#page", LineView).link
    if isinstance(about, Link) and about.kind in KINDS:
        link = about
    kind = KINDS.get(link.kind, "") if link is not None else ""
    screen.app.push_screen(EditScreen(kind, link.ref if link is not None and kind else ""))


class EditScreen(Dialog):
    """Asks what is to be changed, then for each value; Esc goes back one question."""

    OPENER = "edit"

    def __init__(self, kind: str, ref: str) -> None:
        """For a ``target`` or a ``task`` with its id; for neither, only to undo."""
        super().__init__()
        self._kind = kind
        self._ref = ref
        self._looked: Looked | None = None
        self._undoable = ""
        self._form: Form | None = None
        self._step = 0
        self._answers: dict[str, str] = {}
        self._busy = True
        self._faults: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Looks at the file before anything is asked."""
        super().on_mount()
        self._at_work(self._look)

    @property
    def is_ready(self) -> bool:
        """Whether there is something to answer, and nothing being written."""
        return super().is_ready and not self._busy

    @property
    def _question(self) -> Question | None:
        if self._form is None or self._step >= len(self._form.questions):
            return None
        return self._form.questions[self._step]

    def title_text(self) -> str:
        """What is changed, and of what."""
        tr = self.desk.tr
        asked = self._question or self._form
        what = tr.gettext("Sửa") if asked is None else tr.gettext(asked.label)
        name = ""
        if self._form is None or self._form.id != "undo":
            said = self._looked.values if self._looked else {}
            name = tr.pick(said.get("title", ""), said.get("title_en", "")) or self._ref
        return f"{what}: {visible(name)}" if name else what

    def placeholder(self) -> str:
        """How to answer the question."""
        tr, question = self.desk.tr, self._question
        if question is not None:
            return tr.gettext(question.placeholder)
        return tr.gettext("gõ để lọc") if self._form is None else ""

    def page_for(self, text: str) -> Page:
        """The choices; or what was answered so far, and what Enter does now."""
        tr = self.desk.tr
        if self._busy:
            waiting = tr.gettext("Đang đọc tệp…") if not self._answers else tr.gettext("Đang ghi…")
            return question_page((), "", advice=waiting)
        if self._form is None:
            return choices_page(self._choices(text), tr, self._faults)
        said = [
            (tr.gettext(question.label), self._answers[question.key])
            for question in self._form.questions[: self._step]
            if self._answers[question.key].strip()
        ]
        if self._step == 0 and (now := self._now(self._form)):
            said.append((tr.gettext("Tệp đang ghi"), now))
        advice = self._advice_on(text)
        onward = "" if advice else self._onward(text)
        back = tr.gettext("Esc: lùi lại; chưa có gì được ghi.")
        return question_page(said, onward, faults=self._faults, advice=advice, back=back)

    def _choices(self, text: str) -> list[tuple[str, str, str]]:
        tr, words = self.desk.tr, fold(text).split()
        forms = forms_for(self._kind if self._looked else "", undoable=bool(self._undoable))
        return [
            (form.id, tr.gettext(form.label), self._now(form))
            for form in forms
            if all(word in fold(tr.gettext(form.label)) for word in words)
        ]

    def _now(self, form: Form) -> str:
        """What the file says now, or what would be undone."""
        if form.id == "undo":
            return self._undoable
        now = self._looked.values.get(form.says, "") if self._looked else ""
        now = " ".join(now.split())
        return now if len(now) <= SHOWN_VALUE else now[: SHOWN_VALUE - 1] + "…"

    def _advice_on(self, text: str) -> str:
        """What is wanted, when ``text`` does not answer the question."""
        tr, question = self.desk.tr, self._question
        if question is None:
            return ""
        if not text.strip():
            return tr.gettext("Cần ghi rõ.") if question.required else ""
        if question.is_day and read_day(text) is None:
            return tr.gettext("Viết ngày như 31/12/2025, 31.12.2025 hoặc 2025-12-31.")
        if question.is_deadline and last_day(text) is None:
            return tr.gettext("Viết ngày như 31/12/2026, hoặc Quý IV/2026, hết năm 2026.")
        return ""

    def _onward(self, text: str) -> str:
        """What Enter does with ``text``."""
        tr, question = self.desk.tr, self._question
        assert self._form is not None
        last = self._step >= len(self._form.questions) - 1
        if question is None:
            return tr.gettext("Enter: hoàn tác")
        day = read_day(text) if question.is_day else None
        if question.is_day and day is None:
            day = self.desk.desk.today
        if question.is_deadline:
            day = last_day(text)
        said = formatting.date_text(day, tr) if day else visible(text.strip())
        do = tr.gettext("Enter: ghi vào tệp") if last else tr.gettext("Enter: tiếp")
        return f"{do} · {said}" if said else do

    def choose(self, link: Link | None) -> None:
        """Takes a choice, or the answer that was typed."""
        if link is None or self._busy:
            return
        self._faults = ()
        if self._form is None:
            self._form, self._step, self._answers = BY_ID[link.ref], 0, {}
            self._ask("")
            return
        question = self._question
        if question is not None:
            self._answers[question.key] = self.query_one(Field).text.strip()
            self._step += 1
        if self._step < len(self._form.questions):
            asked = self._form.questions[self._step]
            self._ask(self._answers.get(asked.key, ""))
        else:
            self._write()

    def action_cancel(self) -> None:
        """Goes back one question; from the choices, closes."""
        self._faults = ()
        if self._form is None:
            super().action_cancel()
        elif self._step == 0:
            self._form = None
            self._ask("")
        else:
            self._step -= 1
            self._ask(self._answers[self._form.questions[self._step].key])

    def _ask(self, text: str) -> None:
        """Shows the question in force with ``text`` as its answer so far."""
        if not self.query("#dialog-list"):
            return
        field = self.query_one(Field)
        field.value = text
        field.cursor_position = len(text)
        self._give_room()
        self._list_for(text)

    def _write(self) -> None:
        assert self._form is not None
        self._busy = True
        self._list_for(self.query_one(Field).text)
        self._at_work(partial(self._carry_out, self._form))

    def _at_work(self, do: Callable[[], None]) -> None:
        """Does something in a thread that outlives the dialog."""
        self.app.run_worker(do, thread=True, group="edit")

    def _look(self) -> None:
        from briefing.workspace import editing
        from briefing.workspace.editing import journal

        root = self.desk.desk.settings.root
        looked, undoable = None, ""
        faults: tuple[str, ...] = ()
        try:
            if self._ref:
                looked = editing.look(root, f"{self._kind}:{self._ref}")
        except OURS as error:
            faults = complaint(error, self.desk.tr).lines
        try:
            last = journal.newest(root)
        except OURS:
            last = None  # to undo it would say why it cannot be
        if last is not None:
            undoable = undo_text(last[1].ref, last[1].changes, last[1].at, self.desk.tr)
        self.app.call_from_thread(self._has_looked, looked, faults, undoable)

    def _has_looked(self, looked: Looked | None, faults: tuple[str, ...], undoable: str) -> None:
        self._looked, self._undoable = looked, undoable
        self._faults = self._faults or faults
        self._busy = False
        if self.is_attached and self.query("#dialog-list"):
            self._ask(self.query_one(Field).text)
        self.desk.go_on_soon()

    def _carry_out(self, form: Form) -> None:
        desk = self.desk.desk
        try:
            with self._alone():
                done, said = carry_out(
                    form, self._looked, self._answers, desk.settings, desk.today, self.desk.tr
                )
        except OURS as error:
            self.app.call_from_thread(self._refused, complaint(error, self.desk.tr).lines)
        else:
            self.app.call_from_thread(self._done, done, said)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keeps whoever follows the folder from syncing an edit before its reason is known."""
        following = self.desk.following
        if following is None:
            yield
        else:
            with following.by_us():
                yield

    def _refused(self, lines: tuple[str, ...]) -> None:
        """Nothing was written: the first question again, with what is wrong above it."""
        self._faults, self._step = lines, 0
        if self._form is not None and self._form.questions:
            answer = self._answers[self._form.questions[0].key]
        else:
            self._form, answer = None, ""
        if self.query("#dialog-list"):
            self.query_one(Field).value = answer
        self._at_work(self._look)  # the file may be another by now

    def _done(self, done: Amended[Any], said: str) -> None:
        self._busy = False
        self._leave(None)
        if done.fault is not None:
            told = self.desk.tr.gettext("Đã ghi vào tệp, nhưng chưa cập nhật được cơ sở dữ liệu:")
            said = f"{told} {complaint(done.fault, self.desk.tr).text}"
        self.desk.call_later(_show, self.desk, said)


def _show(app: BriefingApp, said: str) -> None:
    """Shows what was written, and says so on the page that is in front again."""
    app.data_changed()
    if isinstance(app.screen, PageScreen):
        app.screen.say(said)
