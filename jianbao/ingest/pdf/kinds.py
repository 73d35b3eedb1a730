"""What each block is, by its form, its place and its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import has_lead, is_caption_credit, read_byline, read_source
from jianbao.ingest.masthead import is_masthead
from jianbao.ingest.pdf.blocks import SAME_SIZE, Block, ends_sentence
from jianbao.ingest.pdf.pieces import Kind, Layout
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.document import PdfPage
    from jianbao.ingest.pdf.shapes import Area

DISPLAY = 1.2
"""A headline's em in those of running text, at least; kickers and subtitles begin here."""
_LARGEST_RUNNING = 1.45
"""An editorial's or a front page's opening text, in the page's body em."""

JUMP = re.compile(
    r"[（(【]\s*(?:下转|上接|紧接|转|接|相关报道见|详见|见)\s*第?\s*[A-Z]?\s*"
    r"[0-9一二三四五六七八九十]{1,3}\s*[版页](?:[^（）()。，]{0,12})[）)】]"
)
"""`（下转第二版）`, `(上接第1版)`, `（相关报道见第3版）`."""
_LABEL = re.compile(r"^[■●◆▲★◎□▶►◤◇]\s*[\u3400-\u9fffA-Za-z0-9·“”《》\s]{2,14}$|^【[^】]{2,12}】$")
_SLUG = re.compile(r"\.(?:indd|fbd|fit|qxd|pdf|s2|ps2)\b", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:[▲▼◀▶△◄►←→↑↓]|图为|图①|上图|下图|左图|右图|题图|图片)")
_MASTHEAD_PIECE = re.compile(
    r"(?:19|20)\d\d\s*年\s*\d|星期[一二三四五六日天]|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|农历|"
    r"国内统一|连续出版物|CN\s*\d\d|代号|第?\s*\d{3,6}\s*期|今日\s*\d+\s*版|总第|报社出版|主管|主办|"
    r"https?://|www\.|网址|客户端|责任?编辑?[：:]|版式?[：:]|校对|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^第\s*[A-Z]?\d{1,3}\s*版$|^[A-Z]?\d{1,2}$"
)
_PAPER = re.compile(r"^[\u3400-\u9fff]{2,6}(?:日报|晚报|时报|早报|晨报|都市报|导报|周报|周刊|报)$")
_TEASER_HEAD = re.compile(
    r"^[■●◆★]?(?:今日)?(?:导读|导览|看点|要闻提示|内容提要|本期导读|今日关注|热读|速览)[：:]?$"
)
_PAGE_REFERENCE = re.compile(
    r"(?:[▶►→>》…·.]+\s*|详见|刊|见|【|［|\[|（|^|\s)第?\s*[A-Z]?\d{1,2}\s*版?\s*[】］\]）]?$|[A-Z]?\d{1,2}\s*版[】］\]）]?$"
)
_SELLS = re.compile(
    r"(?:咨询|订购|服务|联系|报名|客服|广告)?(?:电话|热线)|地址|广告|优惠|招租|招聘|招商|促销|扫码|微信|特价|开盘|"
    r"售楼|包邮|遗失|声明作废|竞拍|折起"
)
_SENTENCE_MARK = re.compile(r"[，。；]")


def type_blocks(blocks: Sequence[Block], page: PdfPage, body: float, body_font: str) -> Layout:
    """Sort the blocks by kind, an ordered table of rules; what no rule claims is display."""
    grounds = [box.area for box in page.shapes.boxes if box.filled]
    pictures = (
        *page.shapes.images,
        *(
            area
            for area in grounds
            if min(area.width, area.height) >= 3 * body and not _holds_text(area, blocks)
        ),
    )
    boxes = tuple(
        box.area
        for box in page.shapes.boxes
        if box.area not in pictures and _holds_text(box.area, blocks)
    )
    kinds: dict[int, Kind] = {}
    for at in _masthead(blocks, page, body):
        kinds[at] = "masthead"
    for kind, members in _boxed_furniture(blocks, boxes, body):
        for at in members:
            kinds.setdefault(at, kind)
    for at, block in enumerate(blocks):
        if at not in kinds:
            kinds[at] = _kind(block, pictures, boxes, body, body_font)
    sorted_blocks: dict[Kind, list[Block]] = {}
    for at in sorted(range(len(blocks)), key=lambda at: (blocks[at].area.y0, blocks[at].area.x0)):
        sorted_blocks.setdefault(kinds[at], []).append(blocks[at])
    return Layout(
        body=body,
        blocks=sorted_blocks,
        pictures=pictures,
        boxes=boxes,
        rules=page.shapes.rules,
        width=page.width,
        height=page.height,
    )


