"""What every assembling step needs at hand: the ledger, the units, and dates of documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.domain.model import Source, Unit
from briefing.domain.value import value
from briefing.problems import quoted
from briefing.workspace.directory import UnitDirectory
from briefing.workspace.faults import meaning
from briefing.workspace.ledger import Ledger
from briefing.workspace.records import Loc, Place


@value
class Desk:
    """The ledger and the facts that others refer to."""

    ledger: Ledger
    directory: UnitDirectory
    sources: dict[str, Source]

    def unit(self, reference: str, day: date, place: Place, loc: Loc) -> Unit | None:
        """The unit that ``reference`` means on ``day``; ``None``, with a problem, when none."""
        found = self.directory.resolve(reference, day)
        if found is None:
            report_unit(self.ledger, self.directory, reference, day, place, loc)
        return found

    def cited(
        self, source: str | None, paragraphs: Sequence[int], place: Place, loc: Loc = ()
    ) -> None:
        """Check a source and that it has the paragraphs named."""
        self.ledger.refer("source", source, place, (*loc, "source"))
        known = self.sources.get(source) if source else None
        limit = known.paragraphs if known else None
        for index, paragraph in enumerate(paragraphs):
            if limit is not None and paragraph > limit:
                self.ledger.report(
                    place,
                    (*loc, "paragraphs", index),
                    meaning.PARAGRAPH_BEYOND,
                    value=paragraph,
                    source=quoted(source),
                    limit=limit,
                )

    def in_order(self, place: Place, start: date | None, end: date | None, loc: Loc) -> None:
        """Check that ``end`` is not before ``start``."""
        if start is not None and end is not None and end < start:
            self.ledger.report(
                place,
                loc,
                meaning.DATES_REVERSED,
                start=start.isoformat(),
                end=end.isoformat(),
            )


def report_unit(
    ledger: Ledger,
    directory: UnitDirectory,
    reference: str,
    day: date,
    place: Place,
    loc: Loc,
) -> None:
    """Enter why ``reference`` means no unit on ``day``, unless some units could not be read."""
    if ledger.is_incomplete("unit"):
        return
    fault, params = directory.explain(reference, day)
    if fault is meaning.UNKNOWN_UNIT and not reference.isdigit():
        params["suggestion"] = ledger.suggest(reference, directory.codes)
    ledger.report(place, loc, fault, **params)
