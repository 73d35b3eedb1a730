"""The masthead (报眉): date, page number, page name, and who made the page.

It may be one line or several, at the head of the page or at its foot, its parts in any order, and
extraction glues them together (`032023年2月20日`). So it is read by taking out part after part, the
surest first; the name left beside the page's number is the section's. Some of the forms:

    协商民主 032023年2月20日 星期一 值班编委 郑 桉 编辑/美编 孙丽君 校对 郝 婧
    2024年2月19日 星期一 政协 A04 本版编辑/罗波晓 美编/徐海涵 文检/邓香桂
    A26 中國新聞 責任編輯:X/Y 版面設計:X 2015 年 8 月 10 日(星期一)
    2011年7月13日 ● 星期三 www…      02 / 港聞
    华岳日报 2024年9月26日 星期四 版次：11 栏目：社会 编辑：崔梅敏
    今日12版 总第5568期 星期日2025年2月16日 值班编委/尹磊诺      02 区域
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.dates import ENGLISH_DAY, LUNAR, TAKEN, WEEKDAY, number, take_date
from jianbao.ingest.imprint import IMPRINT
from jianbao.ingest.page import PageInfo
from jianbao.ingest.posts import Crew, names_page_s_editor, take_posts
from jianbao.ingest.spacing import folded, squeeze, width

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

_GONE = "¦"
"""Stands, as often as it is long, where something else was taken."""
_EDGE = rf"[\s{_GONE}{TAKEN}|丨｜/／·•●■◆—]"
_HAN, _FIGURE = r"[\u3400-\u9fff]", "[一二三四五六七八九十]"
_SPREAD = re.compile(r"(?<![\d年月日])\d(?: \d)+(?!\d)|(?<!\S)\S(?: \S)* 年(?: \S)+(?!\S)")
"""`2 0 1 3 年 1 1 月 7 日`: figures set apart, and words with them."""
_COUNT = re.compile(
    rf"(?:今[日天]|本[日期报]|共|对开|[四八]开|总共|全)(?:\s*(?:本报|出版|共|[四八]开))*\s*(?:\d+|{_FIGURE}+)\s*[个大]?\s*版"
    rf"|(?:\d+|{_FIGURE}+)\s*个\s*版|(?:总\s*)?第?\s*\d{{3,6}}\s*[期号]|总\s*第?\s*\d+\s*[期号]|第\s*(?:\d+|{_FIGURE}+)\s*期"
    r"|(?:ISSUE\s*)?NO\.?\s*\d+|新?\d+期"
)
"""How many pages the issue has, and its number: `今日12版`, `16个版`, `总第5568期`."""
_LABELLED_NUMBER = re.compile(
    rf"版\s?[次号序面]\s*[：:/]?\s*第?\s*[A-Z]?(?P<n>\d{{1,3}}|{_FIGURE}{{1,3}})(?!\d)\s*版?"
)
_LABELLED_NAME = re.compile(
    rf"(?:栏\s?目|版\s?面|版\s?名|专\s?[栏刊版])\s*[：:]\s*(?P<name>{_HAN}[\u3400-\u9fff·]*)"
)
_AND_MORE = rf"(?:\s*[-—–~～、/和至]\s*第?[A-Z]?(?:\d{{1,3}}|{_FIGURE}{{1,3}}))?"
"""Of two pages set as one the first has the number: `04-05版`."""
_PAGE = (
    _LABELLED_NUMBER,
    re.compile(rf"第\s*[A-Z]?(?P<n>\d{{1,3}}|{_FIGURE}{{1,3}}){_AND_MORE}\s*[版页]"),
    re.compile(rf"(?<![A-Za-z\d])[A-Z]?(?P<n>\d{{1,3}}){_AND_MORE}\s*版(?![权式面本])"),
    re.compile(rf"(?:^|(?<={_EDGE}))(?P<n>{_FIGURE}{{1,3}})\s*版(?=$|{_EDGE}|：)"),
    re.compile(r"(?<![A-Za-z\d])[A-Z][-—]?(?P<n>\d{1,3})(?![\d年月日A-Za-z%％])"),
    re.compile(r"(?<![A-Za-z\d])P(?:\.|age)?\s?(?P<n>\d{1,3})(?!\d)", re.IGNORECASE),
)
"""A page's number that cannot be anything else: `版次：11`, `第04版`, `8版`, `第十版`, `A10`, `P.2`."""
_NO_MEASURE = r"(?![年月日版期号个元张度级件条名位项种类次届只座万亿岁分])"
_BARE_PAGE = (
    re.compile(rf"(?:^|(?<={_EDGE}))(?P<n>\d{{1,2}})(?:[-—–~～]\d{{1,2}})?(?=$|{_EDGE})"),
    re.compile(rf"(?:^|(?<={_EDGE}))(?P<n>\d{{1,2}})(?={_NO_MEASURE}{_HAN}{{2,5}}(?:$|{_EDGE}))"),
    re.compile(rf"(?<={_HAN}{{2}})(?P<n>\d{{1,2}})(?=$|{_EDGE})"),
)
"""A number by itself, or glued to the section's name: `02 区域`, `12要闻`, `要闻12`."""
_NAME = re.compile(r"[\u3400-\u9fff](?:[\u3400-\u9fff·]*[\u3400-\u9fff])?")
_SPREAD_NAME = re.compile(rf"(?<!{_HAN}){_HAN}(?: {{1,2}}{_HAN})+(?!{_HAN})")
_PAPER = re.compile(r"[\u3400-\u9fff]{1,9}(?<![播预简通战情海捷喜])报(?:社)?$")
"""A paper's own name, `海州日报`: no section's as `新闻播报` is."""
_NO_NAME = re.compile(
    "[本头]?版面?|版次|栏目|星期|网[址站]|微信|微博|公众号|电话|热线|邮箱|今日|出版|主[办管]|电子版|数字报|(?:责任|本版)?(?:编辑|责编)|校对|美编"
)
"""Words of a masthead that name no section: a post without a name, a label without what it labels."""
_SENTENCE = re.compile("[，。；！？]")
_MAY_BE = re.compile(r"[\d〇○◯零年编版期校]")
"""What each line of a masthead has one of, or almost."""
_LONGEST = 90
"""In em."""
_MOST_WORDS = 24
"""Characters that may be left of a masthead's line when its parts are taken: the section's name in
Chinese, a supplement's, the paper's."""
_LONGEST_SECTION = 6
"""Characters of a section's name beside a number that nothing else shows to be a page's."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What some lines say."""

    day: datetime.date | None
    weekday: str | None
    crew: Crew
    page: str | None
    """Its number, in the figures that are printed."""
    surely: bool
    """Whether the page's number can be nothing else."""
    section: str | None
    """As folded."""
    names: tuple[str, ...]
    """The words that are left, the papers' names and the section among them."""
    others: int
    """How many parts were taken that say nothing of the page."""


