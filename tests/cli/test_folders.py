"""A wrong folder or ``config.yaml``, and mistakes in the data: all told, each with its remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.workspaces import FILES, PATHS, changed, line_of, write_workspace

DATABASE = Path("data", "briefing.db")


@pytest.mark.parametrize(("language", "said"), [("vi", "Sửa --workspace"), ("en", "--workspace:")])
def test_a_named_folder_that_is_none_is_a_wrong_call(
    tmp_path: Path, language: str, said: str
) -> None:
    for folder in ("nowhere", "."):
        told = call("show", "overview", "--workspace", folder, "--language", language, cwd=tmp_path)
        assert (told.code, told.out) == (2, "")
        assert said in told.err and "config.yaml" in told.err


def test_no_workspace_here_or_above_is_a_wrong_call(tmp_path: Path) -> None:
    told = call("show", "overview", cwd=tmp_path)
    assert told.code == 2 and "BRIEFING_WORKSPACE" in told.err and "config.yaml" in told.err


def test_the_environment_names_the_workspace(built: Path, tmp_path: Path) -> None:
    env = {"BRIEFING_WORKSPACE": str(built)}
    assert call("show", "overview", cwd=tmp_path, env=env).code == 0
    told = call("show", "overview", cwd=tmp_path, env={"BRIEFING_WORKSPACE": str(tmp_path)})
    assert told.code == 2 and "BRIEFING_WORKSPACE" in told.err


def test_the_nearest_config_upwards_is_the_workspace(built: Path) -> None:
    assert call("show", "overview", cwd=built / "data" / "plans").code == 0


BROKEN_CONFIGS = {
    "no yaml": ('unit: "37"\n  language: [vi\n', "config.yaml:2"),
    "unknown key": (FILES["config.yaml"] + "colour: red\n", "config.yaml:10"),
    "wrong value": (changed("config", "language: vi", "language: fr"), "config.yaml:3"),
    "not a mapping": ("- 37\n", "config.yaml:1"),
    "empty": ("", "config.yaml"),
}


@pytest.mark.parametrize("name", BROKEN_CONFIGS)
def test_a_broken_config_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    content, place = BROKEN_CONFIGS[name]
    told = call("show", "overview", cwd=write_workspace(tmp_path, config=content))
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith(place)


def test_a_config_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    content = b'unit: "37"\n# \xc4\xd0\xe3\n'
    told = call("show", "overview", cwd=write_workspace(tmp_path, config=content))
    assert told.code == 1 and told.err.startswith("config.yaml:2:") and "UTF-8" in told.err


def test_a_config_of_a_unit_that_is_not_there_is_told_with_its_line_and_key(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, config=changed("config", 'unit: "37"', "unit: ninh-bin"))
    told = call("show", "overview", cwd=root)
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("config.yaml:1: ") and "khóa unit" in told.err
    assert "Ninh Bình" in told.err, "near names are offered"


def test_a_config_that_compares_a_unit_that_is_not_there_is_told(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, config=changed("config", '["37", "24"]', '["37", "99"]'))
    told = call("show", "compare", "--language", "en", cwd=root)
    assert told.code == 1
    assert told.err.startswith("config.yaml:2: ") and "key compare" in told.err


def test_every_mistake_in_the_data_is_told_at_once_with_file_line_and_remedy(
    tmp_path: Path,
) -> None:
    figures = changed("figures", "69.83", "69.8x")
    plan = changed("plan", "level: committed", "level: comitted")
    config = changed("config", "theme: dark", "theme: drak")
    root = write_workspace(tmp_path, figures=figures, plan=plan, config=config)
    told = call("sync", cwd=root)
    assert (told.code, told.out) == (1, "")
    for path, text, part in (
        (PATHS["figures"], figures, "69.8x"),
        (PATHS["plan"], plan, "comitted"),
        ("config.yaml", config, "drak"),
    ):
        (line,) = [line for line in told.err.splitlines() if line.startswith(f"{path}:")]
        assert line.startswith(f"{path}:{line_of(text, part)}:") and part in line
    assert "Có phải “committed”" in told.err
    assert not (root / DATABASE).exists()


def test_mistakes_are_told_in_english_to_who_reads_english(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, plan=changed("plan", "level: committed", "level: comitted"))
    told = call("sync", "--language", "en", cwd=root)
    assert "Did you mean “committed”" in told.err


def test_a_missing_data_folder_is_told(fresh: Path) -> None:
    shutil.rmtree(fresh / "data")
    told = call("show", "overview", cwd=fresh)
    assert told.code == 1 and told.err.startswith("data: ") and "Tạo thư mục" in told.err


def test_thousands_of_mistakes_are_all_told(tmp_path: Path) -> None:
    header, row = FILES[PATHS["figures"]].splitlines()[:2]
    rows = [row.replace("nb-hstt-2022", f"row-{n}").replace("35.5,", "x,") for n in range(3000)]
    root = write_workspace(tmp_path, figures="\n".join([header, *rows, ""]))
    told = call("sync", cwd=root)
    assert told.code == 1
    assert sum(line.startswith(PATHS["figures"]) for line in told.err.splitlines()) == 3000
