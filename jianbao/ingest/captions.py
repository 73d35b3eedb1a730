"""Captions that their own words tell, before columns are joined."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.blocks import is_full, measure
from jianbao.ingest.credits import (
    has_lead,
    is_caption_credit,
    is_photographer,
    opens_caption,
    read_byline,
)
from jianbao.ingest.spacing import folded, squeeze, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block

CAPTION = "a caption by its words"
MOST_LINES, LONGEST = 4, 90.0
"""How many lines of a narrow column a caption takes at most, and how many em: what is longer and has a
photographer's name is news."""
LEAST_REPEATED = 0.6
"""The share of a caption's characters, clause by clause, that the running text has as well."""
SHORTEST_REPEATED, SHORTEST_CLAUSE = 8, 6
"""In characters: what is shorter may be in the text by chance."""
_CLAUSES = re.compile("[，。；：！？]")
_SCENE = re.compile(
    r"^[^。！？；]{2,30}(?:现场|一角|合影|[全夜远近外街]景|掠影|场景|画面|会[谈见晤]中)[。！]?$"
)
"""What names a scene and says nothing of it: `17日，会议现场。`, `李强和越南总理在会谈中。`"""

_OPENING = re.compile(
    r"(?:[▲▼◀▶△◄►←→↑↓]|[上下左右题本]图[：:])?图为|这是[^。，]{2,30}(?:拍摄|现场)"
)
"""How lines of running text do not begin: `图为…`, `上图：图为…`, `这是…拍摄的…`."""
_CREDIT = re.compile(
    r"新华社发(?:\s*（[^（）]{2,12}）)?$"
    r"|(?:供图|资料图片|影像中国)）?$"
    r"|（(?:资料(?:图片?|照片)|(?:无人机|拼版|手机|视频)(?:照片|截图)|网络图片|摄于[^（）]{2,20})）。?$"
)
_LAST = re.compile(r"[。！？”）\s]((?:（[^（）]{3,16}）|[^。！？”（）]{3,20})(?<=[摄）]))$")
"""What may be a photographer's credit: `本报记者 张玉香 摄`, `（张玉香摄）`."""


def set_captions_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Name the blocks that their own words show to be captions.

    What repeats the running text is one (`协商会上，大家积极发言` under the photograph of what the article
    tells); so is what begins with `图为` or ends in `本报记者 张玉香 摄`, and what only names a scene.
    """
    running = [folded(squeeze(block.text)) if block.kind == "body" else "" for block in blocks]
    return tuple(
        replace(block, kind="sentence", rule=CAPTION) if _is_caption(blocks, running, at) else block
        for at, block in enumerate(blocks)
    )


def _is_caption(blocks: Sequence[Block], running: Sequence[str], at: int) -> bool:
    block = blocks[at]
    text = folded("".join(line.text for line in block.lines))
    bare = squeeze(text)
    if block.kind == "sentence":
        return (
            opens_caption(bare)
            or is_caption_credit(text)
            or _is_credited(text)
            or bool(_SCENE.match(bare))
            or _is_said(bare, running)
            or (not _is_in_column(blocks, at) and _is_repeated(bare, running))
        )
    if block.kind not in {"body", "display"} or len(block.lines) > MOST_LINES:
        return False
    if width(bare) > LONGEST or has_lead(bare):
        return False
    if _is_credited(text):
        return True
    if block.kind == "display" or bare[-1] not in "。！？摄）":
        return False
    if _OPENING.match(bare):
        return True
    return not _is_in_column(blocks, at) and _is_repeated(
        bare, [*running[:at], "", *running[at + 1 :]]
    )


def _is_in_column(blocks: Sequence[Block], at: int) -> bool:
    """Whether it is set to the measure of the running text right above or below it.

    One line may be a short paragraph of any column that is wider.
    """
    lines = blocks[at].lines
    widest = max(lines, key=lambda line: line.width)
    beside = [blocks[one] for one in (at - 1, at + 1) if 0 <= one < len(blocks)]
    columns = [measure(one.lines) for one in beside if one.kind == "body"]
    return any(
        is_full(widest, column) or (len(lines) == 1 and widest.width < column) for column in columns
    )


def _is_credited(text: str) -> bool:
    """Whether it ends with a photographer's credit, in running text as well."""
    last = _LAST.search(text)
    byline = read_byline(last[1]) if last else None
    return bool(_CREDIT.search(text)) or (byline is not None and is_photographer(byline))


def _is_repeated(text: str, running: Sequence[str]) -> bool:
    """Whether the running text says most of it again, clause by clause.

    `广西富川，强降雨导致富川大部分江河出现明显涨水过程。` has the place before the text's own words.
    """
    clauses = [one for one in _CLAUSES.split(text) if one]
    repeated = sum(
        len(one) for one in clauses if len(one) >= SHORTEST_CLAUSE and _is_clause_of(one, running)
    )
    return _is_said(text, running) or (
        repeated >= SHORTEST_REPEATED and repeated >= LEAST_REPEATED * sum(map(len, clauses))
    )


def _is_said(text: str, running: Sequence[str]) -> bool:
    """Whether the running text says it again as a whole."""
    sentence = text.rstrip("。！？")
    return len(sentence) >= SHORTEST_REPEATED and _is_clause_of(sentence, running)


def _is_clause_of(text: str, running: Sequence[str]) -> bool:
    """Whether running text, in blocks, has it as a clause; what goes on from a column's foot is none.

    `境与气候高层对话。` stands below `同欧盟委员会执行副主席举行中欧环`, and elsewhere in the text behind
    `中欧环` again.
    """
    whole = "".join(running)
    tops = {0, *itertools.accumulate(map(len, running))}
    found = whole.find(text)
    while found >= 0 and found not in tops and re.match(r"\w", whole[found - 1]):
        found = whole.find(text, found + 1)
    return found >= 0
