"""Which glyphs are written downwards: captions and headlines of traditional papers.

The file does not say; a downward line's glyphs stand closer below one another than side by side.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.chains import follow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.pdf.chains import Link
    from jianbao.ingest.pdf.glyphs import Glyph

_NEAR = 1.0
"""In em: glyphs so near, of one size, are of one piece of text and run the same way."""
_DECISIVE = 0.12
"""In em: the gaps of one direction are smaller by at least this."""
_FEW_LINES = 3
"""A piece of so few and long rows is a headline, however wide its letters are spaced."""


def written_down(
    glyphs: Sequence[Glyph], level: Mapping[int, Link], upright: Mapping[int, Link]
) -> frozenset[int]:
    """The indices of the glyphs that are written downwards."""
    down: set[int] = set()
    for piece in _pieces(glyphs, level, upright):
        if _runs_down(piece, glyphs, level, upright):
            down.update(piece)
    return frozenset(down)


def _pieces(
    glyphs: Sequence[Glyph], level: Mapping[int, Link], upright: Mapping[int, Link]
) -> list[list[int]]:
    parent = list(range(len(glyphs)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for links in (level, upright):
        for index, link in links.items():
            one, other = glyphs[index], glyphs[link.to]
            if link.gap <= _NEAR and min(one.em, other.em) >= 0.9 * max(one.em, other.em):
                parent[root(index)] = root(link.to)
    pieces: dict[int, list[int]] = {}
    for index in range(len(glyphs)):
        pieces.setdefault(root(index), []).append(index)
    return list(pieces.values())


def _runs_down(
    piece: Sequence[int],
    glyphs: Sequence[Glyph],
    level: Mapping[int, Link],
    upright: Mapping[int, Link],
) -> bool:
    if len(piece) < 2:
        return False
    inside = set(piece)
    across = [one.gap for i in piece if (one := level.get(i)) and one.to in inside]
    below = [one.gap for i in piece if (one := upright.get(i)) and one.to in inside]
    turned = sum(glyphs[index].turned for index in piece)
    if turned > 0.3 * len(piece) or (turned and len(below) > len(across)):
        return True
    if not below:
        return False
    if not across:
        return median(below) <= 0.8
    rows = len(follow(dict(level), piece))
    columns = len(follow(dict(upright), piece))
    if rows <= _FEW_LINES and columns >= 2 * rows:
        return False
    return median(below) + _DECISIVE < median(across)
