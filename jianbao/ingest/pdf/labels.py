"""Labels of columns (栏目): `■ 热点聚焦`, `【领航中国】`, `要闻速览`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import follows, is_short
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.shapes import Area, Rule

MARKED = re.compile(r"^[■●◆▲★◎□▶►◤◇]\s*[\u3400-\u9fffA-Za-z0-9·“”《》\s]{2,14}$|^【[^】]{2,12}】$")
"""`■ 热点聚焦`, `【领航中国】`."""
_NOTE = re.compile(
    r"^[【（]?(?:编者按|编者的话|开栏的话|编前|编前语|核心提示|阅读提示)[】）]?[:：]?"
)
_PARTED = re.compile("[\u3400-\u9fff]{2,6}[·・][\u3400-\u9fff]{2,6}")
GROUND = 1.4
"""In em of a label: its ground is no higher than it by more."""
_SHORTEST_NOTE = 15
"""Characters of a note, after what it is called."""
_LABEL_LINES = 2
"""At most: `委员` / `论坛`."""
_LONGEST_SERIES = 12
"""Characters of a column's or a series' name beside a rule, or of what goes on from a label."""
_LARGEST = 1.25
"""A name's em in those of the text right below it, at most: a larger line heads that."""
_BESIDE = 3.0
"""In em of a column's name: how far beside it a rule begins, at most, and how far that runs on, at least."""


def is_label(block: Block, grounds: Sequence[Area]) -> bool:
    """`■ 热点聚焦`, `【领航中国】`, or a word or two on one of the grounds that hold nothing else."""
    if len(block.lines) > _LABEL_LINES:
        return False
    text = " ".join(line.text for line in block.lines)
    if len(block.lines) == 1 and MARKED.match(folded(text)):
        return True
    return stands_on_ground(block, grounds)


def stands_on_ground(block: Block, grounds: Sequence[Area]) -> bool:
    """Whether a word or two have a ground that is hardly larger than they are."""
    area, em = block.area, block.em
    return (
        len(block.lines) <= _LABEL_LINES
        and len(block.plain) <= 12
        and any(
            ground.holds((area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2)
            and thick <= GROUND * em
            and long <= 2.0 * length + 2 * em
            for ground in grounds
            for thick, long, length in (
                (ground.width - area.width, ground.height, area.height)
                if block.down
                else (ground.height - area.height, ground.width, area.width),
            )
        )
    )


def is_ground(box: Area, blocks: Sequence[Block]) -> bool:
    """Whether a box is the own ground of what stands in it, and parts no text.

    As of `一句话新闻`, white on a bar, or of an editor's note (编者按) over an article.
    """
    inside = [
        block
        for block in blocks
        if box.holds((block.area.x0 + block.area.x1) / 2, (block.area.y0 + block.area.y1) / 2)
    ]
    if len(inside) != 1 or inside[0].down:
        return False
    (block,) = inside
    strip = len(block.lines) == 1 and box.height - block.area.height <= GROUND * block.em
    return strip or is_note(block)


def is_note(block: Block) -> bool:
    """Whether a block is an editor's note with its text: `编者按：岁末年初，商场里人气渐旺。…`."""
    note = _NOTE.match(folded(block.plain))
    return note is not None and len(block.plain) - note.end() >= _SHORTEST_NOTE


def is_beside_rule(
    block: Block, display: Sequence[Block], running: Sequence[Block], rules: Sequence[Rule]
) -> bool:
    """Whether a rule runs on from a name that stands over a headline: `同舟夜话————`.

    Or over text, with the headline above it, a rule longer than one column is wide. Or behind it,
    as the side of a frame that a column's name is set on.
    """
    area, em = block.area, block.em
    ends = [
        rule.end
        for rule in rules
        if is_short(block, _LONGEST_SERIES)
        and rule.level
        and area.y0 <= rule.at <= area.y1
        and rule.start - area.x1 <= _BESIDE * em
        and rule.end - max(rule.start, area.x1) >= _BESIDE * em
    ]
    return bool(ends) and (
        follows(block, [one for one in display if one.em > em])
        or follows(
            block,
            [
                one
                for one in running
                if em <= _LARGEST * one.em and one.right + _BESIDE * em <= max(ends)
            ],
        )
    )


def names_series(block: Block, display: Sequence[Block]) -> bool:
    """Whether a line at a headline is a series' name and its part's: `老区行·河北阜平`."""
    area = block.area
    return (
        len(block.lines) == 1
        and len(block.plain) <= _LONGEST_SERIES
        and _PARTED.fullmatch(squeeze(block.text)) is not None
        and any(
            one.em > block.em
            and one.down == block.down
            and (
                0 <= area.x0 - one.area.x1 <= 2 * block.em and area.overlap_y(one.area) > 0
                if block.down
                else follows(block, [one])
            )
            for one in display
        )
    )


def goes_on_from_label(block: Block, display: Sequence[Block], labels: Sequence[Block]) -> bool:
    """Whether a line over a headline goes on from a larger label in its row: `深瞳 一线调研行`."""
    area = block.area
    return (
        is_short(block, _LONGEST_SERIES)
        and any(
            label.em > block.em
            and not label.down
            and 0 <= area.x0 - label.area.x1 <= label.em
            and area.overlap_y(label.area) > 0.5 * block.em
            for label in labels
        )
        and any(one.em > block.em for one in display if follows(block, [one]))
    )
