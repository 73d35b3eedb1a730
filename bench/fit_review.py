"""Fit the weights of jianbao/ingest/review.py: `python bench/fit_review.py ARTICLES.jsonl[.xz]`.

Typesets pages from ready articles, cuts those of each half by topics and openings that the other half
of them gives, and asks of each article whether text and headline are
right: a logistic regression on the clues, without negative weights. With --folder, pages with
gold are fitted on as well, each counting for several. Prints the weights and, cross-validated in folds of
whole pages, precision and recall of the review by threshold.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from bench.fit_openings import openings_of_others
from bench.fit_topics import topics_of_others
from bench.pages import folder_pages, read_articles, typeset_pages
from bench.scoring import is_right
from jianbao.errors import RefusedPage
from jianbao.ingest import cutting, review
from jianbao.ingest.clues import DOUBTFUL_NEIGHBOUR
from jianbao.ingest.jsonform import page_json

FIRST_SEED = 30_000
THRESHOLDS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98)


class Row(NamedTuple):
    """An article that was cut."""

    page: str
    """The name of its page."""
    clues: dict[str, float]
    """What review.py sees of it."""
    wrong: bool
    """Whether its text or its headline is."""
    counts: float
    """How much it counts for in the fit."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pages", type=int, default=600, help="of each half")
    parser.add_argument("--folder", type=Path, nargs="*", default=[], help="pages with gold too")
    parser.add_argument("--counts", type=float, default=3.0, help="what each of those counts for")
    parser.add_argument("--folds", type=int, default=10)
    arguments = parser.parse_args()
    kinds: dict[str, list[Row]] = {"typeset": []}
    for half in (0, 1):
        with (
            topics_of_others(arguments.articles, half),
            openings_of_others(arguments.articles, half),
        ):
            first = FIRST_SEED + half * arguments.pages
            articles = read_articles(arguments.articles, half)
            pages = typeset_pages(articles, range(first, first + arguments.pages))
            kinds["typeset"] += rows(pages, 1.0)
    for folder in arguments.folder:
        kinds[folder.name] = rows(folder_pages(folder), arguments.counts)
    found = [row for kind in kinds.values() for row in kind]
    found = beside_doubtful(found, arguments.folds)
    clues = list(review.WEIGHTS)
    for clue, weight in zip(clues, fit(found, clues), strict=True):
        print(f"{weight:8.2f}  {clue}")
    sure = cross_validated(found, clues, arguments.folds)
    start = 0
    for name, kind in kinds.items():
        show(name, kind, sure[start : start + len(kind)])
        start += len(kind)
    return 0


def rows(pages: Iterable[tuple[str, str, Any]], counts: float) -> list[Row]:
    """For each article cut: its clues, and whether it is wrong."""
    seen: list[dict[str, float]] = []
    original = cutting.doubt_clues

    def listen(*positional: Any, **named: Any) -> dict[str, float]:
        seen.append(original(*positional, **named))
        return seen[-1]

    found: list[Row] = []
    cutting.doubt_clues = listen
    try:
        for name, raw, gold in pages:
            seen.clear()
            try:
                page = page_json(cutting.cut(raw))
            except RefusedPage:
                continue
            bodied = [c for c, one in zip(seen, page["articles"], strict=True) if one["paragraphs"]]
            right = is_right(page, gold)
            found.extend(Row(name, c, not ok, counts) for c, ok in zip(bodied, right, strict=True))
    finally:
        cutting.doubt_clues = original
    return found


def beside_doubtful(found: Sequence[Row], folds: int) -> list[Row]:
    """The rows, with the doubts about the articles before and after each, cross-validated."""
    clues = [clue for clue in review.WEIGHTS if clue != DOUBTFUL_NEIGHBOUR]
    sure = cross_validated(found, clues, folds)
    pages: dict[str, list[int]] = {}
    for at, row in enumerate(found):
        pages.setdefault(row.page, []).append(at)
    whole = {}
    for members in pages.values():
        own, doubts = [found[at].clues for at in members], [1 - sure[at] for at in members]
        for number, at in enumerate(members):
            whole[at] = found[at]._replace(clues=review.with_neighbours(own, doubts, number))
    return [whole[at] for at in range(len(found))]


def fit(found: Sequence[Row], clues: Sequence[str], ridge: float = 1.0) -> Any:
    """Newton's method on the ridge-penalised log-likelihood; the first clue is the constant.

    A clue with a weight below 0 is left out, and the others are fitted again.
    """
    values, wrong = _values(found, clues), np.array([float(row.wrong) for row in found])
    counts = np.array([row.counts for row in found])
    used = list(range(len(clues)))
    while True:
        weights, own = np.zeros(len(used)), values[:, used]
        penalty = np.eye(len(used)) * ridge
        penalty[0, 0] = 1e-6
        for _ in range(30):
            chance = 1 / (1 + np.exp(-own @ weights))
            slope = own.T @ (counts * (chance - wrong)) + penalty @ weights
            curve = (own * (counts * chance * (1 - chance))[:, None]).T @ own + penalty
            weights = weights - np.linalg.solve(curve, slope)
        negative = {at for at, weight in zip(used, weights, strict=True) if at and weight < 0}
        if not negative:
            break
        used = [at for at in used if at not in negative]
    whole = np.zeros(len(clues))
    whole[used] = weights
    return whole


def cross_validated(found: Sequence[Row], clues: Sequence[str], folds: int) -> Any:
    """The confidence in each article by weights that were fitted without its page."""
    pages = sorted({row.page for row in found})
    order = np.random.default_rng(1).permutation(len(pages))
    fold_of = {page: int(at) % folds for page, at in zip(pages, order, strict=True)}
    fold = np.array([fold_of[row.page] for row in found])
    values, sure = _values(found, clues), np.zeros(len(found))
    for number in range(folds):
        weights = fit([row for row in found if fold_of[row.page] != number], clues)
        sure[fold == number] = 1 / (1 + np.exp(values[fold == number] @ weights))
    return sure


def show(name: str, found: Sequence[Row], sure: Any) -> None:
    wrong = np.array([row.wrong for row in found])
    print(f"{name}: {len(found)} articles, {wrong.sum()} wrong")
    for threshold in THRESHOLDS:
        flagged = sure < threshold
        hits = (flagged & wrong).sum()
        precision, recall = hits / max(1, flagged.sum()), hits / max(1, wrong.sum())
        print(
            f"  below {threshold:.2f}: {flagged.sum():4} flagged, P {precision:.2f}, R {recall:.2f}"
        )
    for least, most in ((0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01)):
        here = (sure >= least) & (sure < most)
        if here.any():
            share = 1 - wrong[here].mean()
            print(
                f"  confidence {sure[here].mean():.2f}: {here.sum():4} articles, {share:.2f} right"
            )


def _values(found: Sequence[Row], clues: Sequence[str]) -> Any:
    return np.array([[row.clues.get(clue, 0.0) for clue in clues] for row in found])


if __name__ == "__main__":
    raise SystemExit(main())
