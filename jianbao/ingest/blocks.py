"""Raw text → blocks: lines that the extraction left together."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Literal

from jianbao.ingest.spacing import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Kind = Literal[
    "masthead", "label", "notice", "byline", "source", "subtitle", "display", "sentence", "body"
]

SENTENCE_END = re.compile(r"[。！？…”’）】]$|[：:]$")
"""A line that ends so may be a paragraph's last; a semicolon at a column's end is none."""
INDENT = (1.3, 3.2)
"""How much shorter than its column, in em, an indented line may be: two em, give or take a
punctuation mark pulled over and digits set narrower than half an em."""
LEAST_UPRIGHT = 3
"""Lines that are an upright headline; two are what a column's break left."""
_UPRIGHT = re.compile(r"\D|\d{1,4}")
_NARROWER, _WIDER = 1.6, 1.1
"""By how much, in em, a full line may miss its column: a number is not broken, a stop hangs."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the raw page that is not blank."""

    number: int
    """Counted from 1."""
    text: str
    """As printed, without white space at its ends."""

    @property
    def width(self) -> float:
        """In em, white space not counted."""
        return width(self.text)

    @property
    def widest(self) -> float:
        """In em, each white space as half an em: a stray one round a digit may have been set."""
        return width(self.text) + 0.5 * sum(1 for character in self.text if character.isspace())


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one kind that stand together."""

    lines: tuple[Line, ...]
    """In reading order, at least one."""
    kind: Kind
    """What they are."""
    rule: str
    """The name of the rule that says so."""
    group: int = 0
    """Which of the extraction's own blocks they stood in: the headline and byline of one article
    often share one."""

    @property
    def text(self) -> str:
        """The lines, joined by line feeds."""
        return "\n".join(line.text for line in self.lines)


def read_lines(text: str) -> tuple[tuple[Line, ...], ...]:
    """The raw page as groups of lines, as the page's blank lines separate them."""
    groups: list[list[Line]] = [[]]
    for number, raw in enumerate(text.splitlines(), 1):
        if stripped := raw.strip():
            groups[-1].append(Line(number, stripped))
        elif groups[-1]:
            groups.append([])
    return tuple(tuple(group) for group in groups if group)


def measure(lines: Sequence[Line]) -> float:
    """The column's width in em: the upper middle of its lines' widths, its last line left out.

    Of two lines it is the wider: the first may be indented, the last may be short.
    """
    if len(lines) <= 2:
        return max(line.width for line in lines)
    widths = sorted(line.width for line in lines[:-1])
    return float(median(widths[len(widths) // 2 :]))


def read_upright(groups: Iterable[tuple[Line, ...]]) -> Iterator[tuple[Line, ...]]:
    """Make one line of a headline set upright, which comes out a character a line: `中` `国` `队`."""
    for group in groups:
        if len(group) >= LEAST_UPRIGHT and all(_UPRIGHT.fullmatch(line.text) for line in group):
            yield (Line(group[0].number, "".join(line.text for line in group)),)
        else:
            yield group


def rejoin_single_lines(
    groups: Iterable[tuple[Line, ...]], stands_alone: Callable[[str], bool]
) -> tuple[tuple[Line, ...], ...]:
    """Put together what an extraction set apart line by line.

    Printed, with a blank line after each: `日前，银川市金凤区长城中` `路街道鲁银社区党委组织社区“两`
    `委”成员、各小区党支部书记召开`. Full lines of one width, many of them with a comma or stop, are a
    column; a kicker, a headline and a caption that happen to be as long are not. So are fewer
    lines above what is left of a sentence (`持。`), and a line that `stands_alone` by its words.
    """

    def is_lone(group: tuple[Line, ...]) -> bool:
        return len(group) == 1 and not stands_alone(group[0].text)

    joined: list[tuple[Line, ...]] = []
    for lone, same in itertools.groupby(groups, key=is_lone):
        some = list(same)
        joined.extend(_columns([group[0] for group in some]) if lone else some)
    return tuple(joined)


def _columns(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Lone lines that follow each other, those of one column together; longer columns first."""
    stretches: list[tuple[int, int]] = []
    for column in {line.width for line in lines}:
        start = 0
        for at in range(1, len(lines) + 1):
            if at == len(lines) or not _goes_on(lines[at - 1], lines[at], column):
                first = _first(lines, start, at)
                if at - first > 2 and _is_column(lines[first:at], column):
                    stretches.append((first, at))
                start = at
    ends: dict[int, int] = {}
    taken: set[int] = set()
    for start, end in sorted(stretches, key=lambda one: (one[0] - one[1], one)):
        if taken.isdisjoint(range(start, end)):
            ends[start] = end
            taken.update(range(start, end))
    at = 0
    while at < len(lines):
        end = ends.get(at, at + 1)
        yield tuple(lines[at:end])
        at = end


def _first(lines: Sequence[Line], start: int, end: int) -> int:
    """Where a column begins, without a headline above it that is nearly as wide.

    Printed, 14 em wide: `装备制造业助力山东工业稳增长`, above a paragraph's first line, 15, and a column of 17.
    """
    column = measure(lines[start:end])
    while start + 1 < end and not _goes_on(lines[start], lines[start + 1], column):
        start += 1
    return start


def _goes_on(line: Line, below: Line, column: float) -> bool:
    """Whether a line may stand below another in a column of that width in em."""
    below_is_full = is_full(below, column)
    may_end = bool(SENTENCE_END.search(line.text))
    if may_end and (below_is_full or is_indented(below, column)):
        return True
    if may_end and line.text[-1] in "。！？" and not is_full(line, column):
        return False
    last = bool(SENTENCE_END.search(below.text)) and below.width <= column + _WIDER
    return (is_full(line, column) or is_indented(line, column)) and (below_is_full or last)


def is_full(line: Line, column: float) -> bool:
    """Whether a line fills a column of that width in em."""
    return -_NARROWER <= line.width - column <= _WIDER


def is_indented(line: Line, column: float) -> bool:
    """Whether a line is as much shorter than such a column as a paragraph's first."""
    return INDENT[0] < column - line.width <= INDENT[1]


def _is_column(lines: Sequence[Line], column: float) -> bool:
    full = sum(1 for line in lines if is_full(line, column))
    running = sum(1 for line in lines if re.search(r"[，。；、]", line.text))
    remnant = len(lines) >= 4 and re.fullmatch(r"\S{1,5}[。！？]", lines[-1].text)
    tall = full >= 4 or (full == 3 and len(lines) >= 5)
    return (tall and running >= 0.4 * len(lines)) or bool(full >= 2 and remnant)
