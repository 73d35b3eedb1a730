"""What a PDF page's masthead says of the page: its date, its number, its section, who made it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.masthead import masthead_names, read_masthead
from jianbao.ingest.pdf.masthead import is_dated, is_imprint, is_paper_name
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.page import PageInfo
    from jianbao.ingest.pdf.lines import Line
    from jianbao.ingest.pdf.pieces import Layout

_CODE = re.compile(
    r"(?:邮发|国外)?代号\s*[:：]?\s*[A-Z]?[\d-]+|(?:总第|第)\s*\d{3,6}\s*[号期]"
    r"|(?:本报)?[社地]址\s*[:：]\s*\S+|邮(?:政编码|编)\s*[:：]\s*\d+|电话\s*[:：]\s*[\d()（）—-]+"
    r"|(?:电子|投稿|读者)?[邮信]箱\s*[:：]?\s*[\w.@-]*|[\u3400-\u9fff]{0,2}热线\s*[:：]?\s*[\d-]*|零售\S*"
    r"|[一二三四五六七八九十]版(?=(?:责任)?编辑)"
    r"|[\u3400-\u9fff]{2,12}(?:报社|报业集团|委员会|传媒集团)\s*(?:主管|主办|出版)(?:\s*主办)?"
)
"""The post office's number of a paper, its publisher and the issue's, which are no section: `代号1-1`,
`第23516号`, where and how it is reached, `本报社址：北京市光华路11号`, `电子信箱：…`, and what it costs;
nor are they names of those who made the page."""

_LUNAR = re.compile(
    r"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?\s*闰?"
    r"[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|卅|二十|三十)?[一二三四五六七八九十]?"
)
"""A date by the moon, which names no section either: `甲辰年二月初九`."""

_TERM = re.compile(
    r"(?:今[日天])?(?:立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|"
    r"大雪|冬至|小寒|大寒)$"
)
"""A day of the farmers' calendar: `今日立冬`."""

_BESIDE = re.compile(
    r"天气|[℃°]|\d级|空气质量|PM2|扫码|二维码|(?:晴|多云|阴|[小中大暴阵]雨|[小中大暴]雪)(?:转|$)"
)
"""The weather and what a QR code is for, beside a paper's name: `晴转多云 18℃～29℃`, `银川今日 晴`,
`扫码看数字报`."""

_WITHOUT_DAY = re.compile(r"\d\s*年\s*\d{1,2}\s*月\s*$")
_DAILY = re.compile(r"(?:日报|晚报|时报|早报|晨报|都市报)$")
"""A paper's name beside other words of a masthead; `文化周刊` may be a section's."""
_LONGEST = 8
"""Characters of a section's name, at most."""
_NUMBERED = re.compile(r"(?<![今本期日共\d])第?\s*[A-Z]?0?(\d{1,2})\s*版")
"""A page's own number: `第01版`, not `今日8版`."""
_SECTION_EM, _SECTION_TOP, _AT_EDGE = 2.5, 0.12, 0.08
"""In em of running text, of the page's height and of its width: where `参政议政` stands upright."""
_NAMEPLATE_EM, _NAMEPLATE_WIDTH, _NAMEPLATE_FOOT = 3.2, 0.25, 0.25
"""In em of running text, of the page's width and of its height: a paper's name on its first page; on
others it has an eighth of the width."""
_LARGE = 1.6
"""A name's em in those of the smallest line about it, from which on it is none of that line."""
_WITHIN = 3.0
"""In em: on a front page a section's name stands so near to the page's number."""


