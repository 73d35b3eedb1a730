"""A masthead taken apart: part after part is taken out, the surest first, wherever it stands.

The date, the day of the week, the page's number, the people and what the paper says of itself leave
the name beside the page's number, which is the section's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.dates import ENGLISH_DAY, LUNAR, TAKEN, WEEKDAY, take_date
from jianbao.ingest.imprint import IMPRINT, ISSUE
from jianbao.ingest.posts import Crew, take_posts
from jianbao.ingest.spacing import FULL_EM, folded, squeeze

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

_GONE = "¦"
"""Stands, as often as it is long, where something else was taken."""
EDGE = rf"[\s{_GONE}{TAKEN}|丨｜/／·•●■◆—]"
HAN, FIGURE = r"[\u3400-\u9fff]", "[一二三四五六七八九十]"
_SPREAD = re.compile(r"(?<![\d年月日])\d(?: \d)+(?!\d)|(?<!\S)\S(?: \S)* 年(?: \S)+(?!\S)")
"""`2 0 1 3 年 1 1 月 7 日`: figures set apart, and words with them."""
_LABELLED_NUMBER = re.compile(
    rf"版\s?[次号序面]\s*[：:/]?\s*第?\s*[A-Z]?(?P<n>\d{{1,3}}|{FIGURE}{{1,3}})(?!\d)\s*版?"
)
_LABELLED_NAME = re.compile(
    rf"(?:栏\s?目|版\s?面|版\s?名|专\s?[栏刊版])\s*[：:]\s*(?P<name>{HAN}[\u3400-\u9fff·]*)"
)
_AND_MORE = rf"(?:\s*[-—–~～、/和至]\s*第?[A-Z]?(?:\d{{1,3}}|{FIGURE}{{1,3}}))?"
"""Of two pages set as one the first has the number: `04-05版`."""
_PAGE = (
    _LABELLED_NUMBER,
    re.compile(rf"第\s*[A-Z]?(?P<n>\d{{1,3}}|{FIGURE}{{1,3}}){_AND_MORE}\s*[版页]"),
    re.compile(rf"(?<![A-Za-z\d])[A-Z]?(?P<n>\d{{1,3}}){_AND_MORE}\s*版(?![权式面本])"),
    re.compile(rf"(?:^|(?<={EDGE}))(?P<n>{FIGURE}{{1,3}})\s*版(?=$|{EDGE}|：)"),
    re.compile(r"(?<![A-Za-z\d])[A-Z][-—]?(?P<n>\d{1,3})(?![\d年月日A-Za-z%％])"),
    re.compile(r"(?<![A-Za-z\d])P(?:\.|age)?\s?(?P<n>\d{1,3})(?!\d)", re.IGNORECASE),
)
"""A page's number that cannot be anything else: `版次：11`, `第04版`, `8版`, `第十版`, `A10`, `P.2`."""
_NO_MEASURE = r"(?![年月日版期号个元张度级件条名位项种类次届只座亿岁分]|万(?!象|家))"
_BARE_PAGE = (
    re.compile(rf"(?:^|(?<={EDGE}))(?P<n>\d{{1,2}})(?:[-—–~～]\d{{1,2}})?(?=$|{EDGE})"),
    re.compile(rf"(?:^|(?<={EDGE}))(?P<n>\d{{1,2}})(?={_NO_MEASURE}{HAN}{{2,5}}(?:$|{EDGE}))"),
    re.compile(rf"(?<={HAN}{{2}})(?P<n>\d{{1,2}})(?=$|{EDGE})"),
)
"""A number by itself, or glued to the section's name: `02 区域`, `12要闻`, `要闻12`."""
_NAME = re.compile(r"[\u3400-\u9fff](?:[\u3400-\u9fff·]*[\u3400-\u9fff])?")
_SPREAD_NAME = re.compile(rf"(?<!{HAN}){HAN}(?: {{1,2}}{HAN})+(?!{HAN})")
_PAPER = re.compile(r"[\u3400-\u9fff]{1,9}(?<![播预简通战情海捷喜])报(?:社)?$")
"""A paper's own name, `海州日报`: no section's as `新闻播报` is."""
_NO_NAME = re.compile(
    "[本头]?版面?|版次|栏目|星期|网[址站]|微信|微博|公众号|电话|热线|邮箱|今日|出版|主[办管]|电子版|数字报|(?:责任|本版)?(?:编辑|责编)|校对|美编"
)
"""Words of a masthead that name no section: a post without a name, a label without what it labels."""
_SENTENCE = re.compile("[，。；！？]")
_ANOTHER_LINE = 90
"""In characters: how far off a name is that stands on another line."""
LONGEST_SECTION = 6
"""Characters of a section's name beside a number that nothing else shows to be a page's."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What some lines say."""

    day: datetime.date | None
    weekday: str | None
    dayname: bool
    """Whether the day of the week is told, in Chinese or in English."""
    crew: Crew
    page: str | None
    """Its number, in the figures that are printed."""
    surely: bool
    """Whether the page's number can be nothing else."""
    section: str | None
    """As folded."""
    names: tuple[str, ...]
    """The words that are left, the section among them."""
    others: int
    """How many parts were taken that say nothing of the page: the paper's name, its telephone."""

    @property
    def has_one_name(self) -> bool:
        """Whether what is left may be a section's name, or nothing is."""
        return len(self.names) <= 1 and all(2 <= len(a) <= LONGEST_SECTION for a in self.names)


