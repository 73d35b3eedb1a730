"""Kickers (引题): the lines above headlines that are not part of them."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from jianbao.ingest.evidence import (
    LEAST_EVIDENCE,
    about,
    draft_of,
    evidence,
    is_of_first,
    is_wordless,
)
from jianbao.ingest.heads import has_kicker_form
from jianbao.ingest.seams import seam

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.cohesion import Rarity
    from jianbao.ingest.drafts import Draft
    from jianbao.ingest.heads import Head

KICKER_WIDTH = 30.0
"""In em: a line longer than this is rarely a headline set in one line."""
WIDER, NARROWER = 1.25, 0.6
"""How much wider or narrower than a headline's widest line another of its lines may be. What is wider is
set smaller: a kicker."""
MUCH_WIDER = 1.6
"""How much wider a first line is than all below it in its block that it is set smaller."""
WIDEST_STANDING = 10.0
"""In em: how wide a line that has words of no article may be as the name of a series."""
HEADLINE_WIDTH = 10.0
"""In em: a line shorter than this is rarely a headline."""
SHORTEST_BELOW_KICKER = 6.0
"""In em: the headline without its first line, where that may be a kicker. Of 1,140 below a standing
series title 3 are narrower, of 24 headlines that begin with the words of one 18."""
INSIDE_WORD = 2.0
"""The log-odds of `seam` from which a line surely breaks inside a word."""


def give_kickers_their_headlines(
    drafts: Sequence[Draft], heads: Sequence[Head], rarity: Rarity
) -> None:
    """Where the headline chosen is a kicker, take the shorter headline right below it.

    Printed: `团中央在四川举办2023年“共青团与人大代表、政协委员面对面”活动座谈会`, below it
    `用心用情助力青年稳岗就业`. Where it is not so long, the subtitle or byline tells what it stands below.
    """
    taken = {id(draft.head) for draft in drafts}
    for at, (upper, lower) in enumerate(itertools.pairwise(heads)):
        draft = draft_of(drafts, upper)
        if (
            draft is not None
            and id(lower) not in taken
            and lower.first_place == upper.last_place + 1
            and not upper.subtitle
            and len(upper.lines) == 1
            and (
                _is_headline_below(upper, lower)
                or (
                    upper.width >= KICKER_WIDTH
                    and HEADLINE_WIDTH <= lower.width <= 0.4 * upper.width
                    and _is_about_opening(lower, draft, rarity)
                )
            )
            and about(lower, drafts, rarity) is draft
        ):
            draft.head = heads[at + 1]


def _is_headline_below(upper: Head, lower: Head) -> bool:
    """Whether a subtitle or byline stands below the lower of two lines, and the upper is set smaller."""
    return (
        bool(lower.subtitle or lower.bylined)
        and lower.width >= SHORTEST_BELOW_KICKER
        and upper.width > WIDER * widest(lower)
    )


def _is_about_opening(head: Head, draft: Draft, rarity: Rarity) -> bool:
    """Whether it tells rather of the first paragraph, as headlines do, than of one that follows.

    Below `外国领导人…就我国甘肃积石山地震表示慰问`, a headline of 42 em, a subhead floats that is about
    one of many presidents.
    """
    first, *others = (rarity.shared(head.grams, one.grams) for one in draft.paragraphs)
    return first >= max(others, default=0.0)


def opens_with_kicker(head: Head) -> bool:
    """Whether the first line of a block is a kicker of the others.

    Printed: `新闻特写` / `初心不变 历久弥新`; but `花开中国` / `春色烂漫` is one headline, as what is left of it
    without its first line would be too short for one. Nor does a kicker end inside a word:
    `奋进新征程 扬帆再出发——党的二` / `十大在广大干部群众中引发强烈反响`. A line wider than each of several
    below it is set smaller: `深圳港集装箱吞吐量同比增长高达23.5%` / `新兴市场扩大了` / `外贸增长的新空间`.
    That a short one has no word of the article tells nothing: `夯基固本` / `加快建设农业强国` is a headline.
    """
    first, *others = head.lines
    if (
        head.width - first.width < SHORTEST_BELOW_KICKER
        or seam(first.text, others[0].text) >= INSIDE_WORD
    ):
        return False
    return has_kicker_form(first.text) or (
        len(others) > 1 and first.width > MUCH_WIDER * max(line.width for line in others)
    )


def kicked(drafts: Sequence[Draft], heads: Sequence[Head], at: int, rarity: Rarity) -> Draft | None:
    """The article of the headline that a line is the kicker of: of the next below in its run.

    A standing title is that of the headline above it where it is rather about that article: `记者从商务部获悉`
    stands below `前两月我国服务贸易快速增长`. What has words of no article is no subhead. Subheads may float
    in between: `乡村行 看振兴`, `做好观光旅游“大文章”`, and then `绘就宜居宜业和美乡村新画卷`.
    """
    head = heads[at]
    if head.subtitle or len(head.lines) > 1:
        return None
    below = _titled(drafts, heads[at + 1 :], head.run)
    if head.is_series:
        above = _titled(drafts, heads[:at][::-1], head.run)
        free = [one for one in (below, above) if one is not None and one.kicker is None]
        if len(free) == 2:
            lead = evidence(free[1], head, rarity) - evidence(free[0], head, rarity)
            return free[lead >= LEAST_EVIDENCE]
        return free[0] if free else None
    if below is None or below.kicker is not None or below.head is None:
        return None
    if is_wordless(head, drafts, rarity):
        return below if head.width <= WIDEST_STANDING and not re.search(r"\d", head.text) else None
    is_next = below.head is heads[at + 1] and about(head, drafts, rarity) is below
    return below if is_next and _is_wider(head, below, drafts, rarity) else None


def _titled(drafts: Sequence[Draft], heads: Sequence[Head], run: int) -> Draft | None:
    """The article of the first headline among the heads of a run."""
    found = (draft_of(drafts, one) for one in heads if one.run == run)
    return next((draft for draft in found if draft is not None), None)


def _is_wider(head: Head, below: Draft, drafts: Sequence[Draft], rarity: Rarity) -> bool:
    """Whether it tells the news that the headline below it tells, in a longer line.

    Printed above 用心用情助力青年稳岗就业:
    `团中央在四川举办2023年“共青团与人大代表、政协委员面对面”活动座谈会`.
    """
    if below.head is None:
        return False
    if head.width >= max(KICKER_WIDTH, 1.3 * below.head.width):
        return True
    return (
        head.last_place + 1 == below.head.first_place
        and head.width > WIDER * widest(below.head)
        and is_of_first(head, below, drafts, rarity)
    )


def widest(head: Head) -> float:
    """The width of its widest line, in em."""
    return max(line.width for line in head.lines)
