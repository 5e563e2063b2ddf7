"""Below a profile's indexes: of how many units means are, and the values and ranks of pillars."""

from __future__ import annotations

from briefing.domain.model import Unit
from briefing.domain.placing import FEWEST_OF_A_MEAN
from briefing.domain.profile import Profile
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Block, Column, Paragraph, Row, Table, quiet
from briefing.pages.line import Role, spans
from briefing.pages.profile_tables import beside, mean_title
from briefing.pages.profile_words import figure_text, other_name, place_text, ranking_link


def reading_notes(profile: Profile, tr: Translator) -> list[Block]:
    """What must be said below the indexes: of how many units the means are, and who is not."""
    told = [index.standing for index in profile.indexes if index.standing is not None]
    partial = [standing for standing in told if standing.counted and not standing.is_whole]
    blocks: list[Block] = []
    if partial:
        least, most = (pick(one.counted for one in partial) for pick in (min, max))
        count = str(least) if least == most else f"{least}–{most}"
        text = tr.gettext(
            "Trung bình và cao nhất là của {count} đơn vị đã công bố giá trị, "
            "không phải của cả {universe}."
        )
        if any(standing.place is not None and standing.rank is None for standing in partial):
            text = tr.gettext(
                "Trung bình, cao nhất và thứ tự “trong {count}” là của {count} đơn vị "
                "đã công bố giá trị, không phải của cả {universe}."
            )
        if most < FEWEST_OF_A_MEAN:
            text = tr.gettext(
                "Cao nhất là của đơn vị duy nhất đã công bố giá trị, không phải của cả {universe}."
            )
        blocks.append(quiet(text.format(count=count, universe=partial[0].universe)))
    known = profile.total is not None and profile.total.tells_peer
    none = profile.tells_indexes and all(one.peer is None for one in told)
    if profile.peer is not None and known and none:
        blocks.append(_without_values(profile.peer, profile, tr))
    former = profile.former
    if former is not None and told and all(one.figure is None for one in former.indexes.values()):
        blocks.append(_without_values(former.unit, profile, tr))
    return blocks


def _without_values(unit: Unit, profile: Profile, tr: Translator) -> Block:
    text = tr.gettext("{unit} chưa công bố giá trị chỉ số chính nào trong kỳ này.")
    return quiet(text.format(unit=other_name(unit, profile, tr)))


def pillar_table(profile: Profile, tr: Translator) -> list[Block]:
    """Values and ranks of the pillars: shown, never added, for they contain the foundations."""
    told = [pillar for pillar in profile.pillars if pillar.is_told]
    if not told:
        return []
    known = [pillar for pillar in told if pillar.figure is not None]
    columns = (
        Column(title=tr.gettext("Trụ cột"), flex=True, least=16, comfort=24, most=44),
        Column(title=tr.gettext("giá trị"), align=Align.DECIMAL),
        Column(title=mean_title(known, tr), align=Align.DECIMAL, priority=2),
        Column(title=tr.gettext("hạng"), align=Align.RIGHT),
    )
    rows = tuple(
        Row(
            cells=(
                spans(cells.indicator_short(pillar.indicator, tr)),
                () if pillar.figure is None else spans(figure_text(pillar.figure, pillar, tr)),
                beside(pillar.mean if pillar.figure is not None else None, pillar, tr),
                spans(place_text(pillar, tr)),
            ),
            link=ranking_link(profile, pillar),
        )
        for pillar in told
    )
    blocks: list[Block] = [Table(columns=columns, rows=rows, show_titles=True)]
    counts = {pillar.counted for pillar in known if pillar.mean is not None}
    if len(counts) > 1:
        text = tr.gettext("Trung bình của trụ cột tính từ {least}–{most} trên {universe} đơn vị.")
        said = text.format(least=min(counts), most=max(counts), universe=known[0].universe)
        blocks.append(Paragraph(spans=spans((said, Role.MUTED))))
    said = tr.gettext("Giá trị trụ cột đã gồm nền tảng chung: không cộng với nhau.")
    return [*blocks, Paragraph(spans=spans((said, Role.MUTED)))]
