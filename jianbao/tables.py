"""Tables for a terminal, in which a Chinese character is two columns wide."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BAR = 32
"""Columns of the longest bar."""


def width(text: str) -> int:
    """The columns that a text takes: two for a wide character, none for a combining mark."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def table(
    heads: Sequence[str], rows: Sequence[tuple[str, int] | tuple[str, int, int]]
) -> Iterator[str]:
    """Lines of a table: names on the left, numbers on the right, a bar for the first of them."""
    cells = [heads, *((row[0], *(f"{number:,}" for number in row[1:])) for row in rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    most = max((row[1] for row in rows), default=0)
    for at, line in enumerate(cells):
        name, *numbers = line
        parts = [name + " " * (widths[0] - width(name))]
        parts += [
            " " * (space - width(number)) + number
            for number, space in zip(numbers, widths[1:], strict=True)
        ]
        if at and most:
            parts.append("█" * max(1, round(rows[at - 1][1] / most * BAR)))
        yield "  ".join(parts).rstrip()
