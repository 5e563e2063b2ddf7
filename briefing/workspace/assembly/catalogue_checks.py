"""What the catalogue says of indicators, sources and documents, held against itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from briefing.domain.model import Better, Measure
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import figures, notices
from briefing.workspace.ledger import Ledger
from briefing.workspace.limits import limits_of, shown
from briefing.workspace.models.catalogue import DocumentEntry, IndicatorEntry
from briefing.workspace.records import Place, Record

_YEAR_IN_NUMBER = re.compile(r"(?<=/)(?:19|20)[0-9]{2}(?=/|$)")
"""``73/2019/NĐ-CP`` bears its year; ``1491/KH-UBND`` does not."""


def check_indicator(entry: IndicatorEntry, place: Place, ledger: Ledger) -> None:
    """A rank is best at 1, only a rank has a universe, the lowest value is below the highest."""
    if entry.measure is Measure.RANK:
        if entry.better is not Better.LOWER:
            ledger.report(place, ("better",), figures.RANK_DIRECTION)
    else:
        for key in ("rank_of", "universe"):
            if getattr(entry, key) is not None:
                ledger.report(place, (key,), figures.RANK_OF_NO_RANK, name=key)
    limits = limits_of(entry)
    if limits.lowest is not None and limits.highest is not None and limits.lowest >= limits.highest:
        ledger.report(
            place,
            ("lowest" if entry.lowest is not None else "highest",),
            figures.LIMITS_REVERSED,
            lowest=shown(limits.lowest),
            highest=shown(limits.highest),
        )


def check_document(entry: DocumentEntry, place: Place, desk: Desk) -> None:
    """A document is signed before it is cited, in the year that its number bears."""
    signed, report = entry.date, desk.ledger.report
    if signed is None:
        return
    desk.past(place, ("date", signed))
    for index, cited in enumerate(entry.cited):
        source = desk.sources.get(cited.source)
        if source is not None and source.date < signed:
            report(
                place,
                ("cited", index, "source"),
                figures.CITED_BEFORE_WRITTEN,
                source=quoted(source.id),
                told=source.date.isoformat(),
                written=signed.isoformat(),
            )
    year = _YEAR_IN_NUMBER.search(entry.number)
    if year and int(year[0]) != signed.year and not entry.note:
        params = {"value": quoted(entry.number), "year": year[0], "written": signed.isoformat()}
        report(place, ("number",), notices.NUMBER_OF_ANOTHER_YEAR, **params)


def check_repeated(records: Iterable[Record[DocumentEntry]], ledger: Ledger) -> None:
    """A document is entered once: same number, issuer and day are the same document."""
    seen: dict[tuple[str, str, date | None], str] = {}
    for record in records:
        entry = record.entry
        number = "".join(entry.number.split()).casefold()
        first = seen.setdefault((number, entry.issuer.casefold(), entry.date), entry.id)
        if first != entry.id:
            ledger.report(
                record.place,
                ("number",),
                notices.DOCUMENT_TWICE,
                value=quoted(entry.number),
                first=ledger.where("document", first),
            )
