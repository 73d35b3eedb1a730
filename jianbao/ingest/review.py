"""How sure the cut of an article is, and where an editor should look.

A logistic regression on clues that the cut leaves behind. Fitted by bench/fit_review.py on typeset
pages to the question whether the article's text is right (four fifths of its characters) and its
headline exact.
"""

from __future__ import annotations

import itertools
import math
import re
from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import CERTAIN
from jianbao.ingest.heads import has_kicker_form
from jianbao.ingest.segmentation import head_clues, shape_clues, untitled_clues, weigh

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.drafts import Draft
    from jianbao.ingest.paragraphs import Paragraph
    from jianbao.ingest.segmentation import Layout, Segment

NO_TITLE = "no headline"
CLOSE_TITLE = "another headline fits almost as well"
CLOSE_ARTICLE = "its headline fits another article almost as well"
WEAK_LINK = "two of its paragraphs may be of different articles"
OPEN_BORDER = "the text before or after may belong to it"
SCATTERED = "its text is not in one piece"
WEAK_JOIN = "a paragraph put together across columns may be wrong"
QUOTES = "quotation marks or brackets do not match"
MID_SENTENCE = "it begins or ends in mid-sentence"
TWO_CREDITS = "more than one byline or source"
NO_CREDIT = "no byline and no source"
WIDE_SUBHEAD = "a subhead may be a headline"
MANY_SUBHEADS = "many subheads"
TITLE_OR_KICKER = "the headline's first line may be a kicker"
SHORT_TITLE = "a short line for a headline"
SHORT_TEXT = "very short"
UNTITLED_ON_PAGE = "an article of the page has no headline"
LEFT_OVER = "the page has lines that found no article"
TEXT_UNSTEADY = "where it begins or ends hangs on slight clues"
HEAD_UNSTEADY = "its headline hangs on slight clues"
PAGE_UNSTEADY = "the page's articles are hard to tell apart"

WEIGHTS: Mapping[str, float] = {
    "always": -3.51,
    NO_TITLE: 2.23,
    CLOSE_TITLE: 1.09,
    CLOSE_ARTICLE: 0.03,
    WEAK_LINK: 0.19,
    OPEN_BORDER: 0.00,
    SCATTERED: 0.67,
    WEAK_JOIN: 0.86,
    QUOTES: 0.00,
    MID_SENTENCE: 0.00,
    TWO_CREDITS: 0.94,
    NO_CREDIT: 0.97,
    WIDE_SUBHEAD: 1.20,
    MANY_SUBHEADS: 0.04,
    TITLE_OR_KICKER: 1.91,
    SHORT_TITLE: 1.20,
    SHORT_TEXT: 3.46,
    UNTITLED_ON_PAGE: 0.36,
    LEFT_OVER: 0.02,
    TEXT_UNSTEADY: 3.96,
    HEAD_UNSTEADY: 0.99,
    PAGE_UNSTEADY: 1.52,
}
"""Log-odds that the article is wrong, for each clue: bench/fit_review.py on 1,317 articles of 260
typeset pages, 182 of them wrong; weights below 0 are set to 0."""
THRESHOLD = 0.85
"""Articles that are less sure than this are to be reviewed. On 461 articles kept aside, 75 of them
wrong, that flags 97, 55 % of them wrong, and finds 71 % of the wrong ones."""
_NAMED = 0.35
"""A clue is named as a reason when it adds at least so much."""


