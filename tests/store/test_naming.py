"""What an edit names by a code is told with its name, of every kind that has one."""

from __future__ import annotations

from pathlib import Path

from briefing.domain.edits import CodeName
from briefing.opening import ACTIONS, sync
from briefing.settings import load_settings
from briefing.store.naming import KINDS, code_names
from briefing.store.reading import Reader
from briefing.store.tables import PLAN, TARGET, TASK
from tests.workspaces import edit_plan, write_workspace


def test_an_entry_of_the_log_is_read_with_the_names_of_its_codes(tmp_path: Path) -> None:
    root = write_workspace(tmp_path / "ws")
    settings = load_settings(root, ACTIONS)
    sync(settings)
    edit_plan(
        root,
        ("    pillar: chinh_quyen_so\n", "    pillar: xa_hoi_so\n"),
        ("    coordinating: [nb-vpub]\n", "    coordinating: []\n"),
    )
    sync(settings)
    with Reader(settings.database) as reader:
        names = {edit.field: edit.names for edit in reader.edits("task", "nb-nv-cong")}
    assert [name.name for name in names["pillar"]] == ["Chính quyền số", "Xã hội số"]
    assert [name.code for name in names["coordinating"]] == ["nb-vpub"]


def test_a_code_of_nothing_that_is_there_has_no_name() -> None:
    assert code_names("pillar", "da_bo", None, lambda kind, code: None) == ()


def test_words_are_no_codes() -> None:
    def known(kind: str, code: str) -> object:
        raise AssertionError(f"{kind} {code} was looked for")

    assert code_names("output", "Cổng mới", "xa_hoi_so", known) == ()


def test_a_list_of_another_version_names_nothing() -> None:
    assert code_names("targets", "[{}]", "{", lambda kind, code: CodeName(code, "", "")) == ()


def test_fields_with_codes_are_fields_of_the_log() -> None:
    named = {
        name
        for table in (PLAN, TARGET, TASK)
        for name in (*table.columns, *(child.field for child in table.children))
    }
    assert set(KINDS) <= named
