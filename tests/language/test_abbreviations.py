"""Abbreviations of short names are opened by the words of the full ones."""

from __future__ import annotations

import pytest

from briefing.wording.abbreviations import opened


@pytest.mark.parametrize(
    ("short", "full", "found"),
    [
        (
            "DVCTT tích hợp CDVCQG",
            "Số dịch vụ công trực tuyến tích hợp trên Cổng Dịch vụ công quốc gia",
            {"DVCTT": "dịch vụ công trực tuyến", "CDVCQG": "Cổng Dịch vụ công quốc gia"},
        ),
        (
            "Tổ CNSCĐ cấp thôn",
            "Số tổ công nghệ số cộng đồng cấp thôn, xóm",
            {"CNSCĐ": "công nghệ số cộng đồng"},
        ),
        (
            "Hạng DTI: trụ cột XH số",
            "Xếp hạng trụ cột xã hội số (DTI cấp tỉnh)",
            {"XH": "xã hội"},
        ),
        ("XH chung", "Xếp hạng mọi đơn vị", {}),
        ("Chỉ số DTI", "Chỉ số chuyển đổi số cấp tỉnh (DTI)", {}),
        ("PAR 2022", "Cải cách hành chính", {}),
        ("", "", {}),
    ],
)
def test_what_an_abbreviation_stands_for(short: str, full: str, found: dict[str, str]) -> None:
    assert opened([(short, full)]) == found


def test_each_is_opened_once() -> None:
    told = [("Số DVC mới", "Số dịch vụ công mới"), ("DVC cũ", "Dịch vụ công cũ")]
    assert opened(told) == {"DVC": "dịch vụ công"}
