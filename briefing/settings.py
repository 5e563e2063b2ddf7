"""``config.yaml``: which workspace, whose figures, in which language. Standard library at import.

PyYAML is imported only when the file is really read; a start takes the settings from the database,
where they are kept as JSON under the file's fingerprint.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Literal

from briefing.domain.value import value
from briefing.language import N_, Language
from briefing.problems import Fault, Problem, SettingsError, quoted

__all__ = [
    "DEFAULT_DATABASE",
    "Settings",
    "SettingsError",
    "database_hint",
    "find_workspace",
    "load_settings",
    "locate",
]

CONFIG = "config.yaml"
ENVIRONMENT = "BRIEFING_WORKSPACE"
DEFAULT_DATABASE = "data/briefing.db"
MOST_UNITS = 6
"""Units that the compare screen can set side by side."""

Theme = Literal["dark", "light", "contrast"]
THEMES: tuple[Theme, ...] = ("dark", "light", "contrast")
Access = Literal["viewer", "editor"]
ACCESS: tuple[Access, ...] = ("viewer", "editor")
ReportingPeriods = Literal["cutoff", "calendar"]
REPORTING_PERIODS: tuple[ReportingPeriods, ...] = ("cutoff", "calendar")
"""The values of :class:`briefing.domain.periods.ReportingRule`, which a start does not need."""
AsOf = date | Literal["latest", "today"]

NO_WORKSPACE = Fault(
    "no_workspace",
    N_("Không tìm thấy config.yaml ở đây hay ở thư mục nào phía trên."),
    N_("Chuyển vào thư mục làm việc, hoặc chỉ nó bằng --workspace hay BRIEFING_WORKSPACE."),
)
NOT_A_WORKSPACE = Fault(
    "not_a_workspace",
    N_("Thư mục được chỉ không có config.yaml."),
    N_("Sửa {origin}: chỉ thư mục chứa config.yaml và data/."),
)

MOST_DAYS = 365
"""Working days that ``due_soon_working_days`` may count."""


@value(kw_only=True)
class Settings:
    """The settings of one workspace.

    ``access``: a viewer cannot change the folder in the app, an editor can.
    ``ascii`` asks for glyphs of ASCII alone; ``None`` leaves it to the terminal's encoding.
    ``instant``: a start may show the last one's first frame while it loads.
    ``at_risk_share`` is a share of 1. ``reporting_periods`` are from the 15th to the 14th or the
    calendar's, for reports only. ``peer_groups`` are units to be ranked among each other, by the
    group's name. ``keys`` gives each remapped action its keys. ``database`` is
    absolute when ``root`` is.
    """

    root: Path
    unit: str
    compare: tuple[str, ...] = ()
    language: Language = Language.VI
    theme: Theme = "dark"
    access: Access = "viewer"
    ascii: bool | None = None
    instant: bool = True
    as_of: AsOf = "latest"
    database: Path
    at_risk_share: float = 0.10
    due_soon_working_days: int = 10
    reporting_periods: ReportingPeriods = "cutoff"
    peer_groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def to_json(self) -> str:
        """Everything but ``root``; a database below ``root`` is told relative to it."""
        import json

        inside = self.database.is_relative_to(self.root)
        database = self.database.relative_to(self.root) if inside else self.database
        kept = {
            "unit": self.unit,
            "compare": list(self.compare),
            "language": self.language.value,
            "theme": self.theme,
            "access": self.access,
            "ascii": self.ascii,
            "instant": self.instant,
            "as_of": self.as_of.isoformat() if isinstance(self.as_of, date) else self.as_of,
            "database": database.as_posix(),
            "at_risk_share": self.at_risk_share,
            "due_soon_working_days": self.due_soon_working_days,
            "reporting_periods": self.reporting_periods,
            "peer_groups": {name: list(units) for name, units in self.peer_groups.items()},
            "keys": {action: list(keys) for action, keys in self.keys.items()},
        }
        return json.dumps(kept, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str, root: Path) -> Settings:
        """The settings that :meth:`to_json` wrote, for the workspace in ``root``.

        Raises ``ValueError`` when ``text`` is something else: read ``config.yaml`` then.
        """
        import json

        try:
            kept = json.loads(text)
            as_of = kept["as_of"]
            share, days = float(kept["at_risk_share"]), int(kept["due_soon_working_days"])
            if not (0 <= share <= 1 and 0 <= days <= MOST_DAYS):
                raise ValueError("no settings")
            return cls(
                root=root,
                unit=_text(kept["unit"]),
                compare=_texts(kept["compare"]),
                language=Language(kept["language"]),
                theme=_known_theme(kept["theme"]),
                access="editor" if kept["access"] == "editor" else "viewer",
                ascii=bool(kept["ascii"]) if kept["ascii"] is not None else None,
                instant=bool(kept["instant"]),
                as_of=as_of if as_of in ("latest", "today") else date.fromisoformat(as_of),
                database=root / _text(kept["database"]),
                at_risk_share=share,
                due_soon_working_days=days,
                reporting_periods="calendar"
                if kept["reporting_periods"] == "calendar"
                else "cutoff",
                peer_groups={
                    _text(name): _texts(units) for name, units in kept["peer_groups"].items()
                },
                keys={_text(action): _texts(keys) for action, keys in kept["keys"].items()},
            )
        except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise ValueError("no settings") from error


def _text(found: object) -> str:
    """A text that a file may hold; raises ``ValueError`` for anything else."""
    if not isinstance(found, str) or not found or "\0" in found:
        raise ValueError("no text")
    found.encode("utf-8")  # no half characters
    return found


def _texts(found: object) -> tuple[str, ...]:
    if not isinstance(found, list):
        raise ValueError("no list")
    return tuple(map(_text, found))


def _known_theme(name: str) -> Theme:
    return next((theme for theme in THEMES if theme == name), "dark")


def load_settings(root: Path, actions: Collection[str] = ()) -> Settings:
    """Read ``config.yaml`` in ``root``.

    ``actions`` are the ids that ``keys`` may remap; without them any id is taken. Raises
    :class:`SettingsError` with every mistake found, each with line, key and remedy.
    """
    from briefing.settings_reading import read

    return read(root, actions)


def find_workspace(start: Path) -> Path | None:
    """The nearest folder from ``start`` upwards that holds a ``config.yaml``."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if _holds_config(folder)), None)