def doubt_clues(
    layout: Layout,
    segments: Sequence[Segment],
    number: int,
    draft: Draft,
    steady: Sequence[tuple[float, float]],
    *,
    left_over: int,
) -> dict[str, float]:
    """The clues to one article's being wrong, each from 0 to 1 or a little beyond.

    `steady` holds the page's steadiness, text and headline of each article; `left_over` is the
    number of display lines and credits of the page that found no article.
    """
    segment = segments[number]
    own = segment.paragraphs
    paragraphs = [layout.paragraphs[at] for at in own]
    photo = own[-1] in layout.photos
    titled = bool(draft.title_lines)
    links = [layout.together[i][j] for i, j in itertools.pairwise(own)]
    credits = bool(draft.byline) + bool(draft.source)
    subheads = [text for _, text in draft.subheads]
    clues = {
        "always": 1.0,
        NO_TITLE: float(not titled and not photo),
        CLOSE_TITLE: _title_closeness(layout, segment),
        CLOSE_ARTICLE: _article_closeness(layout, segments, number),
        WEAK_LINK: _near(min(links, default=9.0)),
        OPEN_BORDER: _open_border(layout, segments, number),
        SCATTERED: float(own != tuple(range(own[0], own[-1] + 1))),
        WEAK_JOIN: _near(min(one.weakest_join for one in paragraphs)),
        QUOTES: float(any(_unbalanced(one.text) for one in paragraphs)),
        MID_SENTENCE: float(paragraphs[0].opens < 0.1 or _ends_open(paragraphs[-1])),
        TWO_CREDITS: float(bool(draft.extra_credits)),
        NO_CREDIT: float(not credits and not photo),
        WIDE_SUBHEAD: float(any(len(text) > 13 for text in subheads)),
        MANY_SUBHEADS: float(len(subheads) > 2),
        TITLE_OR_KICKER: _kicker_doubt(draft),
        SHORT_TITLE: float(titled and len("".join(draft.title_lines)) < 9),
        SHORT_TEXT: float(sum(len(one.text) for one in paragraphs) < 80),
        UNTITLED_ON_PAGE: float(
            any(one.head is None and one.paragraphs[-1] not in layout.photos for one in segments)
        ),
        LEFT_OVER: float(left_over > 0),
        TEXT_UNSTEADY: 1 - steady[number][0],
        HEAD_UNSTEADY: 1 - steady[number][1],
        PAGE_UNSTEADY: 1 - sum(text for text, _ in steady) / len(steady),
    }
    return {clue: value for clue, value in clues.items() if value}


def judge(clues: Mapping[str, float]) -> tuple[float, tuple[str, ...]]:
    """The confidence, 0 to 1, and the reasons for review, the weightiest first."""
    parts = {clue: WEIGHTS[clue] * value for clue, value in clues.items()}
    confidence = 1 / (1 + math.exp(min(50.0, sum(parts.values()))))
    if confidence >= THRESHOLD:
        return round(confidence, 3), ()
    named = sorted(
        (clue for clue, part in parts.items() if clue != "always" and part >= _NAMED),
        key=lambda clue: -parts[clue],
    )
    fallback = max((clue for clue in parts if clue != "always"), key=parts.__getitem__, default="")
    return round(confidence, 3), tuple(named) or (fallback or OPEN_BORDER,)


def _near(odds: float) -> float:
    """1 for log-odds of 0 or less, falling to 0 at 6."""
    return max(0.0, min(1.5, (6.0 - odds) / 6.0))


def _value(layout: Layout, head: int | None, own: Sequence[int]) -> float:
    if head is None:
        return weigh(untitled_clues(layout, own))
    return weigh(shape_clues(layout, head)) + weigh(head_clues(layout, head, own))


def _title_closeness(layout: Layout, segment: Segment) -> float:
    chosen = _value(layout, segment.head, segment.paragraphs)
    others = [
        _value(layout, head, segment.paragraphs)
        for head in (None, *range(len(layout.heads)))
        if head != segment.head
    ]
    return _near(chosen - max(others, default=-9.0))


def _article_closeness(layout: Layout, segments: Sequence[Segment], number: int) -> float:
    """How nearly the headline would suit another article."""
    segment = segments[number]
    if segment.head is None:
        return 0.0
    chosen = _value(layout, segment.head, segment.paragraphs)
    others = [
        _value(layout, segment.head, one.paragraphs)
        for at, one in enumerate(segments)
        if at != number
    ]
    return _near(chosen - max(others, default=-9.0))


def _open_border(layout: Layout, segments: Sequence[Segment], number: int) -> float:
    """How strongly its first or last paragraph is drawn to a paragraph of another article."""
    own = segments[number].paragraphs
    first, last = own[0], own[-1]
    before = max((layout.together[at][first] for at in range(first)), default=-CERTAIN)
    after = max(
        (layout.together[last][at] for at in range(last + 1, len(layout.paragraphs))),
        default=-CERTAIN,
    )
    return max(0.0, min(1.5, (max(before, after) + 4.0) / 6.0))


def _unbalanced(text: str) -> bool:
    return any(text.count(one) != text.count(other) for one, other in ("“”", "《》", "（）"))


def _ends_open(paragraph: Paragraph) -> bool:
    return not re.search(r"[。！？…”）；：]$", paragraph.text)


def _kicker_doubt(draft: Draft) -> float:
    """A first line much shorter than the second may be a kicker; a long kicker, the headline."""
    if draft.kicker and len(draft.kicker) >= 24:
        return 1.0
    if len(draft.title_lines) < 2 or draft.kicker:
        return 0.0
    first, second = draft.title_lines[0], "".join(draft.title_lines[1:])
    return float(
        has_kicker_form(first) or len(first) < 0.6 * len(second) or len(draft.title_lines) > 2
    )
