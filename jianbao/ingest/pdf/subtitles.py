"""Lines below a headline, or behind it: its subtitle, or the first subhead of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.neighbours import is_over_gutter

if TYPE_CHECKING:
    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.pieces import Layout
    from jianbao.ingest.pdf.shapes import Rule

_BESIDE, _FAR_SMALLER = 1.5, 0.7
"""In em of a headline: a —— line behind it stands so near, and is so large, at most."""
_DASH = re.compile(r"^\s*[—―─－⸺]")


def is_subtitle_behind(line: Block, headline: Block, layout: Layout) -> bool:
    """Whether a —— line stands behind a headline, on its line: `松阳老屋醒来　——浙江传统村落见闻`.

    On a bar that holds the two and nothing else however far.
    """
    return (
        is_dashed(line)
        and line.em <= _FAR_SMALLER * headline.em
        and line.area.overlap_y(headline.area) > 0.8 * line.area.height
        and line.area.x0 - headline.area.x1 > 0
        and (
            line.area.x0 - headline.area.x1 <= _BESIDE * headline.em
            or layout.share_ground(line.area, headline.area)
        )
    )


def has_twin(rule: Rule, line: Block, layout: Layout) -> bool:
    """Whether a rule over a line has its like under it: a subtitle set between two, no other headline."""
    return any(
        other.level
        and 0 <= other.at - line.area.y1 <= 0.6 * line.em
        and rule.at <= line.area.y0 + 2
        and abs(other.start - rule.start) <= 2
        and abs(other.end - rule.end) <= 2
        for other in layout.rules
    )


def tops_column(headline: Block, line: Block, layout: Layout) -> bool:
    """Whether a line stands as high as other columns of the headline begin: a subhead's place.

    A subtitle stands above all columns of its article.
    """
    return any(
        block.area.overlap_x(headline.area) > 0
        and block.area.overlap_x(line.area) <= 0
        and headline.area.y1 - 0.35 * line.em <= block.area.y0 <= line.area.y1 - 0.4 * line.em
        for block in layout.of("running")
    )


def is_subhead(headline: Block, line: Block, layout: Layout) -> bool:
    """Whether a line below a headline, hardly larger than the text, heads a column of it only.

    There is a subtitle already, or others set alike, or columns of the headline begin as high as it.
    """
    if is_over_gutter(line, layout):
        return False
    return (
        is_dashed(headline)
        or tops_column(headline, line, layout)
        or any(
            other is not line and other.font == line.font and other.em == line.em
            for other in layout.of("display")
        )
    )


def is_dashed(block: Block) -> bool:
    """Whether a line begins with a dash: `——浙江传统村落见闻`."""
    return bool(_DASH.match(block.lines[0].text))
