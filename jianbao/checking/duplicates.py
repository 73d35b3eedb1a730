"""The same text twice: a page ingested under two names, a story imported and ingested.

Each text is reduced to a sketch, the least hashes of its shingles (Broder, "On the resemblance
and containment of documents", 1997). Texts that share one of their very least hashes are compared,
so that the work grows with the number of articles and not with its square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from jianbao.calling import call
from jianbao.checking.finding import Finding
from jianbao.checking.places import line_of_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jianbao.config import Archive
    from jianbao.content import ArticleFile

SHORTEST = 60
"""Characters; below it a text is a caption or a notice, which may well be printed twice."""

SHINGLE = 6
"""Characters of a shingle."""

KEPT = 32
"""The least hashes that are kept of a text."""

INDEXED = 6
"""How many of them bring texts together. Two texts that share four fifths of their shingles have
none of these in common once in 15,000 times (.2 to the sixth)."""

COMMON = KEPT // 2
"""How many of those kept two texts must share to be compared shingle by shingle; texts alike by
ALIKE share 24 and more of 32, texts made of the same few sentences some ten."""

COMPARED = 24
"""With how many of those before it a text is compared for each hash: a phrase that stands in
every lead (本报讯) brings together thousands, and tells nothing."""

ALIKE = 0.8
"""The share of common shingles from which two texts are one: in a thousand characters some 18
words set right. Of 11,206 television news six reach it: two that are word for word the same, and
four notices of two sentences whose wording comes back with another year or language. The next
(.75 to .8) are such notices too."""

MARKS = re.compile(r"[\W_]+")
"""What is no letter, digit or Chinese character."""

MULTIPLIER = 0x9E3779B97F4A7C15
"""Odd, its bits well mixed: 2**64 divided by the golden ratio (Knuth, vol. 3, 6.4)."""


def check_duplicates(archive: Archive, articles: Iterable[ArticleFile]) -> Iterator[Finding]:
    """A warning for each article whose text an earlier one has, word for word or nearly."""
    published = sorted(
        (each for each in articles if not each.article.draft),
        key=lambda each: (each.article.date, each.article.id, each.file),
    )
    texts = [MARKS.sub("", each.article.body) for each in published]
    for later, earlier, share in alike(texts):
        one, other = published[later], published[earlier]
        how = "the same text as" if share == 1 else f"nearly the same text ({share:.0%}) as"
        yield Finding(
            *("duplicates", "warning", f"{how} {other.file}", one.file),
            line_of_body(archive, one.file),
            f"keep one of them: {call(f'remove {one.article.id} --to {other.article.id}')}",
        )


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """(index, index of an earlier text that is alike, share of common shingles), of each the best."""
    first: dict[str, int] = {}
    by_hash: defaultdict[int, list[int]] = defaultdict(list)
    sketches: dict[int, frozenset[int]] = {}
    for at, text in enumerate(texts):
        if len(text) < SHORTEST:
            continue
        if text in first:
            yield at, first[text], 1.0
            continue
        first[text] = at
        candidates: set[int] = set()
        least = sketch(text)
        sketches[at] = frozenset(least)
        for each in least[:INDEXED]:
            candidates.update(by_hash[each][-COMPARED:])
            by_hash[each].append(at)
        shares = (
            (_share(text, texts[other]), -other)
            for other in candidates
            if len(sketches[at] & sketches[other]) >= COMMON
        )
        share, other = max(shares, default=(0.0, 0))
        if share >= ALIKE:
            yield at, -other, min(share, 0.99)


def sketch(text: str) -> list[int]:
    """The KEPT least hashes of a text's shingles, in order."""
    import numpy

    codes = numpy.frombuffer(text.encode("utf-32-le"), numpy.uint32).astype(numpy.uint64)
    count = max(1, len(codes) - SHINGLE + 1)
    hashes = numpy.zeros(count, numpy.uint64)
    for offset in range(min(SHINGLE, len(codes))):
        hashes = (hashes ^ codes[offset : offset + count]) * numpy.uint64(MULTIPLIER)
        hashes ^= hashes >> numpy.uint64(29)
    return [int(each) for each in numpy.unique(hashes)[:KEPT]]


def _share(one: str, other: str) -> float:
    """How much two texts have in common: shared shingles by all shingles, from 0 to 1."""
    if not ALIKE <= len(one) / len(other) <= 1 / ALIKE:
        return 0.0
    mine, theirs = _shingles(one), _shingles(other)
    return len(mine & theirs) / len(mine | theirs)


def _shingles(text: str) -> set[str]:
    return {text[at : at + SHINGLE] for at in range(max(1, len(text) - SHINGLE + 1))}
