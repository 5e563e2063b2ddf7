"""The newest figure of each pair is right after every kind of write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from briefing.domain.model import Observation, ObservationKind
from tests.store.facts import figure, sync
from tests.store.small_folder import FOLDER, with_figures
from tests.store.sql import NEWEST, ask

END = date(2023, 12, 31)
MIDYEAR = date(2024, 6, 30)


def newest(path: Path, unit: str = "37", indicator: str = "ho_so_truc_tuyen") -> str | None:
    """The id of the newest figure of a pair."""
    found = {(row[0], row[1]): row[2] for row in ask(path, NEWEST)}
    key = found[unit, indicator]
    return None if key is None else str(key)


def known(path: Path) -> str:
    """The last day on which Ninh Bình's online share changed."""
    found = {(row[0], row[1]): row[4] for row in ask(path, NEWEST)}
    return str(found["37", "ho_so_truc_tuyen"])


def revision(key: str, of: str, **other: object) -> Observation:
    """A figure published in March 2024 that takes another one's place."""
    return figure(key, 70.5, END, revises=of, published_on=date(2024, 3, 1), **other)


def test_the_latest_period_wins_and_a_change_never_does(database: Path) -> None:
    assert newest(database) == "nb_ho_so_2023"


def test_a_later_figure_takes_the_place(database: Path) -> None:
    sync(database, with_figures(figure("moi", 75.0, MIDYEAR)))
    assert newest(database) == "moi"


def test_an_older_figure_that_comes_late_does_not(database: Path) -> None:
    sync(database, with_figures(figure("cu", 1.0, date(2021, 12, 31), published_on=MIDYEAR)))
    assert newest(database) == "nb_ho_so_2023"
    assert known(database) == "2024-06-30"


def test_of_one_period_the_later_publication_wins_then_the_longer_period(database: Path) -> None:
    again = figure("lai", 70.0, END, published_on=date(2024, 2, 1))
    longer = figure("dai", 70.0, END, published_on=date(2024, 2, 1), start=date(2022, 1, 1))
    sync(database, with_figures(again))
    assert newest(database) == "lai"
    sync(database, with_figures(again, longer))
    assert newest(database) == "dai"


def test_a_changed_period_moves_the_place(database: Path) -> None:
    sync(database, with_figures(figure("nb_ho_so_2023", 69.83, date(2021, 6, 30))))
    assert newest(database) == "nb_ho_so_2022"


def test_a_deleted_figure_gives_the_place_back(database: Path) -> None:
    sync(database, with_figures(without=["nb_ho_so_2023"]))
    assert newest(database) == "nb_ho_so_2022"


def test_the_last_figure_of_a_pair_takes_the_pair_along(database: Path) -> None:
    sync(database, with_figures(without=["bg_hang"]))
    assert [row for row in ask(database, NEWEST) if row[1] == "dti_hang"] == []


def test_a_figure_that_moves_to_another_unit_leaves_the_first(database: Path) -> None:
    moved = figure("nb_ho_so_2023", 69.83, END, unit=FOLDER.units[1].key)
    sync(database, with_figures(moved))
    assert newest(database) == "nb_ho_so_2022"
    assert newest(database, unit="24") == "nb_ho_so_2023"


def test_a_revision_takes_the_place_of_what_it_revises(database: Path) -> None:
    sync(database, with_figures(revision("sua", "nb_ho_so_2023")))
    assert newest(database) == "sua"


def test_a_revision_to_an_earlier_period_lets_nobody_else_down(database: Path) -> None:
    earlier = figure("sua", 1.0, date(2022, 6, 30), revises="nb_ho_so_2023")
    sync(database, with_figures(earlier))
    assert newest(database) == "nb_ho_so_2022"


def test_a_deleted_revision_gives_the_place_back(database: Path) -> None:
    sync(database, with_figures(revision("sua", "nb_ho_so_2023")))
    sync(database, FOLDER)
    assert newest(database) == "nb_ho_so_2023"


def test_a_revision_of_a_revision_replaces_both(database: Path) -> None:
    first = revision("sua", "nb_ho_so_2023")
    second = figure("sua2", 71.0, END, revises="sua", published_on=date(2024, 4, 1))
    sync(database, with_figures(first, second))
    assert newest(database) == "sua2"
    sync(database, with_figures(first))
    assert newest(database) == "sua"


def test_a_revision_that_revises_another_figure_now_frees_the_first(database: Path) -> None:
    sync(database, with_figures(figure("sua", 1.0, date(2020, 1, 31), revises="nb_ho_so_2023")))
    assert newest(database) == "nb_ho_so_2022"
    sync(database, with_figures(figure("sua", 1.0, date(2020, 1, 31), revises="nb_ho_so_2022")))
    assert newest(database) == "nb_ho_so_2023"


def test_a_revision_under_another_indicator_empties_the_pair_but_keeps_its_days(
    database: Path,
) -> None:
    """An early day still has to find the figure that was later moved elsewhere."""
    moved = revision("sua", "bg_hang", unit=FOLDER.units[1].key)
    sync(database, with_figures(moved))
    assert newest(database, unit="24", indicator="dti_hang") is None
    rows = {row[1]: row[4] for row in ask(database, NEWEST) if row[0] == "24"}
    assert rows["dti_hang"] == "2024-03-01"


def test_a_figure_that_was_only_stated_as_a_change_has_no_newest_value(database: Path) -> None:
    change = figure(
        "tang", 2.0, END, indicator="dti_hang", kind=ObservationKind.CHANGE, published_on=MIDYEAR
    )
    sync(database, with_figures(change))
    assert newest(database, indicator="dti_hang") is None
