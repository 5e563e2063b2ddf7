"""A sync makes the database hold what the folder holds, row by row, and tells what it changed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.model import UnitKey
from briefing.store.errors import DatabaseCorrupt
from briefing.store.reading import Reader
from tests.store.facts import AT, HOA_LU, MERGED, NINH_BINH, SO_TTTT, Folder, figure, province, sync
from tests.store.opening import left_beside
from tests.store.small_folder import (
    DOCUMENTS,
    FOLDER,
    INDICATORS,
    OBSERVATIONS,
    PLANS,
    UNITS,
    with_figures,
)
from tests.store.sql import ask, contents, one

END = date(2023, 12, 31)
LOG = "SELECT record, id, field, old, new FROM v_log ORDER BY rowid"


def changed(**fields: object) -> Folder:
    """``FOLDER`` with fields of Ninh Bình's first target changed."""
    plan = PLANS[0]
    target = replace(plan.targets[0], **fields)  # type: ignore[arg-type]
    plan = replace(plan, targets=(target, *plan.targets[1:]))
    return replace(FOLDER, plans=(plan, PLANS[1]))


def test_the_same_folder_again_touches_nothing(database: Path) -> None:
    before = contents(database)
    summary = sync(database, FOLDER)
    assert not summary.built
    assert summary.counts.files_changed == 0
    assert summary.counts.files_skipped == len(FOLDER.files)
    assert contents(database) == before


def test_only_the_file_that_changed_is_compared(database: Path) -> None:
    counts = sync(database, changed(weight=2.0)).counts
    assert (counts.files_changed, counts.changed, counts.added, counts.removed) == (1, 1, 0, 0)


def test_each_changed_field_is_logged_with_who_and_when(database: Path) -> None:
    sync(database, changed(title="Hồ sơ nộp qua mạng", goal=55.0), by="minh")
    rows = ask(
        database, "SELECT record, id, field, old, new, at, by, why FROM v_log ORDER BY field"
    )
    at = AT.isoformat(timespec="seconds")
    target = ("target", "nb_ct_ho_so")
    assert rows == [
        (*target, "goal", "50.0", "55.0", at, "minh", None),
        (*target, "title", "Hồ sơ trực tuyến", "Hồ sơ nộp qua mạng", at, "minh", None),
    ]


def test_a_cleared_field_is_logged_as_null(database: Path) -> None:
    sync(database, changed(baseline=None, baseline_on=None))
    assert ask(database, LOG) == [
        ("target", "nb_ct_ho_so", "baseline", "40.0", None),
        ("target", "nb_ct_ho_so", "baseline_on", "2021-12-31", None),
    ]


def test_references_are_logged_by_their_keys(database: Path) -> None:
    sync(database, changed(unit=HOA_LU, indicator="dti_hang"))
    assert ask(database, LOG) == [
        ("target", "nb_ct_ho_so", "unit", "37", "374"),
        ("target", "nb_ct_ho_so", "indicator", "ho_so_truc_tuyen", "dti_hang"),
    ]


def test_a_changed_list_is_logged_whole(database: Path) -> None:
    sync(database, changed(milestones=()))
    ((record, ref, field, old, new),) = ask(database, LOG)
    assert (record, ref, field) == ("target", "nb_ct_ho_so", "milestones")
    assert json.loads(old) == [{"due": "2023-06-30", "value": 45.0}]
    assert json.loads(new) == []


def test_an_added_fact_is_logged_whole(database: Path) -> None:
    sync(database, with_figures(figure("them", 71.0, END, parts_present=("Sở A",))))
    ((record, ref, field, old, new),) = ask(database, LOG)
    assert (record, ref, field, old) == ("observation", "them", "*", None)
    said = json.loads(new)
    assert (said["unit"], said["indicator"], said["value"]) == ("37", "ho_so_truc_tuyen", 71.0)
    assert said["parts"] == [{"present": 1, "name": "Sở A"}]


