"""Articles while their parts come together: text from the flows, then what hangs on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from jianbao.ingest.credits import is_photographer
from jianbao.ingest.pdf.blocks import around, ends_sentence
from jianbao.ingest.pdf.bylines import read_credit, read_pen_name
from jianbao.ingest.pdf.heads import title_lines
from jianbao.ingest.pdf.illustrations import NEAR, apart
from jianbao.ingest.pdf.photonews import is_credit_below
from jianbao.ingest.sources import read_source
from jianbao.ingest.spacing import display_spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.credits import Byline
    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.flow import Flow
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.illustrations import Owners
    from jianbao.ingest.pdf.lines import Line
    from jianbao.ingest.pdf.pieces import Layout
    from jianbao.ingest.pdf.shapes import Area
    from jianbao.ingest.sources import Source


@dataclass(slots=True)
class Draft:
    """An article under construction."""

    flow: Flow
    """Its text and headline."""
    subheads: list[tuple[Block, str]] = field(default_factory=list)
    """(the block below, text)."""
    bylines: list[Byline] = field(default_factory=list)
    """In page order."""
    sources: list[Source] = field(default_factory=list)
    """In page order."""
    captions: list[str] = field(default_factory=list)
    """In page order."""
    subtitles: list[str] = field(default_factory=list)
    """Beside those of its head."""

    @property
    def hull(self) -> Area:
        """The area around its headline and its text."""
        blocks = [*self.flow.blocks]
        if self.flow.head is not None:
            blocks += self.flow.head.blocks
        return around(blocks)


def make_drafts(flows: Sequence[Flow]) -> list[Draft]:
    """A draft of each flow, in the order in which a reader meets them: by rows, from the left."""
    drafts = [Draft(flow) for flow in flows]
    drafts.sort(key=lambda draft: (round(draft.hull.y0 / 40), draft.hull.x0))
    return drafts


def hang_idle_heads(drafts: Sequence[Draft], heads: Sequence[Head], body: float) -> list[Head]:
    """Heads that begin no text: subheads above a block, a subtitle apart from its headline.

    Returns those that belong to no article.
    """
    used = {id(draft.flow.head) for draft in drafts}
    homeless = []
    for head in heads:
        if id(head) in used:
            continue
        if head.is_bare_subtitle and (owner := _headed_above(head.area, drafts, NEAR * body)):
            owner.subtitles.append(display_spacing(" ".join(title_lines(head.blocks))))
            continue
        below = _block_below(head.area, drafts, NEAR * body) or _block_after(
            head.area, drafts, NEAR * body
        )
        if head.em >= 1.9 * body or below is None:
            homeless.append(head)
            continue
        draft, block = below
        text = display_spacing(" ".join(title_lines(head.blocks)))
        first = block is draft.flow.blocks[0]
        if first and head.is_bare_subtitle and draft.flow.head is not None:
            draft.subtitles.append(text)
        else:
            draft.subheads.append((block, text))
    return homeless


def _headed_above(area: Area, drafts: Sequence[Draft], reach: float) -> Draft | None:
    """The article whose headline stands right above a —— line."""
    for draft in drafts:
        head = draft.flow.head
        if (
            head is not None
            and -4 <= area.y0 - head.area.y1 <= reach
            and area.overlap_x(head.area) > 0.5 * min(area.width, head.area.width)
        ):
            return draft
    return None


def _block_below(area: Area, drafts: Sequence[Draft], reach: float) -> tuple[Draft, Block] | None:
    best: tuple[float, Draft, Block] | None = None
    for draft in drafts:
        for block in draft.flow.blocks:
            gap = _gap_after(area, block)
            if gap is None or not -4 <= gap <= reach:
                continue
            key = gap + 0.01 * abs(block.area.x0 - area.x0)
            if best is None or key < best[0]:
                best = (key, draft, block)
    return (best[1], best[2]) if best else None


def _gap_after(area: Area, block: Block) -> float | None:
    """From a subhead to the text it stands above (right of, if that is written downwards)."""
    other = block.area
    if block.down:
        beside = area.overlap_y(other) > 0.5 * min(area.height, other.height)
        return area.x0 - other.x1 if beside else None
    below = area.overlap_x(other) > 0.5 * min(area.width, other.width)
    return other.y0 - area.y1 if below else None


def _block_after(area: Area, drafts: Sequence[Draft], reach: float) -> tuple[Draft, Block] | None:
    """For a subhead at a column's foot: the block in which the text above it goes on elsewhere."""
    for draft in drafts:
        for block, after in pairwise(draft.flow.blocks):
            gap = block.area.x0 - area.x1 if block.down else area.y0 - block.area.y1
            along = area.overlap_y(block.area) if block.down else area.overlap_x(block.area)
            if -4 <= gap <= reach and along > 0.5 * (area.height if block.down else area.width):
                return draft, after
    return None