@functools.lru_cache(maxsize=8192)
def is_masthead(text: str) -> bool:
    """Whether a line is a masthead, or surely a piece of one.

    A date alone is one only on a line of its own, for articles open with dates; else it needs a
    weekday, a post or a page's number beside it, and no sentence. A line of posts alone
    (`本版责编：…`) is one too, and so is `第03版：要闻`.
    """
    line = folded(text).strip()
    if not _MAY_BE.search(line) or width(line) > _LONGEST:
        return False
    parts = _read(line)
    if parts is None:
        return False
    if sum(map(len, parts.names)) > _MOST_WORDS:
        return False
    if not parts.day:
        return (
            parts.crew.posts >= 2
            or (parts.crew.posts > 0 and names_page_s_editor(line))
            or (parts.page is not None and bool(_NUMBERED.fullmatch(line)))
        )
    if parts.crew.posts or parts.surely:
        return True
    if parts.weekday:
        return all(len(one) <= _LONGEST_SECTION or _PAPER.fullmatch(one) for one in parts.names)
    if parts.page:  # `2023.6.1 要闻 03`, but no part of a sentence: `2023 年6 月 21日 20 时 37`
        return (
            parts.page.startswith("0")
            and len(parts.names) <= 1
            and all(2 <= len(one) <= _LONGEST_SECTION for one in parts.names)
        )
    return not parts.names


_NUMBERED = re.compile(
    rf"第\s*[A-Z]?\d{{1,3}}\s*版\s*[：]?\s*[\u3400-\u9fff\s]{{0,10}}|第\s*{_FIGURE}{{1,3}}\s*版(?:\s*[：]\s*{_HAN}{{2,10}})?"
    rf"|[A-Z]?\d{{2}}\s*[/|丨｜·]\s*{_HAN}{{2,6}}|[A-Z]\d{{2}}(?:\s*版)?\s+{_HAN}{{2,6}}"
    rf"|版\s?次\s*：\s*\S{{1,4}}(?:\s*栏\s?目\s*：\s*\S{{2,8}})?"
)
"""A page's number and its section's name, and nothing else: `第03版：要闻`, `02 / 港聞`, `A10 经济`."""


