"""What each block is, by its form, its place and its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import read_byline
from jianbao.ingest.names import is_name
from jianbao.ingest.pdf.blocks import SAME_SIZE, Block, ends_sentence
from jianbao.ingest.pdf.bylines import AUTHOR_MARKS, is_bare_name, read_credit, settle_bylines
from jianbao.ingest.pdf.captions import is_caption
from jianbao.ingest.pdf.faces import DISPLAY, LARGEST_RUNNING, Faces, find_faces
from jianbao.ingest.pdf.furniture import (
    SLUG,
    find_boxed,
    find_loose,
    is_inside,
    is_page_number,
    is_reference,
)
from jianbao.ingest.pdf.index import find_index
from jianbao.ingest.pdf.inserts import find_inserts
from jianbao.ingest.pdf.labels import is_ground, is_label, stands_on_ground
from jianbao.ingest.pdf.masthead import find_masthead, is_dated
from jianbao.ingest.pdf.overlaid import ground_of, is_slogan, lies_on
from jianbao.ingest.pdf.photonews import settle_photos
from jianbao.ingest.pdf.pieces import Kind, Layout
from jianbao.ingest.pdf.rubrics import settle_labels
from jianbao.ingest.pdf.running import is_running
from jianbao.ingest.pdf.verse import gather_verse
from jianbao.ingest.sources import read_source
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jianbao.ingest.pdf.document import PdfPage
    from jianbao.ingest.pdf.shapes import Area, Rule


_PAGE = r"\s*第?\s*[A-Z]?\s*[0-9一二三四五六七八九十]{1,3}(?:、[0-9一二三四五六七八九十]{1,3})?\s*"
JUMP = re.compile(
    rf"[（(【]\s*(?:(?:下转|上接|紧接|转|接|[\u3400-\u9fff]{{0,6}}见){_PAGE}[版页](?:[^（）()。，]{{0,12}})|"
    rf"(?:下转|上接){_PAGE})[）)】]|[▶►▷→>》]{{0,3}}\s*紧?下转{_PAGE}版\s*[▶►▷→>》]{{0,3}}$"
)
"""`（下转第二版）`, `(上接第1版)`, `（相关报道见第3版）`, `（全文见第4版）`, `（下转A3）`, `▶下转4版`."""
_CONTINUED = re.compile(
    r"[（(【]?\s*(?:上接|紧接|接)\s*第?\s*[A-Z]?\s*[0-9一二三四五六七八九十]{1,3}\s*[版页]"
)
"""`（上接第一版）`, at the beginning."""
_AUTHORS_POST = re.compile(r"^（(?:本文)?作者(?:系|为|单位)[^（）]{3,40}）$")
"""What ends an article, on a line of its own: `（作者系清河大学教授）`."""
_INVITES = re.compile(
    r"^(?:请?(?:微信)?(?:扫码|扫一扫|扫描|长按)|识别二维码)|(?:关注|下载|登录).{2,14}(?:客户端|公众号|微信|微博|视频号|APP)$"
)
_QUOTATION = re.compile('[“”‘’「」『』"]{1,2}')
"""What adorns a pull quote, by itself."""
_HEADLINE = 1.5
"""A headline's em in those of a kicker or subtitle set like text, at least."""
_DECK_LINES = 4
"""At most, of a subtitle set like text."""


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
    for kind, members in find_inserts(blocks, boxes, page.shapes.rules, body):
        for at in members:
            kinds.setdefault(at, kind)
    for kind, members in find_boxed(blocks, boxes):
        dated = any(is_dated(blocks[at].text) for at in members)
        for at in members:
            own = kind == "teaser" and (not dated or is_page_number(blocks[at]))
            if at not in kinds or (own and kinds[at] in {"masthead", "notice"}):
                kinds[at] = kind
    for kind, members in find_loose(blocks, boxes, page.shapes.rules, body):
        for at in members:
            kinds.setdefault(at, kind)
    for at in find_index(blocks, page.shapes.rules):
        if at not in kinds or (kinds[at] == "masthead" and blocks[at].area.y0 > page.height / 2):
            kinds[at] = "teaser"
    grounds = [box for box in boxes if sum(is_inside(block, box) for block in blocks) == 1]
    for at, block in enumerate(blocks):
        if at not in kinds:
            kinds[at] = _kind(block, pictures, grounds, faces)
    sorted_blocks: dict[Kind, list[Block]] = {}
    kinds.update((at, "display") for at in _decks(blocks, kinds, boxes))
    kinds.update((at, "display") for at in _kickers(blocks, kinds))
    typed = gather_verse([(block, kinds[at]) for at, block in enumerate(blocks)], body)
    for block, kind in sorted(
        settle_photos(typed, pictures, boxes, page.shapes.rules, body),
        key=lambda one: (one[0].area.y0, one[0].area.x0),
    ):
        sorted_blocks.setdefault(kind, []).append(block)
    bare = [one for one in grounds if not any(lies_on(one, picture) for picture in pictures)]
    settle_labels(sorted_blocks, bare, boxes, pictures, page.shapes.rules, body)
    display = sorted_blocks["display"]
    for block in [
        one for one in display if is_slogan(one, display, pictures, page.shapes.rules, body)
    ]:
        display.remove(block)
        sorted_blocks.setdefault("notice", []).append(block)
    settle_bylines(sorted_blocks, body)
    headed = [box for box in boxes if _holds_headline_only(box, sorted_blocks)]
    alone = [box for box in headed if sum(is_inside(block, box) for block in blocks) == 1]
    return Layout(
        body=body,
        blocks=sorted_blocks,
        pictures=pictures,
        drawings=page.shapes.drawings,
        boxes=tuple(
            box
            for box in boxes
            if not is_ground(box, blocks)
            and box not in headed
            and not any(lies_on(box, picture) for picture in pictures)
        ),
        grounds=tuple(headed),
        rules=tuple(
            rule
            for rule in page.shapes.rules
            if not any(_edges(rule, one) for one in (*pictures, *alone))
        ),
        width=page.width,
        height=page.height,
    )


