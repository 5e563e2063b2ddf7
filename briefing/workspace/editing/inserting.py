"""Where something that a file lacks is written: a key on a line of its own, an item in a list.

As in :mod:`spelling`, every function offers texts in the order in which they are wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.workspace.editing.spans import (
    AnySpan,
    ListSpan,
    MapSpan,
    ScalarSpan,
    end_of,
)
from briefing.workspace.editing.spelling import Word, line_break, line_end, spellings

Fields = Sequence[tuple[str, Word]]
"""The keys and values of an item, in the order in which they are written."""


def with_key(
    source: str, mapping: MapSpan, key: str, word: Word, order: Sequence[str]
) -> Iterator[str]:
    """``source`` with ``key`` added to a mapping that lacks it.

    It stands behind the nearest of the keys that come before it in ``order`` (as the format
    documents them), else behind the last one.
    """
    for spelt in spellings(word):
        yield from _with_entry(source, mapping, key, order, spelt, [f"{key}: {spelt}"])


def with_item(
    source: str, mapping: MapSpan, key: str, item: Fields | Word, order: Sequence[str]
) -> Iterator[str]:
    """``source`` with ``item`` added at the end of the list under ``key`` of a mapping.

    The item is written as the last one there is: on one line or a key a line. A list that is not
    there yet is begun; one that is written as ``[]`` or left empty is filled.
    """
    held = mapping.entries.get(key)
    flow = _flow_item(item)
    if held is None:
        lines = [f"{key}:", *(f"  {line}" for line in _block_item(item))]
        yield from _with_entry(source, mapping, key, order, f"[{flow}]", lines)
        yield from _with_entry(source, mapping, key, order, f"[{flow}]", [f"{key}: [{flow}]"])
    elif isinstance(held, ScalarSpan):
        gap = " " if held.start == held.end else ""
        yield source[: held.start] + f"{gap}[{flow}]" + source[held.end :]
    elif isinstance(held, ListSpan) and not held.items:
        yield source[: held.start] + f"[{flow}]" + source[held.end :]
    elif isinstance(held, ListSpan) and held.flow:
        end = end_of(held.items[-1], source)
        yield source[:end] + f", {flow}" + source[end:]
    elif isinstance(held, ListSpan):
        yield from _below_last(source, held, item)


def _with_entry(
    source: str,
    mapping: MapSpan,
    key: str,
    order: Sequence[str],
    spelt: str,
    lines: Sequence[str],
) -> Iterator[str]:
    for neighbour in _neighbours(mapping, key, order):
        at, held = mapping.keys[neighbour], mapping.entries[neighbour]
        if mapping.flow:
            end = end_of(held, source)
            gap = " " if isinstance(held, ScalarSpan) and held.start == held.end else ""
            yield source[:end] + f"{gap}, {key}: {spelt}" + source[end:]
        else:
            indent = " " * _column(source, at.start)
            yield from _below(source, held, [indent + line for line in lines])


def _neighbours(mapping: MapSpan, key: str, order: Sequence[str]) -> list[str]:
    """Keys of a mapping behind which ``key`` may stand, the best first."""
    earlier = order[: order.index(key)] if key in order else order
    present = [name for name in reversed(earlier) if name in mapping.entries]
    return [*present, *(name for name in reversed(mapping.entries) if name not in present)]


def _below(source: str, held: AnySpan, lines: Sequence[str]) -> Iterator[str]:
    """``source`` with ``lines`` below the last line of a value; a comment behind it stays there.

    A file that ends without a line end still does.
    """
    end = line_end(source, end_of(held, source))
    break_ = line_break(source, end)
    yield source[:end] + "".join(break_ + line for line in lines) + source[end:]
    # A block scalar whose blank lines count ("|+") goes on to the next key.
    end = held.end
    if source[end - 1 : end] in ("\n", "\r"):
        yield source[:end] + "".join(line + break_ for line in lines) + source[end:]


def _below_last(source: str, held: ListSpan, item: Fields | Word) -> Iterator[str]:
    """``source`` with an item behind the last one of a block sequence."""
    last = held.items[-1]
    dash = source.rfind("-", 0, last.start + 1 if last.start == last.end else last.start)
    indent = " " * _column(source, dash)
    on_one_line = not isinstance(last, MapSpan) or last.flow
    lines = [f"- {_flow_item(item)}"] if on_one_line else _block_item(item)
    yield from _below(source, last, [indent + line for line in lines])


def _block_item(item: Fields | Word) -> list[str]:
    """An item of a block sequence, a key a line."""
    if isinstance(item, Word):
        return [f"- {_spelt(item)}"]
    lines = [f"{key}: {_spelt(word)}" for key, word in item]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _flow_item(item: Fields | Word) -> str:
    """An item on one line."""
    if isinstance(item, Word):
        return _spelt(item, flow=True)
    return "{" + ", ".join(f"{key}: {_spelt(word, flow=True)}" for key, word in item) + "}"


def _spelt(word: Word, *, flow: bool = False) -> str:
    """The first spelling that is safe without reading it back."""
    offered = list(spellings(word))
    if word.machine:
        return offered[0]
    safe = _is_plain_everywhere(word.text)
    return offered[0] if safe and not (flow and set(word.text) & set(",[]{}")) else offered[-1]


def _is_plain_everywhere(text: str) -> bool:
    """Whether ``text`` may stand without quotes behind any key."""
    opening = text[:1] in set("-?:,[]{}#&*!|>'\"%@`")
    return not (opening or ": " in text or " #" in text or text.endswith(":"))


def _column(source: str, index: int) -> int:
    """How many characters stand before ``index`` on its line."""
    return index - max(source.rfind("\n", 0, index), source.rfind("\r", 0, index)) - 1
