"""What became of a unit and whence it came: names, days and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from briefing.domain.lineage import Lineage
from briefing.domain.model import Unit, UnitKey
from briefing.formatting import date_text
from briefing.language import Language, Translator
from briefing.wording.names import unit_name, unit_title


def in_sentence(unit: Unit, tr: Translator) -> str:
    """A unit's full name within a sentence: "tỉnh Hải Dương", "Hai Duong Province"."""
    name = unit_title(unit, tr)
    return name if tr.language is Language.EN else name[:1].lower() + name[1:]


def former_name(unit: Unit, tr: Translator) -> str:
    """A unit of the old map by name: "Bắc Giang cũ"."""
    return tr.gettext("{unit} cũ").format(unit=unit_name(unit, tr))


def name_on(unit: Unit, day: date, tr: Translator) -> str:
    """A unit's name as said on ``day``: "Bắc Ninh cũ" for one that had ended by then."""
    ended = unit.valid_to is not None and unit.valid_to < day
    return former_name(unit, tr) if ended else unit_name(unit, tr)


def names_on(units: Sequence[Unit], day: date, tr: Translator) -> dict[UnitKey, str]:
    """The names of units that are told side by side on ``day``.

    Where two have one name, those that ended say until when: "Đồng Nai cũ (đến 30/06/2025)".
    """
    names = {unit.key: name_on(unit, day, tr) for unit in units}
    often = Counter(names.values())
    for unit in units:
        if often[names[unit.key]] > 1 and unit.valid_to is not None:
            text = tr.gettext("{unit} (đến {day})")
            names[unit.key] = text.format(unit=names[unit.key], day=date_text(unit.valid_to, tr))
    return names


def names_together(units: Sequence[Unit], tr: Translator) -> dict[UnitKey, str]:
    """The names of units that stand side by side, no two alike.

    Of two of one name and kind the one that ended before the other began is "Bắc Ninh cũ"; a city
    and a province are "Thành phố Hải Dương" and "Tỉnh Hải Dương". What is still alike says until
    when it stood, then its code.
    """
    names = {unit.key: unit_name(unit, tr) for unit in units}
    told = {
        one.key: former_name(one, tr) if any(_is_before(one, other) for other in alike) else ""
        for alike in _alike(units, names)
        for one in alike
    }
    names |= {key: name for key, name in told.items() if name}
    former = tr.gettext("{unit} cũ")
    until = tr.gettext("{unit} (đến {day})")
    for alike in _alike(units, names):
        for one in alike:
            title = unit_title(one, tr)
            names[one.key] = former.format(unit=title) if told.get(one.key) else title
    for alike in _alike(units, names):
        for one in alike:
            if one.valid_to is not None:
                day = date_text(one.valid_to, tr)
                names[one.key] = until.format(unit=names[one.key], day=day)
    for alike in _alike(units, names):
        for one in alike:
            names[one.key] = f"{names[one.key]} ({tr.gettext('mã {code}').format(code=one.code)})"
    return names


def _alike(units: Sequence[Unit], names: Mapping[UnitKey, str]) -> list[list[Unit]]:
    """The units that bear one name, those of each name together."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(names[unit.key], []).append(unit)
    return [alike for alike in found.values() if len(alike) > 1]


def _is_before(one: Unit, other: Unit) -> bool:
    """Whether one of two units of a kind had ended when the other began."""
    begins = other.key.valid_from or date.min
    return one.kind is other.kind and one.valid_to is not None and one.valid_to < begins


def title_beside(unit: Unit, beside: Iterable[Unit], tr: Translator) -> str:
    """A unit's full name as a heading: "Tỉnh Bắc Ninh cũ" where a later one of ``beside`` bears it
    too.
    """
    title = unit_title(unit, tr)
    same = any(one.key != unit.key and unit_title(one, tr) == title for one in beside)
    return tr.gettext("{unit} cũ").format(unit=title) if same and unit.valid_to else title


def title_of(unit: Unit, lineage: Lineage | None, tr: Translator) -> str:
    """A unit's full name over its pages: "Tỉnh Bắc Ninh cũ" where it ended in one of its name."""
    return title_beside(unit, lineage.heirs if lineage is not None else (), tr)


def fates(lineages: Iterable[Lineage], tr: Translator) -> list[str]:
    """What became of several units, in a sentence for each day.

    "Từ 01/07/2025: Bắc Giang nay thuộc tỉnh Bắc Ninh; Hải Dương nay thuộc thành phố Hải Phòng."
    """
    told: dict[date, list[str]] = {}
    for lineage in lineages:
        if lineage.ended is not None:
            told.setdefault(lineage.ended, []).append(_now(lineage, tr))
        elif lineage.is_still_to_come and lineage.begins is not None:
            text = tr.gettext("mới có {unit}").format(unit=in_sentence(lineage.unit, tr))
            told.setdefault(lineage.begins, []).append(text)
    text = tr.gettext("Từ {day}: {fates}.")
    return [
        text.format(day=date_text(day, tr), fates="; ".join(said)) for day, said in told.items()
    ]


def now(lineage: Lineage, tr: Translator) -> str:
    """Where a unit is on the day: "Hải Dương nay thuộc thành phố Hải Phòng", or its name alone."""
    return unit_name(lineage.unit, tr) if lineage.ended is None else _now(lineage, tr)


