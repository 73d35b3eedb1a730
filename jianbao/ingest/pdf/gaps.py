"""The gaps of a line: how far its glyphs stand apart, and which of them are printed blanks."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.characters import is_han
from jianbao.ingest.spacing import FULL_EM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.glyphs import Glyph

_BLANK = 0.15
"""In em, over the line's own letter-spacing: a printed blank. Latin spaces have .22 and more,
justified lines add .05 to a gap and rarely .12."""
_FULL = 0.75
"""In em likewise: a blank as wide as a Chinese character, beside one."""


def gap_between(one: Glyph, other: Glyph, *, down: bool) -> float:
    """How far two glyphs of a line stand apart, in em."""
    free = other.y0 - one.y1 if down else other.x0 - one.x1
    return free / max(one.em, other.em)


def letter_spacing(glyphs: Sequence[Glyph], *, down: bool) -> float:
    """A line's letter-spacing in em: of its gaps the one that a quarter do not reach.

    Half of the gaps may be blanks: `本报记者 孙 菲 钱 宁`.
    """
    gaps = sorted(gap_between(one, other, down=down) for one, other in pairwise(glyphs))
    return max(0.0, gaps[len(gaps) // 4]) if len(gaps) >= 2 else 0.0


def spacing_at(row: Sequence[Glyph], at: int, *, down: bool) -> float:
    """The smaller of the gaps about the one before a row's glyph `at`, in em."""
    gaps = [
        gap_between(row[one], row[one + 1], down=down)
        for one in (at - 2, at)
        if 0 <= one < len(row) - 1
    ]
    return max(0.0, min(gaps, default=0.0))


def with_blanks(glyphs: Sequence[Glyph], *, down: bool) -> str:
    """The text of a line, with its printed blanks; those as wide as a character are FULL_EM."""
    spacing = letter_spacing(glyphs, down=down)
    told = [glyph for glyph in glyphs if is_han(glyph.text)] or list(glyphs)
    narrow = 1.0 if down else min(1.0, median((one.x1 - one.x0) / one.em for one in told))
    text = glyphs[0].text
    for one, other in pairwise(glyphs):
        blank = gap_between(one, other, down=down) - spacing
        if blank > _BLANK * narrow:  # condensed with the glyphs
            full = blank > _FULL * narrow and (is_han(one.text) or is_han(other.text))
            text += FULL_EM if full else " "
        text += other.text
    return text
