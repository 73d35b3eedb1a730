"""The masthead (报眉): date, page number, page name, and who made the page.

It may be one line or several, at the head of the page or at its foot, and extraction glues its
parts together (`032023年2月20日`). The forms read here, one of each paper seen:

    协商民主 032023年2月20日 星期一 值班编委 郑 桉 编辑/美编 孙丽君 校对 郝 婧
    第04版：社会 2024年4月12日 星期五 责编 谢欣春 版式 徐 文 校对 李晓欣
    4版 社会 2024年9月15日/星期日 值班主任：胡宇明 编辑：刘飞波 校对：邓宇娟
    2024年2月19日 星期一 政协 A04 本版编辑/罗波晓 美编/徐海涵 文检/邓香桂
    A26 中國新聞 責任編輯:X/Y 版面設計:X 2015 年 8 月 10 日(星期一)
    2011年7月13日 ● 星期三 www…      02 / 港聞
    P.2 第六期 … 二零一五年四月
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from jianbao.ingest.names import split_names
from jianbao.ingest.page import PageInfo
from jianbao.ingest.spacing import folded, squeeze, width

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGIT = "[0-9〇零○一二三四五六七八九十]"
_DATE = re.compile(
    rf"(?P<year>(?:19|20)\s?\d\s?\d|[一二][〇零○九]{_DIGIT}{_DIGIT})\s*(?:年\s*"
    rf"(?P<month>{_DIGIT}\s?{_DIGIT}?)\s*月\s*(?P<day>{_DIGIT}[\s{_DIGIT[1:-1]}]{{0,3}})"
    rf"(?:\s*/\s*\d{{1,2}})?\s*日|[-./](?P<m2>\d{{1,2}})[-./](?P<d2>\d{{1,2}})(?!\d))"
)
_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月(?!\s*\d{1,2}\s*日)")
_DAY = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?=\s*(?:星\s?期|周[一二三四五六日]))")
_WEEKDAY = re.compile(
    r"[（(]?\s*(星\s?期\s?[一二三四五六日天]|周[一二三四五六日])(?:/[一二三四五六日])?\s*[）)]?"
)
_PAGE_NUMBER = (
    re.compile(r"第\s*[A-Z]?(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s*版\s*[：:]?"),
    re.compile(r"(?<![A-Za-z0-9今])[A-Z]?(?P<n>\d{1,3})\s*版"),
    re.compile(r"(?<![A-Za-z0-9])[A-Z](?P<n>\d{1,3})(?![\d年月日A-Za-z])"),
    re.compile(r"(?<![A-Za-z0-9])P\.\s?(?P<n>\d{1,3})(?!\d)"),
    re.compile(r"(?:^|(?<=\s))(?P<n>\d{1,2})(?=\s|/|$)"),
    re.compile(
        r"(?:^|(?<=\s\s))(?P<n>\d{1,2})(?=(?![年月日版期号元个张度级])[\u3400-\u9fff]{2,5}(?:\s|$))"
    ),
    re.compile(r"(?:^|(?<=\D))(?P<n>\d{2})(?=\s*§)"),
)
_STAFF = {
    "duty_editors": "值班编委|值班主任|值班总编辑|值班总编|值班领导|值班编辑|执行总编|带班编委|主编",
    "editors": "责任编辑|本版编辑|本版责编|一版责编|责编|文字编辑|执行编辑|编辑",
    "layout": "美术编辑|版面设计|版式设计|视觉设计|美编|版式|组版|排版|设计|视觉|制图|图编",
    "proofreaders": "责任校对|责校|校对|文检|检校|校检|审读|质检",
}
_POST_OF_KEYWORD = {
    keyword: post for post, keywords in _STAFF.items() for keyword in keywords.split("|")
}
_KEYWORD = "|".join(sorted(_POST_OF_KEYWORD, key=len, reverse=True))
_CREDIT = re.compile(
    rf"[■●◆□▲]?(?P<posts>(?:{_KEYWORD})(?:\s*[/／]\s*(?:{_KEYWORD}))*)\s*[：/／]?\s*"
    rf"(?P<names>(?:(?!{_KEYWORD})[\u3400-\u9fff·、/／\s])*)"
)
_NOT_A_SECTION = re.compile(
    r"(?:今[日天]|共)\s*(?:出版)?\s*\S{1,2}\s*版|总第\s*\d+\s*期|第\s*\S{1,5}\s*期|农历\S*|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S*"
    r"|[正一二三四五六七八九十冬腊]+月[初十廿卅二三][一二三四五六七八九十]?|www\.\S+|https?://\S+|\S+\.com\S*"
    r"|ISSUE\s*NO\S*|本期\s*\S{1,2}版|零售价\S*|国内统一\S*|CN\S+|邮发代号\S*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*"
)
_NAME = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff·]*")
_SPREAD_NUMBER = re.compile(r"(?<![\d年月日])\d(?: \d)+(?!\d)")
"""`2 0 1 3 年 1 1 月 7 日`: digits set apart."""
_NUMERALS = {"〇": 0, "零": 0, "○": 0, **{c: i for i, c in enumerate("一二三四五六七八九", 1)}}


def is_masthead(text: str) -> bool:
    """Whether a line is a masthead or a piece of one.

    A date alone is not: articles open with dates. It needs a weekday or a post beside it, and no
    sentence; a line of posts alone (`本版责编：…`) is one too, and so is `第03版：要闻`.
    """
    line = _SPREAD_NUMBER.sub(_squeezed, folded(text))
    if re.search(r"[，。；！？]", line) or width(line) > 90:
        return False
    dated = _DATE.search(line)
    posts = [match for match in _CREDIT.finditer(line) if split_names(match["names"])]
    if dated:
        rest = line[: dated.start()] + line[dated.end() :]
        weekday = _WEEKDAY.search(rest)
        return bool(weekday or posts or any(p.search(rest) for p in _PAGE_NUMBER[:3])) or (
            not squeeze(rest)
        )
    if posts and len(posts) >= 2:
        return True
    if (
        posts
        and posts[0].start() == 0
        and re.match(r"[■●□]?(本版|[一二三四五六七八九十]+版)", line)
    ):
        return True
    return bool(
        re.fullmatch(r"第\s*[A-Z]?\d{1,3}\s*版\s*[：:]?\s*[\u3400-\u9fff\s]{0,10}", line.strip())
        or re.fullmatch(r"[A-Z]?\d{2}\s*/\s*[\u3400-\u9fff]{2,6}", line.strip())
        or re.fullmatch(r"[A-Z]\d{2}\s+[\u3400-\u9fff]{2,6}", line.strip())
    )


def read_masthead(lines: Sequence[str]) -> PageInfo:
    """Read what the masthead's lines say; what they do not say stays None or empty."""
    return _read(lines)[0]


