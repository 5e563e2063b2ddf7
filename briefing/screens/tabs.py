"""The screens behind the tabs; all but the first are imported when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from briefing.screens.overview import OverviewScreen


def _pillars() -> Screen[Any]:
    from briefing.screens.pillars import PillarsScreen

    return PillarsScreen()


def _tasks() -> Screen[Any]:
    from briefing.screens.tasks import TasksScreen

    return TasksScreen()


def _compare() -> Screen[Any]:
    from briefing.screens.compare import CompareScreen

    return CompareScreen()


def _ranking() -> Screen[Any]:
    from briefing.screens.ranking import RankingScreen

    return RankingScreen()


def _matrix() -> Screen[Any]:
    from briefing.screens.matrix import MatrixScreen

    return MatrixScreen()


def _systems() -> Screen[Any]:
    from briefing.screens.systems import SystemsScreen

    return SystemsScreen()


TAB_SCREENS: dict[str, str | Callable[[], Screen[Any]]] = {
    "overview": OverviewScreen,
    "pillars": _pillars,
    "tasks": _tasks,
    "compare": _compare,
    "ranking": _ranking,
    "matrix": _matrix,
    "systems": _systems,
}
