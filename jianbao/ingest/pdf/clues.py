"""What tells that an article was cut wrong: what the layout, the words and the cut leave behind."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jianbao.ingest.cohesion import Rarity, grams
from jianbao.ingest.credits import has_lead
from jianbao.ingest.pdf.blocks import around, ends_sentence, unclosed
from jianbao.ingest.pdf.heads import title_lines
from jianbao.ingest.pdf.kinds import is_continued
from jianbao.ingest.pdf.ranks import HEADLINE
from jianbao.ingest.pdf.rubrics import is_rubric
from jianbao.ingest.pdf.step_prices import breaks_off
from jianbao.ingest.spacing import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.drafts import Draft
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.pieces import Layout

CLOSE_CUT = "another way to cut the page is about as good"
NO_TITLE = "no headline"
DRAWN_TITLE = "no headline in the text: it may be drawn, not written"
IDLE_HEAD = "a headline close by has no text"
MANY_LINES = "a headline of many lines, perhaps two"
ODD_TITLE = "its headline reads like a piece of something else"
OTHERS_TITLE = "its headline is rather about another article"
TITLE_APART = "its headline shares no word with its text"
UNREADABLE = "characters without Unicode"
NO_END = "ends in mid-sentence"
NO_BEGINNING = "begins in mid-sentence"
UNCLOSED = "a quotation mark or bracket is not closed"
BROKEN_STEP = "a sentence breaks off between two columns"
OVERLAP = "another article's text stands within it"
WIDE_SUBHEAD = "a subhead may be a headline"
TWO_CREDITS = "more than one byline or source"
SHORT = "its text is very short"
FOREIGN_PIECE = "a piece of it has more in common with another article"
TITLE_OR_KICKER = "the headline's first line may be a kicker"
WIDE_TITLE = "its headline is wider than its text"
BARE_NEIGHBOUR = "an article close by has no headline"
PROUD_LABEL = "a line as large as its headline was taken for a column's name"
LONG_PHOTO = "a photograph's text in several columns"

_CLOSE = 2.0
"""By so much dearer another cut counts 1/e of one that costs the same."""


@dataclass(frozen=True)
class Scene:
    """A page that has been cut, for its articles to be judged against each other."""

    drafts: Sequence[Draft]
    """Its articles."""
    layout: Layout
    """Its blocks."""
    idle: Sequence[Head]
    """Headlines that begin no text."""

    @cached_property
    def words(self) -> list[list[frozenset[str]]]:
        """The grams of each article's blocks."""
        return [[grams(block.plain) for block in draft.flow.blocks] for draft in self.drafts]

    @cached_property
    def rarity(self) -> Rarity:
        """How telling each gram is on this page."""
        return Rarity([one for words in self.words for one in words])


def find_clues(scene: Scene, number: int, paragraphs: Sequence[str]) -> dict[str, float]:
    """The clues to the being wrong of one of the page's articles, each from 0 to about 2."""
    draft = scene.drafts[number]
    flow = draft.flow
    first, last = flow.blocks[0], flow.blocks[-1]
    text = "".join(paragraphs)
    title = squeeze("".join(title_lines(flow.head.title))) if flow.head else ""
    photo = _is_photo(draft)
    clues = {
        CLOSE_CUT: math.exp(-max(0.0, flow.margin) / _CLOSE),
        MANY_LINES: float(flow.head is not None and _lines(flow.head) > 3),
        NO_END: float(breaks_off(last) and bool(text) and not ends_sentence(text)),
        NO_BEGINNING: float(not (first.opens or has_lead(first.plain) or is_continued(first))),
        UNCLOSED: float(any(unclosed(one) in set("”》）") - {""} for one in paragraphs)),
        BROKEN_STEP: _broken_steps(flow.blocks),
        OVERLAP: _overlap(scene, number),
        WIDE_SUBHEAD: _subheads(draft),
        TWO_CREDITS: float(len(draft.bylines) > 1 or len(draft.sources) > 1),
        SHORT: max(0.0, 1 - len(text) / 120),
        FOREIGN_PIECE: _foreign(scene, number),
        UNREADABLE: float("\ufffd" in text or "\ufffd" in title),
        IDLE_HEAD: float(_idle(scene, draft)),
        PROUD_LABEL: float(_has_proud_label(scene, draft)),
        BARE_NEIGHBOUR: _bare_neighbours(scene, number),
    }
    if flow.head is None:
        clues[NO_TITLE] = float(not photo)
        clues[DRAWN_TITLE] = float(not photo and _is_drawn_over(draft, scene.layout))
        clues[LONG_PHOTO] = float(photo and len(flow.blocks) > 1)
    else:
        clues[ODD_TITLE] = _odd(title)
        clues[TITLE_OR_KICKER] = _kicker_doubt(flow.head)
        clues[WIDE_TITLE] = _wide(flow.head, flow.blocks, scene.layout.body)
        clues[OTHERS_TITLE], clues[TITLE_APART] = _title_doubts(scene, number, title)
    return {clue: value for clue, value in clues.items() if value}


def _lines(head: Head) -> int:
    return len(title_lines(head.title))


