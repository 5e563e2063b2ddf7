"""Styled text without a terminal: spans with a role, lines, and what a line opens."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from briefing.domain.spelling import clip, visible, width

if TYPE_CHECKING:
    from briefing.pages.plane import Plane


class Role(StrEnum):
    """What a piece of text is; a theme turns it into a colour, never a page."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    HEADING = "heading"
    ACCENT = "accent"
    GOOD = "good"
    PROGRESS = "progress"
    WARNING = "warning"
    BAD = "bad"
    TRACK = "track"
    TICK = "tick"
    BAR_GOOD = "bar-good"
    BAR_PROGRESS = "bar-progress"
    BAR_WARNING = "bar-warning"
    BAR_BAD = "bar-bad"
    BAR_MUTED = "bar-muted"


GROUNDED = frozenset(
    {
        Role.TRACK,
        Role.TICK,
        Role.BAR_GOOD,
        Role.BAR_PROGRESS,
        Role.BAR_WARNING,
        Role.BAR_BAD,
        Role.BAR_MUTED,
    }
)
"""Roles with a ground of their own, on which blanks are seen."""


class Span(NamedTuple):
    """A run of text in one role. A ``whole`` one is not broken at its blanks."""

    text: str
    role: Role = Role.PLAIN
    whole: bool = False


class LinkKind(StrEnum):
    """What Enter opens."""

    INDICATOR = "indicator"
    TARGET = "target"
    TASK = "task"
    SOURCE = "source"
    DOCUMENT = "document"
    UNIT = "unit"
    PILLAR = "pillar"
    ACTION = "action"
    DAY = "day"
    SYSTEM = "system"
    CARRIER = "carrier"
    DIFFICULTY = "difficulty"
    PROFILE = "profile"
    RANKING = "ranking"
    FRAMEWORK = "framework"
    PART = "part"


class Link(NamedTuple):
    """What a line opens, and the source behind it for the source key.

    ``unit`` is the unit's key as text when the line speaks of another unit than the focus.
    ``duty``: the line's figure counts who has done something, and Enter opens who that is.
    """

    kind: LinkKind
    ref: str
    source: str | None = None
    paragraph: int | None = None
    unit: str | None = None
    duty: str | None = None


class Line(NamedTuple):
    """One line of a page. Lines with the same ``item`` are one thing under the cursor.

    ``plane`` tells of things that stand beside each other on this line and those below it.
    """

    spans: tuple[Span, ...] = ()
    link: Link | None = None
    item: int | None = None
    plane: Plane | None = None

    @property
    def text(self) -> str:
        """The line's plain text, without trailing blanks."""
        return "".join(span.text for span in self.spans).rstrip()

    @property
    def cells(self) -> int:
        """The line's width in terminal cells."""
        return sum([width(span.text) for span in self.spans])


BOUND = ("≥", "≤", ">", "<", "→")
"""Signs that stay on the line of the value behind them."""


def spans(*parts: Span | str | tuple[str, Role] | None) -> tuple[Span, ...]:
    """Spans from text, ``(text, role)`` pairs or spans; control characters are made visible."""
    made = []
    for part in parts:
        if part is None:
            continue
        span = Span(part) if isinstance(part, str) else Span(*part)
        if span.text:
            seen = visible(span.text)
            made.append(span if seen is span.text else span._replace(text=seen))
    return tuple(made)


def merged(run: Iterable[Span]) -> tuple[Span, ...]:
    """The run with neighbours of one role joined: each span costs a colour code on the wire."""
    made: list[Span] = []
    last: Role | None = None
    for span in run:
        text, role, _ = span
        if not text:
            continue
        if role is last or (
            last is not None and text.isspace() and last not in GROUNDED and role not in GROUNDED
        ):
            made[-1] = Span(made[-1].text + text, last)
        else:
            made.append(span)
            last = role
    return tuple(made)


def span_width(run: Iterable[Span]) -> int:
    """Width of a run of spans in terminal cells."""
    return sum([width(span.text) for span in run])