def read_page_info(layout: Layout) -> PageInfo:
    """What the masthead's pieces say, read row by row.

    The section's name is set larger than what is printed at its side. A page with the paper's
    publisher and numbers is the first, though its own may not be printed; there whatever does not
    stand at that names no section.
    """
    lines = sorted(
        (line for block in layout.of("masthead") for line in block.lines),
        key=lambda line: (round(line.area.y1 / 8), line.area.x0),
    )
    small = min((line.em for line in lines), default=0.0)
    lines.sort(key=lambda line: line.em < _LARGE * small)  # after a post's name it would be another
    days = {}
    for line in lines:
        if _WITHOUT_DAY.search(line.text) and (day := _day_beside(line, lines)) is not None:
            days[id(line)], days[id(day)] = f"{line.text}{day.text.strip('日')}日", ""
    texts = [(days.get(id(line), line.text), line) for line in lines]
    told = [
        (_LUNAR.sub("  ", _CODE.sub("  ", text)), line)
        for text, line in texts
        if text and not _BESIDE.search(text) and not is_paper_name(text)
    ]
    info = read_masthead([text for text, _ in told])
    if info.date is None:
        info = replace(info, date=read_masthead(_rows(lines)).date)
    imprint = any(is_imprint(text) and line.area.y1 < 0.5 * layout.height for text, line in texts)
    if imprint and (info.page_no in {None, "01"} or _has_nameplate(layout)):
        number = _front_number([text for text, _ in told])
        return replace(info, page_no=number, section=_section(told, number))
    return replace(info, section=_section(told) or _upright_section(layout))


def _rows(lines: Sequence[Line]) -> list[str]:
    """The lines' characters, those of lines level with one another as they stand from left to right.

    Printed with large figures: `2024 3 20`, between them, small, `年`, `月` and `日`.
    """
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.area.y1):
        level = [row for row in rows if abs(row[-1].area.y1 - line.area.y1) <= 0.5 * line.em]
        if level:
            level[0].append(line)
        else:
            rows.append([line])
    return [
        "".join(
            glyph.text
            for glyph in sorted(
                (glyph for line in row for glyph in line.glyphs), key=lambda one: one.x0
            )
        )
        for row in rows
    ]


def _upright_section(layout: Layout) -> str | None:
    """The section's name, large on a ground at the page's edge, below a masthead that has none."""
    names = [
        squeeze(block.text)
        for block in layout.of("label")
        if block.down
        and block.em >= _SECTION_EM * layout.body
        and block.area.y0 < _SECTION_TOP * layout.height
        and min(block.area.x0, layout.width - block.area.x1) < _AT_EDGE * layout.width
    ]
    return names[0] if len(names) == 1 else None


def _has_nameplate(layout: Layout) -> bool:
    """Whether the paper's name stands large at the page's top, written or as a picture."""
    foot = _NAMEPLATE_FOOT * layout.height
    return any(
        line.em >= _NAMEPLATE_EM * layout.body and len(squeeze(line.text)) >= 3
        for block in layout.of("masthead")
        for line in block.lines
        if block.area.y0 < foot
    ) or any(
        picture.y1 < foot and picture.width >= _NAMEPLATE_WIDTH * layout.width
        for picture in layout.pictures
    )


def _front_number(texts: Sequence[str]) -> str:
    """The number of a page with the paper's name: 1, unless it stands with the date.

    Other numbers there are those of the pages that teasers point to, in boxes or not.
    """
    dated = (_NUMBERED.search(folded(text)) for text in texts if is_dated(text))
    return next((f"{int(found[1]):02}" for found in dated if found), "01")


def _section(told: Sequence[tuple[str, Line]], number: str | None = None) -> str | None:
    """The largest of the names that are left when date, number and people are taken.

    `number`: the page's, at which alone a name may stand.
    """
    numbers = [line for text, line in told if read_masthead([text]).page_no == number]
    found = [
        (line.em, -at, name)
        for at, name in enumerate(masthead_names([text for text, _ in told]))
        if 2 <= len(name) <= _LONGEST and not _DAILY.search(name) and not _TERM.match(name)
        for text, line in told
        if name in squeeze(text)
        and (number is None or any(_are_near(line, one) for one in numbers))
    ]
    return max(found)[2] if found else None


def _are_near(one: Line, other: Line) -> bool:
    return (
        one.area.overlap_y(other.area) > 0 and -one.area.overlap_x(other.area) <= _WITHIN * other.em
    )


def _day_beside(line: Line, lines: Sequence[Line]) -> Line | None:
    """The day that is set large beside its month: `2024年1月` / `6` / `星期六`."""
    near = [
        (-min(line.area.overlap_x(other.area), line.area.overlap_y(other.area)), at)
        for at, other in enumerate(lines)
        if re.fullmatch(r"(?:[12]?\d|3[01])日?", other.text.replace(" ", ""))
    ]
    distance, at = min(near, default=(0.0, -1))
    return lines[at] if near and distance <= 3 * lines[at].em else None
