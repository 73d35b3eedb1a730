"""Photo news (图片新闻): text under a photograph that stands for itself, and its credit.

Printed like a caption, across the page's top or in a box: `3月31日，跨越邕江两岸的特大桥顺利合龙。…本报记者
蒋树清 摄`. What goes on to tell more and ends in such a credit is an article; one sentence, which says what
is seen, is the caption of the article whose columns stand around the picture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from jianbao.ingest.credits import is_caption_credit, is_photographer, read_byline, split_signature
from jianbao.ingest.pdf.blocks import Block, ends_sentence, join_lines
from jianbao.ingest.pdf.bylines import read_credit, split_closing_credit
from jianbao.ingest.pdf.lines import line_of
from jianbao.ingest.pdf.overlaid import FOLLOWS, ground_of
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.credits import Byline
    from jianbao.ingest.pdf.pieces import Kind
    from jianbao.ingest.pdf.shapes import Area, Rule

Typed = tuple[Block, "Kind"]
"""A block and what it is."""

_SHORTEST = 24
"""Characters of a photo news."""
_LONG, _SENTENCES = 40, 2
"""Characters and sentences of one that nothing but its words tells from a caption; those of 60 articles'
pictures have one sentence and 45 characters at most."""
_POINTS = re.compile("^(?:[▲▼◀▶△◄►←→↑↓]|[上下左右]图)")
_DATED = re.compile(r"(?:\d{1,2}月)?\d{1,2}日|[昨今][天日晚]|近日|日前|连日来")
_HEADLINE = 1.3
"""In em of running text."""
_RULE_WITHIN = 2.5
"""In em, from its text to the rule below."""
_LONGEST_CREDIT = 24
"""Characters of a line that says whose a picture is, and nothing else."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What stands on the page around a picture."""

    typed: Sequence[Typed]
    pictures: Sequence[Area]
    boxes: Sequence[Area]
    rules: Sequence[Rule]
    body: float

    def of(self, *kinds: Kind) -> list[Block]:
        """The blocks of these kinds."""
        return [block for block, kind in self.typed if kind in kinds]


def settle_photos(
    typed: Sequence[Typed],
    pictures: Sequence[Area],
    boxes: Sequence[Area],
    rules: Sequence[Rule],
    body: float,
) -> Iterator[Typed]:
    """The same blocks, with photo news as running text and each photographer as a byline."""
    scene = _Scene(typed, pictures, boxes, rules, body)
    captions = scene.of("caption")
    for block, kind in typed:
        if kind == "running" or (
            kind == "caption"
            and (
                _tells_more(block, scene)
                or _stands_alone(block, scene)
                or _is_boxed(block, scene)
                or _is_headed(block, scene)
            )
        ):
            yield from _without_photographer(block)
        elif kind == "display" and _credits_picture(block, captions, pictures, body):
            yield block, "caption"
        else:
            yield block, kind


def _credits_picture(
    block: Block, captions: Sequence[Block], pictures: Sequence[Area], body: float
) -> bool:
    """A small line at the end of a caption, flush with its picture: `资料图片`, `孙 菲 摄`."""
    if block.em > body or block.down or len(block.plain) > _LONGEST_CREDIT:
        return False
    return is_caption_credit(block.plain) and any(
        -1.2 * block.em <= block.area.y0 - caption.area.y1 <= block.em
        and picture.overlap_x(block.area) > 0.9 * block.area.width
        and picture.overlap_x(caption.area) > 0.5 * caption.area.width
        for caption in captions
        for picture in pictures
    )


def _tells_more(block: Block, scene: _Scene) -> bool:
    """Whether a caption has several sentences and a photographer's credit, at its end or below."""
    text = folded(block.plain)
    if len(text) < _LONG or _POINTS.match(text):
        return False
    return text.count("。") >= _SENTENCES and _is_credited(block, scene)


def _is_credited(block: Block, scene: _Scene) -> bool:
    """Whether a photographer's credit ends a caption, or stands below it."""
    return credit_of(block) is not None or bool(_credits_below(block, scene))


def _credits_below(block: Block, scene: _Scene) -> list[Block]:
    return [one for one in scene.of("byline") if is_credit_below(one, block, scene.pictures)]


def credit_of(block: Block) -> Byline | None:
    """The photographer's credit that ends a block's text, on one line or two."""
    text = join_lines(block.lines)
    for _, byline in (split_signature(text), split_closing_credit(text)):
        if byline is not None and _ends_photo_news(byline):
            return byline
    return None


