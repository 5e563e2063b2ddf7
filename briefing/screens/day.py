"""Moving the day on which things are judged."""

from __future__ import annotations

from briefing import formatting
from briefing.desk import LATEST, TODAY, read_day
from briefing.pages.blocks import Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.screens.dialog import Dialog


class DayScreen(Dialog):
    """Takes a day as officials write it; offers the latest figures and today."""

    def title_text(self) -> str:
        """What the dialog asks for."""
        tr = self.desk.tr
        return tr.gettext("Xem tại ngày (đang xem {day})").format(
            day=formatting.date_text(self.desk.view.as_of, tr)
        )

    def placeholder(self) -> str:
        """How to write a day."""
        return "03/09/2023"

    def page_for(self, text: str) -> Page:
        """The day understood, or the two days that need no typing."""
        tr = self.desk.tr
        if text.strip():
            day = read_day(text)
            if day is None:
                said = tr.gettext("Viết ngày như 03/09/2023, 3.9.2023 hoặc 2023-09-03.")
                return Page(title="", blocks=(Paragraph(spans=spans((said, Role.MUTED))),))
            name = tr.gettext("Xem tại ngày {day}").format(day=formatting.date_text(day, tr))
            rows = [Row(cells=(spans(name),), link=Link(LinkKind.DAY, day.isoformat()))]
        else:
            today = formatting.date_text(self.desk.desk.today, tr)
            rows = [
                Row(
                    cells=(spans(tr.gettext("Ngày có số liệu mới nhất của đơn vị")),),
                    link=Link(LinkKind.DAY, LATEST),
                ),
                Row(
                    cells=(spans(tr.gettext("Hôm nay, {day}").format(day=today)),),
                    link=Link(LinkKind.DAY, TODAY),
                ),
            ]
        return Page(
            title="", blocks=(Table(columns=(Column(flex=True, least=30),), rows=tuple(rows)),)
        )
