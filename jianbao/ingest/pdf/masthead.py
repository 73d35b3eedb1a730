"""The masthead (报眉, 报头) of a page: which blocks are its pieces, and what stands at their side.

A front page has the paper's name (报头), where and by whom it is printed, and in its ears (报耳, 报眼)
whatever there is room for; other pages have a line with the date and the page's number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.masthead import is_masthead
from jianbao.ingest.pdf.furniture import SENTENCE_MARK, SLUG, is_inside
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.document import PdfPage
    from jianbao.ingest.pdf.pieces import Kind
    from jianbao.ingest.pdf.shapes import Area, Rule

_IMPRINT = re.compile(
    r"国内统一|连续出版物|CN\s*\d\d|邮发代号|(?:今[日天]|本期|共)\s*(?:出版)?\s*[\d一二三四五六七八九十]+\s*版|"
    r"报社出版|主管|主办"
)
"""What is printed with a paper's name: its numbers, its publisher, how many pages the issue has."""
_DATED = re.compile(
    r"(?:19|20)\d\d\s*年\s*\d|星期[一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_PIECE = re.compile(
    rf"{_DATED.pattern}|{_IMPRINT.pattern}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|农历|"
    r"代号|第?\s*\d{3,6}\s*[期号]|总第|"
    r"https?://|www\.|网址|客户端|责任?编辑?[：:]|版式?[：:]|校对|"
    r"^第\s*[A-Z]?\d{1,3}\s*版$|^[A-Z]?\d{1,2}$|"
    r"^[A-Z'’\s]{6,}$|^[A-Za-z'’\s]*(?:[Bb]ao|Daily|News|Times|Post)$"
)
_PAPER = re.compile(r"^[\u3400-\u9fff]{2,6}(?:日报|晚报|时报|早报|晨报|都市报|导报|周报|周刊|报)$")
_SECTION_EM = 2.5
"""In em of running text: a section's name that is drawn up like a paper's is so large, at least."""
_TOP, _FRONT_TOP = 0.13, 0.22
"""Of a page's height: where the rule below a masthead stands at the lowest; on a front page."""
_DATE_TOP = 0.08
"""Of a page's height: the date of a page without a rule below its masthead stands no lower."""
_FOOT = 0.9
"""Of a page's height: the rule above the line at its foot stands no higher."""
_NEAR_TOP = 0.26
"""Of a page's height: pieces of a masthead stand no lower, but at the page's foot."""
_ROW = 2
"""Pieces of a masthead that make a row."""
_LONGEST_NAME = 8
"""Characters of a section's name, at most."""


def find_masthead(
    blocks: Sequence[Block], boxes: Sequence[Area], page: PdfPage, body: float
) -> Iterator[tuple[Kind, list[int]]]:
    """What stands above the rule across the page's top, pieces of mastheads elsewhere, and its ears."""
    edge = _edge(blocks, page)
    ears = set(_ears(blocks, boxes, page, edge))
    found = []
    for at, block in enumerate(blocks):
        area = block.area
        text = squeeze(" ".join(line.text for line in block.lines))
        if at in ears or SLUG.search(text) or "。" in text:
            continue
        near_top, near_foot = area.y1 < _NEAR_TOP * page.height, area.y0 > 0.93 * page.height
        if area.y1 <= edge + 2 or (
            not SENTENCE_MARK.search(text)
            and (
                (near_top and _is_piece(block) and block.em < 1.5 * body)
                or (near_top and is_paper_name(text) and block.em > 2 * body)
                or ((near_foot or area.y1 < 0.12 * page.height) and _is_whole(block))
                or (
                    _is_whole(block) and re.match(r"[■●□]?(?:本版|[一二三四五六七八九十]+版)", text)
                )
            )
        ):
            found.append(at)
    found += [at for at in _foot_line(blocks, page) if at not in found]
    found += _level_with(found, ears, blocks, page)
    found += _set_alike(found, ears, blocks)
    found += _section_names(found, blocks, page, body)
    found += _numbers(found, ears, blocks, page)
    yield "masthead", found
    yield "notice", sorted(ears)


def _edge(blocks: Sequence[Block], page: PdfPage) -> float:
    """The y of the rule below the masthead, 0.0 where there is none.

    A front page's stands lower, below the paper's name and what is printed at its side.
    """

    def is_edge(rule: Rule) -> bool:
        above = [block for block in blocks if block.area.y1 <= rule.at + 2]
        front = any(_IMPRINT.search(folded(block.plain)) for block in above)
        return (
            rule.level
            and rule.end - rule.start > 0.6 * page.width
            and rule.at < (_FRONT_TOP if front else _TOP) * page.height
            and any(map(_is_piece, above))
            and not any(
                block.area.y0 < rule.at and len(block.lines) >= 3 and "。" in block.plain
                for block in blocks
            )
        )

    return min((rule.at for rule in page.shapes.rules if is_edge(rule)), default=0.0)


def _foot_line(blocks: Sequence[Block], page: PdfPage) -> list[int]:
    """What stands below the rule across the page's foot, if that is one line: `电子信箱：…`."""
    for rule in page.shapes.rules:
        if (
            rule.level
            and rule.end - rule.start > 0.6 * page.width
            and rule.at > _FOOT * page.height
        ):
            below = [at for at, block in enumerate(blocks) if block.area.y0 >= rule.at - 2]
            tops = [blocks[at].area.y0 for at in below]
            if below and max(tops) - min(tops) <= blocks[below[0]].em:
                return [at for at in below if not SENTENCE_MARK.search(blocks[at].plain)]
    return []


