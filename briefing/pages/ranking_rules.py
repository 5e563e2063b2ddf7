"""Where mean and median fall between the places of a ranking, and why one of them has no line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from briefing import formatting
from briefing.domain.model import Better
from briefing.domain.ranked import Ranked
from briefing.domain.ranking import Place, Places, Ranking
from briefing.language import Translator
from briefing.pages import ranking_words as words

LEAST_RULED = 3
"""Places from which on a mean and a median between them tell something."""
MOST_UNSURE = 3
"""Units named that stand where a line would be; of more only their number."""


class Rule(NamedTuple):
    """A line between two places, where a mean or a median falls."""

    name: str
    value: float


class Unruled(NamedTuple):
    """A rule that has no place in the list, and the places without a value where it would be."""

    rule: Rule
    places: tuple[Place, ...]


class Rules(NamedTuple):
    """The lines of a list by position, and those that it has no place for."""

    at: Mapping[int, Rule]
    without: tuple[Unruled, ...]
    why: str = ""
    """Why there is none at all, where the words on mean and median do not say it."""


NONE = Rules({}, ())


def rules_of(ranking: Ranking, places: Places, tr: Translator) -> Rules:
    """Where mean and median fall in the list; nowhere unless most values are known.

    Beside a place without a value there is no line: nobody knows on which side of it that place is.
    """
    if ranking.mean is None or ranking.median is None or len(places) < LEAST_RULED:
        return NONE
    if ranking.is_little_known:
        return NONE
    values, known = places.values(), places.known()
    if len(known) < LEAST_RULED or 2 * len(known) < len(places):
        text = tr.gettext("Không kẻ vạch trung bình, trung vị: ở đây chỉ có {count} giá trị.")
        return Rules({}, (), text.format(count=formatting.ratio(len(known), len(places), tr)))
    falling = ranking.edition.indicator.better is not Better.LOWER
    rising = values[::-1] if falling else values
    if rising != sorted(rising):
        text = tr.gettext(
            "Không kẻ vạch trung bình, trung vị giữa các dòng: hạng công bố không theo giá trị."
        )
        return Rules({}, (), text)
    rules = [
        Rule(tr.gettext("trung bình"), ranking.mean),
        Rule(tr.gettext("trung vị"), ranking.median),
    ]
    found: dict[int, Rule] = {}
    without = []
    rules.sort(key=lambda rule: rule.value, reverse=falling)
    for rule in rules:
        before = bisect_left(rising, rule.value)
        if falling:
            before = len(rising) - bisect_right(rising, rule.value)
        above = known[before - 1] if before else -1
        below = known[before] if before < len(known) else len(places)
        if below - above == 1:
            found[below + len(found)] = rule
        else:
            without.append(Unruled(rule, places[above + 1 : below]))
    return Rules(found, tuple(without))


def unruled_text(unruled: Unruled, ranked: Ranked, tr: Translator) -> str:
    """Why there is no line: "Không kẻ được vạch trung bình: chưa rõ Đà Nẵng … trên hay dưới"."""
    units = [words.name_of(place.unit, ranked, tr) for place in unruled.places]
    names = ", ".join(units[:MOST_UNSURE])
    more = len(units) - MOST_UNSURE
    if more > 0:
        form = tr.ngettext("{names} và {count} đơn vị khác", "{names} và {count} đơn vị khác", more)
        names = form.format(names=names, count=more)
    text = tr.gettext(
        "Không kẻ được vạch {rule} giữa các dòng: {units} không có giá trị, chưa rõ ở trên hay "
        "dưới."
    )
    return text.format(rule=unruled.rule.name, units=names)
