"""Glyphs → lines: rows of glyphs, cut where a gutter or a rule runs through them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.chains import follow, link_level, link_upright
from jianbao.ingest.pdf.characters import is_han
from jianbao.ingest.pdf.extents import Extents
from jianbao.ingest.pdf.gaps import gap_between, letter_spacing, spacing_at, with_blanks
from jianbao.ingest.pdf.partings import (
    is_of_another_face,
    is_of_another_size,
    is_ruled_off,
    nearest_wide,
)
from jianbao.ingest.pdf.shapes import Area
from jianbao.ingest.pdf.writing import written_down

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.pdf.glyphs import Glyph
    from jianbao.ingest.pdf.shapes import Rule

_GUTTER = 0.6
"""In em of running text: a wider gap may be a gutter; the lines above and below tell."""
_HANGING_GUTTER = 0.15
"""In em, over the letter-spacing about: what a stop, pushed out over a column's edge, may leave of
the gutter."""
HANGING = "。，、；：！？”’）》】"
"""May stand out over a column's edge rather than begin a line."""
_LONG = 9.0
"""In em: two columns' lines together are longer."""
_APART = 0.4
"""In em: a digit so far from a character of another size is not of its line."""
_DISPLAY_GUTTER = 1.15
"""In em of a headline: headlines are parted by a blank of up to one em."""
_DISPLAY = 1.25
"""A headline's em in those of running text, at least."""
_WIDEST_BLANK = 2.3
"""In em: `（记者　梁　辉）`, and two names apart; wider gaps are never blanks."""
_COVER = 3.0
"""In em: a line above or below a blank is longer than that; a name centred over a gutter is not."""
_LOOSE = 0.2
"""In em of a headline, over the letter-spacing about: wider gaps may part two headlines."""
_WORD = 0.45
"""In em of a headline, over its letter-spacing: the narrowest blank between two headlines."""


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs set one after another."""

    glyphs: tuple[Glyph, ...]
    """In reading order."""
    text: str
    """With a space where a blank was printed."""
    area: Area
    """Around the cells of its glyphs."""
    em: float
    """The height of its characters, in points."""
    font: str
    """The font of most of its characters."""
    weight: int
    """The weight of most of its characters."""
    down: bool
    """Whether it is written downwards."""

    @property
    def length(self) -> float:
        """Along the line, in points."""
        return self.area.height if self.down else self.area.width


def body_em(glyphs: Sequence[Glyph]) -> float:
    """The height of running text: the one most characters have."""
    sizes = Counter(round(glyph.em * 5) / 5 for glyph in glyphs if is_han(glyph.text))
    if not sizes:
        sizes = Counter(round(glyph.em * 5) / 5 for glyph in glyphs)
    common = sizes.most_common(1)[0][0]
    return median(glyph.em for glyph in glyphs if abs(glyph.em - common) <= 0.15)


def make_lines(
    glyphs: Sequence[Glyph], rules: Sequence[Rule], pictures: Sequence[Area], body: float
) -> list[Line]:
    """All lines of the page, in no particular order; every glyph is in exactly one."""
    level, upright = link_level(glyphs), link_upright(glyphs)
    down = written_down(glyphs, level, upright, body)
    lines: list[Line] = []
    for runs_down, links in ((False, level), (True, upright)):
        members = [index for index in range(len(glyphs)) if (index in down) == runs_down]
        chains = [[glyphs[index] for index in chain] for chain in follow(links, members)]
        plain = [row for row in chains if _em(row) < _DISPLAY * body]
        display = [row for row in chains if _em(row) >= _DISPLAY * body]
        rows = [list(_part(row, rules, body, None, down=runs_down)) for row in plain]
        columns = Extents([part for row in rows for part in row], pictures, down=runs_down)
        bands = Extents(
            [part for row in display for part in _words(row, down=runs_down)], down=runs_down
        )
        rows += [list(_part(row, rules, body, (columns, bands), down=runs_down)) for row in display]
        extents = Extents([part for row in rows for part in row], down=runs_down)
        lines.extend(
            line_of(part, down=runs_down)
            for row in rows
            for part in (
                row
                if _em(row[0]) >= _DISPLAY * body
                else _unhang(
                    _rejoin(row, rules, extents, down=runs_down), None if runs_down else extents
                )
            )
        )
    return lines


def line_of(glyphs: Sequence[Glyph], *, down: bool) -> Line:
    """The line that glyphs in reading order make."""
    told = [glyph for glyph in glyphs if is_han(glyph.text)] or list(glyphs)
    return Line(
        glyphs=tuple(glyphs),
        text=with_blanks(glyphs, down=down),
        area=Area(
            min(glyph.x0 for glyph in glyphs),
            min(glyph.y0 for glyph in glyphs),
            max(glyph.x1 for glyph in glyphs),
            max(glyph.y1 for glyph in glyphs),
        ),
        em=median(glyph.em for glyph in told),
        font=Counter(glyph.font for glyph in told).most_common(1)[0][0],
        weight=Counter(glyph.weight for glyph in told).most_common(1)[0][0],
        down=down,
    )


def _em(row: Sequence[Glyph]) -> float:
    return median(glyph.em for glyph in row)


def _ends(glyphs: Sequence[Glyph], blank: float, widest: float) -> Iterator[float]:
    """Where the piece that these glyphs begin may end: at each blank, at the latest at a wide one."""
    for one, other in pairwise(glyphs):
        gap = gap_between(one, other, down=False)
        if gap > blank:
            yield one.x1
        if gap > widest:
            return
    yield glyphs[-1].x1


def _words(row: Sequence[Glyph], *, down: bool) -> Iterator[list[Glyph]]:
    """A headline's row, cut at every blank."""
    widest = letter_spacing(row, down=down) + _WORD
    word = [row[0]]
    for one, other in pairwise(row):
        if gap_between(one, other, down=down) > widest:
            yield word
            word = []
        word.append(other)
    yield word


