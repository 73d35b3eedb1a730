"""What mastheads say: read back as written, and every mistake told by line."""

from __future__ import annotations

from datetime import date

import pytest

from jianbao.errors import Problems
from jianbao.sheet import Sheet, read_sheet, write_sheet


def test_what_is_written_is_read_back() -> None:
    sheet = Sheet(date(2023, 2, 20), "03", "协商: 民主", (("editors", ("郑桉", "张玉香")),))
    assert read_sheet(write_sheet(sheet), "03.yaml") == sheet


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("date: 2023-02-20\n", "03.yaml:1: no page (write it as 03 or A26)"),
        ("page: 03\ndate: 2023-2-20\n", "03.yaml:2: '2023-2-20' is not a date (write it as 2023"),
        ("date: 2023-02-20\npage: ../3\n", "03.yaml:2: '../3' is not a page number"),
        (
            "date: 2023-02-20\npage: 03\neditors:\n  - 甲: 乙\n",
            "03.yaml:3: editors must be a list of names (write editors: [甲, 乙])",
        ),
        ("date: 2023-02-20\npage: 03\neditors: 甲\n", "03.yaml:3: editors must be a list of names"),
    ],
)
def test_what_is_wrong_is_told_by_line(text: str, message: str) -> None:
    with pytest.raises(Problems) as caught:
        read_sheet(text, "03.yaml")
    assert str(caught.value).startswith(message)
