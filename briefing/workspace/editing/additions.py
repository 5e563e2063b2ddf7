"""What staff want of an entry, as steps in its file: a value, a note, a later deadline, an end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from briefing.domain.periods import Deadline, DeadlineKind
from briefing.domain.spelling import fold, nfc
from briefing.problems import Fault, Problem, listed, nearest, quoted
from briefing.workspace import goal_field, yaml_tree
from briefing.workspace.editing import steps as taking
from briefing.workspace.editing.finding import Found, loc_of
from briefing.workspace.editing.refusals import NoSuchEntry, ValueRefused, problem
from briefing.workspace.editing.spans import ScalarSpan
from briefing.workspace.editing.spelling import Word
from briefing.workspace.editing.steps import Add, Step
from briefing.workspace.editing.values import (
    day_word,
    field_at,
    understood,
)
from briefing.workspace.editing.wants import (
    Done,
    Extended,
    GoalChange,
    Note,
    Put,
    UnitDone,
    Wanted,
)
from briefing.workspace.faults import editing, meaning, values
from briefing.workspace.records import keys_of
from briefing.workspace.yaml_tree import Loc

_DOCUMENTS = "data/catalogue/documents.yaml"
_ENDS = ".!?;:…"


def steps(root: Path, found: Found, wanted: Wanted) -> tuple[Step, ...]:
    """What is to be done in the file. Raises :class:`EditRefused` for what makes no sense there."""
    match wanted:
        case Put(fields):
            return tuple(step for field, text in fields for step in _put(found, field, text))
        case GoalChange():
            return _goal_change(root, found, wanted)
        case Done(on):
            _must_be(found, "task", editing.NOT_A_TASK)
            if on > date.today():
                place, day = f"{found.id}.done_on", f"{on:%d/%m/%Y}"
                raise ValueRefused(problem(place, editing.DONE_LATER, value=day))
            return (*_say(found, "state", "done"), *_say(found, "done_on", on.isoformat()))
        case UnitDone(unit):
            _must_be(found, "task", editing.NOT_A_TASK)
            return (_added(found, "done_units", Word(nfc(unit).strip())),)
        case Note(text, on, english):
            said = (_note(found, "note", text, on),)
            return (*said, _note(found, "note_en", english, on)) if english else said
        case Extended():
            return _extension(found, wanted)


def _put(found: Found, field: str, text: str) -> tuple[Step, ...]:
    loc = loc_of(field)
    if not loc:
        example = quoted(f"{found.id}.note")
        fault = editing.NO_FIELD if not field else editing.NO_SUCH_FIELD
        known = listed(keys_of(found.model, ()))
        raise NoSuchEntry(
            problem(found.id, fault, example=example, name=quoted(field), known=known)
        )
    if loc == ("id",):
        raise NoSuchEntry(problem(f"{found.id}.id", editing.IDENTITY))
    if found.kind == "target" and loc == ("goal",):
        return _goal(found, text)
    return _say(found, field, text)


def _say(found: Found, field: str, text: str) -> tuple[Step, ...]:
    """The step that makes a field say ``text``; the blocks and items it is in must be there."""
    loc = loc_of(field)
    known = field_at(found.model, found.id, loc)
    said = understood(known, text)
    found.must_be_sound(loc)
    inner = found.span(loc[:-1])
    here = found.span(loc)
    if inner is None or (here is None and isinstance(loc[-1], int)):
        line, column = found.position(loc)
        fault, path = editing.NO_PARENT, found.source.path
        raise NoSuchEntry(problem(path, fault, line=line, column=column, name=quoted(field)))
    return (taking.Put((*found.base, *loc), said.word, said.meant, known.order),)


def _goal(found: Found, text: str) -> tuple[Step, ...]:
    """A goal typed or written with its sign (``≥ 85``) is written as ``goal`` and ``goal_op``."""
    typed = _parts(text)
    span = found.span(("goal",))
    stands = _parts(span.text) if isinstance(span, ScalarSpan) and span.style else {}
    typed.setdefault("goal_op", stands.get("goal_op", ""))
    made: list[Step] = []
    for key in ("goal", "goal_op", "goal_high"):
        if typed.get(key):
            made += _say(found, key, typed[key])
        elif key == "goal":
            made += _say(found, key, "")
    return tuple(made)


def _parts(text: str) -> dict[str, str]:
    """``goal`` and what its sign says besides."""
    spelt = goal_field.spelt_out({"goal": nfc(text).strip()})
    return {key: str(part) for key, part in spelt.items()} if isinstance(spelt, dict) else {}


def _note(found: Found, key: str, text: str, on: date) -> Step:
    """A note with the day and the new words behind the old ones, which are not touched."""
    said = nfc(text).strip()
    if not said:
        raise ValueRefused(problem(f"{found.id}.{key}", editing.NO_NOTE))
    said = f"({on:%d/%m/%Y}) {said}"
    span = found.span((key,))
    if isinstance(span, ScalarSpan) and _text(found, (key,)):
        old = span.text.rstrip()
        gap = "\n" if span.style == "|" else " " if old.endswith(tuple(_ENDS)) else "; "
        said = old + gap + said
    found.must_be_sound((key,))
    known = field_at(found.model, found.id, (key,))
    wanted = nfc(said)

    def meant(written: object) -> bool:
        return isinstance(written, str) and written.rstrip() == wanted

    return taking.Put((*found.base, key), Word(said), meant, known.order)


def _goal_change(root: Path, found: Found, wanted: GoalChange) -> tuple[Step, ...]:
    _must_be(found, "target", editing.NOT_A_TARGET)
    found.must_be_sound(("changes",))
    goal = _text(found, ("goal",))
    count = _count(found, "changes")
    stood = _text(found, ("changes", count - 1, "to")) if count else _parts(goal).get("goal", "")
    after = field_at(found.model, found.id, ("changes", 0, "to"))
    said = understood(after, wanted.text)
    try:
        before = understood(after, stood)
    except ValueRefused:
        place = f"{found.id}.goal"
        raise ValueRefused(problem(place, editing.NO_NUMBER_GOAL)) from None
    if said.wanted == before.wanted:
        place = f"{found.id}.goal"
        raise ValueRefused(problem(place, editing.ALREADY_GOAL, value=quoted(stood)))
    id_, dated = _document(root, wanted.document, f"{found.id}.changes")
    on = wanted.on or dated
    if on is None:
        fault = editing.NO_DOCUMENT_DATE
        raise ValueRefused(problem(found.id, fault, name=quoted(wanted.document)))
    item = (("on", day_word(on)), ("from", before.word), ("to", said.word), ("document", Word(id_)))
    return (_added(found, "changes", item),)


def _extension(found: Found, wanted: Extended) -> tuple[Step, ...]:
    _must_be(found, "task", editing.NOT_A_TASK)
    found.must_be_sound(("extensions",))
    place = f"{found.id}.due"
    said = understood(field_at(found.model, found.id, ("extensions", 0, "due")), wanted.due)
    due = said.wanted.end if isinstance(said.wanted, Deadline) else None
    if due is None or not isinstance(said.wanted, Deadline):
        raise ValueRefused(problem(place, values.NOT_DATE, value=quoted(wanted.due)))
    count = _count(found, "extensions")
    loc: Loc = ("extensions", count - 1, "due") if count else ("due",)
    before = _end(found, loc)
    if before is None:
        raise ValueRefused(problem(place, editing.NO_DEADLINE))
    if due <= before:
        new, old = f"{due:%d/%m/%Y}", f"{before:%d/%m/%Y}"
        raise ValueRefused(problem(place, editing.NOT_LATER, value=new, before=old))
    by = nfc(wanted.by).strip()
    if not by:
        raise ValueRefused(problem(f"{found.id}.extensions[{count}].by", values.EMPTY))
    is_day = wanted.due.strip("0123456789/.- ") == ""
    until = day_word(due) if is_day and said.wanted.kind is DeadlineKind.DATE else said.word
    item = [("on", day_word(wanted.on)), ("due", until), ("by", Word(by))]
    if note := nfc(wanted.note).strip():
        item.append(("note", Word(note)))
    return (_added(found, "extensions", tuple(item)),)


def _added(found: Found, key: str, item: tuple[tuple[str, Word], ...] | Word) -> Step:
    found.must_be_sound((key,))
    known = field_at(found.model, found.id, (key, 0) if isinstance(item, Word) else (key, 0, "on"))
    order = keys_of(found.model, ())

    def says(content: object, word: Word) -> bool:
        return str(content) == word.text or (word.machine and _same_number(content, word.text))

    def meant(written: object) -> bool:
        if isinstance(item, Word):
            return written == item.text
        if not isinstance(written, dict) or list(written) != [name for name, _ in item]:
            return False
        return all(says(written[name], word) for name, word in item)

    return Add((*found.base, *known.loc[:1]), item, meant, order)


def _same_number(content: object, text: str) -> bool:
    try:
        return float(str(content)) == float(text.replace(",", "."))
    except ValueError:
        return False


def _document(root: Path, named: str, place: str) -> tuple[str, date | None]:
    """A document's id and date, by its id or its number.

    Raises :class:`ValueRefused` for one that is not there, with the nearest that is, and for a
    number that several have. A catalogue that cannot be read is for ``check`` to tell.
    """
    wanted = nfc(named).strip()
    documents = _documents(root)
    if documents is None:
        return wanted, date.today()
    found = [each for each in documents if each.get("id") == wanted] or [
        each for each in documents if fold(str(each.get("number", ""))) == fold(wanted)
    ]
    if len(found) > 1:
        ids = listed(str(each.get("id")) for each in found)
        fault = editing.SEVERAL_DOCUMENTS
        raise ValueRefused(problem(place, fault, value=quoted(wanted), known=ids))
    if not found:
        known = [str(each[key]) for key in ("number", "id") for each in documents if key in each]
        near, fault = nearest(wanted, known), meaning.UNKNOWN_DOCUMENT
        raise ValueRefused(problem(place, fault, value=quoted(wanted), suggestion=near))
    dated = found[0].get("date")
    return str(found[0].get("id")), dated if isinstance(dated, date) else None


def _documents(root: Path) -> list[dict[str, object]] | None:
    """The entries of the catalogue of documents; ``None`` when it cannot be read."""
    problems: list[Problem] = []
    try:
        text = (root / _DOCUMENTS).read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return None
    tree = yaml_tree.parse(_DOCUMENTS, text, problems)
    held = yaml_tree.to_python(tree) if tree is not None else None
    entries = held.get("documents") if isinstance(held, dict) else None
    if not isinstance(entries, list):
        return None
    return [each for each in entries if isinstance(each, dict)]


def _end(found: Found, loc: Loc) -> date | None:
    """The last day of a deadline in the file, however it is spelt; ``None`` without one."""
    text = _text(found, loc)
    if not text:
        return None
    reading = understood(field_at(found.model, found.id, loc), text).wanted
    return reading.end if isinstance(reading, Deadline) else None


def _text(found: Found, loc: Loc) -> str:
    span = found.span(loc)
    if not isinstance(span, ScalarSpan) or (not span.style and span.text in ("~", "null")):
        return ""
    return nfc(span.text).strip()


def _count(found: Found, key: str) -> int:
    count = 0
    while found.span((key, count)) is not None:
        count += 1
    return count


def _must_be(found: Found, kind: str, fault: Fault) -> None:
    if found.kind != kind:
        line, column = found.position()
        raise NoSuchEntry(problem(found.source.path, fault, line=line, column=column, key=found.id))
