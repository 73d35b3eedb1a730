"""Typed blocks → a page read: joined columns, paragraphs, heads, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import CERTAIN, continuity, ends_at_photo
from jianbao.ingest.captions import CAPTION, set_captions_apart
from jianbao.ingest.cohesion import Rarity, grams
from jianbao.ingest.columns import columns_of
from jianbao.ingest.fragments import Fragment, is_indented, split_paragraphs
from jianbao.ingest.heads import find_heads
from jianbao.ingest.joining import Join, join_fragments
from jianbao.ingest.layout import Layout
from jianbao.ingest.paragraphs import Paragraph, make_paragraphs
from jianbao.ingest.stacks import split_stack
from jianbao.ingest.strays import possible_strays, retype, set_headlines_apart
from jianbao.ingest.topics import relatedness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from jianbao.ingest.blocks import Block, Line


@dataclass(frozen=True, slots=True)
class Reading:
    """A page read but not yet cut."""

    blocks: tuple[Block, ...]
    """In page order, typed for good."""
    running: tuple[int, ...]
    """The indices of the blocks that are running text."""
    rarity: Rarity
    """The weights of words on this page."""
    alike: list[list[float]]
    """How alike each two paragraphs are."""
    layouts: tuple[Layout, ...]
    """Paragraphs, heads, and what they have to do with each other: first with all stacks of
    headlines taken apart, then with one of them left whole."""
    joined: float
    """What the joins of its columns are worth, in log-odds."""


def read_blocks(blocks: Sequence[Block], headlines: Collection[int] = ()) -> Reading:
    """Join the columns, find paragraphs and heads, and weigh them against each other.

    `headlines` are the indices of blocks that are not taken for lines which a column's break cut off.
    """
    blocks = settle(blocks, headlines)
    fragments = fragments_of(blocks)
    joins = _join(fragments)
    paragraphs = make_paragraphs(fragments, joins)
    running = tuple(sorted({one.place for one in fragments}))
    rank = [sum(1 for one in running if one < place) for place in range(len(blocks) + 1)]
    rarity = Rarity([one.grams for one in paragraphs])
    alike = relatedness([one.grams for one in paragraphs])
    together = continuity(blocks, paragraphs, alike)
    photos = frozenset(at for at in range(len(paragraphs)) if ends_at_photo(blocks, paragraphs, at))
    layouts = tuple(
        Layout.of(
            paragraphs,
            find_heads(blocks, pieces, frozenset(running)),
            rarity,
            alike,
            together,
            photos,
            rank,
        )
        for pieces in _ways_to_split(_stacks(blocks, paragraphs, together, rarity))
    )
    joined = sum(one.gain for one in joins)
    return Reading(blocks, running, rarity, alike, layouts, joined)


def settle(blocks: Sequence[Block], headlines: Collection[int] = ()) -> tuple[Block, ...]:
    """A first round of joins shows which single lines are headlines, captions, or neither."""
    blocks = set_headlines_apart(set_captions_apart(blocks), columns_of(blocks))
    for _ in range(2):  # what the first round makes running text may explain its neighbour
        strays = [
            one
            for one in possible_strays(blocks, columns_of(blocks), indented=is_indented(blocks))
            if one.place not in headlines
        ]
        fragments = sorted((*fragments_of(blocks, sentences=True), *strays), key=_by_place)
        blocks = retype(blocks, fragments, _join(fragments))
    if not any(block.kind == "body" for block in blocks):
        # a page of pictures: what stands below them is all the text there is
        blocks = [
            replace(block, kind="body") if block.kind == "sentence" else block for block in blocks
        ]
    return tuple(blocks)


def _by_place(fragment: Fragment) -> int:
    return fragment.place


def fragments_of(blocks: Sequence[Block], *, sentences: bool = False) -> tuple[Fragment, ...]:
    """The fragments of the running text, and of doubtful sentences when they are asked for."""
    indented = is_indented(blocks)
    columns = columns_of(blocks)
    return tuple(
        fragment
        for place, block in enumerate(blocks)
        if block.kind == "body"
        or (sentences and block.kind == "sentence" and block.rule != CAPTION)
        for fragment in split_paragraphs(block, place, columns[place], indented=indented)
    )


def _join(fragments: Sequence[Fragment]) -> tuple[Join, ...]:
    return join_fragments(fragments, likeness_of(fragments))


def likeness_of(fragments: Sequence[Fragment]) -> list[list[float]]:
    """How alike each two fragments are in their words."""
    return relatedness([grams(one.text) for one in fragments])


def _stacks(
    blocks: Sequence[Block],
    paragraphs: Sequence[Paragraph],
    together: Sequence[Sequence[float]],
    rarity: Rarity,
) -> dict[int, tuple[tuple[Line, ...], ...]]:
    """The display blocks by their place, those with two articles' headlines taken apart."""
    articles, number = [], 0
    for at in range(len(paragraphs)):
        number += at > 0 and together[at - 1][at] <= -CERTAIN / 2
        articles.append(number)
    return {
        place: split_stack(block.lines, paragraphs, articles, rarity)
        for place, block in enumerate(blocks)
        if block.kind == "display"
    }


def _ways_to_split(
    stacks: Mapping[int, tuple[tuple[Line, ...], ...]],
) -> Iterator[list[tuple[int, tuple[Line, ...]]]]:
    """The pieces of all display blocks with their places; then again, with one block left whole."""
    for whole in (None, *(place for place, pieces in stacks.items() if len(pieces) > 1)):
        yield [
            (place, piece)
            for place, pieces in stacks.items()
            for piece in ((sum(pieces, ()),) if place == whole else pieces)
        ]
