"""The front door: from options to the app on a terminal, without loading what it does not need."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from briefing import ahead, restoring
from briefing.calling import Call
from briefing.display import display

if TYPE_CHECKING:
    from types import ModuleType

    from briefing.ahead import First
    from briefing.app import BriefingApp
    from briefing.keeping import Basis
    from briefing.language import Translator
    from briefing.session import Session


OFTEN = (2000, 5, 5)
"""When garbage is looked for. What was there at the start is left out, so that it costs little;
Python's own later rounds let screens that were left pile up to a megabyte more, and a first round
every 500 objects fell into nearly every page that is built, for half a millisecond."""


def open_app(
    call: Call, tr: Translator | None = None, arguments: Sequence[str] | None = None
) -> int:
    """Opens the app for ``call``; the exit code. ``tr`` speaks until the settings are read.

    ``arguments`` are those of the command line, for which the first frame may be kept.
    """
    gc.disable()
    _leave_out_encryption()
    at_work = ahead.start(call)
    if at_work is not None:
        from briefing.app import BriefingApp

        first = at_work.first()
        if first is not None:
            shown = display(os.environ, sys.platform, first.ascii)
            app = BriefingApp(first=first, opening=lambda: _read(call, first), display=shown)
            code = _run(app, first.basis, arguments)
            if app.unopened is None:
                return code
    restoring.restore()  # what goes wrong now is told on the terminal as it was
    return _open_here(call, tr, arguments)


def _leave_out_encryption() -> None:
    """Keeps asyncio from loading TLS, as where Python is built without: nothing here goes online.

    That is an eleventh of the start, and 4 MiB.
    """
    sys.modules.setdefault("ssl", cast("ModuleType", None))


def _open_here(call: Call, tr: Translator | None, arguments: Sequence[str] | None) -> int:
    """Opens the app without help: builds or mends the database if need be, tells what is wrong."""
    from briefing.complaints import OURS, complaint
    from briefing.language import Language, translator
    from briefing.preparing import complain
    from briefing.session import found, language_of, open_session

    tr = translator(Language(call.language)) if call.language else tr or translator(Language.VI)
    try:
        opened = found(call)
        tr = language_of(call, opened)
        session = open_session(call, opened, tr)
    except OURS as error:
        return complain(complaint(error, tr))
    from briefing.app import BriefingApp

    shown = display(os.environ, sys.platform, session.desk.settings.ascii)
    return _run(BriefingApp(session, display=shown), session.basis, arguments)


def _read(call: Call, first: First) -> Session:
    """The session behind ``first``, as the database stands; raises one of ``OURS``."""
    import pickle

    from briefing.session import read_session
    from briefing.store.connecting import trust
    from briefing.store.reading import Reader

    if first.checked is not None:
        trust(first.checked)
    opened = pickle.loads(first.opened)
    with Reader(opened.settings.database) as reader, reader.one_moment():
        return read_session(call, opened, reader)


def _run(app: BriefingApp, basis: Basis | None, arguments: Sequence[str] | None) -> int:
    """Runs the app; keeps its first frame after a good end."""
    from briefing import terminal

    app.follows = True
    app.remembers_first_paint = arguments is not None and basis is not None
    gc.freeze()
    gc.set_threshold(*OFTEN)
    gc.enable()
    code = terminal.run(app)
    app.stop_following()
    painted = app.first_paint()
    if code == 0 and arguments is not None and basis is not None and painted is not None:
        from briefing.keeping import keep

        keep(arguments, basis, *painted)
    return code
