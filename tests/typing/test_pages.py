"""With a Vietnamese input method on, nothing wrong happens on a page: it says which keys to use."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.app import BriefingApp
from briefing.commands import BY_ID, is_rewritten, shown_key
from briefing.input_methods import BURST, Rewriting, instead_of, keys_behind
from briefing.language import Language, translator
from briefing.screens.dialog import Dialog
from briefing.settings import Settings
from briefing.widgets.chrome import Lines
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.conftest import plain_environment, shipped
from tests.typing.composer import Method, sent_for
from tests.typing.replays import CTRL_H, DEL, LETTERS, Typed, burst, from_clipboard, typings

__all__ = ["plain_environment", "shipped"]

SIZE = (80, 24)
ON = "Bộ gõ tiếng Việt đang bật"
METHODS: tuple[Method, ...] = ("telex", "vni")


async def send(pilot: Pilot[None], data: str) -> None:
    """Hands the app what a terminal's ``data`` is read as, all at once, and waits."""
    for event in XTermParser().feed(data):
        pilot.app.post_message(event)
    await pilot.pause()


def state(app: BriefingApp) -> tuple[object, ...]:
    """Everything that a key could have changed."""
    return (
        app.current_mode,
        tuple(app.screen_stack),
        app.theme,
        app.tr.language,
        app.view,
        app.compared,
        app.is_running,
        page(app).cursor,
        page(app).scroll_offset,
        getattr(app.screen, "grouping", None),
    )


@pytest.mark.parametrize("upper", [False, True], ids=["small", "capital"])
@pytest.mark.parametrize("method", METHODS)
async def test_a_key_that_is_rewritten_after_any_vowel_does_nothing_and_says_so(
    method: Method, upper: bool, shipped: Settings
) -> None:
    tried = 0
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for number, typed in enumerate(typings(method, upper=upper)):
            if not typed.is_rewritten or typed.sent[0].letters == "u":
                continue  # u asks for a unit: what follows goes into that dialog
            before = state(app)
            app.screen.query_one("#detail", Lines).show(())
            await send(pilot, burst(typed.sent, DEL if number % 2 else CTRL_H))
            assert state(app) == before, typed
            assert ON in said(app, "#detail"), typed
            _assert_names_the_key(said(app, "#detail"), typed)
            tried += 1
    assert tried >= (40 if method == "vni" else 20)


def _assert_names_the_key(told: str, typed: Typed) -> None:
    """The hint has the other key of the action that was meant."""
    key = typed.key.lower()
    for command in BY_ID.values():
        if key in command.keys and command.tab == "":
            safe = next(shown_key(other) for other in command.keys if not is_rewritten(other))
            assert f"{safe} thay cho {key}" in " ".join(told.split()), typed


@pytest.mark.parametrize("method", METHODS)
async def test_after_u_the_dialog_gets_the_letter_that_is_sent(
    method: Method, shipped: Settings
) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for typed in typings(method, upper=False):
            if not typed.is_rewritten or typed.sent[0].letters != "u":
                continue
            before = state(app)
            await send(pilot, burst(typed.sent))
            assert isinstance(app.screen, Dialog), typed
            assert app.screen.query_one(Input).value == typed.sent[-1].letters
            assert "mở bằng F6" in said(app, "#dialog-title")
            await press(pilot, "escape")
            assert state(app) == before, typed


@pytest.mark.parametrize("where", ["2", "3", "4", "?", "s", "\r"])
@pytest.mark.parametrize("method", METHODS)
async def test_no_other_page_is_disturbed_either(
    method: Method, where: str, shipped: Settings
) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await send(pilot, where)
        await settle(pilot)
        for typed in typings(method, upper=False):
            if typed.is_rewritten and typed.vowel in "aăêơy":
                before = state(app)
                await send(pilot, burst(typed.sent))
                assert state(app) == before, typed


@pytest.mark.parametrize("method", METHODS)
async def test_a_word_whose_tone_moves_sends_its_plain_letters_to_nobody(
    method: Method, shipped: Settings
) -> None:
    """``toan`` and a tone: t and n have done what they stand for, and do it once."""
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for word in ("toan", "hoan", "khoan", "tien"):
            tone = "s" if method == "telex" else "1"
            *keys, last = sent_for(word + tone, method)
            await send(pilot, burst(keys))
            await settle(pilot)
            before = state(app)
            await send(pilot, burst([last]))
            assert state(app) == before, word
            await send(pilot, "\x1b[15~")  # F5 goes on working
            await settle(pilot)
            assert app.current_mode == "compare"
            await press(pilot, "f2")


async def test_the_same_key_once_more_does_what_it_says(shipped: Settings) -> None:
    """The method takes its tone back and sends the key itself."""
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await send(pilot, burst(sent_for("as", "telex")))
        assert len(app.screen_stack) == 1
        await send(pilot, burst(sent_for("ass", "telex")[-1:]))
        await settle(pilot)
        assert len(app.screen_stack) == 2


async def test_pasted_letters_do_nothing_on_a_page(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        before = state(app)
        await send(pilot, from_clipboard(sent_for("as", "telex")))
        await send(pilot, "\x1b[200~tnq2\r\x1b[201~")
        assert state(app) == before
        assert "F7 thay cho s" in said(app, "#detail")


async def test_backspace_alone_does_nothing(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        before = state(app)
        await send(pilot, DEL * 3 + CTRL_H)
        assert state(app) == before


async def test_the_hint_follows_remapped_keys_and_the_language(shipped: Settings) -> None:
    app = make_app(shipped, "49", language="en", keys={"source": ("s", "f11")})
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await send(pilot, burst(sent_for("as", "telex")))
        assert "F11 for s" in said(app, "#detail")


@pytest.mark.parametrize(
    ("letter", "keys"),
    [
        ("á", ("s", "1")),
        ("Ề", ("e", "6", "f", "2")),
        ("ư", ("w", "7")),
        ("đ", ("d", "9")),
        ("ặ", ("j", "5", "w", "8")),
        ("a", ()),
        ("é", ("s", "1")),
        ("ñ", ("x", "4")),
        ("ß", ()),
    ],
)
def test_the_keys_behind_a_letter_are_known(letter: str, keys: tuple[str, ...]) -> None:
    assert set(keys_behind(letter)) == set(keys)


def test_where_no_action_was_meant_the_way_to_all_keys_is_told() -> None:
    keys = {name: command.keys for name, command in BY_ID.items() if not command.tab}
    told = instead_of("ă", keys, "", translator(Language.VI))
    assert told.startswith(ON) and told.endswith("ở ?.")
    assert instead_of("u", keys, "", translator(Language.VI)) == ""


def test_a_finger_s_backspace_swallows_nothing() -> None:
    rewriting = Rewriting()
    assert rewriting.takes("backspace", DEL, 10.0)
    assert not rewriting.takes("s", "s", 10.0 + 2 * BURST)
    assert rewriting.takes("backspace", DEL, 20.0)
    assert rewriting.takes("á", "á", 20.001)
    assert not rewriting.takes("s", "s", 20.002), "no more than was erased"


def test_every_letter_and_digit_bound_is_tried() -> None:
    assert set(LETTERS) >= set("1234jklhsudgtnqb")
    assert events.Key("a", "a").time > 0
