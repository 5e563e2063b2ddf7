"""Programs that fail at a chosen place, without a line in the product that helps them to."""

from __future__ import annotations

import sys

SECRET = "98.7654 Nguyễn Văn Mật"
"""A figure and a name, which must not be found in any report."""

_PATCHES = {
    "handler": """
from briefing.app import BriefingApp
def broken(self):
    figure = SECRET
    raise ValueError(figure)
BriefingApp.action_help = broken
""",
    "async handler": """
from briefing.app import BriefingApp
async def broken(self):
    figure = SECRET
    raise KeyError(figure)
BriefingApp.action_help = broken
""",
    "thread worker": """
from briefing.screens.compare import CompareScreen
def broken(self, reader):
    figure = SECRET
    raise LookupError(figure)
CompareScreen.fetch = broken
""",
    "async worker": """
from briefing.app import BriefingApp
def broken(self):
    async def work():
        figure = SECRET
        raise RuntimeError(figure)
    self.run_worker(work())
BriefingApp.action_help = broken
""",
    "callback": """
from briefing.app import BriefingApp
def broken(self):
    def later():
        figure = SECRET
        raise RuntimeError(figure)
    import asyncio
    asyncio.get_running_loop().call_soon(later)
BriefingApp.action_help = broken
""",
    "thread": """
from briefing.app import BriefingApp
def broken(self):
    def work():
        figure = SECRET
        raise RuntimeError(figure)
    import threading
    threading.Thread(target=work).start()
BriefingApp.action_help = broken
""",
    "keys": """
from textual.drivers import linux_driver
feed = linux_driver.XTermParser.feed
def broken(self, data):
    if "?" in data:
        figure = SECRET
        raise ValueError(figure)
    return feed(self, data)
linux_driver.XTermParser.feed = broken
""",
    "late import": """
import sys
sys.modules["briefing.screens.guide"] = None
""",
    "late import that raises": """
import importlib.abc, sys
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "briefing.screens.guide":
            figure = SECRET
            raise OSError(28, figure)
sys.meta_path.insert(0, Finder())
""",
    "first import": """
import sys
sys.modules["briefing.instant"] = None
""",
    "early import": """
import sys
sys.modules["briefing.calling"] = None
""",
    "import of language": """
import sys
sys.modules["briefing.language"] = None
""",
    "import of streams": """
import sys
sys.modules["briefing.streams"] = None
""",
    "import of the app": """
import sys
sys.modules["briefing.navigation"] = None
""",
    "compose": """
from briefing.screens.page_screen import PageScreen
def broken(self):
    figure = SECRET
    raise ValueError(figure)
    yield
PageScreen.compose = broken
""",
    "mount": """
from briefing.app import BriefingApp
def broken(self):
    figure = SECRET
    raise ValueError(figure)
BriefingApp.on_mount = broken
""",
    "stylesheet": """
from briefing.app import BriefingApp
BriefingApp.CSS = "Widget { color: }"
""",
    "render": """
from briefing.widgets.line_view import LineView
def broken(self, y):
    figure = SECRET
    raise ValueError(figure)
LineView.render_lines = broken
""",
    "driver": """
from textual.drivers.linux_driver import LinuxDriver
def broken(self):
    figure = SECRET
    raise ValueError(figure)
LinuxDriver._query_in_band_window_resize = broken
""",
    "before the app": """
from briefing import desk
def broken(self, *given):
    figure = SECRET
    raise ValueError(figure)
desk.Desk.focus = broken
""",
    "unmount": """
from briefing.app import BriefingApp
def broken(self):
    figure = SECRET
    raise ValueError(figure)
BriefingApp.on_unmount = broken
""",
    "stopping the driver": """
from textual.drivers.linux_driver import LinuxDriver
def broken(self):
    figure = SECRET
    raise ValueError(figure)
LinuxDriver.disable_input = broken
""",
    "stopping the driver, with a frame still to be written": """
import time
from textual.drivers.linux_driver import LinuxDriver
from briefing import restoring
from briefing.driver import _Surviving
write = _Surviving.write
def slow(self, text):
    limit = time.monotonic() + 0.5
    while restoring.on_screen() and time.monotonic() < limit:
        time.sleep(0.001)
    write(self, text)
    self._file.flush()
def broken(self):
    _Surviving.write = slow
    self.write("A frame that comes late")
    figure = SECRET
    raise ValueError(figure)
LinuxDriver.disable_input = broken
""",
    "handler, and no file can be written": """
import tempfile
tempfile.tempdir = "/proc"
from briefing.app import BriefingApp
def broken(self):
    raise ValueError(SECRET)
BriefingApp.action_help = broken
""",
    "show": """
from briefing import printing
def broken(*given, **named):
    figure = SECRET
    raise ValueError(figure)
printing.printed = broken
""",
    "reading": """
from briefing.store.reading import Reader
def broken(self, *given, **named):
    figure = SECRET
    raise ValueError(figure)
Reader.briefing = broken
""",
    "syncing": """
import briefing.progress_bar as bar
from contextlib import contextmanager
@contextmanager
def broken(label, out):
    def tell(done, total, name):
        if done > 2:
            figure = SECRET
            raise ValueError(figure)
    yield tell
bar.progress_bar = broken
""",
    "endless sync": """
from briefing import opening
def broken(*given, **named):
    import threading
    threading.Event().wait()
opening.sync = broken
""",
    "endless handler": """
from briefing.app import BriefingApp
def broken(self):
    import os
    os.write(2, b"\\x1b]0;stuck\\x07")
    while True:
        pass
BriefingApp.action_help = broken
""",
    "deaf to the first hang-up": """
import signal
real = signal.signal
def deaf(number, handler):
    if number == signal.SIGHUP and callable(handler):
        heard = []
        def second(*given):
            heard.append(1)
            if len(heard) > 1:
                handler(*given)
        return real(number, second)
    return real(number, handler)
signal.signal = deaf
""",
    "recursion": """
from briefing.app import BriefingApp
def broken(self):
    broken(self)
BriefingApp.action_help = broken
""",
}
_RUN = """
import sys
sys.argv = ["briefing", *sys.argv[1:]]
from briefing.__main__ import main
main()
"""


def failing(place: str, *arguments: str) -> list[str]:
    """The command line of a program that raises at ``place``."""
    code = f"SECRET = {SECRET!r}\n{_PATCHES[place]}\n{_RUN}"
    return [sys.executable, "-c", code, *arguments]
