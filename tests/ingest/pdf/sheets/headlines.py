"""Headlines as HTML: condensed, spaced, shadowed; with kicker, subtitle and byline."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from tests.ingest.pdf.drawing import advance

if TYPE_CHECKING:
    from tests.ingest.pdf.gold import Story
    from tests.ingest.pdf.sheets.desk import Desk


def make_head(desk: Desk, story: Story, line: str, width: float, *, down: bool = False) -> str:
    """A headline; `width` in em of running text."""
    chance = desk.chance
    longest = max(advance(one) for one in story.title)
    size = min(chance.uniform(1.4, 1.9) if desk.hard else chance.uniform(1.7, 3.2), width / 5)
    kind = style = ""
    form = chance.choice(("plain", "plain", "condensed", "spaced", "shadow", "left"))
    if form == "condensed" and not down and longest * size * 0.55 < width:
        kind, style = "wide", "transform:scaleX(.5);font-size:1.2em"
    elif form == "spaced" and longest * (size + 0.8) < width:
        style = "letter-spacing:.5em"
    elif form == "shadow":
        style = "text-shadow:.35pt 0 0 #000"
    parts = []
    if longest * size > width and not kind:
        # the browser breaks it: a headline of as many lines as it takes
        size = max(1.45, min(size, width / longest * 2))
    if story.kicker:
        small = min(max(1.22, 0.55 * size), 0.8 * size, width / advance(story.kicker))
        parts.append(desk.piece("i", html.escape(story.kicker), "", f"font-size:{small:.2f}em"))
    lines = "".join(desk.piece("b", html.escape(one), kind, style) for one in story.title)
    parts.append(f'<div style="font-size:{size:.2f}em">{lines}</div>')
    if story.subtitle:
        small = min(max(1.2, 0.5 * size), width / advance(story.subtitle))
        parts.append(desk.piece("i", html.escape(story.subtitle), "", f"font-size:{small:.2f}em"))
    if line:
        parts.append(desk.piece("u", html.escape(line), "", "margin-top:.3em"))
    left = ";text-align:left" if form == "left" and not kind else ""
    return f'<div class="head" style="{left}">{"".join(parts)}</div>'