def _now(lineage: Lineage, tr: Translator) -> str:
    unit = unit_name(lineage.unit, tr)
    if not lineage.heirs:
        return tr.gettext("{unit} không còn").format(unit=unit)
    heirs = listed((in_sentence(heir, tr) for heir in lineage.heirs), tr)
    if any(heir.name == lineage.unit.name for heir in lineage.heirs):
        unit = former_name(lineage.unit, tr)
    alone = len(lineage.heirs) == 1 and not lineage.joined
    text = tr.gettext("{unit} nay là {heirs}") if alone else tr.gettext("{unit} nay thuộc {heirs}")
    return text.format(unit=unit, heirs=heirs)


def listed(names: Iterable[str], tr: Translator) -> str:
    """Names in a sentence: "Hà Nam, Nam Định và Ninh Bình"."""
    *most, last = names
    if not most:
        return last
    return tr.gettext("{most} và {last}").format(most=", ".join(most), last=last)


def term(unit: Unit, tr: Translator) -> str:
    """From when to when a unit stands: "mã 24, có từ 01/07/2025"; its code is always told."""
    began, ended = unit.key.valid_from, unit.valid_to
    code = tr.gettext("mã {code}").format(code=unit.code)
    if began is not None and ended is not None:
        text = tr.gettext("{code}, có từ {first} đến hết {last}")
        return text.format(code=code, first=date_text(began, tr), last=date_text(ended, tr))
    if began is not None:
        return tr.gettext("{code}, có từ {first}").format(code=code, first=date_text(began, tr))
    if ended is not None:
        return tr.gettext("{code}, có đến hết {last}").format(code=code, last=date_text(ended, tr))
    return code


def fate(lineage: Lineage, tr: Translator) -> str:
    """What became of a unit that had ended by the day, in one sentence; empty for any other."""
    since = lineage.ended
    if since is None:
        return ""
    day, unit = date_text(since, tr), in_sentence(lineage.unit, tr)
    heirs = lineage.heirs
    if not heirs:
        last = date_text(lineage.unit.valid_to or since, tr)
        text = tr.gettext("{unit} có đến hết ngày {day}; không có ghi nhận về đơn vị kế tục.")
        return _begun(text.format(unit=unit, day=last))
    now = listed((in_sentence(heir, tr) for heir in heirs), tr)
    if len(heirs) > 1:
        text = tr.gettext("Từ {day} {unit} được chia về {heirs}.")
        return text.format(day=day, unit=unit, heirs=now)
    if not lineage.joined:
        return tr.gettext("Từ {day} {unit} là {heir}.").format(day=day, unit=unit, heir=now)
    others = listed((_old(other, heirs, tr) for other in lineage.joined), tr)
    text = tr.gettext("Từ {day} {unit} hợp nhất với {others}, nay là {heir}.")
    return text.format(day=day, unit=unit, others=others, heir=now)


def origin(lineage: Lineage, tr: Translator) -> str:
    """Since when a unit stands and from whom it came, in one sentence; empty without either.

    Where the day looked at lies before its first one, that is said too.
    """
    if lineage.begins is None:
        return ""
    before = lineage.predecessors
    if not lineage.is_still_to_come:
        return _formed(lineage.unit, before, tr)
    day, unit = date_text(lineage.begins, tr), unit_title(lineage.unit, tr)
    seen = date_text(lineage.as_of, tr)
    if not before:
        text = tr.gettext("{unit} chỉ có từ {day}; ngày xem {seen} chưa có đơn vị này.")
        return text.format(unit=unit, day=day, seen=seen)
    names = listed((_old(one, (lineage.unit,), tr) for one in before), tr)
    text = tr.gettext("{unit} chỉ có từ {day}; ngày xem {seen} nơi đây là {before}.")
    return text.format(unit=unit, day=day, seen=seen, before=names)


def older_origins(lineage: Lineage, tr: Translator) -> list[str]:
    """The same of each predecessor that itself came from others."""
    told = []
    for unit in lineage.ancestors:
        before = [one for one in lineage.ancestors if unit.key in one.successors]
        if before:
            told.append(_formed(unit, before, tr))
    return told


def _formed(unit: Unit, before: Sequence[Unit], tr: Translator) -> str:
    """ "Tỉnh Bắc Ninh có từ 01/07/2025, hợp nhất …"; empty for a unit that came from nobody."""
    if not before or unit.key.valid_from is None:
        return ""
    names = listed((_old(one, (unit,), tr) for one in before), tr)
    text = tr.gettext("{unit} có từ {day}, trước đó là {before}.")
    if len(before) > 1:
        text = tr.gettext("{unit} có từ {day}, hợp nhất {before}.")
    day = date_text(unit.key.valid_from, tr)
    return text.format(unit=unit_title(unit, tr), day=day, before=names)


def code_before(lineage: Lineage, tr: Translator) -> str:
    """Whom the unit's code meant before, where several became one and that was somebody of
    another name; else empty.
    """
    unit, before = lineage.unit, lineage.predecessors
    bearer = next((one for one in before if one.code == unit.code and len(before) > 1), None)
    if bearer is None or bearer.name == unit.name or lineage.begins is None:
        return ""
    text = tr.gettext("Mã {code} trước {day} là {unit}.")
    return text.format(
        code=unit.code, day=date_text(lineage.begins, tr), unit=in_sentence(bearer, tr)
    )


def _old(unit: Unit, beside: Sequence[Unit], tr: Translator) -> str:
    """A name in a sentence, marked as the old one where one of ``beside`` bears it too."""
    name = in_sentence(unit, tr)
    if any(other.full_name == unit.full_name for other in beside):
        return tr.gettext("{unit} cũ").format(unit=name)
    return name


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
