"""The facts: units, indicators, observations, and the documents and sources behind them.

Every value is frozen. A figure keeps the way it was said (``qualifier``, ``printed``), when it
holds (``start``, ``end``), when it became known (``published_on``) and where it stands
(``source``, ``paragraphs``). Vietnamese text is the first language of each field; a field with the
suffix ``_en`` is its English form and may be empty, in which case the Vietnamese one is shown.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from briefing.domain.value import value


class UnitKind(StrEnum):
    """What a unit is in the administrative order (đơn vị hành chính, cơ quan)."""

    COUNTRY = "country"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    ORGANISATION = "organisation"


class UnitKey(NamedTuple):
    """A unit's identity: code and the first day the code meant this unit.

    ``valid_from`` is ``None`` for a unit older than the workspace's records. Code ``24`` is Bắc
    Giang until 2025-06-30 and Bắc Ninh since 2025-07-01: a code alone is no identity.
    """

    code: str
    valid_from: date | None = None

    def __str__(self) -> str:
        return self.code if self.valid_from is None else f"{self.code}@{self.valid_from}"

    @classmethod
    def parse(cls, text: str) -> UnitKey:
        """The key from its text, ``code`` or ``code@date``.

        Raises ``ValueError`` for a date that is none.
        """
        code, _, day = text.partition("@")
        return cls(code, date.fromisoformat(day) if day else None)


@value(kw_only=True)
class Unit:
    """A province, district, commune or organisation (sở, ban, ngành) with its validity."""

    key: UnitKey
    name: str
    full_name: str
    name_en: str
    full_name_en: str
    slug: str
    kind: UnitKind
    short: str = ""
    short_en: str = ""
    parent: UnitKey | None = None
    region: str = ""
    region_en: str = ""
    valid_to: date | None = None
    successors: tuple[UnitKey, ...] = ()

    @property
    def code(self) -> str:
        """The administrative code, or an organisation's short id."""
        return self.key.code

    def is_valid_on(self, day: date) -> bool:
        """Whether the unit exists on ``day``."""
        start = self.key.valid_from
        return (start is None or start <= day) and (self.valid_to is None or day <= self.valid_to)


class PillarKind(StrEnum):
    """A pillar (trụ cột) or one of the foundations (nền tảng chung) its value already contains."""

    PILLAR = "pillar"
    FOUNDATION = "foundation"


@value(kw_only=True)
class Pillar:
    """One of three pillars or five foundations. Their values are never added up."""

    id: str
    kind: PillarKind
    name: str
    name_en: str
    short: str
    short_en: str
    position: int


class Measure(StrEnum):
    """What an indicator's value is counted in."""

    PERCENT = "percent"
    COUNT = "count"
    RANK = "rank"
    POINTS = "points"
    INDEX = "index"
    MONEY = "money"

    @property
    def has_mean(self) -> bool:
        """Whether a mean or median of several units says something about them.

        Not one of ranks, nor of counts and money, which tell how large a unit is.
        """
        return self in (Measure.PERCENT, Measure.INDEX, Measure.POINTS)


class Better(StrEnum):
    """Which direction of an indicator is progress."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@value(kw_only=True)
class Indicator:
    """A measured quantity.

    ``noun``/``noun_en`` name what is counted ("hồ sơ", "tỷ đồng"; empty for percent and rank).
    ``universe`` is a rank's denominator. ``rank_of`` names the indicator a rank orders.
    ``complement_of`` names the indicator that counts the opposite part of the same whole
    (6/31 not approved answers a goal on the approved share as 25/31). ``variant_of`` names the
    indicator that this one measures by another definition: shown beside it, always marked.
    ``external``: another body assesses it for many units at once and publishes it a year later
    (DTI, PAR Index), so that it does not move the day of a unit's own newest figure.
    """

    id: str
    name: str
    name_en: str
    pillar: str | None
    measure: Measure
    better: Better
    short: str = ""
    short_en: str = ""
    noun: str = ""
    noun_en: str = ""
    decimals: int = 0
    definition: str = ""
    definition_en: str = ""
    freshness_days: int | None = None
    rank_of: str | None = None
    universe: int | None = None
    complement_of: str | None = None
    variant_of: str | None = None
    external: bool = False


class ObservationKind(StrEnum):
    """A value, a change against ``compared_with``, or an excess over a target."""

    VALUE = "value"
    CHANGE = "change"
    EXCESS = "excess"


class Qualifier(StrEnum):
    """How firmly a figure was said: trên/hơn, gần, khoảng, ước, or nothing."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    ALMOST = "almost"
    ABOUT = "about"
    ESTIMATE = "estimate"


