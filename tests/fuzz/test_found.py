"""What the fuzzers found, each by its smallest case."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from briefing.desk import Desk, read_day
from briefing.domain.spelling import fold, nfc, sort_key
from briefing.opening import open_workspace, sync
from briefing.pages.line import span_width, spans, wrap_spans
from briefing.problems import Problem, SettingsError, WorkspaceError
from briefing.settings import Settings, database_hint, here, load_settings, locate
from briefing.store.checksums import seal
from briefing.store.errors import DatabaseCorrupt, FactGone
from briefing.store.reading import Reader
from briefing.workspace import load_workspace, yaml_tree
from tests.cli.calling import call
from tests.fuzz.plain import TRANSLATORS, check_plain
from tests.fuzz.readers import fresh_workspace
from tests.fuzz.showing import TODAY, show_all
from tests.fuzz.typed import called
from tests.fuzz.watch import limited
from tests.workspaces import PATHS, changed, write_workspace

PILE = "e" + "\u0327\u0300" * 40_000


@pytest.fixture
def workspace(tmp_path: Path) -> Settings:
    """The small workspace, its database built."""
    return fresh_workspace(tmp_path / "workspace")


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_what_only_yaml_takes_for_a_line_end_moves_no_place(sign: str) -> None:
    problems: list[Problem] = []
    yaml_tree.parse("x.yaml", f'a: "x{sign}{sign}y"\nb: [*c]', problems)
    assert [(found.code, found.line, found.column) for found in problems] == [("yaml_anchor", 2, 5)]
    problems.clear()
    yaml_tree.parse("x.yaml", f'a: "x{sign}{sign}y"\nb: "open', problems)
    assert [(found.code, found.line, found.column) for found in problems] == [
        ("yaml_open_quote", 2, 4)
    ]


def test_a_lone_carriage_return_is_a_line_end_for_bytes_too(tmp_path: Path) -> None:
    write_workspace(tmp_path, plan=b"a: 1\rb: \xff")
    with pytest.raises(WorkspaceError) as told:
        load_workspace(tmp_path)
    assert [(found.code, found.line, found.column) for found in told.value.problems] == [
        ("not_utf8", 2, 4)
    ]


def test_a_cell_behind_a_lone_carriage_return_is_told_on_its_line(tmp_path: Path) -> None:
    figures = changed("figures", '"35,5%"', '"a\rb"').replace(",bao_nb,3,", ",bao_xx,3,", 1)
    write_workspace(tmp_path, figures=figures)
    with pytest.raises(WorkspaceError) as told:
        load_workspace(tmp_path)
    assert [(found.code, found.line, found.column) for found in told.value.problems] == [
        ("unknown_source", 3, 4)
    ]


def test_decomposed_letters_move_no_column_and_are_stored_composed(tmp_path: Path) -> None:
    apart = "Ta\u0323\u0302p hua\u0302\u0301n"
    plan = changed("plan", "title: Tập huấn", f"title: {apart}")
    write_workspace(tmp_path, plan=plan)
    (found,) = load_workspace(tmp_path).plans
    assert found.tasks[-1].title == "Tập huấn"
    wrong = plan.replace("due: 2024-03-31", "due: hôm nay", 1)
    write_workspace(tmp_path, plan=wrong)
    with pytest.raises(WorkspaceError) as told:
        load_workspace(tmp_path)
    line = wrong.splitlines()[told.value.problems[0].line - 1]
    assert line[told.value.problems[0].column - 1 :].startswith("hôm nay")


def test_piled_marks_are_told_at_once(tmp_path: Path) -> None:
    plan = changed("plan", "title: Tập huấn", f'title: "{PILE}"')
    districts = changed("districts", "Huyện Kim Sơn", PILE)
    write_workspace(tmp_path, plan=plan, districts=districts)
    with limited(), pytest.raises(WorkspaceError) as told:
        load_workspace(tmp_path)
    assert [(found.code, found.path) for found in told.value.problems] == [
        ("piled_marks", PATHS["plan"]),
        ("piled_marks", PATHS["districts"]),
    ]


def test_piled_marks_are_put_in_order_at_once() -> None:
    with limited():
        assert len(nfc(PILE)) < 40
        assert fold(PILE) == "e"
        assert sort_key(PILE)


def test_blanks_in_config_cost_no_time() -> None:
    with limited():
        assert database_hint(b"database: a" + b" " * 200_000 + b"b") is not None
        assert database_hint(b"database:" + b" " * 200_000) is None


@pytest.mark.parametrize(
    "text",
    ["1/1/99999999999999999999", "9" * 5000 + "/1/1", "1/1/" + "9" * 5000, "00002024-01-07"],
    ids=["overflow", "5000 digits first", "5000 digits last", "eight digits"],
)
def test_a_day_of_many_digits_is_none(text: str, workspace: Settings) -> None:
    assert read_day(text) is None
    assert called(["show", "overview", "--as-of", text], workspace.root) == 2
    assert called(["show", "overview", "--known-on", text], workspace.root) == 2


@pytest.mark.parametrize(
    "line",
    [
        ["show", "overview", "--unit", "\udcff"],
        ["show", "compare", "37", "\udcff"],
        ["show", "indicator", "\udcff"],
        ["show", "source", "\udcc3(\udced"],
        ["show", "overview", "--as-of", "\udcff"],
        ["\udcff"],
        ["show", "overview", "--workspace", "~nobody-of-this-name/x"],
        ["show", "overview", "--workspace", "x" * 5000 + "/config.yaml"],
        ["show", "overview", "--workspace", "\udcff"],
    ],
    ids=lambda line: ascii(line)[:60],
)
def test_an_argument_of_any_bytes_is_a_wrong_call(line: list[str], workspace: Settings) -> None:
    assert called(line, workspace.root) == 2


def test_a_folder_that_was_removed_is_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    monkeypatch.setenv("PWD", str(gone))
    gone.rmdir()
    with pytest.raises(SettingsError) as told:
        locate(None, {}, here())
    assert [found.code for found in told.value.problems] == ["no_workspace"]


def test_a_workspace_in_a_folder_of_any_bytes_is_read_and_written(tmp_path: Path) -> None:
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[2J %41?#"))
    settings = fresh_workspace(root)
    assert open_workspace(root).fresh
    assert called(["show", "overview"], root) == 0
    assert settings.database.exists()


def test_a_user_of_any_bytes_can_sync(workspace: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "\udcff")
    sync(workspace)
    assert called(["show", "overview"], workspace.root) == 0


@pytest.mark.parametrize(
    "change",
    [
        {"unit": 37},
        {"unit": "\ud800"},
        {"compare": [37]},
        {"compare": "37"},
        {"due_soon_working_days": float("inf")},
        {"due_soon_working_days": 10**400},
        {"due_soon_working_days": -1},
        {"at_risk_share": float("nan")},
        {"database": "a\0b"},
        {"keys": {"quit": "q"}},
        {"keys": [1]},
        {"language": {}},
        {"as_of": 20240107},
    ],
    ids=ascii,
)
def test_kept_settings_of_another_kind_are_not_taken(change: dict[str, object]) -> None:
    kept = Settings(root=Path("/w"), unit="37", database=Path("/w/data/briefing.db"))
    text = json.dumps(json.loads(kept.to_json()) | change)
    with pytest.raises(ValueError, match=r"."):
        Settings.from_json(text, Path("/w"))


def test_kept_settings_nested_without_end_are_not_taken() -> None:
    with pytest.raises(ValueError, match="no settings"):
        Settings.from_json("[" * 100_000, Path("/w"))


STORED = [
    ("observation", "value", float("inf")),
    ("observation", "value", 1e300),
    ("observation", "denominator", float("-inf")),
    ("observation", "period_end", "9999-12-31"),
    ("observation", "period_end", "hôm nay"),
    ("observation", "unit", 99),
    ("observation", "indicator", 99),
    ("observation", "qualifier", "hơn"),
    ("observation", "paragraphs", "ba"),
    ("observation_part", "name", "a\x1f\x1fb"),
    ("target", "plan", "không có"),
    ("target", "goal", float("inf")),
    ("target", "light_reason", None),
    ("milestone", "value", float("inf")),
    ("indicator", "decimals", 400),
    ("indicator", "measure", "con"),
    ("unit", "valid_to", "0001-01-01"),
    ("unit", "kind", "làng"),
    ("search_entry", "kind", "con"),
    ("system", "state", "hỏng"),
    ("holiday", "id", "Tết"),
]


@pytest.mark.parametrize(("table", "column", "value"), STORED, ids=str)
def test_a_stored_value_that_no_sync_writes_is_damage(
    table: str, column: str, value: object, workspace: Settings
) -> None:
    with closing(sqlite3.connect(workspace.database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (value,))
        seal(connection)
        connection.commit()
    with pytest.raises(DatabaseCorrupt):
        for tr in TRANSLATORS:
            show_all(workspace, tr)


@pytest.mark.parametrize(
    "text",
    ["\x1b[31mđỏ", "\u202eđảo", "[bold]x[/]", PILE[:2000]],
    ids=["ESC", "bidi", "[]", "marks"],
)
def test_a_stored_text_is_shown_and_not_obeyed(text: str, workspace: Settings) -> None:
    columns = ("title", "title_en", "note", "output", "given_to", "due_written", "waiting_on")
    with closing(sqlite3.connect(workspace.database)) as connection:
        connection.execute(
            f"UPDATE task SET {', '.join(f'{name} = :text' for name in columns)}", {"text": text}
        )
        connection.execute("UPDATE OR IGNORE task SET id = ?", (text,))
        seal(connection)
        connection.commit()
    for tr in TRANSLATORS:
        assert show_all(workspace, tr)


def test_what_is_not_there_any_more_is_told(workspace: Settings) -> None:
    desk = Desk(workspace, TODAY)
    with Reader(workspace.database) as reader:
        view = desk.view(reader, desk.focus(reader, None, "latest").key, "latest")
        with pytest.raises(FactGone, match="khong_co"):
            reader.history("khong_co", view.unit, TODAY, TODAY)


@pytest.mark.parametrize("text", ["x y ", "x", "漢", "\u200b", " ", "\x1b"], ids=ascii)
@pytest.mark.parametrize("most", [0, 2])
def test_a_text_of_thirty_thousand_words_is_wrapped_at_once(text: str, most: int) -> None:
    with limited():
        lines = wrap_spans(spans(text * 30_000), 78, most)
    assert len(lines) <= most or not most
    assert max(map(span_width, lines)) <= 78


@pytest.mark.parametrize(
    ("line", "env", "code"),
    [
        (["show", "overview", "--unit", "\udcff\x1b[2J"], {}, 2),
        (["show", "source", "\udcff"], {"LC_ALL": "C", "PYTHONUTF8": "0"}, 2),
        (["show", "overview"], {"LANG": "\udcff", "LANGUAGE": "../..", "TERM": "\x1b"}, 0),
        (
            ["show", "overview"],
            {"COLUMNS": "9" * 400, "PYTHONIOENCODING": "ascii"},
            0,
        ),
        (["sync"], {"LOGNAME": "\udcff", "USER": "\x1b[2J", "HOME": "\udcff", "TZ": "\udcff"}, 0),
    ],
    ids=["unit", "source in C", "language", "size", "user"],
)
def test_a_real_process_survives_what_it_is_given(
    line: list[str], env: dict[str, str], code: int, workspace: Settings
) -> None:
    said = call(*line, cwd=workspace.root, env=env)
    assert said.code == code
    check_plain(said.out, many_lines=True)
    check_plain(said.err, many_lines=True)
    assert bool(said.err) == (code != 0 or line == ["sync"])


def test_a_config_without_end_is_too_large_and_takes_no_memory(workspace: Settings) -> None:
    with (workspace.root / "config.yaml").open("r+b") as file:
        file.truncate(1 << 40)
    with limited(5), pytest.raises(SettingsError) as told:
        load_settings(workspace.root)
    assert [found.code for found in told.value.problems] == ["too_large"]
    assert called(["show", "overview"], workspace.root) == 1


def test_a_header_of_thousands_of_columns_is_told_at_once(tmp_path: Path) -> None:
    districts = changed("districts", "code,", "cột," + "x," * 20_000)
    write_workspace(tmp_path, districts=districts)
    with limited(5), pytest.raises(WorkspaceError) as told:
        load_workspace(tmp_path)
    assert {found.code for found in told.value.problems} >= {
        "csv_unknown_column",
        "csv_missing_column",
    }


def test_a_unit_that_is_not_in_force_is_named_without_being_obeyed(tmp_path: Path) -> None:
    provinces = changed("provinces", "37,2025-07-01,,Ninh", "38,2025-07-01,,Ninh").replace(
        ",Ninh Bình,", ",\x1b[31m,", 1
    )
    write_workspace(tmp_path, provinces=provinces)
    with pytest.raises(WorkspaceError) as told:
        load_workspace(tmp_path)
    said = [found.line_text() for found in told.value.problems]
    assert any("␛[31m" in line for line in said)
    for line in said:
        check_plain(line)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE _sqlite_migrations SET migration_set = 'x'",
        "UPDATE unit SET kind = 'làng'",
        "UPDATE unit SET id = 9223372036854775807 WHERE code = '24' AND valid_from IS NULL",
        "UPDATE observation SET source = 'x'",
        "UPDATE plan SET unit = 99",
        "UPDATE pillar SET id = 'x' WHERE id = 'xa_hoi_so'",
        "DELETE FROM document",
    ],
)
def test_a_sync_onto_what_no_sync_wrote_works_or_names_the_damage(
    statement: str, workspace: Settings
) -> None:
    with closing(sqlite3.connect(workspace.database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
        seal(connection)
        connection.commit()
    write_workspace(workspace.root, plan=changed("plan", "Tập huấn", "Tập huấn lại"))
    with suppress(DatabaseCorrupt):
        sync(workspace)
    sync(workspace, rebuild=True)
    assert show_all(workspace, TRANSLATORS[0])
