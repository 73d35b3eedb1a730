"""Photo news (图片新闻): text under a photograph that stands for itself, and its credit.

Printed like a caption, across the page's top or in a box: `3月31日，跨越邕江两岸的特大桥顺利合龙。…本报记者
蒋树清 摄`. What goes on to tell more and ends in such a credit is an article; one sentence, which says what
is seen, is the caption of the article whose columns stand around the picture.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.credits import is_caption_credit, is_photographer, split_signature
from jianbao.ingest.pdf.blocks import Block, join_lines
from jianbao.ingest.pdf.bylines import read_credit, split_closing_credit
from jianbao.ingest.pdf.parting import without_photographer
from jianbao.ingest.pdf.shapes import are_parted
from jianbao.ingest.pdf.titled import (
    HEADLINE,
    Scene,
    has_headline,
    heads_other,
    is_amidst,
    is_at,
    is_printed_on,
    repeats_headline,
)
from jianbao.ingest.spacing import folded

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
_POINTS = re.compile("^(?:[▲▼◀▶△◄►←→↑↓]|[上下左右]图|图[①-⑨一二三四五六七八九1-9])")
_DATED = re.compile(r"(?:\d{1,2}月)?\d{1,2}日|[昨今][天日晚]|近日|日前|连日来")
_LARGEST = 1.06
"""In em of running text: a photo news' text is no larger."""
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
    scene = Scene(typed, pictures, boxes, rules, body)
    captions = scene.of("caption")
    for block, kind in typed:
        if (
            kind == "running"
            or (
                kind == "caption"
                and not repeats_headline(block, scene)
                and (
                    len(block.plain) >= _SHORTEST and not heads_other(block, scene)
                    if is_printed_on(block, scene)
                    else _tells_more(block, scene)
                    or _stands_alone(block, scene)
                    or _is_boxed(block, scene)
                )
            )
            or (kind in {"caption", "display"} and _is_under_headline(block, scene))
        ):
            yield from without_photographer(block)
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


def _tells_more(block: Block, scene: Scene) -> bool:
    """Whether a caption has several sentences and a photographer's credit, at its end or below."""
    text = folded(block.plain)
    if len(text) < _LONG or _POINTS.match(text):
        return False
    told = text.count("。") >= _SENTENCES and _is_credited(block, scene)
    return told and not is_amidst(block, scene)


def _is_under_headline(block: Block, scene: Scene) -> bool:
    """Whether a text at a picture has a headline, and credits the photographer or is a paragraph."""
    return (
        block.em <= _LARGEST * scene.body
        and (_is_credited(block, scene) or (len(block.lines) > 2 and block.opens))
        and has_headline(block, scene)
    )


def _is_credited(block: Block, scene: Scene) -> bool:
    """Whether a photographer's credit ends a caption, or stands below it."""
    return credit_of(block) is not None or bool(_credits_below(block, scene))


def _credits_below(block: Block, scene: Scene) -> list[Block]:
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
            is_at(other, picture, block.em)
            and picture.overlap_x(one) > 0.9 * one.width
            and picture.overlap_x(other) > 0.9 * other.width
            for picture in pictures
        )
    )


def _ends_photo_news(byline: Byline) -> bool:
    return is_photographer(byline) or byline.role == "摄影报道"


def _stands_alone(block: Block, scene: Scene) -> bool:
    """Whether a caption with a photographer's credit is all the text that its picture has.

    There is a rule below. At its sides and above there is no text, but beyond rules; or it begins
    with a date, as news do, and no headline stands over the picture.
    """
    area, rules, em = block.area, scene.rules, scene.body
    over = scene.pictures_over(block)
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
        (one.overlap_y(picture) > 0 and not are_parted(one, picture, rules))
        or (
            one.overlap_x(picture) > 0
            and 0 <= picture.y0 - one.y1 <= 4 * em
            and not are_parted(one, picture, rules)
        )
        for one in text
    ):
        return True
    return bool(_DATED.match(folded(block.plain))) and not any(
        one.em >= HEADLINE * em
        and one.area.overlap_x(picture) > 0
        and one.area.y0 < picture.y1
        and not are_parted(one.area, picture, rules)
        for one in scene.of("display")
    )


def _is_boxed(block: Block, scene: Scene) -> bool:
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


def _holds(box: Area, area: Area) -> bool:
    return box.holds((area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2)
