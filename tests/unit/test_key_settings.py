"""``keys:`` in ``config.yaml``: what may be given to whom, and what is refused by name."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from textual.keys import _character_to_key

from briefing.commands import ALWAYS, BY_ID, COMMANDS, SIGNS, in_force, is_rewritten
from briefing.key_names import BadKey, key_name
from briefing.language import Language, translator
from briefing.problems import Problem
from briefing.settings import SettingsError, load_settings
from briefing.settings_keys import SPARE, check_keys

ACTIONS = frozenset(BY_ID)


def remapped(root: Path, keys: str) -> dict[str, tuple[str, ...]]:
    (root / "config.yaml").write_text(f'unit: "37"\nkeys: {keys}\n', encoding="utf-8")
    return dict(load_settings(root, ACTIONS).keys)


def refused(root: Path, keys: str) -> tuple[Problem, ...]:
    with pytest.raises(SettingsError) as told:
        remapped(root, keys)
    return told.value.problems


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("/", "slash"),
        ("?", "question_mark"),
        ("+", "plus"),
        ("-", "minus"),
        ("−", "minus"),
        (".", "full_stop"),
        ("comma", "comma"),
        ("F5", "f5"),
        ("f05", "f5"),
        ("F 12", "f12"),
        ("Ctrl+F", "ctrl+f"),
        ("control + f", "ctrl+f"),
        ("ctrl-f", "ctrl+f"),
        ("^F", "ctrl+f"),
        ("^", "circumflex_accent"),
        ("esc", "escape"),
        ("Return", "enter"),
        ("pgdn", "pagedown"),
        ("PageDown", "pagedown"),
        ("Page Down", "pagedown"),
        ("page-up", "pageup"),
        ("Ins", "insert"),
        ("DEL", "delete"),
        ("Space", "space"),
        ("question_mark", "question_mark"),
        ("↓", "down"),
        ("x", "x"),
        ("X", "X"),
        ("shift+x", "X"),
        ("Shift+Tab", "shift+tab"),
        ("ctrl+home", "ctrl+home"),
        ("7", "7"),
    ],
)
def test_a_key_may_be_written_the_way_people_say_it(written: str, name: str) -> None:
    assert key_name(written) == name


def test_every_mark_of_a_keyboard_has_the_name_by_which_it_arrives() -> None:
    assert {_character_to_key(mark) for mark in string.punctuation} == set(SIGNS)
    for mark in string.punctuation:
        assert key_name(mark) == _character_to_key(mark)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("hello world", "unknown_key_name"),
        ("ctrl+", "unknown_key_name"),
        ("+f", "unknown_key_name"),
        ("F13x", "unknown_key_name"),
        ("F0", "unknown_key_name"),
        ("F99", "unknown_key_name"),
        ("ctrl+hello", "unknown_key_name"),
        ("\x1b", "unknown_key_name"),
        ("á", "key_not_on_keyboards"),
        ("ư", "key_not_on_keyboards"),
        ("ctrl+đ", "key_not_on_keyboards"),
        ("F13", "key_not_sent"),
        ("ctrl+plus", "key_not_sent"),
        ("ctrl++", "key_not_sent"),
        ("ctrl+1", "key_not_sent"),
        ("ctrl+pagedown", "key_not_sent"),
        ("ctrl+shift+f", "key_not_sent"),
        ("shift+f3", "key_not_sent"),
        ("ctrl+f3", "key_not_sent"),
        ("alt+f", "key_not_sent"),
        ("cmd+f", "key_not_sent"),
        ("shift+pageup", "key_not_sent"),
        ("ctrl+m", "same_key"),
        ("ctrl+i", "same_key"),
        ("ctrl+j", "same_key"),
        ("ctrl+h", "same_key"),
        ("ctrl+[", "same_key"),
        ("ctrl+c", "key_tells_how_to_leave"),
        ("^C", "key_tells_how_to_leave"),
        ("ctrl+z", "key_suspends"),
        ("ctrl+s", "key_stops_output"),
        ("backspace", "key_erases"),
        ("ctrl+space", "key_switches_input"),
    ],
)
def test_a_key_that_would_not_work_is_refused_with_the_reason(written: str, code: str) -> None:
    with pytest.raises(BadKey) as told:
        key_name(written)
    assert told.value.fault.code == code
    problem = check_keys({"search": (written, "f11")})[1][0]
    said = problem.fault.message.format(**problem.params)
    remedy = problem.fault.remedy.format(**problem.params)
    assert said.strip() and remedy.strip() and said.isprintable()


def test_a_misspelt_key_is_told_with_the_nearest(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, '{search: "pagdown,F11"}')
    assert "“pagdown”" in problem.text()
    assert "“pagedown”" in problem.remedy_text()


def test_what_is_accepted_is_kept_by_its_one_name(tmp_path: Path) -> None:
    assert remapped(tmp_path, '{search: "F11, Ctrl+E"}') == {"search": ("f11", "ctrl+e")}
    assert remapped(tmp_path, "{search: [/, Ctrl+F]}") == {"search": ("slash", "ctrl+f")}
    assert remapped(tmp_path, "\n  search:\n    - x\n    - F11") == {"search": ("x", "f11")}


def test_the_keys_that_an_action_comes_with_may_be_written_out(tmp_path: Path) -> None:
    for command in COMMANDS:
        keys = ", ".join(command.keys)
        assert remapped(tmp_path, f'{{{command.id}: "{keys}"}}') == {command.id: command.keys}


def test_a_key_given_to_two_actions_is_refused_with_both_names(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, '{search: "x,f11", help: "f11,?"}')
    assert (problem.code, problem.line, problem.column) == ("key_clash", 2, 31)
    assert problem.key == "keys.help"
    assert problem.text() == "Phím F11 được gán cho cả “search” và “help”."
    assert 'help: "?, F10"' in problem.remedy_text()


def test_a_default_key_of_another_action_is_refused_with_what_to_write(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, '{search: "1,ctrl+f"}')
    assert (problem.code, problem.line, problem.key) == ("key_taken", 2, "keys.search")
    assert problem.text() == "Phím 1 gán cho “search” đang là phím của “overview”."
    assert 'overview: "F2, F10"' in problem.remedy_text()


@pytest.mark.parametrize(
    "keys",
    [
        '{search: "x,0"}',
        '{search: "1,ctrl+f"}',
        '{search: "x"}',
        '{search: "x,f11", help: "f11,?"}',
    ],
)
def test_what_the_remedy_says_to_write_is_accepted(keys: str, tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, keys)
    example = str(problem.params["example"])
    action = example.partition(":")[0]
    written = dict(part.split(": ", 1) for part in keys.strip("{}").split('", '))
    written = {name: value.strip('"') for name, value in written.items()}
    written[action] = example.partition(": ")[2].strip('"')
    both = ", ".join(f'{name}: "{value}"' for name, value in written.items())
    assert action in remapped(tmp_path, f"{{{both}}}")


def test_two_actions_may_exchange_their_keys(tmp_path: Path) -> None:
    swapped = remapped(tmp_path, '{source: "/, Ctrl+F", search: "s, F7"}')
    assert in_force(swapped)["source"] == ("slash", "ctrl+f")
    assert in_force(swapped)["search"] == ("s", "f7")


def test_screens_that_never_meet_may_share_a_key(tmp_path: Path) -> None:
    assert remapped(tmp_path, '{group: "+, Insert"}') == {"group": ("plus", "insert")}
    (problem,) = refused(tmp_path, '{add_unit: "-, Insert"}')
    assert "“remove_unit”" in problem.text()
    assert [p.code for p in refused(tmp_path, '{group: "s, f11"}')] == ["key_taken"]


def test_one_key_is_too_few(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "{search: F11}")
    assert problem.code == "too_few_keys"
    assert "Telex" in problem.remedy_text()


@pytest.mark.parametrize("keys", ["x,0", "x,8", "9,Y", "[,]", "x,{"])
def test_keys_that_an_input_method_rewrites_are_not_enough(keys: str, tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, f'{{search: "{keys}"}}')
    assert problem.code == "no_safe_key"
    assert "Telex" in problem.text()


def test_a_key_is_not_counted_twice(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, '{search: "f11, F11"}')
    assert problem.code == "key_twice"


def test_enter_escape_and_ctrl_q_stay_with_their_actions(tmp_path: Path) -> None:
    for key, owner in ALWAYS.items():
        (problem,) = refused(tmp_path, f'{{search: "{key},f11"}}')
        assert problem.code == "key_always_of"
        assert f"“{owner}”" in problem.text()
    keys = in_force(remapped(tmp_path, '{quit: "F10, x", open: "o, F11", back: "f12, shift+tab"}'))
    assert keys["quit"] == ("f10", "x", "ctrl+q")
    assert keys["open"][-1] == "enter" and keys["back"][-1] == "escape"


def test_every_mistake_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    told = refused(
        tmp_path, '\n  search: "1, hello"\n  help: [ctrl+c, F1]\n  serch: x\n  source: s\n'
    )
    assert [(problem.line, problem.code) for problem in told] == [
        (3, "key_taken"),
        (3, "unknown_key_name"),
        (4, "key_tells_how_to_leave"),
        (5, "unknown_action"),
        (6, "too_few_keys"),
    ]


@pytest.mark.parametrize("keys", ["{search: []}", '{search: ""}', '{search: "x,"}'])
def test_no_key_at_all_is_told(keys: str, tmp_path: Path) -> None:
    assert [problem.code for problem in refused(tmp_path, keys)] == ["empty"]


def test_refusals_are_told_in_english_too(tmp_path: Path) -> None:
    en = translator(Language.EN).gettext
    for keys in (
        "x,0",
        "x",
        "1,f11",
        "f11,f11",
        "enter,f11",
        "ctrl+m,f11",
        "á,f11",
        "F13,f11",
        "?!,f11",
    ):
        for problem in refused(tmp_path, f'{{search: "{keys}"}}'):
            assert problem.text(en) != problem.text()
            assert problem.remedy_text(en) != problem.remedy_text()


def test_keys_that_are_proposed_are_free_and_safe() -> None:
    taken = {key for command in COMMANDS for key in command.keys}
    assert not taken & set(SPARE)
    assert [key for key in SPARE if key_name(key) != key or is_rewritten(key)] == []
