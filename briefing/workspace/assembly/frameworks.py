"""``data/catalogue/frameworks/`` as frameworks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.domain.frameworks import Framework, Part
from briefing.domain.model import Document, Indicator, Measure
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk, is_named
from briefing.workspace.assembly.framework_parts import Draft, drafts_of_list, drafts_of_table
from briefing.workspace.assembly.framework_points import check_points
from briefing.workspace.faults import frameworks as faults
from briefing.workspace.faults import notices
from briefing.workspace.limits import shown
from briefing.workspace.models.frameworks import FrameworkEntry, PartEntry, PartRow
from briefing.workspace.records import Loc, Place, Record


@dataclass(slots=True)
class FrameworkRecords:
    """One file: its block ``framework`` and the parts, from a list or from a table beside it.

    ``broken``: some parts could not be read, so that nothing is said of sums.
    """

    framework: Record[FrameworkEntry]
    parts: Sequence[Record[PartEntry]] = ()
    rows: Sequence[Record[PartRow]] = ()
    broken: bool = False


@dataclass(slots=True)
class _Book:
    """What all frameworks together may name only once."""

    desk: Desk
    indicators: Mapping[str, Indicator]
    owners: dict[str, tuple[str, str]] = field(default_factory=dict)

    def value(self, name: str | None, owner: str, place: Place, loc: Loc) -> None:
        """Check the indicator of an index's values, which belongs to ``owner`` alone."""
        indicator = self._own(name, owner, place, loc)
        if indicator is not None and indicator.measure is Measure.RANK:
            self.desk.ledger.report(place, loc, faults.IS_A_RANK, value=quoted(name))

    def rank(self, name: str | None, owner: str, place: Place, loc: Loc) -> None:
        """Check the indicator of an index's ranks."""
        indicator = self._own(name, owner, place, loc)
        if indicator is not None and indicator.measure is not Measure.RANK:
            self.desk.ledger.report(place, loc, faults.NOT_A_RANK, value=quoted(name))

    def _own(self, name: str | None, owner: str, place: Place, loc: Loc) -> Indicator | None:
        ledger = self.desk.ledger
        if name is None or not ledger.refer("indicator", name, place, loc):
            return None
        line = place.position(loc)[0]
        other, first = self.owners.setdefault(name, (owner, f"{place.path}:{line}"))
        if first != f"{place.path}:{line}":
            params = {"value": quoted(name), "other": quoted(other), "first": first}
            ledger.report(place, loc, faults.INDICATOR_OF_ANOTHER, **params)
        return self.indicators.get(name)


def assemble_frameworks(
    files: Iterable[FrameworkRecords],
    indicators: Mapping[str, Indicator],
    documents: Mapping[str, Document],
    desk: Desk,
) -> tuple[Framework, ...]:
    """Frameworks in the order of their files; leads are read on the document's date."""
    book = _Book(desk, indicators)
    return tuple(_framework(file, book, documents) for file in files)


def _framework(file: FrameworkRecords, book: _Book, documents: Mapping[str, Document]) -> Framework:
    entry, place, desk = file.framework.entry, file.framework.place, book.desk
    desk.ledger.refer("document", entry.document, place, ("document",))
    book.value(entry.indicator, entry.id, place, ("indicator",))
    book.rank(entry.rank, entry.id, place, ("rank",))
    for index, name in enumerate(entry.pillars):
        book.value(name, entry.id, place, ("pillars", index))
    first, last = entry.first_year, entry.last_year
    if first is not None and last is not None and last < first:
        desk.ledger.report(place, ("last_year",), faults.YEARS_REVERSED, first=first, last=last)
    before = len(desk.ledger.problems)
    drafts = drafts_of_list(file.parts, desk) + drafts_of_table(file.rows, desk)
    misplaced = any(not each.fault.warning for each in desk.ledger.problems[before:])
    document = documents.get(entry.document or "")
    signed = document.date if document is not None else None
    names: dict[str, Draft] = {}
    parts = tuple(_part(each, names, book, signed or desk.today) for each in drafts)
    known = dict(entry)
    del known["table"]
    framework = Framework(**{**known, "parts": parts})
    if not (file.broken or misplaced):
        check_points(framework, place, names, desk)
    return framework


def _part(draft: Draft, names: dict[str, Draft], book: _Book, read_on: date) -> Part:
    """``draft`` as a part; ``names`` are the ids and codes of those before it."""
    entry, place, desk = draft.entry, draft.place, book.desk
    _check_names(draft, names, desk)
    book.value(entry.indicator, entry.code, place, draft.at("indicator"))
    book.rank(entry.rank, entry.code, place, draft.at("rank"))
    desk.ledger.refer("pillar", entry.pillar, place, draft.at("pillar"))
    if entry.max_points is not None and entry.max_points < 0:
        value = shown(entry.max_points)
        desk.ledger.report(place, draft.at("max_points"), faults.NEGATIVE_POINTS, value=value)
    if entry.lead is not None:
        lead = desk.unit(entry.lead, read_on, place, draft.at("lead"))
        if lead is not None and not is_named(lead):
            value = quoted(entry.lead)
            desk.ledger.report(place, draft.at("lead"), notices.LEAD_WITHOUT_NAME, value=value)
    return Part(
        id=draft.id,
        code=entry.code,
        name=entry.name,
        name_en=entry.name_en or entry.name,
        short=entry.short,
        short_en=entry.short_en or entry.short,
        max_points=entry.max_points,
        indicator=entry.indicator,
        rank=entry.rank,
        pillar=entry.pillar,
        components=entry.components,
        lead=entry.lead,
        due=None if entry.due is None else entry.due.end,
        evidence=entry.evidence,
        parts=tuple(_part(each, names, book, read_on) for each in draft.parts),
    )


def _check_names(draft: Draft, names: dict[str, Draft], desk: Desk) -> None:
    """An id or a code means one part; a part's own code may be its id."""
    for key, name in (("id", draft.id), ("code", draft.entry.code)):
        other = names.setdefault(name, draft)
        if other is not draft:
            line = other.place.position(other.at("code"))[0]
            params = {"value": quoted(name), "first": f"{other.place.path}:{line}"}
            loc = draft.at(key if draft.entry.id is not None else "code")
            desk.ledger.report(draft.place, loc, faults.PART_TWICE, **params)
            return
