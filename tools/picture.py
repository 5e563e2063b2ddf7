"""Pictures of the screens for README.md and the guides: ``make pictures``.

The real app runs without a terminal on the shipped data, with a database of its own, and draws
into ``docs/pictures/NAME.vi.svg`` and ``NAME.en.svg``. The pictures load nothing from elsewhere.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from pathlib import Path

from textual.pilot import Pilot

from briefing.app import BriefingApp
from briefing.commands import COMMANDS
from briefing.desk import LATEST, AsOf, Desk
from briefing.language import Language
from briefing.opening import sync
from briefing.pages.line import Link, LinkKind
from briefing.session import Session
from briefing.settings import Settings, load_settings
from briefing.store.reading import Reader

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SIZE = (120, 36)
TODAY = date(2026, 1, 1)
"""Any day: the scenes look at the newest figures."""

ANNOUNCED = date(2023, 9, 3)
"""A day on which the index of 2022 is known."""

FONTS = "DejaVu Sans Mono, Menlo, Consolas, monospace"
"""Fonts that most machines have and that know every Vietnamese letter."""


@dataclass(frozen=True)
class Scene:
    """A screen to draw: unit and day in focus, and the keys or the link that lead there."""

    unit: str
    keys: tuple[str, ...] = ()
    link: Link | None = None
    as_of: AsOf = LATEST


ARTICLE = date(2022, 4, 25)
"""The day of the article on Quảng Nam: a meeting of that week."""

SCENES: Mapping[str, Scene] = {
    "overview": Scene("49", as_of=ARTICLE),
    "pillars": Scene("24", ("2", "down")),
    "tasks": Scene("49", ("3", "down"), as_of=ARTICLE),
    "matrix": Scene("49", ("6",), as_of=ARTICLE),
    "systems": Scene("49", ("7", "down"), as_of=ARTICLE),
    "compare": Scene("37", ("4",)),
    "ranking": Scene("30", ("5",), as_of=ANNOUNCED),
    "slope": Scene("30", ("5", "g"), as_of=ANNOUNCED),
    "map": Scene("30", ("5", "g", "g"), as_of=ANNOUNCED),
    "profile": Scene("92", ("p",), as_of=ANNOUNCED),
    "indicator": Scene("37", (), Link(LinkKind.INDICATOR, "ho_so_truc_tuyen")),
    "source": Scene("49", (), Link(LinkKind.SOURCE, "quang_nam_2022")),
}


def shipped_settings(folder: Path) -> Settings:
    """The settings of a copy of the shipped workspace in ``folder``, its database built there."""
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("*.db*"))
    shutil.copy(ROOT / "config.yaml", folder)
    settings = load_settings(folder, frozenset(command.id for command in COMMANDS))
    sync(settings)
    return settings


def draw(scene: Scene, language: Language, settings: Settings) -> str:
    """The SVG of ``scene``: an image that needs nothing from elsewhere."""
    return asyncio.run(_draw(scene, replace(settings, language=language)))


def text_of(svg: str) -> list[str]:
    """What a picture says, line by line; equal texts may still differ in colour."""
    lines: dict[str, str] = {}
    for at, said in re.findall(r'<text [^>]*clip-path="url\(#([^)]*)\)"[^>]*>([^<]*)</text>', svg):
        lines[at] = lines.get(at, "") + unescape(said).replace("\xa0", " ").strip() + " "
    return [" ".join(line.split()) for line in lines.values()]


async def _draw(scene: Scene, settings: Settings) -> str:
    app = _app(scene, settings)
    async with app.run_test(size=SIZE) as pilot:
        await _settled(pilot)
        if scene.link is not None:
            await app.open_link(scene.link)
            await _settled(pilot)
        for key in scene.keys:
            await pilot.press(key)
            await _settled(pilot)
        return _self_contained(app.export_screenshot(title="briefing"))


def _app(scene: Scene, settings: Settings) -> BriefingApp:
    desk = Desk(settings, TODAY)
    with Reader(settings.database) as reader:
        unit = desk.focus(reader, scene.unit, scene.as_of)
        view = desk.view(reader, unit.key, scene.as_of)
        briefing = desk.briefing(reader, view)
        compared = tuple(one.key for one in desk.compared(reader, scene.as_of))
    app = BriefingApp(Session(desk, view, scene.as_of, compared, briefing))
    app.animation_level = "none"
    return app


async def _settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def _self_contained(svg: str) -> str:
    """Without the fonts that Textual's pictures load from the web."""
    svg = re.sub(r"[ \t]*@font-face \{[^}]*\}\n*", "", svg)
    svg = svg.replace("Fira Code, monospace", FONTS)
    return "\n".join(line.rstrip() for line in svg.splitlines()).rstrip() + "\n"


def pictures(settings: Settings) -> Iterator[tuple[Path, str]]:
    """Every picture's path and SVG."""
    for name, scene in SCENES.items():
        for language in Language:
            yield PICTURES / f"{name}.{language}.svg", draw(scene, language, settings)


def main() -> int:
    """Draws every picture anew and names those that changed; the exit code."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for path, svg in pictures(shipped_settings(Path(folder))):
            if not path.exists() or path.read_text(encoding="utf-8") != svg:
                path.write_text(svg, encoding="utf-8", newline="\n")
                print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