def clip_spans(run: Iterable[Span], cells: int) -> tuple[Span, ...]:
    """The run cut to at most ``cells`` with an ellipsis where something was left out."""
    run = tuple(run)
    if span_width(run) <= cells:
        return run
    kept: list[Span] = []
    room = cells
    for index, span in enumerate(run):
        wide = width(span.text)
        rest = index < len(run) - 1
        if wide > room or (wide == room and rest):
            cut = clip(span.text if wide > room else span.text + " ", room)
            if cut:
                kept.append(Span(cut, span.role))
            break
        kept.append(span)
        room -= wide
    return tuple(kept)


def wrap_spans(run: Iterable[Span], cells: int, most: int = 0) -> list[tuple[Span, ...]]:
    """The run broken at blanks into lines of at most ``cells``.

    ``most`` limits the lines (0: no limit); the last one is clipped when more is left.
    """
    run = tuple(run)
    if span_width(run) <= cells:
        return [run]
    lines: list[list[Span]] = []
    current: list[Span] = []
    used = 0
    pending = deque(_words(run))
    while pending:
        word = pending.popleft()
        need = span_width(word.spans)
        gap = word.blanks if current else 0
        if used + gap + need <= cells:
            current.extend(word.after(gap))
            used += gap + need
            continue
        if most and len(lines) == most - 1:
            rest = [*current, *_joined([word, *pending], bool(current))]
            lines.append(list(clip_spans(rest, cells)))
            return [tuple(line) for line in lines]
        if current:
            lines.append(current)
            current, used = [], 0
            pending.appendleft(word)
            continue
        *full, current = _broken(word.spans, cells)
        used = span_width(current)
        room = most - 1 - len(lines) if most else len(full)
        lines.extend(full[:room])
        if room < len(full):
            left = [span for part in (*full[room:], current) for span in part]
            lines.append(list(clip_spans(_joined([_Word(1, left), *pending], False), cells)))
            return [tuple(line) for line in lines]
    if current or not lines:
        lines.append(current)
    return [tuple(line) for line in lines]


def longest_word(run: Iterable[Span]) -> int:
    """The width of the longest of what :func:`wrap_spans` does not break, in cells."""
    return max((span_width(word.spans) for word in _words(run)), default=0)


class _Word(NamedTuple):
    """What is not broken, and how many blanks stand before it where it does not begin a line."""

    blanks: int
    spans: list[Span]

    def after(self, blanks: int) -> list[Span]:
        lead = [Span(" " * blanks, self.spans[0].role)] if blanks else []
        return [*lead, *self.spans]


def _words(run: Iterable[Span]) -> list[_Word]:
    words: list[_Word] = []
    current: list[Span] = []
    blanks = gap = 0
    for span in run:
        for index, piece in enumerate([span.text] if span.whole else span.text.split(" ")):
            if index:
                if current and current[-1].text in BOUND:
                    current.append(Span(" ", span.role))
                elif current:
                    words.append(_Word(blanks, current))
                    current, gap = [], 0
                gap += 1
            if piece:
                if not current:
                    blanks = gap
                current.append(Span(piece, span.role))
    return [*words, _Word(blanks, current)] if current else words


def _joined(words: Iterable[_Word], led: bool) -> list[Span]:
    run: list[Span] = []
    for word in words:
        run.extend(word.after(word.blanks if run or led else 0))
    return run


def _broken(word: Iterable[Span], cells: int) -> list[list[Span]]:
    """A word wider than a line, cut into runs as wide as a line; one pass, however long it is."""
    runs: list[list[Span]] = [[]]
    room = max(cells, 1)
    for span in word:
        begun = 0
        for position, char in enumerate(span.text):
            wide = width(char)
            if wide > room and (runs[-1] or position > begun):
                if position > begun:
                    runs[-1].append(Span(span.text[begun:position], span.role))
                runs.append([])
                begun, room = position, max(cells, 1)
            room -= wide
        runs[-1].append(Span(span.text[begun:], span.role))
    return runs