def test_a_removed_fact_leaves_all_it_said_in_the_log(database: Path) -> None:
    sync(database, with_figures(without=["bg_chua_phe_duyet"]))
    ((record, ref, field, old, new),) = ask(database, LOG)
    assert (record, ref, field, new) == ("observation", "bg_chua_phe_duyet", "*", None)
    assert [part["name"] for part in json.loads(old)["parts"]] == ["Sở A", "Sở B", "Huyện C"]
    assert ask(database, "SELECT * FROM observation_part") == []


def test_a_file_that_is_gone_takes_its_facts_along(database: Path) -> None:
    counts = sync(database, replace(FOLDER, plans=PLANS[:1])).counts
    assert (counts.files_removed, counts.removed) == (1, 2)
    assert ask(database, "SELECT id FROM plan WHERE closed_on IS NULL") == [("nb_ke_hoach_12",)]


@pytest.mark.parametrize(("before", "after"), [("a", "z"), ("z", "a")])
def test_a_row_that_moves_to_another_file_stays_the_same_row(
    path: Path, before: str, after: str
) -> None:
    others = {o.id: "m" for o in OBSERVATIONS}
    first = replace(FOLDER, split=others | {"nb_ho_so_2023": before, "nb_ho_so_2022": before})
    then = replace(FOLDER, split=others | {"nb_ho_so_2023": after, "nb_ho_so_2022": before})
    sync(path, first)
    number = ask(path, "SELECT id FROM observation WHERE key = 'nb_ho_so_2023'")
    counts = sync(path, then).counts
    assert (counts.added, counts.changed, counts.removed) == (0, 0, 0)
    assert ask(path, "SELECT id FROM observation WHERE key = 'nb_ho_so_2023'") == number
    assert ask(path, LOG) == []
    sync(path, replace(then, observations=then.observations[:1]))
    assert ask(path, "SELECT key FROM observation") == [("nb_ho_so_2022",)]


def test_a_unit_s_new_code_reaches_rows_of_files_that_did_not_change(database: Path) -> None:
    """What a bare code means is told by another file than the row's own."""
    merged = province("37", "Ninh Bình", valid_from=date(2023, 1, 1), slug="ninh-binh-moi")
    old = replace(UNITS[0], valid_to=date(2022, 12, 31))
    key = merged.key
    figures = [
        replace(o, unit=key) if o.unit == NINH_BINH and o.end >= date(2023, 1, 1) else o
        for o in OBSERVATIONS
    ]

    class Unedited(Folder):
        """Figures that mean another unit now, in a file with the old digest."""

        @property
        def files(self):  # type: ignore[no-untyped-def]
            was = {file.path: file for file in FOLDER.files}
            return tuple(
                was[file.path] if "observations" in file.path else file for file in super().files
            )

    sync(
        database,
        Unedited(**(vars(FOLDER) | {"units": (old, *UNITS[1:], merged), "observations": figures})),
    )
    rows = ask(
        database,
        "SELECT u.key FROM observation AS o JOIN unit AS u ON u.id = o.unit"
        " WHERE o.key = 'nb_ho_so_2023'",
    )
    assert rows == [(str(UnitKey("37", date(2023, 1, 1))),)]


def test_a_document_s_date_reaches_targets_of_plans_that_did_not_change(database: Path) -> None:
    dated = replace(DOCUMENTS[0], date=date(2023, 2, 1))
    plan = replace(
        PLANS[0],
        targets=tuple(replace(t, known_on=date(2023, 2, 1)) for t in PLANS[0].targets),
    )
    unedited = {file.path: file for file in FOLDER.files}

    class Unedited(Folder):
        """A plan whose targets are known later, in a file with the old digest."""

        @property
        def files(self):  # type: ignore[no-untyped-def]
            return tuple(
                unedited[file.path] if "plans" in file.path else file for file in super().files
            )

    facts = vars(FOLDER) | {"documents": (dated, DOCUMENTS[1]), "plans": (plan, PLANS[1])}
    sync(database, Unedited(**facts))
    assert one(database, "SELECT known_on FROM target WHERE id = 'nb_ct_ho_so'") == {
        "known_on": "2023-02-01"
    }


