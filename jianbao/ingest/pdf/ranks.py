"""How much of a headline each head is: by its size in that of the text it stands over, and by its equals.

A subhead stands in the midst of an article's text; the headline of a brief begins one. Where the first
line over a box's text, or below a column's label, is set like those further down, they are all headlines:
no article has its title set like its subheads.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import SAME_SIZE
from jianbao.ingest.pdf.characters import BULLETS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.pieces import Layout

HEADLINE = 1.45
"""In em of the text: what is as large is a headline, of its equals too."""
_SMALLEST = 1.1
"""In em of the text: a brief's headline, at least."""
_LARGER = 1.3
"""A headline's em in those of its subheads, at least."""
_BELOW_RULE = 1.5
"""In em of running text: it stands so near below a rule, at most."""
_BELOW_LABEL = 2.5
"""In em of running text: the first brief's headline stands so near below a label, at most."""


def rank_heads(heads: Sequence[Head], layout: Layout) -> list[Head]:
    """The same heads, each with its rank."""
    first = [head for head in heads if not head.down and _begins(head, heads, layout)]
    return [
        replace(
            head,
            rank=max(
                head.em / min([layout.body, *(block.em for block in _below(head, layout))]),
                HEADLINE if any(_are_equals(head, one, layout) for one in first) else 0.0,
            ),
        )
        for head in heads
    ]


def _below(head: Head, layout: Layout) -> list[Block]:
    """The text right below a head."""
    return [
        block
        for block in layout.of("running")
        if 0 <= block.area.y0 - head.area.y1 <= head.em
        and block.area.overlap_x(head.area) > 0
        and layout.box_of(block.area) == layout.box_of(head.area)
    ]


def _begins(head: Head, heads: Sequence[Head], layout: Layout) -> bool:
    """Whether a head is the first thing in its box, or right below a label or a rule."""
    area, box = head.area, layout.box_of(head.area)
    below = _below(head, layout)
    marked = head.title[0].plain[0] in BULLETS
    if not below or (head.em < _SMALLEST * min(block.em for block in below) and not marked):
        return False
    if any(
        -0.5 * layout.body <= area.y0 - label.area.y1 <= _BELOW_LABEL * layout.body
        and label.area.overlap_x(below[0].area) > 0
        for label in layout.of("label")
    ):
        return True
    if _stands_level_with_larger(head, heads, layout):
        return False
    if any(
        rule.level
        and 0 <= area.y0 - rule.at <= _BELOW_RULE * layout.body
        and rule.start <= below[0].left + layout.body
        and rule.end >= below[0].right - layout.body
        for rule in layout.rules
    ):
        return True
    return box is not None and not any(
        one.y0 < area.y0 - 2 and layout.box_of(one) == box
        for one in (
            *(block.area for block in layout.of("running")),
            *(other.area for other in heads if other is not head),
        )
    )


def _stands_level_with_larger(head: Head, heads: Sequence[Head], layout: Layout) -> bool:
    """Whether a headline stands upright beside a head, in its box or in none: of the text of both."""
    return any(
        other.down
        and other.em >= _LARGER * head.em
        and other.area.overlap_y(head.area) > 0
        and layout.box_of(other.area) == layout.box_of(head.area)
        and not any(
            not rule.level
            and min(other.area.x1, head.area.x1) <= rule.at <= max(other.area.x0, head.area.x0)
            and rule.start <= head.area.y0
            and rule.end >= head.area.y1
            for rule in layout.rules
        )
        for other in heads
    )


def _are_equals(head: Head, other: Head, layout: Layout) -> bool:
    """Whether two heads are set alike, in one box or in one column."""
    one, two = head.title[0], other.title[0]
    box = layout.box_of(head.area)
    return (
        head.down == other.down
        and one.font == two.font
        and abs(head.em - other.em) <= SAME_SIZE * other.em
        and box == layout.box_of(other.area)
        and (box is not None or abs(head.area.x0 - other.area.x0) <= other.em)
    )