def _odd(title: str) -> float:
    """Too short, too long, a sentence's end, or broken brackets; an initial alone (`国`) surely."""
    han = len(re.findall(r"[\u3400-\u9fff]", title))
    return (
        float(han < 4)
        + 3.0 * float(han < 2)
        + float(len(title) > 44)
        + float(bool(re.search(r"。|^[，、；。）》”]", title)))
        + float(is_rubric(title))
        + 0.5 * float(bool(unclosed(title)))
    )


def _kicker_doubt(head: Head) -> float:
    """A first line much shorter than the second: `走基层` over a headline of its size."""
    if head.kicker:
        return 0.0
    lines = [squeeze(line) for line in title_lines(head.title)]
    return float(len(lines) > 1 and len(lines[0]) < 0.6 * len(lines[1]))


def _wide(head: Head, blocks: Sequence[Block], body: float) -> float:
    """How far a level headline reaches out over its text at either side, in steps of six em."""
    if head.down or blocks[0].down:
        return 0.0
    text, title = around(blocks), around(head.title)
    out = max(text.x0 - title.x0, title.x1 - text.x1) - body
    return max(0.0, min(2.0, out / (6 * body)))


def _bare_neighbours(scene: Scene, number: int) -> float:
    """Whether text without a headline that is no short photo news stands beside it."""
    hull, reach = scene.drafts[number].hull, 3 * scene.layout.body
    return float(
        any(
            draft.flow.head is None
            and at != number
            and not (_is_photo(draft) and len(draft.flow.blocks) == 1)
            and draft.hull.overlap_x(hull) > -reach
            and draft.hull.overlap_y(hull) > -reach
            for at, draft in enumerate(scene.drafts)
        )
    )


def _is_photo(draft: Draft) -> bool:
    return any(one.role in {"摄", "摄影", "供图", "图"} for one in draft.bylines)


def _broken_steps(blocks: Sequence[Block]) -> float:
    """Steps between columns at which the words do not fit."""
    broken = 0.0
    for one, other in itertools.pairwise(blocks):
        if breaks_off(one):
            broken += other.opens
        elif not one.full(one.lines[-1]):
            broken += not other.opens
    return min(2.0, broken)


def _overlap(scene: Scene, number: int) -> float:
    """How many blocks of other articles stand within this one's text, headlines included."""
    own = scene.drafts[number]
    hull = around(own.flow.blocks)
    box = scene.layout.box_of(own.flow.blocks[0].area)
    count = 0
    for at, draft in enumerate(scene.drafts):
        if at == number:
            continue
        blocks = [*draft.flow.blocks, *(draft.flow.head.title if draft.flow.head else ())]
        count += sum(
            hull.holds((b.area.x0 + b.area.x1) / 2, (b.area.y0 + b.area.y1) / 2)
            and scene.layout.box_of(b.area) == box
            for b in blocks
        )
    return min(2.0, count / 2)


def _idle(scene: Scene, draft: Draft) -> bool:
    reach = 2 * scene.layout.body
    return any(
        draft.hull.overlap_x(head.area) > -reach and draft.hull.overlap_y(head.area) > -reach
        for head in scene.idle
    )


def _has_proud_label(scene: Scene, draft: Draft) -> bool:
    """Whether a label close by is as large as the headline, and may be that, or a piece of it."""
    head, body = draft.flow.head, scene.layout.body
    least = max(HEADLINE * body, head.em if head is not None else 0.0)
    return any(
        label.em >= least
        and draft.hull.overlap_x(label.area) > -2 * body
        and draft.hull.overlap_y(label.area) > -2 * label.em
        for label in scene.layout.of("label")
    )


def _subheads(draft: Draft) -> float:
    return min(
        2.0, sum(len(squeeze(text)) > 14 or len(squeeze(text)) < 3 for _, text in draft.subheads)
    )


def _foreign(scene: Scene, number: int) -> float:
    """How many of its blocks have clearly more words in common with another article."""
    own, foreign = scene.words[number], 0.0
    if len(own) < 2:
        return 0.0
    for at, words in enumerate(own):
        rest = frozenset().union(*(one for other, one in enumerate(own) if other != at))
        mine = scene.rarity.shared(words, rest)
        others = (
            scene.rarity.shared(words, frozenset().union(*scene.words[other]))
            for other in range(len(scene.words))
            if other != number
        )
        foreign += max(others, default=0.0) > 1.3 * mine + 2.0
    return min(2.0, foreign)


def _title_doubts(scene: Scene, number: int, title: str) -> tuple[float, float]:
    """How much more of the headline's words another article has, and whether its own has none."""
    words = grams(title)
    whole = scene.rarity.shared(words, words)
    if not whole:
        return 0.0, 0.0
    shares = [
        scene.rarity.shared(words, frozenset().union(*one)) / whole if one else 0.0
        for one in scene.words
    ]
    others = max((s for at, s in enumerate(shares) if at != number), default=0.0)
    return max(0.0, min(1.0, others - shares[number] + 0.2)), float(shares[number] < 0.08)


def _is_drawn_over(draft: Draft, layout: Layout) -> bool:
    """Whether a drawing as a headline would be stands over its text, and nothing is written there."""
    area = draft.hull
    return any(
        drawing.overlap_x(area) > 0.4 * min(drawing.width, area.width)
        and -layout.body <= area.y0 - drawing.y1 <= 6 * layout.body
        for drawing in layout.drawings
    )