def _part(
    row: Sequence[Glyph],
    rules: Sequence[Rule],
    body: float,
    beside: tuple[Extents, Extents] | None,
    *,
    down: bool,
) -> Iterator[list[Glyph]]:
    """Cut a row at gaps too wide for its letter-spacing, at rules, and where columns part below."""
    spacing = letter_spacing(row, down=down)
    widest = (_DISPLAY_GUTTER if _em(row) >= _DISPLAY * body else _GUTTER) + 1.5 * spacing
    part = [row[0]]
    for at, (one, other) in enumerate(pairwise(row), 1):
        gap = gap_between(one, other, down=down)
        if (
            gap > widest
            or (gap > 0.1 and is_of_another_size(one, other))
            or (gap > _APART and is_of_another_size(*nearest_wide(row, at)))
            or (
                beside is None
                and one.text in HANGING
                and gap > _HANGING_GUTTER + spacing_at(row, at, down=down)
            )
            or (gap > 0.1 and is_ruled_off(one, other, rules, down=down))
            or (
                beside is not None
                and not down
                and gap > max(spacing, spacing_at(row, at, down=down)) + _LOOSE
                and (
                    is_of_another_face(one, other)
                    or (
                        any(
                            beside[0].part_at((part[0].x0, one.x1), (other.x0, end), other.y1, body)
                            for end in _ends(row[at:], spacing + _LOOSE, widest)
                        )
                        and not beside[1].covers(one, other)
                    )
                )
            )
        ):
            yield part
            part = []
        part.append(other)
    yield part


def _unhang(parts: Iterator[list[Glyph]], columns: Extents | None) -> Iterator[list[Glyph]]:
    """Cut where a column's stops, pushed out over its edge, reach the next column's first glyph.

    Printed: `心里踏实多了。”先后投入482万元`, the `。”` in the gutter.
    """
    for part in parts:
        start = 0
        if columns and part[-1].x1 - part[0].x0 > _LONG * part[0].em:
            for at, (one, other) in enumerate(pairwise(part), 1):
                if one.text in HANGING and columns.begins_column(one, other):
                    yield part[start:at]
                    start = at
        yield part[start:]


def _rejoin(
    parts: Sequence[list[Glyph]],
    rules: Sequence[Rule],
    extents: Extents,
    *,
    down: bool,
) -> Iterator[list[Glyph]]:
    """Put together the parts of a row that only a blank parts."""
    whole = list(parts[0])
    for part in parts[1:]:
        one, other = whole[-1], part[0]
        parted = is_ruled_off(one, other, rules, down=down) or is_of_another_size(one, other)
        spacing = letter_spacing([*whole, *part], down=down)
        if not parted and _is_blank(one, other, extents, spacing, down=down):
            whole += part
        else:
            yield whole
            whole = list(part)
    yield whole


def _is_blank(one: Glyph, other: Glyph, extents: Extents, spacing: float, *, down: bool) -> bool:
    """Whether a gap is a blank in a line: a line above or below covers it, as none does a gutter.

    A line that stands alone (`本报记者　张玉香　邓　桂`) has blanks of one em. Where lines above or
    below begin or end at the gap it is a gutter, though a byline over both columns covers it.
    """
    gap = gap_between(one, other, down=down)
    if gap > _WIDEST_BLANK:
        return False
    across = one.middle_x if down else one.baseline
    start, end = (one.y1, other.y0) if down else (one.x1, other.x0)
    em = one.em
    hanging = em if one.text in HANGING else 0.0  # it reaches out over its column's edge
    covers = edges = borders = 0
    for near_start, near_end in extents.near(across, em):
        covers += (
            near_start < start - 0.2 * em
            and near_end > end + 0.2 * em
            and near_end - near_start > _COVER * em
        )
        borders += (
            -1.3 * em < near_end - start < 0.3 * em or -0.4 * em < near_start - end < 2.4 * em
        )
        edges += (
            abs(near_start - end) < 0.4 * em or -0.4 * em - hanging < near_end - start < 0.4 * em
        )
    if gap <= _GUTTER:  # a stop stands out of its column: one line above and its neighbour tell
        return borders < (2 if hanging else 3) or covers > 0
    return covers > edges or (gap - spacing <= _DISPLAY_GUTTER and covers == edges)