def locate(workspace: str | None, environ: Mapping[str, str], cwd: Path) -> Path:
    """The workspace to open: the one named, else ``BRIEFING_WORKSPACE``, else the nearest upwards.

    ``workspace`` may name the folder or its ``config.yaml``. Raises :class:`SettingsError` when
    there is none.
    """
    named, origin = workspace, "--workspace"
    if not named:
        named, origin = environ.get(ENVIRONMENT), ENVIRONMENT
    if not named:
        found = find_workspace(cwd)
        if found is None:
            raise SettingsError([Problem(path=quoted(cwd), fault=NO_WORKSPACE)])
        return found
    try:
        folder = cwd / Path(named).expanduser()
    except RuntimeError:  # ~somebody who is not there
        folder = cwd / named
    if folder.name == CONFIG and _holds_config(folder.parent):
        folder = folder.parent
    if not _holds_config(folder):
        params = {"origin": origin}
        raise SettingsError([Problem(path=quoted(folder), fault=NOT_A_WORKSPACE, params=params)])
    return folder.absolute()


def here() -> Path:
    """The folder that the program was called in, even when it has been removed since."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.environ.get("PWD") or os.sep)


def _holds_config(folder: Path) -> bool:
    try:
        return (folder / CONFIG).is_file()
    except (OSError, ValueError):
        return False


_NEEDS_YAML = tuple(bytes([sign]) for sign in b"#&*!|>%@`[{")
"""First signs of a value that only a YAML reader understands."""


def database_hint(config_bytes: bytes) -> str | None:
    """What a plain top-level line ``database: …`` says, without reading the file as YAML.

    A hint for the start, to find the settings kept in the database; ``None`` when there is no such
    line or it is written in a way that needs YAML. What counts is :func:`load_settings`.
    """
    lines = [line for line in config_bytes.splitlines() if line.startswith(b"database:")]
    if len(lines) != 1 or lines[0][9:10] not in (b" ", b"\t"):
        return None
    written = lines[0][9:].strip(b" \t")
    quote = written[:1]
    if quote in (b'"', b"'"):
        written, _, after = written[1:].partition(quote)
        comment = after.lstrip(b" \t")
        if comment and (comment == after or not comment.startswith(b"#")):
            return None
        if quote == b'"' and b"\\" in written:
            return None
    elif quote in _NEEDS_YAML:
        return None
    else:
        written = written.replace(b"\t#", b" #").partition(b" #")[0]
    try:
        return written.decode("utf-8").strip() or None
    except UnicodeDecodeError:
        return None
