"""What may be changed on a line, and what is asked for it. Imported when somebody edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import formatting, statuses
from briefing.desk import read_day
from briefing.domain.periods import DeadlineError, read_deadline
from briefing.domain.plain_text import visible
from briefing.domain.value import value
from briefing.language import N_, Translator
from briefing.wording.changes import field_name, field_value
from briefing.wording.moments import moment

if TYPE_CHECKING:
    from briefing.amending import Amended
    from briefing.settings import Settings
    from briefing.workspace.editing import Edited, Looked, Undone

Answers = Mapping[str, str]
"""What was typed, by the question's key."""

TARGET, TASK = "target", "task"


@value(kw_only=True)
class Question:
    """One thing to type.

    ``is_day``: a day, today where nothing is typed. ``is_deadline``: a day, or a deadline as
    documents write it, with a last day.
    """

    key: str
    label: str
    placeholder: str
    required: bool = True
    is_day: bool = False
    is_deadline: bool = False


@value(kw_only=True)
class Form:
    """One way to change a target or a task: the questions it asks, in their order.

    ``says`` is the key of the file whose present value is shown beside the first question.
    """

    id: str
    kinds: tuple[str, ...]
    label: str
    questions: tuple[Question, ...] = ()
    says: str = ""


TODAY = N_("31/12/2025; để trống là hôm nay")
REASON = Question(
    key="reason",
    label=N_("Lý do"),
    placeholder=N_("ghi vào nhật ký sửa đổi"),
)
FORMS = (
    Form(
        id="goal",
        kinds=(TARGET,),
        label=N_("Mức đề ra mới"),
        says="goal",
        questions=(
            Question(key="goal", label=N_("Mức đề ra mới"), placeholder=N_("85,5 hoặc ≥ 85")),
            Question(
                key="document",
                label=N_("Văn bản điều chỉnh"),
                placeholder=N_("số hoặc mã văn bản; để trống nếu chỉ sửa cho đúng"),
                required=False,
            ),
            REASON,
        ),
    ),
    Form(
        id="done",
        kinds=(TASK,),
        label=N_("Đã xong"),
        questions=(
            Question(
                key="on",
                label=N_("Xong ngày nào"),
                placeholder=TODAY,
                required=False,
                is_day=True,
            ),
        ),
    ),
    Form(
        id="extend",
        kinds=(TASK,),
        label=N_("Gia hạn"),
        questions=(
            Question(
                key="due",
                label=N_("Thời hạn mới"),
                placeholder=N_("31/12/2026 hoặc Quý IV/2026"),
                is_deadline=True,
            ),
            Question(
                key="by",
                label=N_("Ai cho gia hạn"),
                placeholder=N_("người, cơ quan, hoặc số văn bản"),
            ),
            Question(
                key="on",
                label=N_("Cho gia hạn ngày nào"),
                placeholder=TODAY,
                required=False,
                is_day=True,
            ),
        ),
    ),
    Form(
        id="note",
        kinds=(TARGET, TASK),
        label=N_("Thêm ghi chú tình hình"),
        says="note",
        questions=(
            Question(
                key="text",
                label=N_("Ghi chú"),
                placeholder=N_("được ghi kèm ngày, sau ghi chú đã có"),
            ),
        ),
    ),
    Form(id="undo", kinds=(TARGET, TASK, ""), label=N_("Hoàn tác lần sửa gần nhất")),
)
BY_ID = {form.id: form for form in FORMS}


def last_day(text: str) -> date | None:
    """The last day of a deadline as it is typed; ``None`` where it is none or has no end."""
    try:
        return read_day(text) or read_deadline(text).end
    except DeadlineError:
        return None


def forms_for(kind: str, *, undoable: bool) -> tuple[Form, ...]:
    """What can be done with a line of that kind; ``""`` is a line that is neither."""
    return tuple(form for form in FORMS if kind in form.kinds and (form.id != "undo" or undoable))


