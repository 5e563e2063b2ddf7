"""Where one unit stands: its rank, and where points can be won back."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.model import Indicator
from briefing.domain.profile import Profile, Standing
from briefing.language import Translator
from briefing.pages.blocks import Block, Page, Paragraph, quiet
from briefing.pages.line import Role, spans


def profile_page(profile: Profile, tr: Translator) -> Page:
    """The rank first, then the indexes, those that lost most points first."""
    blocks: list[Block] = []
    if profile.now is None or profile.total is None:
        text = tr.gettext("Đến {day} chưa công bố kết quả xếp hạng nào cho loại đơn vị này.")
        day = formatting.date_text(profile.briefing.known_on, tr)
        blocks.append(quiet(text.format(day=day)))
    else:
        blocks.append(Paragraph(spans=spans((_rank(profile.total, tr), Role.STRONG))))
    return Page(
        title=wording.unit_title(profile.unit, tr),
        subtitle=tr.gettext("Vị thế"),
        blocks=tuple(blocks),
    )


def index_value(value: float, indicator: Indicator, tr: Translator) -> str:
    """An index value with all its decimals: "0,6924"."""
    return formatting.number(value, tr, indicator.decimals)


def _rank(total: Standing, tr: Translator) -> str:
    if total.rank is None:
        return tr.gettext("Chưa công bố thứ hạng")
    text = tr.gettext("Hạng {rank}/{universe}")
    return text.format(rank=formatting.number(total.rank.value, tr), universe=total.universe)
