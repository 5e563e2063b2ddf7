"""Plans as people write them: every style of YAML, comments anywhere, any line end.

What they say does not matter here, so references lead nowhere: only where bytes stand counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import strategies as st

TEXTS = (
    "Hồ sơ trực tuyến",
    "Ho\N{COMBINING DOT BELOW}p",
    "85",
    "1.470",
    "69,83",
    "010",
    "yes",
    "null",
    "2023-12-31",
    "≥",
    ">",
    "- gạch đầu dòng",
    "a: b",
    "a #b",
    "# không phải ghi chú",
    "nháy ' đơn",
    'nháy " kép',
    "\\ ngược",
    "[ngoặc]",
    "{ngoặc}, phẩy",
    "*sao",
    "&và",
    "!chấm than",
    "%",
    "@",
    "hai  dấu cách",
    "kết thúc:",
    "𝒳 ngoài BMP 😀",
    "dòng\u2028lạ",
    "~",
    "12:30",
    "a",
)
"""Values that YAML reads as something else, or not at all, unless they are written with care."""

LONG = (
    "Một ghi chú dài đến mức người viết phải xuống dòng cho dễ đọc trong trình soạn thảo của mình"
)
COMMENTS = ("# ghi chú", "#", "# goal: 45", '# "nháy', "#\tTab")
KEYS = ("title", "goal", "due", "note", "lead", "goal_op", "level")

MIXED = "a file that went through several editors"

Lines = list[str]


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028")


def _plain(text: str) -> str | None:
    unsafe = set("-?:,[]{}#&*!|>'\"%@`")
    if text[:1] in unsafe or ": " in text or " #" in text or text.endswith(":"):
        return None
    return None if "\u2028" in text else text


@st.composite
def _comment(draw: st.DrawFn) -> str:
    """What may stand behind a value."""
    if not draw(st.integers(0, 3)):
        return draw(st.sampled_from(("  ", " "))) + draw(st.sampled_from(COMMENTS))
    return draw(st.sampled_from(("", "", "", " ")))


@st.composite
def _inline(draw: st.DrawFn, flow: bool) -> str:
    """A scalar on one line."""
    text = draw(st.sampled_from(TEXTS))
    plain = _plain(text)
    styles: list[Callable[[str], str]] = [_double]
    if "\u2028" not in text:
        styles.append(_single)
    if plain is not None and not (flow and set(text) & set(",[]{}")):
        styles += [str, str]
    return draw(st.sampled_from(styles))(text)


@st.composite
def _below(draw: st.DrawFn, key: str, indent: str) -> Lines:
    """A key whose value takes several lines."""
    words = LONG.split()
    cut = draw(st.integers(3, 9))
    deeper = indent + draw(st.sampled_from(("  ", "    ", " ")))
    first, second = " ".join(words[:cut]), " ".join(words[cut:])
    quote = draw(st.sampled_from(("|", ">", "|-", ">-", "|+", "", "'", '"')))
    tail = draw(_comment())
    if quote[:1] in ("|", ">") and quote:
        blank = [""] * draw(st.integers(0, 2))
        header = f"{indent}{key}: {quote}{tail if tail.strip() else ''}"
        return [header, deeper + first, deeper + second, *blank]
    return [f"{indent}{key}: {quote}{first}", f"{deeper}{second}{quote}{tail}"]


@st.composite
def _entry(draw: st.DrawFn, number: int, indent: str) -> Lines:
    """One item of a list: a block or in braces."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=len(KEYS)))
    id_ = f"ma-{number}"
    if not draw(st.integers(0, 2)):
        gap = draw(st.sampled_from((", ", ",", f",\n{indent}    ")))
        told = [f"id: {id_}", *(f"{key}: {draw(_inline(True))}" for key in keys)]
        end = draw(st.sampled_from(("", ",", " ")))
        return [f"{indent}- {{{gap.join(told)}{end}}}{draw(_comment())}"]
    lines = [f"{indent}- id: {id_}{draw(_comment())}"]
    inner = indent + "  "
    for key in keys:
        if not draw(st.integers(0, 4)):
            lines.append(inner + draw(st.sampled_from(COMMENTS)))
        kind = draw(st.integers(0, 5))
        if kind == 0:
            lines += draw(_below(key, inner))
        elif kind == 1:
            lines.append(f"{inner}{key}:{draw(_comment())}")
        else:
            quoted_key = draw(st.sampled_from((key, key, f'"{key}"')))
            lines.append(f"{inner}{quoted_key}: {draw(_inline(False))}{draw(_comment())}")
    if not draw(st.integers(0, 2)):
        lines.append(f"{inner}paragraphs: [1, {draw(_inline(True))}]{draw(_comment())}")
    if not draw(st.integers(0, 2)):
        step = draw(st.sampled_from(("", "  ")))
        lines.append(f"{inner}milestones:{draw(_comment())}")
        lines.append(f"{inner}{step}- on: 2023-06-30")
        lines.append(f"{inner}{step}  value: {draw(_inline(False))}{draw(_comment())}")
    return lines


@st.composite
def plan_texts(draw: st.DrawFn) -> str:
    """A whole file's text, without the byte order mark that bytes may begin with."""
    lines: Lines = draw(st.lists(st.sampled_from(COMMENTS), max_size=2))
    if draw(st.booleans()):
        lines.append("---")
    lines += ["plan:", "  id: ke-hoach", f"  title: {draw(_inline(False))}{draw(_comment())}"]
    indent = draw(st.sampled_from(("", "  ")))
    for name in ("targets", "tasks"):
        lines += [""] * draw(st.integers(0, 1))
        lines.append(f"{name}:{draw(_comment())}")
        for number in range(draw(st.integers(1, 2))):
            lines += draw(_entry(number, indent))
            lines += [""] * draw(st.integers(0, 1))
    kinds = draw(st.sampled_from(("\n", "\n", "\r\n", "\r", MIXED)))
    if kinds == MIXED:
        breaks = draw(st.lists(st.sampled_from(("\n", "\r\n", "\r")), min_size=2, max_size=5))
    else:
        breaks = [kinds]
    rows = "\n".join(lines).split("\n")
    text = "".join(row + breaks[at % len(breaks)] for at, row in enumerate(rows))
    return text if draw(st.booleans()) else text.rstrip("\r\n ")
