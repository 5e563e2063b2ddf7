"""Indicators that are asked for together: the indexes of a framework, those of a pillar."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from briefing.domain.frameworks import Framework, plain_name
from briefing.domain.model import Indicator, Measure, Pillar
from briefing.domain.value import value


class BundleKind(StrEnum):
    """What holds a bundle together.

    Of a framework its total with the main indexes (chỉ số chính), its pillars (whose values
    contain the foundations: beside each other, never added), or its ranks; or a pillar or
    foundation of the catalogue.
    """

    INDEXES = "indexes"
    PILLARS = "pillars"
    RANKS = "ranks"
    PILLAR = "pillar"


@value(kw_only=True)
class Bundle:
    """Ids of indicators, and the framework or the pillar they are of."""

    kind: BundleKind
    indicators: tuple[str, ...]
    framework: Framework | None = None
    pillar: Pillar | None = None


def bundles(
    frameworks: Collection[Framework],
    pillars: Iterable[Pillar],
    indicators: Mapping[str, Indicator],
    having: Collection[str],
) -> tuple[Bundle, ...]:
    """The bundles of which something is known: frameworks, the newest first, then pillars.

    ``having`` are the ids of indicators with a figure; others are left out.
    """
    found = []
    for framework in sorted(frameworks, key=lambda one: one.first_year or 0, reverse=True):
        for kind, names in _of_framework(framework, indicators).items():
            found.append(Bundle(kind=kind, indicators=tuple(names), framework=framework))
    for pillar in pillars:
        names = [one.id for one in indicators.values() if one.pillar == pillar.id]
        found.append(Bundle(kind=BundleKind.PILLAR, indicators=tuple(names), pillar=pillar))
    known = []
    for bundle in found:
        names = [name for name in bundle.indicators if name in having]
        if names:
            known.append(
                Bundle(
                    kind=bundle.kind,
                    indicators=tuple(names),
                    framework=bundle.framework,
                    pillar=bundle.pillar,
                )
            )
    return tuple(known)


def named(name: str, found: Iterable[Bundle]) -> Bundle | None:
    """The bundle that a person means: a pillar by its id or name, a framework's indexes by its id
    or short name; ``None`` for anything else. Case, diacritics and hyphens make no difference.
    """
    wanted = plain_name(name)
    for bundle in found:
        if bundle.pillar is not None:
            one = bundle.pillar
            names = (one.id, one.name, one.name_en, one.short, one.short_en)
            if wanted and wanted in map(plain_name, names):
                return bundle
        elif (
            bundle.kind is BundleKind.INDEXES
            and bundle.framework is not None
            and bundle.framework.is_called(name)
        ):
            return bundle
    return None


def _of_framework(
    framework: Framework, indicators: Mapping[str, Indicator]
) -> dict[BundleKind, list[str]]:
    """By kind the ids; the ranks of pillars stand with the pillars."""
    main = [framework.indicator, *(part.indicator for part in framework.parts)]
    ranks = [framework.rank, *(part.rank for part in framework.parts)]
    pillars: list[str | None] = list(framework.pillars)
    for one in indicators.values():
        if one.measure is Measure.RANK and one.rank_of in framework.pillars:
            pillars.append(one.id)
    kinds = {BundleKind.INDEXES: main, BundleKind.PILLARS: pillars, BundleKind.RANKS: ranks}
    return {
        kind: [name for name in dict.fromkeys(names) if name is not None]
        for kind, names in kinds.items()
    }