def test_a_changed_subject_does_not_make_other_files_be_compared(database: Path) -> None:
    named = replace(DOCUMENTS[0], subject="Kế hoạch khác")
    counts = sync(database, replace(FOLDER, documents=(named, DOCUMENTS[1]))).counts
    assert counts.files_changed == 1


def test_a_moved_district_changes_the_province_of_its_figures(path: Path) -> None:
    folder = with_figures(figure("hl", 5.0, END, unit=HOA_LU))
    sync(path, folder)
    moved = [replace(u, parent=UNITS[3].key) if u.key == HOA_LU else u for u in UNITS]
    sync(path, replace(folder, units=moved))
    assert one(path, "SELECT province FROM v_observations WHERE id = 'hl'") == {
        "province": "Đắk Lắk"
    }


def test_indicators_may_be_put_in_another_order_without_a_log(database: Path) -> None:
    sync(database, replace(FOLDER, indicators=tuple(reversed(INDICATORS))))
    with Reader(database) as reader:
        assert tuple(reader.indicators()) == tuple(i.id for i in reversed(INDICATORS))
    assert ask(database, LOG) == []


def test_what_refers_to_nothing_changes_nothing(database: Path) -> None:
    before = contents(database)
    with pytest.raises(DatabaseCorrupt):
        sync(database, with_figures(figure("sai", 1.0, END, source="khong_co")))
    assert contents(database) == before


def test_a_fact_of_no_file_is_refused(path: Path) -> None:
    class Unfiled(Folder):
        """A folder whose plan files are not listed."""

        @property
        def files(self):  # type: ignore[no-untyped-def]
            return tuple(file for file in super().files if "plans" not in file.path)

    with pytest.raises(ValueError, match="plan, target, task"):
        sync(path, Unfiled(**vars(FOLDER)))
    assert not path.exists()


def test_progress_counts_up_to_all_rows(path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    sync(path, FOLDER, progress=lambda done, total, label: seen.append((done, total, label)))
    rows = sum(len(file.rows) for file in FOLDER.files)
    assert [done for done, _, _ in seen] == sorted(done for done, _, _ in seen)
    assert {total for _, total, _ in seen} == {rows}
    assert seen[0] == (0, rows, FOLDER.files[0].path)
    assert seen[-1] == (rows, rows, "")


class Cancelled(Exception):
    """Raised by a progress bar whose user pressed Esc."""


def cancel(done: int, total: int, label: str) -> None:
    """Stop a sync after its first rows."""
    if done:
        raise Cancelled


def test_a_cancelled_build_leaves_no_file(path: Path) -> None:
    with pytest.raises(Cancelled):
        sync(path, FOLDER, progress=cancel)
    assert left_beside(path) == []


def test_a_cancelled_sync_changes_nothing(database: Path) -> None:
    before = contents(database)
    renamed = [replace(unit, name=unit.name + "!") for unit in UNITS]
    with pytest.raises(Cancelled):
        sync(database, replace(changed(weight=9.0), units=renamed), progress=cancel)
    assert contents(database) == before
    assert ask(database, LOG) == []


def test_the_names_by_which_a_unit_is_found_follow_its_name(database: Path) -> None:
    renamed = [replace(u, name="Sở KH&CN", short="") if u.key == SO_TTTT else u for u in UNITS]
    sync(database, replace(FOLDER, units=renamed))
    with Reader(database) as reader:
        found = reader.find_unit("so kh&cn")
        assert found is not None and found.key == SO_TTTT
        assert reader.find_unit("sở tt&tt") is None


def test_the_settings_and_the_fingerprint_are_kept(database: Path) -> None:
    with Reader(database) as reader:
        assert reader.stats() == FOLDER.stats
        assert reader.settings_json("c0ffee") == '{"unit": "37"}'
        assert reader.settings_json("another") is None
        assert reader.meta("synced_by") == "lan"
        assert reader.meta("nothing") is None


def test_merged_codes_are_two_units(database: Path) -> None:
    rows = ask(database, "SELECT name, valid_from FROM unit WHERE code = '24' ORDER BY 2")
    assert rows == [("Bắc Giang", None), ("Bắc Ninh", MERGED.isoformat())]
