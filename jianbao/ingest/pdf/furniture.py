"""Text that belongs to the page and to no article: its masthead, teasers (导读), advertisements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import has_lead
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.pieces import Kind
    from jianbao.ingest.pdf.shapes import Area, Rule

SLUG = re.compile(r"\.(?:indd|fbd|fit|qxd|pdf|s2|ps2)(?![A-Za-z])", re.IGNORECASE)
"""The name of a layout program's file, printed outside the page's edge: `A03.indd`."""
PAGE_REFERENCE = re.compile(
    r"(?:[▶►→>》…·.]+\s*|详见|刊|见|【|［|\[|（|^|\s)第?\s*[A-Z]?\d{1,2}\s*版?\s*[】］\]）]?$|[A-Z]?\d{1,2}\s*版[】］\]）]?$|"
    r"见(?:今[日天])?第[一二三四五六七八九十]{1,2}版$|(?<=[\u3400-\u9fff”》？！])[A-Z]\d\d$|(?:^|[\s·])[A-Z]\d\d(?:版)?\s*[▶►→>》]{1,3}$"
)
"""How a teaser ends: `▶2版`, `详见第3版`, `（见4版）`, `名单见今日第四版`, `请收好A04`, `A06 >>`."""
SENTENCE_MARK = re.compile(r"[，。；]")
_TEASER_HEAD = re.compile(
    r"^[■●◆★]?(?:今日|今天|本期|本周|要闻|本报|新闻)?(?:导读|导览|看点|要闻提示|内容提要|本期导读|今日关注|热读|速览)[：:]?$"
)
_SELLS = re.compile(
    r"(?:咨询|订购|服务|联系|报名|客服|广告)?(?:电话|热线)|地址|广告|优惠|招租|招聘|招商|促销|扫码|微信|特价|开盘|"
    r"售楼|包邮|遗失|声明作废|竞拍|折起"
)
_PUBLIC_NOTICE = re.compile(
    r"^(?:拍卖|变卖|招标|中标|招租|招聘|招商|转让|出让|注销|清算|减资|债权|遗失|挂失|催收|迁坟|停水|停电)"
    r"[\u3400-\u9fff]{0,8}(?:公告|启事|声明|通知|公示|通告)$"
)
"""What is printed for money, however long: `拍卖公告`, with a telephone number in it."""
_CLASSIFIED = re.compile(
    r"^(?:分类|便民)?(?:(?:公告|声明|启事|广告|遗失|挂失)[·・、/／\s]?){1,3}(?:栏|专栏)?$|^(?:分类|便民)信息$"
)
"""What heads notices printed for money: `公告·声明`."""
_CALL = re.compile("(?:征[文稿集]|约稿)(?:启事|启示|公告|通知)?$")
_CALL_WITHIN = 2
_TO_SEND = re.compile("来稿|投稿|邮箱|信箱|@")
"""What heads a paper's call for contributions in one of its first lines, `“老手艺”征文启事`, and what such
a one says."""
_NUMBER = re.compile(
    r"(?<!\d)(?:0\d{2,3}[-—－ ]?\d{7,8}|[48]00[-—－ ]?\d{3}[-—－ ]?\d{4}|1[3-9]\d{9})(?!\d)"
)
"""A telephone number, as articles hardly ever print."""
_POINTER_LINES, _SHORTEST_POINTER = 4, 9
"""Lines at most and characters at least of a box that points to one page, `老菜场里的“新鲜事” A07`: a
section's name and its page's number, `A06 社会·民生`, are shorter."""
_TOLD = 2
"""Sentences of text that is read here, though it points to a page."""
_STOP, _MOST_STOPS = re.compile("[。？！]"), 5
"""Sentences of a boxed advertisement that tells no number, at most: `打电话` and `地址` may be said."""
_LONGEST_SALE = 240
"""In characters: an advertisement without a box that is still told from an article by its words."""


def find_boxed(blocks: Sequence[Block], boxes: Sequence[Area]) -> list[tuple[Kind, list[int]]]:
    """Boxes that hold teasers (导读) or an advertisement, with the blocks inside."""
    found: list[tuple[Kind, list[int]]] = []
    for box in boxes:
        inside = [at for at, block in enumerate(blocks) if is_inside(block, box)]
        lines = [squeeze(line.text) for at in inside for line in blocks[at].lines]
        text = "".join(lines)
        sold = len({match[0] for match in _SELLS.finditer(text)}) >= 2
        if (any(_PUBLIC_NOTICE.match(line) for line in lines) and _NUMBER.search(text)) or (
            sold and any(_CLASSIFIED.match(line) for line in lines)
        ):
            found.append(("advertisement", inside))
            continue
        if _TO_SEND.search(text) and any(_CALL.search(line) for line in lines[:_CALL_WITHIN]):
            found.append(("notice", inside))
            continue
        if len(text) > 400 or not lines:
            continue
        led = any(has_lead(blocks[at].plain) for at in inside)
        references = sum(
            bool(PAGE_REFERENCE.search(line)) and not SENTENCE_MARK.search(line) for line in lines
        )
        heads = len(lines) > 1 and any(_TEASER_HEAD.match(line) for line in lines)
        running = sum(
            len(blocks[at].lines) >= 4 and bool(SENTENCE_MARK.search(blocks[at].plain))
            for at in inside
        )
        prose = any(_is_prose(blocks[at]) for at in inside)
        points = (
            references
            and len(lines) <= _POINTER_LINES
            and len(text) > _SHORTEST_POINTER
            and text.count("。") < _TOLD
        )
        if not led and (
            (heads and (references or not prose)) or ((references >= 2 or points) and not running)
        ):
            found.append(("teaser", inside))
        elif not led and (
            any(re.fullmatch(r"(?:公益)?广告", line) for line in lines)
            or (sold and (_NUMBER.search(text) or len(_STOP.findall(text)) <= _MOST_STOPS))
        ):
            found.append(("advertisement", inside))
    return found


def _is_prose(block: Block) -> bool:
    """Whether a block is text to be read: a brief under 要闻速览 has it, a teaser hardly."""
    return len(block.lines) >= 3 and block.plain.endswith("。")


def is_page_number(block: Block) -> bool:
    """Whether a block is `第2版`: the page's own number in a masthead, another's in a teaser."""
    return bool(re.fullmatch(r"第?[A-Z]?\d{1,3}版", folded(block.plain)))


def is_inside(block: Block, box: Area) -> bool:
    """Whether a block's middle lies in a box."""
    return box.holds((block.area.x0 + block.area.x1) / 2, (block.area.y0 + block.area.y1) / 2)