def masthead_lines(lines: Sequence[str]) -> frozenset[int]:
    """Which of a page's lines, in its order, are mastheads or stand beside one: their indices.

    `02 区域` may be anything, but right above or below the line with the date it is the page's number
    and section, if that line has none; so is it as the first or the last line of a page.
    """
    found = {at for at, line in enumerate(lines) if is_masthead(line)}
    for first in sorted(found):
        if first - 1 in found:
            continue
        last = first
        while last + 1 in found:
            last += 1
        own = [*lines[first : last + 1]]
        for at, step in ((first - 1, -1), (last + 1, 1)):
            while 0 <= at < len(lines) and at not in found and _goes_with(lines[at], own):
                found.add(at)
                own.append(lines[at])
                at += step
    if lines and not any(read_masthead([lines[at]]).page_no for at in found):
        found.update(at for at in {0, len(lines) - 1} - found if _is_numbered_name(lines[at]))
    return frozenset(found)


def _goes_with(text: str, masthead: Sequence[str]) -> bool:
    """Whether a line beside a masthead is a piece of it."""
    parts = _read(folded(text).strip())
    if parts is None or re.search("[《》“”]", text):
        return False
    names = [one for one in parts.names if not _PAPER.fullmatch(one)]
    if parts.page:
        told = read_masthead(masthead).page_no
        fits = told is None or (parts.surely and int(told) == number(parts.page))
        return fits and len(names) <= 1 and sum(map(len, names)) <= _LONGEST_SECTION
    anything = (
        parts.day or parts.weekday or parts.crew.posts or parts.others or len(parts.names) == 1
    )
    return bool(anything) and not names


def _is_numbered_name(text: str) -> bool:
    """Whether a line is a number and a name that a blank parts: `02 区域`, `三农 10`."""
    line = folded(text).strip()
    name = rf"{_HAN}{{2,{_LONGEST_SECTION}}}"
    return bool(re.fullmatch(rf"\d{{1,2}}{_EDGE}+{name}|{name}{_EDGE}+\d{{1,2}}", line))


def read_masthead(lines: Sequence[str]) -> PageInfo:
    """Read what the masthead's lines say; what they do not say stays None or empty."""
    parts = _take("\n".join(map(folded, lines)))
    people = parts.crew.people
    return PageInfo(
        date=parts.day.isoformat() if parts.day else None,
        page_no=f"{number(parts.page):02d}" if parts.page else None,
        section=_as_printed(parts.section, lines) if parts.section else None,
        weekday=parts.weekday,
        duty_editors=tuple(people["duty_editors"]),
        editors=tuple(people["editors"]),
        layout=tuple(people["layout"]),
        proofreaders=tuple(people["proofreaders"]),
    )


def masthead_names(lines: Sequence[str]) -> tuple[str, ...]:
    """What may be the section's name: the words that are neither date nor number nor people."""
    return tuple(_as_printed(name, lines) for name in _take("\n".join(map(folded, lines))).names)


def _read(line: str) -> _Parts | None:
    """The parts of one folded line; None if it has a sentence's marks."""
    if _SENTENCE.search(line):
        rest = take_date(ENGLISH_DAY.sub(" ", IMPRINT.sub(" ", line)))[1]
        if _SENTENCE.search(rest):
            return None
    return _take(line)


def _take(text: str) -> _Parts:
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
    for pattern in (ENGLISH_DAY, LUNAR, _COUNT):
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
    if name is None:
        name = _nearest(words, page, text)
    return _Parts(
        day,
        squeeze(weekday["day"]) if weekday else None,
        crew,
        page["n"] if page else None,
        surely,
        name,
        tuple(each[0] for each in words),
        others,
    )


def _nearest(words: Sequence[re.Match[str]], page: re.Match[str] | None, text: str) -> str | None:
    """The name that stands next to the page's number; without one, the first."""
    names = [each for each in words if not _PAPER.fullmatch(each[0]) and len(each[0]) > 1]
    if not names:
        return None
    if page is None:
        return names[0][0]

    def distance(name: re.Match[str]) -> int:
        a, b = sorted((name.span(), page.span()))
        return len(text[a[1] : b[0]]) + _LONGEST * text[a[1] : b[0]].count("\n")

    return min(names, key=distance)[0]


def _without(text: str, pattern: re.Pattern[str]) -> tuple[str, int]:
    return pattern.subn(lambda found: _GONE * len(found[0]), text)


def _blank(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + _GONE * len(match[0]) + text[match.end() :]


def _squeezed(match: re.Match[str]) -> str:
    return squeeze(match[0])


def _as_printed(section: str, lines: Sequence[str]) -> str:
    """The section as the page has it: rules see a folded shadow of the same length."""
    printed = squeeze("".join(lines))
    place = folded(printed).find(section)
    return printed[place : place + len(section)] if place >= 0 else section
