"""Blocks with what they are: the typed page, before anything is put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.shapes import Area, Rule

Kind = Literal[
    "running",
    "display",
    "caption",
    "byline",
    "source",
    "label",
    "masthead",
    "jump",
    "slug",
    "teaser",
    "advertisement",
    "notice",
    "pull-quote",
    "table",
]


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's blocks by kind, and what parts them."""

    body: float
    """The height of running text, in points."""
    blocks: dict[Kind, list[Block]]
    """From the top down."""
    pictures: tuple[Area, ...]
    """Photographs and drawings."""
    drawings: tuple[Area, ...]
    """Rows of outlines such as headlines are drawn with when they are not written."""
    boxes: tuple[Area, ...]
    """Frames and grounds that hold text, from the largest to the smallest."""
    grounds: tuple[Area, ...]
    """Frames and grounds that hold a headline and nothing else."""
    rules: tuple[Rule, ...]
    """Lines."""
    width: float
    """The page's, in points."""
    height: float
    """The page's, in points."""

    def of(self, kind: Kind) -> list[Block]:
        """The blocks of a kind."""
        return self.blocks.get(kind, [])

    def share_ground(self, one: Area, other: Area) -> bool:
        """Whether two areas stand in one box that holds a headline and nothing else."""
        return any(
            ground.holds((one.x0 + one.x1) / 2, (one.y0 + one.y1) / 2)
            and ground.holds((other.x0 + other.x1) / 2, (other.y0 + other.y1) / 2)
            for ground in self.grounds
        )

    def box_of(self, area: Area) -> int | None:
        """The index of the innermost box around an area's middle, or None."""
        x, y = (area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2
        found = None
        for index, box in enumerate(self.boxes):
            if box.holds(x, y):
                found = index
        return found