def hang_credits(drafts: Sequence[Draft], layout: Layout, owners: Owners) -> list[Block]:
    """Bylines and sources on lines of their own. Returns those that belong to no article."""
    homeless = []
    for kind in ("byline", "source"):
        for block in layout.of("byline" if kind == "byline" else "source"):
            draft = _credited(block, drafts, layout.body, layout.pictures)
            text = " ".join(line.text for line in block.lines)
            byline = (read_credit(text) or read_pen_name(block)) if kind == "byline" else None
            captioned = _ends_caption(block, layout)
            if (
                byline is not None
                and is_photographer(byline)
                and (
                    captioned
                    or (draft.flow.head is not None if draft else owners.has_picture(block))
                )
                and not (draft and not captioned and _signs(block, draft))
            ):
                owners.credit(block, byline)
            elif draft is None:
                homeless.append(block)
            elif byline is not None:
                draft.bylines.append(byline)
            elif (source := read_source(text)) is not None:
                draft.sources.append(source)
    return homeless


def _ends_caption(block: Block, layout: Layout) -> bool:
    """Whether a credit stands below a caption, or on its line at the picture's other side."""
    return any(is_credit_below(block, caption, layout.pictures) for caption in layout.of("caption"))


def _signs(block: Block, draft: Draft) -> bool:
    """Whether a credit stands below an article's last words: he wrote it too."""
    return is_credit_below(block, draft.flow.blocks[-1])


def _credited(
    block: Block, drafts: Sequence[Draft], em: float, pictures: Sequence[Area]
) -> Draft | None:
    """Whose credit it is: the headline's right above it, the text's right above or below it."""
    area = block.area
    best: tuple[float, Draft] | None = None
    for draft in drafts:
        below = is_credit_below(block, draft.flow.blocks[-1], pictures)
        distances = [0.0] if below else []
        head = draft.flow.head
        if head is not None:
            distances.append(_distance(area, head.area, below=True))
        last, first = draft.flow.blocks[-1].area, draft.flow.blocks[0].area
        distances.append(_distance(area, last, below=True) + 0.3 * em)
        distances.append(_distance(area, first, below=False) + 0.6 * em)
        distances.append(3 * em + apart(area, draft.hull))
        near = min(distances)
        if best is None or near < best[0]:
            best = (near, draft)
    return best[1] if best is not None and best[0] <= 9 * em else None


def _distance(area: Area, anchor: Area, *, below: bool) -> float:
    """From a credit to what it stands below (or above), in points; far where it does not."""
    gap = area.y0 - anchor.y1 if below else anchor.y0 - area.y1
    aside = max(0.0, -area.overlap_x(anchor))
    if gap < -0.7 * area.height:
        return apart(area, anchor) + 40
    return max(0.0, gap) + 2 * aside


def paragraphs_of(draft: Draft) -> tuple[list[list[Line]], list[tuple[int, str]]]:
    """The text's paragraphs, and its subheads as (index of the paragraph below, text)."""
    paragraphs: list[list[Line]] = []
    subheads: list[tuple[int, str]] = []
    for block in draft.flow.blocks:
        above = [text for at, text in draft.subheads if at is block]
        for number, paragraph in enumerate(block.paragraphs):
            goes_on = number == 0 and paragraphs and not above and _goes_on(paragraphs[-1], block)
            if goes_on:
                paragraphs[-1].extend(paragraph)
            else:
                if number == 0:
                    subheads.extend((len(paragraphs), text) for text in above)
                paragraphs.append(list(paragraph))
    return paragraphs, subheads


def _goes_on(paragraph: Sequence[Line], block: Block) -> bool:
    """Whether a block's first line goes on from the paragraph above it."""
    if block.opens:
        return False
    last = paragraph[-1]
    if not ends_sentence(last.text):
        return True
    peers = [line.length for line in paragraph]
    short = len(peers) > 1 and last.length < max(peers) - 1.2 * last.em
    return not short and not re.match(r"^[■●◆]", block.lines[0].text)
