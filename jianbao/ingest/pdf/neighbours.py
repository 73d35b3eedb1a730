"""Display lines side by side: of one headline, or of several that stand as near as the lines of one.

Two upright headlines back to back, each beside its own text; a row of headlines under a banner
(通栏); a kicker in front of its headline; two lines of a subtitle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.cohesion import grams
from jianbao.ingest.pdf.blocks import SAME_SIZE, Block
from jianbao.ingest.pdf.characters import BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jianbao.ingest.pdf.lines import Line
    from jianbao.ingest.pdf.pieces import Layout
    from jianbao.ingest.pdf.shapes import Area

_BESIDE = 2.5
"""In em of running text: an upright headline's text stands so near at its side, at most."""
_IN_FRONT, _LONGEST_IN_FRONT = 0.6, 6
"""In em of a headline, and characters: a kicker in front of it, in two lines, has no more."""
_TELLING = 2
"""Pairs of characters that a headline shares with its own text more than with the other."""
_LEVEL = 0.3
"""In em: how far the tops of headlines in a row differ."""


def part_upright(block: Block, layout: Layout) -> Iterator[Block]:
    """Upright lines side by side, cut where the text at either side takes its own one.

    The right one heads the text at its right, the left one the text at its left.
    """
    if not block.down or len(block.lines) < 2:
        yield block
        return
    for at in range(1, len(block.lines)):
        right, left = block.lines[:at], block.lines[at:]
        if stand_back_to_back(right, left, layout):
            for piece in (right, left):
                ends = [line.area for line in piece]
                yield Block(piece, min(one.x0 for one in ends), max(one.x1 for one in ends))
            return
    yield block


def stand_back_to_back(right: Sequence[Line], left: Sequence[Line], layout: Layout) -> bool:
    """Whether upright lines head the text at their own sides: each has its words, none the other's.

    Or a rule runs between them.
    """
    one, other = _around(right), _around(left)
    if any(
        not rule.level
        and other.x1 - 1 <= rule.at <= one.x0 + 1
        and min(rule.end, one.y1, other.y1) - max(rule.start, one.y0, other.y0)
        > 0.8 * min(one.height, other.height)
        for rule in layout.rules
    ):
        return True
    reach = _BESIDE * layout.body
    texts = [block for block in layout.of("running") if block.area.overlap_y(one) > 0]
    rights = [block for block in texts if 0 <= block.area.x0 - one.x1 <= reach]
    lefts = [block for block in texts if 0 <= other.x0 - block.area.x1 <= reach]
    if not rights or not lefts or any(_is_headed(block, layout) for block in (*rights, *lefts)):
        return False
    first, second = _words(right), _words(left)
    beside = grams("\n".join(block.plain for block in rights))
    before = grams("\n".join(block.plain for block in lefts))
    return len(first & beside) >= _TELLING + len(first & before) and len(
        second & before
    ) >= _TELLING + len(second & beside)


def _is_headed(text: Block, layout: Layout) -> bool:
    """Whether a level headline stands right over a text."""
    return any(
        not head.down
        and head.em >= 1.3 * layout.body
        and head.area.overlap_x(text.area) > 0
        and 0 <= text.area.y0 - head.area.y1 <= 4 * layout.body
        for head in layout.of("display")
    )


def _around(lines: Sequence[Line]) -> Area:
    area = lines[0].area
    for line in lines[1:]:
        area = area.union(line.area)
    return area


def _words(lines: Sequence[Line]) -> frozenset[str]:
    return grams("".join(line.text for line in lines))


def rows_of_heads(layout: Layout) -> dict[Block, list[Block]]:
    """For headlines that stand in a row, set alike, each over text of its own: their neighbours."""
    display = [block for block in layout.of("display") if not block.down]
    found: dict[Block, list[Block]] = {}
    for at, block in enumerate(display):
        for other in display[at + 1 :]:
            if (
                abs(block.area.y0 - other.area.y0) <= _LEVEL * block.em
                and abs(block.em - other.em) <= SAME_SIZE * block.em
                and block.font == other.font
                and block.em >= 1.3 * layout.body
                and block.plain[0] not in BULLETS
                and block.area.overlap_x(other.area) < 0
                and _has_own_text(block, other, layout)
                and _has_own_text(other, block, layout)
            ):
                found.setdefault(block, []).append(other)
                found.setdefault(other, []).append(block)
    return found


def is_banner(upper: Block, lower: Block, rows: Mapping[Block, list[Block]]) -> bool:
    """Whether a line stands over several headlines of a row, and so is no part of any.

    A kicker stands over its own; a subtitle has no equal beside it.
    """
    return upper not in rows and any(
        upper.area.overlap_x(other.area) > 0 for other in rows.get(lower, ())
    )


def are_decks(one: Block, other: Block) -> bool:
    """Whether two lines of a subtitle stand side by side: `◆送餐到家　　◆吃饭不排队`."""
    return (
        one.plain[0] == other.plain[0]
        and one.plain[0] in BULLETS
        and abs(one.em - other.em) <= SAME_SIZE * one.em
        and abs(one.area.y0 - other.area.y0) <= _LEVEL * one.em
    )


def is_over_gutter(line: Block, layout: Layout) -> bool:
    """Whether a line stands right over the white between two columns, as no subhead does."""
    below = [
        block.area for block in layout.of("running") if 0 <= block.area.y0 - line.area.y1 <= line.em
    ]
    middle = (line.area.x0 + line.area.x1) / 2
    return any(
        line.area.x0 < left.x1 < line.area.x1
        and line.area.x0 < right.x0 < line.area.x1
        and left.x1 - line.em < middle < right.x0 + line.em
        for left in below
        for right in below
    )


def is_in_front(kicker: Block, headline: Block) -> bool:
    """Whether short lines stand left of a headline, no higher than it: `走进` / `社区`."""
    one, other = kicker.area, headline.area
    return (
        kicker.em <= _IN_FRONT * headline.em
        and len(kicker.lines) > 1
        and all(len(line.glyphs) <= _LONGEST_IN_FRONT for line in kicker.lines)
        and 0 < other.x0 - one.x1 <= headline.em
        and one.y0 >= other.y0 - 0.2 * headline.em
        and one.y1 <= other.y1 + 0.2 * headline.em
    )


def _has_own_text(head: Block, other: Block, layout: Layout) -> bool:
    """Whether text opens right below a headline, under it and not under the other."""
    return any(
        block.opens
        and 0 <= block.area.y0 - head.area.y1 <= 4 * layout.body
        and block.area.overlap_x(head.area) > 0.5 * min(head.area.width, block.area.width)
        and block.area.overlap_x(other.area) <= 0
        and grams(head.plain) & grams(block.plain)
        for block in layout.of("running")
    )
