"""Between two paragraphs that follow each other: one article, or the end of one and the next?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import is_photographer, read_byline
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block
    from jianbao.ingest.paragraphs import Paragraph

CERTAIN = 40.0
TOGETHER = 1.5
SAME_COLUMN = 1.0
OTHER_COLUMN = -2.5
COHESION = 1.0
OPENING = -1.5
CONTINUING = 1.2
NEW_RUN = -1.5
HEAD_BETWEEN = -1.2
SUBHEAD_BETWEEN = -0.3
BYLINE_BETWEEN = -1.5
CAPTION_BETWEEN = -0.3
TEXT_OPEN = 2.0
"""Log-odds for one article of each clue."""

_OPENING = re.compile(
    r"^(?:近日|日前|昨日|今日|今天|昨天|连日来|近期|记者.{0,12}(?:获悉|了解到)|.{0,12}(?:今天|昨天|日前|近日|昨日)[（，]"
    r"|(?:\d{1,2}月)?\d{1,2}日[，上下晚]|.{2,14}\d{1,2}日[称在发]|据.{2,16}(?:消息|报道|统计|数据))"
)
_CONTINUING = re.compile(
    r"^(?:此外|同时|与此同时|据悉|据介绍|据了解|会上|会议|目前|下一步|接下来|随后|其中|另外|不过|但|而|他|她|这|该|还"
    r"|双方|“|截至目前|为此|对此|当天|活动|在此|也|如今|今后|未来|除了|[\u3400-\u9fff·]{2,8}(?:表示|指出|强调|说|介绍|告诉))"
)


def same_article(
    blocks: Sequence[Block], one: Paragraph, other: Paragraph, cohesion: float
) -> float:
    """The log-odds that `other`, next in reading order, goes on with the article of `one`."""
    if one.source is not None or one.signature is not None or other.lead is not None:
        return -CERTAIN
    between = blocks[one.last_place + 1 : other.first_place]
    if _photo_ends(blocks, one) or any(block.kind == "source" for block in between):
        return -CERTAIN
    odds = TOGETHER + COHESION * cohesion
    odds += SAME_COLUMN if abs(one.end_column - other.column) <= 1.1 else OTHER_COLUMN
    if _OPENING.match(folded(other.text)):
        odds += OPENING
    elif _CONTINUING.match(folded(other.text)):
        odds += CONTINUING
    if one.run != other.run or other.first_place < one.last_place:
        return odds + NEW_RUN
    displays = [block for block in between if block.kind == "display"]
    if any(block.kind == "subtitle" for block in between) or len(displays) > 1:
        odds += HEAD_BETWEEN
    elif displays:
        odds += SUBHEAD_BETWEEN if len(displays[0].lines) == 1 else HEAD_BETWEEN
    if any(block.kind == "byline" for block in between):
        odds += BYLINE_BETWEEN
    if any(block.kind == "sentence" for block in between):
        odds += CAPTION_BETWEEN
    if one.closes < 0.1 and other.opens < 0.1:
        odds += TEXT_OPEN
    return odds


def _photo_ends(blocks: Sequence[Block], paragraph: Paragraph) -> bool:
    """`本报记者 张玉香 摄` directly below: the text was a photograph's."""
    at = paragraph.last_place + 1
    return at < len(blocks) and is_photo_credit(blocks[at])


def is_photo_credit(block: Block) -> bool:
    """Whether a block is a photographer's byline."""
    if block.kind != "byline":
        return False
    byline = read_byline(block.lines[0].text)
    return byline is not None and is_photographer(byline)
