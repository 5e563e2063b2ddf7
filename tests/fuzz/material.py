"""What the fuzzer puts into files: words that try to be obeyed, and the files to spoil."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tests.workspaces import FILES

ROOT = Path(__file__).parents[2]

OBEYED: Sequence[str] = (
    *(
        "\x1b[31mđỏ\x1b[0m",
        "\x1b[2J\x1b[H",
        "\x1b]0;tên\x07",
        "\x1b]52;c;eA==\x1b\\",
        "\x1bPq\x1b\\",
    ),
    *(
        "\x9b31m",
        "\x9d0;x\x9c",
        "\x90q\x9c",
        "\x07",
        "\x08\x08",
        "a\rb",
        "\x7f",
        "\x00",
        "\x0b\x0c",
    ),
    *(
        "\u202eđảo\u202c",
        "\u2066cô lập\u2069",
        "\u200e\u200f",
        "\u061c",
        "\u2028",
        "\u2029",
        "\x85",
    ),
    *(
        "\u200b\u200c\u200d\u2060\ufeff",
        "\ufff9x\ufffby\ufffb",
        "\U000e0041",
        "\ufffe",
        "\U0010ffff",
    ),
)
"""Control, escape, direction and invisible characters."""

MARKUP: Sequence[str] = (
    *(
        "[bold]đậm[/bold]",
        "[/x]",
        "[",
        "]",
        "[link=file:///etc/passwd]x[/link]",
        "[@click=app.quit]x",
    ),
    *("[red on blue]", "\\[x]", "{name}", "{0}", "{", "}", "{value!r:>{x}}", "%s%n", "%(x)s", "$x"),
    *("<b>x</b>", "&amp;", "**x**", "`x`", "# x", "| x |", "=1+1", '=HYPERLINK("x")', "-1", "@x"),
)
"""What Textual, Rich, ``str.format``, Markdown or a spreadsheet would read as an order."""

LETTERS: Sequence[str] = (
    *(
        "đ",
        "Đ",
        "ế",
        "e\u0302\u0301",
        "漢字",
        "한",
        "\u1112\u1161\u11ab",
        "ａ",
        "ｱ",
        "👩\u200d💻",
        "🇻🇳",
    ),
    *(
        "e" + "\u0301" * 40,
        "\u0301",
        "שלום",
        "مرحبا",
        "ﷺ",
        "\u0345",
        "ß",
        "İ",
        "ǅ",
        "\xa0",
        "\u3000",
    ),
    *(
        "a" * 300,
        "ạ" * 5000,
        "x y " * 4000,
        "\u0327\u0300" * 4000,
        "e" + "\u0300" * 9000,
        " " * 9000,
    ),
)
"""Wide, combining, right-to-left, folding and very long text."""

NUMBERS: Sequence[str] = (
    *("0", "-0", "-1", "1.5", "1e999", "-1e999", "1e-320", ".inf", "-.inf", ".nan", "NaN", "inf"),
    *("9" * 400, "9" * 15, "9" * 16, "0.000000000000001", "999999999999999.999999999999999", "010"),
    *(
        "0x1F",
        "0b1",
        "1_000",
        "12:30",
        "1,5",
        "1.234",
        "50%",
        "٣",
        "３",
        "²",
        "½",
        "+1",
        "1.",
        ".5",
    ),
    *(
        "2147483648",
        "9223372036854775808",
        "100",
        "63",
        "1",
        "9",
        "10",
        "36500",
        "36501",
        "1000000",
    ),
)

DAYS: Sequence[str] = (
    *("0000-00-00", "0001-01-01", "1899-12-31", "1900-01-01", "2199-12-31", "2200-01-01"),
    *(
        "9999-12-31",
        "10000-01-01",
        "2024-02-30",
        "2024-02-29",
        "2023-13-01",
        "2024-1-7",
        "20240107",
    ),
    *(
        "2024-01-07T00:00:00Z",
        "-2024-01-07",
        "٢٠٢٤-٠١-٠٧",
        "31/12/9999",
        "2023-12-31",
        "2025-07-01",
    ),
    *("1/1/99999999999999999999", "9" * 5000 + "/1/1", "1/1/" + "9" * 5000, "latest", "today"),
)

NAMES: Sequence[str] = (
    *("37", "24", "24@2025-07-01", "24@2025-06-30", "24@9999-12-31", "24@", "@", "37@2025-07-01"),
    *("nb-stttt", "ninh-binh", "ho_so_truc_tuyen", "dti_hang", "tai_khoan", "bao_nb", "nb-ct-hstt"),
    *("nb-nv-cong", "chinh_quyen_so", "xa_hoi_so", "nb-kh-01-2023", "__class__", "..", "../../x"),
    *("~", "~nobody-here", "/", "", " ", "x" * 300, "con", "null", "true", "no", "percent", "rank"),
    *(
        "count",
        "money",
        "neither",
        "lower",
        "range",
        "≥",
        ">=",
        "change",
        "excess",
        "almost",
        "done",
    ),
    *("awaiting", "cancelled", "paused", "country", "district", "commune", "foundation", "exact"),
)
"""Ids of the small workspace, words of its enumerations, and paths."""

SYNTAX: Sequence[str] = (
    *("&a ", "*a", "<<: *a", "!!python/object:os.system ", "!x ", "%YAML 1.1\n", "---\n", "...\n"),
    *(
        "? ",
        "- ",
        ": ",
        ":",
        "| ",
        "|+\n",
        ">-\n",
        "{",
        "}",
        "[",
        "]",
        ", ",
        '"',
        "'",
        "#",
        "\t",
        "`",
    ),
    *(
        '"\\x1b[2J"',
        '"\\ud800"',
        '"\\udc00"',
        '"\\u202e"',
        '"\\0"',
        '"\\U00110000"',
        '"\\e]0;x\\a"',
    ),
    *(
        "\n",
        "\r",
        "\r\n",
        "\x85",
        "\u2028",
        "  ",
        "\n\n\n",
        ";",
        ",",
        '""',
        ',"',
        '",',
        '"\n"',
        ",,,",
    ),
    *(
        "[" * 70,
        "{a: " * 70,
        "- " * 70,
        "[" * 5000,
        "? " * 500,
        "x: " * 50,
        "\n" * 3000,
        "," * 3000,
    ),
)
"""Pieces of YAML and CSV."""

BYTES: Sequence[bytes] = (
    *(b"\x00", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80"),
    *(
        b"\xf4\x90\x80\x80",
        b"\xc3",
        b"\xe2\x80",
        b"\x80",
        b"\x1b",
        b"\x1b[",
        b"\x9b",
        b"\x1a",
        b"\x04",
    ),
)
"""What is no UTF-8, and half characters."""

TEXTS: Sequence[str] = (*OBEYED, *MARKUP, *LETTERS)
WORDS: Sequence[str] = (*TEXTS, *NUMBERS, *DAYS, *NAMES)
PIECES: Sequence[bytes] = (*(word.encode("utf-8") for word in (*WORDS, *SYNTAX)), *BYTES)

LAUGHS = (
    'a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]\n'
    + "".join(
        f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
).encode()
"""A billion laughs: a few hundred bytes that a loader with aliases makes gigabytes of."""


@cache
def shipped(folder: str, suffix: str) -> tuple[str, ...]:
    """The text of each shipped file of a folder: ``data/plans``, ``.yaml``."""
    files = sorted((ROOT / folder).glob(f"*{suffix}"))
    return tuple(file.read_text(encoding="utf-8") for file in files)


@cache
def shipped_entries(path: str) -> tuple[str, ...]:
    """The entries of a shipped YAML list, or the rows of a shipped table, each as its lines."""
    file = ROOT / path
    if not file.exists():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)[1:]
    if path.endswith(".csv"):
        return tuple(lines)
    entries: list[str] = []
    for line in lines:
        if line.startswith("  - "):
            entries.append(line)
        elif entries:
            entries[-1] += line
    return tuple(entries)


def yaml_quoted(text: str) -> str:
    """``text`` as a double-quoted YAML scalar, whatever it holds."""
    return '"' + "".join(map(_yaml_sign, text)) + '"'


def _yaml_sign(sign: str) -> str:
    code = ord(sign)
    if sign in '"\\':
        return "\\" + sign
    if sign.isprintable():
        return sign
    return f"\\x{code:02x}" if code < 0x100 else f"\\U{code:08x}"


def small_files() -> Mapping[str, str]:
    """The files of the small workspace, by path."""
    return FILES
