"""What may be wrong with an article that was cut: clues that the cut leaves behind."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import count_columns
from jianbao.ingest.cohesion import grams
from jianbao.ingest.heads import has_kicker_form
from jianbao.ingest.joining import SAME_COLUMN
from jianbao.ingest.spacing import squeeze, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.drafts import Draft
    from jianbao.ingest.layout import Layout
    from jianbao.ingest.margins import Margin
    from jianbao.ingest.reading import Reading

OTHER_CUTS = "many other ways to cut the page come near"
CLOSE_CUT = "another way to cut the page is about as good"
CLOSE_TITLE = "another headline fits almost as well"
TWIN = "another article of the page is about the same"
NO_TITLE = "no headline"
PHOTO = "which text is the photograph's is uncertain"
OTHERS_TITLE = "its headline is rather about another article"
LATER_TITLE = "its headline fits a later paragraph better than the first"
SENTENCE_TITLE = "its headline reads like a sentence of the text"
COLUMN_TITLE = "its headline is set like a line of the text"
TITLE_OR_KICKER = "the headline's first line may be a kicker"
LINE_APART = "the headline's first line has little to do with the text"
MIXED_COLUMNS = "its columns differ in width"
LOST_COLUMNS = "another article has columns of its width among others"
FIRST_INSIDE = "a paragraph inside reads like the first of another article"
LONE_SUBHEAD = "a subhead alone"
LONG_SUBHEAD = "a subhead that may be a headline"
LONGER_SUBHEAD = "a subhead longer than the headline"
TWO_CREDITS = "more than one byline or source"
WEAK_JOIN = "where a paragraph goes on is uncertain"
STACKED = "its headline may be two, or half of one"
VERY_SHORT = "its text is very short"
SHORT = "its text is short"
LONG = "many paragraphs"
DOUBTFUL_NEIGHBOUR = "the article beside it is doubtful"

_CLOSE = 8.0
"""Log-odds of clues by which a loss counts for 1/e of what no loss would."""

_OF_A_SENTENCE = re.compile(r"[，。；]|\d日|今天|日前|近日|昨天")


def doubt_clues(
    reading: Reading,
    layout: Layout,
    drafts: Sequence[Draft],
    number: int,
    margin: Margin,
) -> dict[str, float]:
    """The clues to the being wrong of one of the page's articles, each from 0 to about 2."""
    draft = drafts[number]
    own, paragraphs = draft.segment.paragraphs, draft.paragraphs
    photo = own[-1] in layout.photos
    titled = bool(draft.title_lines)
    length = max(1, sum(len(one.text) for one in paragraphs))
    reach = round(count_columns(reading.blocks, layout.paragraphs).slack)
    clues = {
        "always": 1.0,
        OTHER_CUTS: margin.others / (1 + margin.others),
        CLOSE_CUT: math.exp(-margin.text / _CLOSE),
        CLOSE_TITLE: math.exp(-margin.head / _CLOSE),
        TWIN: _twin(reading, drafts, number),
        NO_TITLE: float(not titled and not photo),
        PHOTO: float(not titled and photo),
        OTHERS_TITLE: _others_title(reading, drafts, number),
        LATER_TITLE: 0.0 if photo else _later_title(layout, draft),
        SENTENCE_TITLE: float(bool(_OF_A_SENTENCE.search("".join(draft.title_lines)))),
        COLUMN_TITLE: _column_title(draft),
        TITLE_OR_KICKER: _kicker_doubt(draft),
        LINE_APART: _line_apart(reading, draft),
        MIXED_COLUMNS: _off_column(draft, _main_column(draft), reach),
        LOST_COLUMNS: min(1.0, _lost_columns(drafts, number, reach) / length),
        FIRST_INSIDE: max((_chance(one.first) for one in paragraphs[1:]), default=0.0),
        LONE_SUBHEAD: float(len(draft.subheads) == 1),
        LONGER_SUBHEAD: float(
            titled and _longest_subhead(draft) > width("".join(draft.title_lines))
        ),
        LONG_SUBHEAD: max(0.0, min(1.0, (_longest_subhead(draft) - 11) / 8)),
        TWO_CREDITS: float(bool(draft.extra_credits)),
        WEAK_JOIN: max(math.exp(-max(0.0, one.weakest_join)) for one in paragraphs),
        STACKED: float(draft.head is not None and draft.head.is_piece),
        VERY_SHORT: float(length < 80),
        SHORT: max(0.0, 1 - length / 200),
        LONG: float(len(own) > 8),
    }
    return {clue: value for clue, value in clues.items() if value}


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _longest_subhead(draft: Draft) -> float:
    """In em; 0 when there is none. Few are longer than 11 em."""
    return max((width(text) for _, text in draft.subheads), default=0.0)


