"""The ways to cut a page that differ from one by a single step.

One step: a piece of an article goes to another, an article falls in two, two become one, or a
headline is exchanged for another or for none.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import CERTAIN
from jianbao.ingest.segmentation import Segment
from jianbao.ingest.weighing import (
    head_clues,
    shape_clues,
    text_clues,
    untitled_clues,
    weigh,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.layout import Layout

LOOSE = 9.0
"""Log-odds for two paragraphs to follow each other from which no piece is taken out between them: a
bound on the work."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a cut."""

    gain: float
    """By how much the sum of all clues grows."""
    old: tuple[int, ...]
    """The articles that change, by their numbers."""
    new: tuple[Segment, ...]
    """What they become: for each of `old` that is left its new form, in the same order, then one
    that is new."""


@dataclass(slots=True)
class Worth:
    """What articles of a page are worth, each worked out once."""

    layout: Layout
    """The page."""
    _articles: dict[Segment, float] = field(default_factory=dict)
    _texts: dict[tuple[int, ...], float] = field(default_factory=dict)
    _shapes: dict[int, float] = field(default_factory=dict)

    def __call__(self, segment: Segment) -> float:
        """The sum of all clues to one article, in log-odds."""
        value = self._articles.get(segment)
        if value is None:
            value = self._articles[segment] = self._text(segment.paragraphs) + self._head(segment)
        return value

    def _text(self, own: tuple[int, ...]) -> float:
        value = self._texts.get(own)
        if value is None:
            links = [self.layout.together[one][other] for one, other in itertools.pairwise(own)]
            if min(links, default=0.0) <= -CERTAIN / 2:
                value = -CERTAIN * 10
            else:
                value = sum(links) + weigh(text_clues(self.layout, own))
            self._texts[own] = value
        return value

    def _head(self, segment: Segment) -> float:
        own, head = segment.paragraphs, segment.head
        if self._texts[own] <= -CERTAIN * 10:
            return 0.0
        if head is None:
            return weigh(untitled_clues(self.layout, own))
        if head not in self._shapes:
            self._shapes[head] = weigh(shape_clues(self.layout, head))
        return self._shapes[head] + weigh(head_clues(self.layout, head, own))


def steps(worth: Worth, segments: Sequence[Segment]) -> Iterator[Step]:
    """All of them, also those that lose."""
    values = [worth(one) for one in segments]

    def step(old: tuple[int, ...], *new: Segment) -> Step:
        return Step(sum(map(worth, new)) - sum(values[at] for at in old), old, new)

    taken = {one.head for one in segments}
    free = (None, *(h for h in range(len(worth.layout.heads)) if h not in taken))
    for source, piece in pieces(segments, worth.layout.together):
        own, head = segments[source].paragraphs, segments[source].head
        rest = tuple(at for at in own if at not in piece)
        for target, other in enumerate(segments):
            if target != source:
                together = Segment(tuple(sorted((*other.paragraphs, *piece))), other.head)
                if rest:
                    yield step((source, target), Segment(rest, head), together)
                else:
                    yield step((target, source), together)
    for number, one in enumerate(segments):
        for at in range(1, len(one.paragraphs)):
            first, second = one.paragraphs[:at], one.paragraphs[at:]
            for keeps, leaves in ((first, second), (second, first)):
                away = max((Segment(leaves, head) for head in free), key=worth)
                yield step((number,), Segment(keeps, one.head), away)
        for head in free:
            if head != one.head:
                yield step((number,), Segment(one.paragraphs, head))
        for before in range(number):
            other = segments[before]
            both = tuple(sorted((*one.paragraphs, *other.paragraphs)))
            whole = max((Segment(both, head) for head in (one.head, other.head)), key=worth)
            yield step((number, before), whole)
            if other.head != one.head:
                yield step(
                    (number, before),
                    Segment(one.paragraphs, other.head),
                    Segment(other.paragraphs, one.head),
                )


def pieces(
    segments: Sequence[Segment], together: Sequence[Sequence[float]]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each article's stretches: their beginnings, ends and wholes, and what hangs loose inside.

    Inside hang columns of an article that the extraction set among those of another: what
    stands before and after them is LOOSE.
    """
    for number, segment in enumerate(segments):
        stretch: list[int] = []
        for at in (*segment.paragraphs, -1):
            if stretch and at != stretch[-1] + 1:
                for cut in range(1, len(stretch)):
                    yield number, tuple(stretch[:cut])
                    yield number, tuple(stretch[cut:])
                yield number, tuple(stretch)
                loose = [one for one in stretch[1:] if together[one - 1][one] < LOOSE]
                for first, behind in itertools.combinations(loose, 2):
                    yield number, tuple(range(first, behind))
                stretch = []
            stretch.append(at)
