"""A new workspace: commented examples that pass ``briefing check``, to be edited."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from briefing.domain.spelling import fold
from briefing.language import Language
from briefing.workspace import json_schemas

HERE = files(__name__)
SHARED = ("catalogue/pillars.yaml", "catalogue/holidays.csv", "units/provinces.csv")
"""Files that every workspace has alike, under ``data/``: taken from the shipped one."""

WRITTEN = {
    "config.yaml": "config.yaml",
    ".gitignore": "gitignore",
    "data/catalogue/indicators.yaml": "indicators.yaml",
    "data/catalogue/sources.yaml": "sources.yaml",
    "data/catalogue/documents.yaml": "documents.yaml",
    "data/units/organisations.yaml": "organisations.yaml",
    "data/observations/vi_du.csv": "observations.csv",
    "data/plans/vi_du.yaml": "plan.yaml",
}
"""Where each of the examples goes."""

BESIDE = ("01", "79", "48")
"""Provinces that a new workspace is compared with, unless it is one of them."""


_SHORT_RANK = re.compile(r"^(?:tp|t)(?:\. ?| )")
"""TP. and T. before a name."""


class Province(NamedTuple):
    """A province that there is today."""

    code: str
    slug: str
    name: str
    full_name: str

    @property
    def words(self) -> tuple[str, ...]:
        """How it may be called, without case and diacritics."""
        return self.code, self.slug, fold(self.name), fold(self.full_name)


class Past(NamedTuple):
    """A province that there is no more: its full name, since when, and what it became."""

    name: str
    since: date
    into: tuple[Province, ...]


def provinces(day: date) -> tuple[Province, ...]:
    """Every province that there is on ``day``."""
    return tuple(_province(row) for row in _rows() if _exists(row, day))


def merged_into(text: str, day: date) -> Past | None:
    """What became of the province that ``text`` names, if it was one before ``day``."""
    rows = _rows()
    for row in rows:
        if not row["valid_to"] or row["valid_to"] >= day.isoformat():
            continue
        if named(text, (_province(row),)):
            codes = [key.partition("@")[0] for key in row["successors"].split(";")]
            into = [
                _province(each) for each in rows if each["code"] in codes and _exists(each, day)
            ]
            since = date.fromisoformat(row["valid_to"]) + timedelta(days=1)
            return Past(row["full_name"], since, tuple(into))
    return None


def _rows() -> list[dict[str, str]]:
    rows = csv.DictReader(StringIO(_shared("units/provinces.csv")))
    return [row for row in rows if row["kind"] == "province"]


def _province(row: Mapping[str, str]) -> Province:
    return Province(row["code"], row["slug"], row["name"], row["full_name"])


def _exists(row: Mapping[str, str], day: date) -> bool:
    start, end = row["valid_from"], row["valid_to"]
    return (not start or start <= day.isoformat()) and (not end or day.isoformat() <= end)


def named(text: str, known: tuple[Province, ...]) -> Province | None:
    """The province that ``text`` names by code, slug or name, with or without diacritics."""
    word = _SHORT_RANK.sub("", fold(text).strip())
    return next((each for each in known if word in each.words), None)


def starter(province: Province, language: Language, today: date) -> dict[str, str]:
    """The files of a new workspace for ``province``: their texts by path."""
    beside = [f'"{code}"' for code in (province.code, *BESIDE)]
    words = {
        "UNIT": province.code,
        "COMPARE": ", ".join(dict.fromkeys(beside)),
        "LANGUAGE": language.value,
        "YEAR": str(today.year),
        "LAST": str(today.year - 1),
    }
    texts = {f"data/{path}": _shared(path) for path in SHARED}
    for path, name in WRITTEN.items():
        text = HERE.joinpath(name).read_text(encoding="utf-8")
        texts[path] = _filled(path, text, language, words)
    return texts | json_schemas.texts()


def _shared(path: str) -> str:
    """A file of the shipped workspace: beside the package where that is a checkout."""
    packaged = HERE.joinpath("shared", path)
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    return (Path(__file__).parents[2] / "data" / path).read_text(encoding="utf-8")


def _filled(path: str, text: str, language: Language, words: Mapping[str, str]) -> str:
    """An example with its comments in one language and its words put in."""
    lines = []
    for line in text.splitlines():
        comment, _, rest = line.lstrip().partition(" ")
        if comment in ("#vi", "#en"):
            if comment[1:] != language.value:
                continue
            line = f"{line[: len(line) - len(line.lstrip())]}# {rest}"
        if line == "@SCHEMA@":
            line = json_schemas.modeline(path)
        lines.append(line)
    filled = "\n".join(lines) + "\n"
    for word, meant in words.items():
        filled = filled.replace(f"@{word}@", meant)
    return filled
