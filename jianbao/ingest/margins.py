"""By how much a page's cut beats the cuts that differ from it by one step.

One step: a piece of an article goes to another, an article falls in two, two become one, or a
headline is exchanged for another or for none. The sum of all clues falls by the step's loss, which
is small where two cuts are about as good.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jianbao.ingest.gathering import pieces, worth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.layout import Layout
    from jianbao.ingest.segmentation import Segment

SAME = 0.8
"""Dice over characters from which two texts pass for the same article."""

_Step = tuple[float, tuple[tuple[int, tuple[int, ...]], ...]]
"""The loss, and each article that changes with the paragraphs it would have."""


@dataclass(slots=True)
class Margin:
    """How far the next best cuts are from one article: log-odds of clues, from 0."""

    text: float = float("inf")
    """The least loss of a step that makes another text of it."""
    head: float = float("inf")
    """The least loss of a step that gives it another headline, or none."""
    taken: dict[int, float] = field(default_factory=dict)
    """For each paragraph of it, the least loss of a step that takes it away."""


def margins(layout: Layout, segments: Sequence[Segment]) -> tuple[Margin, ...]:
    """One for each article."""
    sizes = [len(one.text) for one in layout.paragraphs]
    values = [worth(layout, one.paragraphs, one.head) for one in segments]
    free = (None, *sorted(set(range(len(layout.heads))) - {one.head for one in segments}))
    found = tuple(Margin() for _ in segments)
    for steps in (
        _moves(layout, segments, values),
        _splits(layout, segments, values, free),
        _mergers(layout, segments, values),
    ):
        for worse, changed in steps:
            loss = max(0.0, worse)
            for number, paragraphs in changed:
                margin = found[number]
                own = segments[number].paragraphs
                if _dice(own, paragraphs, sizes) < SAME:
                    margin.text = min(margin.text, loss)
                for at in set(own).difference(paragraphs):
                    margin.taken[at] = min(margin.taken.get(at, loss), loss)
    for worse, numbers in _exchanges(layout, segments, values, free):
        loss = max(0.0, worse)
        for number in numbers:
            found[number].head = min(found[number].head, loss)
    return found


def _moves(layout: Layout, segments: Sequence[Segment], values: Sequence[float]) -> Iterator[_Step]:
    """A piece of an article goes to another."""
    for source, piece in pieces([(one.paragraphs, one.head) for one in segments], layout.together):
        own, head = segments[source].paragraphs, segments[source].head
        rest = tuple(at for at in own if at not in piece)
        if not rest:
            continue
        left = worth(layout, rest, head)
        for target, other in enumerate(segments):
            if target != source:
                together = tuple(sorted((*other.paragraphs, *piece)))
                kept = left + worth(layout, together, other.head)
                yield values[source] + values[target] - kept, ((source, rest), (target, together))


def _splits(
    layout: Layout,
    segments: Sequence[Segment],
    values: Sequence[float],
    free: Sequence[int | None],
) -> Iterator[_Step]:
    """An article falls in two, and one of them keeps the headline."""
    for number, segment in enumerate(segments):
        for at in range(1, len(segment.paragraphs)):
            halves = segment.paragraphs[:at], segment.paragraphs[at:]
            for keeps, other in (halves, halves[::-1]):
                kept = worth(layout, keeps, segment.head)
                kept += max(worth(layout, other, head) for head in free)
                yield values[number] - kept, ((number, keeps),)


def _mergers(
    layout: Layout, segments: Sequence[Segment], values: Sequence[float]
) -> Iterator[_Step]:
    """Two articles become one."""
    for at, one in enumerate(segments):
        for number in range(at):
            other = segments[number]
            together = tuple(sorted((*one.paragraphs, *other.paragraphs)))
            kept = max(worth(layout, together, head) for head in {one.head, other.head})
            yield values[at] + values[number] - kept, ((at, together), (number, together))


def _exchanges(
    layout: Layout,
    segments: Sequence[Segment],
    values: Sequence[float],
    free: Sequence[int | None],
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """An article takes a headline that is free, or two articles exchange theirs."""
    for number, segment in enumerate(segments):
        for head in free:
            if head != segment.head:
                yield values[number] - worth(layout, segment.paragraphs, head), (number,)
        for at in range(number):
            other = segments[at]
            if other.head != segment.head:
                kept = worth(layout, segment.paragraphs, other.head)
                kept += worth(layout, other.paragraphs, segment.head)
                yield values[number] + values[at] - kept, (number, at)


def _dice(one: Sequence[int], other: Sequence[int], sizes: Sequence[int]) -> float:
    common = sum(sizes[at] for at in set(one) & set(other))
    whole = sum(sizes[at] for at in one) + sum(sizes[at] for at in other)
    return 2 * common / whole if whole else 1.0
