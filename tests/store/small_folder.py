"""A small folder with one of everything: what most tests of the store begin with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefing.domain.model import (
    Better,
    Citation,
    Difficulty,
    Document,
    Measure,
    Observation,
    ObservationKind,
    Pillar,
    PillarKind,
    Qualifier,
    Source,
    System,
    SystemState,
    Unit,
    UnitKind,
)
from briefing.domain.periods import Holiday
from briefing.domain.plans import (
    Extension,
    GoalChange,
    GoalOp,
    Light,
    ManualLight,
    Milestone,
    Plan,
    Target,
    Task,
    TaskState,
)
from tests.store.facts import (
    BAC_GIANG,
    BAC_NINH_NEW,
    HOA_LU,
    MERGED,
    NINH_BINH,
    SO_TTTT,
    Folder,
    figure,
    indicator,
    province,
)

UNITS = (
    province("37", "Ninh Bình", slug="ninh-binh", valid_to=date(2025, 6, 30)),
    province(
        "24",
        "Bắc Giang",
        slug="bac-giang",
        valid_to=date(2025, 6, 30),
        successors=(BAC_NINH_NEW,),
    ),
    province("24", "Bắc Ninh", valid_from=MERGED, slug="bac-ninh"),
    province("66", "Đắk Lắk", slug="dak-lak"),
    Unit(
        key=HOA_LU,
        name="Hoa Lư",
        full_name="Huyện Hoa Lư",
        name_en="Hoa Lu",
        full_name_en="Hoa Lu District",
        slug="hoa-lu",
        kind=UnitKind.DISTRICT,
        parent=NINH_BINH,
    ),
    Unit(
        key=SO_TTTT,
        name="Sở Thông tin và Truyền thông",
        full_name="Sở Thông tin và Truyền thông",
        name_en="Department of Information and Communications",
        full_name_en="",
        slug="nb-stttt",
        short="Sở TT&TT",
        short_en="DIC",
        kind=UnitKind.ORGANISATION,
        parent=NINH_BINH,
    ),
)
PILLARS = (
    Pillar(
        id="chinh_quyen_so",
        kind=PillarKind.PILLAR,
        name="Chính quyền số",
        name_en="Digital government",
        short="CQS",
        short_en="Gov",
        position=1,
    ),
    Pillar(
        id="the_che_so",
        kind=PillarKind.FOUNDATION,
        name="Thể chế số",
        name_en="Digital institutions",
        short="TCS",
        short_en="Inst",
        position=1,
    ),
)
INDICATORS = (
    indicator("ho_so_truc_tuyen", name="Tỷ lệ hồ sơ trực tuyến", short="Hồ sơ TT"),
    indicator("ho_so_rut_gon", variant_of="ho_so_truc_tuyen"),
    indicator("da_phe_duyet", name="Cấp độ an toàn đã phê duyệt", pillar="the_che_so"),
    indicator(
        "chua_phe_duyet",
        measure=Measure.COUNT,
        better=Better.LOWER,
        complement_of="da_phe_duyet",
        pillar="the_che_so",
        decimals=0,
    ),
    indicator(
        "dti_hang",
        measure=Measure.RANK,
        better=Better.LOWER,
        pillar=None,
        universe=63,
        decimals=0,
    ),
)
SOURCES = (
    Source(
        id="ninh_binh_2024",
        publisher="Báo Ninh Bình",
        title="Ninh Bình đẩy mạnh chuyển đổi số",
        date=date(2024, 1, 7),
        address="https://example.org/1",
        paragraphs=30,
    ),
    Source(
        id="bac_giang_2023",
        publisher="Báo Bắc Giang",
        title="Bắc Giang tăng tốc",
        date=date(2023, 9, 3),
        date_exact=False,
    ),
)
DOCUMENTS = (
    Document(
        id="nb-kh-12",
        number="12/KH-UBND",
        type="Kế hoạch",
        issuer="UBND tỉnh Ninh Bình",
        date=date(2023, 1, 10),
        subject="Chuyển đổi số năm 2023",
        subject_en="Digital transformation in 2023",
        cited=(Citation("ninh_binh_2024", (3, 5)), Citation("bac_giang_2023", ())),
    ),
    Document(
        id="nb-qd-99",
        number="99/QĐ-UBND",
        type="Quyết định",
        issuer="UBND tỉnh Ninh Bình",
        date=None,
        subject="Điều chỉnh chỉ tiêu",
    ),
)
OBSERVATIONS = (
    figure("nb_ho_so_2022", 60.0, date(2022, 12, 31)),
    figure("nb_ho_so_2023", 69.83, date(2023, 12, 31), numerator=339252.0, denominator=485762.0),
    figure(
        "nb_ho_so_tang",
        9.0,
        date(2023, 12, 31),
        kind=ObservationKind.CHANGE,
        compared_with=date(2022, 12, 31),
        qualifier=Qualifier.ALMOST,
    ),
    figure(
        "bg_chua_phe_duyet",
        6.0,
        date(2023, 8, 31),
        unit=BAC_GIANG,
        indicator="chua_phe_duyet",
        source="bac_giang_2023",
        numerator=6.0,
        denominator=31.0,
        parts_present=("Sở A", "Sở B"),
        parts_missing=("Huyện C",),
        note="đếm phần chưa xong",
    ),
    figure("bg_hang", 13.0, date(2022, 12, 31), unit=BAC_GIANG, indicator="dti_hang",
           source="bac_giang_2023", published_on=date(2023, 7, 12), published_exact=False),
)  # fmt: skip
PLANS = (
    Plan(
        id="nb_ke_hoach_12",
        title="Kế hoạch chuyển đổi số 2023",
        title_en="Plan 2023",
        unit=NINH_BINH,
        document="nb-kh-12",
        targets=(
            Target(
                id="nb_ct_ho_so",
                plan="nb_ke_hoach_12",
                unit=NINH_BINH,
                title="Hồ sơ trực tuyến",
                title_en="Online dossiers",
                indicator="ho_so_truc_tuyen",
                known_on=date(2023, 1, 10),
                goal=50.0,
                goal_op=GoalOp.AT_LEAST,
                due=date(2023, 12, 31),
                due_written="năm 2023",
                baseline=40.0,
                baseline_on=date(2021, 12, 31),
                milestones=(Milestone(on=date(2023, 6, 30), value=45.0),),
                lead="nb-stttt",
                changes=(
                    GoalChange(on=date(2023, 7, 1), before=50.0, after=65.0, document="nb-qd-99"),
                ),
                manual_light=ManualLight(
                    light=Light.AMBER, reason="chờ số liệu", by="lan", on=date(2023, 9, 1)
                ),
                source="ninh_binh_2024",
                paragraphs=(4,),
            ),
            Target(
                id="nb_ct_nhan_thuc",
                plan="nb_ke_hoach_12",
                unit=NINH_BINH,
                title="Nâng cao nhận thức",
                indicator=None,
                pillar="the_che_so",
                known_on=date(2023, 1, 10),
                goal_words="mọi cán bộ",
                goal_words_en="every official",
            ),
        ),
        tasks=(
            Task(
                id="nb_nv_ban_chi_dao",
                plan="nb_ke_hoach_12",
                unit=NINH_BINH,
                title="Thành lập Ban chỉ đạo",
                title_en="Set up the committee",
                known_on=date(2023, 1, 10),
                lead="nb-stttt",
                coordinating=("nb-stttt", "374"),
                units=("374",),
                targets=("nb_ct_ho_so", "nb_ct_nhan_thuc"),
                due_written="trước 1.7.2023",
                due_written_en="before 1 July 2023",
                due=date(2023, 6, 30),
                extensions=(
                    Extension(
                        on=date(2023, 7, 2), due=date(2023, 12, 26), by="UBND tỉnh", note="bão"
                    ),
                ),
                source="ninh_binh_2024",
                paragraphs=(6, 12),
            ),
            Task(
                id="nb_nv_xong",
                plan="nb_ke_hoach_12",
                unit=NINH_BINH,
                title="Mở cổng dữ liệu",
                known_on=date(2023, 1, 10),
                state=TaskState.DONE,
                done_on=date(2023, 5, 1),
            ),
        ),
    ),
    Plan(
        id="bg_ke_hoach",
        title="Kế hoạch Bắc Giang",
        title_en="",
        unit=BAC_GIANG,
        document=None,
        targets=(
            Target(
                id="bg_ct_cap_do",
                plan="bg_ke_hoach",
                unit=BAC_GIANG,
                title="Cấp độ an toàn",
                indicator="da_phe_duyet",
                known_on=date(2023, 9, 3),
                goal=100.0,
                goal_op=GoalOp.AT_LEAST,
                due=date(2023, 12, 31),
            ),
        ),
        tasks=(),
    ),
)
SYSTEMS = (
    System(
        id="nb-lgsp",
        name="Nền tảng LGSP",
        name_en="LGSP",
        kind="nền tảng",
        unit=NINH_BINH,
        run_by="nb-stttt",
        state=SystemState.OPERATING,
        figures=("nb_ho_so_2023",),
        source="ninh_binh_2024",
        paragraphs=(8,),
    ),
)
DIFFICULTIES = (
    Difficulty(
        id="nb-kk-nhan-luc",
        text="Thiếu cán bộ chuyên trách",
        text_en="Too few specialists",
        category="nhân lực",
        pillar="the_che_so",
        unit=NINH_BINH,
        source="ninh_binh_2024",
        paragraphs=(20,),
    ),
)
HOLIDAYS = (Holiday(on=date(2024, 1, 1), name="Tết Dương lịch", name_en="New Year"),)

FOLDER = Folder(
    units=UNITS,
    pillars=PILLARS,
    indicators=INDICATORS,
    sources=SOURCES,
    documents=DOCUMENTS,
    holidays=HOLIDAYS,
    observations=OBSERVATIONS,
    plans=PLANS,
    systems=SYSTEMS,
    difficulties=DIFFICULTIES,
)


def with_figures(*added: Observation, without: Iterable[str] = ()) -> Folder:
    """``FOLDER`` with other figures; one of the same id takes the old one's place."""
    gone = {*without, *(observation.id for observation in added)}
    kept = [observation for observation in OBSERVATIONS if observation.id not in gone]
    return replace(FOLDER, observations=(*kept, *added))
