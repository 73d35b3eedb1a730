"""What each step of an article's text costs: from a headline to a block, from a block to the next.

From place (columns, rules, boxes, what stands between), from form (size, font) and from words (a
sentence that breaks off must go on, a lead begins an article).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jianbao.ingest.cohesion import Rarity, grams, likeness
from jianbao.ingest.credits import has_lead, split_source
from jianbao.ingest.pdf.blocks import SAME_SIZE, ends_sentence, unclosed
from jianbao.ingest.pdf.kinds import JUMP, is_continued
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.relations import Relations
    from jianbao.ingest.pdf.shapes import Area

# Set by hand, then measured on 2,832 typeset articles of 350 pages, 24 of them cut wrong: in brackets
# how many are wrong with other values. None is worth tuning any finer.

BEGINS_BARE = 4.0
"""The price of beginning without a headline (3.0: 36; 5.3: 24)."""
IDLE_HEADLINE = 3.0
"""The price of a headline that begins nothing (2.0: 24; 4.5: 28); less for small display lines, which
may be subheads."""
BREAKS_OFF = 2.4
"""The price of ending in mid-sentence (1.2: 24; 4.8: 25)."""
CROWNED = 1.0
"""What beginning bare, or by another headline, costs more right under one (0: 28; 2.0: 24)."""
PHOTOGRAPHED = 4.4
"""What beginning bare costs less for text that a photographer's credit ends, photo news (2.2: 24, and
nine photo news stood in other articles; 6.6: 24)."""
SIGNED = 3.0
"""The price of going on below such a credit, which ends photo news (0: 25; 6.0: 24)."""
_MOST_WORDS, _WORDS = 4.0, 6.0
"""What the words that a headline shares with a text are worth at most (2.0 and 8.0: 24), and how many
nats of them are worth one (3.0: 26; 12.0: 24)."""
IMPOSSIBLE = 60.0
"""The price of what cannot be."""


def price_all(relations: Relations) -> Any:
    """Rows: blocks. Columns: headlines, blocks that may go before, and a bare beginning each."""
    import numpy

    blocks, heads = relations.blocks, relations.heads
    count, offered = len(blocks), len(heads)
    texts = [grams(block.plain) for block in blocks]
    rarity = Rarity(texts)
    alike = likeness(rarity, texts)
    spheres = _spheres(relations, texts)
    prices = numpy.full((count, offered + 2 * count), IMPOSSIBLE)
    for row, block in enumerate(blocks):
        for at, head in enumerate(heads):
            prices[row, at] = (
                head_price(relations, head, row)
                - min(_MOST_WORDS, rarity.shared(grams(head.text), spheres[row]) / _WORDS)
                - idle_price(relations, head)
            )
        for before in range(count):
            if before != row:
                prices[row, offered + before] = (
                    step_price(relations, before, row)
                    - 0.4 * alike[before][row]
                    - (BREAKS_OFF if breaks_off(blocks[before]) else 0.0)
                    + (1.5 if relations.photographed[row] and block.opens else 0.0)
                    + (SIGNED if relations.photographed[before] else 0.0)
                )
        bare = BEGINS_BARE - (PHOTOGRAPHED if relations.photographed[row] else 0.0)
        if relations.crowns[row] is not None:
            bare += CROWNED
        prices[row, offered + count + row] = bare + _beginning(block)
    return prices


def _spheres(relations: Relations, texts: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Each block's words with those of all blocks under the same headline.

    Words tell whose text it is, not where in it the text begins.
    """
    spheres = []
    for row, text in enumerate(texts):
        crown = relations.crowns[row]
        members = (
            texts[at] for at, other in enumerate(relations.crowns) if crown and other is crown
        )
        spheres.append(text.union(*members))
    return spheres


def idle_price(relations: Relations, head: Head) -> float:
    """What it costs to leave a head without text."""
    size = head.em / relations.layout.body
    if size >= 1.45:
        return IDLE_HEADLINE
    return 1.4 if size >= 1.25 else 0.0


def breaks_off(block: Block) -> bool:
    """Whether a block ends in mid-sentence; one that says （下转第二版） does not."""
    last = block.lines[-1].text
    return not ends_sentence(last) and not JUMP.search(folded(last))


def _beginning(block: Block) -> float:
    """What words and indent say of a block as an article's first: negative is for it."""
    if has_lead(block.plain) or is_continued(block):
        return -2.0
    if block.down:
        return 0.0
    return -0.6 if block.opens else 2.5


def head_price(relations: Relations, head: Head, row: int) -> float:
    """The price of a headline beginning a block."""
    block = relations.blocks[row]
    area, over, em = block.area, head.area, relations.layout.body
    price = _beginning(block)
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
    if head.em < 1.3 * em and not led:
        price += 3.4 if head.em < 1.25 * em else 1.2
    if over.y1 <= area.y0 + 0.6 * em and not (head.down and over.overlap_y(area) > 0):
        white = relations.blank_between(over, area)
        price += min(4.0, max(0.0, white - 2) / 8)
        aside = max(0.0, -over.overlap_x(area))
        price += min(6.0, aside / (9 * em))
        price += 2.0 * relations.blocks_between(over, area)
        price += 3.0 * sum(
            other is not head and other.em > 1.3 * em
            for other in relations.heads_between(over, area)
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
        return price if before else price + 3.0
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
            price += 2.2 if head.em >= 1.45 * em else (1.2 if head.em >= 1.25 * em else 0.1)
        if relations.pictures_between(one, other):
            price += 0.5
        if relations.is_ruled_off(one, other):
            price += 1.5
        return price
    if other.x0 > one.x1 - em:  # to the right
        gap = other.x0 - one.x1
        price = 0.4 + min(3.0, max(0.0, gap - 3 * em) / (10 * em))
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
            price += 1.2 if head.em >= 1.45 * em else 0.0
        return price
    if other.x1 < one.x0 + em and drop > -3 * em:  # back to the left, further down
        price = 1.6 + min(3.0, max(0.0, drop) / (12 * em))
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
