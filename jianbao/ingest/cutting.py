"""The recipe: raw text → a page of articles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jianbao.ingest.assembly import finish, furniture_of
from jianbao.ingest.attachments import attach
from jianbao.ingest.blocks import read_lines
from jianbao.ingest.clues import doubt_clues
from jianbao.ingest.cohesion import grams
from jianbao.ingest.drafts import Draft, draft_articles
from jianbao.ingest.gathering import choose_layout, total_worth
from jianbao.ingest.grouping import GUESSED, run_together
from jianbao.ingest.headlines import place_heads, place_subtitles
from jianbao.ingest.margins import margins
from jianbao.ingest.masthead import read_masthead
from jianbao.ingest.overprint import without_overprint
from jianbao.ingest.page import CutPage, Furniture
from jianbao.ingest.reading import Reading, read_blocks
from jianbao.ingest.review import judge_all
from jianbao.ingest.spacing import squeeze
from jianbao.ingest.strays import CUT_OFF
from jianbao.ingest.typing import read_typed_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block
    from jianbao.ingest.layout import Layout
    from jianbao.ingest.segmentation import Segment


MOST_TRIED = 2
"""Lines, at most: a bound on the work."""
HEADLINES_FAVOUR = 2.0
"""By how much, in log-odds, a cut may be worth less in which a doubtful line is a headline that else an
article lacks. On 520 typeset pages the six that were headlines gain 0.4 to 9.4, the best of some 200 that
were text loses 3.4."""


def cut(text: str) -> CutPage:
    """Cut a raw page into its articles.

    Raises RefusedPage for a page that cannot be read safely: empty, binary, or with its columns
    interleaved line by line.
    """
    text, overprint = without_overprint(text)
    page = cut_blocks(read_typed_blocks(text))
    if run_together(read_lines(text)):
        articles = (replace(one, review=(GUESSED, *one.review)) for one in page.articles)
        page = replace(page, articles=tuple(articles))
    if not overprint:
        return page
    return replace(page, furniture=(*page.furniture, Furniture("overprint", overprint)))


def cut_blocks(blocks: Sequence[Block]) -> CutPage:
    """Cut typed blocks, in the page's order, into articles: what text and PDF have in common."""
    return page_of(best_cut(blocks))[0]


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's best cut by one reading of it."""

    reading: Reading
    """The page."""
    layout: Layout
    """The one of its layouts that was cut."""
    segments: tuple[Segment, ...]
    """The articles."""

    @property
    def worth(self) -> float:
        """The sum of all clues to it, in log-odds."""
        return total_worth(self.layout, self.segments) + self.reading.joined

    @property
    def headlines(self) -> frozenset[int]:
        """The blocks in which its headlines begin."""
        chosen = (one.head for one in self.segments)
        return frozenset(self.layout.heads[h].first_place for h in chosen if h is not None)

    @property
    def doubtful(self) -> tuple[int, ...]:
        """The blocks that may be headlines of articles without one, the likeliest first."""
        lacking = [
            self.layout.paragraphs[at]
            for one in self.segments
            if one.head is None and one.paragraphs[-1] not in self.layout.photos
            for at in one.paragraphs
        ]
        found: list[tuple[float, int]] = []
        for place, block in enumerate(self.reading.blocks):
            if block.rule == CUT_OFF:
                words = grams(squeeze(block.text))
                others = (one for one in lacking if block.lines[0] not in one.lines)
                shared = (self.reading.rarity.shared(words, one.grams) for one in others)
                if (most := max(shared, default=0.0)) > 0:
                    found.append((-most, place))
        return tuple(place for _, place in sorted(found))


def best_cut(blocks: Sequence[Block]) -> Cut:
    """The cut by the reading that is worth most.

    A headline that is as wide as a column and stands above text which goes on elsewhere is read as a
    line that the column's break cut off. Where an article has none then, it is tried as a headline.
    """
    headlines: list[int] = []
    best = _cut(read_blocks(blocks))
    for place in best.doubtful[:MOST_TRIED]:
        other = _cut(read_blocks(blocks, (*headlines, place)))
        if place in other.headlines and other.worth > best.worth - HEADLINES_FAVOUR:
            headlines.append(place)
            best = other
    return best


def _cut(reading: Reading) -> Cut:
    return Cut(reading, *choose_layout(reading.layouts))


def page_of(cut: Cut) -> tuple[CutPage, tuple[Draft, ...]]:
    """The page, and for each of its articles, in the same order, the draft it was made of."""
    reading, layout, segments = cut.reading, cut.layout, cut.segments
    blocks = reading.blocks
    drafts = draft_articles(layout.paragraphs, layout.heads, segments)
    homeless_heads = place_heads(drafts, layout.heads, reading.rarity)
    homeless_subtitles = place_subtitles(blocks, drafts, layout.heads, layout.rank, reading.rarity)
    homeless_blocks = attach(blocks, drafts, reading.running, layout.rank, reading.rarity)
    homeless_blocks = sorted([*homeless_blocks, *homeless_subtitles])
    labels = [
        block.lines[0].text.strip("■●◆▲★◎□▶►◤【】 ") for block in blocks if block.kind == "label"
    ]
    clues = [
        doubt_clues(reading, layout, drafts, number, margin)
        for number, margin in enumerate(margins(layout, segments))
    ]
    articles = []
    for draft, (confidence, reasons) in zip(drafts, judge_all(clues), strict=True):
        photo = draft.segment.paragraphs[-1] in layout.photos
        article = finish(draft, photo=photo, columns=labels, confidence=confidence, review=reasons)
        articles.append(replace(article, lines=draft.lines))
    mastheads = [one.text for block in blocks if block.kind == "masthead" for one in block.lines]
    page = CutPage(
        info=read_masthead(mastheads),
        furniture=furniture_of(blocks, homeless_heads, homeless_blocks),
        articles=tuple(articles),
    )
    return page, tuple(drafts)
