"""Photo news (图片新闻): text under a photograph that stands for itself, and its credit.

Printed like a caption, across the page's top or in a box: `3月31日，跨越邕江两岸的特大桥顺利合龙。…本报记者
蒋树清 摄`. What goes on to tell more and ends in such a credit is an article; one sentence, which says what
is seen, is the caption of the article whose columns stand around the picture.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from jianbao.ingest.credits import (
    is_caption_credit,
    is_photographer,
    read_byline,
    split_signature,
)
from jianbao.ingest.pdf.blocks import Block, ends_sentence, join_lines
from jianbao.ingest.pdf.bylines import split_closing_credit
from jianbao.ingest.pdf.lines import line_of
from jianbao.ingest.spacing import folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.credits import Byline
    from jianbao.ingest.pdf.pieces import Kind
    from jianbao.ingest.pdf.shapes import Area, Rule

Typed = tuple[Block, "Kind"]
"""A block and what it is."""

_SHORTEST = 30
"""Characters of a photo news."""
_LONG, _SENTENCES = 40, 2
"""Characters and sentences of one that nothing but its words tells from a caption; those of 60 articles'
pictures have one sentence and 45 characters at most."""
_POINTS = re.compile("^(?:[▲▼◀▶△◄►←→↑↓]|[上下左右]图)")
_RULE_WITHIN = 2.5
"""In em, from its text to the rule below."""
_LONGEST_CREDIT = 24
"""Characters of a line that says whose a picture is, and nothing else."""


def settle_photos(
    typed: Sequence[Typed],
    pictures: Sequence[Area],
    boxes: Sequence[Area],
    rules: Sequence[Rule],
    body: float,
) -> Iterator[Typed]:
    """The same blocks, with photo news as running text and each photographer as a byline."""
    captions = [block for block, kind in typed if kind == "caption"]
    credits = [block for block, kind in typed if kind == "byline"]
    for block, kind in typed:
        if kind == "running" or (
            kind == "caption"
            and (
                _tells_more(block, credits)
                or _stands_alone(block, typed, pictures, rules, body)
                or _is_boxed(block, typed, pictures, boxes)
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


def _tells_more(block: Block, credits: Sequence[Block]) -> bool:
    """Whether a caption has several sentences and a photographer's credit, at its end or below."""
    text = folded(block.plain)
    if len(text) < _LONG or _POINTS.match(text):
        return False
    credited = credit_of(block) is not None or any(is_credit_below(one, block) for one in credits)
    return credited and text.count("。") >= _SENTENCES


def credit_of(block: Block) -> Byline | None:
    """The photographer's credit that ends a block's text, on one line or two."""
    text = join_lines(block.lines)
    for _, byline in (split_signature(text), split_closing_credit(text)):
        if byline is not None and _ends_photo_news(byline):
            return byline
    return None


def is_credit_below(credit: Block, block: Block) -> bool:
    """Whether a line right below a text (left of it, if that is upright) names its photographer."""
    byline = read_byline(" ".join(line.text for line in credit.lines))
    if byline is None or not is_photographer(byline) or credit.down != block.down:
        return False
    one, other = credit.area, block.area
    if block.down:
        aside, shared = other.x0 - one.x1, one.overlap_y(other) / one.height
    else:
        aside, shared = one.y0 - other.y1, one.overlap_x(other) / one.width
    return -1.2 * block.em <= aside <= 1.6 * block.em and shared > 0.5


def _ends_photo_news(byline: Byline) -> bool:
    return is_photographer(byline) or byline.role == "摄影报道"


def _stands_alone(
    block: Block,
    typed: Sequence[Typed],
    pictures: Sequence[Area],
    rules: Sequence[Rule],
    body: float,
) -> bool:
    """Whether a caption is all the text there is between rules, with a photographer's credit."""
    if block.down or len(block.plain) < _SHORTEST or _tail(block) is None:
        return False
    area = block.area
    over = [
        picture
        for picture in pictures
        if 0.0 <= area.y0 - picture.y1 + 0.5 * body <= 2 * body
        and picture.overlap_x(area) > 0.9 * area.width
    ]
    if not over:
        return False
    picture = over[0]
    below = [
        rule
        for rule in rules
        if rule.level
        and -2 <= rule.at - area.y1 <= _RULE_WITHIN * body
        and min(rule.end, picture.x1) - max(rule.start, picture.x0) > 0.9 * picture.width
    ]
    text = [one.area for one, kind in typed if kind in {"running", "display"}]
    beside = any(one.overlap_y(picture) > 0 and not _parted(one, picture, rules) for one in text)
    above = any(
        one.overlap_x(picture) > 0
        and 0 <= picture.y0 - one.y1 <= 4 * body
        and not _parted(one, picture, rules)
        for one in text
    )
    return bool(below) and not beside and not above


def _is_boxed(
    block: Block, typed: Sequence[Typed], pictures: Sequence[Area], boxes: Sequence[Area]
) -> bool:
    """Whether a caption is all the text in a box, with a picture above it."""
    if block.down or len(block.plain) < _SHORTEST:
        return False
    return any(
        _holds(box, block.area)
        and any(
            _holds(box, picture)
            and picture.y1 <= block.area.y0 + block.em
            and picture.height < box.height
            for picture in pictures
        )
        and not any(
            _holds(box, one.area)
            for one, kind in typed
            if one is not block and kind in {"running", "display", "caption"}
        )
        for box in boxes
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
