"""Which glyphs are written downwards: captions and headlines of traditional papers.

The file does not say; a downward line's glyphs stand closer below one another than side by side.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.chains import follow
from jianbao.ingest.pdf.characters import is_han

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.pdf.chains import Link
    from jianbao.ingest.pdf.glyphs import Glyph

_NEAR = 1.1
"""In em: glyphs so near, of one size, are of one piece of text and run the same way: also those of a
headline that is spaced by an em."""
_DECISIVE = 0.12
"""In em: the gaps of one direction are smaller by at least this."""
_TIGHT = 0.18
"""In em: glyphs so close follow one another."""
_LEVEL = 0.05
"""In em: characters of one line stand as exactly on it."""
_BLANKS = 2.3
"""In em: between two names, each of them spread."""
_MANY = 4
"""Characters that stand above one another not by chance."""
_NAME = 3
"""The same, if none of them has a neighbour as close at its side: an author's name."""
_FEW_LINES = 3
"""A piece of so few and long rows, or columns, is a headline, however wide its letters are spaced."""
_WIDE = 0.8
"""In em: an upright headline's letter-spacing over the space between its lines, at most."""
_PITCH = 0.6
"""In em: the white between two upright lines of one text, at most."""
_DISPLAY = 1.3
"""A headline's em in those of running text, at least."""


def written_down(
    glyphs: Sequence[Glyph],
    level: Mapping[int, Link],
    upright: Mapping[int, Link],
    body: float,
) -> frozenset[int]:
    """The indices of the glyphs that are written downwards; `body` is running text's em."""
    towers, rows = _towers(glyphs, level, upright), _towers(glyphs, upright, level)
    down: set[int] = set()
    alone: list[int] = []
    for piece in _pieces(glyphs, level, upright, (towers, rows)):
        if len(piece) == 1:
            alone += piece
        elif _runs_down(piece, glyphs, level, upright, body):
            down.update(piece)
    down |= towers
    down -= rows
    down |= {at for at in alone if _ends_down(glyphs[at], [glyphs[other] for other in down])}
    return frozenset(down | _set_apart(down, glyphs, level, upright))


def _ends_down(last: Glyph, down: Sequence[Glyph]) -> bool:
    """Whether a character alone is all of an upright text's last line: `…致慰问` / `电`."""
    return any(
        0 <= other.x0 - last.x1 <= _PITCH * last.em
        and other.y0 - last.em <= last.y0 <= other.y1
        and abs(other.em - last.em) <= _LEVEL * last.em
        and other.font == last.font
        for other in down
    )


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
        near = sum(at in sided for at in tower)
        lone = len(tower) == _NAME and not near
        if alike and (lone or (len(tower) >= _MANY and near <= 0.2 * len(tower))):
            found.update(tower)
    return found


def _set_apart(
    down: set[int],
    glyphs: Sequence[Glyph],
    level: Mapping[int, Link],
    upright: Mapping[int, Link],
) -> set[int]:
    """Lone characters one below the other, with blanks between: `本报记者　孙　菲`, `钱 宁  孙 菲`.

    Nothing stands on a line with them, though other text may stand near; of four or more, half may
    stand as high as a line of that text by chance.
    """
    beside = {
        end
        for start, link in level.items()
        if abs(glyphs[start].baseline - glyphs[link.to].baseline) <= _LEVEL * glyphs[start].em
        for end in (start, link.to)
    }
    loose = {
        start: link
        for start, link in upright.items()
        if link.gap <= _BLANKS and _is_below(glyphs[start], glyphs[link.to])
    }
    found: set[int] = set()
    for chain in follow(loose, sorted({*loose, *(link.to for link in loose.values())})):
        lone = [at for at in chain if at not in down]
        if sum(at in beside for at in lone) <= (0.5 * len(lone) if len(chain) >= _MANY else 0):
            found.update(at for at in lone if is_han(glyphs[at].text))
    return found


def _is_below(upper: Glyph, lower: Glyph) -> bool:
    """Whether two characters are set alike and exactly above one another."""
    return (
        abs(upper.em - lower.em) <= _LEVEL * upper.em
        and abs(upper.middle_x - lower.middle_x) <= _LEVEL * upper.em
    )


def _pieces(
    glyphs: Sequence[Glyph],
    level: Mapping[int, Link],
    upright: Mapping[int, Link],
    apart: tuple[set[int], set[int]],
) -> list[list[int]]:
    """Glyphs that stand together; those that are surely of the two directions are kept apart."""
    towers, rows = apart
    parent = list(range(len(glyphs)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for links in (level, upright):
        for index, link in links.items():
            one, other = glyphs[index], glyphs[link.to]
            if (index in towers and link.to in rows) or (index in rows and link.to in towers):
                continue  # an upright subtitle beside the text's lines
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
    inside = set(piece)
    across = [one.gap for i in piece if (one := level.get(i)) and one.to in inside]
    below = [one.gap for i in piece if (one := upright.get(i)) and one.to in inside]
    turned = sum(glyphs[index].turned for index in piece)
    if turned > 0.3 * len(piece) or (turned and len(below) > len(across)):
        return True
    if not below:
        return False
    large = median(glyphs[index].em for index in piece) >= _DISPLAY * body
    if not across:
        return median(below) <= _WIDE
    rows = len(follow(dict(level), piece))
    columns = len(follow(dict(upright), piece))
    if rows <= _FEW_LINES and columns >= 2 * rows:
        return False
    headline = large and columns <= _FEW_LINES and rows >= 2 * columns
    if headline and median(below) <= median(across) + _WIDE:
        return True
    return median(below) + _DECISIVE < median(across)
