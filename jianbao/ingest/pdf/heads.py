"""Display blocks → heads: kicker, headline and subtitle that stand together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import SAME_SIZE, Block, around
from jianbao.ingest.pdf.neighbours import (
    are_decks,
    is_banner,
    is_in_front,
    part_upright,
    rows_of_heads,
    stand_back_to_back,
)
from jianbao.ingest.pdf.overlaid import seat_of
from jianbao.ingest.pdf.rows import are_stepped, form_t, in_one_row, is_place_in_front
from jianbao.ingest.pdf.subtitles import (
    has_twin,
    is_dashed,
    is_subhead,
    is_subtitle_behind,
    tops_column,
)
from jianbao.ingest.spacing import display_spacing, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.pieces import Layout
    from jianbao.ingest.pdf.shapes import Area

_HEADLINE_LINES = 0.9
"""Two lines of one headline differ in height by less; a kicker or subtitle that is longer than it
is broad has seldom more than .8 of its headline's."""
_ALIKE_LINES = 0.85
"""The same, of lines in one face."""
_ON_GROUND = 1.8
"""In em: upright lines of a headline that has a box to itself stand so near, at most."""
_STEPPED = 0.2
"""Of its height: an upright line stands beside so much of one set alike, at least: lines step down."""
_FAR_SMALLER = 0.7
"""In em of an upright headline: a line at its side that may stand farther off, at most."""
_CLOSE = 1.0
"""In em of the larger: kicker, headline and subtitle follow one another within this."""
_SMALLEST_SUBTITLE = 1.18
"""In body em: what stands below a headline, smaller than this and without ——, may be a subhead."""


