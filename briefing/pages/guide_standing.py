"""What the help says of ranking, map, slopes, standing and comparison: their signs and rules."""

from __future__ import annotations

from briefing.language import N_

SIGNS = (
    ("►", N_("đơn vị đang xem")),
    ("•", N_("đơn vị đang được so sánh cùng")),
    ("=", N_("sau một hạng: đồng hạng; trước một số: giữ hạng, giữ giá trị")),
    ("↑ ↓", N_("lên, xuống mấy bậc, hoặc giá trị tốt lên, kém đi")),
    ("*", N_("số liệu có ghi chú, đọc ở cuối trang")),
    (
        "┃",
        N_(
            "trong thanh: trung bình ở xếp hạng và vị thế, mức đề ra ở chỉ tiêu, giá trị công bố ở "
            "giả định"
        ),
    ),
    ("──", N_("giữa các dòng xếp hạng: chỗ của trung bình, trung vị")),
    ("★", N_("tốt nhất trong các đơn vị đặt cạnh nhau")),
    ("■", N_("trên bản đồ: chỉ xếp được trong số giá trị đã công bố, chưa biết hạng của tất cả")),
    ("◇", N_("trên bản đồ: chỉ có hạng hoặc chỉ có giá trị; ở dòng chữ: chỗ chưa chắc chắn")),
    ("○", N_("trên bản đồ: chưa công bố")),
    ("○ ●", N_("dưới biểu đồ dốc: kỳ trước và kỳ này của một đơn vị; chỉ có ● là giữ nguyên")),
    ("·", N_("trên bản đồ: ngoài nhóm đang lọc")),
    ("✘", N_("ở vị thế: dữ liệu chưa có nhiệm vụ đang mở cho chỉ số đó")),
)
"""Each sign with what it says."""

RULES = (
    N_("Hạng là hạng công bố; chỉ có giá trị thì xếp theo các giá trị ấy và nói rõ là hạng tính."),
    N_("Bằng nhau thì cùng hạng, hạng kế tiếp lùi theo: 1, 1, 3."),
    N_(
        "Đơn vị không có số liệu được nêu tên ở cuối, không tính là 0; trung bình và trung vị chỉ "
        "của các giá trị đã công bố."
    ),
    N_("Điểm mất của một chỉ số là (1 − giá trị) × điểm tối đa."),
    N_("Không so kết quả của hai bộ chỉ số, cũng không so hạng trong số đơn vị khác nhau."),
    N_(
        "Trên bản đồ ✔ ● ◆ ▲ là phần tư số hạng, từ nhóm đầu đến nhóm cuối; ở chỉ tiêu, nhiệm vụ "
        "cũng các dấu ấy là đạt, đúng tiến độ, nguy cơ chậm, chậm hoặc quá hạn."
    ),
)
"""How places are made and what is never set against each other."""
