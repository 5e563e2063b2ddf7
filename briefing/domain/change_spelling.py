"""Reading what a person assumes: "the_che_so=0,90", "Thể chế số=+0.05", "2=90%"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.domain.assumed_indexes import Change
from briefing.domain.change_faults import ChangeError, ChangeFault
from briefing.domain.frameworks import Framework, Part
from briefing.domain.spelling import fold

LONGEST = 24
"""Characters of a value; no index has as many."""
_VALUE = re.compile(r"([+-]?)(\d+(?:[.,]\d*)?|[.,]\d+)(%?)", re.ASCII)
_RAISED = re.compile(r"(.*?)\+?=?([+-][^=+-]+)")


def read_change(text: str) -> Change:
    """An assumed value ("0,90", "0.9", "90%") or a raise ("+0,05"; "-0,05" lowers).

    Raises ``ChangeError``.
    """
    plain = "".join(text.split()).replace("\N{MINUS SIGN}", "-")
    found = _VALUE.fullmatch(plain) if len(plain) <= LONGEST else None
    if found is None:
        raise ChangeError(ChangeFault.NO_NUMBER, text)
    sign, digits, percent = found.groups()
    if sign and percent:
        raise ChangeError(ChangeFault.PERCENT_RAISE, text)
    amount = float(digits.replace(",", "."))
    if percent:
        amount = float(f"{amount / 100:.12g}")
    if amount > 1:
        raise ChangeError(ChangeFault.OUT_OF_RANGE, text)
    return Change(-amount if sign == "-" else amount, relative=bool(sign))


def read_part(framework: Framework, text: str) -> Part:
    """The main index with points that a person means by its id, code or name.

    Case, diacritics, spaces and underscores make no difference, and the beginning of a name will
    do where only one index has it. Raises ``ChangeError``.
    """
    wanted = _plain(text)
    if not wanted:
        raise ChangeError(ChangeFault.NO_VALUE, text, framework.scored)
    for part in framework.parts:
        if wanted in _names(part):
            if not part.max_points:
                raise ChangeError(ChangeFault.NO_POINTS, text, framework.scored)
            return part
    begun = [
        part
        for part in framework.scored
        if any(name.startswith(wanted) for name in _names(part)[1:])
    ]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise ChangeError(ChangeFault.AMBIGUOUS_INDEX, text, begun)
    raise ChangeError(ChangeFault.UNKNOWN_INDEX, text, _nearest(framework, wanted))


def read_changes(framework: Framework, texts: Iterable[str]) -> dict[str, Change]:
    """Changes by part id from "index=value" (or "index+0,05"), each index at most once.

    Raises ``ChangeError``.
    """
    changes: dict[str, Change] = {}
    for text in texts:
        name, equals, amount = text.partition("=")
        raised = _RAISED.fullmatch(text) if not equals or name.endswith("+") else None
        if raised is not None:
            name, amount = raised[1], raised[2]
        elif name.endswith("+"):
            name, amount = name[:-1], f"+{amount.strip()}"
        elif not equals:
            raise ChangeError(ChangeFault.NO_VALUE, text)
        part = read_part(framework, name)
        if part.id in changes:
            raise ChangeError(ChangeFault.TWICE, text)
        changes[part.id] = read_change(amount)
    return changes


def assigns(text: str) -> bool:
    """Whether ``text`` is meant as "index=value" or "index+0,05" and not as a name."""
    return "=" in text or re.search(r"[+]\s*[\d.,]+%?$", text) is not None


def _names(part: Part) -> tuple[str, ...]:
    """A part's code, then its id and names, plain."""
    told = (part.code, part.id, part.name, part.short, part.name_en, part.short_en)
    return tuple(map(_plain, told))


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").replace("-", " ").split())


def _nearest(framework: Framework, wanted: str) -> list[Part]:
    """The parts whose names resemble ``wanted``; all of them where none does."""
    import difflib  # only for a mistake

    known = {name: part for part in framework.scored for name in _names(part)[1:] if name}
    found = difflib.get_close_matches(wanted[:60], known, n=3, cutoff=0.6)
    return list({known[name].id: known[name] for name in found}.values()) or [*framework.scored]
