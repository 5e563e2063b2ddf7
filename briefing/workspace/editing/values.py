"""What a user's text means as the value of a field, and how a plan's file spells that."""

from __future__ import annotations

import re
import typing
from datetime import date
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from briefing.domain.spelling import fold, nfc
from briefing.domain.value import value
from briefing.problems import listed, nearest, quoted
from briefing.workspace import scalars
from briefing.workspace.editing.refusals import NoSuchEntry, ValueRefused, problem
from briefing.workspace.editing.spelling import NULL, Word
from briefing.workspace.faults import editing, values
from briefing.workspace.records import keys_of
from briefing.workspace.yaml_tree import Loc, key_path

_FLAGS = {"true": True, "yes": True, "co": True, "false": False, "no": False, "khong": False}
_PRINTED_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


@value
class Field:
    """A field of an entry: the entry's id and the field's path, its type, the keys beside it."""

    ref: str
    loc: Loc
    kind: Any
    order: tuple[str, ...]

    @property
    def name(self) -> str:
        """``nb-ct-hstt.goal``: how a user names it."""
        return f"{self.ref}.{key_path(self.loc)}"

    def reading(self, found: object) -> object:
        """What the program reads where a file says ``found``. Raises ``ValidationError``."""
        return TypeAdapter(self.kind).validate_python(found)


def field_at(model: type[BaseModel], ref: str, loc: Loc) -> Field:
    """The field at ``loc`` of an entry. Raises :class:`NoSuchEntry` for one that there is none of.

    A block or a list is none either: its values are.
    """
    kind: object = model
    order: tuple[str, ...] = ()
    for depth, step in enumerate(loc):
        here = key_path(loc[: depth + 1])
        inner = _model_of(kind)
        if isinstance(step, int) and _item_of(kind) is not None:
            kind = _item_of(kind)
        elif isinstance(step, int) or inner is None:
            known = listed(keys_of(inner, ()) if inner else order)
            raise NoSuchEntry(problem(ref, editing.NO_SUCH_FIELD, name=here, known=known))
        else:
            order = keys_of(inner, ())
            if step not in order:
                raise NoSuchEntry(
                    problem(
                        ref,
                        editing.NO_SUCH_FIELD,
                        name=quoted(step),
                        known=listed(order),
                        suggestion=nearest(step, order),
                    )
                )
            info = next(
                info for name, info in inner.model_fields.items() if step == (info.alias or name)
            )
            kind = _annotated(info)
    if _model_of(kind) is not None or _item_of(kind) is not None:
        example = _example(ref, loc, kind)
        raise NoSuchEntry(
            problem(ref, editing.NOT_A_SCALAR, name=quoted(key_path(loc)), example=example)
        )
    return Field(ref, loc, kind, order)


@value
class Understood:
    """How a file is to spell what somebody typed for a field, and what it says there."""

    field: Field
    word: Word
    wanted: object

    def meant(self, found: object) -> bool:
        """Whether a file that says ``found`` says the same."""
        try:
            same: bool = self.field.reading(found) == self.wanted
        except ValidationError:
            return False
        return same


def understood(field: Field, text: str) -> Understood:
    """How a file is to spell what a user typed for ``field``, and what it must read back as.

    ``85,5`` is a decimal, 31/12/2025 a day, có and không are true and false; nothing at all empties
    the field. Raises :class:`ValueRefused`, for a number with two readings with both of them.
    """
    text = nfc(text).strip()
    word, content = _spelt(field, text)
    try:
        return Understood(field, word, field.reading(content))
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)[0]
        params = dict(found.get("ctx", {}))
        fault = params.pop("fault", values.NOT_TEXT)
        params.pop("code", None)
        params["value"] = quoted(text)
        raise ValueRefused(problem(field.name, fault, **params)) from None


def day_word(day: date) -> Word:
    """A day as a plan's file spells it."""
    return Word(day.isoformat(), machine=True)


def number_word(text: str) -> Word:
    """A number that has one reading as a plan's file spells it: with a dot, or as it is printed.

    The decimals typed are kept; a comma stays where a dot would look like thousands (``85,125``).
    """
    machine = text
    if scalars.number(text) is None:
        machine = text.replace(".", "").replace(",", ".")
    printed = machine.replace(".", ",")
    if scalars.has_two_readings(machine):
        return Word(printed, machine=True)
    return Word(machine, machine=True, printed=printed)


def read_day(text: str) -> date | None:
    """A day from ``2025-12-31``, ``31/12/2025``, ``31.12.2025`` or ``31-12-2025``."""
    found = _PRINTED_DAY.fullmatch(text)
    if found is None:
        return scalars.iso_date(text)
    return scalars.iso_date(f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}")


def _spelt(field: Field, text: str) -> tuple[Word, object]:
    """A word for a file, and what a reader of the file makes of it."""
    kinds = set(_kinds(field.kind))
    if not text:
        return NULL, None
    if bool in kinds:
        flag = _FLAGS.get(fold(text))
        return (Word(text), text) if flag is None else (Word(str(flag).lower(), machine=True), flag)
    if date in kinds:
        day = read_day(text)
        return (Word(text), text) if day is None else (day_word(day), day)
    if float in kinds or int in kinds:
        known = scalars.figure(text) is not None and not scalars.has_two_readings(text)
        return (number_word(text) if known else Word(text)), text
    if not kinds <= {str, type(None)} and scalars.iso_date(text) is not None:
        return Word(text, machine=True), scalars.iso_date(text)
    return Word(text), text


def _annotated(info: FieldInfo) -> object:
    """A field's type with the readers that its model gives it."""
    found: Any = typing.Annotated
    return found[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def _kinds(kind: object) -> typing.Iterator[object]:
    parts = typing.get_args(kind)
    if typing.get_origin(kind) is typing.Annotated:
        parts = parts[:1]
    if not parts:
        yield kind
    for part in parts:
        yield from _kinds(part)


def _model_of(kind: object) -> type[BaseModel] | None:
    """The model of a block; ``None`` for anything else, lists as well."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    if _item_of(kind) is not None:
        return None
    found = (_model_of(part) for part in typing.get_args(kind))
    return next((model for model in found if model is not None), None)


def _item_of(kind: object) -> object | None:
    """The type of a list's items; ``None`` for what is no list."""
    if typing.get_origin(kind) is tuple:
        item: object = typing.get_args(kind)[0]
        return item
    if typing.get_origin(kind) is typing.Annotated:
        return _item_of(typing.get_args(kind)[0])
    return None


def _example(ref: str, loc: Loc, kind: object) -> str:
    """A value inside a block or a list, as a user may name it."""
    item = _item_of(kind)
    inner = _model_of(item if item is not None else kind)
    path = key_path(loc) + ("[0]" if item is not None else "")
    return quoted(f"{ref}.{path}" + (f".{keys_of(inner, ())[0]}" if inner is not None else ""))