@dataclass(frozen=True, eq=False)
class Head:
    """Display lines that stand together."""

    title: tuple[Block, ...]
    """The largest."""
    kicker: tuple[Block, ...]
    """Smaller ones above."""
    subtitle: tuple[Block, ...]
    """Smaller ones below."""
    seat: Area | None = None
    """Where one printed on a picture is read."""
    rank: float = 0.0
    """Its size in em of running text; that of a headline, however small, if its place says it is one."""

    @cached_property
    def area(self) -> Area:
        """Around all of them, or their seat; of a T, around its level lines, which stand over the text."""
        if self.seat is not None:
            return self.seat
        level = [block for block in self.blocks if not block.down]
        return around(level or self.blocks)

    @property
    def em(self) -> float:
        """The headline's height."""
        return max(block.em for block in self.title)

    @property
    def down(self) -> bool:
        """Whether all of it is written downwards."""
        return all(block.down for block in self.blocks)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All its blocks."""
        return (*self.kicker, *self.title, *self.subtitle)

    @cached_property
    def text(self) -> str:
        """All its characters."""
        return squeeze("".join(block.plain for block in self.blocks))

    @property
    def is_bare_subtitle(self) -> bool:
        """Whether it is a —— line without its headline."""
        return is_dashed(self.title[0])


def title_lines(blocks: Sequence[Block]) -> list[str]:
    """The lines as printed, top down and, side by side, left to right (right to left if upright)."""
    rows: list[list[tuple[float, str]]] = []
    tops: list[float] = []
    upright = sorted(
        (line for block in blocks if block.down for line in block.lines),
        key=lambda line: -line.area.x1,
    )
    lines = sorted(
        (line for block in blocks if not block.down for line in block.lines),
        key=lambda line: (line.area.y0 + line.area.y1) / 2,
    )
    for line in lines:
        middle = (line.area.y0 + line.area.y1) / 2
        if rows and middle - tops[-1] < 0.5 * line.em:
            rows[-1].append((line.area.x0, line.text))
        else:
            rows.append([(line.area.x0, line.text)])
            tops.append(middle)
    return [
        *(display_spacing(" ".join(text for _, text in sorted(row))) for row in rows),
        *(display_spacing(line.text) for line in upright),
    ]


def find_heads(layout: Layout) -> list[Head]:
    """Put display blocks that stand together into heads; every display block is in exactly one."""
    blocks = [part for block in layout.of("display") for part in part_upright(block, layout)]
    rows = rows_of_heads(layout)
    parent = list(range(len(blocks)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    for upper in range(len(blocks)):
        for lower in range(len(blocks)):
            if (
                upper != lower
                and root(upper) != root(lower)
                and not is_banner(blocks[upper], blocks[lower], rows)
                and _stand_together(blocks[upper], blocks[lower], layout)
            ):
                parent[root(lower)] = root(upper)
    groups: dict[int, list[Block]] = {}
    for at, block in enumerate(blocks):
        groups.setdefault(root(at), []).append(block)
    return [head for group in groups.values() for head in _split(group, layout)]


def _stand_together(upper: Block, lower: Block, layout: Layout) -> bool:
    if upper.down != lower.down:
        return layout.box_of(upper.area) == layout.box_of(lower.area) and form_t(
            upper, lower, layout
        )
    em = max(upper.em, lower.em)
    if abs(upper.em - lower.em) <= SAME_SIZE * em and upper.font != lower.font:
        return False  # the lines of one headline are set alike
    one, other = upper.area, lower.area
    if layout.box_of(one) != layout.box_of(other):
        return False
    if not upper.down and (
        is_subtitle_behind(lower, upper, layout)
        or in_one_row(upper, lower, layout)
        or are_stepped(upper, lower, layout)
        or is_in_front(upper, lower)
        or is_place_in_front(upper, lower, layout)
        or are_decks(upper, lower)
    ):
        return True
    if upper.down:
        side = -one.overlap_x(other)
        level = min(upper.em, lower.em) <= _FAR_SMALLER * em and abs(one.y0 - other.y0) <= 0.5 * em
        wide = _ON_GROUND if layout.share_ground(one, other) else 1.1 if level else 0.55
        shared = 0.4 if upper.font != lower.font else _STEPPED
        return (
            one.x1 > other.x1
            and side <= wide * em
            and one.overlap_y(other) > shared * min(one.height, other.height)
            and not stand_back_to_back(upper.lines, lower.lines, layout)
        )
    small = lower.em < _SMALLEST_SUBTITLE * layout.body and not is_dashed(lower)
    if small and upper.em >= _SMALLEST_SUBTITLE * layout.body and is_subhead(upper, lower, layout):
        return False
    smaller = lower.em < upper.em or is_dashed(upper)
    if smaller and not is_dashed(lower) and tops_column(upper, lower, layout):
        return False
    step = other.y0 - one.y1
    if not -0.35 * min(upper.em, lower.em) <= step <= _CLOSE * em or other.y1 <= one.y1:
        return False
    if one.overlap_x(other) < 0.5 * min(one.width, other.width):
        return False
    return not any(
        rule.level
        and one.y1 - 2 <= rule.at <= other.y0 + 2
        and min(rule.end, other.x1, one.x1) - max(rule.start, other.x0, one.x0)
        > 0.5 * min(one.width, other.width)
        and not has_twin(rule, lower, layout)
        for rule in layout.rules
    )


def _split(group: Sequence[Block], layout: Layout) -> list[Head]:
    """One head of each headline in a group; a —— line closes what is above it, if anything is."""
    largest = max(
        group, key=lambda block: (block.em if not is_dashed(block) else 0.0, len(block.plain))
    )
    title = [
        block
        for block in group
        if block.em
        >= (_ALIKE_LINES if block.font == largest.font else _HEADLINE_LINES) * largest.em
        and (not is_dashed(block) or block is largest)
        and (block.em > 1.3 * layout.body or abs(block.em - largest.em) < 0.06 * largest.em)
    ]
    area = around(title)
    if any(block.down for block in group) and not all(block.down for block in group):
        kicker = [b for b in group if b not in title and not b.down]
        subtitle = [b for b in group if b not in title and b.down]
        return [Head(tuple(title), tuple(kicker), tuple(subtitle))]
    if largest.down:
        middle = (area.x0 + area.x1) / 2
        kicker = [
            b
            for b in group
            if b not in title and b.area.x0 >= middle and not _stands_in(b, area, largest, layout)
        ]
        subtitle = [b for b in group if b not in title and b not in kicker]
        return [Head(tuple(title), tuple(kicker), tuple(subtitle))]
    middle = (area.y0 + area.y1) / 2
    top = min(b.area.y0 for b in group)
    kicker = [
        b
        for b in group
        if b not in title
        and (not is_dashed(b) or b.area.y0 == top)
        and ((b.area.y0 + b.area.y1) / 2 < middle or any(is_in_front(b, one) for one in title))
    ]
    subtitle = [b for b in group if b not in title and b not in kicker]
    seat = seat_of(around(group), title, layout)
    return [Head(tuple(title), tuple(kicker), tuple(subtitle), seat)]


def _stands_in(line: Block, headline: Area, like: Block, layout: Layout) -> bool:
    """Whether an upright line begins lower than the headline left of it, and text stands at its right.

    So it is a subtitle; a kicker begins as high as its headline.
    """
    return line.area.y0 - headline.y0 > 0.5 * like.em and any(
        0 <= block.area.x0 - line.area.x1 <= 2.5 * layout.body
        and block.area.overlap_y(line.area) > 0
        for block in layout.of("running")
    )
