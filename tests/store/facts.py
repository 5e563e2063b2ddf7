"""Small folders of facts in memory: what a sync takes, without any file being read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from briefing.domain.frameworks import Assessment, Framework
from briefing.domain.model import (
    Better,
    Difficulty,
    Document,
    Indicator,
    Measure,
    Observation,
    Pillar,
    Source,
    System,
    Unit,
    UnitKey,
    UnitKind,
)
from briefing.domain.periods import Holiday
from briefing.domain.plans import Plan
from briefing.domain.revisions import Judging
from briefing.store.syncing import Progress
from briefing.store.writing import SyncSummary, apply

AT = datetime(2024, 1, 7, 8, 30, tzinfo=UTC)
MERGED = date(2025, 7, 1)
NINH_BINH = UnitKey("37")
BAC_GIANG = UnitKey("24")
BAC_NINH_NEW = UnitKey("24", MERGED)
SO_TTTT = UnitKey("nb-stttt")
HOA_LU = UnitKey("374")


@dataclass(frozen=True)
class File:
    """One file of the folder."""

    path: str
    sha256: str
    size: int
    mtime_ns: int
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Folder:
    """A folder's facts; ``split`` puts an observation, by id, into a CSV file of that name."""

    units: Sequence[Unit] = ()
    pillars: Sequence[Pillar] = ()
    indicators: Sequence[Indicator] = ()
    sources: Sequence[Source] = ()
    documents: Sequence[Document] = ()
    holidays: Sequence[Holiday] = ()
    observations: Sequence[Observation] = ()
    plans: Sequence[Plan] = ()
    systems: Sequence[System] = ()
    difficulties: Sequence[Difficulty] = ()
    frameworks: Sequence[Framework] = ()
    assessments: Sequence[Assessment] = ()
    split: Mapping[str, str] | None = None
    change_notes: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def files(self) -> tuple[File, ...]:
        """One file per kind and plan, observations by ``split``; a digest is of the facts."""
        found = [
            _file("data/units/provinces.csv", [("unit", str(u.key), u) for u in self.units]),
            _named("data/catalogue/pillars.yaml", "pillar", self.pillars),
            _named("data/catalogue/indicators.yaml", "indicator", self.indicators),
            _named("data/catalogue/sources.yaml", "source", self.sources),
            _named("data/catalogue/documents.yaml", "document", self.documents),
            _file(
                "data/catalogue/holidays.csv",
                [("holiday", h.on.isoformat(), h) for h in self.holidays],
            ),
            _named("data/catalogue/systems.yaml", "system", self.systems),
            _named("data/catalogue/difficulties.yaml", "difficulty", self.difficulties),
            _named("data/catalogue/frameworks/all.yaml", "framework", self.frameworks),
            _named("data/assessments/all.csv", "assessment", self.assessments),
        ]
        by_file: dict[str, list[Observation]] = {}
        for observation in self.observations:
            name = (self.split or {}).get(observation.id, "figures")
            by_file.setdefault(name, []).append(observation)
        for name, observations in sorted(by_file.items()):
            found.append(_named(f"data/observations/{name}.csv", "observation", observations))
        for plan in self.plans:
            rows: list[tuple[str, str, object]] = [("plan", plan.id, plan)]
            rows += [("target", target.id, target) for target in plan.targets]
            rows += [("task", task.id, task) for task in plan.tasks]
            found.append(_file(f"data/plans/{plan.id}.yaml", rows))
        return tuple(file for file in found if file.rows)

    @property
    def stats(self) -> tuple[tuple[str, int, int], ...]:
        """The files as a fingerprint."""
        return tuple(sorted((file.path, file.size, file.mtime_ns) for file in self.files))


def sync(
    database: Path,
    folder: Folder,
    *,
    at: datetime = AT,
    by: str = "lan",
    progress: Progress | None = None,
    rebuild: bool = False,
    mend: bool = False,
    why: str | None = None,
    judging: Judging | None = None,
    told: bool = False,
) -> SyncSummary:
    """Apply ``folder`` with settings nobody looks at."""
    return apply(
        database,
        folder,
        settings_json='{"unit": "37"}',
        config_sha256="c0ffee",
        stats=folder.stats,
        at=at,
        by=by,
        why=why,
        judging=judging,
        told=told,
        progress=progress,
        rebuild=rebuild,
        mend=mend,
    )


def province(code: str, name: str, *, valid_from: date | None = None, **other: object) -> Unit:
    """A province."""
    unit = Unit(
        key=UnitKey(code, valid_from),
        name=name,
        full_name=f"Tỉnh {name}",
        name_en=name,
        full_name_en=f"{name} Province",
        slug=name.lower().replace(" ", "-"),
        kind=UnitKind.PROVINCE,
    )
    return replace(unit, **other)  # type: ignore[arg-type]


def indicator(key: str, **other: object) -> Indicator:
    """A percentage of digital government, higher is better."""
    made = Indicator(
        id=key,
        name=f"Tỷ lệ {key}",
        name_en=f"Share {key}",
        pillar="chinh_quyen_so",
        measure=Measure.PERCENT,
        better=Better.HIGHER,
        decimals=2,
    )
    return replace(made, **other)  # type: ignore[arg-type]


def figure(key: str, value: float, end: date, **other: object) -> Observation:
    """A share of online dossiers in Ninh Bình, published the day after its period."""
    made = Observation(
        id=key,
        unit=NINH_BINH,
        indicator="ho_so_truc_tuyen",
        start=date(end.year, 1, 1),
        end=end,
        value=value,
        source="ninh_binh_2024",
        paragraphs=(7, 9),
        published_on=date.fromordinal(end.toordinal() + 1),
        printed=str(value),
    )
    return replace(made, **other)  # type: ignore[arg-type]


def _named(path: str, kind: str, facts: Iterable[object]) -> File:
    return _file(path, [(kind, str(getattr(fact, "id", "")), fact) for fact in facts])


def _file(path: str, rows: Sequence[tuple[str, str, object]]) -> File:
    content = "\n".join(repr(fact) for _, _, fact in rows).encode()
    return File(
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        mtime_ns=len(rows),
        rows=tuple((kind, ref) for kind, ref, _ in rows),
    )
