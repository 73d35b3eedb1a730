"""Lines on grounds of their own: labels, or headlines white on a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import follows, is_short
from jianbao.ingest.pdf.labels import GROUND, MARKED, is_note
from jianbao.ingest.pdf.ranks import HEADLINE
from jianbao.ingest.pdf.shapes import are_parted
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.shapes import Area, Rule

_LONGEST_LABEL, _FARTHEST = 28, 4.0
"""Characters of a label on a bar over a headline, and how far below it that begins, in em of it."""
_EQUAL = 0.01
"""Of an em: briefs' headlines, which differ by no more, are as large as one another."""
_SUBTITLE = 0.8
"""A subtitle's em in those of its headline, at most."""
_FRAME = 4.0
"""In em of a line on a ground: rules no longer are the sides of that, and part it from nothing."""
_BESIDE = 3.0
"""In em of a line on a ground: its headline stands so near beside it, at most."""


def heads_text(
    block: Block,
    display: Sequence[Block],
    running: Sequence[Block],
    pictures: Sequence[Area],
    rules: Sequence[Rule],
    body: float,
) -> bool:
    """Whether a large line on a ground stands right over text, or beside it, with no other headline."""
    if block.em < HEADLINE * body or MARKED.match(folded(block.text)):
        return False
    long = [rule for rule in rules if rule.end - rule.start > _FRAME * block.em]
    if any(
        one.em >= 0.9 * block.em
        and (block.down or not one.down)
        and -block.area.overlap_x(one.area) <= _BESIDE * block.em
        and block.area.overlap_y(one.area) > 0.5 * min(block.em, one.em)
        and (block.down or not are_parted(block.area, one.area, long))
        for one in display
    ):
        return False
    text = [one for one in running if one.opens and not is_note(one)]
    below = [one for one in display if follows(block, [one])]
    if len(below) == 1 and _is_subtitle(below[0], block, display):
        return follows(block, text) or follows(below[0], text)
    return block.down or (
        not below and (follows(block, text) or _is_over_pictured(block, text, pictures))
    )


def _is_over_pictured(block: Block, text: Sequence[Block], pictures: Sequence[Area]) -> bool:
    """Whether a picture stands right below a line, and text right below that."""
    reach = 2 * block.em
    return any(
        0 <= picture.y0 - block.area.y1 <= reach
        and picture.overlap_x(block.area) > 0
        and any(
            0 <= one.area.y0 - picture.y1 <= reach and picture.overlap_x(one.area) > 0
            for one in text
        )
        for picture in pictures
    )


def _is_subtitle(line: Block, headline: Block, display: Sequence[Block]) -> bool:
    """Whether a line stands under a larger one's middle or beginning, and has no equal: briefs have.

    Printed under a headline white on a bar: `值班员、护士、保洁大姐接力救助`.
    """
    middles = [(one.area.x0 + one.area.x1) / 2 for one in (line, headline)]
    return (
        line.em <= _SUBTITLE * headline.em
        and (
            abs(middles[0] - middles[1]) <= line.em
            or abs(line.area.x0 - headline.area.x0) <= 0.5 * line.em
        )
        and not any(
            other is not line
            and other.area.overlap_x(headline.area) > 0
            and other.area.y0 > headline.area.y1
            and other.font == line.font
            and abs(other.em - line.em) <= _EQUAL * line.em
            for other in display
        )
    )


def is_over_headline(block: Block, display: Sequence[Block], grounds: Sequence[Area]) -> bool:
    """Whether a line on a strip of its own stands over a headline larger than it.

    Printed white on a bar across two columns: `奋战二季度·项目一线看落实`. A kicker has no ground.
    """
    area, em = block.area, block.em
    return (
        is_short(block, _LONGEST_LABEL)
        and any(
            ground.holds((area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2)
            and ground.height - area.height <= GROUND * em
            for ground in grounds
        )
        and any(
            one.em >= 1.15 * em
            and one.area.overlap_x(area) > 0
            and 0 < one.area.y0 - area.y1 <= _FARTHEST * em
            for one in display
        )
    )
