"""Reading a whole workspace: files to entries, entries to facts, every mistake at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing.domain.value import value
from briefing.problems import Problem, WorkspaceError, in_order, quoted
from briefing.workspace import entries, layout, text_file, yaml_tree
from briefing.workspace.assembly import catalogue
from briefing.workspace.assembly.absences import notice_figures, notice_plans
from briefing.workspace.assembly.assessments import assemble_assessments
from briefing.workspace.assembly.belonging import Belonging
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.assembly.frameworks import assemble_frameworks
from briefing.workspace.assembly.observations import assemble_observations
from briefing.workspace.assembly.plan_relations import check_relations
from briefing.workspace.assembly.plans import PlanRecords, assemble_plans, change_notes
from briefing.workspace.assembly.unit_names import suggest_codes
from briefing.workspace.assembly.units import assemble_units
from briefing.workspace.collecting import uncollected
from briefing.workspace.contents import Workspace, WorkspaceFile
from briefing.workspace.directory import UnitDirectory
from briefing.workspace.faults import notices, reading
from briefing.workspace.fingerprint import CONFIG, LARGEST, FileStat, scan, sha256
from briefing.workspace.framework_files import assessment_records, framework_records
from briefing.workspace.ledger import Ledger
from briefing.workspace.limits import limits_of
from briefing.workspace.models.catalogue import (
    DifficultyEntry,
    DocumentEntry,
    HolidayRow,
    IndicatorEntry,
    PillarEntry,
    SourceEntry,
    SystemEntry,
)
from briefing.workspace.models.observations import ObservationRow
from briefing.workspace.models.plans import PlanEntry, TargetEntry, TaskEntry
from briefing.workspace.models.units import OrganisationEntry, UnitRow
from briefing.workspace.records import M, Record, YamlPlace, validate
from briefing.workspace.seen import Seen

_PLAN_KEYS = ("plan", "targets", "tasks")


@value
class _Read:
    """A file's text and fingerprint."""

    stat: FileStat
    text: str | None
    sha256: str


@dataclass(slots=True)
class _Folder:
    """The files read, and the ledger."""

    files: dict[str, _Read]
    ledger: Ledger = field(default_factory=Ledger)

    def catalogue(self, name: str, kind: str, model: type[M], folder: str) -> list[Record[M]]:
        """The entries of a YAML file that is one list under a key of the file's own name."""
        path = f"data/{folder}/{name}.yaml"
        text = self._text(path, kind)
        if text is None:
            return []
        top = entries.yaml_top(path, text, (name,), self.ledger.problems, required=(name,))
        if top is None:
            self.ledger.mark_incomplete(kind)
            return []
        return entries.yaml_list(path, top, name, kind, model, self.ledger)

    def tables(self, prefix: str, kind: str, model: type[M]) -> list[Record[M]]:
        """The rows of every CSV file whose path begins with ``prefix``."""
        records: list[Record[M]] = []
        for path in self.files:
            if path.startswith(prefix) and path.endswith(".csv"):
                text = self._text(path, kind)
                if text is not None:
                    records.extend(entries.csv_rows(path, text, kind, model, self.ledger))
        return records

    def plans(self) -> list[PlanRecords]:
        """Every file of ``data/plans/`` whose block ``plan`` is in order."""
        files = [self._plan(path) for path in self.files if path.startswith("data/plans/")]
        return [file for file in files if file is not None]

    def meetings(self) -> None:
        """Check that the files of ``data/meetings/`` are YAML; nothing else reads them yet."""
        for path in self.files:
            text = self._text(path) if path.startswith("data/meetings/") else None
            if text is not None and yaml_tree.parse(path, text, self.ledger.problems) is not None:
                self.ledger.problems.append(Problem(path=path, fault=notices.MEETING_NOT_READ))

    def _plan(self, path: str) -> PlanRecords | None:
        ledger = self.ledger
        text = self._text(path, "plan", "target", "task")
        if text is None:
            return None
        top = entries.yaml_top(path, text, _PLAN_KEYS, ledger.problems, required=("plan",))
        if top is None:
            ledger.mark_incomplete("plan", "target", "task")
            return None
        plan: Record[PlanEntry] | None = None
        if "plan" in top.entries:
            place = YamlPlace(path, top, ("plan",))
            content = yaml_tree.to_python(top.entries["plan"])
            plan = validate(PlanEntry, content, place, ledger.problems)
            id_ = yaml_tree.find(top, ("plan", "id"))
            if not entries.declare("plan", id_, place, ledger):
                plan = None
        targets: list[Record[TargetEntry]] = []
        tasks: list[Record[TaskEntry]] = []
        if "targets" in top.entries:
            targets = entries.yaml_list(path, top, "targets", "target", TargetEntry, ledger)
        if "tasks" in top.entries:
            tasks = entries.yaml_list(path, top, "tasks", "task", TaskEntry, ledger)
        return None if plan is None else PlanRecords(plan, targets, tasks)

    def _text(self, path: str, *kinds: str) -> str | None:
        """A file's text; without one its kinds are incomplete, unless there is no such file."""
        file = self.files.get(path)
        if file is not None and file.text is None:
            self.ledger.mark_incomplete(*kinds)
        return None if file is None else file.text


