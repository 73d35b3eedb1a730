"""What bench/fit_themes.py fits with: logistic regressions on words, one a theme, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from scipy.sparse.linalg import svds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Rows:
    """Texts as the regressions see them."""

    words: csr_matrix
    """Texts × words: how much of its evidence each word counts."""
    lists: Array
    """Texts × themes: evidence of the lists over what the theme takes, from -1; 0 is enough."""


@dataclass(frozen=True)
class Fit:
    """Weights of a regression: P(theme) = σ(words · weights + scale × lists + bias)."""

    weights: Array
    scale: Array
    bias: Array

    def probabilities(self, rows: Rows) -> Array:
        """Return texts × themes."""
        return sigmoid(rows.words @ self.weights + self.scale * rows.lists + self.bias)


def sigmoid(values: Array) -> Array:
    return 1 / (1 + np.exp(-values))


def matrix(amounts: Iterable[Mapping[int, float]], width: int) -> csr_matrix:
    """Return a matrix of which each row is given by {column: value}."""
    rows, columns, values, height = [], [], [], 0
    for height, row in enumerate(amounts, 1):
        rows += [height - 1] * len(row)
        columns += row.keys()
        values += row.values()
    return csr_matrix((values, (rows, columns)), shape=(height, width))


def regress(
    rows: Rows,
    truth: Array,
    counts: Array,
    lasso: float | Array,
    ridge: float | Array = 0.1,
    may_rise: Array | None = None,
    may_fall: Array | None = None,
    bias: float | None = None,
    rounds: int = 250,
) -> Fit:
    """Fit by FISTA (Beck and Teboulle 2009); `counts` is how often each text counts.

    `may_rise` and `may_fall` say for words × themes which weights may be more and less than 0.
    The lists' scale is held near 2.5, so that they go on deciding; a `bias` given is not fitted.
    """
    words, transposed = rows.words, rows.words.T.tocsr()
    width, themes = words.shape[1], truth.shape[1]
    lasso = np.broadcast_to(np.asarray(lasso, float), (width,))[:, None]
    ridge = np.broadcast_to(np.asarray(ridge, float), (width,))[:, None]
    high = np.inf if may_rise is None else np.where(may_rise, np.inf, 0.0)
    low = -np.inf if may_fall is None else np.where(may_fall, -np.inf, 0.0)
    step = 1 / (2 * (0.25 * largest_eigenvalue(diags(np.sqrt(counts)) @ words) + ridge.max()))
    bias_step = 0.0 if bias is not None else 1 / (0.5 * counts.sum())
    scale_step = 1 / (2 * (0.25 * (counts[:, None] * rows.lists**2).sum(0) + 20.0))
    now = Fit(
        np.zeros((width, themes)),
        np.full(themes, 2.5),
        np.full(themes, -0.5 if bias is None else bias),
    )
    ahead, momentum = now, 1.0
    for _ in range(rounds):
        slope = (ahead.probabilities(rows) - truth) * counts[:, None]
        weights = ahead.weights - step * (transposed @ slope + ridge * ahead.weights)
        weights = np.sign(weights) * np.maximum(np.abs(weights) - step * lasso, 0)
        scale_slope = (slope * rows.lists).sum(0) + 20.0 * (ahead.scale - 2.5)
        then, now = (
            now,
            Fit(
                np.clip(weights, low, high),
                ahead.scale - scale_step * scale_slope,
                ahead.bias - bias_step * slope.sum(0),
            ),
        )
        before, momentum = momentum, (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        pull = (before - 1) / momentum
        ahead = Fit(
            now.weights + pull * (now.weights - then.weights),
            now.scale + pull * (now.scale - then.scale),
            now.bias + pull * (now.bias - then.bias),
        )
    return now


def largest_eigenvalue(words: csr_matrix) -> float:
    """Return that of the words' covariance, by the power method."""
    vector, size = np.random.default_rng(0).random(words.shape[1]), 0.0
    for _ in range(12):
        vector = words.T @ (words @ vector)
        size = float(np.linalg.norm(vector))
        vector /= size
    return size


def with_topics(words: csr_matrix, of: Array, topics: int = 200) -> csr_matrix:
    """Put before the words what the texts `of` have in common: latent semantic analysis."""
    rarity = np.log(words.shape[0] / np.maximum(np.asarray((words > 0).sum(0)).ravel(), 1))
    rare = (words @ diags(rarity)).tocsr()
    length = np.sqrt(np.asarray(rare.multiply(rare).sum(1)).ravel())
    rare = (diags(1 / np.maximum(length, 1e-9)) @ rare).tocsr()
    topical = rare @ svds(rare[of], k=topics, random_state=0)[2].T
    topical *= 3 / np.maximum(np.linalg.norm(topical, axis=1, keepdims=True), 1e-9)
    return hstack([csr_matrix(topical), words]).tocsr()
