"""The language to speak before anything else is known of a call."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from briefing.language import Language
from briefing.settings import SettingsError, here, locate
from briefing.workspace.fingerprint import config_bytes


def language_of(arguments: Sequence[str]) -> Language:
    """The language to speak before anything is parsed: ``--language``, else ``config.yaml``'s.

    What is wrong there is told later, by whoever reads it; until then it is Vietnamese.
    """
    named = _value(arguments, "--language")
    if named is None:
        try:
            root = locate(_value(arguments, "--workspace"), os.environ, here())
            content = config_bytes(root)
        except (SettingsError, OSError):
            content = b""
        line = rb"^language:[ \t]+[\"']?(vi|en)[\"']?[ \t]*(?:#[^\r\n]*)?\r?$"
        found = re.search(line, content, re.M)
        named = found[1].decode() if found else None
    return Language.EN if named == Language.EN else Language.VI


def _value(arguments: Sequence[str], option: str) -> str | None:
    """The last value given to an option, wherever it stands."""
    value = None
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{option}="):
            value = argument.partition("=")[2]
        elif argument == option and place + 1 < len(arguments):
            value = arguments[place + 1]
    return value
