"""Labels, headlines and subheads told from one another by what stands around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import SAME_SIZE, follows, is_short
from jianbao.ingest.pdf.characters import BULLETS
from jianbao.ingest.pdf.labels import goes_on_from_label, is_beside_rule, names_series
from jianbao.ingest.pdf.overlaid import is_label_on_picture
from jianbao.ingest.pdf.strips import heads_text, is_over_headline
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.pieces import Kind
    from jianbao.ingest.pdf.shapes import Area, Rule

_RUBRIC = re.compile(
    r"^[■●◆]?(?:今日|一周|本周|要闻|新闻|时政|时事|国内|国际|本地|本市|全省|文化|体育|社会|财经|热点|一句话)*"
    r"(?:速览|速递|速读|快报|集萃|集锦|一览|播报|新闻)$|^[■●◆]?[\u3400-\u9fff]{0,4}(?:简讯|短讯|快讯|短波|速递)$"
)
"""What heads briefs: `要闻速览`, `国际短波`, `一句话新闻`."""
_LONGEST_WORD = 4
"""Characters of a label that only its face, or its length, tells from the headline below."""
_LONGEST_NAME, _LONGEST_CORNER = 2, 6
"""Characters of a column's name over a headline, where `走基层` may be a kicker, and at its corner."""
_CORNER = 2.5
"""In em: how far from a box's corner a column's name stands, and its headline below it, at most."""
_COLUMN = re.compile(
    "(?:故事|人物|观察|视点|聚焦|时评|时论|快评|短评|微评|杂谈|纪事|走笔|手记|札记|随笔|论坛|讲堂|看台|访谈|对话|专栏|连线|声音|现场)$"
)
_LARGER = 1.2
"""How columns are called, and the em of a headline in those of a column's name over it, at least."""
_LONGEST_RUBRIC = 8
"""Characters of what heads briefs."""
_WIDEST_BLANK = 2.6
"""In em: inside a headline."""


def settle_labels(
    blocks: dict[Kind, list[Block]],
    grounds: Sequence[Area],
    boxes: Sequence[Area],
    pictures: Sequence[Area],
    rules: Sequence[Rule],
    body: float,
) -> None:
    """Tell labels from headlines and subheads by what follows them, however they are set.

    `要闻速览` is a label where briefs with headlines follow, and a headline where their text does;
    `【名师点评】` in the midst of a column is a subhead, and `◆送餐送到老人手里` under a headline a
    part of it.
    """
    display, labels = blocks.setdefault("display", []), blocks.setdefault("label", [])
    for block in _marked_headlines(labels, blocks.get("running", [])):
        labels.remove(block)
        display.append(block)
    running = [block for block in blocks.get("running", []) if block.plain[0] in BULLETS]
    rubrics = [
        block for block in (*display, *labels) if len(block.lines) == 1 and is_rubric(block.text)
    ]
    for block in rubrics:
        if block in display and follows(block, display):
            display.remove(block)
            blocks.setdefault("label", []).append(block)
        elif block in labels and not follows(block, display) and follows(block, running):
            labels.remove(block)
            blocks.setdefault("display", []).append(block)
    text = blocks.get("running", [])
    for block in [
        one
        for one in display
        if _heads_briefs(one, display, text)
        or is_over_headline(one, display, grounds)
        or _is_of_other_face(one, display)
        or is_beside_rule(one, display, text, rules)
        or names_series(one, [*display, *labels])
        or _is_word_over(one, display)
        or _is_at_corner(one, display, boxes)
        or is_label_on_picture(one, display, pictures)
    ]:
        display.remove(block)
        blocks.setdefault("label", []).append(block)
    for block in [one for one in display if goes_on_from_label(one, display, labels)]:
        display.remove(block)
        labels.append(block)
    for block in [
        one
        for one in labels
        if _is_amidst(one, text)
        or _is_deck(one, display, body)
        or heads_text(one, display, text, pictures, rules, body)
    ]:
        labels.remove(block)
        blocks.setdefault("display", []).append(block)
    for settled in (blocks.get("display", []), blocks.get("label", [])):
        settled.sort(key=lambda one: (one.area.y0, one.area.x0))


def is_rubric(text: str) -> bool:
    """Whether a line is what heads briefs: `要闻速览`."""
    return bool(_RUBRIC.match(squeeze(folded(text))))


def _marked_headlines(labels: Sequence[Block], running: Sequence[Block]) -> list[Block]:
    """The lines behind bullets that stand over text of their own, several of them in a column.

    Briefs' headlines, as `■ 民进白河区支部送教特殊学校`.
    """
    heads = [
        block
        for block in labels
        if block.plain[0] in BULLETS and follows(block, [one for one in running if one.opens])
    ]
    return [
        block
        for block in heads
        if any(
            other is not block
            and abs(other.area.x0 - block.area.x0) <= block.em
            and abs(other.em - block.em) <= SAME_SIZE * block.em
            for other in heads
        )
    ]


