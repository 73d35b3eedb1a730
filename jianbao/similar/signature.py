"""An article's signature: the few terms that tell it from others.

Terms are words that a reader knows: themes, places, what is set in quotation marks (“板凳会”), and
nouns of a table, those that stand in the headline or more than once in the text. The signature is
a function of the article and of the table: another article never changes it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from jianbao.markdown import to_blocks
from jianbao.similar.words import open_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jianbao.article import Article
    from jianbao.record import Record
    from jianbao.similar.words import Words

TERMS = 12
"""Terms in a signature.

Measured on 11,206 articles of a broadcaster's news: of 100 articles 78 have a list, and with 8
terms 76, of which 12 begin with another article; with 16 terms 78, 5 of which begin otherwise.
"""

SCALE = 1000
"""The length of a signature, taken as a vector: weights are thousandths of it."""

OFTEN = (0, 10, 17, 21, 24, 26, 28, 29, 31, 32, 33)
"""What a word counts that stands n times, tenths: 1 + ln n. More often counts as 10 times."""

HEADLINE = 2
"""A word of the headline counts as much as this many of the text."""

READ = 2000
"""Characters of the text that are read: what an article is about stands there, and the time for
the few that are longer has a bound."""

OPENING = 300
"""Characters of the text in which its words are looked for: what an article is about is named there;
how often it is named is counted in all that is read."""

HAN = ("\u4e00", "\u9fff")
"""The first and the last of the Chinese characters. (A pattern of them all takes long to compile.)"""

QUOTED = 40
"""The weight of what stands in quotation marks: a name that somebody gave."""

THEMES = (12, 8, 5, 3)
"""Weights of an article's themes, heaviest first: enough to break ties, too little to make two
articles of one theme similar by that alone."""

PLACES = (0, 0, 20, 50, 80, 100)
"""Weights of places by depth: a province says nothing, a city little, a community much."""

_QUOTED = re.compile("[“《]([^“”《》]{3,10})[”》]")


class Weighed(NamedTuple):
    """A term of a signature."""

    term: str
    """As a reader sees it: 充电桩, 金凤区."""
    weight: int
    """Thousandths of the signature's length."""


class Signed(NamedTuple):
    """An article as the index takes it in."""

    id: str
    """The article's id."""
    day: int
    """The day of its issue, `date.toordinal()`."""
    signature: tuple[Weighed, ...]
    """What tells it from others."""


def signed(record: Record) -> Signed:
    """An article with its text, as the index takes it in."""
    article = record.article
    text = "\n".join(to_blocks(article.body))
    return Signed(article.id, article.date.toordinal(), signature(article, text))


def signature(article: Article, text: str) -> tuple[Weighed, ...]:
    """The signature of an article whose plain text is `text`, heaviest term first.

    Empty when nothing tells what it is about. Weights are whole numbers, so that they are the
    same on every machine; as a vector the signature has the length SCALE.
    """
    weights = dict(_words(f"{article.kicker}\n{article.title}\n{article.subtitle}", text))
    for theme, weight in zip(article.themes, THEMES, strict=False):
        weights[theme] = max(weight * 10, weights.get(theme, 0))
    for path in article.regions:
        depth = path.count("/") + 1
        if PLACES[depth]:
            weights[path.rpartition("/")[2]] = PLACES[depth] * 10
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    length = math.isqrt(sum(weight * weight for _, weight in heaviest)) or 1
    return tuple(Weighed(term, weight * SCALE // length) for term, weight in heaviest)


def _words(headlines: str, text: str) -> Iterator[tuple[str, int]]:
    """The words that may go into a signature, with weights times ten."""
    words = open_words()
    whole = f"{headlines}\n{text[:READ]}"
    found = _candidates(words, headlines, whole)
    for quoted, times in Counter(_QUOTED.findall(whole)).items():
        if (
            (times > 1 or quoted in headlines)
            and HAN[0] <= min(quoted) <= max(quoted) <= HAN[1]
            and not words.commonplace(quoted)
        ):
            for word in [each for each in found if each in quoted and found[each][1] <= times]:
                del found[word]
            found[quoted] = (QUOTED, times)
    ranked = sorted(
        [
            (-weight * OFTEN[min(times, 10)] * (HEADLINE if word in headlines else 1), word)
            for word, (weight, times) in found.items()
        ]
    )
    taken = ""
    number = 0
    for weight, word in ranked:
        if word not in taken and not _reaches_over(words, word, whole):
            yield word, -weight
            taken += f" {word}"
            number += 1
            if number == TERMS:
                return


def _candidates(words: Words, headlines: str, whole: str) -> dict[str, tuple[int, int]]:
    """The words of the headline, and those of the opening that stand twice.

    With their weights, and how often they stand in the whole. A longer word covers what is in it:
    联合国安理会 has no 国安.
    """
    opening = whole[: len(headlines) + 1 + OPENING]
    begins, its = words.beginnings, words.of
    found: dict[str, tuple[int, int]] = {}
    single: dict[str, int] = {}
    longer: dict[str, int] = {}
    for at, pair in enumerate(map(add, opening, opening[1:])):
        if pair in begins:
            weight, by_third = its[pair]
            if weight:
                single[pair] = weight
            if by_third and (third := opening[at + 2 : at + 3]) in by_third:
                for word, weight in by_third[third]:
                    if opening.startswith(word, at):
                        longer[word] = weight
    covered: dict[str, int] = {}
    for word, weight in longer.items():
        times = whole.count(word)
        for inside in map(add, word, word[1:]):
            covered[inside] = covered.get(inside, 0) + times
        if weight and (times > 1 or word in headlines):
            found[word] = (weight, times)
    for word in list(found):
        held = sum([found[each][1] for each in found if len(each) > len(word) and word in each])
        if held >= found[word][1]:  # 中央军, in 中央军委 alone.
            del found[word]
    for pair, weight in single.items():
        times = whole.count(pair) - covered.get(pair, 0)
        if times > 1 or (times == 1 and pair in headlines):
            found[pair] = (weight, times)
    return found


def _reaches_over(words: Words, word: str, text: str) -> bool:
    """Whether a word is only made of the ends of others, wherever it stands.

    In 培育壮大民营企业 stands 大民, but always after 壮, and 壮大 is a word that is common.
    """
    at = text.find(word)
    end = at + len(word)
    before, after = text[at - 1 : at], text[end : end + 1]
    times = 0
    for common, longer in ((before + word[0], before + word), (word[-1] + after, word + after)):
        if common in words.common:
            times = times or text.count(word)
            if text.count(longer) == times:
                return True
    return False
