"""Initials (首字下沉): a paragraph's first character, set two or three lines high."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.names import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.lines import Line

_SMALLEST, _LARGEST = 1.6, 5.0
"""An initial's em in those of the text beside it."""
_LARGEST_NAME = 2.6
"""The same for a name: `周启明　今年五十六岁，…`."""


def take_initials(lines: Sequence[Line], body: float) -> list[Line]:
    """Put each initial before the line it begins.

    The line keeps its area, so that it stands in as first lines do; the lines below it that stand
    beside the initial are given their column's edge.
    """
    kept = list(lines)
    for initial in lines:
        if len(initial.glyphs) > 2 and not _is_name_in_front(initial, body):
            continue
        if not _SMALLEST * body <= initial.em <= _LARGEST * body:
            continue
        beside = sorted(
            (line for line in kept if _stands_beside(line, initial, body)),
            key=lambda line: line.area.y0,
        )
        if len(beside) < 2:
            continue
        if not _begins_column(initial, kept, body) and not _fits(initial, beside, body):
            continue
        first, *others = beside
        kept = [line for line in kept if line is not initial and line not in beside]
        kept.append(
            replace(first, glyphs=(*initial.glyphs, *first.glyphs), text=initial.text + first.text)
        )
        kept.extend(replace(line, area=replace(line.area, x0=initial.area.x0)) for line in others)
    return kept


def _is_name_in_front(initial: Line, body: float) -> bool:
    """Whether a line is a person's name, two lines high, with which his portrait begins."""
    return initial.em <= _LARGEST_NAME * body and is_name(initial.text) and not initial.down


def _stands_beside(line: Line, initial: Line, body: float) -> bool:
    gap = line.area.x0 - initial.area.x1
    middle = (line.area.y0 + line.area.y1) / 2
    return (
        abs(line.em - body) <= 0.25 * body
        and -0.5 * body <= gap <= 1.3 * body
        and initial.area.y0 - 0.3 * body <= middle <= initial.area.y1 + 0.3 * body
    )


def _fits(initial: Line, beside: Sequence[Line], body: float) -> bool:
    """Whether flush lines stand beside the initial and end with it: a column of no more than these."""
    edges = [line.area.x0 for line in beside]
    return (
        max(edges) - min(edges) <= 0.5 * body
        and abs(beside[0].area.y0 - initial.area.y0) <= 0.7 * body
        and abs(beside[-1].area.y1 - initial.area.y1) <= 0.7 * body
    )


def _begins_column(initial: Line, lines: Sequence[Line], body: float) -> bool:
    """Whether text goes on below the initial from its own left edge, or a new paragraph begins."""
    return any(
        -0.8 * body <= line.area.x0 - initial.area.x0 <= 2.6 * body
        and -0.6 * body <= line.area.y0 - initial.area.y1 <= 1.5 * body
        and line.em < initial.em
        for line in lines
    )
