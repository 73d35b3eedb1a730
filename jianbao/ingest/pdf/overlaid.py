"""Headlines printed on a picture: of photo news, or of the article whose text begins below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf.shapes import Area

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.pieces import Layout
    from jianbao.ingest.pdf.shapes import Rule

_HEADLINE = 1.5
"""In em of running text: a headline on a picture is so large, at least."""
_SHORTEST = 5
"""Characters of one: `镜头` and `图片新闻` at a picture's corner are columns' names."""
_HIGHEST = 0.5
"""Of the picture: what is higher is no line on it."""
_LABEL = 0.6
"""A column's name in em of the headline on the same picture, at most."""
FOLLOWS = 4.0
"""In em of running text: an article's text begins so near below its picture and caption, at most."""


def lies_on(area: Area, picture: Area) -> bool:
    """Whether a line, or its ground, is printed on a picture."""
    return (
        picture.y0 <= area.y0
        and area.y1 <= picture.y1 + 1
        and picture.overlap_x(area) > 0.9 * area.width
        and area.height < _HIGHEST * picture.height
    )


def ground_of(block: Block, pictures: Iterable[Area], body: float) -> Area | None:
    """The picture that a headline is printed on."""
    if block.down or block.em < _HEADLINE * body or len(block.plain) < _SHORTEST:
        return None
    on = (picture for picture in pictures if lies_on(block.area, picture))
    return min(on, key=lambda one: one.width * one.height, default=None)


def is_label_on_picture(block: Block, display: Sequence[Block], pictures: Sequence[Area]) -> bool:
    """Whether a line stands on a picture, far from a headline that is much larger: `文化中国行`."""
    return len(block.lines) == 1 and any(
        block.em <= _LABEL * one.em
        and -block.area.overlap_y(one.area) > one.em
        and lies_on(one.area, picture)
        and lies_on(block.area, picture)
        for picture in pictures
        for one in display
    )


def is_slogan(
    block: Block,
    display: Sequence[Block],
    pictures: Sequence[Area],
    rules: Sequence[Rule],
    body: float,
) -> bool:
    """Whether words stand on a picture that has a larger headline right over it, and not next to that."""
    picture = ground_of(block, pictures, body)
    return picture is not None and any(
        one.em > block.em
        and block.area.y0 - one.area.y1 > one.em
        and 0 <= picture.y0 - one.area.y1 <= FOLLOWS * body
        and one.area.overlap_x(picture) > 0.5 * min(one.area.width, picture.width)
        and not any(
            rule.level
            and one.area.y1 <= rule.at <= picture.y0
            and rule.start < one.area.x1
            and rule.end > one.area.x0
            for rule in rules
        )
        for one in display
    )


def seat_of(headline: Area, blocks: Sequence[Block], layout: Layout) -> Area | None:
    """Where a headline on a picture is read: as wide as that, right over the text that it heads.

    That stands on the picture too, or begins below it, or below its caption.
    """
    body = layout.body
    pictures = [one for block in blocks if (one := ground_of(block, layout.pictures, body))]
    if not pictures:
        return None
    picture = pictures[0]
    running = [block.area for block in layout.of("running")]
    on = [area.y0 for area in running if lies_on(area, picture) and area.y0 >= headline.y1]
    captions = (block.area for block in layout.of("caption"))
    foot = max(
        (area.y1 for area in captions if _stands_under(area, picture.y1, picture, body)),
        default=picture.y1,
    )
    if not on and not any(_stands_under(area, foot, picture, body) for area in running):
        return None
    y = min(on, default=picture.y1)
    return Area(picture.x0, y - headline.height, picture.x1, y)


def _stands_under(area: Area, foot: float, picture: Area, body: float) -> bool:
    return area.overlap_x(picture) > 0 and -2 <= area.y0 - foot <= FOLLOWS * body
