"""Spoiling a file: bytes without regard for what they mean, and values in their right places."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from tests.fuzz.material import BYTES, LAUGHS, PIECES, SYNTAX, TEXTS, WORDS, yaml_quoted

LONGEST = 120_000
"""Bytes of a case; what grows beyond is cut."""

Mutation = Callable[[bytes, random.Random], bytes]

_VALUE = re.compile(rb"(?<=[:,\[{-] )[^\s,\]}\[{][^\n,\]}]*")
"""Roughly where a YAML value stands."""
PROSE = re.compile(
    rb"\b(?:title|name|short|noun|note|text|output|subject|publisher|definition|type|number"
    rb"|issuer|reason|by|due_written|given_to|waiting_on|goal_words|run_by)(?:_en)?: "
    rb"(?P<value>[^\n,\]}]+)"
)
"""The value of a key that takes any text."""
_CELL = re.compile(rb'(?<=,)(?:"[^"\n]*"|[^,"\n]*)(?=[,\n])')
"""Roughly where a CSV cell stands, but for a row's first."""


def spoil(content: bytes, path: str, chance: random.Random) -> bytes:
    """``content`` of the file at ``path`` after a few mutations, some of which know its form."""
    table = path.endswith(".csv")
    form = chance.random()
    if form < 0.35 and path.startswith("data/"):
        for _ in range(chance.randint(1, 3)):
            content = (cell_prose if table else yaml_prose)(content, chance)
        return content
    ways = OF_TABLES if table else OF_YAML
    if form < 0.7:
        ways = (*ways, *ANY)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        content = chance.choice(ways)(content, chance)
    return content[:LONGEST]


def _slice(content: bytes, chance: random.Random, most: int = 40) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.randint(0, most))


def flip(content: bytes, chance: random.Random) -> bytes:
    """One to eight bits."""
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 8) if spoilt else 0):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut(content: bytes, chance: random.Random) -> bytes:
    """A piece left out, or everything from somewhere on."""
    start, end = _slice(content, chance)
    return content[:start] if chance.random() < 0.2 else content[:start] + content[end:]


def copy(content: bytes, chance: random.Random) -> bytes:
    """A piece said again, there or elsewhere."""
    start, end = _slice(content, chance, 200)
    at, _ = _slice(content, chance)
    return content[:at] + content[start:end] * chance.randint(1, 3) + content[at:]


def insert(content: bytes, chance: random.Random) -> bytes:
    """A hostile piece anywhere."""
    at, _ = _slice(content, chance)
    return content[:at] + chance.choice(PIECES) + content[at:]


def overwrite(content: bytes, chance: random.Random) -> bytes:
    """A hostile piece, or noise, in the place of another."""
    start, end = _slice(content, chance)
    noise = chance.randbytes(chance.randint(1, 6))
    return content[:start] + chance.choice((chance.choice(PIECES), noise)) + content[end:]


def encode(content: bytes, chance: random.Random) -> bytes:
    """Other line ends, a byte order mark, another encoding."""
    match chance.randrange(7):
        case 0:
            return content.replace(b"\n", b"\r\n")
        case 1:
            return content.replace(b"\n", b"\r")
        case 2:
            return b"\xef\xbb\xbf" + content
        case 3:
            return content.decode("utf-8", "replace").encode("utf-16")
        case 4:
            return content.decode("utf-8", "replace").encode("cp1258", "replace")
        case 5:
            return content.replace(b"\n", "\u2028".encode())
        case _:
            return content.replace(b"\n", b"\n\n")


def lines(content: bytes, chance: random.Random) -> bytes:
    """Lines left out, doubled, exchanged, moved to the right."""
    parts = content.split(b"\n")
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    match chance.randrange(5):
        case 0:
            del parts[one]
        case 1:
            parts.insert(other, parts[one])
        case 2:
            parts[one], parts[other] = parts[other], parts[one]
        case 3:
            parts[one] = b" " * chance.randint(1, 3) + parts[one]
        case _:
            parts[one] = parts[one].lstrip()
    return b"\n".join(parts)


ANY: Sequence[Mutation] = (flip, cut, copy, insert, overwrite, encode, lines)


