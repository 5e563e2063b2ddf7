"""What has happened since: told by the files' digests and by the edit log, whoever synced."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.domain.news import Change, Edit, News
from briefing.language import Language, translator
from briefing.opening import sync
from briefing.settings import Settings
from briefing.store.news import Mark
from briefing.store.reading import Reader
from briefing.wording.news import news_text
from tests.screens.following import PLAN, TASK, edit, small_workspace

VI, EN = translator(Language.VI), translator(Language.EN)


@pytest.fixture
def small(tmp_path: Path) -> Settings:
    """A small workspace to be edited."""
    return small_workspace(tmp_path / "ws")


def mark(settings: Settings) -> Mark:
    """What the database holds now."""
    with Reader(settings.database) as reader:
        return reader.mark()


def news(settings: Settings, since: Mark) -> News:
    """What has happened since."""
    with Reader(settings.database) as reader:
        return reader.news(since)


def test_nothing_is_nothing(small: Settings) -> None:
    before = mark(small)
    assert news(small, before).is_nothing
    sync(small)
    assert news(small, before).is_nothing


def test_each_fact_is_told_once_however_many_fields_and_syncs(small: Settings) -> None:
    before = mark(small)
    edit(small, "title: Hồ sơ trực tuyến đạt 50%", "title: Một nửa hồ sơ")
    edit(small, "title_en: Half of all dossiers filed online", "title_en: Half of them")
    sync(small)
    edit(small, "level: committed\n    lead", "level: assigned\n    lead")
    edit(small, "tasks:\n", "tasks:\n" + TASK)
    sync(small)
    found = news(small, before)
    assert found.files == (PLAN,)
    assert found.edits == (
        Edit("target", "nb-ct-hstt", Change.EDITED),
        Edit("task", "nb-nv-moi", Change.ADDED),
    )


def test_what_came_and_went_since_is_not_told(small: Settings) -> None:
    before = mark(small)
    edit(small, "tasks:\n", "tasks:\n" + TASK)
    sync(small)
    edit(small, TASK, "")
    sync(small)
    assert news(small, before) == News((), ())


def test_what_is_gone_from_the_folder_is_gone(small: Settings) -> None:
    edit(small, "tasks:\n", "tasks:\n" + TASK)
    sync(small)
    before = mark(small)
    edit(small, TASK, "")
    sync(small)
    assert news(small, before).edits == (Edit("task", "nb-nv-moi", Change.GONE),)


def test_of_another_database_only_the_files_are_told(small: Settings, tmp_path: Path) -> None:
    edit(small, "level: committed\n    lead", "level: assigned\n    lead")
    sync(small)
    before = mark(small)
    small.database.unlink()
    edit(small, "level: assigned\n    lead", "level: committed\n    lead")
    sync(small)
    assert news(small, before) == News((PLAN,), None)


def of(*edits: tuple[str, Change], files: tuple[str, ...] = ("data/plans/hd.yaml",)) -> News:
    """News of that many facts."""
    return News(files, tuple(Edit(kind, str(n), how) for n, (kind, how) in enumerate(edits)))


WORDS = [
    (
        of(("target", Change.EDITED), ("task", Change.ADDED)),
        "Đã cập nhật hd.yaml: 1 chỉ tiêu sửa, 1 việc thêm.",
        "Updated hd.yaml: 1 target changed, 1 task added.",
    ),
    (
        of(*[("observation", Change.GONE)] * 2, ("target", Change.GONE), ("unit", Change.ADDED)),
        "Đã cập nhật hd.yaml: 1 chỉ tiêu bỏ, 2 số liệu bỏ, 1 mục khác thêm.",
        "Updated hd.yaml: 1 target gone, 2 figures gone, 1 other entry added.",
    ),
    (
        of(("task", Change.EDITED), files=("data/a.yaml", "data/b.yaml", "data/c.yaml")),
        "Đã cập nhật a.yaml và 2 tệp khác: 1 việc sửa.",
        "Updated a.yaml and 2 other files: 1 task changed.",
    ),
    (
        of(files=("config.yaml",)),
        "Đã đọc lại config.yaml; số liệu không đổi.",
        "config.yaml read again; no fact changed.",
    ),
    (News((), None), "Đã đọc lại toàn bộ dữ liệu.", "All data was read again."),
    (News(), "", ""),
]


@pytest.mark.parametrize(("told", "vietnamese", "english"), WORDS)
def test_it_is_told_in_words(told: News, vietnamese: str, english: str) -> None:
    assert news_text(told, VI) == vietnamese
    assert news_text(told, EN) == english
