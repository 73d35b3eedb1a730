"""Dates as mastheads print them, and numbers in Chinese figures."""

from __future__ import annotations

import datetime
import re

from jianbao.ingest.spacing import squeeze

TAKEN = "§"
"""Stands, as often as it is long, where a date was found: a page's number may be glued to it."""

_DIGIT = "[0-9〇零○◯O一二三四五六七八九十]"
_YEAR = rf"(?:19|20)\s?\d\s?\d|[一二][〇零○◯O九]{_DIGIT}{_DIGIT}|(?:中[华華])?民[国國]\s*(?:\d{{2,3}}|{_DIGIT}{{2,4}})(?=\s*年)"
_ENGLISH_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(
    rf"(?P<year>{_YEAR})\s*(?:年\s*"
    rf"(?P<month>{_DIGIT}\s?{_DIGIT}?)\s*月\s*(?P<day>{_DIGIT}[\s{_DIGIT[1:-1]}]{{0,3}})"
    r"(?:\s*/\s*\d{1,2})?\s*[日号]|(?P<sign>[-./])(?P<m2>\d{1,2})(?P=sign)(?P<d2>\d{1,2})(?!\d))"
    r"|(?<!\d)(?P<y3>20\d\d)(?P<m3>0[1-9]|1[0-2])(?P<d3>[0-3]\d)(?!\d)"
    rf"|(?<!\d)(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m4>{_ENGLISH_MONTH})\.?[,，]?\s+(?P<y4>(?:19|20)\d\d)"
    rf"|(?P<m5>{_ENGLISH_MONTH})\.?\s+(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?[,，]?\s+(?P<y5>(?:19|20)\d\d)",
)
_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月(?!\s*\d{1,2}\s*日)")
_DAY = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?=\s*(?:星\s?期|周[一二三四五六日]))")
WEEKDAY = re.compile(
    r"[（(]?\s*(?P<day>星\s?期\s?[一二三四五六日天]|周[一二三四五六日](?![\u3400-\u9fff]))"
    r"(?:/[一二三四五六日])?\s*[）)]?"
)
ENGLISH_DAY = re.compile(
    r"(?<![A-Za-z])(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?![A-Za-z])\.?[,，]?",
    re.IGNORECASE,
)
LUNAR = re.compile(
    r"(?:农历|夏历)\S*|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?\S*"
    r"|闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|卅|二十|三十)[一二三四五六七八九十]?"
)
"""A date by the moon: `农历甲辰年二月初九`, `十二月十五`."""
_NUMERALS = {**dict.fromkeys("〇零○◯O", 0), **{c: i for i, c in enumerate("一二三四五六七八九", 1)}}
_REPUBLIC = 1911
"""The year before the first of the Republic's, which papers of Taiwan count by: `民國112年`."""


def take_date(text: str) -> tuple[datetime.date | None, str]:
    """The date and the text with `TAKEN` in its place.

    Of several the one that falls on the weekday that is told; the day may stand apart, in large
    figures: `2024年5月`, `17 星期五`.
    """
    told = WEEKDAY.search(text)
    weekday = "一二三四五六日".find(squeeze(told["day"])[-1].replace("天", "日")) if told else -1
    found = [(day, [match]) for match in _DATE.finditer(text) if (day := _date_of(match))]
    for month in _MONTH.finditer(text):
        for match in _DAY.finditer(text):
            day = _valid(month["year"], month["month"], match["day"])
            if day and day.weekday() == weekday:
                found.append((day, [month, match]))
    if not found:
        return None, text
    day, parts = next((each for each in found if each[0].weekday() == weekday), found[0])
    for part in parts:
        text = text[: part.start()] + TAKEN * len(part[0]) + text[part.end() :]
    return day, text


def number(text: str) -> int:
    """A number in Arabic or Chinese figures, `二零一五` digit by digit and `二十一` by value."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, units = text.partition("十")
        return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(units, 0)
    return int(
        "".join(str(_NUMERALS.get(c, c)) for c in text if c.isdecimal() or c in _NUMERALS) or 0
    )


def _date_of(match: re.Match[str]) -> datetime.date | None:
    year, month, day = (
        next(match[name] for name in names if match[name])
        for names in (
            ("year", "y3", "y4", "y5"),
            ("month", "m2", "m3", "m4", "m5"),
            ("day", "d2", "d3", "d4", "d5"),
        )
    )
    return _valid(year, month, day)


def _valid(year: str, month: str, day: str) -> datetime.date | None:
    """The day that year, month and day name, if there is one."""
    years = number(squeeze(re.sub(r".*民[国國]", "", year)))
    if re.search("民[国國]", year):
        years += _REPUBLIC
    months = (
        "JanFebMarAprMayJunJulAugSepOctNovDec".find(month[:3]) // 3 + 1
        if month.isascii() and month.isalpha()
        else number(squeeze(month))
    )
    try:
        return datetime.date(years, months, number(squeeze(day)))
    except ValueError:
        return None
