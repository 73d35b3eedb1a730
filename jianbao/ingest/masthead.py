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
from typing import TYPE_CHECKING

from jianbao.ingest.dates import number
from jianbao.ingest.masthead_parts import (
    EDGE,
    FIGURE,
    HAN,
    LONGEST_SECTION,
    parts_of,
    shadow,
    take,
)
from jianbao.ingest.page import PageInfo
from jianbao.ingest.posts import names_page_s_editor
from jianbao.ingest.spacing import folded, squeeze, width

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAY_BE = re.compile(r"[\d〇○◯零年编版期校]")
"""What each line of a masthead has one of, or almost."""
_LONGEST = 90
"""In em."""
_MOST_WORDS = 24
"""Characters that may be left of a masthead's line when its parts are taken: the section's name in
Chinese, a supplement's, the paper's."""


@functools.lru_cache(maxsize=8192)
def is_masthead(text: str) -> bool:
    """Whether a line is a masthead, or surely a piece of one.

    A date alone is one only on a line of its own, for articles open with dates; else it needs a
    weekday, a post or a page's number beside it, and no sentence. A line of posts alone
    (`本版责编：…`) is one too, and so is `第03版：要闻`.
    """
    line = shadow(text).strip()
    if not _MAY_BE.search(line) or width(line) > _LONGEST:
        return False
    parts = parts_of(line)
    if parts is None:
        return False
    if not parts.day:
        return (
            parts.crew.posts >= 2
            or (parts.crew.posts > 0 and parts.surely)
            or (parts.crew.posts > 0 and names_page_s_editor(line))
            or (parts.page is not None and bool(_NUMBERED.fullmatch(line)))
        )
    if parts.crew.posts or parts.surely:
        return sum(map(len, parts.names)) <= _MOST_WORDS
    if parts.dayname:
        return all(len(one) <= LONGEST_SECTION for one in parts.names)
    if parts.page:  # `2023.6.1 要闻 03`, but no part of a sentence: `2023 年6 月 21日 20 时 37`
        return parts.has_one_name and (parts.page.startswith("0") or bool(parts.others))
    return not parts.names


_NUMBERED = re.compile(
    rf"第\s*[A-Z]?\d{{1,3}}\s*版\s*[：]?\s*[\u3400-\u9fff\s]{{0,10}}|第\s*{FIGURE}{{1,3}}\s*版(?:\s*[：]\s*{HAN}{{2,10}})?"
    rf"|[A-Z]?\d{{2}}\s*[/|丨｜·]\s*{HAN}{{2,6}}|[A-Z]\d{{2}}(?:\s*版)?\s+{HAN}{{2,6}}"
    rf"|版\s?次\s*：\s*\S{{1,4}}(?:\s*栏\s?目\s*：\s*\S{{2,8}})?"
)
"""A page's number and its section's name, and nothing else: `第03版：要闻`, `02 / 港聞`, `A10 经济`."""


_NUMBER_AND_NAME = re.compile(
    rf"\d{{1,2}}{EDGE}+{HAN}{{2,{LONGEST_SECTION}}}|{HAN}{{2,{LONGEST_SECTION}}}{EDGE}+\d{{1,2}}"
)
"""The same where nothing else shows that it is one: `02 区域`, `三农 10`."""


def masthead_lines(lines: Sequence[str]) -> frozenset[int]:
    """Which of a page's lines, in its order, are mastheads or stand beside one: their indices.

    `02 区域` may be anything, but right above or below the line with the date it is the page's number
    and section, if that line has none; so is it as the first or the last line of a page.
    """
    found = _with_pieces({at for at, line in enumerate(lines) if is_masthead(line)}, lines)
    if not any(read_masthead([lines[at]]).page_no for at in found):
        ends = {0, 1, len(lines) - 2, len(lines) - 1}.intersection(range(len(lines)))
        found = _with_pieces(found | {at for at in ends if _is_at_end(lines, at)}, lines)
    return frozenset(found)


def _with_pieces(mastheads: set[int], lines: Sequence[str]) -> set[int]:
    """Some lines of mastheads, and those beside them that go with them."""
    found = set(mastheads)
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
    return found


def _goes_with(text: str, masthead: Sequence[str]) -> bool:
    """Whether a line beside a masthead is a piece of it."""
    parts = parts_of(shadow(text).strip())
    if parts is None or re.search("[《》“”]", text):
        return False
    if parts.page:
        told = read_masthead(masthead).page_no
        fits = told is None or (parts.surely and int(told) == number(parts.page))
        return fits and parts.has_one_name
    says = parts.day or parts.dayname or parts.crew.posts or parts.others
    return bool(says) and not parts.names


def _is_at_end(lines: Sequence[str], at: int) -> bool:
    """Whether a line at a page's head or foot numbers the page: `02 区域`, `18车市 2023-01-01`."""
    line = shadow(lines[at]).strip()
    if at in {0, len(lines) - 1} and _NUMBER_AND_NAME.fullmatch(line):
        return True
    parts = parts_of(line)
    return bool(parts and parts.day and parts.page and parts.has_one_name)


def read_masthead(lines: Sequence[str]) -> PageInfo:
    """Read what the masthead's lines say; what they do not say stays None or empty."""
    parts = take("\n".join(map(shadow, lines)))
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
    return tuple(_as_printed(name, lines) for name in take("\n".join(map(shadow, lines))).names)


def _as_printed(section: str, lines: Sequence[str]) -> str:
    """The section as the page has it: rules see a folded shadow of the same length."""
    printed = squeeze("".join(lines))
    place = folded(printed).find(section)
    return printed[place : place + len(section)] if place >= 0 else section
