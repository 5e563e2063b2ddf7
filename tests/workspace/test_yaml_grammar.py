"""What breaks YAML's grammar is told in our words, at its place, and together with the next."""

from __future__ import annotations

import pytest
import yaml

from briefing.problems import Problem
from briefing.workspace import text_file, yaml_tree
from briefing.workspace.yaml_repair import MOST_REPAIRS


@pytest.fixture(params=["with the C library", "without it"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers."""
    if request.param == "without it":
        monkeypatch.setattr(yaml_tree, "_Loader", yaml.SafeLoader)


def told(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of every problem of ``text``."""
    problems: list[Problem] = []
    yaml_tree.parse("x.yaml", text, problems)
    return [(each.code, each.line, each.column) for each in problems]


@pytest.mark.parametrize("sign", [">90", "> 90", ">=90", ">9", ">= 9", "|90"])
def test_a_sign_that_yaml_takes_for_a_long_text_is_told(sign: str) -> None:
    assert told(f"a:\n  goal: {sign}\n  due: 2023-12-31\n") == [("yaml_compared", 2, 9)]


@pytest.mark.parametrize("text", ["{goal: >90}", "[>90]"])
def test_a_sign_inside_brackets_is_told(text: str) -> None:
    assert told(f"a: {text}\n") == [("yaml_compared", 1, text.index(">") + 4)]


def test_a_long_text_is_no_sign() -> None:
    assert told("a: >\n  một\n  hai\nb: |-\n  ba\n") == []


def test_a_mistaken_sign_leaves_a_tree_to_check() -> None:
    problems: list[Problem] = []
    tree = yaml_tree.parse("x.yaml", "a: >90\nb: 1\n", problems)
    assert isinstance(tree, yaml_tree.MapNode) and list(tree.entries) == ["a", "b"]
    assert len(problems) == 1


def test_mistakes_of_grammar_are_told_together() -> None:
    text = "a: Kế hoạch: một\nb: >90\nc: @hai\na: lặp\nd: Kế hoạch: ba\ne: `x`\n"
    assert told(text) == [
        ("yaml_colon", 1, 12),
        ("yaml_compared", 2, 4),
        ("yaml_bad_start", 3, 4),
        ("yaml_colon", 5, 12),
        ("yaml_bad_start", 6, 4),
        ("duplicate_key", 4, 1),
    ]


def test_what_was_told_before_a_mistake_beyond_repair_is_not_lost() -> None:
    text = "a: 1\na: 2\nb: x: y\nc: [1\n"
    assert [code for code, *_ in told(text)] == ["yaml_colon", "duplicate_key", "yaml_open_bracket"]


def test_a_file_of_nothing_but_mistakes_comes_to_an_end() -> None:
    text = "".join(f"k{number}: a: b\n" for number in range(500))
    assert len(told(text)) == MOST_REPAIRS + 1


@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", "a:\n  \tb: 1\n", "- \ta: 1\n", "\ta: 1\n"])
def test_a_tab_is_called_a_tab(text: str) -> None:
    assert {code for code, *_ in told(text)} == {"yaml_tab"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: !!python/object:os.system x\n", "yaml_tag"),
        ("a: !!python/object/apply:os.system ['x']\n", "yaml_tag"),
        ("a: !x {b: 1}\n", "yaml_tag"),
        ("a: ! x\n", "yaml_tag"),
        ("!!map\na: 1\n", "yaml_tag"),
        ("a: !!set [x]\n", "yaml_tag"),
        ("a: &x 1\n", "yaml_anchor"),
        ("a: &x [1]\n", "yaml_anchor"),
        ("a: *x\n", "yaml_anchor"),
        ("a: 1\n<<: *x\n", "yaml_anchor"),
        ("[" * 50_000, "yaml_too_deep"),
        ("a: " + "{a: " * 50_000, "yaml_too_deep"),
        ("- " * 50_000, "yaml_too_deep"),
        ("a: 1\n---\nb: 2\n", "yaml_several_documents"),
        ("# chưa có gì\n", "yaml_empty"),
        ("? [a]\n: 1\n", "yaml_key_not_text"),
        ("{a: 1}: 2\n", "yaml_key_not_text"),
    ],
)
def test_what_yaml_can_do_beyond_our_needs_is_refused(text: str, code: str) -> None:
    assert [found for found, *_ in told(text)] == [code]


def test_a_billion_laughs_are_refused_at_the_first() -> None:
    lines = ["a: &a [lol]"] + [
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]" for n in range(9)
    ]
    assert told("\n".join(lines)) == [("yaml_anchor", 1, 4)]


@pytest.mark.parametrize("levels", [yaml_tree.DEEPEST, yaml_tree.DEEPEST + 1])
def test_sixty_four_levels_are_the_deepest(levels: int) -> None:
    codes = [code for code, *_ in told("[" * levels + "1" + "]" * levels)]
    assert codes == ([] if levels == yaml_tree.DEEPEST else ["yaml_too_deep"])


def test_every_conflict_of_a_merge_is_told_once() -> None:
    conflict = "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> nhánh\n"
    assert told(f"{conflict}b: 1\n{conflict}") == [
        ("merge_conflict", 1, 1),
        ("merge_conflict", 7, 1),
    ]


def test_angle_brackets_in_a_text_are_no_conflict() -> None:
    assert told("a: xem <<<<<<< ở đây\nb: |\n  ====== \n") == []


@pytest.mark.parametrize("key", ["due", "goal"])
def test_a_key_in_decomposed_letters_is_the_same_key(key: str) -> None:
    assert [code for code, *_ in told(f"{key}é: 1\n{key}e\u0301: 2\n")] == ["duplicate_key"]


def test_a_byte_order_mark_is_told_and_hides_no_key() -> None:
    content = "\ufeffa: 1\n".encode()
    text = text_file.decode("x.yaml", content)
    assert isinstance(text, str)
    assert told(text) == []
    (told_of,) = text_file.byte_order_mark("x.yaml", content)
    assert (told_of.code, told_of.where) == ("byte_order_mark", "x.yaml:1:1")
    assert text_file.byte_order_mark("x.csv", content) == [], "Excel needs one"