def _kind(
    block: Block,
    pictures: Sequence[Area],
    boxes: Sequence[Area],
    body: float,
    body_font: str,
) -> Kind:
    text = " ".join(line.text for line in block.lines)
    shadow = folded(squeeze(text))
    single = len(block.lines) == 1
    if JUMP.fullmatch(shadow):
        return "jump"
    if _SLUG.search(shadow) and single:
        return "slug"
    if single and read_source(text) is not None:
        return "source"
    if len(block.lines) <= 2 and read_byline(text) is not None:
        return "byline"
    if (single and _is_label(block, text, boxes)) or (
        single
        and _PAGE_REFERENCE.search(shadow)
        and "版" in shadow
        and block.em < 1.3 * body
        and not _SENTENCE_MARK.search(shadow)
    ):
        return "label" if _is_label(block, text, boxes) else "teaser"
    if _is_caption(block, pictures, body, body_font):
        return "caption"
    if _is_running(block, body, body_font):
        return "running"
    return "display"


def _is_label(block: Block, text: str, boxes: Sequence[Area]) -> bool:
    """`■ 热点聚焦`, `【领航中国】`, or a word or two on a ground of their own."""
    if _LABEL.match(folded(text)):
        return True
    area = block.area
    return len(squeeze(text)) <= 12 and any(
        box.height <= 2.4 * block.em
        and box.width <= 2.0 * area.width + 2 * block.em
        and box.holds((area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2)
        for box in boxes
    )


def _is_caption(block: Block, pictures: Sequence[Area], body: float, body_font: str) -> bool:
    """Small or differently set text that touches a picture, or text that says what it is."""
    text = folded(block.plain)
    if block.em >= DISPLAY * body or len(text) > 220:
        return False
    touching = any(_touches(block.area, picture, block.em) for picture in pictures)
    if _CAPTION.match(text) and (touching or len(block.lines) <= 6):
        return True
    if not touching or has_lead(text):
        return False
    if is_caption_credit(text) and (len(block.lines) <= 4):
        return True
    other_face = block.em < (1 - SAME_SIZE) * body or block.font != body_font or block.down
    telling = bool(_SENTENCE_MARK.search(text)) or len(text) > 12 or block.em < body
    return other_face and telling and len(block.lines) <= 8


def _touches(area: Area, picture: Area, em: float) -> bool:
    below = area.overlap_x(picture) > 0.5 * area.width and -1.8 * em <= area.overlap_y(picture)
    beside = area.overlap_y(picture) > 0.5 * area.height and -1.8 * em <= area.overlap_x(picture)
    return below or beside


def _is_running(block: Block, body: float, body_font: str) -> bool:
    text = block.plain
    count = len(block.lines)
    if not 0.75 * body <= block.em <= _LARGEST_RUNNING * body:
        return False
    if block.down:
        return count >= 3 and len(text) >= 30 and bool(_SENTENCE_MARK.search(text))
    full = sum(block.full(line) for line in block.lines[:-1])
    if count >= 3:
        return bool(re.search(r"[，。；、：]", text)) and full >= 0.5 * (count - 1)
    own_face = abs(block.em - body) <= SAME_SIZE * body and (
        block.font == body_font or bool(re.search(r"[，。]", text))
    )
    if has_lead(text):
        return True
    if not own_face:
        return False
    if block.full(block.lines[0]) and (count == 2 or not ends_sentence(text)):
        return bool(re.search(r"[，。；、：]", text)) or block.opens or len(text) > 8
    return ends_sentence(text) and bool(re.search(r"[，。；！？]", text))


def _holds_text(area: Area, blocks: Sequence[Block]) -> bool:
    return any(
        area.holds((line.area.x0 + line.area.x1) / 2, (line.area.y0 + line.area.y1) / 2)
        for block in blocks
        for line in block.lines
    )


def _masthead(blocks: Sequence[Block], page: PdfPage, body: float) -> list[int]:
    """What stands above the rule across the page's top, and pieces of mastheads elsewhere."""
    edge = min(
        (
            rule.at
            for rule in page.shapes.rules
            if rule.level
            and rule.end - rule.start > 0.6 * page.width
            and rule.at < 0.13 * page.height
            and not any(
                block.area.y0 < rule.at
                and len(block.lines) >= 3
                and _SENTENCE_MARK.search(block.plain)
                for block in blocks
            )
            and any(block.area.y1 <= rule.at + 2 and _is_piece(block) for block in blocks)
        ),
        default=0.0,
    )
    found = []
    for at, block in enumerate(blocks):
        area = block.area
        text = squeeze(" ".join(line.text for line in block.lines))
        if _SENTENCE_MARK.search(text) or _SLUG.search(text):
            continue
        near_top, near_foot = area.y1 < 0.26 * page.height, area.y0 > 0.93 * page.height
        if (
            area.y1 <= edge + 2
            or (near_top and _is_piece(block) and block.em < 1.5 * body)
            or (near_top and _PAPER.match(text) and block.em > 2 * body)
            or ((near_foot or area.y1 < 0.12 * page.height) and _is_whole(block))
            or (_is_whole(block) and re.match(r"[■●□]?(?:本版|[一二三四五六七八九十]+版)", text))
        ):
            found.append(at)
    return _with_neighbours(found, blocks, page)


def _is_piece(block: Block) -> bool:
    text = folded(" ".join(line.text for line in block.lines))
    return len(squeeze(text)) <= 90 and bool(_MASTHEAD_PIECE.search(text) or _is_whole(block))


def _is_whole(block: Block) -> bool:
    return any(is_masthead(line.text) for line in block.lines)


def _with_neighbours(found: list[int], blocks: Sequence[Block], page: PdfPage) -> list[int]:
    """A large day, a page number between the pieces of a masthead: `2024年1月` / `6` / `星期六`."""
    for at, block in enumerate(blocks):
        if at in found or not re.fullmatch(r"[A-Z]?\d{1,2}日?", squeeze(block.text)):
            continue
        reach = 1.5 * block.em
        if block.area.y1 < 0.26 * page.height and any(
            block.area.overlap_x(blocks[one].area) > -reach
            and block.area.overlap_y(blocks[one].area) > -reach
            for one in found
        ):
            found.append(at)
    return found


def _boxed_furniture(
    blocks: Sequence[Block], boxes: Sequence[Area], body: float
) -> list[tuple[Kind, list[int]]]:
    """Boxes that hold teasers (导读) or an advertisement, with the blocks inside."""
    found: list[tuple[Kind, list[int]]] = []
    for box in boxes:
        inside = [
            at
            for at, block in enumerate(blocks)
            if box.holds((block.area.x0 + block.area.x1) / 2, (block.area.y0 + block.area.y1) / 2)
        ]
        lines = [squeeze(line.text) for at in inside for line in blocks[at].lines]
        text = "".join(lines)
        if len(text) > 400 or not lines:
            continue
        led = any(has_lead(blocks[at].plain) for at in inside)
        references = sum(
            bool(_PAGE_REFERENCE.search(line)) and not _SENTENCE_MARK.search(line) for line in lines
        )
        heads = any(_TEASER_HEAD.match(line) for line in lines)
        running = sum(
            len(blocks[at].lines) >= 4 and bool(_SENTENCE_MARK.search(blocks[at].plain))
            for at in inside
        )
        if not led and (heads or (references >= 2 and not running)):
            found.append(("teaser", inside))
        elif not led and (
            any(re.fullmatch(r"(?:公益)?广告", line) for line in lines)
            or len({match[0] for match in _SELLS.finditer(text)}) >= 2
        ):
            found.append(("advertisement", inside))
    return found
