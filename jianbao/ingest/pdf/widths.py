"""Where a stack of lines is cut: where its column becomes wider, narrower or shifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import ends_sentence
from jianbao.ingest.pdf.lines import HANGING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.pdf.lines import Line


def by_width(stack: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut where the column changes: text that runs narrow beside a photo, then wide below it.

    A first line stands in and a last line ends early; only an edge that two lines share, and that
    is no paragraph's, is a new column's.
    """
    start = 0
    for at in range(1, len(stack)):
        piece = stack[start:at]
        if _changes(piece, stack[at:]):
            yield list(piece)
            start = at
    yield list(stack[start:])


def _changes(piece: Sequence[Line], rest: Sequence[Line]) -> bool:
    em = piece[0].em
    left, right = edges(piece)
    ahead_left, ahead_right = edges(rest[:3])
    if len(piece) == 1 and piece[0].area.x0 - ahead_left > 0 and not _shifted(piece, rest, em):
        return False
    first = rest[0]
    hanging = 0.5 * em if first.text[-1] in HANGING else 0.0
    if (
        first.area.x1 > right + 0.9 * em + hanging
        and len(piece) >= 2
        and _agreed(piece, right=True)
    ):
        return True
    if (
        first.area.x0 < left - 0.9 * em
        and len(piece) >= 2
        and _agreed(piece, right=False)
        and not _open_paragraphs(piece, first)
    ):
        return True
    if len(rest) < 2:
        return False
    narrower = (
        ahead_right < right - 0.9 * em
        and _agreed(rest[:2], right=True)
        and not ends_sentence(first.text)
    )
    shifted = ahead_left > left + 0.9 * em and _agreed(rest[:2], right=False)
    return narrower or shifted


def _open_paragraphs(piece: Sequence[Line], below: Line) -> bool:
    """Whether each line is a paragraph's first, all but the last one also its only one.

    Printed: `　　□金　枫`, below it `　　修一把伞、配一把钥匙、剪一`, and flush `次头发，…`.
    """
    em = below.em
    return all(1.4 <= (line.area.x0 - below.area.x0) / em <= 2.6 for line in piece) and all(
        line.area.x1 < below.area.x1 - em for line in piece[:-1]
    )


def _shifted(piece: Sequence[Line], rest: Sequence[Line], em: float) -> bool:
    return piece[0].area.x0 - rest[0].area.x0 > 2.6 * em


def _agreed(lines: Sequence[Line], *, right: bool) -> bool:
    """Whether two lines at least share their outermost edge."""
    ends = sorted((line.area.x1 if right else -line.area.x0) for line in lines)
    return ends[-1] - ends[-2] <= 0.5 * lines[0].em


def edges(lines: Sequence[Line]) -> tuple[float, float]:
    """A column's edges: what most lines share of those that reach out farthest.

    A stop pushed out over the edge and a bracket cut in half reach farther than the column does.
    """
    em = lines[0].em
    left = -_edge([-line.area.x0 for line in lines], em)
    return left, _edge([line.area.x1 for line in lines], em)


def _edge(ends: Sequence[float], em: float) -> float:
    farthest = max(ends)
    if len(ends) < 3:
        return farthest
    near = [end for end in ends if farthest - end <= 1.15 * em]
    return max(near, key=lambda end: (sum(abs(end - other) <= 0.15 * em for other in near), end))
