"""Entries beside the places they stand in, and pydantic's findings turned into problems."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefing.domain.value import value
from briefing.problems import Fault, Problem, listed, nearest, quoted
from briefing.workspace import csv_table, yaml_tree
from briefing.workspace.faults import values
from briefing.workspace.fields import Entry

M = TypeVar("M", bound=Entry)
Loc = Sequence[str | int]


class Place(Protocol):
    """Where an entry stands; ``loc`` is a path of keys inside the entry."""

    @property
    def path(self) -> str:
        """The file, relative to the workspace."""

    def position(self, loc: Loc, *, on_key: bool = False) -> tuple[int, int]:
        """Line and column of a value, or of its key."""

    def key(self, loc: Loc) -> str:
        """The path of keys from the top of the file, or the column's name."""

    def written(self, loc: Loc) -> str | None:
        """The value as the file spells it; ``None`` when there is no single word."""


@value
class YamlPlace:
    """An entry of a YAML file: ``base`` leads to it from the top of the file."""

    path: str
    tree: yaml_tree.Node
    base: tuple[str | int, ...] = ()

    def position(self, loc: Loc, *, on_key: bool = False) -> tuple[int, int]:
        """See :class:`Place`."""
        whole = (*self.base, *loc)
        if on_key:
            return yaml_tree.key_place(self.tree, whole)
        return yaml_tree.place(self.tree, whole)

    def key(self, loc: Loc) -> str:
        """See :class:`Place`."""
        return yaml_tree.key_path((*self.base, *loc))

    def written(self, loc: Loc) -> str | None:
        """See :class:`Place`."""
        node = yaml_tree.find(self.tree, (*self.base, *loc))
        return node.text if isinstance(node, yaml_tree.ScalarNode) else None


@value
class CsvPlace:
    """A row of a CSV file; a ``loc`` begins with a column's name."""

    table: csv_table.Table
    row: csv_table.Row

    @property
    def path(self) -> str:
        """See :class:`Place`."""
        return self.table.path

    def position(self, loc: Loc, *, on_key: bool = False) -> tuple[int, int]:
        """See :class:`Place`; a cell has no key of its own."""
        return self.table.place(self.row, str(loc[0])) if loc else (self.row.line, 1)

    def key(self, loc: Loc) -> str:
        """See :class:`Place`."""
        return str(loc[0]) if loc else ""

    def written(self, loc: Loc) -> str | None:
        """See :class:`Place`."""
        return self.row.cells.get(str(loc[0])) if len(loc) == 1 else None


@value
class Record(Generic[M]):
    """An entry that its model accepts, and where it stands.

    ``whole`` is false where values that cannot be read were left out of it.
    """

    entry: M
    place: Place
    whole: bool = True


def problem(
    place: Place,
    loc: Loc,
    fault: Fault,
    params: Mapping[str, str | int] | None = None,
    *,
    on_key: bool = False,
) -> Problem:
    """A problem with the value (or the key) at ``loc`` of an entry."""
    line, column = place.position(loc, on_key=on_key)
    return Problem(
        path=place.path,
        fault=fault,
        line=line,
        column=column,
        key=place.key(loc),
        params=params or {},
    )


def unknown_key(place: Place, loc: Loc, known: Sequence[str]) -> Problem:
    """A key that is none of ``known``, with the nearest one."""
    name = str(loc[-1])
    if name.isdigit() and place.written(loc) == "":
        return problem(place, loc, values.DECIMAL_COMMA_SPLIT, {"name": quoted(name)}, on_key=True)
    if suggestion := nearest(name, known):
        meant = {"name": quoted(name), "suggestion": suggestion}
        return problem(place, loc, values.MISSPELT_KEY, meant, on_key=True)
    params = {"name": quoted(name), "known": listed(known)}
    return problem(place, loc, values.UNKNOWN_KEY, params, on_key=True)


def validate(
    model: type[M], content: object, place: Place, problems: list[Problem]
) -> Record[M] | None:
    """``content`` as ``model``; ``None`` with its mistakes in ``problems`` when it is not one.

    When nothing but the names of keys is wrong, the entry is read all the same as what was probably
    meant, so that its other mistakes are told in the same run.
    """
    try:
        return Record(model.model_validate(content), place)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
    problems.extend(_problem_of(model, each, place) for each in found)
    strange = [str(each["loc"][0]) for each in found if _is_strange_name(each)]
    if len(strange) < len(found) or not isinstance(content, Mapping):
        return None
    known = keys_of(model, ())
    meant = {name: nearest(name, known) for name in strange}
    rest = {key: held for key, held in content.items() if key not in meant}
    renamed = {right: content[wrong] for wrong, right in meant.items() if right}
    if renamed.keys() & rest.keys():
        return None
    try:
        return Record(model.model_validate(rest | renamed), place)
    except ValidationError as error:
        written = {right: wrong for wrong, right in meant.items()}
        for each in error.errors(include_url=False, include_input=False):
            loc = tuple(written.get(str(step), step) for step in each["loc"][:1])
            moved: ErrorDetails = {**each, "loc": (*loc, *each["loc"][1:])}
            problems.append(_problem_of(model, moved, place))
    return None


def _is_strange_name(found: ErrorDetails) -> bool:
    """Whether all that is wrong is the name of one of an entry's own keys."""
    return found["type"] == "extra_forbidden" and len(found["loc"]) == 1


def _problem_of(model: type[BaseModel], found: ErrorDetails, place: Place) -> Problem:
    loc, kind = found["loc"], found["type"]
    if kind == "extra_forbidden":
        return unknown_key(place, loc, keys_of(model, loc[:-1]))
    if kind == "missing":
        return missing_key(place, loc)
    if kind == "fault":
        params = dict(found["ctx"])
        fault = params.pop("fault")
        params.pop("code")
        written = place.written(loc)
        if written is not None and "value" in params:
            params["value"] = quoted(written)
        return problem(place, loc, fault, params)
    wants_list = kind in ("tuple_type", "list_type")
    return problem(place, loc, values.NOT_LIST if wants_list else values.NOT_MAPPING)


def missing_key(place: Place, loc: Loc) -> Problem:
    """A key that the block at ``loc[:-1]`` must have."""
    line, column = place.position(loc[:-1])
    return Problem(
        path=place.path,
        fault=values.MISSING_KEY,
        line=line,
        column=column,
        key=place.key(loc),
        params={"name": str(loc[-1])},
    )


def keys_of(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The keys that the model at ``loc`` inside ``model`` accepts."""
    current = model
    for step in loc:
        if isinstance(step, str):
            current = next(
                _model_in(field.annotation, current)
                for name, field in current.model_fields.items()
                if step == (field.alias or name)
            )
    return tuple(field.alias or name for name, field in current.model_fields.items())


def _model_in(annotation: object, default: type[BaseModel]) -> type[BaseModel]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in typing.get_args(annotation):
        found = _model_in(part, default)
        if found is not default:
            return found
    return default
