"""The faces a page's running text is set in, as against captions, headlines and credits."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import SAME_SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block

DISPLAY = 1.2
"""A headline's em in those of running text, at least; kickers and subtitles begin here."""
LARGEST_RUNNING = 1.45
"""An editorial's or a front page's opening text, in the page's body em."""
_LONG = 6
"""Lines: captions are mostly shorter."""
_SHARE = 0.06
"""Of the text in long blocks: a face with less is a long caption's or a box's."""


@dataclass(frozen=True, slots=True)
class Faces:
    """Sizes and fonts of running text."""

    body: float
    """The height of most text, in points."""
    running: tuple[tuple[str, float], ...]
    """(font, em) of the faces that articles are set in."""
    measure: float
    """The width of most columns, in points."""

    def has(self, block: Block) -> bool:
        """Whether a block is set in a face that articles are set in."""
        return any(
            block.font == font and abs(block.em - em) <= SAME_SIZE * em for font, em in self.running
        )


def find_faces(blocks: Sequence[Block], body: float) -> Faces:
    """Learn a page's faces from its long blocks."""
    long = [
        block
        for block in blocks
        if len(block.lines) >= _LONG
        and not block.down
        and 0.75 * body <= block.em <= LARGEST_RUNNING * body
        and re.search(r"[，。]", block.plain)
    ]
    counts: Counter[tuple[str, float]] = Counter()
    for block in long:
        counts[block.font, round(block.em, 1)] += len(block.plain)
    total = sum(counts.values())
    return Faces(
        body=body,
        running=tuple(face for face, count in counts.items() if count >= _SHARE * total),
        measure=median(block.area.width for block in long) if long else 0.0,
    )
