"""Where each line of a raw page went, and which rule sent it there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.cutting import cut
from jianbao.ingest.typing import read_typed_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jianbao.ingest.page import CutPage

SHORTEST = 2
"""Characters of the shortest piece of a line that is looked for by itself: 电）"""


@dataclass(frozen=True, slots=True)
class Trace:
    """One line of a raw page."""

    number: int
    """Its number, from 1."""
    text: str
    """As it stands there."""
    rule: str
    """The rule that told its kind."""
    places: tuple[str, ...]
    """The fields that its characters are in now, in order: `article 3, paragraph 2`."""


def explain(text: str) -> list[Trace]:
    """Trace every line of a raw page that is not blank. Raises RefusedPage as `cut` does."""
    fields = list(_fields(cut(text)))
    return [
        Trace(line.number, line.text, block.rule, tuple(_places(_dense(line.text), fields)))
        for block in read_typed_blocks(text)
        for line in block.lines
    ]


def _fields(page: CutPage) -> Iterator[tuple[str, str]]:
    """Every text of a page without its white space, with the name of its place."""
    for number, article in enumerate(page.articles, 1):
        named = {
            "kicker": article.kicker,
            "title": article.title,
            "subtitle": article.subtitle,
            "byline": article.byline_raw,
            "source": article.source_raw,
        }
        for name, value in named.items():
            if value:
                yield f"article {number}, {name}", _dense(value)
        for name, values in (
            ("paragraph", article.paragraphs),
            ("subhead", [subhead.text for subhead in article.subheads]),
            ("caption", article.captions),
        ):
            for index, value in enumerate(values, 1):
                yield f"article {number}, {name} {index}", _dense(value)
    for furniture in page.furniture:
        yield furniture.kind, _dense(furniture.text)


def _dense(text: str) -> str:
    return "".join(text.split())


def _places(line: str, fields: list[tuple[str, str]]) -> Iterator[str]:
    """The fields that hold a line: whole, or the longest pieces of it one after the other."""
    while line:
        length, name = max(
            ((_shared(line, text), -index) for index, (_, text) in enumerate(fields)),
            default=(0, 0),
        )
        if length < min(SHORTEST, len(line)):
            line = line[1:]  # A character that was set straight: a vertical mark, a doubled glyph.
            continue
        yield fields[-name][0]
        line = line[length:]


def _shared(line: str, text: str) -> int:
    """How many characters from a line's start stand together in a text."""
    if line in text:
        return len(line)
    low, high = 0, len(line)
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if line[:middle] in text else (low, middle)
    return low
