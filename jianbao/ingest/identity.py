"""Which of a page's new articles is which of its old ones: by their text, not by their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.article import ID
from jianbao.ingest.versions import SKETCH_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LEAST_SHARED = 0.3
"""How much of the smaller text two versions of one article share at the least.

Two articles of one page share under .05 of their n-grams; half of an article that is cut in two,
or an article that took in a neighbour, shares .9 or more of the smaller (tests/ingest/test_identity.py
draws such splits)."""


def shared(one: Sequence[int], other: Sequence[int]) -> float:
    """How much of the smaller text stands in the other, from 0 to 1, by their sketches.

    Sketches hold the least fingerprints of each text, so only those below both sketches' ends are
    comparable; a sketch that is not full holds all of its text.
    """
    if not one or not other:
        return 0.0
    ends = [sketch[-1] for sketch in (one, other) if len(sketch) == SKETCH_SIZE]
    end = min(ends, default=max(one[-1], other[-1]))
    low_one, low_other = ({n for n in sketch if n <= end} for sketch in (one, other))
    smaller = min(len(low_one), len(low_other))
    return len(low_one & low_other) / smaller if smaller else 0.0


def assign_ids(
    new: Sequence[Sequence[int]],
    old: Mapping[str, Sequence[int]],
    taken: Iterable[str],
    prefix: str,
) -> list[str]:
    """An id for each new article.

    Args:
        new: the sketches of the new articles, in printed order.
        old: the sketches of the old articles, by id.
        taken: further ids that must not be given.
        prefix: `2023-02-20-03`, for articles that are new indeed.

    The new article that shares most with an old one gets its id; each id goes to one article. What
    is left gets the ordinals after the highest that was ever given, in printed order.

    """
    pairs = sorted(
        (
            (shared(sketch, known), -at, article_id)
            for at, sketch in enumerate(new)
            for article_id, known in old.items()
        ),
        reverse=True,
    )
    given: dict[int, str] = {}
    for share, place, article_id in pairs:
        if share >= LEAST_SHARED and -place not in given and article_id not in given.values():
            given[-place] = article_id
    ordinal = max((_ordinal(each, prefix) for each in (*old, *taken)), default=0)
    for at in range(len(new)):
        if at not in given:
            ordinal += 1
            given[at] = f"{prefix}-{ordinal:02}"
    return [given[at] for at in range(len(new))]


def _ordinal(article_id: str, prefix: str) -> int:
    match = ID.fullmatch(article_id)
    return int(match[3]) if match and f"{match[1]}-{match[2]}" == prefix else 0