def carry_out(
    form: Form,
    looked: Looked | None,
    answers: Answers,
    settings: Settings,
    today: date,
    tr: Translator,
) -> tuple[Amended[Edited] | Amended[Undone], str]:
    """Writes what was asked for into the folder and the database; what was done, and its light.

    Raises an ``EditRefused`` when nothing was written.
    """
    from briefing.amending import amend
    from briefing.workspace import editing

    if form.id == "undo":

        def why(undone: Undone) -> str:
            said = tr.gettext("Hoàn tác lần sửa lúc {when}").format(when=moment(undone.at, tr))
            return ": ".join(part for part in (said, undone.reason) if part)

        undone = amend(settings, editing.undo, why)
        return undone, _undone_text(undone, tr)
    assert looked is not None
    reason = answers.get("reason", "").strip()
    edited = amend(settings, _change(form, looked, answers, reason, today), lambda _: reason)
    return edited, _edited_text(form, edited, answers, today, tr)


def _change(
    form: Form, looked: Looked, answers: Answers, reason: str, today: date
) -> Callable[[Path], Edited]:
    """The edit that a form stands for, on the version that was looked at."""
    from briefing.workspace import editing

    # Two entries of different kinds may share an id.
    ref, seen = f"{looked.kind}:{looked.ref}", looked.version

    def change(root: Path) -> Edited:
        match form.id:
            case "goal" if document := answers["document"].strip():
                return editing.change_goal(
                    root, ref, answers["goal"], document=document, seen=seen, reason=reason
                )
            case "goal":
                return editing.edit(root, ref, "goal", answers["goal"], seen=seen, reason=reason)
            case "done":
                day = read_day(answers["on"]) or today
                return editing.mark_done(root, ref, day, seen=seen, reason=reason)
            case "extend":
                day = read_day(answers["on"]) or today
                return editing.extend(
                    root, ref, answers["due"], by=answers["by"], on=day, seen=seen, reason=reason
                )
            case _:
                return editing.add_note(
                    root, ref, answers["text"], on=today, seen=seen, reason=reason
                )

    return change


def _edited_text(
    form: Form, amended: Amended[Edited], answers: Answers, today: date, tr: Translator
) -> str:
    """What was written where, in a sentence."""
    did = amended.did
    if not did.changes:
        return tr.gettext("Tệp đã ghi đúng như vậy; không có gì để sửa.")
    name = visible(did.path.rpartition("/")[2])
    match form.id:
        case "goal":
            said = tr.gettext("Đã ghi mức đề ra mới vào {file}: {goal}.").format(
                file=name, goal=visible(answers["goal"].strip())
            )
        case "done":
            day = formatting.date_text(read_day(answers["on"]) or today, tr)
            said = tr.gettext("Đã ghi vào {file}: việc xong ngày {day}.").format(file=name, day=day)
        case "extend":
            due = last_day(answers["due"])
            day = formatting.date_text(due, tr) if due else visible(answers["due"])
            said = tr.gettext("Đã ghi vào {file}: gia hạn đến {day}.").format(file=name, day=day)
        case _:
            said = tr.gettext("Đã thêm ghi chú vào {file}.").format(file=name)
    return _with_light(said, amended, tr)


def _undone_text(amended: Amended[Undone], tr: Translator) -> str:
    did = amended.did
    said = tr.gettext("Đã trả {file} về như trước lần sửa lúc {when}.").format(
        file=visible(did.path.rpartition("/")[2]), when=moment(did.at, tr)
    )
    return _with_light(said, amended, tr)


def _with_light(said: str, amended: Amended[Edited] | Amended[Undone], tr: Translator) -> str:
    """What was done, and how the entry's own light changes, if it does."""
    if amended.effects is None:
        return said
    for light in amended.effects.lights:
        if light.id == amended.did.ref and light.before and light.after:
            more = tr.gettext("Đèn đổi: {before} → {after}.").format(
                before=statuses.word(light.before, tr), after=statuses.word(light.after, tr)
            )
            return f"{said} {more}"
    return said


def undo_text(
    ref: str, changes: Sequence[tuple[str, str | None, str | None]], at: str, tr: Translator
) -> str:
    """What would be undone, turned round: ``mức đề ra: 50 → 45, nb-ct (22/11/2026 06:50)``."""
    when = f"{ref} ({moment(at, tr)})"
    for field, old, new in changes:
        name = field.partition("[")[0]
        before, after = (_short(field_value(name, side, tr)) for side in (new, old))
        return f"{field_name(name, tr)}: {before} → {after}, {when}"
    return when


def _short(said: str) -> str:
    text = " ".join(said.split())
    return text if len(text) <= 24 else text[:23] + "…"