def shadow(text: str) -> str:
    """The folded text, in which a blank as wide as a character is two."""
    return folded(text.replace(FULL_EM, "  "))


def parts_of(line: str) -> Parts | None:
    """The parts of one folded line; None if it has a sentence's marks."""
    if _SENTENCE.search(line):
        rest = take_date(ENGLISH_DAY.sub(" ", IMPRINT.sub(" ", line)))[1]
        if _SENTENCE.search(rest):
            return None
    return take(line)


def take(text: str) -> Parts:
    """Take part after part out of some folded lines, the surest first."""
    text = _SPREAD.sub(_squeezed, text)
    text, others = _without(text, IMPRINT)
    name = None
    if labelled := _LABELLED_NAME.search(text):
        name = labelled["name"]
        text = _blank(text, labelled)
    day, text = take_date(text)
    weekday = WEEKDAY.search(text)
    if weekday:
        text = _blank(text, weekday)
    text, english = _without(text, ENGLISH_DAY)
    for pattern in (LUNAR, ISSUE):
        text, taken = _without(text, pattern)
        others += taken
    page, surely = next((found for each in _PAGE if (found := each.search(text))), None), True
    if page:
        text = _blank(text, page)
    crew, text = take_posts(text, _GONE)
    if page is None:
        surely = False
        page = next((found for each in _BARE_PAGE if (found := each.search(text))), None)
        if page:
            text = _blank(text, page)
    text = _SPREAD_NAME.sub(lambda found: squeeze(found[0]).ljust(len(found[0])), text)
    words = [each for each in _NAME.finditer(text) if not _NO_NAME.fullmatch(each[0])]
    papers = [each for each in words if _PAPER.fullmatch(each[0])]
    words = [each for each in words if each not in papers]
    if name is None:
        name = _nearest(words, page, text)
    return Parts(
        day,
        squeeze(weekday["day"]) if weekday else None,
        bool(weekday or english),
        crew,
        page["n"] if page else None,
        surely,
        name,
        tuple(each[0] for each in words),
        others + len(papers),
    )


def _nearest(words: Sequence[re.Match[str]], page: re.Match[str] | None, text: str) -> str | None:
    """The name that stands next to the page's number; without one, the first."""
    names = [each for each in words if len(each[0]) > 1]
    if not names:
        return None
    if page is None:
        return names[0][0]

    def distance(name: re.Match[str]) -> int:
        a, b = sorted((name.span(), page.span()))
        between = text[a[1] : b[0]]
        return len(between) + _ANOTHER_LINE * between.count("\n")

    return min(names, key=distance)[0]


def _without(text: str, pattern: re.Pattern[str]) -> tuple[str, int]:
    return pattern.subn(lambda found: _GONE * len(found[0]), text)


def _blank(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + _GONE * len(match[0]) + text[match.end() :]


def _squeezed(match: re.Match[str]) -> str:
    return squeeze(match[0])
