"""The two languages of everything a user reads.

Vietnamese is the source language: message ids *are* the Vietnamese texts, so Vietnamese needs no
catalogue and costs nothing at the start. English is looked up in
``locale/en/LC_MESSAGES/briefing.mo``; ``gettext`` is imported only then.

Functions that produce text take a ``tr: Translator``; there is no language in force globally.
A text is marked where it stands: ``tr.gettext("quá hạn")``, ``tr.ngettext(...)``, or ``N_("...")``
in a table that is translated later. Values go in by name: ``"còn {days} ngày".format(days=9)``.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LOCALE_DIRECTORY = Path(__file__).with_name("locale")
DOMAIN = "briefing"


class Language(StrEnum):
    """A language the program speaks; the value is what ``language:`` and ``--language`` take."""

    VI = "vi"
    EN = "en"


def N_(message: str) -> str:
    """Mark ``message`` for the catalogue and return it as it is, to be translated later."""
    return message


class Translator:
    """Texts in one language. Make one with :func:`translator`; it never changes."""

    __slots__ = ("_catalogue", "language")

    def __init__(self, language: Language, catalogue: NullTranslations | None = None) -> None:
        self.language = language
        self._catalogue = catalogue

    def gettext(self, message: str) -> str:
        """The text for a Vietnamese ``message``; the message itself where none is known."""
        if self._catalogue is None or not message:
            return message
        return self._catalogue.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The text for ``n`` things.

        Vietnamese has no plural: ``one`` and ``many`` are usually the same message, and English
        has two translations of it.
        """
        if self._catalogue is None:
            return one if n == 1 else many
        return self._catalogue.ngettext(one, many, n)

    def pick(self, vi: str, en: str) -> str:
        """One of a data field's two forms: the English one in English, unless it is empty."""
        return en if en and self.language is Language.EN else vi


@cache
def translator(language: Language) -> Translator:
    """The texts of ``language``.

    Raises ``FileNotFoundError`` when the English catalogue was not installed with the package.
    """
    if language is Language.VI:
        return Translator(language)
    from gettext import GNUTranslations

    path = LOCALE_DIRECTORY / language.value / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as file:
        return Translator(language, GNUTranslations(file))
