"""The kinds of values in ``config.yaml``: each is read from its node or raises :class:`Wrong`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from briefing.problems import Fault, listed, nearest, quoted
from briefing.settings import MOST_DAYS, AsOf
from briefing.settings_faults import BAD_AS_OF, BAD_DAYS, BAD_SHARE, BAD_TRUTH, DATABASE_IS_DATA
from briefing.workspace import scalars, yaml_tree
from briefing.workspace.faults import values
from briefing.workspace.fingerprint import SUFFIXES

Word = TypeVar("Word", bound=str)


class Wrong(Exception):
    """A value that cannot be taken, before it is entered among the problems."""

    def __init__(self, loc: yaml_tree.Loc, fault: Fault, **params: str | int) -> None:
        super().__init__(fault.code)
        self.loc = loc
        self.fault = fault
        self.params = params


def text(node: yaml_tree.Node, loc: yaml_tree.Loc) -> str:
    """A text that is not empty."""
    if not isinstance(node, yaml_tree.ScalarNode):
        raise Wrong(loc, values.NOT_TEXT)
    value = node.value
    if value is None or (isinstance(value, str) and not value.strip()):
        raise Wrong(loc, values.EMPTY)
    if not isinstance(value, str) or (isinstance(value, scalars.Lookalike) and not value.isalpha()):
        raise Wrong(loc, values.NEEDS_QUOTES, value=quoted(node.text))
    return value.strip()


def one_of(known: tuple[Word, ...]) -> Callable[[yaml_tree.Node, yaml_tree.Loc], Word]:
    """A reader of one of some words."""

    def read(node: yaml_tree.Node, loc: yaml_tree.Loc) -> Word:
        written = text(node, loc)
        for word in known:
            if word == written:
                return word
        raise Wrong(
            loc,
            values.NOT_CHOICE,
            value=quoted(written),
            known=listed(known),
            suggestion=nearest(written, known),
        )

    return read


def truth(node: yaml_tree.Node, loc: yaml_tree.Loc) -> bool:
    """true or false, without quotes."""
    if isinstance(node, yaml_tree.ScalarNode) and isinstance(node.value, bool):
        return node.value
    written = node.text if isinstance(node, yaml_tree.ScalarNode) else "…"
    raise Wrong(loc, BAD_TRUTH, value=quoted(written))


def as_of(node: yaml_tree.Node, loc: yaml_tree.Loc) -> AsOf:
    """A day, or one of the words for the latest and for today."""
    written = node.text if isinstance(node, yaml_tree.ScalarNode) else "…"
    day = scalars.iso_date(written)
    if day is not None:
        return day
    if written == "latest":
        return "latest"
    if written == "today":
        return "today"
    raise Wrong(loc, BAD_AS_OF, value=quoted(written))


def database(node: yaml_tree.Node, loc: yaml_tree.Loc) -> str:
    """A path that no data file has."""
    written = text(node, loc)
    if written.lower().endswith(SUFFIXES):
        raise Wrong(loc, DATABASE_IS_DATA, value=quoted(written))
    return written


def share(node: yaml_tree.Node, loc: yaml_tree.Loc) -> float:
    """A part of 1."""
    number, written = _number(node)
    if number is None or not 0 <= number <= 1:
        raise Wrong(loc, BAD_SHARE, value=quoted(written))
    return float(number)


def working_days(node: yaml_tree.Node, loc: yaml_tree.Loc) -> int:
    """A whole number of working days."""
    number, written = _number(node)
    if not isinstance(number, int) or not 0 <= number <= MOST_DAYS:
        raise Wrong(loc, BAD_DAYS, value=quoted(written), limit=MOST_DAYS)
    return number


def _number(node: yaml_tree.Node) -> tuple[int | float | None, str]:
    """A node's number, if it writes one without quotes, and what it writes."""
    if not isinstance(node, yaml_tree.ScalarNode):
        return None, "…"
    return (scalars.figure(node.text) if node.plain else None), node.text
