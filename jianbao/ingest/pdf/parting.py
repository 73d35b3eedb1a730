"""Credits that are set like the text they stand under: cut off, as blocks of their own."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from jianbao.ingest.credits import is_photographer, read_byline
from jianbao.ingest.pdf.blocks import Block, around, ends_sentence, unclosed
from jianbao.ingest.pdf.bylines import credit_length, read_credit, signature_at
from jianbao.ingest.pdf.lines import line_of
from jianbao.ingest.sources import read_source
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jianbao.ingest.pdf.lines import Line
    from jianbao.ingest.pdf.pieces import Kind


_CLOSING = "）)"
_MARKS = "□○◇"
"""Before an author's name: `□　民进会员　江雁`."""
_BRACKETED = re.compile(r"（[^（）]{2,8}）")
"""`（苏　禾）`, on a line of its own."""


def part_credits(blocks: Iterable[Block]) -> Iterator[Block]:
    """Split credit lines off the heads and feet of blocks.

    Printed below a photo news in the text's own font: `本报记者 张玉香 摄`; above a reprint's first
    line: `（据人民政协网）`.
    """
    for block in (piece for whole in blocks for piece in _part_signature(whole)):
        if len(block.lines) == 1:
            yield block
            continue
        if block.down:
            yield from _part_down(block)
            continue
        start, end = 0, len(block.lines)
        while (
            start < end - 1
            and _is_credit(block.lines[start])
            and not _leads_on(block, block.lines[start], block.lines[start + 1])
        ):
            start += 1
        while (
            end > start + 1
            and _is_credit(block.lines[end - 1])
            and not _goes_on_in(block.lines[end - 1], block.lines[end - 2])
            and (end < 2 or ends_sentence(block.lines[end - 2].text) or end < len(block.lines))
        ):
            end -= 1
        for line in (*block.lines[:start], *block.lines[end:]):
            yield Block((line,), line.area.x0, line.area.x1)
        yield Block(block.lines[start:end], block.left, block.right)


def _part_signature(block: Block) -> Iterator[Block]:
    """A text, and a credit in another face on its last line."""
    *lines, last = block.lines
    at = signature_at(last)
    if not at:
        yield block
        return
    text, credit = (line_of(part, down=last.down) for part in (last.glyphs[:at], last.glyphs[at:]))
    yield Block((*lines, text), block.left, block.right)
    yield Block((credit,), credit.area.x0, credit.area.x1)


def _part_down(block: Block) -> Iterator[Block]:
    """A name beside the first line of text that is written downwards."""
    first, *rest = block.lines
    if read_credit(first.text) is None or first.length > 0.7 * block.area.height:
        yield block
        return
    yield Block((first,), first.area.x0, first.area.x1)
    area = around(rest)
    yield Block(tuple(rest), area.x0, area.x1)


def _leads_on(block: Block, line: Line, below: Line) -> bool:
    """Whether a line of names is a paragraph's first: `　　本报记者　刘　洋　全国` / `政协委员…`."""
    return block.indented(line) and block.full(line) and not block.indented(below)


def _goes_on_in(line: Line, above: Line) -> bool:
    """Whether a line ends a bracket that is opened above: `…牌子照挂。（本报` / `记者 程前）`."""
    waiting = unclosed(above.text)
    return bool(waiting) and waiting in _CLOSING and line.text.rstrip()[-1] in _CLOSING


def _is_credit(line: Line) -> bool:
    if credit_length(line):
        return False  # an article's first words follow in another face
    own = line.text[0] in _MARKS or _BRACKETED.fullmatch(line.text)
    marked = own and read_credit(line.text) is not None
    return bool(marked) or read_byline(line.text) is not None or read_source(line.text) is not None


def without_photographer(block: Block) -> Iterator[tuple[Block, Kind]]:
    """Running text and, apart from it, the photographer's name that ends its last line."""
    at = _tail(block)
    if at is None:
        yield block, "running"
        return
    last = block.lines[-1]
    text, credit = line_of(last.glyphs[:at], down=False), line_of(last.glyphs[at:], down=False)
    yield Block((*block.lines[:-1], text), block.left, block.right), "running"
    yield Block((credit,), credit.area.x0, credit.area.x1), "byline"


def _tail(block: Block) -> int | None:
    """The glyph of a block's last line with which a photographer's credit begins.

    Printed after the last sentence, on its line: `让更多群众出行便利。　　本报记者 蒋树清 摄`.
    """
    last = block.lines[-1]
    if block.down or not squeeze(folded(last.text)).endswith(("摄", "摄影")):
        return None
    lengths = list(accumulate(len(glyph.text) for glyph in last.glyphs))
    ends = [at for at, one in enumerate(last.text) if ends_sentence(one) and one not in "）)"]
    for at in reversed(ends):
        byline = read_byline(last.text[at + 1 :])
        if byline is not None and is_photographer(byline):
            return lengths.index(len(squeeze(last.text[: at + 1]))) + 1
    return None