def _is_word_over(block: Block, display: Sequence[Block]) -> bool:
    """Whether two characters stand over a headline: a column's name, `对话`; kickers are longer.

    So is what a column is called over a larger headline, and what stands aside of it.
    """
    return is_short(block, _LONGEST_CORNER) and any(
        one.em > block.em
        and one.area.x0 - block.area.x0 <= 2 * one.em
        and (len(block.plain) <= _LONGEST_NAME or not one.down)
        and (
            len(block.plain) <= _LONGEST_NAME
            or (one.em >= _LARGER * block.em and _COLUMN.search(block.plain))
            or block.area.overlap_x(one.area) < 0.5 * block.area.width
        )
        for one in display
        if follows(block, [one])
    )


def _is_at_corner(block: Block, display: Sequence[Block], boxes: Sequence[Area]) -> bool:
    """Whether a few characters are the first in a box, left of the middle of the headline there.

    A kicker stands over its headline's middle, or begins with it and is longer.
    """
    area, em = block.area, block.em
    return is_short(block, _LONGEST_CORNER) and any(
        box.holds(area.x0, area.y0)
        and box.holds(area.x1, area.y1)
        and area.x0 - box.x0 <= _CORNER * em
        and area.y0 - box.y0 <= _CORNER * em
        and any(
            one.em > em
            and not one.down
            and 0 < one.area.y0 - area.y0 <= _CORNER * one.em + em
            and box.holds(one.area.x1, one.area.y0)
            and area.x1 < (one.area.x0 + one.area.x1) / 2
            for one in display
        )
        for box in boxes
    )


def _heads_briefs(block: Block, display: Sequence[Block], running: Sequence[Block]) -> bool:
    """Whether a word or two stand over briefs: over headlines set alike, each over text of its own.

    Printed: `协商进行时`, below it `平罗县政协聚焦校园配餐`, and further down two more like that.
    """
    if not is_short(block, _LONGEST_RUBRIC) or _is_half(block, display):
        return False
    briefs = [
        one
        for one in display
        if one.em < block.em
        and not one.down
        and follows(one, [each for each in running if each.opens])
    ]
    return any(
        follows(block, [first])
        and not follows(block, [one for one in running if _is_level_with(one, first)])
        and any(
            abs(first.em - other.em) <= SAME_SIZE * first.em
            and first.font == other.font
            and _are_in_column(first, other)
            and other.area.y0 > first.area.y1
            for other in briefs
            if other is not first
        )
        for first in briefs
    )


def _are_in_column(one: Block, other: Block) -> bool:
    """Whether two lines begin together, or are centred on one middle."""
    middles = [(each.area.x0 + each.area.x1) / 2 for each in (one, other)]
    return (
        abs(one.area.x0 - other.area.x0) <= one.em or abs(middles[0] - middles[1]) <= 0.5 * one.em
    )


def _is_half(block: Block, display: Sequence[Block]) -> bool:
    """Whether a piece of a headline set like a block stands beside it: `一盏灯一壶茶　聊开烦心事`."""
    return any(
        other is not block
        and other.font == block.font
        and abs(other.em - block.em) <= 0.01 * block.em
        and block.area.overlap_y(other.area) > 0.8 * block.em
        and 0 < -block.area.overlap_x(other.area) <= _WIDEST_BLANK * block.em
        for other in display
    )


def _is_level_with(text: Block, brief: Block) -> bool:
    """Whether text begins above a brief's headline, or a paragraph as high as it: beside a subhead."""
    drop = text.area.y0 - brief.area.y0
    return drop < 0 or (text.opens and drop <= 0.5 * brief.em)


def _is_of_other_face(block: Block, display: Sequence[Block]) -> bool:
    """Whether a word over a headline is as large as it, in another face: `微言`."""
    return (
        len(block.plain) <= _LONGEST_WORD
        and not block.down
        and any(
            one.font != block.font
            and 0.9 <= one.em / block.em <= 1.1
            and 0 <= one.area.y0 - block.area.y1 <= block.em
            and abs(one.area.x0 - block.area.x0) <= block.em
            for one in display
        )
    )


def _is_deck(block: Block, display: Sequence[Block], body: float) -> bool:
    """Whether a line behind a bullet stands right under a headline, larger than the text."""
    return (
        block.plain[0] in BULLETS
        and block.em >= 1.18 * body
        and any(
            other.em >= 1.3 * block.em
            and 0 <= block.area.y0 - other.area.y1 <= 1.5 * block.em
            and block.area.overlap_x(other.area) > 0
            for other in display
        )
    )


def _is_amidst(block: Block, running: Sequence[Block]) -> bool:
    """Whether a line in brackets stands in a column of text, flush with what is above and below."""
    area, reach = block.area, 1.5 * block.em
    column = [
        one for one in running if one.left - 0.5 * block.em <= area.x0 and area.x1 <= one.right
    ]
    return (
        block.plain[0] == "【"
        and any(0 <= area.y0 - one.area.y1 <= reach for one in column)
        and any(0 <= one.area.y0 - area.y1 <= reach for one in column)
    )
