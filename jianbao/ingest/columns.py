"""How wide the column is that a block was set in.

A line was broken where the next word no longer fitted, so each line with the one below it says
between which widths the column must be. Of

    锦苑社区为居民解决大小问题 200多件，难点      19.5 em wide, 20 with its gap

the next character did not fit: the column has 19.5 em at the least and less than 21. A line that
ends in a stop may be as much narrower, for stops hang. The width that most lines allow is the
column's; a line that would not go into it counts against it, for lines are broken too early, as
`法，落实落细 为 民 办 实 事 23` (13 em of 14), more often than too late. Where a block's own lines allow
several widths, it is the one that most of the page has. Of 993 paragraphs of 50 development pages, of
articles that have several, 99 % so came out as wide, in whole em, as most of their article.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from jianbao.ingest.blocks import measure
from jianbao.ingest.spacing import width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.blocks import Block, Line

_STEP = 0.5
_REACH = 2.0
"""How far, in em, the column may be from the width of its longer lines."""
_INDENT = 2.0
_OVERFULL = 0.6
"""By how much, in em, figures narrower than half an em may let a line seem wider than its column."""
_PAGE = 0.9
"""What the page's commonest width counts for against one line of a block's own."""
_COMPRESSIBLE = re.compile("[“”‘’（）《》]")
"""What is set narrower than an em where a line would else be too long."""
_HANGING = "，。、；：！？）》”’％%…"
_FIRST_WORD = re.compile(r"[“《（‘]*(?:\d[\d.]*[%％]?|[A-Za-z]+|.)")


class Column(NamedTuple):
    """The column that a block was set in."""

    width: float
    """In em."""
    known: bool
    """Whether it was measured on three lines, or on a neighbour's; else it may be wider."""


def columns_of(blocks: Sequence[Block]) -> tuple[Column, ...]:
    """The column of each block; a block of one or two lines takes its neighbour's.

    Printed between two blocks of a column 20 em wide, with no line of that width itself:
    `“最新鲜的菜篮子”。` `据介绍，通过共建单位发挥联动优势，荣`.
    """
    votes = [_votes(block.lines) if len(block.lines) > 2 else {} for block in blocks]
    page: Counter[float] = Counter()
    for own in votes:
        best = max(own.values(), default=0.0)
        page.update({em: 1.0 for em, count in own.items() if count == best})
    widths = [
        _elect(own, page) if own else measure(block.lines)
        for block, own in zip(blocks, votes, strict=True)
    ]
    known = [len(block.lines) > 2 for block in blocks]
    running = [at for at, block in enumerate(blocks) if block.kind in {"body", "sentence"}]
    for order, at in enumerate(running):
        if len(blocks[at].lines) > 2:
            continue
        neighbours = [running[one] for one in (order - 1, order + 1) if 0 <= one < len(running)]
        least = max(bounds(line, None)[0] for line in blocks[at].lines)  # stops may hang
        most = measure(blocks[at].lines) + _INDENT
        fitting = [
            widths[one]
            for one in neighbours
            if len(blocks[one].lines) > 2 and least - _OVERFULL <= widths[one] <= most + _OVERFULL
        ]
        if fitting:
            widths[at], known[at] = fitting[0], True
    return tuple(map(Column, widths, known))


def raggedness(blocks: Sequence[Block], columns: Sequence[Column]) -> float:
    """The share of the running text's lines that do not break where their column says.

    Of 80 development pages and typeset ones none has more than .11; the sample page, whose lines of
    one column are 15 to 17 em wide, .28.
    """
    total = off = 0
    for block, column in zip(blocks, columns, strict=True):
        if block.kind == "body" and len(block.lines) > 3:
            for line, below in itertools.pairwise(block.lines[1:]):
                least, most = bounds(line, below)
                total += 1
                off += not least <= column.width < most
    return off / total if total else 0.0


def _elect(own: Mapping[float, float], page: Mapping[float, float]) -> float:
    """The width with the most votes, the page's own counting for less than one line."""
    most = max(page.values())
    return max(own, key=lambda em: (own[em] + _PAGE * page[em] / most, -em))


@functools.lru_cache(maxsize=4096)
def _votes(lines: tuple[Line, ...]) -> dict[float, float]:
    """How many more of the lines allow each width than go over it.

    The first, which may be indented, counts half.
    """
    around = measure(lines)
    steps = range(round((around - _REACH) / _STEP), round((around + _REACH) / _STEP) + 1)
    votes = {at * _STEP: 0.0 for at in steps}
    for number, (line, below) in enumerate(itertools.pairwise(lines)):
        least, most = bounds(line, below)
        for indent in (0.0, _INDENT) if number == 0 else (0.0,):
            for em in votes:
                if least <= em - indent < most:
                    votes[em] += 0.5 if number == 0 else 1.0
        if not _COMPRESSIBLE.search(line.text):
            for em in votes:
                votes[em] -= least > em + _OVERFULL
    return votes


def bounds(line: Line, below: Line | None) -> tuple[float, float]:
    """The widths, from the first to short of the second, at which the line breaks where it does."""
    hanging = line.text[len(line.text.rstrip(_HANGING)) :]
    first = _FIRST_WORD.match(below.text) if below else None
    return line.width - width(hanging), line.widest + (width(first[0]) if first else 0.5)
