"""What each block is, by its form, its place and its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import has_lead, is_caption_credit, read_byline, read_source
from jianbao.ingest.names import is_name
from jianbao.ingest.pdf.blocks import SAME_SIZE, Block, ends_sentence
from jianbao.ingest.pdf.bylines import read_credit, settle_bylines
from jianbao.ingest.pdf.faces import LARGEST_RUNNING, Faces, find_faces
from jianbao.ingest.pdf.furniture import (
    SENTENCE_MARK,
    SLUG,
    find_boxed,
    find_loose,
    is_inside,
    is_page_number,
    is_reference,
)
from jianbao.ingest.pdf.inserts import find_inserts
from jianbao.ingest.pdf.labels import is_ground, is_label, is_note, settle_labels
from jianbao.ingest.pdf.masthead import find_masthead, is_dated
from jianbao.ingest.pdf.photonews import settle_photos
from jianbao.ingest.pdf.pieces import Kind, Layout
from jianbao.ingest.pdf.verse import gather_verse
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.document import PdfPage
    from jianbao.ingest.pdf.shapes import Area, Rule

DISPLAY = 1.2
"""A headline's em in those of running text, at least; kickers and subtitles begin here."""

_HEADLINE_LINES = 5
"""At most, of a headline with a comma in it, broken to a single column's measure."""

JUMP = re.compile(
    r"[（(【]\s*(?:下转|上接|紧接|转|接|[\u3400-\u9fff]{0,6}见)\s*第?\s*[A-Z]?\s*"
    r"[0-9一二三四五六七八九十]{1,3}\s*[版页](?:[^（）()。，]{0,12})[）)】]"
)
"""`（下转第二版）`, `(上接第1版)`, `（相关报道见第3版）`, `（全文见第4版）`."""
_CONTINUED = re.compile(
    r"[（(【]?\s*(?:上接|紧接|接)\s*第?\s*[A-Z]?\s*[0-9一二三四五六七八九十]{1,3}\s*[版页]"
)
"""`（上接第一版）`, at the beginning."""
_AUTHORS_POST = re.compile(r"^（(?:本文)?作者(?:系|为|单位)[^（）]{3,40}）$")
"""What ends an article, on a line of its own: `（作者系清河大学教授）`."""
_INVITES = re.compile(
    r"^(?:请?(?:微信)?(?:扫码|扫一扫|扫描|长按)|识别二维码)|(?:关注|下载|登录).{2,14}(?:客户端|公众号|微信|微博|视频号|APP)$"
)
_AT_PICTURE, _BEYOND_CREDIT = 1.8, 3.4
"""In em of a caption: how far from its picture it stands; upright, its credit may stand between."""
_NOT_FIRST, _NOT_LAST = "，。、；：？！”’）》", "，、；"
"""Begin and end no headline; a paragraph's piece, alone at a column's top, may be `议，`."""
_ON_PICTURE = 2
"""Lines at most of a caption printed on its picture."""
_CAPTION = re.compile(r"^(?:[▲▼◀▶△◄►←→↑↓]|图为|图①|上图|下图|左图|右图|题图|图片)")


def type_blocks(
    blocks: Sequence[Block], page: PdfPage, pictures: tuple[Area, ...], body: float
) -> Layout:
    """Sort the blocks by kind, an ordered table of rules; what no rule claims is display."""
    boxes = tuple(
        box.area
        for box in page.shapes.boxes
        if box.area not in pictures and _holds_text(box.area, blocks)
    )
    faces = find_faces(blocks, body)
    kinds: dict[int, Kind] = {}
    for kind, members in find_masthead(blocks, boxes, page, body):
        for at in members:
            kinds.setdefault(at, kind)
    inserts = []
    for kind, members, area in find_inserts(blocks, boxes, page.shapes.rules, body):
        inserts.append(area)
        for at in members:
            kinds.setdefault(at, kind)
    for kind, members in find_boxed(blocks, boxes):
        dated = any(is_dated(blocks[at].text) for at in members)
        for at in members:
            if kind == "teaser" and (not dated or is_page_number(blocks[at])):
                kinds.update({at: kind} if kinds.get(at) in {"masthead", "notice"} else {})
            kinds.setdefault(at, kind)
    for kind, members in find_loose(blocks, boxes, page.shapes.rules, body):
        for at in members:
            kinds.setdefault(at, kind)
    grounds = [box for box in boxes if sum(is_inside(block, box) for block in blocks) == 1]
    for at, block in enumerate(blocks):
        if at not in kinds:
            kinds[at] = _kind(block, pictures, grounds, faces)
    sorted_blocks: dict[Kind, list[Block]] = {}
    typed = gather_verse([(block, kinds[at]) for at, block in enumerate(blocks)], body)
    for block, kind in sorted(
        settle_photos(typed, pictures, boxes, page.shapes.rules, body),
        key=lambda one: (one[0].area.y0, one[0].area.x0),
    ):
        sorted_blocks.setdefault(kind, []).append(block)
    settle_labels(sorted_blocks, grounds, body)
    settle_bylines(sorted_blocks, body)
    return Layout(
        body=body,
        blocks=sorted_blocks,
        pictures=pictures,
        drawings=page.shapes.drawings,
        boxes=tuple(box for box in boxes if not is_ground(box, blocks)),
        rules=tuple(
            rule for rule in page.shapes.rules if not any(_edges(rule, one) for one in pictures)
        ),
        width=page.width,
        height=page.height,
    )


