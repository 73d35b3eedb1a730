"""Raw text → blocks: lines that the extraction left together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Literal

from jianbao.ingest.spacing import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Kind = Literal[
    "masthead", "label", "notice", "byline", "source", "subtitle", "display", "sentence", "body"
]

SENTENCE_END = re.compile(r"[。！？…”’）】]$|[：:]$")
"""A line that ends so may be a paragraph's last; a semicolon at a column's end is none."""


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


def rejoin_single_lines(groups: Iterable[tuple[Line, ...]]) -> tuple[tuple[Line, ...], ...]:
    """Put together what an extraction set apart line by line.

    Printed, with a blank line after each: `日前，银川市金凤区长城中` `路街道鲁银社区党委组织社区“两`
    `委”成员、各小区党支部书记召开`. Four full lines of one width, most of them with a comma or
    stop, are a column; a kicker, a headline and a caption that happen to be as long are not. So
    are fewer lines above what is left of a sentence (`持。`).
    """
    joined: list[tuple[Line, ...]] = []
    run: list[Line] = []

    def close() -> None:
        full = [line for line in run if line.width >= measure(run) - 1]
        running = sum(1 for line in run if re.search(r"[，。；、]", line.text))
        remnant = len(run) >= 4 and re.fullmatch(r"\S{1,5}[。！？]", run[-1].text)
        if (len(full) >= 4 and running >= 0.5 * len(run)) or (len(full) >= 2 and remnant):
            joined.append(tuple(run))
        else:
            joined.extend((line,) for line in run)
        run.clear()

    for group in groups:
        if len(group) != 1:
            close()
            joined.append(group)
        elif not run or _continues(run, group[0]):
            run.append(group[0])
        else:
            close()
            run.append(group[0])
    close()
    return tuple(joined)


def _continues(run: Sequence[Line], line: Line) -> bool:
    """Whether a lone line may stand below the run: as wide as its column, give or take an indent."""
    column = max(one.width for one in run)
    previous = run[-1]
    if len(run) == 1 and not SENTENCE_END.search(previous.text):
        return -1.1 <= line.width - column <= 3.1
    if previous.width >= column - 1.6 and not SENTENCE_END.search(previous.text):
        return line.width <= column + 1.1
    return bool(SENTENCE_END.search(previous.text)) and column - 3.1 <= line.width <= column + 0.6
