"""Arrows and signs of comparison in ASCII with blanks around, where the line has a blank to give.

"5/63 → hạng 3/63" takes a cell more as "5/63 -> hạng 3/63". The cell comes from the next gap of two
blanks or more, so that what stands in columns stays there; a figure at the right of its column
takes it from the gap before. Without a gap the sign keeps to its two cells: "5/63 ->hạng 3/63".
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

from briefing.domain.spelling import width
from briefing.glyphs import BEFORE_A_VALUE

_SIGNS = {sign[0]: pair for sign, pair in BEFORE_A_VALUE.items()}
_SIGN = re.compile(rf"[{''.join(_SIGNS)}] (?=\S)")
_GAP = re.compile("  +| $")


def spread(pieces: Sequence[str], grounds: Sequence[Hashable]) -> list[str]:
    """The pieces of one line with room around such signs, together as wide as before.

    ``grounds`` tell what each piece is drawn on: the blanks of a bar are none to take.
    """
    line = "".join(pieces)
    if not any(sign in line for sign in _SIGNS):
        return list(pieces)
    cells = [(sign, at) for at, piece in enumerate(pieces) for sign in piece]
    begins = 0
    while found := _SIGN.search(line, begins):
        at, begins = found.start(), found.end()
        blank = _blank(line, at, [grounds[piece] for _, piece in cells])
        if blank is None:
            continue
        pair, piece = _SIGNS[line[at]], cells[at][1]
        cells[at : at + 1] = [(sign, piece) for sign in pair]
        del cells[blank + (blank > at)]
        line = "".join(sign for sign, _ in cells)
    made = [""] * len(pieces)
    for sign, piece in cells:
        made[piece] += sign
    return made


def spread_text(text: str, room: int) -> str:
    """Lines of text with room around such signs, none made wider than ``room`` cells."""
    made = []
    for line in text.split("\n"):
        wide = line + " " * max(room - width(line), 0)
        made.append("".join(spread([wide], [0])).rstrip() if wide.strip() else line)
    return "\n".join(made)


def _blank(line: str, at: int, grounds: Sequence[Hashable]) -> int | None:
    """The blank that the sign at ``at`` may take: of the gap before it, else of the next one."""
    if line[at] != "→" and line[:at].endswith("  ") and line[:at].strip():
        return at - 1 if grounds[at - 1] == grounds[at] else None
    end = next((one for one in range(at, len(line)) if grounds[one] != grounds[at]), len(line))
    gap = _GAP.search(line[:end], at)
    return None if gap is None or (end < len(line) and len(gap[0]) == 1) else gap.start()