def is_continued(block: Block) -> bool:
    """Whether it begins with `（上接第一版）`: the rest of an article of another page."""
    return bool(_CONTINUED.match(folded(block.plain)))


def _edges(rule: Rule, picture: Area) -> bool:
    """Whether a rule is a picture's own border: it parts no text."""
    if rule.level:
        borders, start, end = (picture.y0, picture.y1), picture.x0, picture.x1
    else:
        borders, start, end = (picture.x0, picture.x1), picture.y0, picture.y1
    return (
        any(abs(rule.at - border) <= 1.5 for border in borders)
        and rule.start >= start - 1.5
        and rule.end <= end + 1.5
    )


def _kind(
    block: Block,
    pictures: Sequence[Area],
    grounds: Sequence[Area],
    faces: Faces,
) -> Kind:
    text = " ".join(line.text for line in block.lines)
    shadow = folded(squeeze(text))
    single = len(block.lines) == 1
    if JUMP.fullmatch(shadow):
        return "jump"
    if SLUG.search(shadow) and single:
        return "slug"
    if single and read_source(text) is not None:
        return "source"
    if len(block.lines) <= 2 and _is_byline(block, text, faces.body):
        return "byline"
    if single and block.em <= DISPLAY * faces.body and read_credit(text) is not None:
        return "byline"
    if single and _AUTHORS_POST.match(shadow) and block.em <= faces.body * (1 + SAME_SIZE):
        return "running"
    if _is_invitation(shadow, block.em, faces.body):
        return "notice"
    if is_label(block, grounds):
        return "label"
    if block.em < 1.6 * faces.body and all(is_reference(line.text) for line in block.lines):
        return "teaser"
    if _is_caption(block, pictures, faces):
        return "caption"
    if _is_running(block, faces):
        return "running"
    return "display"


def _is_byline(block: Block, text: str, body: float) -> bool:
    """A line of a headline's size names people, or is a kicker: `本报记者探访云台县`."""
    byline = read_byline(text)
    if byline is None or block.em > LARGEST_RUNNING * body:
        return byline is not None and all(map(is_name, byline.names))
    return block.em <= DISPLAY * body or any(map(is_name, byline.names))


def _is_invitation(text: str, em: float, body: float) -> bool:
    """What a QR code is for: `扫码看视频`, `更多精彩内容 请关注清河日报客户端`."""
    return em <= body and len(text) <= 30 and bool(_INVITES.search(text))


def _is_caption(block: Block, pictures: Sequence[Area], faces: Faces) -> bool:
    """Small or differently set text that touches a picture, or text that says what it is."""
    text = folded(block.plain)
    body = faces.body
    if block.em > (DISPLAY if block.down else 1.06) * body or len(text) > 220:
        return False
    reach = (_BEYOND_CREDIT if block.down else _AT_PICTURE) * block.em
    touching = any(_touches(block.area, picture, reach, down=block.down) for picture in pictures)
    if _CAPTION.match(text) and (touching or len(block.lines) <= 6):
        return True
    if not touching or has_lead(text):
        return False
    if len(block.lines) <= _ON_PICTURE and any(_lies_on(block.area, one) for one in pictures):
        return True
    if is_caption_credit(text) and (len(block.lines) <= 4):
        return True
    other_face = block.down or not faces.has(block)
    telling = bool(SENTENCE_MARK.search(text)) or len(text) > 12 or block.em < body
    return other_face and telling and len(block.lines) <= 8


def _lies_on(area: Area, picture: Area) -> bool:
    return (
        picture.y0 <= area.y0
        and area.y1 <= picture.y1
        and picture.overlap_x(area) > 0.9 * area.width
        and area.height < 0.3 * picture.height
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


def _is_running(block: Block, faces: Faces) -> bool:
    body = faces.body
    text = block.plain
    count = len(block.lines)
    if not 0.75 * body <= block.em <= LARGEST_RUNNING * body:
        return False
    if block.em > DISPLAY * body and not (
        re.search("。" if count <= _HEADLINE_LINES else "[，。]", text) or _is_paragraph(block)
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


def _is_paragraph(block: Block) -> bool:
    """Whether lines are set as running text is: the first stands in, all but the last are full."""
    return (
        len(block.lines) >= (2 if block.plain.endswith("。") else 3)
        and block.opens
        and all(block.full(line) for line in block.lines[:-1])
        and bool(re.search("[，。]", block.plain))
    )


def _is_summary(block: Block, faces: Faces) -> bool:
    """A summary (提要) under a headline: larger than the text, and wider than its columns.

    What stands in and ends in a stop is the text's first paragraph.
    """
    return (
        block.em >= 1.12 * faces.body
        and len(block.lines) <= 8
        and not faces.has(block)
        and not has_lead(block.plain)
        and not is_note(block)
        and not (block.opens and block.plain.endswith("。"))
        and block.area.width >= 1.5 * faces.measure
    )


def _holds_text(area: Area, blocks: Sequence[Block]) -> bool:
    return any(
        area.holds((line.area.x0 + line.area.x1) / 2, (line.area.y0 + line.area.y1) / 2)
        for block in blocks
        for line in block.lines
    )
