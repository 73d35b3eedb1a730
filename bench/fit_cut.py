"""Fit the weights of joins, borders and headlines: `python bench/fit_cut.py ARTICLES.jsonl[.xz]`.

Typesets pages from ready articles and learns from them with the averaged structured perceptron
(Collins 2002): cut a page with the weights so far; where the cut is not the true one, raise the
weights of the true cut's clues and lower those of the wrong one's. Prints the WEIGHTS of
jianbao/ingest/joining.py, boundaries.py and weighing.py.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.pages import folder_pages, read_articles, typeset_pages
from jianbao.errors import RefusedPage
from jianbao.ingest import boundaries, cutting, joining, strays, weighing
from jianbao.ingest.cohesion import grams
from jianbao.ingest.columns import columns_of
from jianbao.ingest.credits import split_lead, split_source
from jianbao.ingest.fragments import is_indented
from jianbao.ingest.gathering import choose_layout
from jianbao.ingest.segmentation import Segment
from jianbao.ingest.spacing import squeeze
from jianbao.ingest.typing import read_typed_blocks

if TYPE_CHECKING:
    from jianbao.ingest.fragments import Fragment
    from jianbao.ingest.layout import Layout
    from jianbao.ingest.paragraphs import Paragraph

RATE = 0.1
LARGEST_STEP = 3.0
HELD = frozenset({"near column", "other column", "column unknown", "opening words"})
"""Weights of joining.py that are set by hand, as it says."""
Weights = dict[str, float]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="pages with gold to fit on as well")
    arguments = parser.parse_args()
    seeds = range(1_000, 1_000 + arguments.pages)
    pages = list(typeset_pages(read_articles(arguments.articles), seeds))
    if arguments.folder:
        pages += 3 * list(folder_pages(arguments.folder))
    joining.WEIGHTS = fit_joins(pages, arguments.rounds)
    joining.WEIGHTS = fit_strays(pages, arguments.rounds)
    show("joining", joining.WEIGHTS)
    for name, weights in fit_segments(pages, arguments.rounds).items():
        show(name, weights)
    return 0


def show(name: str, weights: Weights) -> None:
    print(f"{name}:")
    for clue, weight in weights.items():
        print(f'    "{clue}": {weight:.2f},')


def fit_joins(pages: list[Any], rounds: int) -> Weights:
    """The weights of joining.py."""
    examples = []
    for _, raw, gold in pages:
        try:
            blocks = cutting.settle(read_typed_blocks(raw))
        except RefusedPage:
            continue
        fragments = cutting.fragments_of(blocks)
        examples.append((fragments, true_joins(fragments, gold)))
    return _fit_to_joins(examples, rounds, set(joining.WEIGHTS) - HELD)


def fit_strays(pages: list[Any], rounds: int) -> Weights:
    """The weights of joining.py for lines that may be headlines, all others held."""
    examples = []
    for _, raw, gold in pages:
        try:
            blocks = strays.set_captions_apart(read_typed_blocks(raw))
        except RefusedPage:
            continue
        indented = is_indented(blocks)
        doubtful = strays.possible_strays(blocks, columns_of(blocks), indented=indented)
        running = cutting.fragments_of(blocks, sentences=True)
        if doubtful:
            fragments = tuple(sorted((*running, *doubtful), key=lambda one: one.place))
            examples.append((fragments, true_joins(fragments, gold)))
    free = {clue for clue in joining.WEIGHTS if clue.startswith("stray")}
    return _fit_to_joins(examples, rounds, free)


def _fit_to_joins(
    examples: list[tuple[tuple[Fragment, ...], set[tuple[int, int]]]], rounds: int, free: set[str]
) -> Weights:
    weights = dict(joining.WEIGHTS)
    total: Counter[str] = Counter()
    for number in range(rounds):
        random.Random(number).shuffle(examples)
        for fragments, wanted in examples:
            joining.WEIGHTS = weights
            alike = cutting.likeness_of(fragments)
            found = {(j.foot, j.top) for j in joining.join_fragments(fragments, alike)}
            brinks = joining.brinks_of(fragments)
            for sign, edges in ((1, wanted - found), (-1, found - wanted)):
                for foot, top in edges:
                    clues = joining.join_clues(brinks, alike, foot, top)
                    for clue in clues.keys() & free:
                        weights[clue] += sign * RATE / 2 * clues[clue]
            total.update(weights)
    return {clue: value / (rounds * len(examples)) for clue, value in total.items()}


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


def fit_segments(pages: list[Any], rounds: int) -> dict[str, Weights]:
    """The weights of boundaries.py and weighing.py."""
    examples = []
    for _, raw, gold in pages:
        try:
            reading = cutting.read_blocks(read_typed_blocks(raw))
        except RefusedPage:
            continue
        layout = max(reading.layouts, key=lambda one: _title_characters(one, gold))
        wanted = true_segments(layout, gold)
        if wanted is not None:
            examples.append((reading, layout, wanted))
    weights = {"boundaries": dict(boundaries.WEIGHTS), "weighing": dict(weighing.WEIGHTS)}
    total: dict[str, Counter[str]] = {name: Counter() for name in weights}
    for number in range(rounds):
        random.Random(number).shuffle(examples)
        for reading, true, wanted in examples:
            boundaries.WEIGHTS = weights["boundaries"]
            weighing.WEIGHTS = weights["weighing"]
            together = boundaries.continuity(reading.blocks, true.paragraphs, reading.alike)
            layouts = [replace(layout, together=together) for layout in reading.layouts]
            layout, found = choose_layout(layouts)
            if layout.heads != true.heads or found != wanted:
                better = clues_of(reading, true, wanted)
                worse = clues_of(reading, layout, found)
                for name, clue in {*better, *worse}:
                    step = better[name, clue] - worse[name, clue]
                    step = max(-LARGEST_STEP, min(LARGEST_STEP, step))
                    weights[name][clue] += RATE / (1 + number) * step
            for name, own in weights.items():
                total[name].update(own)
    count = rounds * len(examples)
    return {
        name: {clue: value / count for clue, value in own.items()} for name, own in total.items()
    }


def clues_of(
    reading: cutting.Reading, layout: Layout, segments: tuple[Segment, ...]
) -> Counter[tuple[str, str]]:
    """All clues of one way to cut a page, summed."""
    columns = boundaries.count_columns(layout.paragraphs)
    total: Counter[tuple[str, str]] = Counter()
    for segment in segments:
        own = segment.paragraphs
        for i, j in itertools.pairwise(own):
            clues = boundaries.border_clues(
                reading.blocks, layout.paragraphs, reading.alike, columns, i, j
            )
            for clue, value in (clues or {}).items():
                total["boundaries", clue] += value
        for clue, value in weighing.text_clues(layout, own).items():
            total["weighing", clue] += value
        if segment.head is None:
            clues = weighing.untitled_clues(layout, own)
        else:
            clues = weighing.shape_clues(layout, segment.head)
            clues |= weighing.head_clues(layout, segment.head, own)
        for clue, value in clues.items():
            total["weighing", clue] += value
    return total


def true_segments(layout: Layout, gold: dict[str, Any]) -> tuple[Segment, ...] | None:
    """The true cut of what was read; None when a wrong join mixed two articles."""
    bodies = ["".join(map(squeeze, one["paragraphs"])) for one in gold["articles"]]
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at, paragraph in enumerate(layout.paragraphs):
        votes: Counter[int] = Counter()
        for line in paragraph.lines:
            text = squeeze(line.text)
            hits = [n for n, body in enumerate(bodies) if text in body]
            if len(hits) == 1:  # what two articles have tells nothing
                votes[hits[0]] += len(text)
        ranked = votes.most_common(2)
        if not ranked:  # a caption, or a text that another article has word for word
            ranked = [(max(range(len(bodies)), key=lambda n: _common(paragraph, bodies[n])), 0)]
        if len(ranked) > 1 and ranked[1][1] > 12:
            return None
        members[ranked[0][0]].append(at)
    heads = _true_heads(layout, gold)
    segments = []
    for article, own in members.items():
        stretches = [[own[0]]]
        for at in own[1:]:
            if layout.together[stretches[-1][-1]][at] <= -boundaries.CERTAIN / 2:
                stretches.append([])
            stretches[-1].append(at)
        main = max(stretches, key=lambda one: sum(len(layout.paragraphs[at].text) for at in one))
        for one in stretches:
            segments.append(Segment(tuple(one), heads.get(article) if one is main else None))
    return tuple(sorted(segments, key=lambda one: one.paragraphs))


def _title_characters(layout: Layout, gold: dict[str, Any]) -> int:
    """How many characters of gold headlines stand in heads of their own."""
    return sum(len(layout.heads[at].text) for at in _true_heads(layout, gold).values())


def _common(paragraph: Paragraph, body: str) -> int:
    return len(paragraph.grams & grams(body))


def _true_heads(layout: Layout, gold: dict[str, Any]) -> dict[int, int]:
    heads: dict[int, int] = {}
    for at, head in enumerate(layout.heads):
        for number, article in enumerate(gold["articles"]):
            title, kicker = squeeze(article["title"] or ""), squeeze(article["kicker"] or "")
            if not title or head.text == kicker or head.text not in kicker + title:
                continue
            longest = heads.get(number)
            whole = title in head.text or len(head.text) > 0.4 * len(title)
            size = 0 if longest is None else len(layout.heads[longest].text)
            if whole and len(head.text) > size:
                heads[number] = at
    return heads


if __name__ == "__main__":
    sys.exit(main())
