"""Which lone sentences are captions and which the last line of a paragraph cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import is_caption_credit
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block
    from jianbao.ingest.fragments import Fragment
    from jianbao.ingest.joining import Join

_CAPTION = re.compile(r"^(?:[▲▼◀▶△◄►←→↑↓]|图为|图①|上图|下图|左图|右图|图片|题图)")
_NEIGHBOURS = frozenset({"display", "subtitle", "byline", "sentence"})


def find_captions(
    blocks: Sequence[Block], fragments: Sequence[Fragment], joins: Sequence[Join]
) -> frozenset[int]:
    """The indices of the sentence blocks that are captions.

    Printed: `协商会上，大家积极发言，深入交流。` below a byline, `图为…`, `▲… (謝麗娟攝)`. A sentence that
    a column's foot goes on to, or that stands between two blocks of running text, is none.
    """
    joined = {fragments[join.top].place for join in joins}
    found = set()
    for place, block in enumerate(blocks):
        if block.kind != "sentence":
            continue
        text = folded(block.text)
        if _CAPTION.match(text) or (is_caption_credit(text) and place not in joined) or (place not in joined and any(
            0 <= at < len(blocks) and blocks[at].kind in _NEIGHBOURS
            for at in (place - 1, place + 1)
        )):
            found.add(place)
    return frozenset(found)
