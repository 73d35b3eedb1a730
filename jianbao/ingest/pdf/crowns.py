"""Which columns a headline crowns: those right below it, and all over which it is centred.

An upright one those at its side.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.relations import Relations
    from jianbao.ingest.pdf.shapes import Area

_REACH = 7.0
"""In em: a headline crowns the columns whose tops are so near below it, pictures not counted."""
_SMALLEST = 1.3
"""In em of running text: smaller lines over a column may be its subheads."""
_AS_HIGH = 1.5
"""In em: how far the tops of an upright headline and of its text differ, at most."""
_LEVEL, _GUTTER, _CENTRED = 0.6, 3.0, 1.2
"""In em: how far the tops of one article's columns differ, how wide the white between two is, and
how far a centred headline is off their middle, each at most."""


def find_crowns(relations: Relations) -> list[Head | None]:
    """For each running block the headline that crowns its column."""
    crowns = [_right_above(relations, at) for at in range(len(relations.blocks))]
    for head in relations.heads:
        for at in _centred_under(relations, head, crowns):
            crowns[at] = head
    for head in relations.heads:
        if head.down:
            sides = [_beside(relations, head, crowns, side) for side in (-1, 1)]
            if not all(sides):  # amidst text it may head either side, or both
                for at in (*sides[0], *sides[1]):
                    crowns[at] = head
    return crowns


def _beside(
    relations: Relations, head: Head, crowns: Sequence[Head | None], side: int
) -> list[int]:
    """The level columns without a headline over them that follow one another from an upright one.

    Towards the left (-1) or the right (1) of it, as high as it, whose text they are.
    """
    found: list[int] = []
    edge, em, box = head.area, relations.layout.body, relations.layout.box_of(head.area)
    while True:
        near = [
            at
            for at, block in enumerate(relations.blocks)
            if crowns[at] is None
            and at not in found
            and not block.down
            and relations.boxes[at] == box
            and relations.tops[at] == block.area.y0
            and abs(block.area.y0 - head.area.y0) <= _AS_HIGH * em
            and 0
            <= (block.area.x0 - edge.x1 if side > 0 else edge.x0 - block.area.x1)
            <= _GUTTER * em
        ]
        if len(near) != 1:
            return found
        found += near
        edge = relations.blocks[near[0]].area


def _right_above(relations: Relations, at: int) -> Head | None:
    """The lowest of the headlines that stand right above a block's column."""
    area, em = relations.column_top(at), relations.layout.body
    near = [
        head
        for head in relations.heads
        if not head.down
        and head.rank >= _SMALLEST
        and head.area.y1 <= area.y0 + 0.5 * head.em
        and head.area.overlap_x(area) > 0
        and area.y0 - head.area.y1 - relations.pictures_between(head.area, area) <= _REACH * em
    ]
    return max(near, key=lambda head: head.area.y1, default=None)


def _centred_under(relations: Relations, head: Head, crowns: Sequence[Head | None]) -> list[int]:
    """The blocks that begin the columns over which a headline is centred.

    It may reach over the middle one alone; a first column that begins with an initial, or whose
    words the headline has not, is then hardly told to be its own. They begin as high as those
    below it, or as a picture in their row does, and none has a headline of its own.
    """
    below = [at for at, crown in enumerate(crowns) if crown is head]
    if not below:
        return []
    layout = relations.layout
    top, box = min(relations.tops[at] for at in below), layout.box_of(head.area)
    row = [
        (block.area, [at])
        for at, block in enumerate(relations.blocks)
        if crowns[at] in (None, head)
        and not block.down
        and relations.tops[at] == block.area.y0
        and abs(block.area.y0 - top) <= _LEVEL * layout.body
        and relations.boxes[at] == box
    ]
    row += [
        (picture, _begun_under(relations, picture, crowns))
        for picture in layout.pictures
        if abs(picture.y0 - top) <= _LEVEL * layout.body and layout.box_of(picture) == box
    ]
    row.sort(key=lambda cell: cell[0].x0)
    return _under_middle(head.area, row, layout.body)


def _begun_under(relations: Relations, picture: Area, crowns: Sequence[Head | None]) -> list[int]:
    """The columns without a headline that begin right below a picture."""
    return [
        at
        for at, block in enumerate(relations.blocks)
        if crowns[at] is None
        and relations.tops[at] == block.area.y0
        and 0 <= block.area.y0 - picture.y1 <= _REACH * relations.layout.body
        and relations.same_column(picture, block.area)
    ]


def _under_middle(head: Area, row: Sequence[tuple[Area, list[int]]], body: float) -> list[int]:
    """The columns of the widest stretch of a row that has the headline over its middle."""
    middle = (head.x0 + head.x1) / 2
    inside = [at for at, (area, _) in enumerate(row) if area.overlap_x(head) > 0]
    if not inside:
        return []
    for first in range(inside[0] + 1):
        for last in reversed(range(inside[-1], len(row))):
            stretch = row[first : last + 1]
            joined = all(
                -_GUTTER * body <= one.overlap_x(other) <= 0
                for (one, _), (other, _) in pairwise(stretch)
            )
            centre = (stretch[0][0].x0 + stretch[-1][0].x1) / 2
            if joined and abs(centre - middle) <= _CENTRED * body:
                return [at for _, columns in stretch for at in columns]
    return []
