"""Lines → blocks: lines of one form below one another, and what runs in them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.lines import Line
    from jianbao.ingest.pdf.shapes import Area

SAME_SIZE = 0.04
"""Of an em: lines of one text differ by less; a subhead may be only a tenth larger."""
_INDENT = 1.2
"""In em: a paragraph's first line stands two in, a bracket cut in half makes it one and a half."""


@dataclass(frozen=True, eq=False)
class Block:
    """Lines of one form, in reading order."""

    lines: tuple[Line, ...]
    """At least one."""
    left: float
    """Where its column begins."""
    right: float
    """Where its column ends."""
    verse: bool = False
    """Whether each of its lines is a paragraph of its own."""

    @cached_property
    def area(self) -> Area:
        """Around its lines."""
        return around(self.lines)

    @cached_property
    def text(self) -> str:
        """Its lines, joined by line feeds."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def plain(self) -> str:
        """Its characters."""
        return "".join("".join(line.text.split()) for line in self.lines)

    @property
    def em(self) -> float:
        """The height of its characters, in points."""
        return self.lines[0].em if len(self.lines) == 1 else median(one.em for one in self.lines)

    @property
    def down(self) -> bool:
        """Whether it is written downwards."""
        return self.lines[0].down

    @cached_property
    def font(self) -> str:
        """Most of its lines' font."""
        return Counter(line.font for line in self.lines).most_common(1)[0][0]

    def indented(self, line: Line) -> bool:
        """Whether a line stands in, as a paragraph's first does."""
        if line.down:
            return line.area.y0 - self.area.y0 > _INDENT * line.em
        return line.area.x0 - self.left > _INDENT * line.em

    def full(self, line: Line) -> bool:
        """Whether a line reaches its column's end."""
        if line.down:
            return self.area.y1 - line.area.y1 < 1.1 * line.em
        return self.right - line.area.x1 < 1.1 * line.em

    @cached_property
    def paragraphs(self) -> tuple[tuple[Line, ...], ...]:
        """Its lines, by paragraphs; the first may go on from another block."""
        found: list[list[Line]] = []
        for above, line in zip((None, *self.lines), self.lines, strict=False):
            if (
                above is None
                or self.verse
                or self.indented(line)
                or (not self.full(above) and ends_sentence(above.text) and line.down)
            ):
                found.append([])
            found[-1].append(line)
        return tuple(tuple(one) for one in found)

    @property
    def opens(self) -> bool:
        """Whether it begins with a paragraph's first line."""
        return self.verse or self.indented(self.lines[0])


_SENTENCE_END = re.compile(r"(?:[。！？!?…」』）)]|[。！？!?…][”’」』）)】]*|——)$")
_OPEN_BRACKETS = {"（": "）", "(": ")", "《": "》", "“": "”", "「": "」", "『": "』"}


def ends_sentence(text: str) -> bool:
    """Whether a line may be a paragraph's last."""
    return bool(_SENTENCE_END.search(text.rstrip()))


def around(lines: Sequence[Line] | Sequence[Block]) -> Area:
    """The area around lines or blocks."""
    area = lines[0].area
    for line in lines[1:]:
        area = area.union(line.area)
    return area


def join_lines(lines: Sequence[Line]) -> str:
    """Lines of running text put together; a blank only between two Latin words."""
    text = ""
    for line in lines:
        if text and text[-1].isascii() and line.text[0].isascii():
            text += " " if text[-1].isalpha() and line.text[0].isalpha() else ""
        text += line.text
    return text


def unclosed(text: str) -> str:
    """The closing bracket or quote that a text still waits for, or nothing."""
    waiting: list[str] = []
    for character in text:
        if character in _OPEN_BRACKETS:
            waiting.append(_OPEN_BRACKETS[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    return waiting[-1] if waiting else ""


def follows(block: Block, others: Sequence[Block]) -> bool:
    """Whether one of the others stands right below a block."""
    return any(
        0 <= other.area.y0 - block.area.y1 <= 2 * block.em and other.area.overlap_x(block.area) > 0
        for other in others
    )


def is_short(block: Block, longest: int) -> bool:
    """Whether a block is one level line of so many characters at most."""
    return len(block.lines) == 1 and not block.down and len(block.plain) <= longest
