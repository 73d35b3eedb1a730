"""The weights of jianbao/ingest/boundaries.py and weighing.py, for bench/fit_cut.py.

A softmax over ways to cut a page: the true one, the one that is found, and all that differ from
either by one step. The weights make the true one as likely as can be, with a pull (ridge) towards
those there are; then the pages are cut again, until nothing new is found. So the sums that the cut
compares are log-odds indeed, and what comes near says how sure it is.
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import minimize

from jianbao.errors import RefusedPage
from jianbao.ingest import boundaries, weighing
from jianbao.ingest.cohesion import grams
from jianbao.ingest.gathering import choose_layout
from jianbao.ingest.reading import Reading, read_blocks
from jianbao.ingest.segmentation import Segment
from jianbao.ingest.spacing import squeeze
from jianbao.ingest.steps import Worth, steps
from jianbao.ingest.typing import read_typed_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.layout import Layout
    from jianbao.ingest.paragraphs import Paragraph

    Array = np.ndarray[Any, np.dtype[np.float64]]

Cut = tuple[int, tuple[Segment, ...]]
"""The number of a layout, and its segments in order."""


@dataclass(slots=True)
class Example:
    """A page, and the ways to cut it that were met."""

    reading: Reading
    """As read."""
    true: Cut
    """The true cut."""
    cuts: dict[Cut, Array] = field(default_factory=dict)
    """Each with its clues: boundaries' first, then weighing's."""
    _articles: dict[tuple[int, Segment], Array] = field(default_factory=dict)

    def clues_of(self, cut: Cut) -> Array:
        """All clues of one way to cut the page, summed."""
        number, segments = cut
        return np.sum([self._clues_of_article(number, one) for one in segments], axis=0)

    def _clues_of_article(self, number: int, segment: Segment) -> Array:
        found = self._articles.get((number, segment))
        if found is None:
            found = self._articles[number, segment] = self._read_clues(number, segment)
        return found

    def _read_clues(self, number: int, segment: Segment) -> Array:
        layout, own = self.reading.layouts[number], segment.paragraphs
        columns = boundaries.count_columns(self.reading.blocks, layout.paragraphs)
        borders: Counter[str] = Counter()
        for i, j in itertools.pairwise(own):
            clues = boundaries.border_clues(
                self.reading.blocks, layout.paragraphs, self.reading.alike, columns, i, j
            )
            for clue, value in (clues or {}).items():
                borders[clue] += value
        whole = weighing.text_clues(layout, own)
        if segment.head is None:
            whole |= weighing.untitled_clues(layout, own)
        else:
            whole |= weighing.shape_clues(layout, segment.head)
            whole |= weighing.head_clues(layout, segment.head, own)
        return np.array(
            [borders.get(clue, 0.0) for clue in boundaries.WEIGHTS]
            + [whole.get(clue, 0.0) for clue in weighing.WEIGHTS]
        )

    def look_around(self, cut: Cut) -> None:
        """Add a cut and all that are one step from it, as far as they can be."""
        number, segments = cut
        self.cuts.setdefault(cut, self.clues_of(cut))
        worth = Worth(self.reading.layouts[number])
        for step in steps(worth, segments):
            if step.gain <= -boundaries.CERTAIN * 5:
                continue
            kept = [one for at, one in enumerate(segments) if at not in step.old]
            other = number, _in_order((*kept, *step.new))
            if other not in self.cuts:
                self.cuts[other] = self.clues_of(other)

    def find(self) -> Cut:
        """The cut by the weights there are."""
        paragraphs = self.reading.layouts[0].paragraphs
        together = boundaries.continuity(self.reading.blocks, paragraphs, self.reading.alike)
        layouts = tuple(replace(one, together=together) for one in self.reading.layouts)
        self.reading = replace(self.reading, layouts=layouts)
        layout, segments = choose_layout(layouts)
        return next(at for at, one in enumerate(layouts) if one is layout), _in_order(segments)


def read_examples(pages: Sequence[Any]) -> list[Example]:
    """The pages whose true cut is one of those that can be found."""
    examples = []
    for _, raw, gold in pages:
        try:
            reading = read_blocks(read_typed_blocks(raw))
        except RefusedPage:
            continue
        layouts = reading.layouts
        number = max(range(len(layouts)), key=lambda at: title_characters(layouts[at], gold))
        wanted = true_segments(layouts[number], gold)
        if wanted is not None:
            example = Example(reading, (number, _in_order(wanted)))
            example.look_around(example.true)
            examples.append(example)
    return examples


def fit_segments(examples: Sequence[Example], rounds: int, ridge: float = 1.0) -> None:
    """Put weights in their places in boundaries.py and weighing.py."""
    tables = (boundaries, weighing)
    start = np.array([value for table in tables for value in table.WEIGHTS.values()])
    for number in range(rounds):
        otherwise = 0
        for one in examples:
            found = one.find()
            if found != one.true:
                otherwise += 1
                one.look_around(found)
        weights = _most_likely(examples, start, ridge)
        for table, own in zip(tables, np.split(weights, [len(boundaries.WEIGHTS)]), strict=True):
            table.WEIGHTS = dict(zip(table.WEIGHTS, own.tolist(), strict=True))
        print(
            f"round {number}: {otherwise} of {len(examples)} pages cut otherwise", file=sys.stderr
        )


def _most_likely(examples: Sequence[Example], start: Array, ridge: float) -> Array:
    apart = []
    for one in examples:
        beside = np.array(list(one.cuts.values())) - one.cuts[one.true]
        apart.append(beside[np.abs(beside).sum(1) > 1e-6])
    rows = np.concatenate(apart)
    page = np.repeat(np.arange(len(apart)), [len(one) for one in apart])

    def loss(weights: Array) -> tuple[float, Array]:
        odds = rows @ weights
        most = np.zeros(len(apart))
        np.maximum.at(most, page, odds)
        parts = np.exp(odds - most[page])
        whole = np.exp(-most) + np.bincount(page, parts, len(apart))
        moved = weights - start
        value = (most + np.log(whole)).sum() + ridge / 2 * (moved**2).sum()
        return float(value), rows.T @ (parts / whole[page]) + ridge * moved

    best: Array = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return best


def _in_order(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(sorted(segments, key=lambda one: one.paragraphs))


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
    return _in_order(segments)


def title_characters(layout: Layout, gold: dict[str, Any]) -> int:
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
