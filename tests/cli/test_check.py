"""``briefing check``: all mistakes at once, told to people, to GitHub and to programs."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call
from tests.workspaces import FILES, PATHS, changed, line_of, write_workspace

PLAN = PATHS["plan"]
BAD_PLAN = changed("plan", "goal: 45", "goal: 1.470").replace("level: ambition", "level: ambitious")


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """Two mistakes in a plan, one in the figures, one in ``config.yaml``."""
    return write_workspace(
        tmp_path / "ws",
        plan=BAD_PLAN,
        figures=changed("figures", "69.83", "69.8x"),
        config=changed("config", "theme: dark", "theme: drak"),
    )


def object_of(root: Path) -> dict[str, Any]:
    """What is told of a workspace in JSON."""
    found: dict[str, Any] = json.loads(call("check", "--format", "json", cwd=root).out)
    return found


def test_a_workspace_without_mistakes_ends_with_0_and_its_counts(fresh: Path) -> None:
    told = call("check", cwd=fresh)
    assert (told.code, told.err) == (0, "")
    last = told.out.splitlines()[-1]
    files = sum(path.endswith((".yaml", ".csv")) for path in FILES)
    assert re.fullmatch(rf"Đã kiểm tra {files} tệp, \d+ mục: .*", last)


def test_the_shipped_folder_has_no_errors(shipped: Path) -> None:
    told = call("check", cwd=shipped)
    assert told.code == 0
    assert ": 0 lỗi" in told.out.splitlines()[-1] or "không có lỗi" in told.out


def test_all_mistakes_are_told_at_once_with_place_excerpt_and_remedy(spoilt: Path) -> None:
    told = call("check", cwd=spoilt)
    assert told.code == 1 and told.err == ""
    places = [line for line in told.out.splitlines() if re.match(r"\S+:\d+:\d+: lỗi: ", line)]
    assert [place.partition(":")[0] for place in places] == [
        "config.yaml", PATHS["figures"], PLAN, PLAN,
    ]  # fmt: skip
    assert told.out.count("^") >= 4
    assert "config.yaml:4:8: lỗi: Không nhận giá trị “drak”. [not_choice]" in told.out
    assert "   4 | theme: drak\n     |        ^^^^\n     = Có phải “dark” không?" in told.out
    assert "  12 |     goal: 1.470\n     |           ^^^^^\n     = Viết 1470" in told.out
    assert re.search(r"Đã kiểm tra \d+ tệp, \d+ mục: 4 lỗi, \d+ cảnh báo\.\n$", told.out)


def test_mistakes_are_told_in_english(spoilt: Path) -> None:
    told = call("check", "--language", "en", cwd=spoilt)
    assert "config.yaml:4:8: error: " in told.out and "Did you mean “dark”?" in told.out
    assert re.search(r"Checked: \d+ files?, \d+ entries: 4 errors, \d+ warnings?\.\n$", told.out)


def test_a_broken_config_hides_no_mistake_of_the_data(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, config="unit: [\n", plan=BAD_PLAN)
    told = call("check", cwd=root)
    assert told.code == 1
    assert "config.yaml:1:7: lỗi: " in told.out and f"{PLAN}:12:11: lỗi: " in told.out


def test_a_unit_of_the_config_that_is_not_in_the_folder_is_told(tmp_path: Path) -> None:
    config = changed("config", '["37", "24"]', '["37", "99"]')
    found = object_of(write_workspace(tmp_path, config=config))
    (error,) = [each for each in found["findings"] if each["severity"] == "error"]
    assert (error["file"], error["line"], error["key"]) == ("config.yaml", 2, "compare[1]")


GROUP = 'peer_groups:\n  "Nhóm A": ["37", "99"]\n'


def test_an_unknown_unit_of_a_peer_group_is_told_by_the_config_alone(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, config=FILES["config.yaml"] + GROUP)
    told = call("check", "config.yaml", cwd=root)
    assert told.code == 1 and "Không có đơn vị mang mã “99”" in told.out


def test_another_mistake_of_the_config_hides_no_unknown_unit(tmp_path: Path) -> None:
    config = changed("config", "theme: dark", "theme: drak") + GROUP
    found = object_of(write_workspace(tmp_path, config=config))["findings"]
    errors = [(each["code"], each["key"]) for each in found if each["severity"] == "error"]
    assert errors == [("not_choice", "theme"), ("unknown_unit", "peer_groups.Nhóm A[1]")]


def test_units_that_cannot_be_read_make_no_name_in_the_config_wrong(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, {PATHS["provinces"]: "x,y\n1,2\n"})
    told = call("check", "config.yaml", cwd=root)
    assert told.code == 0 and "unknown_unit" not in told.out


@pytest.mark.parametrize("unit", ["37", '"37@2023-01-01"', "ninh-binh", "Ninh Bình", "ninh binh"])
def test_a_unit_of_the_config_may_be_named_in_every_way(unit: str, tmp_path: Path) -> None:
    named = unit if unit.startswith('"') else f'"{unit}"'
    config = changed("config", 'unit: "37"', f"unit: {named}")
    assert call("check", "config.yaml", cwd=write_workspace(tmp_path, config=config)).code == 0


def test_warnings_end_with_0_and_with_1_when_strict(tmp_path: Path) -> None:
    plan = FILES[PLAN].replace("    lead: ", "    # lead: ", 1)
    root = write_workspace(tmp_path, plan=plan)
    assert call("check", PLAN, cwd=root).code == 0
    told = call("check", PLAN, "--strict", cwd=root)
    assert told.code == 1
    assert f"{PLAN}:" in told.out and ": lỗi: " in told.out
    assert "0 cảnh báo" in told.out


def test_a_path_limits_what_is_told_and_the_rest_is_counted(spoilt: Path) -> None:
    told = call("check", "data/plans", cwd=spoilt)
    assert told.code == 1
    assert "theme" not in told.out and PATHS["figures"] not in told.out
    assert "Đã kiểm tra 1 tệp, 9 mục: 2 lỗi, " in told.out
    assert "thư mục còn 2 lỗi: chạy briefing check" in told.out


def test_a_file_without_mistakes_ends_with_0_whatever_is_wrong_elsewhere(spoilt: Path) -> None:
    assert call("check", PATHS["pillars"], cwd=spoilt).code == 0


def test_files_are_named_from_where_the_check_was_called(spoilt: Path) -> None:
    for folder, name in (
        (spoilt / "data", "plans/plan.yaml"),
        (spoilt / "data" / "observations", "../plans/plan.yaml"),
        (spoilt.parent, "ws/data/plans/plan.yaml"),
    ):
        told = call("check", name, cwd=folder)
        assert told.code == 1 and f"{name}:12:11: lỗi: " in told.out


def test_a_folder_of_workspaces_stands_for_all_of_them(spoilt: Path) -> None:
    shutil.copytree(spoilt, spoilt.parent / "other")
    told = call("check", ".", cwd=spoilt.parent)
    assert told.code == 1
    assert f"ws/{PLAN}:12:11" in told.out and f"other/{PLAN}:12:11" in told.out


def test_a_plan_alone_is_checked_but_for_what_it_refers_to(tmp_path: Path) -> None:
    (tmp_path / "nháp.yaml").write_text(BAD_PLAN, encoding="utf-8")
    told = call("check", "nháp.yaml", cwd=tmp_path)
    assert told.code == 1
    assert "nháp.yaml:12:11: lỗi: “1.470” đọc được hai cách" in told.out
    assert "1 tệp không thuộc thư mục làm việc nào" in told.out


@pytest.mark.parametrize("stem", [stem for stem in PATHS if stem not in ("config", "notes")])
def test_every_kind_of_file_can_be_checked_alone(stem: str, tmp_path: Path) -> None:
    name = Path(PATHS[stem]).name
    (tmp_path / name).write_text(FILES[PATHS[stem]], encoding="utf-8")
    assert call("check", name, cwd=tmp_path).code == 0


def test_a_path_that_is_not_there_is_a_wrong_call(fresh: Path) -> None:
    told = call("check", "data/plans/plans.yaml", cwd=fresh)
    assert (told.code, told.out) == (2, "")
    assert "“data/plans/plans.yaml”" in told.err


def test_no_workspace_is_a_wrong_call(tmp_path: Path) -> None:
    assert call("check", cwd=tmp_path).code == 2


def test_github_is_told_in_workflow_commands(spoilt: Path) -> None:
    told = call("check", "--format", "github", cwd=spoilt)
    assert told.code == 1
    assert told.out.splitlines()[0].startswith(
        "::error file=config.yaml,line=4,col=8,title=not_choice::Không nhận giá trị “drak”."
    )
    assert all(re.match(r"::(error|warning) file=", line) for line in told.out.splitlines())
    assert "4 lỗi" in told.err


def test_github_names_files_from_the_repository(spoilt: Path) -> None:
    env = {"GITHUB_WORKSPACE": str(spoilt.parent)}
    told = call("check", "--format", "github", cwd=spoilt, env=env)
    assert f"::error file=ws/{PLAN},line=12" in told.out


def test_nothing_of_a_file_is_a_command_of_github(tmp_path: Path) -> None:
    name = "a,b:c%.yaml"
    content = 'plan: {id: "x%0A::stop-commands::y", "k\\n::error::": 1}\n'
    (tmp_path / name).write_text(content, encoding="utf-8")
    told = call("check", name, "--format", "github", cwd=tmp_path)
    assert told.code == 1
    lines = told.out.splitlines()
    assert len(lines) > 2
    for line in lines:
        empty, command, said = line.split("::", 2)
        assert empty == "" and said
        assert re.fullmatch(r"error file=a%2Cb%3Ac%25\.yaml,line=1,col=\d+,title=\w+", command)
        assert not re.search(r"%(?!25)", said), "a percent sign of the file is escaped"


def test_the_object_for_programs_has_the_fields_that_are_promised(spoilt: Path) -> None:
    found = object_of(spoilt)
    assert set(found) == {
        "version", "ok", "files", "entries", "errors", "warnings", "elsewhere", "findings",
    }  # fmt: skip
    assert (found["version"], found["ok"], found["errors"]) == (1, False, 4)
    assert found["findings"][0] == {
        "file": "config.yaml",
        "line": 4,
        "column": 8,
        "severity": "error",
        "code": "not_choice",
        "key": "theme",
        "message": "Không nhận giá trị “drak”.",
        "remedy": "Có phải “dark” không? Viết một trong: dark, light, contrast.",
        "suggestion": "dark",
        "source": "theme: drak",
    }


def test_the_place_in_the_object_is_that_of_the_value(spoilt: Path) -> None:
    found = object_of(spoilt)
    goal = next(each for each in found["findings"] if each["key"] == "targets[0].goal")
    line = BAD_PLAN.splitlines()[goal["line"] - 1]
    assert goal["line"] == line_of(BAD_PLAN, "goal: 1.470")
    assert line[goal["column"] - 1 :] == "1.470"


def test_a_misspelt_key_is_answered_with_the_nearest_one(tmp_path: Path) -> None:
    plan = changed("plan", "    due: 2023-12-31\n", "    deu: 2023-12-31\n")
    told = call("check", PLAN, cwd=write_workspace(tmp_path, plan=plan))
    assert "Không có khóa “deu” ở đây. [misspelt_key]" in told.out
    assert "     |     ^^^\n     = Có phải “due” không?" in told.out


def test_no_colour_reaches_what_is_no_terminal(spoilt: Path) -> None:
    assert "\x1b" not in call("check", cwd=spoilt).out


def test_control_signs_and_markup_of_a_file_are_shown_not_obeyed(tmp_path: Path) -> None:
    plan = changed("plan", "level: ambition", 'level: "\\e[2J[/bold]\\u202e"')
    told = call("check", PLAN, cwd=write_workspace(tmp_path, plan=plan))
    assert told.code == 1 and "\x1b" not in told.out and "\u202e" not in told.out
    assert "[/bold]" in told.out


def test_fifty_thousand_brackets_end_in_one_error(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, plan="plan: " + "[" * 50_000)
    told = call("check", PLAN, cwd=root)
    assert told.code == 1 and told.out.count(": lỗi: ") == 1
    assert max(map(len, told.out.splitlines())) < 400


def test_a_byte_that_is_no_utf_8_is_shown_where_it_stands(tmp_path: Path) -> None:
    pillars = FILES[PATHS["pillars"]].encode().replace("ề".encode(), b"\xea", 1)
    told = call("check", PATHS["pillars"], cwd=write_workspace(tmp_path, pillars=pillars))
    assert told.code == 1 and "[not_utf8]" in told.out
    line, mark = (text for text in told.out.splitlines() if " | " in text)
    assert line[mark.index("^")] == "�"


def test_a_byte_order_mark_is_told(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, config="\ufeff" + FILES["config.yaml"])
    told = call("check", "config.yaml", cwd=root)
    assert told.code == 1 and "config.yaml:1:1: lỗi: " in told.out
    assert "[byte_order_mark]" in told.out


def test_nothing_is_written(fresh: Path) -> None:
    before = sorted(path.relative_to(fresh) for path in fresh.rglob("*"))
    call("check", cwd=fresh)
    assert sorted(path.relative_to(fresh) for path in fresh.rglob("*")) == before


def test_a_check_says_how_it_is_called() -> None:
    told = call("check", "--help", cwd=Path.cwd())
    assert told.code == 0 and "--strict" in told.out and "github" in told.out
