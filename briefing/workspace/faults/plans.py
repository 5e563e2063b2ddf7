"""Mistakes in what a plan promises: goals, milestones, changes, deadlines and who is named."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

TARGET_WITHOUT_DOCUMENT = Fault(
    "target_without_document",
    N_("Chỉ tiêu “{value}” không có văn bản: kế hoạch không ghi document."),
    N_("Ghi document cho kế hoạch; chưa rõ văn bản thì ghi source, paragraphs ở chính chỉ tiêu."),
)
GOAL_AGAINST_DIRECTION = Fault(
    "goal_against_direction",
    N_("goal_op “{op}” đi ngược chiều của chỉ số “{indicator}” (better: {better})."),
    N_("Viết goal_op: “{other}”, hoặc sửa better của chỉ số trong indicators.yaml."),
)
GOAL_WORDS_NUMBER = Fault(
    "goal_words_number",
    N_("goal_words “{value}” là một con số nên sẽ không bao giờ được so với số liệu."),
    N_("Viết goal và goal_op thay cho goal_words, như goal: 90 và goal_op: “>”."),
)
DUE_BEFORE_BASELINE = Fault(
    "due_before_baseline",
    N_("due {due} không đứng sau baseline_on {baseline}."),
    N_("Sửa một trong hai: mức đầu kỳ phải có trước thời hạn."),
)
MILESTONE_AFTER_DUE = Fault(
    "milestone_after_due",
    N_("Mốc ngày {value} đứng sau thời hạn {due} của chỉ tiêu."),
    N_("Sửa on của mốc, hoặc sửa due."),
)
MILESTONE_BEFORE_BASELINE = Fault(
    "milestone_before_baseline",
    N_("Mốc ngày {value} không đứng sau baseline_on {baseline}."),
    N_("Sửa on của mốc, hoặc sửa baseline_on."),
)
MILESTONE_BEYOND_GOAL = Fault(
    "milestone_beyond_goal",
    N_("Mức {value} của mốc vượt quá mức đề ra {goal}."),
    N_("Sửa value của mốc, hoặc sửa goal."),
)
MILESTONE_BACKWARDS = Fault(
    "milestone_backwards",
    N_("Mức {value} của mốc lùi so với {before} ngay trước đó."),
    N_("Sửa value, hoặc đổi ngày các mốc cho nhau: càng về sau càng phải gần mức đề ra."),
)
CHANGE_BEFORE_DOCUMENT = Fault(
    "change_before_document",
    N_("Điều chỉnh ngày {value} không đứng sau ngày {written} của văn bản đề ra chỉ tiêu."),
    N_("Sửa on của điều chỉnh, hoặc sửa date của văn bản trong documents.yaml."),
)
CHANGE_BEFORE_ITS_DOCUMENT = Fault(
    "change_before_its_document",
    N_("Điều chỉnh ngày {value} đứng trước văn bản “{document}” ({written}) cho phép điều chỉnh."),
    N_("Viết on: {written}, hoặc sửa document của điều chỉnh."),
)
CHANGE_OF_NOTHING = Fault(
    "change_of_nothing",
    N_("Điều chỉnh này không đổi gì: from và to đều là {value}."),
    N_("Sửa to thành mức mới, hoặc bỏ mục này."),
)
KNOWN_BEFORE_DOCUMENT = Fault(
    "known_before_document",
    N_("known_on {value} đứng trước ngày {written} của văn bản."),
    N_("Sửa known_on, hoặc bỏ khóa này: nội dung được biết từ ngày của văn bản."),
)
EXTENSION_WITHOUT_DUE = Fault(
    "extension_without_due",
    N_("Có gia hạn nhưng không có thời hạn ban đầu."),
    N_("Ghi thời hạn ban đầu ở due; gia hạn không thay cho nó."),
)
EXTENSION_BEFORE_DOCUMENT = Fault(
    "extension_before_document",
    N_("Gia hạn ngày {value} đứng trước ngày {written} của văn bản giao việc."),
    N_("Sửa on của gia hạn, hoặc sửa date của văn bản trong documents.yaml."),
)
EXTENSION_NOT_LATER = Fault(
    "extension_not_later",
    N_("Gia hạn đến {value} không muộn hơn thời hạn trước đó {before}."),
    N_("Sửa due của gia hạn: thời hạn mới phải sau thời hạn đang có."),
)
EXTENSION_AFTER_NEW_DUE = Fault(
    "extension_after_new_due",
    N_("Gia hạn được cho ngày {on}, sau cả thời hạn mới {value}."),
    N_("Sửa on hoặc due của gia hạn; thường là gõ nhầm năm."),
)
FROM_ELSEWHERE = Fault(
    "from_elsewhere",
    N_("“{value}” ({name}) thuộc {home}, không thuộc {owner}."),
    N_("Dùng mã cơ quan của {owner} hoặc cơ quan trung ương trong organisations.yaml."),
)
TARGET_ELSEWHERE = Fault(
    "target_elsewhere",
    N_("Chỉ tiêu “{value}” của {home}, nhiệm vụ này của {owner}."),
    N_("Dùng mã chỉ tiêu của {owner} hoặc chỉ tiêu của cả nước, hoặc sửa unit."),
)