def masthead_names(lines: Sequence[str]) -> tuple[str, ...]:
    """What may be the section's name: the words that are neither date nor number nor people."""
    return tuple(_as_printed(name, lines) for name in _NAME.findall(_read(lines)[1]))


def _read(lines: Sequence[str]) -> tuple[PageInfo, str]:
    """What the lines say, and what is left of them."""
    rest = "  ".join(_SPREAD_NUMBER.sub(_squeezed, folded(line)) for line in lines)
    people: dict[str, list[str]] = {post: [] for post in _STAFF}

    def take_credit(match: re.Match[str]) -> str:
        names = split_names(match["names"])
        if not names:
            return match[0]
        for keyword in re.split(r"\s*[/／]\s*", match["posts"]):
            people[_POST_OF_KEYWORD[keyword]].extend(names)
        return "  "

    rest = _CREDIT.sub(take_credit, rest)
    iso, rest = _take_date(rest)
    weekday = None
    if found := _WEEKDAY.search(rest):
        weekday = squeeze(found[1])
        rest = rest[: found.start()] + "  " + rest[found.end() :]
    rest = _NOT_A_SECTION.sub("  ", rest)
    page_number = None
    for pattern in _PAGE_NUMBER:
        if found := pattern.search(rest):
            page_number = f"{_number(found['n']):02d}"
            rest = rest[: found.start()] + "  " + rest[found.end() :]
            break
    section = _NAME.search(rest)
    info = PageInfo(
        date=iso,
        page_no=page_number,
        section=_as_printed(squeeze(section[0]), lines) if section else None,
        weekday=weekday,
        duty_editors=tuple(people["duty_editors"]),
        editors=tuple(people["editors"]),
        layout=tuple(people["layout"]),
        proofreaders=tuple(people["proofreaders"]),
    )
    return info, rest


def _take_date(text: str) -> tuple[str | None, str]:
    """The ISO date and the text without it; `§` marks its place, for the number glued to it.

    Of several the one that falls on the weekday that is told; the day may stand apart, in large
    figures: `2024年5月`, `17 星期五`.
    """
    weekday = _WEEKDAY.search(text)
    number = "一二三四五六日".find(squeeze(weekday[1])[-1].replace("天", "日")) if weekday else -1
    found = [(day, [match]) for match in _DATE.finditer(text) if (day := _date_of(match))]
    for month in _MONTH.finditer(text):
        for match in _DAY.finditer(text):
            day = _valid(month["year"], month["month"], match["day"])
            if day and day.weekday() == number:
                found.append((day, [month, match]))
    if not found:
        return None, text
    day, parts = next((each for each in found if each[0].weekday() == number), found[0])
    for part in sorted(parts, key=lambda each: -each.start()):
        text = f"{text[: part.start()]}§  {text[part.end() :]}"
    return day.isoformat(), text


def _date_of(match: re.Match[str]) -> datetime.date | None:
    return _valid(match["year"], match["month"] or match["m2"], match["day"] or match["d2"])


def _valid(*parts: str) -> datetime.date | None:
    """The day that year, month and day name, if there is one."""
    try:
        return datetime.date(*[_number(squeeze(part)) for part in parts])
    except ValueError:
        return None


def _squeezed(match: re.Match[str]) -> str:
    return squeeze(match[0])


def _as_printed(section: str, lines: Sequence[str]) -> str:
    """The section as the page has it: rules see a folded shadow of the same length."""
    printed = squeeze("".join(lines))
    place = folded(printed).find(section)
    return printed[place : place + len(section)] if place >= 0 else section


def _number(text: str) -> int:
    """A number in Arabic or Chinese figures, `二零一五` digit by digit and `二十一` by value."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, units = text.partition("十")
        return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(units, 0)
    return int("".join(str(_NUMERALS[c]) if c in _NUMERALS else c for c in text) or 0)
