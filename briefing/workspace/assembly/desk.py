"""What every assembling step needs at hand: the ledger, the units, and dates of documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from datetime import date

from briefing.domain.model import Source, Unit, UnitKey
from briefing.domain.value import value
from briefing.problems import quoted
from briefing.workspace.assembly.belonging import Belonging
from briefing.workspace.directory import UnitDirectory
from briefing.workspace.faults import figures, meaning, notices, plans
from briefing.workspace.ledger import Ledger
from briefing.workspace.limits import Limits
from briefing.workspace.records import Loc, Place


@value
class Desk:
    """The ledger and the facts that others refer to."""

    ledger: Ledger
    directory: UnitDirectory
    sources: dict[str, Source]
    belonging: Belonging
    limits: dict[str, Limits] = field(default_factory=dict)
    """What values the indicators may have, by their ids."""
    today: date = date.max
    """What is told of a later day has not happened."""

    def unit(self, reference: str, day: date, place: Place, loc: Loc) -> Unit | None:
        """The unit that ``reference`` means on ``day``; ``None``, with a problem, when none."""
        found = self.directory.resolve(reference, day)
        if found is None:
            report_unit(self.ledger, self.directory, reference, day, place, loc)
        return found

    def member(
        self, reference: str, owner: UnitKey, day: date, place: Place, loc: Loc
    ) -> Unit | None:
        """The unit that ``reference`` means on ``day``; a problem when another province has it."""
        found = self.unit(reference, day, place, loc)
        strangers = found and self.belonging.strangers(found.key, owner)
        if found is not None and strangers:
            self.ledger.report(
                place,
                loc,
                plans.FROM_ELSEWHERE,
                value=quoted(reference),
                name=quoted(found.name),
                home=quoted(strangers[0].full_name),
                owner=quoted(strangers[1].full_name),
            )
        return found

    def lead(self, reference: str | None, owner: UnitKey, day: date, place: Place) -> None:
        """Check who leads: a unit of the owner's province or of the centre, and it has a name."""
        if reference is None:
            return
        found = self.member(reference, owner, day, place, ("lead",))
        if found is not None and not is_named(found):
            self.ledger.report(place, ("lead",), notices.LEAD_WITHOUT_NAME, value=quoted(reference))

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

    def past(self, place: Place, *days: tuple[str, date | None]) -> None:
        """Notice the days, each under its key, that are yet to come: mostly slips in the year."""
        for key, day in days:
            if day is not None and day > self.today:
                value = day.isoformat()
                self.ledger.report(place, (key,), notices.DAY_TO_COME, name=key, value=value)

    def published(self, day: date, source: str, place: Place) -> None:
        """Check that nothing was published, under ``published_on``, before the source saying so."""
        known = self.sources.get(source)
        if known is not None and known.date_exact and day < known.date:
            self.ledger.report(
                place,
                ("published_on",),
                figures.TOLD_BEFORE_SOURCE,
                published=day.isoformat(),
                written=known.date.isoformat(),
                source=quoted(known.id),
            )

    def in_order(
        self, place: Place, first: tuple[str, date | None], last: tuple[str, date | None]
    ) -> None:
        """Check that the day ``last`` is not before ``first``; each is a key with its day."""
        (first_key, start), (last_key, end) = first, last
        if start is not None and end is not None and end < start:
            self.ledger.report(
                place,
                (last_key,),
                meaning.DATES_REVERSED,
                first=first_key,
                start=start.isoformat(),
                last=last_key,
                end=end.isoformat(),
            )


def is_named(unit: Unit) -> bool:
    """Whether the unit has a name: not its code once more, nor a text without a letter."""
    name = unit.name.casefold()
    return name != unit.code.casefold() and any(map(str.isalpha, name))


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