@uncollected()
def load(
    root: Path, instead: Mapping[str, bytes] | None = None, *, seen: Seen | None = None
) -> Workspace:
    """The workspace in ``root``. Raises :class:`WorkspaceError` with every mistake found.

    ``instead`` gives files, by their path, the content that somebody is about to write to them.
    ``seen`` is told what was read, even when there are mistakes.
    """
    stats = scan(root)
    problems: list[Problem] = []
    absent = layout.missing(root, stats)
    problems.extend(absent.problems)
    problems.extend(layout.unseen(root))
    folder = _Folder(_read_all(root, stats, problems, instead or {}))
    ledger = folder.ledger
    ledger.mark_incomplete(*absent.kinds)
    ledger.problems.extend(problems)

    pillar_records = folder.catalogue("pillars", "pillar", PillarEntry, "catalogue")
    indicator_records = folder.catalogue("indicators", "indicator", IndicatorEntry, "catalogue")
    source_records = folder.catalogue("sources", "source", SourceEntry, "catalogue")
    document_records = folder.catalogue("documents", "document", DocumentEntry, "catalogue")
    system_records = folder.catalogue("systems", "system", SystemEntry, "catalogue")
    difficulty_records = folder.catalogue(
        "difficulties", "difficulty", DifficultyEntry, "catalogue"
    )
    holiday_records = folder.tables("data/catalogue/holidays", "holiday", HolidayRow)
    area_records = folder.tables("data/units/", "unit", UnitRow)
    organisation_records = folder.catalogue("organisations", "unit", OrganisationEntry, "units")
    observation_records = folder.tables("data/observations/", "observation", ObservationRow)
    plan_records = folder.plans()
    texts = {path: file.text for path, file in folder.files.items()}
    bases = framework_records(texts, ledger)
    scores = assessment_records(texts, ledger)
    folder.meetings()

    units = assemble_units(area_records, organisation_records, ledger)
    suggest_codes(ledger, units)
    sources = catalogue.assemble_sources(source_records)
    desk = Desk(
        ledger,
        UnitDirectory(units),
        {source.id: source for source in sources},
        Belonging(units),
        {record.entry.id: limits_of(record.entry) for record in indicator_records},
        date.today(),
    )
    catalogue.check_sources(source_records, desk)
    indicators = catalogue.assemble_indicators(indicator_records, ledger)
    documents = catalogue.assemble_documents(document_records, desk)
    indicator_of = {indicator.id: indicator for indicator in indicators}
    document_of = {document.id: document for document in documents}
    pillars = catalogue.assemble_pillars(pillar_records)
    holidays = catalogue.assemble_holidays(holiday_records, ledger)
    observations = assemble_observations(observation_records, indicator_of, desk)
    plans = assemble_plans(plan_records, indicator_of, document_of, desk)
    frameworks = assemble_frameworks(bases, indicator_of, document_of, desk)
    framework_of = {framework.id: framework for framework in frameworks}
    assessments = assemble_assessments(scores, framework_of, desk)
    systems = catalogue.assemble_systems(system_records, desk)
    difficulties = catalogue.assemble_difficulties(difficulty_records, desk)
    places = {each.entry.id: each.place for file in plan_records for each in file.targets}
    places |= {each.entry.id: each.place for file in plan_records for each in file.tasks}
    check_relations(plans, places, desk)
    if all(found.fault.warning for found in ledger.problems):
        # A broken file would make others look as if they lacked something.
        notice_plans(plans, places, desk)
        notice_figures(
            indicators,
            observations,
            {record.entry.id: record.place for record in indicator_records},
            desk,
        )
    if seen is not None:
        seen.texts = {path: text for path, text in texts.items() if text is not None}
        seen.entries = {path: len(rows) for path, rows in ledger.rows.items()}
        seen.units = () if ledger.is_incomplete("unit") else units
    warnings = [found for found in ledger.problems if found.fault.warning]
    if len(warnings) < len(ledger.problems):
        mistakes = [found for found in ledger.problems if not found.fault.warning]
        raise WorkspaceError(mistakes, warnings)
    return Workspace(
        root=root,
        units=units,
        pillars=pillars,
        indicators=indicators,
        sources=sources,
        documents=documents,
        holidays=holidays,
        observations=observations,
        plans=plans,
        systems=systems,
        difficulties=difficulties,
        frameworks=frameworks,
        assessments=assessments,
        files=tuple(
            WorkspaceFile(
                path=path,
                sha256=file.sha256,
                size=file.stat.size,
                mtime_ns=file.stat.mtime_ns,
                rows=tuple(ledger.rows.get(path, ())),
            )
            for path, file in folder.files.items()
        ),
        origin=ledger.origin,
        warnings=in_order(warnings),
        change_notes=change_notes(plan_records),
    )


def _read_all(
    root: Path,
    stats: tuple[FileStat, ...],
    problems: list[Problem],
    instead: Mapping[str, bytes],
) -> dict[str, _Read]:
    files = {}
    for stat in stats:
        shown = quoted(stat.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
        if shown != stat.path and not stat.path.isprintable():
            problems.append(Problem(path=shown, fault=reading.BAD_FILE_NAME))
            continue
        if not layout.is_known(stat.path):
            problems.append(layout.unknown_file(stat.path))
            continue
        if stat.size > LARGEST:
            params: dict[str, str | int] = {"size": stat.size, "limit": LARGEST}
            problems.append(Problem(path=stat.path, fault=reading.TOO_LARGE, params=params))
            files[stat.path] = _Read(stat, None, "")
            continue
        try:
            content = instead.get(stat.path) or Path(root, stat.path).read_bytes()
        except OSError as error:
            number = error.errno or 0
            problems.append(
                Problem(path=stat.path, fault=reading.UNREADABLE, params={"number": number})
            )
            files[stat.path] = _Read(stat, None, "")
            continue
        text = None if stat.path == CONFIG else text_file.decode(stat.path, content)
        if isinstance(text, Problem):
            problems.append(text)
            text = None
        if text is not None:
            problems.extend(text_file.byte_order_mark(stat.path, content))
        files[stat.path] = _Read(stat, text, sha256(content))
    return files
