"""Entries of ``data/units/``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from briefing.domain.model import UnitKind
from briefing.workspace import readers
from briefing.workspace.fields import (
    CellUnits,
    Entry,
    Identifier,
    MaybeDay,
    Prose,
    Slug,
    Text,
    UnitReference,
)


class AreaKind(StrEnum):
    """The kinds of administrative units (đơn vị hành chính), which have codes of the state."""

    COUNTRY = UnitKind.COUNTRY.value
    PROVINCE = UnitKind.PROVINCE.value
    DISTRICT = UnitKind.DISTRICT.value
    COMMUNE = UnitKind.COMMUNE.value


class UnitRow(Entry):
    """A row of ``provinces.csv``, ``districts.csv`` or another table of administrative units."""

    code: Identifier
    valid_from: MaybeDay
    valid_to: MaybeDay
    name: Text
    full_name: Text
    name_en: Text
    full_name_en: Prose
    slug: Slug
    kind: Annotated[AreaKind, BeforeValidator(readers.one_of(AreaKind))]
    parent: UnitReference
    region: Prose
    region_en: Prose
    successors: CellUnits


class OrganisationEntry(Entry):
    """One of ``organisations`` in ``organisations.yaml``; ``parent`` is null for central ones."""

    code: Slug
    name: Text
    name_en: Text
    short: Text
    short_en: Prose = ""
    parent: UnitReference
    kind_of: Prose = ""
    valid_from: MaybeDay = None
    valid_to: MaybeDay = None
