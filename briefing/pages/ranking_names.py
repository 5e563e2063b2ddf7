"""Names of units that stand in one run of text, so that no two of them read alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.domain.model import Unit, UnitKind
from briefing.domain.ranked import Ranked
from briefing.language import Translator
from briefing.pages.ranking_words import above, name_of


def names_apart(units: Sequence[Unit], ranked: Ranked, tr: Translator) -> list[str]:
    """The names of some units, in their order; of communes of one name with their province."""
    names = [name_of(unit, ranked, tr) for unit in units]
    often = Counter(names)
    text = tr.gettext("{unit} ({above})")
    return [
        text.format(unit=name, above=province)
        if often[name] > 1
        and ranked.kind is not UnitKind.PROVINCE
        and (province := above(unit, ranked, tr))
        else name
        for unit, name in zip(units, names, strict=True)
    ]
