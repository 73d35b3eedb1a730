"""Places that are listed together (、, 和): how many there are, and where the first begins."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.tagging.article import Sentence
    from jianbao.tagging.mentions import Mention

_LISTING: Final = re.compile(r"^(?:、|和|与|及|以及|，|至|到)$")
_LIST_END: Final = re.compile(r"^等(\d+|全国|多地)?|^[三四五六七八九\d]省")
"""Behind a list that names some of more, or that is spoken of as one: 北京、上海|等36个城市."""

UNCOUNTED: Final = 5
"""Places that a list may stand for that names some of the whole country's."""


def with_lists(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions with the number of those listed together."""
    run: list[Mention] = []
    for mention in mentions:
        if run:
            last = run[-1]
            between = sentences[last.sentence].text[last.end : mention.start]
            if last.sentence != mention.sentence or not (
                _LISTING.match(between) or last.role == mention.role == "group"
            ):
                yield from _listed(sentences, run)
                run = []
        run.append(mention)
    yield from _listed(sentences, run)


def _listed(sentences: Sequence[Sentence], run: Sequence[Mention]) -> Iterator[Mention]:
    if not run:
        return
    last = run[-1]
    more = _LIST_END.match(sentences[last.sentence].text[last.end :])
    size = len(run) + bool(more)
    if more and more[1]:
        size = max(size, int(more[1]) if more[1].isdigit() else UNCOUNTED)
    authorities = _are_authorities(sentences[last.sentence].text, run)
    for mention in run:
        role = "event" if authorities else mention.role
        if last.role == "body" and role == "plain":
            role = "body"  # 吉林省、广西壮族自治区|党委统战部
        yield replace(mention, role=role, listed=size, list_start=run[0].start)


def _are_authorities(text: str, run: Sequence[Mention]) -> bool:
    """Say whether a place and its parent act side by side: 宁夏回族自治区、|银川市已组织力量."""
    return len(run) > 1 and all(
        after.path.rpartition("/")[0] == mention.path
        and text[mention.start : after.start] == mention.path.rpartition("/")[2] + "、"
        for mention, after in pairwise(run)
    )
