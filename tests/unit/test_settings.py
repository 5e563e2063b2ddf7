"""``config.yaml`` is read strictly, found from anywhere below it, and kept as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.periods import ReportingRule
from briefing.language import Language
from briefing.problems import Problem
from briefing.settings import (
    REPORTING_PERIODS,
    THEMES,
    ReportingPeriods,
    Settings,
    SettingsError,
    Theme,
    database_hint,
    find_workspace,
    load_settings,
    locate,
)
from tests.workspaces import FILES, write_workspace

CONFIG = FILES["config.yaml"]
HEAD = 'unit: "37"\n'


def written(root: Path, text: str | bytes) -> Path:
    content = text.encode("utf-8") if isinstance(text, str) else text
    (root / "config.yaml").write_bytes(content)
    return root


def problems(root: Path, text: str | bytes, actions: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    with pytest.raises(SettingsError) as told:
        load_settings(written(root, text), actions)
    return told.value.problems


def test_every_key_is_read(tmp_path: Path) -> None:
    text = (
        'unit: "24"\ncompare: ["24", "37"]\nlanguage: en\ntheme: light\nas_of: 2024-01-07\n'
        "database: so lieu/b.db\nat_risk_share: 0.25\ndue_soon_working_days: 5\n"
        "reporting_periods: calendar\n"
        'peer_groups: {"Bạn bè": ["24", "bac-ninh"]}\n'
        'keys: {search: "slash, ctrl+f"}\n'
    )
    assert load_settings(written(tmp_path, text)) == Settings(
        root=tmp_path,
        unit="24",
        compare=("24", "37"),
        language=Language.EN,
        theme="light",
        as_of=date(2024, 1, 7),
        database=tmp_path / "so lieu" / "b.db",
        at_risk_share=0.25,
        due_soon_working_days=5,
        reporting_periods="calendar",
        peer_groups={"Bạn bè": ("24", "bac-ninh")},
        keys={"search": ("slash", "ctrl+f")},
    )


def test_a_share_may_be_written_with_a_decimal_comma(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, HEAD + "at_risk_share: 0,15\n"))
    assert settings.at_risk_share == 0.15


def test_only_the_unit_must_be_given(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, HEAD))
    assert settings == Settings(root=tmp_path, unit="37", database=tmp_path / "data/briefing.db")
    assert (settings.language, settings.theme, settings.as_of) == (Language.VI, "dark", "latest")
    assert (settings.at_risk_share, settings.due_soon_working_days) == (0.10, 10)
    assert settings.reporting_periods == "cutoff"


def test_reporting_periods_are_named_as_the_rules_that_know_them() -> None:
    assert set(REPORTING_PERIODS) == set(ReportingRule)


@pytest.mark.parametrize("rule", REPORTING_PERIODS)
def test_reporting_periods_are_kept(rule: ReportingPeriods, tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, HEAD + f"reporting_periods: {rule}\n"))
    assert settings.reporting_periods == rule
    assert Settings.from_json(settings.to_json(), tmp_path) == settings


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_be_named_and_is_kept(theme: Theme, tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, HEAD + f"theme: {theme}\n"))
    assert settings.theme == theme
    assert Settings.from_json(settings.to_json(), tmp_path) == settings


@pytest.mark.parametrize(
    ("text", "access"),
    [("", "viewer"), ("access: viewer\n", "viewer"), ("access: editor\n", "editor")],
)
def test_whoever_is_not_named_an_editor_is_a_viewer(text: str, access: str, tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, HEAD + text))
    assert settings.access == access
    assert Settings.from_json(settings.to_json(), tmp_path).access == access


def test_a_database_without_access_has_the_settings_read_anew(tmp_path: Path) -> None:
    kept = json.loads(load_settings(written(tmp_path, HEAD)).to_json())
    del kept["access"]
    with pytest.raises(ValueError, match="no settings"):
        Settings.from_json(json.dumps(kept), tmp_path)


@pytest.mark.parametrize(
    ("text", "asked"), [("", None), ("ascii: true\n", True), ("ascii: false\n", False)]
)
def test_ascii_is_asked_for_refused_or_left_to_the_terminal(
    text: str, asked: bool | None, tmp_path: Path
) -> None:
    settings = load_settings(written(tmp_path, HEAD + text))
    assert settings.ascii is asked
    assert Settings.from_json(settings.to_json(), tmp_path).ascii is asked


@pytest.mark.parametrize(
    ("text", "code", "line", "key"),
    [
        ("theme: dark\n", "missing_key", 1, "unit"),
        ("unit: 37\n", "needs_quotes", 1, "unit"),
        ("unit: 01\n", "needs_quotes", 1, "unit"),
        ("unit:\n", "empty", 1, "unit"),
        ("unit: [a]\n", "not_text", 1, "unit"),
        (HEAD + "languge: vi\n", "unknown_key", 2, "languge"),
        (HEAD + 'unit: "24"\n', "duplicate_key", 2, ""),
        (HEAD + "language: fr\n", "not_choice", 2, "language"),
        (HEAD + "language: no\n", "not_choice", 2, "language"),
        (HEAD + "theme: đen\n", "not_choice", 2, "theme"),
        (HEAD + "access: admin\n", "not_choice", 2, "access"),
        (HEAD + "ascii: yes\n", "bad_truth", 2, "ascii"),
        (HEAD + "ascii: 1\n", "bad_truth", 2, "ascii"),
        (HEAD + 'ascii: "true"\n', "bad_truth", 2, "ascii"),
        (HEAD + "ascii:\n", "bad_truth", 2, "ascii"),
        (HEAD + "ascii: [true]\n", "bad_truth", 2, "ascii"),
        (HEAD + "as_of: hôm qua\n", "bad_as_of", 2, "as_of"),
        (HEAD + "as_of: 2024-02-30\n", "bad_as_of", 2, "as_of"),
        (HEAD + "database: data/observations/x.csv\n", "database_is_data", 2, "database"),
        (HEAD + "database: config.yaml\n", "database_is_data", 2, "database"),
        (HEAD + "at_risk_share: 10\n", "bad_share", 2, "at_risk_share"),
        (HEAD + "at_risk_share: 10%\n", "bad_share", 2, "at_risk_share"),
        (HEAD + "at_risk_share: 1,10\n", "bad_share", 2, "at_risk_share"),
        (HEAD + "at_risk_share: -0.1\n", "bad_share", 2, "at_risk_share"),
        (HEAD + 'at_risk_share: "0.1"\n', "bad_share", 2, "at_risk_share"),
        (HEAD + "due_soon_working_days: 2.5\n", "bad_days", 2, "due_soon_working_days"),
        (HEAD + "due_soon_working_days: 9999\n", "bad_days", 2, "due_soon_working_days"),
        (HEAD + "reporting_periods: 15-14\n", "not_choice", 2, "reporting_periods"),
        (HEAD + "reporting_periods: true\n", "needs_quotes", 2, "reporting_periods"),
        (HEAD + 'compare: "24"\n', "not_list", 2, "compare"),
        (HEAD + 'compare: ["24"]\n', "compare_size", 2, "compare"),
        (HEAD + "compare: [a, b, c, d, e, f, g]\n", "compare_size", 2, "compare"),
        (HEAD + 'compare:\n  - "24"\n  - 37\n', "needs_quotes", 4, "compare[1]"),
        (HEAD + 'compare: ["24", "24"]\n', "listed_twice", 2, "compare[1]"),
        (HEAD + 'peer_groups: ["24"]\n', "not_mapping", 2, "peer_groups"),
        (HEAD + 'peer_groups: {a: "24"}\n', "not_list", 2, "peer_groups.a"),
        (HEAD + 'peer_groups: {a: ["24"]}\n', "group_size", 2, "peer_groups.a"),
        (HEAD + 'peer_groups:\n  a: ["24", 37]\n', "needs_quotes", 3, "peer_groups.a[1]"),
        (HEAD + 'peer_groups: {a: ["24", "24"]}\n', "listed_twice", 2, "peer_groups.a[1]"),
        (HEAD + "keys: [a]\n", "not_mapping", 2, "keys"),
        (HEAD + 'keys: {search: "a,,b"}\n', "empty", 2, "keys.search"),
        (HEAD + "keys:\n  serch: f\n", "unknown_action", 3, "keys.serch"),
        (HEAD + "keys: {search: 1}\n", "needs_quotes", 2, "keys.search"),
        (HEAD + "\ttheme: dark\n", "yaml_tab", 2, ""),
        (HEAD + "theme: [dark\n", "yaml_open_bracket", 2, ""),
        (HEAD + "theme: &a dark\n", "yaml_anchor", 2, ""),
        ("- a\n", "not_mapping", 1, ""),
        ("", "yaml_empty", 0, ""),
        (HEAD.encode("utf-16"), "nul_byte", 1, ""),
        (b"unit: \xea\n", "not_utf8", 1, ""),
    ],
)
def test_a_mistake_is_told_with_line_and_key(
    text: str | bytes, code: str, line: int, key: str, tmp_path: Path
) -> None:
    (problem,) = problems(tmp_path, text, ("search", "back"))
    assert (problem.path, problem.code, problem.line, problem.key) == (
        "config.yaml",
        code,
        line,
        key,
    )
    assert problem.text().strip()
    assert problem.remedy_text().strip()


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    told = problems(tmp_path, "unit: 37\ntheme: đen\nas_of: mai\n")
    assert [problem.line for problem in told] == [1, 2, 3]


def test_a_misspelt_key_and_action_are_told_with_the_nearest(tmp_path: Path) -> None:
    told = problems(tmp_path, HEAD + "languge: vi\nkeys: {serch: f}\n", ("search", "back"))
    assert "“language”" in told[0].remedy_text()
    assert "“search”" in told[1].remedy_text()


def test_any_action_is_taken_where_none_are_known(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, HEAD + "keys: {serch: f}\n"))
    assert settings.keys == {"serch": ("f",)}


def test_a_folder_without_config_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as told:
        load_settings(tmp_path)
    assert (told.value.path, told.value.line, told.value.key) == ("config.yaml", 0, "")


def test_a_config_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").mkdir()
    with pytest.raises(SettingsError) as told:
        load_settings(tmp_path)
    assert told.value.problems[0].code == "unreadable"


def test_json_gives_the_same_settings_back(tmp_path: Path) -> None:
    text = CONFIG.replace("as_of: latest", "as_of: 2024-01-07").replace(
        "keys: {}", 'keys: {search: "slash,ctrl+f"}'
    )
    settings = load_settings(written(tmp_path, text))
    assert Settings.from_json(settings.to_json(), tmp_path) == settings


def test_json_follows_a_workspace_that_moved(tmp_path: Path) -> None:
    kept = load_settings(written(tmp_path, HEAD)).to_json()
    moved = tmp_path / "elsewhere"
    assert Settings.from_json(kept, moved).database == moved / "data" / "briefing.db"


def test_json_keeps_a_database_outside_the_workspace(tmp_path: Path) -> None:
    outside = (tmp_path / "b.db").as_posix()
    root = tmp_path / "root"
    root.mkdir()
    kept = load_settings(written(root, HEAD + f'database: "{outside}"\n')).to_json()
    assert Settings.from_json(kept, root / "moved").database == tmp_path / "b.db"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"as_of": 1}', "null", "1", "nothing"])
def test_json_that_is_something_else_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Settings.from_json(text, tmp_path)


def test_the_nearest_workspace_upwards_is_found(tmp_path: Path) -> None:
    inner = write_workspace(tmp_path / "a" / "b")
    written(tmp_path, HEAD)
    assert find_workspace(inner / "data" / "plans") == inner
    assert find_workspace(tmp_path / "a") == tmp_path
    assert locate(None, {}, inner / "data") == inner


def test_a_named_workspace_goes_before_the_environment_and_the_nearest(tmp_path: Path) -> None:
    one, two, three = (write_workspace(tmp_path / name) for name in ("one", "two", "three"))
    environ = {"BRIEFING_WORKSPACE": str(two)}
    assert locate(str(one), environ, three) == one
    assert locate(None, environ, three) == two
    assert locate(None, {"BRIEFING_WORKSPACE": ""}, three) == three
    assert locate("../one", {}, three).resolve() == one.resolve()
    assert locate(str(one / "config.yaml"), {}, three) == one


@pytest.mark.parametrize(
    ("workspace", "environ", "said"),
    [
        ("nowhere", {}, "--workspace"),
        (None, {"BRIEFING_WORKSPACE": "nowhere"}, "BRIEFING_WORKSPACE"),
    ],
)
def test_a_named_folder_that_is_no_workspace_is_told_with_its_origin(
    workspace: str | None, environ: dict[str, str], said: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as told:
        locate(workspace, environ, write_workspace(tmp_path))
    assert told.value.problems[0].code == "not_a_workspace"
    assert str(tmp_path / "nowhere").startswith(told.value.path.removesuffix("…"))
    assert said in told.value.problems[0].remedy_text()


def test_no_workspace_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.settings.find_workspace", lambda start: None)
    with pytest.raises(SettingsError) as told:
        locate(None, {}, tmp_path)
    assert told.value.problems[0].code == "no_workspace"
    assert "--workspace" in told.value.problems[0].remedy_text()


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (CONFIG, "data/briefing.db"),
        ("database: a.db\n", "a.db"),
        ("database: a.db # ghi chú\r\nunit: x\r\n", "a.db"),
        ('unit: x\ndatabase: "số liệu.db"', "số liệu.db"),
        ("database: 'a b.db'\n", "a b.db"),
        ("database: a#b.db\n", "a#b.db"),
        (" database: a.db\n", None),
        ("#database: a.db\n", None),
        ("database:\n  a.db\n", None),
        ("database: |\n  a.db\n", None),
        ("database: &x a.db\n", None),
        ('database: "a\\n.db"\n', None),
        ("database: a.db\ndatabase: b.db\n", None),
        ("", None),
    ],
)
def test_the_database_is_found_without_yaml(text: str, path: str | None) -> None:
    assert database_hint(text.encode("utf-8")) == path


def test_a_hint_that_is_no_text_is_none() -> None:
    assert database_hint(b"database: \xff\xfe\n") is None
