"""What a call asks for before anything is opened: the options that every command takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.domain.value import value
from briefing.streams import can_open_screen

OPTIONS = {
    "--workspace": "workspace",
    "--unit": "unit",
    "--as-of": "as_of",
    "--known-on": "known_on",
    "--language": "language",
}


NO_INSTANT = "--no-instant"
VIEWER = "--viewer"


@value(kw_only=True)
class Call:
    """The common options, as typed.

    ``instant``: a first frame may be kept and painted again. ``viewer``: nothing can be changed,
    whatever ``config.yaml`` allows.
    """

    workspace: str | None = None
    unit: str | None = None
    as_of: str | None = None
    known_on: str | None = None
    language: str | None = None
    instant: bool = True
    viewer: bool = False


def simple_call(arguments: Sequence[str]) -> Call | None:
    """The options of a call that only opens the app on a terminal; ``None`` for anything else."""
    if not can_open_screen():
        return None
    given: dict[str, str] = {}
    rest = list(arguments)
    switches: set[str] = set()
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name in (NO_INSTANT, VIEWER) and not equals:
            switches.add(name)
            continue
        if name not in OPTIONS or OPTIONS[name] in given:
            return None
        if not equals:
            if not rest or rest[0].startswith("-"):
                return None
            value = rest.pop(0)
        given[OPTIONS[name]] = value
    if given.get("language", "vi") not in ("vi", "en"):
        return None
    return merged(Call(instant=NO_INSTANT not in switches, viewer=VIEWER in switches), given)


def typed(text: str) -> str:
    """An argument as text: a byte that is no UTF-8 becomes "�", and then it names nothing."""
    return "".join("�" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


def merged(call: Call, options: Mapping[str, object]) -> Call:
    """The options of a command over those given before it; a path may be of any bytes."""

    def chosen(name: str, before: str | None) -> str | None:
        value = options.get(name)
        return before if value is None else typed(str(value))

    workspace = options.get("workspace")
    return Call(
        workspace=call.workspace if workspace is None else str(workspace),
        unit=chosen("unit", call.unit),
        as_of=chosen("as_of", call.as_of),
        known_on=chosen("known_on", call.known_on),
        language=chosen("language", call.language),
        instant=call.instant and not options.get("no_instant"),
        viewer=call.viewer or bool(options.get("viewer")),
    )
