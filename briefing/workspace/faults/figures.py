"""Mistakes in figures: out of what an indicator allows, at odds with themselves or with others."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

SHARE_ABOVE_HUNDRED = Fault(
    "share_above_hundred",
    N_("“{value}” vượt quá 100%, nhưng “{indicator}” là tỷ lệ của một tổng thể."),
    N_(
        "Sửa lại số; số đếm thì dùng chỉ số đếm (measure: count). Nếu chỉ số đúng là có thể vượt "
        "100 (mức tăng, mức hoàn thành), ghi highest cho nó trong indicators.yaml."
    ),
)
RANK_ABOVE_UNIVERSE = Fault(
    "rank_above_universe",
    N_("Hạng “{value}” lớn hơn số đơn vị được xếp hạng của “{indicator}” ({limit})."),
    N_("Sửa lại thứ hạng, hoặc sửa universe của chỉ số trong indicators.yaml."),
)
ABOVE_HIGHEST = Fault(
    "above_highest",
    N_("“{value}” lớn hơn mức cao nhất của “{indicator}” ({limit})."),
    N_("Sửa lại số, hoặc sửa highest của chỉ số trong indicators.yaml."),
)
BELOW_LOWEST = Fault(
    "below_lowest",
    N_("“{value}” nhỏ hơn mức thấp nhất của “{indicator}” ({limit})."),
    N_(
        "Sửa lại số; mức thay đổi thì ghi kind: change. Nếu chỉ số đúng là có thể thấp hơn "
        "{limit}, ghi lowest cho nó trong indicators.yaml."
    ),
)
LIMITS_REVERSED = Fault(
    "limits_reversed",
    N_("lowest {lowest} không nhỏ hơn highest {highest}."),
    N_("Đổi lại hai giá trị, hoặc bỏ khóa không cần."),
)
RANK_DIRECTION = Fault(
    "rank_direction",
    N_("Chỉ số là thứ hạng nhưng better không phải lower: hạng 1 là tốt nhất."),
    N_("Viết better: lower."),
)
RANK_OF_NO_RANK = Fault(
    "rank_of_no_rank",
    N_("Có “{name}” nhưng measure không phải rank."),
    N_("Viết measure: rank, hoặc bỏ “{name}”."),
)
DENOMINATOR_NOT_POSITIVE = Fault(
    "denominator_not_positive",
    N_("Mẫu số “{value}” phải lớn hơn 0."),
    N_("Sửa mẫu số, hoặc để trống khi nguồn không nêu."),
)
NUMERATOR_TOO_LARGE = Fault(
    "numerator_too_large",
    N_("Tử số {numerator} lớn hơn mẫu số {denominator}."),
    N_("Đổi lại hai cột nếu ghi ngược, hoặc sửa số sai."),
)
NUMERATOR_NEGATIVE = Fault(
    "numerator_negative",
    N_("Tử số “{value}” là số âm."),
    N_("Sửa tử số; mức thay đổi thì ghi kind: change và không ghi tử số."),
)
VALUE_NOT_NUMERATOR = Fault(
    "value_not_numerator",
    N_("value {value} khác tử số {numerator}; với dạng “x/y” hai số này là một."),
    N_("Sửa số sai; tỷ lệ phần trăm thì dùng chỉ số đo bằng % (measure: percent)."),
)
PRINTED_DISAGREES = Fault(
    "printed_disagrees",
    N_("value là {value}, nhưng nguồn in “{printed}”."),
    N_(
        "Sửa value hoặc printed. value là số dạng máy đọc của printed; dạng “x/y” thì value là tử "
        "số; để trống printed khi nguồn không in con số."
    ),
)
TOLD_BEFORE_PERIOD = Fault(
    "told_before_period",
    N_("Công bố ngày {published}, trước khi kỳ số liệu bắt đầu ({start})."),
    N_("Sửa start, end hoặc published_on; số dự kiến thì ghi qualifier: estimate."),
)
TOLD_BEFORE_SOURCE = Fault(
    "told_before_source",
    N_("published_on {published} đứng trước ngày {written} của nguồn “{source}”."),
    N_("Viết published_on: {written}, hoặc sửa date của nguồn trong sources.yaml."),
)
COMPARED_WITH_ITSELF = Fault(
    "compared_with_itself",
    N_("compared_with trùng với end ({day}): không có gì để so."),
    N_("Ghi ngày của kỳ trước ở compared_with."),
)
REVISED_TWICE = Fault(
    "revised_twice",
    N_("Số liệu “{value}” đã được dòng “{other}” ở {first} đính chính."),
    N_("Đính chính tiếp thì trỏ về “{other}”, để chỉ một dòng là dòng hiện hành."),
)
REVISION_BEFORE = Fault(
    "revision_before",
    N_("Đính chính công bố ngày {published}, trước số liệu “{value}” mà nó thay ({first})."),
    N_("Sửa published_on, hoặc đổi chiều: dòng mới trỏ về dòng cũ."),
)
FACT_TWICE = Fault(
    "fact_twice",
    N_("Cùng đơn vị, chỉ số, kỳ và nguồn nhưng có hai số: {value} ở đây, {other} ở {first}."),
    N_("Xóa dòng sai; nếu là đính chính thì ghi mã dòng cũ ở revises; nếu khác kỳ thì sửa kỳ."),
)
CITED_BEFORE_WRITTEN = Fault(
    "cited_before_written",
    N_("Nguồn “{source}” ({told}) dẫn văn bản này trước ngày văn bản được ký ({written})."),
    N_("Sửa date của văn bản hoặc của nguồn; thường là gõ nhầm năm."),
)