def _column_title(draft: Draft) -> float:
    """Whether the headline is as wide as a paragraph's first lines in the column of its text.

    Printed in a column 17 em wide: `中共中央政治局委员、天津市委书`.
    """
    column = _main_column(draft)
    if draft.head is None or column is None:
        return 0.0
    first, *others = (line.width for line in draft.head.lines)
    return float(
        min(abs(column - 2 - first), abs(column - first)) < SAME_COLUMN
        and all(abs(column - em) < SAME_COLUMN for em in others)
    )


def _main_column(draft: Draft) -> int | None:
    """The width in em, rounded, of the columns that hold most of its text."""
    widths: Counter[int] = Counter()
    for one in draft.paragraphs:
        if one.column_known:
            for em in (one.column, one.end_column):
                widths[round(em)] += len(one.text)
    return max(widths, key=widths.__getitem__) if widths else None


def _off_column(draft: Draft, main: int | None, reach: int) -> float:
    """The share of its text in columns that are more than so many em off that width."""
    off = whole = 0
    for one in draft.paragraphs:
        if one.column_known and main is not None:
            for em in (one.column, one.end_column):
                whole += len(one.text)
                off += len(one.text) * (abs(round(em) - main) > reach)
    return off / whole if whole else 0.0


def _lost_columns(drafts: Sequence[Draft], number: int, reach: int) -> int:
    """How many characters in columns of its width stand in articles of another width."""
    main = _main_column(drafts[number])
    if main is None:
        return 0
    lost = 0
    for at, other in enumerate(drafts):
        theirs = _main_column(other)
        if at != number and theirs is not None and abs(theirs - main) > reach:
            lost += sum(
                len(one.text)
                for one in other.paragraphs
                if one.column_known and main in (round(one.column), round(one.end_column))
            )
    return lost


def _twin(reading: Reading, drafts: Sequence[Draft], number: int) -> float:
    """How like the other article that is most like it, in spreads of the page's paragraphs."""
    own = drafts[number].segment.paragraphs
    alike = [
        sum(reading.alike[at][other] for at, other in itertools.product(own, one)) / len(one)
        for one in (draft.segment.paragraphs for draft in drafts)
        if one != own
    ]
    return max(0.0, max(alike, default=0.0) / len(own))


def _covered(reading: Reading, text: str, words: frozenset[str]) -> float:
    """The share of a line's words, by weight, that are among `words`."""
    own = grams(squeeze(text))
    whole = reading.rarity.shared(own, own)
    return reading.rarity.shared(own, words) / whole if whole else 0.0


def _words(draft: Draft) -> frozenset[str]:
    return frozenset().union(*(one.grams for one in draft.paragraphs))


def _others_title(reading: Reading, drafts: Sequence[Draft], number: int) -> float:
    """From 0, where its own text has 0.3 more of the headline's words than any other."""
    title = "".join(drafts[number].title_lines)
    if not title:
        return 0.0
    mine = _covered(reading, title, _words(drafts[number]))
    others = (
        _covered(reading, title, _words(one)) for at, one in enumerate(drafts) if at != number
    )
    return max(0.0, max(others, default=-1.0) - mine + 0.3)


def _later_title(layout: Layout, draft: Draft) -> float:
    """By how much more a later paragraph shares with the headline, in steps of 6 nats."""
    if draft.segment.head is None:
        return 0.0
    first, *later = (layout.evidence[draft.segment.head][at] for at in draft.segment.paragraphs)
    return max(0.0, min(2.0, (max(later, default=0.0) - first) / 6))


def _line_apart(reading: Reading, draft: Draft) -> float:
    """A first line without the text's words, or in pieces: `奋进强国路 阔步新征程`."""
    if len(draft.title_lines) < 2:
        return 0.0
    first = draft.title_lines[0].strip()
    bare = _covered(reading, first, _words(draft)) < 0.15
    return float(bare) + float(bool(re.search(r"[ ·—]", first)))


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
