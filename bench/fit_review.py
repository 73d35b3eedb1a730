"""Fit the weights of jianbao/ingest/review.py: `python bench/fit_review.py ARTICLES.jsonl[.xz]`.

Typesets pages from ready articles, cuts them, and asks of each article whether text and headline are
right: a logistic regression on the clues. Prints the weights and, for a second set of pages that
was not fitted on, precision and recall of the review by threshold.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from bench.pages import folder_pages, read_articles, typeset_pages
from bench.scoring import is_right
from jianbao.errors import RefusedPage
from jianbao.ingest import cutting, review
from jianbao.ingest.jsonform import page_json

Row = tuple[dict[str, float], bool]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--folder", type=Path, help="pages with gold to fit on as well")
    arguments = parser.parse_args()
    articles = read_articles(arguments.articles)
    fitted = rows(typeset_pages(articles, range(20_000, 20_000 + arguments.pages)))
    if arguments.folder:
        fitted += rows(folder_pages(arguments.folder))
    clues = list(review.WEIGHTS)
    weights = fit(fitted, clues)
    for clue, weight in zip(clues, weights, strict=True):
        print(f'    "{clue}": {weight:.2f},')
    show("fitted", fitted, clues, weights)
    kept = rows(typeset_pages(articles, range(90_000, 90_000 + arguments.pages // 3)))
    show("kept aside", kept, clues, weights)
    return 0


def rows(pages: Any) -> list[Row]:
    """For each article cut: its clues, and whether it is wrong."""
    seen: list[dict[str, float]] = []
    original = cutting.doubt_clues

    def listen(*positional: Any, **named: Any) -> dict[str, float]:
        seen.append(original(*positional, **named))
        return seen[-1]

    found: list[Row] = []
    cutting.doubt_clues = listen
    try:
        for _, raw, gold in pages:
            seen.clear()
            try:
                page = page_json(cutting.cut(raw))
            except RefusedPage:
                continue
            bodied = [c for c, one in zip(seen, page["articles"], strict=True) if one["paragraphs"]]
            right = is_right(page, gold)
            found.extend((c, not ok) for c, ok in zip(bodied, right, strict=True))
    finally:
        cutting.doubt_clues = original
    return found


def fit(found: list[Row], clues: list[str], ridge: float = 1.0) -> Any:
    """Newton's method on the ridge-penalised log-likelihood; the first clue is the constant."""
    values = np.array([[row.get(clue, 0.0) for clue in clues] for row, _ in found])
    wrong = np.array([float(one) for _, one in found])
    weights = np.zeros(len(clues))
    penalty = np.eye(len(clues)) * ridge
    penalty[0, 0] = 1e-6
    for _ in range(50):
        chance = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (chance - wrong) + penalty @ weights
        curve = (values * (chance * (1 - chance))[:, None]).T @ values + penalty
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def show(name: str, found: list[Row], clues: list[str], weights: Any) -> None:
    values = np.array([[row.get(clue, 0.0) for clue in clues] for row, _ in found])
    wrong = np.array([one for _, one in found])
    sure = 1 / (1 + np.exp(values @ weights))
    print(f"{name}: {len(found)} articles, {wrong.sum()} wrong")
    for threshold in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96):
        flagged = sure < threshold
        hits = (flagged & wrong).sum()
        precision, recall = hits / max(1, flagged.sum()), hits / max(1, wrong.sum())
        print(
            f"  below {threshold:.2f}: {flagged.sum():4} flagged, P {precision:.2f}, R {recall:.2f}"
        )


if __name__ == "__main__":
    sys.exit(main())
