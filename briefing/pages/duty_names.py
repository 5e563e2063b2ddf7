"""Duties and those who have them in a line of text: what they are called, and what they open."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_uppercase

from briefing import wording
from briefing.domain.duties import Carrier, Duty, Matrix
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.line import Link, LinkKind, Role, Span, spans


def duty_link(duty: Duty) -> Link:
    """Opens what a duty is about: its task, the target that it is counted for, or the count."""
    if duty.target is not None:
        return cells.target_link(duty.target)._replace(duty=None)
    if duty.figure is not None:
        return cells.figure_link(duty.figure.indicator, duty.figure.observation)._replace(duty=None)
    assert duty.task is not None
    return cells.task_link(duty.task)


def duty_title(duty: Duty, tr: Translator) -> str:
    """What has to be done, in the words of the task or of the indicator that counts it."""
    if duty.figure is not None:
        return cells.indicator_name(duty.figure.indicator, tr)
    assert duty.task is not None
    return cells.task_title(duty.task, tr)


def duty_cited(duty: Duty) -> tuple[str | None, tuple[int, ...]]:
    """The source that tells of a duty, and its paragraphs."""
    if duty.figure is not None:
        return duty.figure.observation.source, duty.figure.observation.paragraphs
    assert duty.task is not None
    return duty.task.task.source, duty.task.task.paragraphs


def duty_due(duty: Duty, tr: Translator) -> tuple[Span, ...]:
    """When a duty is due: its target, or its task."""
    if duty.target is not None:
        return cells.due(duty.target, tr)
    if duty.task is not None:
        return spans((cells.task_due(duty.task, tr), Role.MUTED))
    return ()


def carrier_link(carrier: Carrier) -> Link:
    """Opens what a unit has done, and what not."""
    return Link(LinkKind.CARRIER, carrier.key)


def carrier_name(carrier: Carrier, tr: Translator) -> str:
    """A unit's name; of a part, the name that its source gives it."""
    if carrier.unit is not None:
        return wording.unit_name(carrier.unit, tr)
    return wording.part_name(carrier.name, tr)


def letters_of(found: Matrix) -> Mapping[str, str]:
    """A short name for each duty with named units: A to Z, then AA, AB and so on."""
    made = {}
    for number, duty in enumerate(found.named):
        name, left = "", number + 1
        while left:
            left, last = divmod(left - 1, len(ascii_uppercase))
            name = ascii_uppercase[last] + name
        made[duty.ref] = name
    return made
