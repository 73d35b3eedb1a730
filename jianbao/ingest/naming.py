"""A page's day and number from its path, where its masthead does not name them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./年]?)(\d\d?)\2?月?(\d\d?)日?(?!\d{2})")
"""2023-02-20, 20230220, 2023_02_20, 2023/02/20, 2023年2月20日."""

PAGE = re.compile(r"(?:^|[-_./日第pP版]|(?<=\d{8}))([A-Za-z]?\d{1,3})(?:版)?(?:[-_. ][^/]*)?$")
"""The number at the end of a name: 03, A03, p03, 第03版, 20230220A03, 03-要闻."""


def day_of(path: str) -> date | None:
    """The day in a path: `pages/2023-02-20/03.txt`, `20230220A03.pdf`."""
    return next((day for _, day in _days(path) if day), None)


def impossible_day(path: str) -> str:
    """What looks like a day in a path that has none, but is not in the calendar: `2023-02-30`."""
    found = list(_days(path))
    return found[0][0] if found and not any(day for _, day in found) else ""


def _days(path: str) -> Iterator[tuple[str, date | None]]:
    """What looks like a day in a path, and the day that it is."""
    for match in DAY.finditer(path):
        year, separator, month, day = match.groups()
        if not separator and len(month + day) != 4:
            continue
        try:
            yield match[0], date(int(year), int(month), int(day))
        except ValueError:
            yield match[0], None


def page_of(path: str) -> str | None:
    """The page number in a path, two digits or more: `pages/2023-02-20/3.txt` → `03`."""
    name = re.sub(r"\.\w+$", "", path.rpartition("/")[2])
    rest = DAY.sub(lambda match: "-" if match.end() < len(name) else "", name)
    found = PAGE.search(rest)
    if not found:
        return None
    letter, digits = re.fullmatch(r"(\D?)(\d+)", found[1]).groups()  # type: ignore[union-attr]
    if letter and len(digits) == 1 and rest[: found.start(1)].strip("-_."):
        return None  # `scan-b2` is no page of part B; `2023-02-20-B2` is.
    section = "" if letter in "pP" else letter.upper()  # p03 is page 3, A03 the third of part A.
    return f"{section}{int(digits):02}"
