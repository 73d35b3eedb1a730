"""How the running blocks and heads of a page stand to one another."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.crowns import find_crowns
from jianbao.ingest.pdf.photonews import credit_of, is_credit_below

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.pieces import Kind, Layout
    from jianbao.ingest.pdf.shapes import Area, Rule

WHITE = 1.7
"""In em: a column with more white in it than this is broken. The text's own pitch leaves up to .6,
a paragraph's space one line more."""
BEYOND = 3.0
"""In em: a rule that ends a storey runs on so far beyond a column, at either of its sides."""
_SMALL: tuple[Kind, ...] = (
    *("caption", "byline", "source", "label", "jump", "notice", "pull-quote", "table"),
)


class Relations:
    """Looks up, on one page, what stands above, beside and between."""

    def __init__(self, layout: Layout, heads: Sequence[Head]) -> None:
        self.layout = layout
        self.heads = heads
        self.blocks: Sequence[Block] = layout.of("running")
        self._above = [self._block_above(block) for block in self.blocks]
        self.tops = [self.column_top(at).y0 for at in range(len(self.blocks))]
        self.feet = [self._foot(at) for at in range(len(self.blocks))]
        self.photographed = [self._is_photographed(block) for block in self.blocks]
        self.boxes = [layout.box_of(block.area) for block in self.blocks]

    @cached_property
    def crowns(self) -> list[Head | None]:
        """For each block the headline over its column."""
        return find_crowns(self)

    def _is_photographed(self, block: Block) -> bool:
        """Whether it is photo news, and whole.

        A photographer's credit stands right below it, or ends it and the picture stands above.
        """
        if any(
            is_credit_below(credit, block, self.layout.pictures)
            for credit in self.layout.of("byline")
        ):
            return True
        em = self.layout.body
        return credit_of(block) is not None and any(
            -em <= block.area.y0 - picture.y1 <= 2 * em
            and picture.overlap_x(block.area) > 0.8 * max(picture.width, block.area.width)
            for picture in self.layout.pictures
        )

    def same_column(self, one: Area, other: Area) -> bool:
        """Whether two areas stand above one another."""
        return one.overlap_x(other) > 0.5 * min(one.width, other.width)

    def is_next(self, before: int, row: int) -> bool:
        """Whether a block is the next piece of another's column, set alike and ruled off by none."""
        one, other = self.blocks[before], self.blocks[row]
        return (
            self._above[row] == before
            and abs(one.em - other.em) <= 0.04 * one.em
            and one.font == other.font
            and not self.is_ruled_off(one.area, other.area)
        )

    def pictures_between(self, upper: Area, lower: Area) -> float:
        """The height, in points, of the pictures in the way down from one area to another."""
        return sum(
            picture.height
            for picture in self.layout.pictures
            if picture.y0 >= upper.y1 - 6
            and picture.y1 <= lower.y0 + 6
            and picture.overlap_x(lower) > 0.3 * lower.width
        )

    def blank_between(self, upper: Area, lower: Area) -> float:
        """How much white there is, in em, in the way down from one area to another.

        Pictures, captions, subheads and credits in the way are not white, nor is an em round each, and
        two round a picture: text goes on below it where the page's lines do.
        """
        em = self.layout.body
        white = lower.y0 - upper.y1
        things = [
            *((picture, 2 * em) for picture in self.layout.pictures),
            *((head.area, em) for head in self.heads if not head.down),
            *((block.area, em) for kind in _SMALL for block in self.layout.of(kind)),
        ]
        for thing, margin in things:
            if (
                thing.y0 >= upper.y1 - 0.5 * em
                and thing.y1 <= lower.y0 + 0.5 * em
                and thing.overlap_x(lower) > 0.3 * min(lower.width, thing.width)
            ):
                white -= thing.height + margin
        return white / em

    def blocks_between(self, upper: Area, lower: Area) -> int:
        """How many running blocks stand in the way down from one area to another."""
        return sum(
            block.area.y0 >= upper.y1 - 3
            and block.area.y1 <= lower.y0 + 3
            and block.area.overlap_x(lower) > 0.3 * min(lower.width, block.area.width)
            and block.area.overlap_x(upper) > 0
            for block in self.blocks
        )

    def heads_between(self, upper: Area, lower: Area) -> list[Head]:
        """The heads in the way down from one area to another."""
        return [
            head
            for head in self.heads
            if not head.down
            and head.area.y0 >= upper.y1 - 0.6 * head.em
            and head.area.y1 <= lower.y0 + 0.6 * head.em
            and head.area.overlap_x(lower) > 0.2 * min(lower.width, head.area.width)
        ]

    def is_ruled_off(self, upper: Area, lower: Area) -> bool:
        """Whether a level rule stands in the way down from one area to another."""
        start, end = max(upper.x0, lower.x0), min(upper.x1, lower.x1)
        return any(
            rule.level
            and upper.y1 - 3 <= rule.at <= lower.y0 + 3
            and min(rule.end, end) - max(rule.start, start) > 0.5 * (end - start)
            for rule in self.layout.rules
        )

    def is_walled(self, one: Area, other: Area, *, beyond: float = 0.0) -> bool:
        """Whether a level rule runs past two areas, one above and one below it: a storey's end.

        So many em beyond one of their sides, at least. The sides of a box do not: an article may go
        on round it.
        """
        upper, lower = (one, other) if one.y0 < other.y0 else (other, one)
        start, end = min(one.x0, other.x0), max(one.x1, other.x1)
        em = self.layout.body
        return any(
            rule.level
            and upper.y1 - 3 <= rule.at <= lower.y0 + 3
            and rule.start <= start + em
            and rule.end >= end - em
            and max(start - rule.start, rule.end - end) >= beyond * em
            for rule in self._storey_ends
        )

    @cached_property
    def _storey_ends(self) -> list[Rule]:
        sides = {
            (round(at), round(box.x0), round(box.x1))
            for box in self.layout.boxes
            for at in (box.y0, box.y1)
        }
        return [
            rule
            for rule in self.layout.rules
            if rule.level and (round(rule.at), round(rule.start), round(rule.end)) not in sides
        ]

    def is_parted(self, before: int, row: int) -> bool:
        """Whether an upright rule between two blocks parts their headlines too.

        The rules between an article's own columns begin below its headline.
        """
        one, other = self.blocks[before].area, self.blocks[row].area
        top, foot = max(one.y0, other.y0), min(one.y1, other.y1)
        heads = [head for head in (self.crowns[before], self.crowns[row]) if head is not None]
        return any(
            not rule.level
            and one.x1 - 2 <= rule.at <= other.x0 + 2
            and min(rule.end, foot) - max(rule.start, top) > 0.8 * abs(foot - top)
            and any(
                rule.start <= head.area.y0 and not head.area.x0 < rule.at < head.area.x1
                for head in heads
            )
            for rule in self.layout.rules
        )

    def columns_between(self, one: Area, other: Area) -> int:
        """How many columns of running text stand between two areas that are side by side."""
        left, right = (one, other) if one.x0 < other.x0 else (other, one)
        edges = sorted(
            block.area.x0
            for block in self.blocks
            if block.area.x0 >= left.x1 - 3
            and block.area.x1 <= right.x0 + 3
            and block.area.overlap_y(right) > 0.3 * min(block.area.height, right.height)
        )
        return sum(
            1 for before, edge in pairwise((-1e9, *edges)) if edge - before > 3 * self.layout.body
        )

    def _block_above(self, block: Block) -> int | None:
        """The running block that this one's column goes on from, nothing but white between."""
        best: int | None = None
        for at, other in enumerate(self.blocks):
            if other is block or other.area.y1 > block.area.y0 + 3:
                continue
            if not self.same_column(other.area, block.area) or block.down:
                continue
            if best is None or other.area.y1 > self.blocks[best].area.y1:
                best = at
        if best is None:
            return None
        other = self.blocks[best]
        big = [head for head in self.heads_between(other.area, block.area) if head.rank > 1.3]
        if big or self.is_walled(other.area, block.area, beyond=BEYOND):
            return None
        return best if self.blank_between(other.area, block.area) <= WHITE else None

    def column_top(self, at: int) -> Area:
        """The first piece of a block's column."""
        seen = {at}
        while (above := self._above[at]) is not None and above not in seen:
            seen.add(above)
            at = above
        return self.blocks[at].area

    def _foot(self, at: int) -> float:
        """Where the column of a block ends, pictures and subheads in it not counted."""
        column = [at]
        for one in column:
            column += [
                below
                for below, above in enumerate(self._above)
                if above == one and below not in column
            ]
        return max(self.blocks[one].area.y1 for one in column)
