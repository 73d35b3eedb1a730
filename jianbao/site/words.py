"""Dates, pages, numbers and places as readers say them, in the language of the interface."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jianbao.language import language_of, marked

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from jianbao.language import Language

KIND_HEADINGS = {
    "regions": marked("地区"),
    "themes": marked("主题"),
    "people": marked("作者"),
    "columns": marked("栏目"),
    "sources": marked("来源"),
}
"""What the index of each kind of terms is called."""

MONTHS = (
    *(marked("1月"), marked("2月"), marked("3月"), marked("4月"), marked("5月"), marked("6月")),
    *(marked("7月"), marked("8月"), marked("9月"), marked("10月"), marked("11月"), marked("12月")),
)

WEEKDAYS = (
    *(marked("星期一"), marked("星期二"), marked("星期三"), marked("星期四")),
    *(marked("星期五"), marked("星期六"), marked("星期日")),
)

SHORT_WEEKDAYS = (
    *(marked("一"), marked("二"), marked("三"), marked("四"), marked("五")),
    *(marked("六"), marked("日")),
)
"""At the head of a calendar."""

HAN = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""A Chinese character, as a pattern."""


class Words:
    """How a language says what stands on many pages. Days and months come again: they are kept."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._ = language.text
        self.months = tuple(map(self._, MONTHS))
        """January to December."""
        self.weekdays = tuple(zip(map(self._, SHORT_WEEKDAYS), map(self._, WEEKDAYS), strict=True))
        """Monday to Sunday, each in short and in full."""
        self.dates = self._("日期")
        """The calendar of all years."""
        self.newer, self.older = self._("较新的报道"), self._("较早的报道")
        """The ways on from a page of a list."""
        self.date = lru_cache(1024)(self._date)
        self.weekday = lru_cache(1024)(self._weekday)
        self.page = lru_cache(256)(self._page)

    def _date(self, day: date) -> str:
        """2023年2月20日, 20 February 2023."""
        return self._("{year}年{month}月{day}日").format(
            year=day.year, month=day.month, day=day.day, month_name=self.months[day.month - 1]
        )

    def _weekday(self, day: date) -> str:
        """星期一, Monday."""
        return self.weekdays[day.weekday()][1]

    def year(self, number: int) -> str:
        """2023年, 2023."""
        return self._("{year}年").format(year=number)

    def month(self, number: int) -> str:
        """2月, February."""
        return self.months[number - 1]

    def month_of_year(self, year: int, month: int) -> str:
        """2023年2月, Feb 2023."""
        return self._("{year}年{month}月").format(
            year=year, month=month, month_name=self.months[month - 1]
        )

    def _page(self, page: str) -> str:
        """第03版, Page 03."""
        return self._("第{page}版").format(page=page)

    def sheet(self, page: str, section: str) -> str:
        """第03版 协商民主, Page 03 协商民主; as much of it as is known."""
        return " ".join(part for part in (self.page(page) if page else "", section) if part)

    def heading(self, kind: str) -> str:
        """What the index of a kind of terms is called."""
        return self._(KIND_HEADINGS[kind])

    def search_of(self, title: str) -> str:
        """What a browser says of the search of an archive."""
        return self._("在“{title}”里查报道").format(title=title)

    def counted(self, message: str, number: int, **names: object) -> Markup:
        """A message in the form that goes with a number, filled in; for templates."""
        from markupsafe import Markup

        said = Markup(self.language.counted(message, number))
        return said.format(count=thousands(number), **names)


@lru_cache
def words_in(tag: str) -> Words:
    """The words of the interface for a BCP 47 tag."""
    return Words(language_of(tag))


def has_han(text: str) -> bool:
    """Whether a text has a Chinese character."""
    return bool(re.search(HAN, text))


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
