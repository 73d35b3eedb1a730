"""Groups of lines for a page that was extracted without a blank line.

What copies text from a PDF's viewer, and half of the libraries, puts line after line:

    思想魅力的同时，也成为推动文化产业高质量发
    展的新引擎。
    重点工程有序推进
    本报讯（记者 张玉香）眼下，各地的建设者
    奋斗在一线。

A paragraph begins two em shorter than its column, or with a lead, and the one before it has ended in a
stop. Lines without a stop between the two, and without a comma, were set apart.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jianbao.ingest.blocks import Line, is_full, is_indented
from jianbao.ingest.credits import has_lead
from jianbao.ingest.seams import seam
from jianbao.ingest.sources import split_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GUESSED = "the text has no blank lines: where columns and headlines begin is a guess; the PDF tells"
"""The reason to review whatever is cut of such a page."""
MOST_LINES = 120
"""A broadsheet is 490 mm high and a line 4 mm; no column has more."""
LEAST_LINES, MOST_OF_PAGE = 40, 0.8
"""Nor is one that long nearly all of a page."""
_NEAR = 10
"""How many lines tell a column's width."""
_MOST_APART, _MOST_TITLE_LINES = 6, 3
"""Lines of a kicker, a headline, a subtitle and a byline together; of a headline."""
_ANOTHER = 1.6
"""By how much, in em, another column is narrower or wider."""
_BROKEN_WORD = 1.0
"""A seam above that is inside a word: `外交` and `部长`, not `座谈会` and `推动`."""
_STOP = re.compile(r"[。！？…][”’）】]?$|[：:]$")
_RUNNING = re.compile(r"[，。；]|、$")
_HALF_BRACKET = re.compile(r"^[^（(]*[）)]")
"""The rest of `（来源：新华每日电讯）`."""
_QUOTED = re.compile(r"《[^《》]*》|“[^“”。]{1,40}”|（[^（）]*）")


def with_groups(groups: Sequence[tuple[Line, ...]]) -> tuple[tuple[Line, ...], ...]:
    """The groups of a page's lines; those that are more than a column taken apart."""
    together = run_together(groups)
    return _with_broken_words_whole(
        part for group in groups for part in (_parts(group) if group in together else (group,))
    )


def run_together(groups: Sequence[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    """The groups that are more than a column: the page has lost its blank lines."""
    total = sum(map(len, groups))
    return [
        group
        for group in groups
        if len(group) > MOST_LINES or len(group) >= max(LEAST_LINES, MOST_OF_PAGE * total)
    ]


def _with_broken_words_whole(groups: Iterable[tuple[Line, ...]]) -> tuple[tuple[Line, ...], ...]:
    """The groups, with lines put together that break a word: of a headline, each set apart.

    Printed: `多国政府政要重申坚定奉行一个中国原` and, below a blank line, `则`.
    """
    whole: list[tuple[Line, ...]] = []
    for group in groups:
        above = whole[-1] if whole else ()
        if (
            len(group) == 1
            and 1 <= len(above) < _MOST_TITLE_LINES
            and all(map(_may_be_apart, (*above, *group)))
            and seam(above[-1].text, group[0].text) > _BROKEN_WORD
        ):
            whole[-1] = (*above, *group)
        else:
            whole.append(group)
    return tuple(whole)


def _parts(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    above = [_column(lines[max(0, at - _NEAR) : at]) for at in range(len(lines))]
    below = [_column(lines[at + 1 : at + 1 + _NEAR]) for at in range(len(lines))]
    apart = [
        _may_be_apart(line) and any(columns) and not any(_fits(line, one) for one in columns if one)
        for line, *columns in zip(lines, above, below, strict=True)
    ]
    starts = {0, len(lines)}
    for at in range(1, len(lines)):
        if not _opens(lines[at : at + 3], below[at]):
            continue
        if _differ(above[at], below[at]) and _has_ended(lines, at):
            starts.add(at)
        end = at - _is_caption(lines, at, above, below)
        first = _first_apart(lines, end, above)
        if first < end and not _has_ended(lines, end):
            apart[first:end] = [True] * (end - first)
            starts.add(at)
    starts |= {at for at in range(1, len(lines)) if apart[at] != apart[at - 1]}
    return [tuple(lines[a:b]) for a, b in pairwise(sorted(starts))]


def _column(lines: Sequence[Line]) -> float | None:
    """The width in em that a third of some lines have, give or take one; None if there is none."""
    fitting = {line.width: sum(1 for one in lines if is_full(one, line.width)) for line in lines}
    widest = max(fitting, key=lambda each: (fitting[each], each), default=0.0)
    return widest if lines and fitting[widest] >= max(2, len(lines) / 3) else None


def _differ(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) > _ANOTHER


def _opens(lines: Sequence[Line], column: float | None) -> bool:
    """Whether the first of some lines begins a paragraph in a column of that width."""
    if has_lead("".join(line.text for line in lines)):
        return True
    columns = [column, *(line.width for line in lines[1:2])]
    return any(one is not None and is_indented(lines[0], one) for one in columns)


def _is_caption(
    lines: Sequence[Line],
    at: int,
    above: Sequence[float | None],
    below: Sequence[float | None],
) -> bool:
    """Whether the line before a paragraph's first one is a sentence below a headline."""
    if at < 2 or not _has_ended(lines, at) or not _may_be_apart(lines[at - 2]):
        return False
    return not any(
        column is not None and _fits(lines[at - 2], column) for column in (above[at - 2], below[at])
    )


def _fits(line: Line, column: float) -> bool:
    return is_full(line, column) or is_indented(line, column)


def _first_apart(lines: Sequence[Line], end: int, above: Sequence[float | None]) -> int:
    """Where the lines begin that are set apart before a paragraph's first one at `end`."""
    start = end
    while (
        start > max(0, end - _MOST_APART)
        and _may_be_apart(lines[start - 1])
        and (start == end or not _has_ended(lines, start))
    ):
        start -= 1
    column = above[start]
    if start and column is not None and not _has_ended(lines, start):
        # A column's break: the lines that fill it belong to the text above.
        while start < end and is_full(lines[start], column):
            start += 1
    return start


def _has_ended(lines: Sequence[Line], at: int) -> bool:
    """Whether a paragraph ends above a line: with a stop, or with where it was taken from."""
    above = "".join(line.text for line in lines[max(0, at - 2) : at])
    return bool(_STOP.search(above)) or split_source(above)[1] is not None


def _may_be_apart(line: Line) -> bool:
    text = line.text
    return not (
        _STOP.search(text) or _HALF_BRACKET.match(text) or _RUNNING.search(_QUOTED.sub("", text))
    )
