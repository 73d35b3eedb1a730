"""What texts are about, as directions: paragraphs of one article point the same way.

`国债` and `财政` share no character, but stand in the same articles. Each pair of characters has a
direction, and a text that of the sum of its pairs. Fitted by bench/fit_topics.py so that paragraphs
of one article are near and those of others are not. On pages typeset from articles that had no part
in the fit, a paragraph is nearer to one of its own article than to one of another in 91 of 100 cases;
by the words that they share on the page alone it is in 83, by both in 93.
"""

from __future__ import annotations

import functools
import lzma
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jianbao.ingest.cohesion import likeness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from jianbao.ingest.cohesion import Rarity

    Array = np.ndarray[Any, np.dtype[np.float64]]

SHARED, NEARNESS, NEARNESS_ON_PAGE = 0.15, 0.76, 0.73
"""Log-odds that two texts are of one article, by the likeness of their words, by the cosine between
them above the page's mean, and by the same in the page's spreads: a logistic regression on the
paragraphs of 200 typeset pages, two fifths of them broken, and .55 of what it gave, which leaves room
for what their places tell."""
LEAST, MOST = -2.0, 2.5
"""Bounds of those log-odds."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The directions of pairs of characters."""

    rows: Mapping[str, int]
    """For each pair, its row."""
    directions: Array
    """Pairs × dimensions."""

    @classmethod
    def read(cls, packed: bytes) -> Topics:
        """From what bench/fit_topics.py writes: the pairs, a scale for each dimension, the values."""
        import numpy as np

        pairs, scales, values = lzma.decompress(packed).split(b"\n", 2)
        text = pairs.decode()
        rows = {text[at : at + 2]: at // 2 for at in range(0, len(text), 2)}
        scale = np.array([float(one) for one in scales.split()])
        steps = np.frombuffer(values, np.int8).reshape(len(rows), len(scale))
        return cls(rows, steps * scale)

    def of(self, texts: Sequence[frozenset[str]]) -> Array:
        """Texts × dimensions: the direction of each, of length 1, or 0 where no pair is known."""
        import numpy as np

        found = np.zeros((len(texts), self.directions.shape[1]))
        for number, text in enumerate(texts):
            known = [self.rows[pair] for pair in text if pair in self.rows]
            whole = self.directions[known].sum(0)
            found[number] = whole / (np.linalg.norm(whole) or 1.0)
        return found


@functools.cache
def topics() -> Topics:
    """Those that are shipped."""
    return Topics.read(files("jianbao.ingest").joinpath("topics.xz").read_bytes())


def nearness(texts: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> Array:
    """The cosine, -1 to 1, between each text and each of the others."""
    known = topics()
    return known.of(texts) @ known.of(others).T


def relatedness(rarity: Rarity, texts: Sequence[frozenset[str]]) -> list[list[float]]:
    """For each two texts of a page, log-odds that they belong together, by words and topics."""
    import numpy as np

    size = len(texts)
    if size < 2:
        return [[0.0] * size] * size
    near = nearness(texts, texts)
    pairs = near[np.triu_indices(size, 1)]
    above = near - pairs.mean()
    odds = (
        SHARED * np.array(likeness(rarity, texts))
        + NEARNESS * above
        + NEARNESS_ON_PAGE * above / (pairs.std() or 1.0)
    )
    np.fill_diagonal(odds, 0.0)
    rounded: list[list[float]] = odds.clip(LEAST, MOST).tolist()
    return rounded
