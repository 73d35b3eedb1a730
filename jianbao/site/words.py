"""Dates, pages and places as readers say them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

KIND_HEADINGS = {
    "regions": "地区",
    "themes": "主题",
    "people": "作者",
    "columns": "栏目",
    "sources": "来源",
}
"""What the index of each kind of terms is called."""

WEEKDAYS = "一二三四五六日"


@lru_cache(1024)
def chinese_date(day: date) -> str:
    """2023年2月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


@lru_cache(1024)
def chinese_weekday(day: date) -> str:
    """星期一."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def sheet_label(page: str, section: str) -> str:
    """第03版 协商民主; as much of it as is known."""
    return " ".join(part for part in (f"第{page}版" if page else "", section) if part)


def short_region(path: str) -> str:
    """The deepest name of a region's path."""
    return path.rpartition("/")[2]


def thousands(number: int) -> str:
    """12,345."""
    return f"{number:,}"


@lru_cache(8192)
def pieces(text: str) -> str:
    """A title in the pieces between its spaces, each a `<span>`, which hold together as long as they fit.

    There it was printed in two lines or set apart: 党建引领社区治理 同心共筑美丽家园.
    """
    if " " not in text:
        return text
    from markupsafe import Markup, escape

    return Markup(" ".join(f"<span>{escape(piece)}</span>" for piece in text.split(" ")))
