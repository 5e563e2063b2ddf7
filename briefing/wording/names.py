"""Names and words for kinds of things: units, levels, systems, difficulties, documents."""

from __future__ import annotations

from collections.abc import Mapping

from briefing import statuses
from briefing.domain.frameworks import Framework
from briefing.domain.model import Document, Indicator, Measure, SystemState, Unit, UnitKind
from briefing.domain.plans import Level
from briefing.formatting import date_text, noun
from briefing.language import N_, Translator

LEVELS: Mapping[Level, str] = {
    Level.ASSIGNED: N_("giao"),
    Level.COMMITTED: N_("cam kết"),
    Level.AMBITION: N_("phấn đấu"),
}

UNIT_KINDS: Mapping[UnitKind, str] = {
    UnitKind.COUNTRY: N_("cấp quốc gia"),
    UnitKind.PROVINCE: N_("cấp tỉnh"),
    UnitKind.DISTRICT: N_("cấp huyện"),
    UnitKind.COMMUNE: N_("cấp xã"),
    UnitKind.ORGANISATION: N_("cơ quan, tổ chức"),
}

SYSTEM_KINDS: Mapping[str, str] = {
    "cong": N_("cổng"),
    "csdl": N_("cơ sở dữ liệu"),
    "ha_tang": N_("hạ tầng"),
    "he_thong": N_("hệ thống"),
    "nen_tang": N_("nền tảng"),
    "phan_mem": N_("phần mềm"),
}
"""Kinds of systems in the workspace's catalogue; another one is shown as it is written."""

DIFFICULTY_CATEGORIES: Mapping[str, str] = {
    "attt": N_("an toàn thông tin"),
    "doanh_nghiep": N_("doanh nghiệp"),
    "du_lieu": N_("dữ liệu"),
    "ha_tang": N_("hạ tầng"),
    "nguoi_dan": N_("người dân"),
    "nhan_luc": N_("nhân lực"),
    "nhan_thuc": N_("nhận thức"),
    "tai_chinh": N_("kinh phí"),
    "the_che": N_("thể chế"),
    "to_chuc": N_("tổ chức thực hiện"),
    "xep_hang": N_("xếp hạng"),
}
"""Categories of difficulties in the workspace's catalogue; another one as it is written."""

DOCUMENT_TYPES = (
    N_("Chỉ thị"),
    N_("Chương trình"),
    N_("Công văn"),
    N_("Đề án"),
    N_("Kế hoạch"),
    N_("Luật"),
    N_("Nghị định"),
    N_("Nghị quyết"),
    N_("Quyết định"),
    N_("Thông báo"),
    N_("Thông tư"),
    N_("Tờ trình"),
    N_("Văn bản"),
)
"""Types of legal documents that have an English name; another one is shown as it is written."""

PARTS = (
    N_("Danh mục dùng chung"),
    N_("Du lịch"),
    N_("Giao thông Vận tải"),
    N_("Giáo dục và Đào tạo"),
    N_("Hạ tầng số"),
    N_("Kế hoạch và Đầu tư"),
    N_("Nhân lực số"),
    N_("Nhận thức số"),
    N_("Nội vụ"),
    N_("Tài chính"),
    N_("Thanh tra"),
    N_("Thông tin và Truyền thông"),
    N_("Thể chế số"),
    N_("Tư pháp"),
    N_("Văn hóa và Thể thao"),
    N_("An toàn thông tin mạng"),
)
"""Parts of a whole, as sources name them, that have an English name; another one as it is."""


def unit_title(unit: Unit, tr: Translator) -> str:
    """A unit's full name as a heading: "Tỉnh Ninh Bình"."""
    name = tr.pick(unit.full_name or unit.name, unit.full_name_en or unit.name_en)
    return name[:1].upper() + name[1:]


def unit_name(unit: Unit, tr: Translator) -> str:
    """A unit's name in a list: "Ninh Bình"."""
    return tr.pick(unit.name, unit.name_en)


def setter_name(unit: Unit, tr: Translator) -> str:
    """Who set a target for all units of a kind: "cả nước", or the unit's name."""
    return tr.gettext("cả nước") if unit.kind is UnitKind.COUNTRY else unit_name(unit, tr)


def whole_name(unit: Unit, tr: Translator) -> str:
    """What concerns the whole unit and no pillar of its own: "Chung toàn tỉnh"."""
    if unit.kind is UnitKind.COUNTRY:
        return tr.gettext("Chung cả nước")
    return tr.gettext("Chung toàn tỉnh")


def unit_kind(kind: UnitKind, tr: Translator) -> str:
    """The level of units of a kind: "cấp xã"."""
    return tr.gettext(UNIT_KINDS[kind])


def unit_short(unit: Unit, tr: Translator) -> str:
    """The shortest name in use: "Sở TT&TT", "DIC"; the name where no short form is known."""
    return tr.pick(unit.short or unit.name, unit.short_en or unit.name_en)


def level(value: Level, tr: Translator) -> str:
    """Who stands behind a target: "giao", "cam kết", "phấn đấu"."""
    return tr.gettext(LEVELS[value])


def system_state(value: SystemState, tr: Translator) -> str:
    """Where a system stands in its life: "đang vận hành"."""
    return statuses.word(value, tr)


def system_kind(kind: str, tr: Translator) -> str:
    """What a system is: "nền tảng", "cơ sở dữ liệu"."""
    return tr.gettext(SYSTEM_KINDS.get(kind, kind))


def difficulty_category(category: str, tr: Translator) -> str:
    """What a difficulty is about: "nhân lực", "thể chế"."""
    return tr.gettext(DIFFICULTY_CATEGORIES.get(category, category))


def framework_name(framework: Framework, tr: Translator, *, first: bool = False) -> str:
    """A framework by its short name: "bộ chỉ số 2025", never to be taken for a year's value.

    ``first`` for the first words of a line.
    """
    short = tr.pick(framework.short, framework.short_en)
    if not short:
        return tr.pick(framework.name, framework.name_en) or framework.id
    text = tr.gettext("Bộ chỉ số {framework}") if first else tr.gettext("bộ chỉ số {framework}")
    return text.format(framework=short)


def part_name(part: str, tr: Translator) -> str:
    """A part that a source names as counted or not: "Thể chế số", "Tư pháp"."""
    return tr.gettext(part)


def measure_word(indicator: Indicator, tr: Translator) -> str:
    """What an indicator's values are counted in, for the head of a row: "%", "hạng", "hồ sơ"."""
    match indicator.measure:
        case Measure.PERCENT:
            return "%"
        case Measure.RANK:
            return tr.gettext("hạng")
        case _:
            return noun(indicator, tr)


def document_title(document: Document, tr: Translator) -> str:
    """A legal document as it is cited: "Kế hoạch 1491/KH-UBND ngày 15/03/2022"."""
    name = f"{tr.gettext(document.type)} {document.number}".strip()
    if document.date is None:
        return tr.gettext("{document}, không rõ ngày").format(document=name)
    return tr.gettext("{document} ngày {date}").format(
        document=name, date=date_text(document.date, tr)
    )


def points_where(framework: str, tr: Translator) -> str:
    """Where the points are told that units were given on a framework without published values."""
    text = tr.gettext("Điểm của bộ này xem bằng: briefing show framework {id}")
    return text.format(id=framework)