def _decks(
    blocks: Sequence[Block], kinds: Mapping[int, Kind], boxes: Sequence[Area]
) -> Iterator[int]:
    """The few lines below a headline that are no sentence: its subtitle.

    Text in another face opens right below them, or none stands in their box.
    """
    running = [block for at, block in enumerate(blocks) if kinds[at] == "running"]
    display = [block for at, block in enumerate(blocks) if kinds[at] == "display"]
    alone = [
        texts[0]
        for box in boxes
        if len(texts := [block for block in running if is_inside(block, box)]) == 1
    ]
    for at, block in enumerate(blocks):
        area, em = block.area, block.em
        if (
            kinds[at] == "running"
            and len(block.lines) <= _DECK_LINES
            and not block.opens
            and not block.down
            and not ends_sentence(block.plain)
            and any(
                one.em >= _HEADLINE * em
                and 0 <= area.y0 - one.area.y1 <= 2 * em
                and one.area.overlap_x(area) > 0
                for one in display
            )
            and (
                block in alone
                or any(
                    one.opens
                    and one.font != block.font
                    and 0 <= one.area.y0 - area.y1 <= 2 * em
                    and one.area.overlap_x(area) > 0
                    for one in running
                )
            )
        ):
            yield at


def _kickers(blocks: Sequence[Block], kinds: Mapping[int, Kind]) -> Iterator[int]:
    """The lines set like text, but for their middle, right over that of a headline: its kickers."""
    display = [block for at, block in enumerate(blocks) if kinds[at] == "display"]
    for at, block in enumerate(blocks):
        area, em = block.area, block.em
        if (
            kinds[at] == "running"
            and len(block.lines) == 1
            and not block.down
            and not ends_sentence(block.plain)
            and any(
                one.em >= _HEADLINE * em
                and not one.down
                and 0 <= one.area.y0 - area.y1 <= one.em
                and abs(area.x0 + area.x1 - one.area.x0 - one.area.x1) <= em
                for one in display
            )
            and not any(
                other.area.overlap_x(area) > 0 and 0 <= area.y0 - other.area.y1 <= em
                for other in blocks
            )
        ):
            yield at


def is_continued(block: Block) -> bool:
    """Whether it begins with `（上接第一版）`: the rest of an article of another page."""
    return bool(_CONTINUED.match(folded(block.plain)))


def _holds_headline_only(box: Area, blocks: Mapping[Kind, list[Block]]) -> bool:
    """Whether a box is the ground of a headline whose text stands outside: it parts no text."""
    inside = {kind for kind, of in blocks.items() if any(is_inside(one, box) for one in of)}
    return "display" in inside and inside <= {"display", "byline", "label", "caption"}


def _edges(rule: Rule, picture: Area) -> bool:
    """Whether a rule is the own border of a picture or of a headline's ground: it parts no text."""
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
    if _QUOTATION.fullmatch(shadow):
        return "pull-quote"
    if SLUG.search(shadow) and single:
        return "slug"
    if single and read_source(text) is not None:
        return "source"
    if len(block.lines) <= 2 and _is_byline(block, text, faces.body):
        return "byline"
    largest = LARGEST_RUNNING if text[0] in AUTHOR_MARKS else DISPLAY * (1 + SAME_SIZE)
    if single and block.em <= largest * faces.body and read_credit(text) is not None:
        named = is_bare_name(text) and stands_on_ground(block, grounds)
        return "label" if named else "byline"  # a place's: `杨泗港`, white on a strip
    if single and _AUTHORS_POST.match(shadow) and block.em <= faces.body * (1 + SAME_SIZE):
        return "running"
    if _is_invitation(shadow, block.em, faces.body):
        return "notice"
    if is_label(block, grounds) and ground_of(block, pictures, faces.body) is None:
        return "label"
    if block.em < 1.6 * faces.body and all(is_reference(line.text) for line in block.lines):
        return "teaser"
    if is_caption(block, pictures, faces):
        return "caption"
    if is_running(block, faces):
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


def _holds_text(area: Area, blocks: Sequence[Block]) -> bool:
    return any(
        area.holds((line.area.x0 + line.area.x1) / 2, (line.area.y0 + line.area.y1) / 2)
        for block in blocks
        for line in block.lines
    )