def is_reference(line: str) -> bool:
    """Whether a line is a teaser's: `小店盼来退税 ▶2版`."""
    shadow = folded(line)
    return bool(
        PAGE_REFERENCE.search(shadow)
        and re.search(r"版|[A-Z]\d\d\s*[▶►→>》]*$", shadow)
        and not SENTENCE_MARK.search(shadow)
    )


def find_loose(
    blocks: Sequence[Block], boxes: Sequence[Area], rules: Sequence[Rule], body: float
) -> list[tuple[Kind, list[int]]]:
    """Teasers and advertisements without a box: seeds told by their words, and what is at them."""
    found: list[tuple[Kind, list[int]]] = []
    around = [
        frozenset(number for number, box in enumerate(boxes) if is_inside(block, box))
        for block in blocks
    ]
    for at, block in enumerate(blocks):
        together = [one for one in range(len(blocks)) if around[one] == around[at]]
        lines = [squeeze(line.text) for line in block.lines]
        text = "".join(lines)
        if _TEASER_HEAD.match(lines[0]) and len(lines) == 1:
            beside = _cluster(at, together, blocks, rules, body)
            referring = [one for one in beside if is_reference(blocks[one].lines[-1].text)]
            if referring:
                found.append(("teaser", [at, *referring]))
        elif len(text) <= _LONGEST_SALE and not has_lead(text) and _sells(text):
            cluster = _cluster(at, together, blocks, rules, body)
            if sum(len(blocks[one].plain) for one in cluster) + len(text) <= _LONGEST_SALE:
                found.append(("advertisement", [at, *cluster]))
    return found


def _sells(text: str) -> bool:
    words = {match[0] for match in _SELLS.finditer(text)}
    return len(words) >= (1 if _NUMBER.search(text) else 3) or text.count("声明作废") >= 2


def _cluster(
    seed: int,
    together: Sequence[int],
    blocks: Sequence[Block],
    rules: Sequence[Rule],
    body: float,
) -> list[int]:
    """Those of the blocks `together` that stand at a seed, one at the other, no rule between."""
    inside = [seed]
    for one in inside:
        area = blocks[one].area
        for at in together:
            other = blocks[at].area
            if at in inside or blocks[at].down:
                continue
            reach = 1.6 * body
            near = area.overlap_x(other) > -2 * reach and area.overlap_y(other) > -reach
            upper, lower = sorted((area, other), key=lambda each: each.y0)
            ruled = any(
                rule.level
                and upper.y1 - 2 <= rule.at <= lower.y0 + 2
                and rule.start < other.x1
                and rule.end > other.x0
                for rule in rules
            )
            if near and not ruled:
                inside.append(at)
    return inside[1:]
