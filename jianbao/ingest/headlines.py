"""Heads → headlines, kickers and subheads."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from jianbao.ingest.heads import Head, has_kicker_form
from jianbao.ingest.seams import seam
from jianbao.ingest.spacing import display_spacing, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.cohesion import Rarity
    from jianbao.ingest.drafts import Draft

KICKER_WIDTH = 30.0
"""In em: a line longer than this is rarely a headline set in one line."""
INSIDE_ARTICLE, BESIDE_HEADLINE, IN_RUN_OF_HEADLINE, BESIDE_ARTICLE = 6.0, 3.0, 2.0, 1.5
"""What the nearness of a subhead to an article is worth, in nats of shared words."""
INSIDE_WORD = 2.0
"""The log-odds of `seam` from which a line surely breaks inside a word."""
HEADLINE_WIDTH = 10.0
"""In em: a line shorter than this is rarely a headline."""
SHORTEST_BELOW_KICKER = 6.0
"""In em: the headline without its first line, where that may be a kicker. Of 1,140 below a standing
series title 3 are narrower, of 24 headlines that begin with the words of one 18."""


def place_heads(drafts: Sequence[Draft], heads: Sequence[Head], rarity: Rarity) -> list[Head]:
    """Make headlines of the chosen heads and kickers or subheads of the others.

    Returns the heads that belong to no article.
    """
    _give_kickers_their_headlines(drafts, heads, rarity)
    for draft in drafts:
        if draft.head is not None:
            _set_title(draft, draft.head)
    chosen = {id(draft.head) for draft in drafts if draft.head is not None}
    homeless: list[Head] = []
    for at, head in enumerate(heads):
        if id(head) in chosen:
            continue
        below = _draft_of(drafts, heads[at + 1]) if at + 1 < len(heads) else None
        above = _draft_of(drafts, heads[at - 1]) if at else None
        if below is not None and _opens_headline(heads, at, below, drafts, rarity):
            below.title_lines[:0] = [display_spacing(line.text) for line in head.lines]
            continue
        beside = at + 1 < len(heads) and heads[at + 1].run == head.run
        titled = _next_in_run(drafts, heads, at) if head.is_series else below if beside else None
        if titled is not None and _is_kicker(head, titled, drafts, rarity):
            titled.kicker = display_spacing(" ".join(line.text for line in head.lines))
            continue
        if (
            above is not None
            and heads[at - 1].run == head.run
            and _goes_on(heads[at - 1], head, above, drafts, rarity)
        ):
            above.title_lines.extend(display_spacing(line.text) for line in head.lines)
            continue
        best = max(drafts, key=lambda draft: _subhead_fit(draft, heads, at, rarity), default=None)
        if best is None or head.subtitle:
            homeless.append(head)
            continue
        best.subheads.append(
            (
                _place_subhead(best, head, rarity),
                display_spacing(" ".join(line.text for line in head.lines)),
            )
        )
    return homeless


def _draft_of(drafts: Sequence[Draft], head: Head) -> Draft | None:
    return next((draft for draft in drafts if draft.head is head), None)


def _next_in_run(drafts: Sequence[Draft], heads: Sequence[Head], at: int) -> Draft | None:
    """The article of the next headline below in a run: subheads may float in between.

    Printed: `乡村行 看振兴`, `做好观光旅游“大文章”`, and then `绘就宜居宜业和美乡村新画卷`.
    """
    below = (_draft_of(drafts, one) for one in heads[at + 1 :] if one.run == heads[at].run)
    return next((draft for draft in below if draft is not None), None)


def _give_kickers_their_headlines(
    drafts: Sequence[Draft], heads: Sequence[Head], rarity: Rarity
) -> None:
    """Where the headline chosen is a long kicker, take the short headline right below it.

    Printed: `团中央在四川举办2023年“共青团与人大代表、政协委员面对面”活动座谈会`, below it
    `用心用情助力青年稳岗就业`.
    """
    taken = {id(draft.head) for draft in drafts}
    for at, (upper, lower) in enumerate(itertools.pairwise(heads)):
        draft = _draft_of(drafts, upper)
        if (
            draft is not None
            and id(lower) not in taken
            and lower.first_place == upper.last_place + 1
            and not upper.subtitle
            and len(upper.lines) == 1
            and upper.width >= KICKER_WIDTH
            and HEADLINE_WIDTH <= lower.width <= 0.4 * upper.width
            and _about(lower, drafts, rarity) is draft
            and _is_about_opening(lower, draft, rarity)
        ):
            draft.head = heads[at + 1]


def _is_about_opening(head: Head, draft: Draft, rarity: Rarity) -> bool:
    """Whether it tells rather of the first paragraph, as headlines do, than of one that follows.

    Below `外国领导人…就我国甘肃积石山地震表示慰问`, a headline of 42 em, a subhead floats that is about
    one of many presidents.
    """
    first, *others = (rarity.shared(head.grams, one.grams) for one in draft.paragraphs)
    return first >= max(others, default=0.0)


def _set_title(draft: Draft, head: Head) -> None:
    """Set the headline, a kicker in its block taken off.

    Printed: `新闻特写` / `初心不变 历久弥新`; but `花开中国` / `春色烂漫` is one headline, as what is left of it
    without its first line would be too short for one. Nor does a kicker end inside a word:
    `奋进新征程 扬帆再出发——党的二` / `十大在广大干部群众中引发强烈反响`.
    """
    lines = [display_spacing(line.text) for line in head.lines]
    rest = head.width - width(lines[0])
    if (
        len(lines) > 1
        and has_kicker_form(lines[0])
        and rest >= SHORTEST_BELOW_KICKER
        and seam(lines[0], lines[1]) < INSIDE_WORD
    ):
        draft.kicker = lines.pop(0)
    draft.title_lines = lines


def _evidence(draft: Draft, head: Head, rarity: Rarity) -> float:
    return max(rarity.shared(head.grams, one.grams) for one in draft.paragraphs)


def _is_kicker(head: Head, below: Draft, drafts: Sequence[Draft], rarity: Rarity) -> bool:
    """A standing series title, or a line longer than the headline that tells the same news.

    Printed above 用心用情助力青年稳岗就业:
    `团中央在四川举办2023年“共青团与人大代表、政协委员面对面”活动座谈会`.
    """
    if below.kicker is not None or below.head is None or head.subtitle:
        return False
    text = "".join(line.text for line in head.lines)
    if has_kicker_form(text):
        return True
    longer = len(head.lines) == 1 and head.width >= max(KICKER_WIDTH, 1.3 * below.head.width)
    return longer and _about(head, drafts, rarity) is below


def _about(head: Head, drafts: Sequence[Draft], rarity: Rarity) -> Draft | None:
    best = max(drafts, key=lambda draft: _evidence(draft, head, rarity), default=None)
    return best if best is not None and _evidence(best, head, rarity) >= 5.0 else None


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
    stacked = at > 0 and heads[at - 1].first_place == head.first_place
    return (
        stacked
        and not head.subtitle
        and heads[at + 1].first_place == head.last_place + 1
        and _about(head, drafts, rarity) is below
    )


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
    fit = _evidence(draft, head, rarity)
    beside = [heads[one] for one in (at - 1, at + 1) if 0 <= one < len(heads)]
    if draft.first_place < head.first_place < draft.last_place:
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
    if draft.first_place < head.first_place < draft.last_place:
        for at, paragraph in enumerate(draft.paragraphs):
            if paragraph.first_place > head.first_place:
                return at
    draft.doubts.append("subhead placed by its words")
    scores = [rarity.shared(head.grams, one.grams) for one in draft.paragraphs]
    return scores.index(max(scores))
