"""What it costs to begin a text with a headline, and to leave a headline without one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.credits import has_lead
from jianbao.ingest.pdf.kinds import is_continued
from jianbao.ingest.pdf.ranks import HEADLINE
from jianbao.ingest.pdf.step_prices import IMPOSSIBLE

if TYPE_CHECKING:
    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.relations import Relations

IDLE_HEADLINE = 3.0
"""The price of a headline that begins nothing (2.0: 24; 4.5: 28); less for small display lines, which
may be subheads."""
CROWNED = 1.0
"""What beginning bare, or by another headline, costs more right under one (0: 28; 2.0: 24)."""


def beginning_price(block: Block) -> float:
    """What words and indent say of a block as an article's first: negative is for it."""
    if has_lead(block.plain) or is_continued(block):
        return -2.0
    if block.down:
        return 0.0
    return -0.6 if block.opens else 2.5


def idle_price(head: Head) -> float:
    """What it costs to leave a head without text."""
    if head.rank >= HEADLINE:
        return IDLE_HEADLINE
    return 1.4 if head.rank >= 1.25 else 0.0


def head_price(relations: Relations, head: Head, row: int) -> float:
    """The price of a headline beginning a block."""
    block = relations.blocks[row]
    area, over, em = block.area, head.area, relations.layout.body
    price = beginning_price(block)
    if relations.layout.box_of(over) != relations.boxes[row]:
        price += 4.0
    led = (
        has_lead(block.plain)
        and over.overlap_x(area) > 0.3 * area.width
        and -em <= area.y0 - over.y1 <= 3 * em
    )
    crown = relations.crowns[row]
    if crown is not None and crown is not head:
        price += CROWNED
    if head.rank < 1.3 and not led:
        price += 3.4 if head.rank < 1.25 else 1.2
    if over.y1 <= area.y0 + 0.6 * em and not (head.down and over.overlap_y(area) > 0):
        white = relations.blank_between(over, area)
        price += min(4.0, max(0.0, white - 2) / 8)
        aside = max(0.0, -over.overlap_x(area))
        price += min(6.0, aside / (9 * em))
        price += 2.0 * relations.blocks_between(over, area)
        price += 3.0 * sum(
            other is not head and other.rank > 1.3 for other in relations.heads_between(over, area)
        )
        if relations.is_ruled_off(over, area):
            price += 2.0
        price += 0.7 * _under(relations, head, row)
        return price
    column = replace(area, y1=relations.feet[row]) if head.down and not block.down else area
    beside = column.overlap_y(over)
    if head.down and not block.down and area.y0 >= over.y0 - 2 * em:
        # upright, at either side of level text whose first column is the leftmost
        gap = max(0.0, -area.overlap_x(over)) if area.x0 > over.x0 else 0.0
        white = max(
            0.0,
            area.y0
            - over.y0
            - relations.pictures_between(replace(over, x0=area.x0, x1=area.x1, y1=over.y0), area)
            - 3 * em,
        )
        price += 0.6 + min(4.0, gap / (4 * em)) + min(4.0, white / (10 * em))
        return price + 0.3 * relations.columns_between(over, area)
    if beside > 0.3 * min(over.height, column.height):
        gap = max(0.0, -area.overlap_x(over))
        price += 0.8 + min(4.0, gap / (4 * em)) + abs(area.y0 - over.y0) / (12 * em)
        price += 1.5 * relations.columns_between(over, area)
        before = area.x0 > over.x1 - em
        if head.down:
            return price - 0.4 if (before != block.down) else price
        return price if before else IMPOSSIBLE  # a level one stands right of no text of its own
    return IMPOSSIBLE


def _under(relations: Relations, head: Head, row: int) -> int:
    """How many columns under the same head stand left of this one."""
    block = relations.blocks[row]
    sign = -1 if block.down else 1
    return len(
        {
            round(other.area.x0 / (4 * block.em))
            for at, other in enumerate(relations.blocks)
            if sign * (block.area.x0 - other.area.x0) > 2 * block.em
            and (
                relations.crowns[at] is head
                or (
                    abs(other.area.y0 - block.area.y0) < 2.5 * block.em
                    and other.area.overlap_x(head.area) > 0
                )
            )
        }
    )
