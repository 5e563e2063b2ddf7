"""A code that was used again is read on the day in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.desk import LATEST, TODAY, AsOf, Desk
from briefing.domain.model import UnitKey
from briefing.settings import Settings
from briefing.store.reading import Reader
from tests.store.facts import MERGED, sync
from tests.store.merged_folder import (
    BAC_NINH,
    DONG_NAI,
    DONG_NAI_CITY,
    FOLDER,
    OLD_BAC_GIANG,
    OLD_BAC_NINH,
    OLD_DONG_NAI,
)

THE_DAY = date(2026, 11, 22)
OLD, NEW = date(2025, 6, 30), MERGED


@pytest.fixture
def reader(path: Path) -> Iterator[Reader]:
    """The folder of mergers, open for reading."""
    sync(path, FOLDER)
    with Reader(path) as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk on 22/11/2026."""
    return Desk(Settings(root=tmp_path, unit="24", database=tmp_path / "briefing.db"), THE_DAY)


@pytest.mark.parametrize(
    ("text", "as_of", "key"),
    [
        ("24", OLD, OLD_BAC_GIANG),
        ("24", NEW, BAC_NINH),
        ("24", TODAY, BAC_NINH),
        ("24", LATEST, OLD_BAC_GIANG),
        ("24@2025-07-01", OLD, BAC_NINH),
        ("27", OLD, OLD_BAC_NINH),
        ("27", NEW, OLD_BAC_NINH),
        ("27", TODAY, OLD_BAC_NINH),
        ("bac ninh", OLD, OLD_BAC_NINH),
        ("bac ninh", NEW, BAC_NINH),
        ("Bắc Giang", TODAY, OLD_BAC_GIANG),
        ("75", OLD, OLD_DONG_NAI),
        ("75", date(2026, 4, 29), DONG_NAI),
        ("75", date(2026, 4, 30), DONG_NAI_CITY),
    ],
)
def test_a_code_is_read_on_the_day_in_force(
    reader: Reader, desk: Desk, text: str, as_of: AsOf, key: UnitKey
) -> None:
    assert desk.unit(reader, text, as_of).key == key
    assert desk.focus(reader, text, as_of).key == key


@pytest.mark.parametrize(
    ("known_on", "key"),
    [(date(2024, 6, 1), OLD_BAC_NINH), (OLD, OLD_BAC_NINH), (None, OLD_BAC_NINH)],
)
def test_the_newest_figure_known_by_a_day_is_of_a_unit_that_stood_by_then(
    reader: Reader, desk: Desk, known_on: date | None, key: UnitKey
) -> None:
    assert desk.unit(reader, "bac ninh", LATEST, known_on).key == key


def test_a_unit_without_figures_is_not_meant_before_it_was_there(
    reader: Reader, desk: Desk
) -> None:
    """Nobody of the name Đồng Nai but the oldest stood in 2024."""
    assert reader.find_unit("75", None, date(2024, 6, 1)) == reader.unit(OLD_DONG_NAI)
    assert reader.find_unit("24@2025-07-01", None, date(2024, 6, 1)) == reader.unit(BAC_NINH)


def test_the_configured_unit_follows_the_day_too(reader: Reader, desk: Desk) -> None:
    assert desk.focus(reader, None, OLD).key == OLD_BAC_GIANG
    assert desk.focus(reader, None, TODAY).key == BAC_NINH
