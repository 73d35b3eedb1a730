"""Measures the order of the hits in a real Chromium: nDCG@10 on judged queries.

    python bench/search_ranking.py --corpus FILE.jsonl[.xz] [--judgements FILE.json]

The judgements name for each query the articles that were read and how well each answers it:
3 is about it, 2 says much of it, 1 has a paragraph or an item on it, 0 mentions it. Those read
were the first ten by number of hits, by BM25 with and without a boost of titles, and by our
formula of that time, and the four newest, in an order that did not tell which ranker had proposed
what; what was never read counts as 0. Of both rounds every other query, from the first, was used
to choose weights; the rest were kept aside. In the second round queries were kept aside by lot
before any ranking was seen, a fifth ranker proposed ten articles more (BM25 over whole words with
the lead and the spread of the hits), and what was read of an article was its title, its length
and up to four passages around the hits.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.search import ask, chromium, read_corpus, serving  # noqa: E402
from bench.search_queries import Texts  # noqa: E402
from jianbao.search.tokens import BREAK, phrase, tokens  # noqa: E402
from tests.search.site import write_site  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.search import SearchDocument

DEPTH = 10
SATURATION, LENGTH_WEIGHT = 1.2, 0.75
"""BM25's k₁ and b, as they are usually set."""
TITLE_BOOST = 4
"""How many more times a token counts in a title."""

Grades = dict[str, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument(
        "--judgements", type=Path, default=Path(__file__).with_name("search_judgements.json")
    )
    options = parser.parse_args()
    documents = read_corpus(options.corpus)
    rounds: dict[str, dict[str, Grades]] = json.loads(options.judgements.read_text("utf-8"))
    judged = {query: grades for one in rounds.values() for query, grades in one.items()}
    known = {one.id for one in documents}
    if not all(known.issuperset(grades) for grades in judged.values()):
        sys.exit("the judgements are of other articles than this corpus holds")
    orders = rankings(documents, list(judged))
    with tempfile.TemporaryDirectory() as site:
        write_site(documents, Path(site), pages=False)
        with serving(Path(site)) as (url, _), chromium() as browser:
            answers = ask(browser, url, {"judged": list(judged)})
    orders["ours"] = {query: list(ids) for query, (_, ids) in answers.items()}
    print(f"{len(judged)} queries, {len(documents):,} articles; nDCG@{DEPTH}")
    for name, some in {**rounds, "both rounds": judged}.items():
        tuned = [query for one in rounds.values() for query in list(one)[::2] if query in some]
        print_gains(name, some, set(tuned), orders)


def print_gains(
    name: str,
    judged: dict[str, Grades],
    tuned: set[str],
    orders: dict[str, dict[str, list[str]]],
) -> None:
    """How well each order does on all of the queries, on those to tune with, on those kept aside."""
    print(f"\n{name:24}{'all':>8}{'to tune':>10}{'kept aside':>12}")
    for title, order in orders.items():
        gains = {query: ndcg(order[query], grades) for query, grades in judged.items()}
        halves = (
            list(gains.values()),
            [gain for query, gain in gains.items() if query in tuned],
            [gain for query, gain in gains.items() if query not in tuned],
        )
        print(f"{title:24}" + "{:8.3f}{:10.3f}{:12.3f}".format(*map(mean, halves)))


def rankings(
    documents: Sequence[SearchDocument], queries: Sequence[str]
) -> dict[str, dict[str, list[str]]]:
    """What each query finds, in the orders to compare with."""
    texts = Texts(documents)
    newest = [one.id for one in documents]
    bags = {one.id: _bag(one) for one in documents}
    found = {query: [one for one in newest if one in texts.containing(query)] for query in queries}
    plain = Bm25(bags, 0)
    boosted = Bm25(bags, TITLE_BOOST)
    return {
        "newest first": found,
        "BM25, pairs": {query: plain.order(query, ids) for query, ids in found.items()},
        "BM25, pairs, titles": {query: boosted.order(query, ids) for query, ids in found.items()},
    }


Bag = tuple[Counter[str], Counter[str]]
"""The tokens of a title, and of a whole article."""


def _bag(one: SearchDocument) -> Bag:
    title = Counter(token for token in tokens(one.title) if token != BREAK)
    return title, title + Counter(token for token in tokens(one.text) if token != BREAK)


class Bm25:
    """BM25 over the tokens of the index."""

    def __init__(self, bags: dict[str, Bag], boost: float) -> None:
        self._bags = bags
        self._boost = boost
        self._frequency = Counter(token for _, whole in bags.values() for token in whole)
        self._lengths = {name: whole.total() for name, (_, whole) in bags.items()}
        self._usual = mean(list(self._lengths.values()))

    def order(self, query: str, ids: Sequence[str]) -> list[str]:
        """The articles, best first, the newer first among equals."""
        wanted = [token for word in query.split() for token in phrase(word) if token != BREAK]
        return sorted(ids, key=lambda name: -self._score(wanted, name))

    def _score(self, wanted: Sequence[str], name: str) -> float:
        title, whole = self._bags[name]
        long = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * self._lengths[name] / self._usual
        score = 0.0
        for token in wanted:
            holding = self._frequency[token]
            rare = math.log(1 + (len(self._bags) - holding + 0.5) / (holding + 0.5))
            often = whole[token] + self._boost * title[token]
            score += rare * often * (SATURATION + 1) / (often + SATURATION * long)
        return score


def ndcg(order: Sequence[str], grades: Grades) -> float:
    """How near the first ten are to the best ten."""

    def gain(found: Sequence[int]) -> float:
        return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(found))

    best = sorted(grades.values(), reverse=True)[:DEPTH]
    return gain([grades.get(one, 0) for one in order[:DEPTH]]) / gain(best)


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