@value(kw_only=True)
class Observation:
    """One figure, as it was said.

    ``value`` is in the indicator's measure: percent as 69.83, a rank as 13, money in the
    indicator's noun. For an x/y count the value is the numerator; a rate only if one is printed.
    ``parts_present`` and ``parts_missing`` name the parts of an x/y where the source names them.
    ``printed`` is the figure as the source spells it ("485.762", "gần 90%").
    """

    id: str
    unit: UnitKey
    indicator: str
    start: date
    end: date
    value: float
    source: str
    paragraphs: tuple[int, ...]
    published_on: date
    published_exact: bool = True
    kind: ObservationKind = ObservationKind.VALUE
    compared_with: date | None = None
    qualifier: Qualifier = Qualifier.EXACT
    numerator: float | None = None
    denominator: float | None = None
    parts_present: tuple[str, ...] = ()
    parts_missing: tuple[str, ...] = ()
    printed: str = ""
    revises: str | None = None
    note: str = ""
    note_en: str = ""


@value(kw_only=True)
class Source:
    """A published text: publisher, title and date. None of its sentences is kept.

    ``date`` is the printed date of publication; without one it is the earliest date that the text
    proves, and ``date_exact`` is false.
    """

    id: str
    publisher: str
    title: str
    date: date
    date_exact: bool = True
    address: str = ""
    paragraphs: int | None = None
    note: str = ""
    note_en: str = ""
    title_en: str = ""


class Citation(NamedTuple):
    """Where in a source something stands: the n-th non-empty line, from 1."""

    source: str
    paragraphs: tuple[int, ...]


@value(kw_only=True)
class Document:
    """A legal document (văn bản): resolution, decision, plan, official letter.

    ``date`` is ``None`` when no source prints it.
    """

    id: str
    number: str
    type: str
    issuer: str
    date: date | None
    subject: str
    subject_en: str = ""
    issuer_en: str = ""
    cited: tuple[Citation, ...] = ()
    note: str = ""
    note_en: str = ""


class SystemState(StrEnum):
    """Where an information system stands in its life."""

    OPERATING = "operating"
    PILOT = "pilot"
    PLANNED = "planned"
    RETIRED = "retired"


class SystemKind(StrEnum):
    """What an information system is; the closed list that a folder chooses from."""

    SYSTEM = "he_thong"
    PLATFORM = "nen_tang"
    DATABASE = "csdl"
    PORTAL = "cong"
    SOFTWARE = "phan_mem"
    INFRASTRUCTURE = "ha_tang"


@value(kw_only=True)
class System:
    """An information system, platform or database (hệ thống, nền tảng, cơ sở dữ liệu).

    ``unit`` has or uses it; ``run_by`` runs it, a body of the centre for a national one. ``kind``
    is one of :class:`SystemKind`; ``figures`` are ids of observations that tell about it.
    """

    id: str
    name: str
    name_en: str
    kind: str
    unit: UnitKey
    run_by: str | None
    state: SystemState
    figures: tuple[str, ...]
    source: str
    paragraphs: tuple[int, ...]
    note: str = ""
    note_en: str = ""


class DifficultyCategory(StrEnum):
    """What a difficulty is about; the closed list that a folder chooses from."""

    AWARENESS = "nhan_thuc"
    INSTITUTIONS = "the_che"
    INFRASTRUCTURE = "ha_tang"
    PEOPLE = "nhan_luc"
    SECURITY = "attt"
    DATA = "du_lieu"
    ORGANISATION = "to_chuc"
    CITIZENS = "nguoi_dan"
    FIRMS = "doanh_nghiep"
    FUNDING = "tai_chinh"
    RANKING = "xep_hang"


@value(kw_only=True)
class Difficulty:
    """A difficulty (khó khăn, hạn chế) that a source names; words of our own.

    ``category`` is one of :class:`DifficultyCategory`.
    """

    id: str
    text: str
    text_en: str
    category: str
    pillar: str | None
    unit: UnitKey
    source: str
    paragraphs: tuple[int, ...]
