"""The units that ``config.yaml`` names: whether the folder has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.domain.model import Unit
from briefing.domain.spelling import fold
from briefing.problems import Problem, nearest, quoted
from briefing.workspace import yaml_tree
from briefing.workspace.directory import UnitDirectory
from briefing.workspace.faults import meaning
from briefing.workspace.listing import CONFIG


def unknown_units(
    text: str,
    unit: str,
    compare: Sequence[str],
    units: Iterable[Unit],
    groups: Mapping[str, Sequence[str]],
) -> list[Problem]:
    """A problem for each name in ``text`` (of ``config.yaml``) that no unit ever had.

    A unit is named by its code, ``code@date``, slug, or name without regard to diacritics. Nothing
    is judged when no unit could be read.
    """
    units = tuple(units)
    tree = yaml_tree.parse(CONFIG, text, [])
    if not units or tree is None:
        return []
    directory = UnitDirectory(units)
    names = {name for each in units for name in (each.slug, fold(each.name), fold(each.full_name))}
    problems = []
    for loc, written in [
        (("unit",), unit),
        *((("compare", n), name) for n, name in enumerate(compare)),
        *(
            (("peer_groups", group, n), name)
            for group, names_in in groups.items()
            for n, name in enumerate(names_in)
        ),
    ]:
        if directory.named(written.partition("@")[0]) or fold(written) in names:
            continue
        line, column = yaml_tree.place(tree, loc)
        problems.append(
            Problem(
                path=CONFIG,
                fault=meaning.UNKNOWN_UNIT,
                line=line,
                column=column,
                key=yaml_tree.key_path(loc),
                params={"value": quoted(written), "suggestion": nearest(fold(written), names)},
            )
        )
    return problems
