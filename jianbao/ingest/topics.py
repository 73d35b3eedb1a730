"""What texts are about, as directions: paragraphs of one article point the same way.

`国债` and `财政` share no character, but stand in the same articles. Each pair of characters has a
direction, and a text that of the sum of its pairs. Learnt by bench/fit_topics.py so that paragraphs
of one article are nearer to each other than to those of others. On pages typeset from articles that
had no part in that, a paragraph is nearer to one of its own article than to one of another in 95 of
100 cases; by all that `relatedness` counts in 96; by the words that they share on the page in 87.
"""

from __future__ import annotations

import functools
import zlib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float64]]
    Steps = np.ndarray[Any, np.dtype[np.int8]]

SHARED, NEARNESS, COMPANY = 0.94, 2.60, 1.00
"""Log-odds that two texts are of one article, by how many words they share that have no row (the
logarithm of one more), by the cosine between what sets them off from the page's mean, and by the cosine
between their rows of the page's table of nearness: what is near to the same texts and far from the same
is of one article, even where its own few words tell little. A logistic regression on the paragraphs of
600 typeset pages, two fifths of them broken, gives 1.71, 2.84, 3.91; .55 of that leaves room for what
their places tell. The last is lowered by hand, and the second raised for it: two articles about one
matter keep the same company, and on the sample page, all of whose articles are about 协商, two became one."""
OWN = 0.3
"""A text's nearness to itself in that table, above the page's mean: about that to others of its article."""
LEAST, MOST = -2.0, 2.5
"""Bounds of those log-odds."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The directions of pairs of characters."""

    rows: Mapping[str, int]
    """For each pair, its row."""
    steps: Steps
    """Pairs × dimensions."""
    scale: Array
    """For each dimension, what a step is."""

    @classmethod
    def read(cls, packed: bytes) -> Topics:
        """From what bench/fit_topics.py writes: the pairs, a scale for each dimension, the steps."""
        import numpy as np

        pairs, scales, values = zlib.decompress(packed).split(b"\n", 2)
        text = pairs.decode()
        rows = {text[at : at + 2]: at // 2 for at in range(0, len(text), 2)}
        scale = np.array([float(one) for one in scales.split()])
        return cls(rows, np.frombuffer(values, np.int8).reshape(len(rows), len(scale)), scale)

    def of(self, texts: Sequence[frozenset[str]]) -> Array:
        """Texts × dimensions: the direction of each, of length 1, or 0 where no pair is known."""
        import numpy as np

        found = np.zeros((len(texts), len(self.scale)))
        for number, text in enumerate(texts):
            known = [self.rows[pair] for pair in text if pair in self.rows]
            whole = self.steps[known].sum(0) * self.scale
            found[number] = whole / (np.linalg.norm(whole) or 1.0)
        return found

    def rare(self, texts: Sequence[frozenset[str]]) -> Array:
        """Texts × texts: how many words both have that no row is for, too few articles having them."""
        import numpy as np

        rare = [frozenset(one for one in text if one not in self.rows) for text in texts]
        return np.array([[float(len(one & other)) for other in rare] for one in rare])


@functools.cache
def topics() -> Topics:
    """Those that are shipped."""
    return Topics.read(files("jianbao.ingest").joinpath("topics.zlib").read_bytes())


def nearness(texts: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> Array:
    """The cosine, -1 to 1, between each text and each of the others."""
    known = topics()
    return known.of(texts) @ known.of(others).T


def relatedness(texts: Sequence[frozenset[str]]) -> list[list[float]]:
    """For each two texts of a page, log-odds that they belong together, by words and topics."""
    import numpy as np

    size = len(texts)
    if size < 2:
        return [[0.0] * size] * size
    points = topics().of(texts)
    near = points @ points.T
    near -= near[np.triu_indices(size, 1)].mean()
    np.fill_diagonal(near, OWN)
    odds = (
        SHARED * np.log1p(topics().rare(texts))
        + NEARNESS * _cosines(points - points.mean(0))
        + COMPANY * _cosines(near - near.mean(1, keepdims=True))
    )
    np.fill_diagonal(odds, 0.0)
    rounded: list[list[float]] = odds.clip(LEAST, MOST).tolist()
    return rounded


def _cosines(rows: Array) -> Array:
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = rows / np.where(lengths > 1e-9, lengths, 1.0)
    return rows @ rows.T
