"""What is wrong in a file, where, and what to do about it. Standard library only.

A problem keeps its Vietnamese template and its parameters apart until somebody shows it, so that
the same problem can be told in either language: ``problem.text(gettext)``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field
from typing import ClassVar

from briefing.domain.plain_text import visible
from briefing.domain.value import value
from briefing.language import N_

Gettext = Callable[[str], str]
"""Turns a Vietnamese message id into the user's language."""

LONGEST_QUOTE = 80
"""Characters of a file's own text that a message repeats."""


def vietnamese(message: str) -> str:
    """The gettext of the first language: the message id itself."""
    return message


SUGGESTION = N_("Có phải “{suggestion}” không? {remedy}")


@value
class Fault:
    """A kind of mistake: a stable ``code``, what to say about it, and how to mend it.

    ``message`` and ``remedy`` are Vietnamese gettext ids with ``{named}`` parameters. A ``warning``
    keeps nothing from being read: it tells what somebody should look at.
    """

    code: str
    message: str
    remedy: str
    warning: bool = False


@value(kw_only=True)
class Problem:
    """One mistake in one place.

    ``path`` is relative to the workspace, with ``/``. ``line`` and ``column`` count from 1; 0 where
    the mistake is in the file as a whole. ``key`` is the path of keys in YAML
    (``targets[2].goal``), the column's name in CSV, empty where there is none.
    """

    path: str
    fault: Fault
    line: int = 0
    column: int = 0
    key: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The stable name of the kind of mistake."""
        return self.fault.code

    @property
    def where(self) -> str:
        """``path:line:column`` as editors understand it, without the parts that are unknown."""
        if not self.line:
            return self.path
        return (
            f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"
        )

    def text(self, gettext: Gettext = vietnamese) -> str:
        """What is wrong, in the language of ``gettext``."""
        return gettext(self.fault.message).format(**self.params)

    def remedy_text(self, gettext: Gettext = vietnamese) -> str:
        """What to do about it, with the nearest known name first where there is one."""
        remedy = gettext(self.fault.remedy).format(**self.params)
        suggestion = self.params.get("suggestion")
        if not suggestion:
            return remedy
        return gettext(SUGGESTION).format(suggestion=suggestion, remedy=remedy)

    def line_text(self, gettext: Gettext = vietnamese) -> str:
        """Place, mistake and remedy in one line of text."""
        return f"{self.where}: {self.text(gettext)} {self.remedy_text(gettext)}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """``problems`` by file, line and column."""
    return tuple(
        sorted(problems, key=lambda found: (found.path, found.line, found.column, found.code))
    )


class ProblemsError(Exception):
    """All mistakes found in one reading, in the order of files and lines.

    ``in_the_call`` is true for those that lie in what somebody typed, not in a file.
    """

    in_the_call: ClassVar[bool] = False

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(problem.line_text() for problem in self.problems))


class WorkspaceError(ProblemsError):
    """The department's folder cannot be read as it is; ``warnings`` are what else was noticed."""

    def __init__(self, problems: Iterable[Problem], warnings: Iterable[Problem] = ()) -> None:
        super().__init__(problems)
        self.warnings = in_order(warnings)


class SettingsError(ProblemsError):
    """``config.yaml`` is missing or cannot be read as it is."""

    @property
    def path(self) -> str:
        """The file or folder that the first mistake is in."""
        return self.problems[0].path

    @property
    def line(self) -> int:
        """The line of the first mistake; 0 where there is none."""
        return self.problems[0].line

    @property
    def key(self) -> str:
        """The key of the first mistake, empty where there is none."""
        return self.problems[0].key


def quoted(value: object) -> str:
    """``value`` as a message may repeat it: short, one line, control characters made visible."""
    text = str(value)
    return visible(text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…")


def listed(names: Iterable[object]) -> str:
    """Accepted names in one line, in the order given."""
    return ", ".join(quoted(name) for name in names)


def nearest(name: str, known: Collection[str]) -> str:
    """The known name that ``name`` most resembles; empty when none comes near.

    Capitals, and a hyphen or a space for an underscore, make no difference.
    """
    import difflib  # only for a mistake: a start needs none

    plain = {_plain(each): each for each in known}
    found = difflib.get_close_matches(_plain(name[:LONGEST_QUOTE]), plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else ""


def _plain(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
