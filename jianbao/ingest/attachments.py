"""Bylines, sources and captions that stand by themselves find their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import is_photo_credit
from jianbao.ingest.cohesion import Rarity, grams
from jianbao.ingest.credits import read_byline
from jianbao.ingest.sources import read_source
from jianbao.ingest.spacing import display_spacing, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block
    from jianbao.ingest.drafts import Draft

UNDER_OWN_HEAD = 6.0
SAME_RUN_AS_HEAD = 3.0
BESIDE_TEXT = 2.0
"""Nats that nearness is worth against a caption's words."""


def attach(
    blocks: Sequence[Block],
    drafts: Sequence[Draft],
    running: Sequence[int],
    rank: Sequence[int],
    rarity: Rarity,
) -> list[int]:
    """Give every byline, source and caption block to an article; returns the homeless ones.

    `running` holds the indices of the blocks that are running text, `rank[place]` the number of
    them above a place.
    """
    homeless: list[int] = []
    taken = set(running)
    for place, block in enumerate(blocks):
        if place in taken:
            continue
        if block.kind == "byline":
            draft = _for_byline(blocks, drafts, running, rank, place, rarity)
            if draft is None:
                homeless.append(place)
                continue
            _give_byline(draft, block, is_caption=_below_caption(blocks, place, taken))
        elif block.kind == "source":
            draft = _ending_at(drafts, _text_above(running, rank, place))
            source = read_source(block.lines[0].text)
            if draft is None or source is None:
                homeless.append(place)
            elif draft.source is None:
                draft.source = source
            else:
                draft.extra_credits.append(source.raw)
        elif block.kind == "sentence":
            draft = _for_caption(drafts, rank, place, block, rarity)
            if draft is None:
                homeless.append(place)
            else:
                text = (
                    " ".join(line.text for line in block.lines)
                    if len(block.lines) == 1
                    else ("".join(line.text for line in block.lines))
                )
                draft.captions.append(display_spacing(text))
    return homeless


def _text_above(running: Sequence[int], rank: Sequence[int], place: int) -> int | None:
    return running[rank[place] - 1] if rank[place] else None


def _text_below(running: Sequence[int], rank: Sequence[int], place: int) -> int | None:
    return running[rank[place]] if rank[place] < len(running) else None


def _ending_at(drafts: Sequence[Draft], place: int | None) -> Draft | None:
    return next(
        (one for one in drafts if any(p.last_place == place for p in one.paragraphs[-1:])), None
    ) or (
        next(
            (
                one
                for one in drafts
                if any(p.first_place == place or p.last_place == place for p in one.paragraphs)
            ),
            None,
        )
        if place is not None
        else None
    )


def _beginning_at(drafts: Sequence[Draft], place: int | None) -> Draft | None:
    return next((one for one in drafts if one.paragraphs[0].first_place == place), None)


def _below_caption(blocks: Sequence[Block], place: int, taken: set[int]) -> bool:
    return place > 0 and blocks[place - 1].kind == "sentence" and place - 1 not in taken


def _give_byline(draft: Draft, block: Block, *, is_caption: bool) -> None:
    byline = read_byline(block.lines[0].text)
    if byline is None:
        draft.extra_credits.append(display_spacing(block.text))
    elif is_caption and is_photo_credit(block) and draft.captions:
        draft.captions[-1] += " " + byline.raw
    elif draft.byline is None:
        draft.byline = byline
    else:
        draft.extra_credits.append(byline.raw)


def _for_byline(
    blocks: Sequence[Block],
    drafts: Sequence[Draft],
    running: Sequence[int],
    rank: Sequence[int],
    place: int,
    rarity: Rarity,
) -> Draft | None:
    """The headline above it in its run, or the text that it signs; for a photographer, what is above.

    In brackets it signs the text above it: `（记者 王建国）`.
    """
    above = _text_above(running, rank, place)
    below = _text_below(running, rank, place)
    signs = above == place - 1
    if signs and (is_photo_credit(blocks[place]) or blocks[place].text.endswith(("）", ")"))):
        return _ending_at(drafts, above)
    heads = [
        draft
        for draft in drafts
        if draft.head is not None
        and draft.head.run == rank[place]
        and draft.head.first_place < place
    ]
    nearest = sorted(heads, key=lambda one: -one.head.first_place if one.head else 0)
    if is_photo_credit(blocks[place]) and nearest:
        return nearest[0]
    ending, beginning = _ending_at(drafts, above), _beginning_at(drafts, below)
    run = [one for one in drafts if one.head is not None and one.head.run == rank[place]]
    others = sorted(
        (one for one in drafts if one.head is not None),
        key=lambda one: abs(one.head.run - rank[place]) if one.head else 0,
    )
    beside = (*nearest, _below_byline(blocks, drafts, rank, place, rarity))
    for candidate in (*beside, ending if signs else None, *run, beginning, ending, *others):
        if candidate is not None and candidate.byline is None and candidate.source is None:
            return candidate
    return run[0] if run else ending or beginning


def _below_byline(
    blocks: Sequence[Block],
    drafts: Sequence[Draft],
    rank: Sequence[int],
    place: int,
    rarity: Rarity,
) -> Draft | None:
    """The article of the caption below a byline: a headline's, its byline's and its picture's."""
    at = place + 1
    if at == len(blocks) or blocks[at].kind != "sentence":
        return None
    return _for_caption(drafts, rank, at, blocks[at], rarity)


def _for_caption(
    drafts: Sequence[Draft], rank: Sequence[int], place: int, block: Block, rarity: Rarity
) -> Draft | None:
    pairs = grams(squeeze(block.text))
    above = [
        one
        for one in drafts
        if one.head is not None and one.head.run == rank[place] and one.head.first_place < place
    ]
    nearest = max(above, key=lambda one: one.head.first_place if one.head else 0, default=None)

    def fit(draft: Draft) -> float:
        value = max(rarity.shared(pairs, one.grams) for one in draft.paragraphs)
        if draft is nearest:
            value += UNDER_OWN_HEAD
        elif draft.head is not None and draft.head.run == rank[place]:
            value += SAME_RUN_AS_HEAD
        if rank[place] in (
            rank[draft.paragraphs[0].first_place],
            rank[draft.paragraphs[-1].last_place] + 1,
        ):
            value += BESIDE_TEXT
        return value

    return max(drafts, key=fit, default=None)
