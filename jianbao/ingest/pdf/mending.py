"""Lines that fell apart, put together again: of narrow columns, set wide, and of names, set apart.

Printed beside a photograph, four characters to the line: `本　报　讯`, `县　共　有　退　税`; under a
headline: `本报记者　钱　宁　　孙　菲`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import is_photographer, names_posts, read_byline
from jianbao.ingest.names import may_be_name
from jianbao.ingest.pdf.bylines import is_bare_name, read_credit
from jianbao.ingest.pdf.characters import is_han
from jianbao.ingest.pdf.lines import line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.lines import Line

_FRAGMENT = 4
"""Characters, at most: longer pieces do not fall off."""
_WIDEST = 2.6
"""In em, between two pieces of a line."""
_OTHERS = re.compile(r"通\s?讯\s?员|(?:实习|见习|特约)?(?:生|记者)|摄影")
_TOWER, _FARTHEST = 3, 8.0
"""Characters of an upright label at least, and from one to the next in em at most."""
_LONGEST_POST = 8
"""Characters: `本报特约通讯员`."""
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


def mend_credits(lines: Sequence[Line]) -> list[Line]:
    """Join a credit whose names are spread, an upright one or one that columns below cut.

    Printed: `本报记者`, below it `柴`, `门`, `摄`; on a line: `本报记者`, `柳`, `文　见习记者　杭予舒`.
    """
    kept = list(lines)
    for post in lines:
        if not names_posts(post.text) or not (post.down or _is_post_alone(post)):
            continue
        whole, parts = post, [post]
        while (part := _next_part(whole, kept)) is not None:
            parts.append(part)
            whole = line_of((*whole.glyphs, *part.glyphs), down=post.down)
        byline = read_byline(whole.text) if len(parts) > 1 else None
        if byline is not None and (post.down or all(map(may_be_name, byline.names))):
            kept = [*(one for one in kept if one not in parts), whole]
    return kept


def mend_towers(lines: Sequence[Line]) -> list[Line]:
    """Join characters set far apart above one another, nothing between: `议`, `政`, `三`, `言`.

    They stand at equal steps.
    """
    alone = [line for line in lines if len(line.glyphs) == 1 and is_han(line.text)]
    kept, left = list(lines), sorted(alone, key=lambda line: line.area.y0)
    while left:
        tower = [left.pop(0)]
        while (below := _next_storey(tower, left, lines)) is not None:
            left.remove(below)
            tower.append(below)
        if len(tower) >= _TOWER:
            kept = [line for line in kept if line not in tower]
            kept.append(line_of([line.glyphs[0] for line in tower], down=True))
    return kept


def _next_storey(
    tower: Sequence[Line], others: Sequence[Line], lines: Sequence[Line]
) -> Line | None:
    last = tower[-1]
    step = last.area.y0 - tower[-2].area.y0 if len(tower) > 1 else None
    for one in others:
        drop = one.area.y0 - last.area.y0
        if (
            one.font == last.font
            and abs(one.em - last.em) <= 0.02 * last.em
            and abs(one.area.x0 - last.area.x0) <= 0.05 * last.em
            and last.em < drop <= _FARTHEST * last.em
            and (step is None or abs(drop - step) <= 0.1 * last.em)
            and not any(
                line.area.overlap_x(last.area) > 0
                and line.area.y1 > last.area.y1
                and line.area.y0 < one.area.y0
                for line in lines
            )
        ):
            return one
    return None


def mend_broken_credits(lines: Sequence[Line]) -> list[Line]:
    """Join a photographer's credit broken after a text's last words: `本报记者 孟雨` / `涵 摄`."""
    kept = list(lines)
    for credit in lines:
        if credit.down or not (len(credit.glyphs) <= _FRAGMENT or names_posts(credit.text)):
            continue
        rest = [one for one in kept if one is not credit and _breaks_into(credit, one)]
        if len(rest) != 1:
            continue
        byline = read_byline(f"{credit.text}{rest[0].text}")
        if byline is not None and is_photographer(byline):
            kept = [one for one in kept if one is not credit and one is not rest[0]]
            kept.append(line_of((*credit.glyphs, *rest[0].glyphs), down=False))
    return kept


def _breaks_into(credit: Line, rest: Line) -> bool:
    """Whether a line stands below a credit's first characters, at a column's other side.

    Of the two one is a few characters: `河` / `北日报记者 李若溪 摄`.
    """
    return (
        not rest.down
        and rest.font == credit.font
        and abs(rest.em - credit.em) <= 0.02 * credit.em
        and (len(rest.glyphs) <= _FRAGMENT) == names_posts(credit.text)
        and rest.text.endswith(("摄", "影"))
        and 0 <= rest.area.y0 - credit.area.y1 <= credit.em
        and rest.area.x1 < credit.area.x0
    )


def _is_post_alone(line: Line) -> bool:
    """Whether a line names a post and nobody: `本报记者`."""
    return len(line.glyphs) <= _LONGEST_POST and read_byline(line.text) is None


def _next_part(line: Line, lines: Sequence[Line]) -> Line | None:
    """What stands exactly below an upright line or after a level one, set alike.

    Below, a character or two.
    """
    for one in lines:
        gap, aside = one.area.x0 - line.area.x1, one.area.y0 - line.area.y0
        if line.down:
            gap, aside = one.area.y0 - line.area.y1, one.area.x0 - line.area.x0
        if (
            one.down == line.down
            and (not one.down or len(one.glyphs) <= _FRAGMENT)
            and one.font == line.font
            and abs(one.em - line.em) <= 0.02 * line.em
            and abs(aside) <= 0.1 * line.em
            and 0 < gap <= _blank(line)
        ):
            return one
    return None


def _blank(credit: Line) -> float:
    """How much white, in points, there is between two names at most: more in a credit set wide."""
    steps = max(1, len(credit.glyphs) - 1)
    return max(_BETWEEN_NAMES * credit.em, 2.2 * (credit.length - credit.em) / steps - credit.em)


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
    near = 0 < gap <= _blank(credit) and abs(aside) <= 0.1 * credit.em
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
