"""Why nothing was written, as errors that say so in the user's words."""

from __future__ import annotations

from briefing.problems import Fault, Problem, ProblemsError


class EditRefused(ProblemsError):
    """An edit that was not written: the file is byte for byte what it was."""


class NoSuchEntry(EditRefused):
    """The id, or the field, is none that a plan has."""

    in_the_call = True


class ValueRefused(EditRefused):
    """The value cannot stand there."""

    in_the_call = True


class CheckRefused(ValueRefused):
    """``check`` would refuse what the edit leaves: its mistakes, as the file would have them."""

    in_the_call = False


class FileChanged(EditRefused):
    """The file is not any more what was read; both versions are named."""


class CannotEdit(EditRefused):
    """The value cannot be changed in place: an alias, a block, a file that cannot be written."""


class NothingToUndo(EditRefused):
    """There is no edit left that could be undone."""


def problem(
    path: str, fault: Fault, *, line: int = 0, column: int = 0, key: str = "", **params: str | int
) -> list[Problem]:
    """One problem, as the errors above take them."""
    return [Problem(path=path, fault=fault, line=line, column=column, key=key, params=dict(params))]
