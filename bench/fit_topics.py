"""Fit jianbao/ingest/topics.xz: `python bench/fit_topics.py ARTICLES.jsonl[.xz] TARGET [--half 0]`.

Two steps, as voices are told apart (Dehak and others 2011): the commonest ways in which pairs of
characters stand in the same articles (latent semantic analysis), then of these the few dozen
directions in which paragraphs of one article differ least and articles most (Fisher's linear
discriminants). With --half the articles of that half alone, so that weights which build on topics
can be fitted on pages of the other.
"""

from __future__ import annotations

import argparse
import lzma
import math
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from scipy.linalg import eigh
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import svds

from bench.pages import in_half, read_lines
from jianbao.ingest import topics
from jianbao.ingest.cohesion import grams

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager

    Array = np.ndarray[Any, np.dtype[np.float64]]

LEAST_ARTICLES = 0.0027
"""The share of the articles that must have a pair; on half of them twice that was worse by .005 of
all pairs of paragraphs told apart, half of it better by .002 and twice the file."""
MOST_ARTICLES = 0.3
DIMENSIONS = 48
"""32 tell .005 fewer pairs of paragraphs apart, 64 tell .001 more."""
LATENT = 500
SHORTEST = 30
"""Characters below which a paragraph has no say."""
STEPS = 7
"""Values are rounded to so many steps on either side of 0; 127 tell .0004 more apart."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    arguments = parser.parse_args()
    articles = [
        one
        for one in read_lines(arguments.articles)
        if arguments.half is None or in_half(one, arguments.half)
    ]
    pairs, directions = fit(articles)
    arguments.target.write_bytes(packed(pairs, directions))
    print(f"{len(articles)} articles, {len(pairs)} pairs, {arguments.target.stat().st_size} bytes")
    return 0


def topics_of_others(path: Path, half: int) -> AbstractContextManager[object]:
    """Cut pages with topics that articles of the other half alone had a part in."""
    others = [one for one in read_lines(path) if in_half(one, 1 - half)]
    found = topics.Topics.read(packed(*fit(others)))
    return patch.object(topics, "topics", lambda: found)


def fit(
    articles: Sequence[dict[str, Any]],
    latent: int = LATENT,
    dimensions: int = DIMENSIONS,
    most: float = MOST_ARTICLES,
) -> tuple[tuple[str, ...], Array]:
    """The pairs, and for each its direction."""
    texts = [_pairs("\n".join([one["title"], *one["paragraphs"]])) for one in articles]
    counts = Counter(pair for text in texts for pair in text)
    bounds = range(math.ceil(LEAST_ARTICLES * len(texts)), math.ceil(most * len(texts)))
    pairs = tuple(sorted(pair for pair, count in counts.items() if count in bounds))
    rows = {pair: row for row, pair in enumerate(pairs)}
    rarity = np.log(len(texts) / np.array([counts[pair] for pair in pairs]))
    words = _matrix(texts, rows) @ diags(rarity)
    lengths = np.sqrt(np.asarray(words.multiply(words).sum(1)).ravel())
    words = diags(1 / np.maximum(lengths, 1e-9)) @ words
    _, strengths, ways = svds(words.tocsr(), k=latent, random_state=0)
    found = ways.T * np.sqrt(strengths) * rarity[:, None]
    return pairs, found @ discriminants(articles, rows, found)[:, :dimensions]


def discriminants(
    articles: Sequence[dict[str, Any]], rows: Mapping[str, int], latent: Array
) -> Array:
    """Latent × latent: first the directions in which articles differ most for what they vary in."""
    texts, article_of = [], []
    for number, article in enumerate(articles):
        own = [_pairs(one) for one in article["paragraphs"] if len(one) > SHORTEST]
        if len(own) > 1:
            texts += own
            article_of += [number] * len(own)
    points = _matrix(texts, rows) @ latent
    points /= np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
    points -= points.mean(0)
    _, article, sizes = np.unique(article_of, return_inverse=True, return_counts=True)
    means = np.zeros((len(sizes), points.shape[1]))
    np.add.at(means, article, points)
    means /= sizes[:, None]
    inside = points - means[article]
    within = inside.T @ inside / len(points)
    between = (means * sizes[:, None]).T @ means / len(points)
    within += np.trace(within) / len(within) * np.eye(len(within))
    found: Array = eigh(between, within)[1][:, ::-1]
    return found


def packed(pairs: Sequence[str], directions: Array) -> bytes:
    """As topics.py reads them."""
    scale = np.quantile(np.abs(directions), 0.995, axis=0) / STEPS
    steps = np.clip(np.round(directions / scale), -STEPS, STEPS).astype(np.int8)
    scale /= scale.mean()
    head = f"{''.join(pairs)}\n{' '.join(f'{one:.4f}' for one in scale)}\n".encode()
    return lzma.compress(head + steps.tobytes(), preset=9)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(pair for pair in grams(text) if len(pair) == 2 and not pair.isascii())


def _matrix(texts: Sequence[frozenset[str]], rows: Mapping[str, int]) -> csr_matrix:
    """Texts × pairs, 1 where a text has a pair."""
    cells = [
        (number, rows[pair])
        for number, text in enumerate(texts)
        for pair in sorted(text)
        if pair in rows
    ]
    at, column = np.array(cells).T
    return csr_matrix((np.ones(len(cells)), (at, column)), shape=(len(texts), len(rows)))


if __name__ == "__main__":
    sys.exit(main())
