"""A duty in a line of text: what it is called, and what it opens."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_uppercase

from briefing.domain.duties import Duty, Matrix
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.line import Link


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
