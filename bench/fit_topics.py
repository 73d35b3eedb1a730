"""Fit jianbao/ingest/topics.zlib: `python bench/fit_topics.py ARTICLES.jsonl[.xz] TARGET [--half 0]`.

Begins with the commonest ways in which pairs of characters stand in the same articles (latent semantic
analysis). From there the directions are learnt by contrast (van den Oord and others 2018): of some dozens
of articles, a few paragraphs each, any two of one article shall be nearer to each other than to all
of the others. Paragraphs are cut short and lose half of their pairs by chance, so that none is learnt by
heart. With --half the articles of that half alone, so that weights which build on topics can be fitted
on pages of the other.
"""

from __future__ import annotations

import argparse
import math
import sys
import zlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import svds

from bench.pages import read_lines
from jianbao.ingest import topics
from jianbao.ingest.cohesion import grams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    Array = np.ndarray[Any, np.dtype[np.float32]]
    Text = np.ndarray[Any, np.dtype[np.int64]]

LEAST_ARTICLES = 0.0018
"""The share of the articles that must have a pair; with 2.5 times that .003 fewer pairs of paragraphs are
told apart."""
MOST_ARTICLES = 0.3
DIMENSIONS = 64
"""96 tell .002 more of all pairs of paragraphs apart and make half as much again of the file."""
SHORTEST = 5
"""Characters below which a text has no say."""
TOGETHER = 64
"""Articles that are told apart at a time."""
PIECES = 4
"""Texts of each of them, at most."""
CUT_SHORT, LEAST_LEFT = 0.4, 15
"""The share of the texts that are cut short, as columns' breaks do, and what is left of them, in characters."""
DROPPED = 0.5
"""The share of a text's pairs that are taken away; with .7 .002 fewer pairs are told apart."""
SHARPNESS = 1 / 0.07
"""By how much a cosine is multiplied to be log-odds."""
PASSES = 120
"""With 40 .005 fewer pairs are told apart, and of 1,030 articles of 200 typeset pages 45 come out wrong, not 36."""
RATE = 0.01
STEPS = 5
"""Values are rounded to so many steps on either side of 0; 7 tell no more apart, 3 .0015 fewer."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    arguments = parser.parse_args()
    articles = list(read_lines(arguments.articles, arguments.half))
    pairs, directions = fit(articles)
    arguments.target.write_bytes(packed(pairs, directions))
    print(f"{len(articles)} articles, {len(pairs)} pairs, {arguments.target.stat().st_size} bytes")
    return 0


def topics_of_others(path: Path, half: int) -> AbstractContextManager[object]:
    """Cut pages with topics that articles of the other half alone had a part in."""
    found = topics.Topics.read(packed(*fit(list(read_lines(path, 1 - half)))))
    return patch.object(topics, "topics", lambda: found)


def fit(
    articles: Sequence[dict[str, Any]],
    dimensions: int = DIMENSIONS,
    most: float = MOST_ARTICLES,
    passes: int = PASSES,
) -> tuple[tuple[str, ...], Array]:
    """The pairs, and for each its direction."""
    whole = {one["title"]: [one["title"], *one["paragraphs"]] for one in articles}.values()
    found = [_pairs("\n".join(one)) for one in whole]
    counts = Counter(pair for text in found for pair in text)
    bounds = range(math.ceil(LEAST_ARTICLES * len(found)), math.ceil(most * len(found)))
    pairs = tuple(sorted(pair for pair, count in counts.items() if count in bounds))
    rarity = np.log(len(found) / np.array([counts[pair] for pair in pairs]))
    rows = {pair: row for row, pair in enumerate(pairs)}
    texts = [
        [
            np.array([rows.get(text[at : at + 2], -1) for at in range(len(text) - 1)])
            for text in one
            if len(text) > SHORTEST
        ]
        for one in whole
    ]
    start = common_ways(texts, rarity, dimensions)
    return pairs, contrasted([one for one in texts if len(one) > 1], start, passes)


def common_ways(articles: Sequence[Sequence[Text]], rarity: Any, dimensions: int) -> Array:
    """Pairs × dimensions: latent semantic analysis, each dimension as strong as the others."""
    found = _matrix([_known(np.concatenate(one)) for one in articles], len(rarity)) @ diags(rarity)
    lengths = np.sqrt(np.asarray(found.multiply(found).sum(1)).ravel())
    found = diags(1 / np.maximum(lengths, 1e-9)) @ found
    ways = svds(found.tocsr(), k=dimensions, random_state=0)[2].T * rarity[:, None]
    start: Array = (ways / np.sqrt((ways**2).mean())).astype(np.float32)
    return start


def contrasted(articles: Sequence[Sequence[Text]], start: Array, passes: int) -> Array:
    """The directions, by Adam (Kingma and Ba 2015), its rate falling to 0 along a cosine."""
    chance = np.random.default_rng(0)
    directions, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    total = passes * math.ceil(len(articles) / TOGETHER)
    step = 0
    for _ in range(passes):
        for pieces, of in _batches(articles, chance):
            step += 1
            slope = slope_of(_matrix(pieces, len(start)), of, directions)
            mean += 0.1 * (slope - mean)
            square += 0.01 * (slope * slope - square)
            rate = RATE / 2 * (1 + math.cos(math.pi * step / total))
            ahead, spread = mean / (1 - 0.9**step), np.sqrt(square / (1 - 0.99**step))
            directions -= rate * ahead / (spread + 1e-8)
    return directions


def slope_of(texts: csr_matrix, of: Any, directions: Array) -> Array:
    """How the directions change the mean surprise that two texts are of one article.

    The chance of that is a softmax over the cosines of the one with the other and with all texts of
    other articles.
    """
    whole = texts @ directions
    lengths = np.linalg.norm(whole, axis=1, keepdims=True) + 1e-9
    points = whole / lengths
    odds = SHARPNESS * points @ points.T
    others = of[:, None] != of
    same = ~others & ~np.eye(len(of), dtype=bool)
    top = odds.max(1, keepdims=True)
    weights = np.exp(odds - top) * others
    against = weights.sum(1, keepdims=True)
    missed = same / (1 + np.exp(odds - top) / against) / np.maximum(same.sum(1, keepdims=True), 1)
    pull = missed.sum(1, keepdims=True) * weights / against - missed
    pull *= SHARPNESS / len(of)
    moved = (pull + pull.T) @ points
    moved -= points * (points * moved).sum(1, keepdims=True)
    slope: Array = texts.T @ (moved / lengths).astype(np.float32)
    return slope


def _batches(articles: Sequence[Sequence[Text]], chance: Any) -> Iterator[tuple[list[Text], Any]]:
    """All articles by dozens: texts of them, maimed, and for each the number of its article."""
    order = chance.permutation(len(articles))
    for start in range(0, len(order), TOGETHER):
        pieces, of = [], []
        for number in order[start : start + TOGETHER]:
            own = articles[number]
            for at in chance.permutation(len(own))[:PIECES]:
                piece = _maimed(own[at], chance)
                if len(piece) > 2:
                    pieces.append(piece)
                    of.append(number)
        yield pieces, np.array(of)


def _maimed(text: Text, chance: Any) -> Text:
    if len(text) > LEAST_LEFT and chance.random() < CUT_SHORT:
        length = chance.integers(LEAST_LEFT, len(text))
        first = chance.integers(0, len(text) - length)
        text = text[first : first + length]
    known = _known(text)
    return known[chance.random(len(known)) >= DROPPED]


def _known(text: Text) -> Text:
    """The rows of its pairs, each once."""
    found = np.unique(text)
    return found[found >= 0]


def packed(pairs: Sequence[str], directions: Array) -> bytes:
    """As topics.py reads them; by zlib, which lzma undercuts by a tenth but takes five times as long to read."""
    scale = np.quantile(np.abs(directions), 0.995, axis=0) / STEPS
    steps = np.clip(np.round(directions / scale), -STEPS, STEPS).astype(np.int8)
    scale /= scale.mean()
    head = f"{''.join(pairs)}\n{' '.join(f'{one:.4f}' for one in scale)}\n".encode()
    return zlib.compress(head + steps.tobytes(), 9)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(pair for pair in grams(text) if len(pair) == 2 and not pair.isascii())


def _matrix(texts: Sequence[Text], size: int) -> csr_matrix:
    """Texts × pairs, 1 where a text has a pair."""
    ends = np.cumsum([0, *map(len, texts)])
    cells = np.ones(ends[-1], np.float32)
    return csr_matrix((cells, np.concatenate(texts), ends), shape=(len(texts), size))


if __name__ == "__main__":
    sys.exit(main())
