"""Copied text goes to the terminal where it may be taken, and to a file in any case."""

from __future__ import annotations

import os
import stat
import sys
from base64 import b64decode
from pathlib import Path

import pytest

from briefing.clipboard import MOST, PIECE, file_path, keep, sequence, shown_path

TEXT = "Tỉnh Ninh Bình: 69,83%"


def taken(sent: str) -> str:
    """What a terminal puts on the clipboard for the first request in ``sent``."""
    coded = sent.partition("\x1b]52;c;")[2].partition("\x07")[0]
    return b64decode(coded).decode("utf-8")


def test_a_terminal_is_asked_by_osc_52() -> None:
    sent = sequence(TEXT, {"TERM": "xterm-256color"}, "linux")
    assert sent.startswith("\x1b]52;c;") and sent.endswith("\x07")
    assert taken(sent) == TEXT


@pytest.mark.parametrize("environ", [{"TMUX": "/tmp/tmux,1,0"}, {"TERM": "tmux-256color"}])
def test_in_tmux_the_request_is_also_wrapped_to_be_passed_on(environ: dict[str, str]) -> None:
    sent = sequence(TEXT, environ, "linux")
    plain, _, wrapped = sent.partition("\x1bPtmux;")
    assert wrapped.endswith("\x1b\\")
    assert wrapped.removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b") == plain
    assert taken(plain) == TEXT


@pytest.mark.parametrize("environ", [{"STY": "1.pts"}, {"TERM": "screen-256color"}])
def test_in_screen_it_is_passed_on_in_pieces_that_screen_takes(environ: dict[str, str]) -> None:
    long = TEXT * 50
    sent = sequence(long, environ, "linux")
    plain, *pieces = sent.split("\x1bP")
    assert all(piece.endswith("\x1b\\") and len(piece) <= PIECE + 2 for piece in pieces)
    assert "".join(piece.removesuffix("\x1b\\") for piece in pieces) == plain
    assert taken(plain) == long


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({"TERM": "linux"}, "linux"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "darwin"),
        ({}, "win32"),
    ],
)
def test_a_terminal_known_to_take_nothing_is_not_asked(
    environ: dict[str, str], platform: str
) -> None:
    assert sequence(TEXT, environ, platform) == ""


def test_windows_terminal_is_asked() -> None:
    assert taken(sequence(TEXT, {"WT_SESSION": "1"}, "win32")) == TEXT


def test_what_is_too_long_for_a_terminal_is_not_sent() -> None:
    fits = MOST // 4 * 3
    assert sequence("a" * fits, {}, "linux")
    assert sequence("a" * (fits + 1), {}, "linux") == ""


def test_the_file_is_in_the_users_state_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    home = str(Path("/home/a").absolute())
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("USERPROFILE", home)
    state = str(Path("/state").absolute())
    usual = Path(home, ".local", "state", "briefing", "copied.txt")
    assert file_path({}, "linux") == usual
    assert file_path({"XDG_STATE_HOME": state}, "linux") == Path(state, "briefing", "copied.txt")
    assert file_path({"XDG_STATE_HOME": "relative"}, "linux") == usual
    assert file_path({"LOCALAPPDATA": state}, "win32") == Path(state, "briefing", "copied.txt")
    assert shown_path(usual) == os.path.join("~", ".local", "state", "briefing", "copied.txt")
    assert shown_path(Path(state)) == state


def test_the_file_holds_the_newest_text_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "briefing" / "copied.txt"
    keep("cũ", path)
    keep(TEXT, path)
    assert path.read_text(encoding="utf-8") == TEXT + "\n"
    assert [file.name for file in path.parent.iterdir()] == ["copied.txt"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_link_in_the_files_place_is_replaced_not_followed(tmp_path: Path) -> None:
    elsewhere, path = tmp_path / "elsewhere", tmp_path / "copied.txt"
    elsewhere.write_text("mine", encoding="utf-8")
    try:
        path.symlink_to(elsewhere)
    except OSError:
        pytest.skip("no links here")
    keep(TEXT, path)
    assert elsewhere.read_text(encoding="utf-8") == "mine"
    assert not path.is_symlink()


def test_what_cannot_be_written_leaves_no_half_file(tmp_path: Path) -> None:
    taken_by_a_folder = tmp_path / "copied.txt"
    taken_by_a_folder.mkdir()
    with pytest.raises(OSError):
        keep(TEXT, taken_by_a_folder)
    assert [file.name for file in tmp_path.iterdir()] == ["copied.txt"]
