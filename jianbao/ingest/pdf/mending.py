"""Lines that fell apart, put together again: of narrow columns, set wide, and of names, set apart.

Printed beside a photograph, four characters to the line: `本　报　讯`, `县　共　有　退　税`; under a
headline: `本报记者　钱　宁　　孙　菲`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import names_posts, read_byline
from jianbao.ingest.pdf.bylines import is_bare_name, read_credit
from jianbao.ingest.pdf.lines import line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.lines import Line

_FRAGMENT = 4
"""Characters, at most: longer pieces do not fall off."""
_WIDEST = 2.6
"""In em, between two pieces of a line."""
_OTHERS = re.compile(r"通\s?讯\s?员|(?:实习|见习|特约)?(?:生|记者)|摄影")
_BETWEEN_NAMES = 2.3
"""In em, between two names, each spread by an em."""


def mend(lines: Sequence[Line], body: float) -> list[Line]:
    """Join fragments to the piece beside them where a line above or below spans both."""
    kept = [line for line in lines if not _may_mend(line, body)]
    others = sorted(
        (line for line in lines if _may_mend(line, body)), key=lambda line: line.area.x0
    )
    whole: list[Line] = []
    while others:
        line = others.pop(0)
        while (follower := _follower(line, others, lines)) is not None:
            others.remove(follower)
            line = line_of((*line.glyphs, *follower.glyphs), down=False)
        whole.append(line)
    return [*kept, *whole]


def mend_names(lines: Sequence[Line]) -> list[Line]:
    """Join names to the credit that they go on: more than a blank's width is between two."""
    kept = list(lines)
    for names in lines:
        if not (is_bare_name(names.text) or _names_others(names.text)):
            continue
        before = [one for one in kept if one is not names and _goes_on(one, names)]
        if len(before) == 1:
            (credit,) = before
            kept = [one for one in kept if one is not credit and one is not names]
            kept.append(line_of((*credit.glyphs, *names.glyphs), down=credit.down))
    return kept


def mend_upright(lines: Sequence[Line]) -> list[Line]:
    """Join an upright credit whose names are spread: `本报记者`, below it `柴`, `门`, `摄`."""
    kept = list(lines)
    for post in lines:
        if not post.down or not names_posts(post.text):
            continue
        whole, parts = post, [post]
        while (part := _next_below(whole, kept)) is not None:
            parts.append(part)
            whole = line_of((*whole.glyphs, *part.glyphs), down=True)
        if len(parts) > 1 and read_byline(whole.text) is not None:
            kept = [*(one for one in kept if one not in parts), whole]
    return kept


def _next_below(line: Line, lines: Sequence[Line]) -> Line | None:
    """A character or two that stand exactly below an upright line, set alike."""
    return next(
        (
            one
            for one in lines
            if one.down
            and len(one.glyphs) <= _FRAGMENT
            and one.font == line.font
            and abs(one.em - line.em) <= 0.02 * line.em
            and abs(one.area.x0 - line.area.x0) <= 0.1 * line.em
            and 0 < one.area.y0 - line.area.y1 <= _BETWEEN_NAMES * line.em
        ),
        None,
    )


def _names_others(text: str) -> bool:
    """Whether a line names those who helped: `通讯员 田小雨`."""
    return bool(_OTHERS.match(text)) and read_byline(text) is not None


def _goes_on(credit: Line, names: Line) -> bool:
    if credit.down != names.down or credit.font != names.font:
        return False
    if abs(credit.em - names.em) > 0.02 * credit.em:
        return False
    one, other = credit.area, names.area
    gap, aside = other.x0 - one.x1, other.y0 - one.y0
    if credit.down:
        gap, aside = other.y0 - one.y1, other.x0 - one.x0
    near = 0 < gap <= _BETWEEN_NAMES * credit.em and abs(aside) <= 0.1 * credit.em
    return near and read_credit(credit.text) is not None


def _may_mend(line: Line, body: float) -> bool:
    return not line.down and 0.8 * body <= line.em <= 1.2 * body


def _follower(line: Line, others: Sequence[Line], lines: Sequence[Line]) -> Line | None:
    for other in others:
        gap = other.area.x0 - line.area.x1
        if (
            -0.3 * line.em <= gap <= _WIDEST * line.em
            and abs(other.area.y0 - line.area.y0) <= 0.2 * line.em
            and abs(other.em - line.em) <= 0.04 * line.em
            and min(len(line.glyphs), len(other.glyphs)) <= _FRAGMENT
            and _is_spanned(line, other, lines)
        ):
            return other
    return None


def _is_spanned(line: Line, other: Line, lines: Sequence[Line]) -> bool:
    """Whether a whole line of the same size spans both, and none begins where the second does."""
    em = line.em
    spans = edges = 0
    for near in lines:
        if near.down or abs(near.em - em) > 0.04 * em:
            continue
        if not 0.5 * em < abs(near.area.y0 - line.area.y0) <= 2.3 * em:
            continue
        spans += (
            near.area.x0 <= line.area.x0 + 0.5 * em
            and near.area.x1 >= other.area.x1 - 0.5 * em
            and len(near.glyphs) > _FRAGMENT
        )
        edges += abs(near.area.x0 - other.area.x0) < 0.4 * em
    return spans > edges
