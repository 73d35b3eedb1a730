"""Pieces of one headline that do not stand above one another: with a blank between, stepped, a T's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf.extents import Stretch, heads_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.pieces import Layout
    from jianbao.ingest.pdf.shapes import Area

_WIDEST_BLANK = 2.6
"""In em: a blank inside a headline; wider ones part two headlines."""
_OFF = 1.5
"""In body em: how far a headline's middle may be off its columns', twice."""
_STEP = 0.7
"""In em of a headline: the white between its stepped lines, at most."""
_ASIDE = 3.0
"""In em of a headline: how far a stepped line begins beyond the end of the one above, at most."""
_LONGEST_PLACE, _PLACE = 6, 1.12
"""Characters of what stands in front of a brief's headline, and that one's em in those of it, at most."""
_STEM_WHITE, _OFF_MIDDLE = 2.0, 1.5
"""In em of an upright line: how far it begins below a level one, and is off its middle, each at most,
if the two form a T."""
_SMALLEST_STEM = 1.25
"""In em of running text."""
_HEADLINE = 1.4
"""In em of running text: a headline's, at least."""


def in_one_row(left: Block, right: Block, layout: Layout) -> bool:
    """Two pieces of one headline with a wide blank between: `携手同行　　共创未来`.

    Two headlines side by side stand each over columns of its own.
    """
    rows = [
        (one, other)
        for one in left.lines
        for other in right.lines
        if abs(one.area.y0 - other.area.y0) <= 0.2 * left.em
    ]
    alike = abs(left.em - right.em) <= 0.01 * left.em and left.font == right.font
    several = len(left.lines) > 1 and len(right.lines) > 1  # of two headlines, each broken
    if not alike or len(rows) != 1 or several or left.em < 1.4 * layout.body:
        return False
    one, other = rows[0][0].area, rows[0][1].area
    if not 0 < other.x0 - one.x1 <= _WIDEST_BLANK * left.em:
        return False
    if _has_line_over_both(one, other, left, layout):
        return True
    under = [
        block
        for block in layout.of("running")
        if block.area.overlap_x(other) > 0
        and 0 <= block.area.y0 - other.y1 + left.em <= 5 * left.em
    ]
    if under and not min(under, key=lambda block: (block.area.y0, block.area.x0)).opens:
        return True  # what stands below the second piece goes on from elsewhere
    below = [
        area
        for area in (*(block.area for block in layout.of("running")), *layout.pictures)
        if -0.5 * left.em <= area.y0 - one.y1 <= 8 * layout.body
    ]
    if any(area.x0 < one.x1 and area.x1 > other.x0 for area in below):
        return True
    lefts = [area for area in below if area.overlap_x(one) > 0 and area.x1 <= other.x0]
    rights = [area for area in below if area.overlap_x(other) > 0 and area.x0 >= one.x1]
    if not lefts or not rights:
        return True
    return not heads_apart(
        ((one.x0, one.x1), (other.x0, other.x1)),
        (_stretch(lefts), _stretch(rights)),
        _OFF * layout.body,
        layout.body,
    )


def _has_line_over_both(one: Area, other: Area, like: Block, layout: Layout) -> bool:
    """Whether a line of the same headline, above or below, is centred over two pieces."""
    middle = (one.x0 + other.x1) / 2
    return any(
        0.5 * like.em < abs(line.area.y0 - one.y0) <= 1.8 * like.em
        and abs((line.area.x0 + line.area.x1) / 2 - middle) <= layout.body
        for block in layout.of("display")
        if abs(block.em - like.em) <= 0.03 * like.em and block.font == like.font
        for line in block.lines
    )


def _stretch(areas: Sequence[Area]) -> Stretch:
    return min(area.x0 for area in areas), max(area.x1 for area in areas)


def are_stepped(upper: Block, lower: Block, layout: Layout) -> bool:
    """Whether two lines set alike step down from left to right: `把区位优势` / `　　　　转化为发展优势`.

    Text that stands under the upper one begins below the lower one too.
    """
    one, other = upper.area, lower.area
    if abs(upper.em - lower.em) > 0.02 * upper.em or upper.font != lower.font:
        return False
    if upper.em < _HEADLINE * layout.body:
        return False
    step = other.y0 - one.y1
    if not -0.35 * upper.em <= step <= _STEP * upper.em:
        return False
    if not (other.x0 > one.x0 + upper.em and -upper.em <= other.x0 - one.x1 <= _ASIDE * upper.em):
        return False
    between = (*layout.of("running"), *layout.of("byline"))
    return not any(
        block.area.y0 < other.y1 - 0.3 * upper.em
        and block.area.y1 > one.y0
        and (block.area.overlap_x(one) > 0 or block.area.overlap_x(other) > 0)
        for block in between
    )


def form_t(level: Block, upright: Block, layout: Layout) -> bool:
    """Whether an upright line hangs from a level one's middle, text at either side (丁字题)."""
    if level.down or not upright.down or upright.em < _SMALLEST_STEM * layout.body:
        return False
    one, other, em = level.area, upright.area, upright.em
    middles = (one.x0 + one.x1) / 2, (other.x0 + other.x1) / 2
    if abs(middles[0] - middles[1]) > _OFF_MIDDLE * em:
        return False
    if not -0.35 * em <= other.y0 - one.y1 <= _STEM_WHITE * em:
        return False
    beside = [block.area for block in layout.of("running") if block.area.overlap_y(other) > 0]
    return any(area.x1 <= other.x0 for area in beside) and any(
        area.x0 >= other.x1 for area in beside
    )


def is_place_in_front(place: Block, headline: Block, layout: Layout) -> bool:
    """Whether a word or two in front of a brief's headline are a part of it: `下坳镇 抢修水毁村道三处`."""
    one, other = place.area, headline.area
    return (
        len(place.lines) == len(headline.lines) == 1
        and len(place.plain) <= _LONGEST_PLACE
        and place.em <= headline.em <= _PLACE * place.em
        and headline.em < _HEADLINE * layout.body
        and abs(one.y1 - other.y1) <= 0.2 * headline.em
        and 0 < other.x0 - one.x1 <= 1.2 * headline.em
    )
