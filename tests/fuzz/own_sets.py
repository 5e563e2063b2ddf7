"""A department's own framework and its scores under fire: a list, a table, and both of scores."""

from __future__ import annotations

import random
import shutil
from datetime import date
from pathlib import Path

from briefing.domain.model import UnitKey
from briefing.language import Translator
from briefing.opening import ACTIONS, sync
from briefing.pages.framework import framework_page
from briefing.pages.framework_part import part_detail, part_page
from briefing.problems import ProblemsError
from briefing.settings import Settings, load_settings
from briefing.show.frameworks import framework_sections
from briefing.show.rendering import as_csv, as_json, as_text
from briefing.store.reading import Reader
from briefing.workspace import load_workspace
from tests.fuzz.mutations import spoil
from tests.fuzz.plain import TRANSLATORS, check_plain, check_told
from tests.fuzz.watch import limited
from tests.workspace.own_framework import (
    BASE,
    BY_TABLE,
    FRAMEWORK,
    LISTED,
    SCORES,
    TABLE,
    score,
    scores,
    table,
)
from tests.workspaces import write_workspace

NINH_BINH = UnitKey("37")
DAY = date(2026, 11, 22)
ROWS = scores(score(), score("a2", part="so-hoa", self_assessment="9", appraised=""))
LIST = """assessments:
  - {id: a1, framework: so-2023, part: "1.1", unit: "37", start: 2023-01-01, end: 2023-12-31,
     self_assessment: 38, appraised: 35.5, evidence: Báo cáo, source: bao_nb,
     published_on: 2024-01-07, note: ghi chú, lead: nb-vpub, due: Quý I/2024}
"""
FILES = {
    "framework": (BASE, FRAMEWORK, {SCORES: scores(score())}),
    "framework table": (TABLE, table(), {BASE: BY_TABLE, SCORES: scores(score())}),
    "scores": (SCORES, ROWS, {BASE: FRAMEWORK}),
    "listed scores": (LISTED, LIST, {BASE: FRAMEWORK}),
}
"""Each reader's file, its text, and the files that it needs beside it."""


class OwnSet:
    """One file of a set: what is accepted is stored, and its pages are drawn from it."""

    def __init__(self, name: str, root: Path):
        self.name = name
        self._path, text, beside = FILES[name]
        self._text = text.encode("utf-8")
        self._settings = self._made(root, {**beside, self._path: text})
        self._file = root / self._path

    @staticmethod
    def _made(root: Path, files: dict[str, str | bytes | None]) -> Settings:
        shutil.rmtree(root, ignore_errors=True)
        write_workspace(root, files)
        settings = load_settings(root, ACTIONS)
        sync(settings)
        return settings

    def make(self, chance: random.Random) -> bytes:
        """The file, spoilt."""
        return spoil(self._text, self._path, chance)

    def take(self, case: bytes) -> bool:
        """See ``readers.Target``."""
        self._file.write_bytes(case)
        try:
            with limited():
                load_workspace(self._settings.root)
        except ProblemsError as error:
            check_told(error, {self._path: case})
            return False
        with limited():
            sync(self._settings)
            draw(self._settings, TRANSLATORS[len(case) % len(TRANSLATORS)], len(case))
        return True


def draw(settings: Settings, tr: Translator, number: int) -> None:
    """Draws each framework and some of its parts; raises for what a terminal would obey."""
    width = (40, 80, 150)[number % 3]
    with Reader(settings.database) as reader:
        for framework in reader.standings.frameworks():
            told = reader.standings.framework(framework.id, NINH_BINH, DAY, DAY)
            assert told is not None
            pages = [framework_page(told, tr)]
            for each in [*told.sheet.all][:3]:
                pages.append(part_page(each, told, tr))
                for line in part_detail(each, told, tr, width, 4):
                    check_plain(line.text)
            for page in pages:
                check_plain(as_text(page, "", width), many_lines=True)
            for print_as in (as_csv, as_json):
                check_plain(print_as({}, framework_sections(told)), many_lines=True)
