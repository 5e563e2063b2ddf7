"""Opening a workspace: its settings, whether its database is up to date, and bringing it there."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.commands import COMMANDS
from briefing.settings import Settings, database_hint, load_settings
from briefing.store.errors import DatabaseMissing, DatabaseTooOld, StoreError
from briefing.store.reading import Reader
from briefing.workspace.fingerprint import CONFIG, scan, sha256

if TYPE_CHECKING:
    from briefing.store.writing import SyncSummary

Progress = Callable[[int, int, str], None]
ACTIONS = frozenset(command.id for command in COMMANDS)


@dataclass(frozen=True, slots=True)
class Opened:
    """A workspace and its database.

    ``built`` says whether there is a database to read; ``fresh`` whether it holds the folder as
    it stands. ``fault`` is what is wrong with a database that is there but cannot be read.
    """

    settings: Settings
    built: bool
    fresh: bool
    fault: StoreError | None = None


def open_workspace(root: Path) -> Opened:
    """Reads the settings, from the database where the file has not changed, and looks at both.

    Raises ``SettingsError`` when ``config.yaml`` is missing or wrong.
    """
    try:
        content = (root / CONFIG).read_bytes()
    except OSError:
        content = b""
    hint = database_hint(content)
    kept = _kept_settings(root, root / hint, sha256(content)) if hint and content else None
    settings = kept if kept is not None else load_settings(root, ACTIONS)
    try:
        with Reader(settings.database) as reader:
            fresh = tuple(reader.stats()) == scan(root)
    except (DatabaseMissing, DatabaseTooOld):
        return Opened(settings, built=False, fresh=False)
    except StoreError as error:
        return Opened(settings, built=False, fresh=False, fault=error)
    return Opened(settings, built=True, fresh=fresh)


def _kept_settings(root: Path, database: Path, digest: str) -> Settings | None:
    """The settings kept in the database, if they were read from these very bytes."""
    try:
        with Reader(database) as reader:
            text = reader.settings_json(digest)
        return Settings.from_json(text, root) if text else None
    except (StoreError, ValueError):
        return None


def sync(
    settings: Settings, *, progress: Progress | None = None, rebuild: bool = False
) -> SyncSummary:
    """Reads the folder and makes the database hold exactly that, in one transaction.

    Raises ``WorkspaceError``, ``SettingsError`` or a ``StoreError``; then nothing was changed.
    """
    from briefing.store.writing import apply
    from briefing.workspace import load_workspace

    stats = scan(settings.root)
    content = (settings.root / CONFIG).read_bytes()
    own = load_settings(settings.root, ACTIONS)
    return apply(
        settings.database,
        load_workspace(settings.root),
        settings_json=own.to_json(),
        config_sha256=sha256(content),
        stats=stats,
        at=datetime.now(),
        by=_login(),
        progress=progress,
        rebuild=rebuild,
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
