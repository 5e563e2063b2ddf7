"""What README.md and the guides show is what the program says: ``make pictures`` renews it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from briefing.language import Language, translator
from briefing.printing import BY_NAME
from briefing.statuses import TARGETS, TASKS, label
from tools.examples import PAGES, commands, keys_table, refreshed
from tools.picture import ROOT

README = ROOT / "README.md"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
GUIDES = {Language.VI: ROOT / "docs" / "huong-dan.md", Language.EN: ROOT / "docs" / "guide.md"}
DOCUMENTS = (*PAGES, *(ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md")))


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_runs_and_its_output_is_the_one_shown(page: Path, workspace: Path) -> None:
    assert refreshed(text(page), workspace) == text(page), "run: make pictures"


def test_an_output_that_is_no_longer_true_is_noticed(workspace: Path) -> None:
    page = text(README)
    assert refreshed(page.replace("69,83%", "70%"), workspace) == page
    assert refreshed(page.replace("Ninh Bình|69.83", "Ninh Bình|70"), workspace) == page


def test_readme_shows_every_screen_that_can_be_printed() -> None:
    shown = {line.split()[2] for line in commands(text(README)) if line.startswith("briefing show")}
    assert shown == set(BY_NAME)


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    made = [line for line in commands(text(README)) if line.startswith("make ")]
    assert {line.split()[1] for line in made} == {"run", "test"}
    for line in made:
        assert f"\n{line.split()[1]}: $(VENV)/.installed" in MAKEFILE


def test_windows_runs_the_checks_that_make_test_runs() -> None:
    recipe = MAKEFILE.partition("\ntest: ")[2].partition("\n\n")[0]
    checks = [
        line.strip().replace("$(BIN)/", "").replace(" $(ARGS)", "")
        for line in recipe.splitlines()[1:]
    ]
    lines = re.findall(r"^\.venv\\Scripts\\(.+)$", text(README), re.MULTILINE)
    assert lines == [
        "pip install -c constraints.txt -e .",
        "briefing",
        "pip install -c constraints.txt -e .[dev]",
        *checks,
    ]


def test_the_program_the_documents_call_is_the_one_installed() -> None:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    assert list(project["scripts"]) == ["briefing"]
    assert "3.11" in project["requires-python"]
    assert "Python 3.11" in text(README)


@pytest.mark.parametrize("language", Language)
def test_the_table_of_keys_is_the_list_of_commands(language: Language) -> None:
    assert f"<!-- keys:{language} -->\n{keys_table(language)}<!-- end -->" in text(README)


@pytest.mark.parametrize("language", Language)
def test_the_guides_explain_every_status(language: Language) -> None:
    tr = translator(language)
    labels = [label(one, tr) for one in TARGETS] + [label(one, tr) for one in TASKS]
    guide = text(GUIDES[language])
    assert [said for said in labels if f"| {said} |" not in guide] == []


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", text(page))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_links_within_readme_lead_to_headings() -> None:
    headings = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text(README), re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text(README))) <= headings
