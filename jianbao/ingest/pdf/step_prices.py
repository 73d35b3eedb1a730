"""What it costs to go on from one block in another: by place, by form, and by the words at the junction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.credits import has_lead
from jianbao.ingest.pdf.blocks import SAME_SIZE, ends_sentence, unclosed
from jianbao.ingest.pdf.kinds import JUMP, is_continued
from jianbao.ingest.pdf.ranks import HEADLINE
from jianbao.ingest.pdf.relations import BEYOND
from jianbao.ingest.sources import split_source
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.relations import Relations
    from jianbao.ingest.pdf.shapes import Area

IMPOSSIBLE = 60.0
"""The price of what cannot be."""
WALLED = 3.0
"""The price of going on beyond a rule that runs past both columns, from one storey to another."""


def breaks_off(block: Block) -> bool:
    """Whether a block ends in mid-sentence; one that says （下转第二版） does not."""
    last = block.lines[-1].text
    return not ends_sentence(last) and not JUMP.search(folded(last))


def step_price(relations: Relations, before: int, row: int) -> float:
    """The price of one block going on in another."""
    one, other = relations.blocks[before], relations.blocks[row]
    price = _place_price(relations, before, row)
    if price >= IMPOSSIBLE:
        return price
    price += _word_price(one, other)
    if relations.boxes[before] != relations.boxes[row]:
        price += 4.0
    if abs(one.em - other.em) > SAME_SIZE * one.em:
        price += 2.5
    elif one.font != other.font:
        price += 1.5
    if one.down != other.down:
        price += 4.0
    over, under = relations.crowns[before], relations.crowns[row]
    if over is not None and under is not None:
        price += -0.4 if over is under else 2.0
    return price


def _place_price(relations: Relations, before: int, row: int) -> float:
    one, other = relations.blocks[before].area, relations.blocks[row].area
    em = relations.layout.body
    if relations.blocks[before].down:
        return _place_price_down(one, other, em)
    drop = other.y0 - one.y1
    if relations.same_column(one, other) and drop >= -em:
        if drop <= 0.9 * em and relations.is_next(before, row):
            return -1.5
        price = min(2.0, max(0.0, relations.blank_between(one, other) - 1.2) / 2.5)
        price += 2.5 * relations.blocks_between(one, other)
        for head in relations.heads_between(one, other):
            price += 2.2 if head.rank >= HEADLINE else (1.2 if head.rank >= 1.25 else 0.1)
        if relations.pictures_between(one, other):
            price += 0.5
        if relations.is_ruled_off(one, other):
            price += WALLED if relations.is_walled(one, other, beyond=BEYOND) else 1.5
        return price
    walled = WALLED if relations.is_walled(one, other) else 0.0
    if other.x0 > one.x1 - em:  # to the right
        gap = other.x0 - one.x1
        price = walled + 0.4 + min(3.0, max(0.0, gap - 3 * em) / (10 * em))
        price += 1.2 * relations.columns_between(one, other)
        uneven = abs(relations.tops[row] - relations.tops[before]) / (20 * em)
        over = relations.crowns[row]
        price += min(2.0, uneven) * (0.4 if over and over is relations.crowns[before] else 1.0)
        price += min(1.0, abs(other.y0 - relations.tops[row]) / (10 * em))
        if drop > 2 * em:
            price += 0.8
        if relations.is_parted(before, row):
            price += 2.0
        for head in _heads_beside(relations, one, other):
            price += 1.2 if head.rank >= HEADLINE else 0.0
        return price
    if other.x1 < one.x0 + em and drop > -3 * em:  # back to the left, further down
        price = walled + 1.6 + min(3.0, max(0.0, drop) / (12 * em))
        return price + 1.0 * relations.blocks_between(one, other)
    return 7.0


def _place_price_down(one: Area, other: Area, em: float) -> float:
    """Downward blocks go on to the left, then in the next storey below."""
    if other.x1 < one.x0 + em and one.overlap_y(other) > 0:
        return 0.3 + min(3.0, (one.x0 - other.x1) / (10 * em)) + abs(one.y0 - other.y0) / (20 * em)
    if other.y0 > one.y1 - em:
        return 1.0 + min(3.0, (other.y0 - one.y1) / (10 * em))
    return 7.0


def _heads_beside(relations: Relations, one: Area, other: Area) -> list[Head]:
    """The heads that stand over the next column and not over this one, below this one's top."""
    return [
        head
        for head in relations.heads
        if not head.down
        and head.area.overlap_x(other) > 0.3 * min(other.width, head.area.width)
        and head.area.overlap_x(one) <= 0
        and head.area.y1 <= other.y0 + 0.6 * head.em
        and head.area.y0 >= one.y0 - 0.6 * head.em
    ]


def _word_price(one: Block, other: Block) -> float:
    """What the words at the junction say."""
    price = 0.0
    if has_lead(other.plain) or is_continued(other):
        price += 4.0
    if split_source(one.plain)[1] is not None:
        price += 3.0
    if JUMP.search(folded(one.lines[-1].text)):
        price += 4.0
    if one.down or other.down:
        return price + (-1.0 if breaks_off(one) else 0.0)
    if breaks_off(one):
        price += 3.0 if other.opens else -1.2
    elif not one.full(one.lines[-1]):
        price += 0.0 if other.opens else 3.0
    waiting = unclosed(one.plain[-160:])
    if waiting and waiting in other.plain[:160]:
        price -= 0.6
    return price
