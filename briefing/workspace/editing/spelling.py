"""How a new value is written in the place of an old one: its quotes, its block, its line kept.

Every function offers spellings in the order in which they are wanted; whoever asked takes the first
that reads back as meant. Only the last one, double quotes, fits every text, so nothing here has to
know all of YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import yaml

from briefing.domain.value import value
from briefing.workspace import scalars
from briefing.workspace.editing.spans import BLOCKS, ScalarSpan

_BREAK = re.compile(r"\r\n|\n|\r")
_HEADER = re.compile(r"[|>][-+0-9]*")
_NUMBER_LIKE = re.compile(r"[-+.]?[0-9][0-9.,:_/ ]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029]")


@value
class Word:
    """A value to be written: ``text``, and whether it is a machine's word or somebody's text.

    A machine's word (a number, a day, true, null) goes without quotes unless the old one had some;
    ``printed`` is its Vietnamese form, for where the old one was printed that way.
    """

    text: str
    machine: bool = False
    printed: str = ""


NULL = Word("null", machine=True)
"""No value: nothing behind the colon where that can be, else the word."""


def replaced(source: str, span: ScalarSpan, word: Word) -> Iterator[str]:
    """``source`` with the scalar at ``span`` saying ``word``, the likeliest spelling first."""
    if word == NULL:
        yield from _emptied(source, span)
    if span.style in BLOCKS:
        yield from _in_block(source, span, word)
        return
    if not word.machine and span.text:
        yield from _lengthened(source, span, word.text)
    for spelt in spellings(word, span):
        yield source[: span.start] + _apart(source, span, spelt) + source[span.end :]


def spellings(word: Word, old: ScalarSpan | None = None) -> Iterator[str]:
    """``word`` on one line, in the style of the scalar that it replaces where that can be."""
    style = old.style if old is not None else ""
    if word.machine:
        forms = [word.text]
        if word.printed and old is not None and "," in old.text:
            forms.insert(0, word.printed)
        if style in ("'", '"'):
            yield from (f"{style}{form}{style}" for form in forms)
        yield from forms
        return
    if style != '"' and "\n" not in word.text and _CONTROL.search(word.text) is None:
        if style == "'":
            yield single(word.text)
        elif reads_as_text(word.text):
            yield word.text
        if '"' in word.text:
            yield single(word.text)
    yield double(word.text)


def single(text: str) -> str:
    """``text`` in single quotes; it must have no line end and no control character."""
    return "'" + text.replace("'", "''") + "'"


def double(text: str) -> str:
    """``text`` in double quotes, whatever it holds."""
    inside = json.dumps(text, ensure_ascii=False)[1:-1]
    return '"' + _CONTROL.sub(_escaped, inside) + '"'


def reads_as_text(text: str) -> bool:
    """Whether no YAML reader, ours or another, takes ``text`` for anything but text."""
    if not text or type(scalars.plain(text)) is not str or _NUMBER_LIKE.fullmatch(text):
        return False
    candidates = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], [])
    return not any(pattern.match(text) for _, pattern in candidates)


def line_break(source: str, near: int = 0) -> str:
    """The line end that ``source`` uses after ``near``, else the one before it; LF for one line."""
    found = _BREAK.search(source, near)
    if found is None:
        found = next(iter(list(_BREAK.finditer(source, 0, near))[-1:]), None)
    return found[0] if found else "\n"


def line_end(source: str, index: int) -> int:
    """Where the line that ``index`` stands on ends, its line break left out."""
    found = _BREAK.search(source, index)
    return found.start() if found else len(source)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _emptied(source: str, span: ScalarSpan) -> Iterator[str]:
    """``source`` with nothing for the scalar at ``span``, which must end its line.

    The blanks before it go too; a comment behind it stays where it is.
    """
    end = span.end
    if span.style in BLOCKS:
        end = span.start + len(source[span.start : end].rstrip(" \r\n\x85\u2028\u2029"))
    rest = source[end : line_end(source, end)].lstrip(" \t")
    if not rest:
        yield source[: span.start].rstrip(" ") + source[line_end(source, end) :]
    elif rest.startswith("#"):
        yield source[: span.start] + source[end:].lstrip(" \t")


def _apart(source: str, span: ScalarSpan, spelt: str) -> str:
    """``spelt`` with a space before it where it follows a colon or a dash at once."""
    if span.start == span.end and span.start and source[span.start - 1] in ":-?":
        return " " + spelt
    return spelt


def _lengthened(source: str, span: ScalarSpan, text: str) -> Iterator[str]:
    """The old scalar with something written behind its last word, where ``text`` goes on from it.

    What stands there is not touched, however it is broken into lines.
    """
    if not text.startswith(span.text):
        return
    tail, end = text[len(span.text) :], span.end
    if not tail or "\n" in tail or _CONTROL.search(tail):
        return
    if span.style == "'":
        tail, end = tail.replace("'", "''"), span.end - 1
    elif span.style == '"':
        tail, end = double(tail)[1:-1], span.end - 1
    yield source[:end] + tail + source[end:]


def _in_block(source: str, span: ScalarSpan, word: Word) -> Iterator[str]:
    """A block scalar with other lines under the same header; else the value on the header's line.

    A comment behind the header and the blank lines after the text stay.
    """
    written = source[span.start : span.end]
    header = _HEADER.match(written)
    first = _BREAK.search(written)
    body = written[first.end() :] if first else ""
    last = len(body.rstrip(" \r\n\x85\u2028\u2029"))
    if header is None or first is None or not last:
        for spelt in spellings(word):
            yield source[: span.start] + spelt + source[span.end :]
        return
    after = body[last:] + source[span.end :]
    before = source[: span.start]
    kept = written[: first.end()]
    if not word.machine:
        margin = body[: len(body) - len(body.lstrip(" \r\n"))]
        indent = " " * (len(margin) - max(margin.rfind("\n"), margin.rfind("\r")) - 1)
        yield from (
            before + kept + lines + after
            for lines in _block_lines(body[:last], span, word.text, indent, first[0])
        )
    yield from (
        before + spelt + written[header.end() : first.start()] + after for spelt in spellings(word)
    )


def _block_lines(body: str, span: ScalarSpan, text: str, indent: str, break_: str) -> Iterator[str]:
    """The lines of a block scalar that say ``text``: the old ones lengthened, else new ones."""
    old = span.text.rstrip("\n")
    gap = break_ * 2 if span.style == ">" else break_
    if old and text.startswith(old):
        tail = text[len(old) :].split("\n")
        yield body + gap.join([tail[0], *(indent + line for line in tail[1:])])
    yield gap.join(indent + line if line else "" for line in text.split("\n"))
