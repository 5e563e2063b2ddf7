"""A goal written with its sign, as documents print it: ``>90``, ``≤ 20``, ``40 - 50``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.problems import quoted
from briefing.workspace import readers
from briefing.workspace.faults import values

_SIGNS = {
    "≥": "≥",
    ">=": "≥",
    "=>": "≥",
    ">": ">",
    "＞": ">",
    "≤": "≤",
    "<=": "≤",
    "=<": "≤",
    "<": "<",
    "=": "=",
}
_SIGNED = re.compile(r"(≥|≤|>=|=>|<=|=<|>|＞|<|=)\s*(\S.*)")
_RANGE = re.compile(r"(\d[\d.,]*)\s*[-–—÷]\s*(\d[\d.,]*)")
RANGE = "range"


def spelt_out(content: object) -> object:
    """A target's keys with ``goal: ">90"`` taken apart into ``goal`` and ``goal_op``.

    ``40 - 50`` becomes a range with ``goal_high``. What says the same twice (a sign, and a
    ``goal_op`` beside it that differs) is left as it is, for ``goal`` to be refused.
    """
    if not isinstance(content, Mapping):
        return content
    goal = content.get("goal")
    if not isinstance(goal, str):
        return content
    written, given = goal.strip(), content.get("goal_op")
    if signed := _SIGNED.fullmatch(written):
        sign = _SIGNS[signed[1]]
        if given is None or given == sign:
            return {**content, "goal": signed[2], "goal_op": sign}
        return content
    ends = _RANGE.fullmatch(written)
    if ends and content.get("goal_high") is None and given in (None, RANGE):
        return {**content, "goal": ends[1], "goal_op": RANGE, "goal_high": ends[2]}
    return content


def number(value: object) -> float:
    """The number that a goal is when :func:`spelt_out` has taken it apart.

    A sign or a range that is left there contradicts the keys beside it.
    """
    written = value.strip() if isinstance(value, str) else ""
    if signed := _SIGNED.fullmatch(written):
        sign, rest = _SIGNS[signed[1]], quoted(signed[2])
        raise readers.fault_error(values.SIGN_DIFFERS, sign=sign, number=rest)
    if ends := _RANGE.fullmatch(written):
        raise readers.fault_error(values.RANGE_DIFFERS, low=quoted(ends[1]))
    return readers.number(value)
