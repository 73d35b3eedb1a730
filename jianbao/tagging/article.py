"""An article as the tagger reads it: items of a digest, their headlines, paragraphs, sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SENTENCE: Final = re.compile(r"[^。！？]{0,1000}[。！？][。！？”’）]*|[^。！？]{1,1000}")
"""A text without a full stop is cut after 1000 characters, so that no page can take for ever."""

_OPENING: Final = re.compile(
    r"^(?:[^，。]{2,12}消息（[^）]{2,10}）|本报讯|新华社[^，。]{2,14}电)[：:]?\s*"
)
"""What stands before a first paragraph: 央视网消息（新闻联播）：, 本报讯."""

_NUMBERED: Final = re.compile(r"\d+[.．、]")
"""Before an entry of a list, which heads nothing: 5. 香港回归祖国25周年."""

LONGEST_HEADLINE: Final = 60
"""Characters; a paragraph this short without a full stop is the headline of what follows."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a headline."""

    text: str
    """Without surrounding space."""
    item: int
    """Which item of a digest it belongs to, from 0; an ordinary article has one."""
    paragraph: int
    """Which paragraph it stands in, from 0; -1 for title, kicker and subtitle."""
    first: bool
    """Whether it is its paragraph's first."""
    headline: bool
    """Whether it is a title, kicker, subtitle or an item's headline."""
    lead: bool
    """Whether it stands in its item's first paragraph."""


def read(
    title: str | None, paragraphs: Sequence[str], kicker: str | None, subtitle: str | None
) -> tuple[Sentence, ...]:
    """Split an article into items and sentences."""
    sentences = [
        Sentence(line.strip(), 0, -1, True, True, False)
        for line in (kicker, title, subtitle)
        if line and line.strip()
    ]
    sentences += _body(paragraphs, is_digest(title, paragraphs))
    return tuple(sentences)


def is_digest(title: str | None, paragraphs: Sequence[str]) -> bool:
    """Say whether the article is a row of headed items (国内联播快讯)."""
    heads = sum(map(is_headline, paragraphs))
    return heads >= 2 and (heads * 3 >= len(paragraphs) or "快讯" in (title or ""))


def is_headline(paragraph: str) -> bool:
    """Say whether a paragraph is a headline: short, and without a sentence's end."""
    text = _OPENING.sub("", paragraph).strip()
    if not 4 <= len(text) <= LONGEST_HEADLINE or _NUMBERED.match(text):
        return False
    return text[-1] not in "。！？；：，、”）…)."


def _body(paragraphs: Sequence[str], digest: bool) -> Iterator[Sentence]:
    item = 0
    leading = True
    for number, paragraph in enumerate(paragraphs):
        text = _OPENING.sub("", paragraph).strip()
        if not text:
            continue
        if is_headline(paragraph):
            item += digest
            leading = digest
            yield Sentence(text, item, number, True, True, False)
            continue
        for order, match in enumerate(_SENTENCE.finditer(text)):
            yield Sentence(match.group().strip(), item, number, order == 0, False, leading)
        leading = False
