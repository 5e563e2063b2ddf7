"""The one table of the glyphs that the program draws, and what stands for each without it.

The Windows console before Windows Terminal ("conhost") draws with Consolas or Lucida Console, and
the Linux console with at most 512 glyphs. What both can be trusted with is WGL4, Microsoft's list
of some 650 characters that contains code page 437; Vietnamese letters, which Consolas has, stay in
any case. Looked at and kept there: ▲ ► • ● ○ ← ↑ → ↓ − ≈ ≤ ≥ █ ▌ ▄ ¯ ─ │ · – — ’ “ ” …. Not in
WGL4, and so replaced: the eighths of a block but ▌ ▄, ▔ ▕ ▏, heavy and round lines, ◆ ◇ ◐ ✓ ✔ ✕
✘ ★ ‖, superscripts from 4 on, and the pictures of control characters.

Every stand-in is as wide as what it stands for, so that columns stay in line. A sign of comparison
takes the blank behind it: "≥ 50%" becomes ">=50%", never "> 50%", which would say something else;
``pages.roomy`` finds it another one where the line has any.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.display import Glyphs

TWINS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # statuses
        "✘": ("×", "x"),
        "▲": ("▲", "!"),
        "◆": ("♦", "~"),
        "◇": ("◊", "?"),
        "◐": ("►", ">"),
        "●": ("●", "@"),
        "✔": ("√", "+"),
        "○": ("○", "o"),
        "‖": ("║", "|"),
        "✓": ("▪", "*"),
        "✕": ("×", "x"),
        "★": ("☼", "$"),
        # in a ranking: the unit in focus, those compared with it; a note has "*" as it is
        "►": ("►", ">"),
        "•": ("•", "&"),
        # bars: eighths of a cell, the goal, the frame of the progress bar
        "▏": (" ", " "),
        "▎": (" ", "-"),
        "▍": ("▌", "-"),
        "▌": ("▌", "-"),
        "▋": ("▌", "="),
        "▊": ("█", "="),
        "▉": ("█", "#"),
        "█": ("█", "#"),
        "┃": ("│", "|"),
        "▕": ("│", "["),
        # rules and frames; the ends of a scroll bar fill their cell or leave it
        "─": ("─", "-"),
        "│": ("│", "|"),
        **{corner: (corner, "+") for corner in "┌┐└┘"},
        **{corner: (square, ".") for corner, square in zip("╭╮", "┌┐", strict=True)},
        **{corner: (square, "'") for corner, square in zip("╰╯", "└┘", strict=True)},
        # the lines of a chart: where they cross both go straight on; "+" is never a corner there
        "═": ("═", "="),
        "║": ("║", "#"),
        **{corner: (corner, ".") for corner in "╔╗"},
        **{corner: (corner, "'") for corner in "╚╝"},
        **{cross: (cross, "+") for cross in "┼╫╪╬"},
        # the ends of a scroll bar; columns of a little chart are told by COLUMNS
        **dict.fromkeys("▁▂▃", (" ", " ")),
        **dict.fromkeys("▄▅▆▇", ("▄", " ")),
        # a goal's line at the top of a cell
        "▔": ("¯", "-"),
        # arrows, signs and marks
        "←": ("←", "<"),
        "↑": ("↑", "^"),
        "→": ("→", ">"),
        "↓": ("↓", "v"),
        "−": ("−", "-"),
        "≈": ("≈", "~"),
        "×": ("×", "x"),
        "∴": (":", ":"),
        "■": ("■", "#"),
        "·": ("·", "-"),
        "–": ("–", "-"),
        "—": ("—", "-"),
        "’": ("’", "'"),
        "‘": ("‘", "'"),
        "“": ("“", '"'),
        "”": ("”", '"'),
        "…": ("…", "~"),
        # footnotes: letters, since a digit would join the figure before it
        **{sign: (letter, letter) for sign, letter in zip("¹²³⁴⁵⁶⁷⁸⁹⁰", "abcdefghij", strict=True)},
        # control characters of the data, made visible
        "⏎": ("¶", "?"),
        **{chr(0x2400 + code): ("?", "?") for code in (*range(0x20), 0x21)},
    }
)
"""Each glyph with its stand-in among plain glyphs, and in ASCII."""

BEFORE_A_VALUE: Mapping[str, str] = MappingProxyType({"≥ ": ">=", "≤ ": "<=", "→ ": "->"})
"""ASCII for signs that mean something else when they stand alone."""

COLUMNS: Mapping[Glyphs, Mapping[str, str]] = MappingProxyType(
    {
        Glyphs.PLAIN: {low * 3: "___" for low in "▁▂▃"},
        Glyphs.ASCII: {sign * 3: ("_" if sign in "▁▂▃" else "=") * 3 for sign in "▁▂▃▄▅▆▇"},
    }
)
"""What the top of a column of a little chart becomes, three cells wide, so that it is still there
beside a goal's line.
"""

_PLAIN = {ord(glyph): plain for glyph, (plain, _) in TWINS.items()}
_ASCII = {ord(glyph): ascii_ for glyph, (_, ascii_) in TWINS.items()}


def drawn(text: str, glyphs: Glyphs) -> str:
    """``text`` with the glyphs at hand, as wide as before; letters stay as they are."""
    if glyphs is Glyphs.FULL or text.isascii():
        return text
    for column, plain in COLUMNS[glyphs].items():
        text = text.replace(column, plain)
    if glyphs is Glyphs.PLAIN:
        return text.translate(_PLAIN)
    for sign, pair in BEFORE_A_VALUE.items():
        text = text.replace(sign, pair)
    return text.translate(_ASCII)