def is_credit_below(credit: Block, block: Block, pictures: Sequence[Area] = ()) -> bool:
    """Whether a line right below a text (left of it, if that is upright) names its photographer.

    Flush with the other side of the picture above both it need not stand under the text.
    """
    byline = read_credit(" ".join(line.text for line in credit.lines))
    if byline is None or not is_photographer(byline) or credit.down != block.down:
        return False
    one, other = credit.area, block.area
    if block.down:
        aside, shared = other.x0 - one.x1, one.overlap_y(other) / one.height
    else:
        aside, shared = one.y0 - other.y1, one.overlap_x(other) / one.width
    return -1.2 * block.em <= aside <= 1.6 * block.em and (
        shared > 0.5
        or any(
            _is_at(other, picture, block.em)
            and picture.overlap_x(one) > 0.9 * one.width
            and picture.overlap_x(other) > 0.9 * other.width
            for picture in pictures
        )
    )


def _is_at(area: Area, picture: Area, em: float) -> bool:
    """Whether a text stands right below a picture, or on its lower half."""
    return (picture.y0 + picture.y1) / 2 <= area.y0 <= picture.y1 + 2 * em


def _ends_photo_news(byline: Byline) -> bool:
    return is_photographer(byline) or byline.role == "摄影报道"


def _stands_alone(block: Block, scene: _Scene) -> bool:
    """Whether a caption with a photographer's credit is all the text that its picture has.

    There is a rule below. At its sides and above there is no text, but beyond rules; or it begins
    with a date, as news do, and no headline stands over the picture.
    """
    area, rules, em = block.area, scene.rules, scene.body
    over = [
        picture
        for picture in scene.pictures
        if _is_at(area, picture, em) and picture.overlap_x(area) > 0.9 * area.width
    ]
    if block.down or len(block.plain) < _SHORTEST or not over or not _is_credited(block, scene):
        return False
    picture = over[0]
    foot = max(area.y1, picture.y1, *(one.area.y1 for one in _credits_below(block, scene)))
    if not any(
        rule.level
        and -2 <= rule.at - foot <= _RULE_WITHIN * em
        and min(rule.end, picture.x1) - max(rule.start, picture.x0) > 0.9 * picture.width
        for rule in rules
    ):
        return False
    text = [one.area for one in scene.of("running", "display")]
    if not any(
        (one.overlap_y(picture) > 0 and not _parted(one, picture, rules))
        or (
            one.overlap_x(picture) > 0
            and 0 <= picture.y0 - one.y1 <= 4 * em
            and not _parted(one, picture, rules)
        )
        for one in text
    ):
        return True
    return bool(_DATED.match(folded(block.plain))) and not any(
        one.em >= _HEADLINE * em
        and one.area.overlap_x(picture) > 0
        and one.area.y0 < picture.y1
        and not _parted(one.area, picture, rules)
        for one in scene.of("display")
    )


def _is_boxed(block: Block, scene: _Scene) -> bool:
    """Whether a caption is all the text in a box, with a picture above it."""
    if block.down or len(block.plain) < _SHORTEST:
        return False
    return any(
        _holds(box, block.area)
        and any(
            _holds(box, picture)
            and picture.y1 <= block.area.y0 + block.em
            and picture.height < box.height
            for picture in scene.pictures
        )
        and not any(
            _holds(box, one.area)
            for one in scene.of("running", "display", "caption")
            if one is not block
        )
        for box in scene.boxes
    )


def _is_headed(block: Block, scene: _Scene) -> bool:
    """Whether a headline is printed on a caption's picture, and no other text begins below it."""
    area = block.area
    if block.down or len(block.plain) < _SHORTEST:
        return False
    return any(
        _is_at(area, picture, scene.body)
        and picture.overlap_x(area) > 0.9 * area.width
        and not any(
            one.area.overlap_x(picture) > 0
            and 0 <= one.area.y0 - area.y1 <= FOLLOWS * scene.body
            and not _parted(one.area, area, scene.rules)
            for one in scene.of("running")
        )
        for headline in scene.of("display")
        if (picture := ground_of(headline, scene.pictures, scene.body)) is not None
    )


def _holds(box: Area, area: Area) -> bool:
    return box.holds((area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2)


def _parted(one: Area, other: Area, rules: Sequence[Rule]) -> bool:
    """Whether a rule runs between two areas, all along the shorter of them."""
    if one.overlap_y(other) > 0:
        left, right = sorted((one, other), key=lambda area: area.x0)
        start, end = max(one.y0, other.y0), min(one.y1, other.y1)
        return any(
            not rule.level
            and left.x1 - 2 <= rule.at <= right.x0 + 2
            and min(rule.end, end) - max(rule.start, start) > 0.9 * (end - start)
            for rule in rules
        )
    upper, lower = sorted((one, other), key=lambda area: area.y0)
    start, end = max(one.x0, other.x0), min(one.x1, other.x1)
    return any(
        rule.level
        and upper.y1 - 2 <= rule.at <= lower.y0 + 2
        and min(rule.end, end) - max(rule.start, start) > 0.9 * (end - start)
        for rule in rules
    )


def _without_photographer(block: Block) -> Iterator[Typed]:
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
