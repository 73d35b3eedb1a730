"""Fit the weights of joins, borders and headlines: `python bench/fit_cut.py ARTICLES.jsonl[.xz]`.

Typesets pages from ready articles, and cuts those of each half by topics and openings that the other half
of them gives. Joins are learnt with the averaged structured perceptron (Collins 2002): join with the weights
so far; where a join is not a true one, raise the weights of the true one's clues and lower those of
the wrong one's; borders and headlines as bench/fit_segments.py says. Prints the WEIGHTS of
jianbao/ingest/joining.py, boundaries.py and weighing.py.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.fit_openings import openings_of_others
from bench.fit_segments import Example, fit_segments, read_examples
from bench.fit_topics import topics_of_others
from bench.pages import folder_pages, read_articles, typeset_pages
from jianbao.errors import RefusedPage
from jianbao.ingest import boundaries, captions, joining, reading, strays, weighing
from jianbao.ingest.columns import columns_of
from jianbao.ingest.credits import split_lead
from jianbao.ingest.fragments import is_indented
from jianbao.ingest.sources import split_source
from jianbao.ingest.spacing import squeeze
from jianbao.ingest.typing import read_typed_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.fragments import Fragment

FIRST_SEED = 1_000
RATE = 0.1
HELD = frozenset(
    {"near column", "other column", "column unknown", "opening words", "top in mid-word"}
)
"""Weights of joining.py that are set by hand, as it says."""


class JoinExample(NamedTuple):
    """A page's fragments and how they belong together."""

    fragments: tuple[Fragment, ...]
    """In page order."""
    alike: list[list[float]]
    """How alike each two are."""
    wanted: set[tuple[int, int]]
    """The true joins, each a foot and a top."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("what", choices=("joins", "cuts"))
    parser.add_argument("--pages", type=int, default=600, help="of each half")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--folder", type=Path, help="pages with gold to fit on as well")
    parser.add_argument("--counts", type=int, default=20, help="what each of those counts for")
    arguments = parser.parse_args()
    joins: list[JoinExample] = []
    stray: list[JoinExample] = []
    cuts: list[Example] = []
    for half in (0, 1):
        with (
            topics_of_others(arguments.articles, half),
            openings_of_others(arguments.articles, half),
        ):
            first = FIRST_SEED + half * arguments.pages
            seeds = range(first, first + arguments.pages)
            pages = list(typeset_pages(read_articles(arguments.articles, half), seeds))
            if arguments.folder and half:
                pages += arguments.counts * list(folder_pages(arguments.folder))
            if arguments.what == "joins":
                joins += read_joins(pages)
                stray += read_strays(pages)
            else:
                cuts += read_examples(pages)
    if arguments.what == "joins":
        fit_joins(joins, arguments.rounds, set(joining.WEIGHTS) - HELD)
        of_strays = {clue for clue in joining.WEIGHTS if clue.startswith("stray")}
        fit_joins(stray, arguments.rounds, of_strays)
        show("joining", joining.WEIGHTS)
    else:
        fit_segments(cuts, arguments.rounds)
        show("boundaries", boundaries.WEIGHTS)
        show("weighing", weighing.WEIGHTS)
    return 0


def show(name: str, weights: Mapping[str, float]) -> None:
    print(f"{name}:")
    for clue, weight in weights.items():
        print(f'    "{clue}": {weight:.2f},')


def read_joins(pages: Sequence[Any]) -> list[JoinExample]:
    """The fragments of running text, once it is known which they are."""
    examples = []
    for _, raw, gold in pages:
        try:
            blocks = reading.settle(read_typed_blocks(raw))
        except RefusedPage:
            continue
        fragments = reading.fragments_of(blocks)
        alike = reading.likeness_of(fragments)
        examples.append(JoinExample(fragments, alike, true_joins(fragments, gold)))
    return examples


def read_strays(pages: Sequence[Any]) -> list[JoinExample]:
    """The fragments where there are lines that may be headlines or running text."""
    examples = []
    for _, raw, gold in pages:
        try:
            blocks = captions.set_captions_apart(read_typed_blocks(raw))
        except RefusedPage:
            continue
        indented = is_indented(blocks)
        doubtful = strays.possible_strays(blocks, columns_of(blocks), indented=indented)
        running = reading.fragments_of(blocks, sentences=True)
        if doubtful:
            fragments = tuple(sorted((*running, *doubtful), key=lambda one: one.place))
            alike = reading.likeness_of(fragments)
            examples.append(JoinExample(fragments, alike, true_joins(fragments, gold)))
    return examples


def fit_joins(examples: list[JoinExample], rounds: int, free: set[str]) -> None:
    """Put weights of those clues in their place in joining.py, all others held."""
    weights = dict(joining.WEIGHTS)
    total: Counter[str] = Counter()
    for number in range(rounds):
        random.Random(number).shuffle(examples)
        for one in examples:
            joining.WEIGHTS = weights
            joins = joining.join_fragments(one.fragments, one.alike)
            found = {(join.foot, join.top) for join in joins}
            brinks = joining.brinks_of(one.fragments)
            for sign, edges in ((1, one.wanted - found), (-1, found - one.wanted)):
                for foot, top in edges:
                    clues = joining.join_clues(brinks, one.alike, foot, top)
                    for clue in clues.keys() & free:
                        weights[clue] += sign * RATE / 2 * clues[clue]
            total.update(weights)
    steps = rounds * len(examples)
    joining.WEIGHTS = {clue: value / steps for clue, value in total.items()}


def true_joins(fragments: tuple[Fragment, ...], gold: dict[str, Any]) -> set[tuple[int, int]]:
    """The pairs of fragments that follow each other in one gold paragraph."""
    paragraphs = [squeeze(text) for article in gold["articles"] for text in article["paragraphs"]]
    places = []
    for fragment in fragments:
        text = split_source(split_lead(fragment.text)[1])[0]
        hits = [
            (n, p.find(text), p.find(text) + len(text))
            for n, p in enumerate(paragraphs)
            if text in p
        ]
        places.append(hits[0] if text and hits else None)
    begins = {(one[0], one[1]): at for at, one in enumerate(places) if one and one[1]}
    return {
        (at, begins[one[0], one[2]])
        for at, one in enumerate(places)
        if one and begins.get((one[0], one[2]), at) != at
    }


if __name__ == "__main__":
    sys.exit(main())
