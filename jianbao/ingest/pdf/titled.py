"""What stands around a picture: headlines on it, at it or over its caption, and the text of articles.

A headline printed on a picture, right below it, or beside it over a text as wide may be that of photo
news, or of an article beside a portrait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.cohesion import grams
from jianbao.ingest.pdf.blocks import follows
from jianbao.ingest.pdf.furniture import SENTENCE_MARK
from jianbao.ingest.pdf.overlaid import FOLLOWS, ground_of
from jianbao.ingest.pdf.shapes import are_parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.pieces import Kind
    from jianbao.ingest.pdf.shapes import Area, Rule

HEADLINE = 1.3
"""In em of the text, or of running text."""
_CLOSE = 1.5
"""In em of a text: its headline stands so near over it, at most."""
_BELOW, _BESIDE, _NEAR = 2.0, 3.0, 4.0
"""In em of running text: how far a photo news' headline begins below or beside its picture, and how
far an article's is from its picture, at most."""
_LEVEL = 1.5
"""In em of running text: how far text beside a picture begins off its top, at most."""
_TELLING, _REPEATED = 4, 0.6
"""Pairs of characters of a headline's line, at least, and how many of them its picture's caption repeats."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands on the page around a picture."""

    typed: Sequence[tuple[Block, Kind]]
    """All blocks."""
    pictures: Sequence[Area]
    """Photographs and drawings."""
    boxes: Sequence[Area]
    """Frames and grounds that hold text."""
    rules: Sequence[Rule]
    """Lines."""
    body: float
    """The height of running text, in points."""

    def of(self, *kinds: Kind) -> list[Block]:
        """The blocks of these kinds."""
        return [block for block, kind in self.typed if kind in kinds]

    def pictures_over(self, block: Block) -> list[Area]:
        """The pictures that a block stands right below, or on the lower half of."""
        return [
            picture
            for picture in self.pictures
            if is_at(block.area, picture, self.body)
            and picture.overlap_x(block.area) > 0.9 * block.area.width
        ]


def is_at(area: Area, picture: Area, em: float) -> bool:
    """Whether a text stands right below a picture, or on its lower half."""
    return (picture.y0 + picture.y1) / 2 <= area.y0 <= picture.y1 + 2 * em


def has_headline(block: Block, scene: Scene) -> bool:
    """Whether a headline no wider than a text at a picture stands right over it, and no text below."""
    area, em = block.area, block.em
    if block.down or not SENTENCE_MARK.search(block.plain) or follows(block, scene.of("running")):
        return False
    return any(
        headline.em >= HEADLINE * em
        and not headline.down
        and 0 <= area.y0 - headline.area.y1 <= _CLOSE * em
        and area.x0 - 2 * em <= headline.area.x0
        and headline.area.x1 <= area.x1 + em
        and any(
            _stand_below(headline.area, area, picture, scene.body)
            or _stand_beside(headline.area, area, picture, scene.body)
            for picture in scene.pictures
        )
        for headline in scene.of("display")
    )


def _stand_below(headline: Area, text: Area, picture: Area, body: float) -> bool:
    return (
        -2 <= headline.y0 - picture.y1 <= _BELOW * body
        and picture.overlap_x(headline) > 0.9 * headline.width
        and picture.overlap_x(text) > 0.9 * text.width
    )


def _stand_beside(headline: Area, text: Area, picture: Area, body: float) -> bool:
    return all(
        0 <= -picture.overlap_x(area) <= _BESIDE * body
        and picture.overlap_y(area) > 0.5 * area.height
        for area in (headline, text)
    )


def is_printed_on(block: Block, scene: Scene) -> bool:
    """Whether a headline is printed on a caption's picture."""
    over = scene.pictures_over(block)
    return any(
        ground_of(headline, scene.pictures, scene.body) in over for headline in scene.of("display")
    )


def heads_other(block: Block, scene: Scene) -> bool:
    """Whether text opens below a picture and its caption, or beside it and as high as it.

    So a headline printed on the picture is that text's.
    """
    body, caption = scene.body, block.area
    return any(
        not are_parted(one.area, picture, scene.rules)
        and (
            (
                one.area.overlap_x(picture) > 0
                and 0 <= one.area.y0 - caption.y1 <= FOLLOWS * body
                and not are_parted(one.area, caption, scene.rules)
            )
            or (
                one.opens
                and abs(one.area.y0 - picture.y0) <= _LEVEL * body
                and 0 <= -one.area.overlap_x(picture) <= _BESIDE * body
            )
        )
        for picture in scene.pictures_over(block)
        for one in scene.of("running")
    )


def is_amidst(block: Block, scene: Scene) -> bool:
    """Whether text right below a picture and its caption goes on in mid-sentence: columns around it."""
    return any(
        not one.opens
        and 0 <= one.area.y0 - block.area.y1 <= _BESIDE * scene.body
        and picture.overlap_x(one.area) > 0.9 * one.area.width
        and not are_parted(one.area, block.area, scene.rules)
        for picture in scene.pictures_over(block)
        for one in scene.of("running")
    )


def repeats_headline(block: Block, scene: Scene) -> bool:
    """Whether a caption says what a headline over or beside its picture says: so it is that article's.

    A headline no wider than the picture below it may be the photo news' own.
    """
    words, reach = grams(block.plain), _NEAR * scene.body
    return any(
        headline.em >= HEADLINE * scene.body
        and headline.area.overlap_x(picture) < 0.9 * headline.area.width
        and min(headline.area.overlap_x(picture), headline.area.overlap_y(picture)) > -reach
        and headline.area.y0 < picture.y1
        and not are_parted(headline.area, picture, _beyond(picture, scene.rules))
        and any(
            len(own) >= _TELLING and len(own & words) >= _REPEATED * len(own)
            for line in headline.lines
            for own in (grams(line.text),)
        )
        for picture in scene.pictures_over(block)
        for headline in scene.of("display")
    )


def _beyond(picture: Area, rules: Sequence[Rule]) -> list[Rule]:
    """The rules that are no side of a picture's own frame."""
    sides = picture.x0, picture.x1
    return [rule for rule in rules if rule.level or all(abs(rule.at - at) > 2 for at in sides)]
