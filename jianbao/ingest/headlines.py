"""Heads → headlines, kickers and subheads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.cohesion import grams
from jianbao.ingest.evidence import about, draft_of, evidence, is_of_first, is_wordless
from jianbao.ingest.kickers import (
    NARROWER,
    WIDER,
    give_kickers_their_headlines,
    kicked,
    opens_with_kicker,
    widest,
)
from jianbao.ingest.spacing import display_spacing, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block
    from jianbao.ingest.cohesion import Rarity
    from jianbao.ingest.drafts import Draft
    from jianbao.ingest.heads import Head

INSIDE_ARTICLE, BESIDE_HEADLINE, IN_RUN_OF_HEADLINE, BESIDE_ARTICLE = 6.0, 3.0, 2.0, 1.5
"""What the nearness of a subhead to an article is worth, in nats of shared words."""
_OPEN_END = re.compile("[：:、，以与和在将对向为及的]$")
"""How a line ends that goes on in the next."""


def place_heads(drafts: Sequence[Draft], heads: Sequence[Head], rarity: Rarity) -> list[Head]:
    """Make headlines of the chosen heads and kickers or subheads of the others.

    Returns the heads that belong to no article.
    """
    give_kickers_their_headlines(drafts, heads, rarity)
    for draft in drafts:
        if draft.head is not None:
            _set_title(draft, draft.head)
    chosen = {id(draft.head) for draft in drafts if draft.head is not None}
    homeless: list[Head] = []
    for at, head in enumerate(heads):
        if id(head) in chosen:
            continue
        text = display_spacing(" ".join(line.text for line in head.lines))
        below = draft_of(drafts, heads[at + 1]) if at + 1 < len(heads) else None
        above = draft_of(drafts, heads[at - 1]) if at else None
        if below is not None and _opens_headline(heads, at, below, drafts, rarity):
            below.title_lines[:0] = [display_spacing(line.text) for line in head.lines]
            continue
        titled = kicked(drafts, heads, at, rarity)
        if titled is not None:
            titled.kicker = text
            continue
        if (
            above is not None
            and heads[at - 1].run == head.run
            and _goes_on(heads[at - 1], head, above, drafts, rarity)
        ):
            above.title_lines.extend(display_spacing(line.text) for line in head.lines)
            above.stray_subtitle = head.subtitle
            continue
        best = max(drafts, key=lambda draft: _subhead_fit(draft, heads, at, rarity), default=None)
        if best is None or head.subtitle:
            homeless.append(head)
        elif (
            head.is_series
            and best.kicker is None
            and (is_wordless(head, drafts, rarity) or not _is_inside(head, best))
        ):
            best.kicker = text
        else:
            best.subheads.append((_place_subhead(best, head, rarity), text))
    return homeless


def place_subtitles(
    blocks: Sequence[Block],
    drafts: Sequence[Draft],
    heads: Sequence[Head],
    rank: Sequence[int],
    rarity: Rarity,
) -> list[int]:
    """Give the subtitles that no headline stands above to headlines of their run; returns the homeless.

    `rank[place]` is the number of blocks of running text above a place. Printed below the text:
    `——农业农村部通报`, `本报记者 张玉香`, and then `全国春播粮食过四成`.
    """
    owned = {line.number for head in heads for line in head.subtitle}
    homeless = []
    for place, block in enumerate(blocks):
        if block.kind != "subtitle" or block.lines[0].number in owned:
            continue
        words = grams(squeeze(block.text))
        run = [
            draft
            for draft in drafts
            if draft.head is not None and draft.head.run == rank[place] and not draft.subtitle
        ]
        best = max(
            run,
            key=lambda draft: max(rarity.shared(words, one.grams) for one in draft.paragraphs),
            default=None,
        )
        if best is None:
            homeless.append(place)
        else:
            best.stray_subtitle = block.lines
    return homeless


def _is_inside(head: Head, draft: Draft) -> bool:
    return draft.first_place < head.first_place < draft.last_place


def _set_title(draft: Draft, head: Head) -> None:
    """Set the headline, a kicker in its block taken off."""
    lines = [display_spacing(line.text) for line in head.lines]
    if len(lines) > 1 and opens_with_kicker(head):
        draft.kicker = lines.pop(0)
    draft.title_lines = lines


def _opens_headline(
    heads: Sequence[Head], at: int, below: Draft, drafts: Sequence[Draft], rarity: Rarity
) -> bool:
    """The first line of a headline that the extraction stacked below another article's.

    A line cut from a stack of headlines is no subhead; it goes with the headline that follows. So does
    one that no article took and that stands above a headline in its own block: `以学促干` /
    `加快推动赣南苏区振兴发展`.
    """
    head = heads[at]
    if heads[at + 1].first_place == head.first_place:
        return True
    if _is_one_headline(head, heads[at + 1], below, drafts, rarity):
        return True
    stacked = at > 0 and heads[at - 1].first_place == head.first_place
    return (
        stacked
        and not head.subtitle
        and heads[at + 1].first_place == head.last_place + 1
        and about(head, drafts, rarity) is below
    )


def _is_one_headline(
    upper: Head, lower: Head, below: Draft, drafts: Sequence[Draft], rarity: Rarity
) -> bool:
    """Whether two lines in blocks of their own are one headline: as wide, and of the same news.

    Printed: `俄称打击乌军人员等目标` and, apart, `乌称打击俄军防空系统阵地`; or the upper goes on in the lower:
    `第135届广交会：以` and `新质生产力开拓广阔国际市场`.
    """
    if (
        lower.run != upper.run
        or lower.first_place != upper.last_place + 1
        or upper.subtitle
        or upper.is_series
        or lower.is_piece
    ):
        return False
    if _OPEN_END.search(upper.text):
        return True
    alike = NARROWER <= upper.width / widest(lower) <= WIDER
    return alike and is_of_first(upper, below, drafts, rarity)


def _goes_on(
    above: Head, head: Head, draft: Draft, drafts: Sequence[Draft], rarity: Rarity
) -> bool:
    """The second line of a headline whose first the extraction put in a block of its own.

    Printed: `重庆荣昌区政协聚焦推进` / `乡村振兴示范带建设开展专题协商`. It is about the first
    paragraph, as headlines are and subheads are not, and nothing stands between the two.
    """
    if above.subtitle or above.bylined or head.first_place != above.last_place + 1:
        return False
    lead = rarity.shared(head.grams, draft.paragraphs[0].grams)
    others = max(
        (
            rarity.shared(head.grams, one.grams)
            for other in drafts
            for one in other.paragraphs
            if one is not draft.paragraphs[0]
        ),
        default=0.0,
    )
    return lead >= 8.0 and lead > others and head.width >= 0.6 * above.width


def _subhead_fit(draft: Draft, heads: Sequence[Head], at: int, rarity: Rarity) -> float:
    """How well a leftover display line fits an article, in nats of words and of nearness."""
    head = heads[at]
    fit = evidence(draft, head, rarity)
    beside = [heads[one] for one in (at - 1, at + 1) if 0 <= one < len(heads)]
    if _is_inside(head, draft):
        fit += INSIDE_ARTICLE
    elif any(one is draft.head and one.run == head.run for one in beside):
        fit += BESIDE_HEADLINE
    elif draft.head is not None and draft.head.run == head.run:
        fit += IN_RUN_OF_HEADLINE
    if head.first_place == draft.last_place + 1 or head.last_place == draft.first_place - 1:
        fit += BESIDE_ARTICLE
    return fit


def _place_subhead(draft: Draft, head: Head, rarity: Rarity) -> int:
    """The paragraph it stands above; for one that floats, the paragraph it is most like."""
    if _is_inside(head, draft):
        for at, paragraph in enumerate(draft.paragraphs):
            if paragraph.first_place > head.first_place:
                return at
    draft.doubts.append("subhead placed by its words")
    scores = [rarity.shared(head.grams, one.grams) for one in draft.paragraphs]
    return scores.index(max(scores))
