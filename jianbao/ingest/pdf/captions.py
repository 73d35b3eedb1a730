"""Captions: small or differently set text at a picture, or text that says what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import has_lead, is_caption_credit
from jianbao.ingest.pdf.blocks import SAME_SIZE
from jianbao.ingest.pdf.faces import DISPLAY
from jianbao.ingest.pdf.furniture import SENTENCE_MARK
from jianbao.ingest.pdf.overlaid import lies_on
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.faces import Faces
    from jianbao.ingest.pdf.shapes import Area

_AT_PICTURE, _BEYOND_CREDIT = 1.8, 3.4
"""In em of a caption: how far from its picture it stands; upright, its credit may stand between."""
_WIDER = 1.2
"""A caption's length in that of a column's line, at least, if nothing but its place tells it."""
_ON_PICTURE = 2
"""Lines at most of a caption printed on its picture."""
_CAPTION = re.compile(r"^(?:[▲▼◀▶△◄►←→↑↓]|图为|图[1-9](?=[:：、为])|上图|下图|左图|右图|题图|图片)")


def is_caption(block: Block, pictures: Sequence[Area], faces: Faces) -> bool:
    """Small or differently set text that touches a picture, or text that says what it is."""
    text = folded(block.plain)
    body = faces.body
    large = block.down or _is_told_in_a_line(block, faces)
    if block.em > (DISPLAY if large else 1.06) * body or len(text) > 220:
        return False
    reach = (_BEYOND_CREDIT if block.down else _AT_PICTURE) * block.em
    touching = any(_touches(block.area, picture, reach, down=block.down) for picture in pictures)
    if _CAPTION.match(text) and (touching or len(block.lines) <= 6):
        return True
    if not touching or has_lead(text):
        return False
    if len(block.lines) <= _ON_PICTURE and any(lies_on(block.area, one) for one in pictures):
        return True
    if is_caption_credit(text) and (len(block.lines) <= 4):
        return True
    if _is_wider_than_columns(block, faces):
        return True
    smaller = block.em < (1 - SAME_SIZE) * body and len(block.lines) <= _ON_PICTURE
    other_face = block.down or smaller or not faces.has(block)
    telling = bool(SENTENCE_MARK.search(text)) or len(text) > 12 or block.em < body
    return other_face and telling and len(block.lines) <= 8


def _is_told_in_a_line(block: Block, faces: Faces) -> bool:
    """Whether a sentence that is no paragraph stands by itself, in a face of its own.

    No subhead ends in a stop: `11月2日，农机手在大庆市一处农场驾驶收割机作业。`.
    """
    return (
        len(block.lines) <= _ON_PICTURE
        and not block.opens
        and not faces.has(block)
        and block.plain.endswith("。")
    )


def _is_wider_than_columns(block: Block, faces: Faces) -> bool:
    """Whether a line by itself, a sentence, is longer than the columns below its picture are wide."""
    return (
        len(block.lines) == 1
        and not block.down
        and not block.opens
        and block.plain.endswith("。")
        and block.area.width > _WIDER * faces.measure > 0
    )


def _touches(area: Area, picture: Area, reach: float, *, down: bool) -> bool:
    """Whether a text stands at a picture: below or beside it, an upright one beside it only."""
    below = (
        not down
        and area.overlap_x(picture) > 0.5 * area.width
        and -reach <= area.overlap_y(picture)
    )
    beside = area.overlap_y(picture) > 0.5 * area.height and -reach <= area.overlap_x(picture)
    return below or beside
