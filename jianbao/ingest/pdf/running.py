"""Which blocks are running text: by their measure, their face and their stops."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import has_lead
from jianbao.ingest.pdf.blocks import SAME_SIZE, ends_sentence
from jianbao.ingest.pdf.faces import DISPLAY, LARGEST_RUNNING
from jianbao.ingest.pdf.furniture import SENTENCE_MARK
from jianbao.ingest.pdf.labels import is_note

if TYPE_CHECKING:
    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.faces import Faces

_HEADLINE_LINES = 5
"""At most, of a headline with a comma in it, broken to a single column's measure."""
_NOT_FIRST, _NOT_LAST = "，。、；：？！”’）》", "，、；"
"""Begin and end no headline; a paragraph's piece, alone at a column's top, may be `议，`."""
_LISTED, _FEWEST_LISTED = 6, 3
"""Characters of what is listed, at most, on the average, and lines of a list, at least."""
_INSET, _OFF = 1.5, 1.0
"""In em: how far a line in another face stands in at both sides of its column, at least, and off its
middle, at most, if it is a subhead."""


def is_running(block: Block, faces: Faces) -> bool:
    """Whether a block is text to be read on in, larger or smaller than most as it may be."""
    body = faces.body
    text = block.plain
    count = len(block.lines)
    if not 0.75 * body <= block.em <= LARGEST_RUNNING * body:
        return False
    if block.em > DISPLAY * body and not (
        re.search("。" if count <= _HEADLINE_LINES else "[，。]", text)
        or _is_paragraph(block)
        or (count >= _FEWEST_LISTED and _lists(block))
    ):
        return False
    own_size = abs(block.em - body) <= SAME_SIZE * body
    if block.down:  # a storey's last line may stand alone beyond a subhead
        long = count >= 3 and len(text) >= 30
        return bool(SENTENCE_MARK.search(text)) and (long or (own_size and faces.has(block)))
    if _is_summary(block, faces):
        return False
    full = sum(block.full(line) for line in block.lines[:-1])
    if count >= 3 and faces.has(block) and SENTENCE_MARK.search(text):
        return True
    if count >= 3:
        plain = bool(re.search(r"[，。；、：]", text)) or (own_size and faces.has(block))
        return plain and full >= 0.5 * (count - 1)
    told = bool(re.search(r"[，。]", text))
    if count == 1 and not faces.has(block) and _is_centred(block, faces.measure):
        return False
    own_face = ((own_size or told) and faces.has(block)) or (own_size and told)
    if has_lead(text) or is_note(block) or _is_paragraph(block):
        return True
    if own_size and (text[0] in _NOT_FIRST or text[-1] in _NOT_LAST):
        return True
    if not own_face:
        return False
    if block.full(block.lines[0]) and (count == 2 or not ends_sentence(text)):
        return bool(re.search(r"[，。；、：]", text)) or block.opens or len(text) > 8
    if block.full(block.lines[-1]) and re.search(r"[，。]", text):
        return True
    return ends_sentence(text) and bool(re.search(r"[，。；！？]", text))


def _is_centred(block: Block, measure: float) -> bool:
    before = block.area.x0 - block.left
    after = block.left + measure - block.area.x1
    return min(before, after) >= _INSET * block.em and abs(before - after) <= _OFF * block.em


def _is_paragraph(block: Block) -> bool:
    """Whether lines are set as running text is: the first stands in, all but the last are full."""
    return (
        len(block.lines) >= (2 if block.plain.endswith("。") else 3)
        and block.opens
        and all(block.full(line) for line in block.lines[:-1])
        and bool(re.search("[，。]", block.plain))
    )


def _lists(block: Block) -> bool:
    """Whether a block is a list of names: `县区（18人）：王守权、李文静、孙传玉…`."""
    return block.plain.count("、") * _LISTED >= len(block.plain)


def _is_summary(block: Block, faces: Faces) -> bool:
    """A summary (提要) under a headline: larger than the text, and wider than its columns.

    What stands in and ends in a stop is the text's first paragraph; a list of names is all the text
    there is.
    """
    return (
        block.em >= 1.12 * faces.body
        and len(block.lines) <= 8
        and not faces.has(block)
        and not has_lead(block.plain)
        and not is_note(block)
        and not (block.opens and block.plain.endswith("。"))
        and not _lists(block)
        and block.area.width >= 1.5 * faces.measure
    )
