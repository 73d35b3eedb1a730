"""Whose picture it is: photographs and their captions, each with the article it belongs to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from jianbao.ingest.cohesion import Rarity, grams
from jianbao.ingest.pdf.blocks import join_lines
from jianbao.ingest.spacing import display_spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.credits import Byline
    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.drafts import Draft
    from jianbao.ingest.pdf.pieces import Layout
    from jianbao.ingest.pdf.shapes import Area

NEAR = 3.0
"""In em of running text: a caption stands so near to its picture."""
_BEHIND_RULE = 4.0
"""In em of running text: an article behind a rule is so much farther from a picture."""
_WORD, _MOST_WORDS = 0.7, 6.0
"""In em of running text: how much nearer each nat of words shared with its caption brings an article,
and how many nats are counted. Printed between three articles, at the same distance from each:
`西溪湿地内，市民沿绿道赏花。`, over the headline `踏青赏花正当时`."""


class Owners:
    """Finds, on one page, the article that a picture belongs to."""

    def __init__(self, drafts: Sequence[Draft], layout: Layout) -> None:
        self._drafts = drafts
        self._layout = layout
        self._boxes = [layout.box_of(draft.flow.blocks[0].area) for draft in drafts]
        self._captioned: dict[Area, Draft] = {}

    @cached_property
    def _words(self) -> list[frozenset[str]]:
        return [
            grams("".join(block.plain for block in (*_headline(draft), *draft.flow.blocks)))
            for draft in self._drafts
        ]

    @cached_property
    def _rarity(self) -> Rarity:
        return Rarity(self._words)

    def of(self, picture: Area, caption: Area, text: str = "") -> Draft | None:
        """The article around a picture, in its caption's box, or nearest to it, or None.

        `text`: what the caption says.
        """
        box, em = self._layout.box_of(caption), self._layout.body
        told = grams(text)
        best: tuple[float, float, Draft] | None = None
        for at, draft in enumerate(self._drafts):
            if self._boxes[at] != box:
                continue
            hull = draft.hull
            inside = max(0.0, picture.overlap_x(hull)) * max(0.0, picture.overlap_y(hull))
            share = inside / max(1.0, picture.width * picture.height)
            far = apart(picture, hull) + hull.width * hull.height / 1e6
            if not share and _is_ruled_off(picture, hull, self._layout):
                far += _BEHIND_RULE * em
            if told:
                shared = self._rarity.shared(told, self._words[at])
                far -= _WORD * em * min(_MOST_WORDS, shared)
            key = (-round(share, 1), far)
            if best is None or key < best[:2]:
                best = (*key, draft)
        return best[2] if best else None

    def hang_captions(self) -> list[Block]:
        """Give each caption to the article whose picture it tells of. Returns the homeless."""
        homeless = []
        last: tuple[Area | None, Draft | None] = (None, None)
        captions = self._layout.of("caption")
        for block in sorted(captions, key=lambda one: -one.area.x1 if one.down else 0.0):
            picture = picture_of(block, self._layout)
            told = "".join(
                other.plain
                for other in captions
                if picture is not None and picture_of(other, self._layout) == picture
            )
            draft = self.of(picture or block.area, block.area, told or block.plain)
            if draft is None:
                homeless.append(block)
            elif picture is not None and last == (picture, draft):
                draft.captions[-1] += f" {caption_text(block)}"
            else:
                draft.captions.append(caption_text(block))
            if picture is not None and draft is not None:
                self._captioned[picture] = draft
            last = (picture, draft)
        return homeless

    def has_picture(self, block: Block) -> bool:
        """Whether a line stands at a picture."""
        return bool(self._drafts) and picture_of(block, self._layout) is not None

    def credit(self, block: Block, byline: Byline) -> None:
        """A photographer's name apart from a caption: `新华社记者 李 刚 摄`; it ends the caption."""
        picture = picture_of(block, self._layout) or block.area
        draft = self._captioned.get(picture) or self.of(picture, block.area) or self._drafts[0]
        if draft.captions:
            draft.captions[-1] += f" {byline.raw}"
        else:
            draft.captions.append(byline.raw)


def _headline(draft: Draft) -> Sequence[Block]:
    return draft.flow.head.blocks if draft.flow.head is not None else ()


def picture_of(block: Block, layout: Layout) -> Area | None:
    """The picture that a caption or credit stands at."""
    near = [
        (apart(block.area, picture), picture.width * picture.height, picture)
        for picture in layout.pictures
        if apart(block.area, picture) <= NEAR * layout.body
    ]
    return min(near, key=lambda one: one[:2])[2] if near else None


def caption_text(block: Block) -> str:
    """A caption's lines as one."""
    return display_spacing(join_lines(block.lines))


def apart(one: Area, other: Area) -> float:
    """The way from one area to another, in points: across and down."""
    return max(0.0, -one.overlap_x(other)) + max(0.0, -one.overlap_y(other))


def _is_ruled_off(picture: Area, hull: Area, layout: Layout) -> bool:
    """Whether a rule runs all along between a picture and an article beside, above or below it."""
    level = picture.overlap_x(hull) > 0
    if level == (picture.overlap_y(hull) > 0):
        return False
    if level:
        first, last = sorted((picture, hull), key=lambda area: area.y0)
        white, sides = (first.y1, last.y0), (max(first.x0, last.x0), min(first.x1, last.x1))
    else:
        first, last = sorted((picture, hull), key=lambda area: area.x0)
        white, sides = (first.x1, last.x0), (max(first.y0, last.y0), min(first.y1, last.y1))
    return any(
        rule.level == level
        and white[0] - 2 <= rule.at <= white[1] + 2
        and min(rule.end, sides[1]) - max(rule.start, sides[0]) > 0.9 * (sides[1] - sides[0])
        for rule in layout.rules
    )
