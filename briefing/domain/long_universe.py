"""Thousands of units of one kind, packed.

3,321 communes take 2.3 MiB as objects. Packed they take a fifth of that, and one is made when
somebody looks at it; whoever asks for something of all of them finds it in columns.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import overload

from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.universe import Universe
from briefing.domain.value import in_order

MOST_MADE = 256
"""Units kept once they were made: more than a screen or two shows."""
BETWEEN = "\x1f"
"""Stands between the texts of a unit; no text of the folder holds it."""
_BETWEEN = BETWEEN.encode()
TEXTS = 9
"""How many texts a unit has beside its code."""


class LongUniverse(Universe):
    """Units in order, each added by its facts and made when it is looked at."""

    def __init__(self, kind: UnitKind) -> None:
        super().__init__(())
        self._kind = kind
        self._packed = bytearray()
        self._ends = array("Q", [0])
        self._hashes = array("q")
        self._days: dict[tuple[date | None, date | None], int] = {}
        self._valid = array("I")
        self._above: dict[tuple[UnitKey | None, str], int] = {}
        self._areas = array("I")
        self._lengths = array("I")
        self._lengths_en = array("I")
        self._successors: dict[int, tuple[UnitKey, ...]] = {}
        self._made: dict[int, Unit] = {}

    def add(
        self,
        key: UnitKey,
        valid_to: date | None,
        packed: bytes,
        lengths: tuple[int, int],
        area: tuple[UnitKey | None, str],
        successors: Sequence[UnitKey] = (),
    ) -> None:
        """Adds a unit behind the others.

        ``packed`` are code, name, full name, both in English, slug, short name, that in English,
        region and that in English, in UTF-8 with ``BETWEEN`` between them; ``lengths`` the letters
        of the name and of the English one, ``area`` parent and region. Raises ``ValueError`` for
        texts too many or too few.
        """
        if packed.count(_BETWEEN) != TEXTS:
            raise ValueError(f"{key}: not {TEXTS} texts")
        if successors:
            self._successors[len(self)] = tuple(successors)
        self._packed += packed
        self._ends.append(len(self._packed))
        self._hashes.append(hash(key))
        self._valid.append(self._days.setdefault((key.valid_from, valid_to), len(self._days)))
        self._areas.append(self._above.setdefault(area, len(self._above)))
        self._lengths.append(lengths[0])
        self._lengths_en.append(lengths[1])

    def __len__(self) -> int:
        return len(self._valid)

    @overload
    def __getitem__(self, at: int) -> Unit: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Unit]: ...

    def __getitem__(self, at: int | slice) -> Unit | Sequence[Unit]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        made = self._made.get(at)
        if made is None:
            if len(self._made) >= MOST_MADE:
                self._made.clear()
            made = self._made[at] = self._make(at)
        return made

    def __iter__(self) -> Iterator[Unit]:
        return map(self._make, range(len(self)))

    def _make(self, at: int) -> Unit:
        packed = self._packed[self._ends[at] : self._ends[at + 1]]
        code, *texts = packed.decode("utf-8", "surrogatepass").split(BETWEEN)
        name, full_name, name_en, full_name_en, slug, short, short_en, region, region_en = texts
        start, end = self._both_days[self._valid[at]]
        parent, _ = self._lying[self._areas[at]]
        return in_order(
            Unit,
            UnitKey(code, start),
            name,
            full_name,
            name_en,
            full_name_en,
            slug,
            self._kind,
            short,
            short_en,
            parent,
            region,
            region_en,
            end,
            self._successors.get(at, ()),
        )

    def find(self, key: UnitKey) -> int | None:
        """The position of a unit; ``None`` for one that is not among them."""
        wanted = hash(key)
        order = self._by_hash
        at = bisect_left(order, wanted, key=self._hashes.__getitem__)
        while at < len(order) and self._hashes[order[at]] == wanted:
            if self[order[at]].key == key:
                return order[at]
            at += 1
        return None

    @cached_property
    def _by_hash(self) -> array[int]:
        return array("I", sorted(range(len(self)), key=self._hashes.__getitem__))

    @cached_property
    def _both_days(self) -> Sequence[tuple[date | None, date | None]]:
        return tuple(self._days)

    @cached_property
    def _lying(self) -> Sequence[tuple[UnitKey | None, str]]:
        return tuple(self._above)

    @property
    def lengths(self) -> Sequence[int]:
        """By position the letters of the name."""
        return self._lengths

    @property
    def lengths_en(self) -> Sequence[int]:
        """By position the letters of the English name."""
        return self._lengths_en

    @property
    def areas(self) -> Sequence[int]:
        """By position a number that units of one parent and one region share."""
        return self._areas
