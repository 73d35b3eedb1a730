"""Fit jianbao/ingest/openings.xz: `python bench/fit_openings.py ARTICLES.jsonl[.xz] TARGET [--half 0]`.

Two logistic regressions on how paragraphs begin: whether it is its article's first, and its last.
With --half the articles of that half alone, so that weights which build on these can be fitted on
pages of the other.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.pages import read_articles
from jianbao.ingest import openings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    Array = np.ndarray[Any, np.dtype[np.float64]]

LEAST_PARAGRAPHS = 12
"""So many paragraphs must have a trait; 5 tell .002 more of them apart and make twice the file."""
RIDGE = 5.0
STEPS = 127


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    arguments = parser.parse_args()
    arguments.target.write_bytes(fit(read_articles(arguments.articles, arguments.half)))
    print(f"{arguments.target.stat().st_size} bytes")
    return 0


def openings_of_others(path: Path, half: int) -> AbstractContextManager[object]:
    """Cut pages with openings that articles of the other half alone had a part in."""
    found = openings.Openings.read(fit(read_articles(path, 1 - half)))
    return patch.object(openings, "openings", lambda: found)


def fit(articles: Sequence[dict[str, Any]]) -> bytes:
    """The two regressions, as openings.py reads them."""
    bodies = {one["title"]: one["paragraphs"] for one in articles}.values()
    beginnings = [openings.traits_of(text) for body in bodies for text in body]
    counts = Counter(trait for one in beginnings for trait in one)
    traits = sorted(trait for trait, count in counts.items() if count >= LEAST_PARAGRAPHS)
    rows = _matrix(beginnings, traits)
    first = [float(at == 0) for body in bodies for at in range(len(body))]
    last = [float(at == len(body) - 1) for body in bodies for at in range(len(body))]
    found = np.array([regress(rows, np.array(truth)) for truth in (first, last)]).T
    scale = np.abs(found[1:]).max() / STEPS
    values = np.round(found[1:] / scale).astype(int) + 128
    numbers = f"{scale:.6f} {found[0, 0]:.4f} {found[0, 1]:.4f}\n"
    head = numbers + "\t".join(traits) + "\n"
    return lzma.compress(head.encode() + bytes(values.ravel().tolist()), preset=9)


def regress(rows: csr_matrix, truth: Array) -> Array:
    """A ridge-penalised logistic regression; the constant first."""

    def loss(weights: Array) -> tuple[float, Array]:
        odds = rows @ weights[1:] + weights[0]
        off = 1 / (1 + np.exp(-odds)) - truth
        value = (np.logaddexp(0, odds) - truth * odds).sum() + RIDGE / 2 * (weights[1:] ** 2).sum()
        return float(value), np.concatenate([[off.sum()], rows.T @ off + RIDGE * weights[1:]])

    best: Array = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return best


def _matrix(beginnings: Sequence[Any], traits: Sequence[str]) -> csr_matrix:
    columns = {trait: column for column, trait in enumerate(traits)}
    cells = [
        (row, columns[trait])
        for row, one in enumerate(beginnings)
        for trait in sorted(one)
        if trait in columns
    ]
    at, column = np.array(cells).T
    return csr_matrix((np.ones(len(cells)), (at, column)), shape=(len(beginnings), len(traits)))


if __name__ == "__main__":
    sys.exit(main())
