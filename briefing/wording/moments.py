"""Times of edits and syncs, as people write them."""

from __future__ import annotations

from datetime import datetime

from briefing.formatting import date_text
from briefing.language import Translator


def moment(at: str, tr: Translator) -> str:
    """A time kept as ISO text, as it was where it was written: "22/11/2026 06:49".

    What is no time is told as it stands.
    """
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{date_text(when.date(), tr)} {when:%H:%M}"