def _ears(
    blocks: Sequence[Block], boxes: Sequence[Area], page: PdfPage, edge: float
) -> Iterator[int]:
    """What stands in a box of its own beside a masthead and says nothing of the page.

    Printed: the weather, `县域经济看“三榜”` and its figures, a slogan. A section's name or the page's
    number, white on a bar, is the masthead's; a box with sentences is an article's.
    """
    for box in boxes:
        inside = [at for at, block in enumerate(blocks) if is_inside(block, box)]
        texts = [squeeze(line.text) for at in inside for line in blocks[at].lines]
        if (
            box.y1 <= (edge + 2 if edge else _NEAR_TOP * page.height)
            and sum(map(len, texts)) > _LONGEST_NAME
            and not any(_PIECE.search(text) or "。" in text for text in texts)
            and any(
                at not in inside and _is_piece(block) and (edge or block.area.overlap_y(box) > 0)
                for at, block in enumerate(blocks)
            )
        ):
            yield from inside


def _level_with(
    found: Sequence[int], ears: Container[int], blocks: Sequence[Block], page: PdfPage
) -> list[int]:
    """What stands on one line with the date at the page's top: a section's name, the paper's.

    Beside a paper's name on a front page there may be an article, whose kicker, or whose headline,
    that may be; its text tells.
    """
    row = [blocks[at].area for at in found if is_dated(blocks[at].text)]
    row = [area for area in row if area.y1 < _DATE_TOP * page.height]
    text = [block.area for block in blocks if _is_text(block)]
    return [
        at
        for at, block in enumerate(blocks)
        if at not in found
        and at not in ears
        and len(block.lines) == 1
        and not _is_text(block)
        and not SENTENCE_MARK.search(block.plain)
        and any(
            area.y0 - block.em <= (block.area.y0 + block.area.y1) / 2 <= area.y1 + block.em
            for area in row
        )
        and not any(
            _is_right_below(one, block, 2 * block.em)
            or any(
                headline.em > block.em
                and _is_right_below(headline.area, block, headline.em)
                and _is_right_below(one, headline, 2 * headline.em)
                for headline in blocks
            )
            for one in text
        )
    ]


def _is_right_below(area: Area, block: Block, reach: float) -> bool:
    below = block.area.y0 < area.y0 < block.area.y1 + reach
    return below and area.overlap_x(block.area) > 0


def _set_alike(found: Sequence[int], ears: Container[int], blocks: Sequence[Block]) -> list[int]:
    """What stands in one row with two pieces of a masthead at least, and is set as they are: `01 要闻`.

    With one, if it is Latin capitals: `GUANGMING`, far from it `DAILY`.
    """
    return [
        at
        for at, block in enumerate(blocks)
        if at not in found
        and at not in ears
        and len(block.lines) == 1
        and sum(
            abs(blocks[one].area.y0 - block.area.y0) <= 0.1 * block.em
            and abs(blocks[one].em - block.em) <= 0.01 * block.em
            and blocks[one].font == block.font
            for one in found
        )
        >= (1 if re.fullmatch("[A-Z]+", block.plain) else _ROW)
    ]


def _is_text(block: Block) -> bool:
    return len(block.lines) >= 3 and bool(SENTENCE_MARK.search(block.plain))


def _section_names(
    found: Sequence[int], blocks: Sequence[Block], page: PdfPage, body: float
) -> list[int]:
    """A section's name, as large as a headline, with a piece of the masthead at its side.

    Printed upright at a page's corner: `清江渡`, left of it, small, `文学副刊　第1187期`.
    """
    return [
        at
        for at, block in enumerate(blocks)
        if at not in found
        and block.area.y0 < 0.1 * page.height
        and block.em >= _SECTION_EM * body
        and re.fullmatch(r"[\u3400-\u9fff]{2,5}", squeeze(block.text))
        and any(
            block.area.overlap_y(blocks[one].area) > 0.9 * blocks[one].area.height
            and 0 <= -block.area.overlap_x(blocks[one].area) <= 2 * body
            and blocks[one].em < 0.5 * block.em
            for one in found
        )
    ]


def _numbers(
    found: Sequence[int], ears: Container[int], blocks: Sequence[Block], page: PdfPage
) -> list[int]:
    """A large day, a page number between the pieces of a masthead: `2024年1月` / `6` / `星期六`."""
    numbers: list[int] = []
    for at, block in enumerate(blocks):
        reach = 1.5 * block.em
        if (
            at not in found
            and at not in ears
            and re.fullmatch(r"[A-Z]?\d{1,2}日?", squeeze(block.text))
            and block.area.y1 < _NEAR_TOP * page.height
            and any(
                block.area.overlap_x(blocks[one].area) > -reach
                and block.area.overlap_y(blocks[one].area) > -reach
                for one in (*found, *numbers)
            )
        ):
            numbers.append(at)
    return numbers


def _is_piece(block: Block) -> bool:
    text = folded(" ".join(line.text for line in block.lines))
    return len(squeeze(text)) <= 90 and bool(_PIECE.search(text) or _is_whole(block))


def _is_whole(block: Block) -> bool:
    return any(is_masthead(line.text) for line in block.lines)


def is_paper_name(text: str) -> bool:
    """Whether a line is a newspaper's own name, `光华日报`: no section of it."""
    return bool(_PAPER.match(squeeze(folded(text))))


def is_imprint(text: str) -> bool:
    """Whether a line is printed with a paper's name, on its first page."""
    return bool(_IMPRINT.search(folded(text)))


def is_dated(text: str) -> bool:
    """Whether a line tells the date or the day of the week."""
    return bool(_DATED.search(folded(text)))