def _replaced(content: bytes, place: re.Pattern[bytes], new: bytes, chance: random.Random) -> bytes:
    group = "value" if "value" in place.groupindex else 0
    found = [match.span(group) for match in place.finditer(content)]
    if not found:
        return content + new
    start, end = chance.choice(found)
    return content[:start] + new + content[end:]


def yaml_value(content: bytes, chance: random.Random) -> bytes:
    """A value in the place of another, quoted so that YAML takes it, or as it is."""
    word = chance.choice(WORDS)
    new = yaml_quoted(word) if chance.random() < 0.6 else word
    return _replaced(content, _VALUE, new.encode("utf-8", "surrogatepass"), chance)


def yaml_prose(content: bytes, chance: random.Random) -> bytes:
    """A hostile text where any text will do: what a reader accepts and pages must show."""
    word = yaml_quoted("Tên " + chance.choice(TEXTS))
    return _replaced(content, PROSE, word.encode("utf-8", "surrogatepass"), chance)


def yaml_shape(content: bytes, chance: random.Random) -> bytes:
    """A list, a block, an anchor, a tag or depth where a word stood."""
    new = chance.choice(
        (
            b"[]",
            b"{}",
            b"[a, b]",
            b"{a: b}",
            b"&a x",
            b"*a",
            b"!!binary aGk=",
            b"|\n  a\n",
            b"~",
            b"",
            b"[" * chance.randint(1, 3000),
            b"{a: " * chance.randint(1, 3000),
            b"[{on: 2023-01-01, value: 1}]",
            b"[1, 1]",
            chance.choice(SYNTAX).encode(),
        )
    )
    return _replaced(content, _VALUE, new, chance)


def yaml_laughs(content: bytes, chance: random.Random) -> bytes:
    """A billion laughs, before or after."""
    return LAUGHS + content if chance.random() < 0.5 else content + LAUGHS


def cell(content: bytes, chance: random.Random) -> bytes:
    """Another cell, quoted as CSV wants it or as it is."""
    word = chance.choice(WORDS)
    quoted = '"' + word.replace('"', '""') + '"'
    new = (quoted if chance.random() < 0.6 else word).encode("utf-8", "surrogatepass")
    return _replaced(content, _CELL, new, chance)


def cell_prose(content: bytes, chance: random.Random) -> bytes:
    """A hostile text in a column that takes any text."""
    lines = content.split(b"\n")
    names = lines[0].split(b",")
    own = [place for place, name in enumerate(names) if name in PROSE_COLUMNS]
    if len(lines) < 2:
        return content
    at = chance.randrange(1, len(lines))
    cells = _CELLS.findall(lines[at])
    if len(cells) != len(names) or not own:
        return content
    word = ("Tên " + chance.choice(TEXTS)).replace('"', '""')
    cells[chance.choice(own)] = b'"' + word.encode("utf-8", "surrogatepass") + b'"'
    lines[at] = b",".join(cells)
    return b"\n".join(lines)


def columns(content: bytes, chance: random.Random) -> bytes:
    """Two columns of the header exchanged, one left out, one twice."""
    head, newline, rest = content.partition(b"\n")
    names = head.split(b",")
    one, other = chance.randrange(len(names)), chance.randrange(len(names))
    match chance.randrange(3):
        case 0:
            names[one], names[other] = names[other], names[one]
        case 1:
            del names[one]
        case _:
            names[one] = names[other]
    return b",".join(names) + newline + rest


def quotes(content: bytes, chance: random.Random) -> bytes:
    """A quote somewhere, or NUL and noise in a cell."""
    at, end = _slice(content, chance, 10)
    return content[:at] + chance.choice((b'"', b'""', b'"\n', *BYTES)) + content[end:]


PROSE_COLUMNS = frozenset(
    b"name full_name name_en full_name_en region region_en note note_en printed source "
    b"parts_present parts_missing".split()
)
_CELLS = re.compile(rb'(?:^|(?<=,))(?:"(?:[^"]|"")*"|[^,"]*)(?=,|$)')

OF_YAML: Sequence[Mutation] = (
    yaml_value,
    yaml_value,
    yaml_prose,
    yaml_shape,
    yaml_laughs,
)
OF_TABLES: Sequence[Mutation] = (cell, cell, cell, cell_prose, columns, quotes)
