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
_TIGHT = 0.18
"""In em: glyphs so close follow one another."""
_FEW_LINES = 3
"""A piece of so few and long rows, or columns, is a headline, however wide its letters are spaced."""
_WIDE = 0.8
"""In em: an upright headline's letter-spacing over the space between its lines, at most."""
_DISPLAY = 1.3
"""A headline's em in those of running text, at least."""


def written_down(
    glyphs: Sequence[Glyph],
    level: Mapping[int, Link],
    upright: Mapping[int, Link],
    body: float,
) -> frozenset[int]:
    """The indices of the glyphs that are written downwards; `body` is running text's em."""
    down: set[int] = set()
    for piece in _pieces(glyphs, level, upright):
        if _runs_down(piece, glyphs, level, upright, body):
            down.update(piece)
    down |= _towers(glyphs, level, upright)
    down -= _towers(glyphs, upright, level)
    return frozenset(down | _set_apart(down, glyphs, level, upright))


def _towers(
    glyphs: Sequence[Glyph], across: Mapping[int, Link], along: Mapping[int, Link]
) -> set[int]:
    """Lines that stand so near to text of the other direction that they seem one piece with it.

    Four glyphs or more close after one another, hardly any of which has a neighbour as close at
    its side: a downward line beside level text, or a level headline beside an upright one.
    """
    tight = {start: link for start, link in along.items() if link.gap <= _TIGHT}
    sided = {
        end
        for start, link in across.items()
        if link.gap <= _TIGHT and min(glyphs[start].em, glyphs[link.to].em) > 0.8 * glyphs[start].em
        for end in (start, link.to)
    }
    found: set[int] = set()
    members = sorted({*tight, *(link.to for link in tight.values())})
    for tower in follow(tight, members):
        alike = all(abs(glyphs[at].em - glyphs[tower[0]].em) < 0.05 * glyphs[at].em for at in tower)
        if len(tower) >= 4 and alike and sum(at in sided for at in tower) <= 0.2 * len(tower):
            found.update(tower)
    return found


def _set_apart(
    down: set[int],
    glyphs: Sequence[Glyph],
    level: Mapping[int, Link],
    upright: Mapping[int, Link],
) -> set[int]:
    """Lone characters below or above a downward line: `本报记者　孙　菲`."""
    beside = {end for start, link in level.items() if link.gap <= 1.6 for end in (start, link.to)}
    found: set[int] = set()
    grew = True
    while grew:
        grew = False
        for start, link in upright.items():
            one, other = glyphs[start], glyphs[link.to]
            alike = min(one.em, other.em) >= 0.95 * max(one.em, other.em)
            for near, far in ((start, link.to), (link.to, start)):
                known = near in down or near in found
                if known and alike and far not in down | found | beside and link.gap <= 1.6:
                    found.add(far)
                    grew = True
    return found


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
    body: float,
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
    if columns <= _FEW_LINES and rows >= 2 * columns:
        large = median(glyphs[index].em for index in piece) >= _DISPLAY * body
        if large and median(below) <= median(across) + _WIDE:
            return True
    return median(below) + _DECISIVE < median(across)
