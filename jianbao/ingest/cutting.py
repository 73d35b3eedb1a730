"""The recipe: raw text → a page of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.assembly import draft_articles, finish, furniture_of, place_heads
from jianbao.ingest.attachments import attach
from jianbao.ingest.blocks import Block, read_lines, rejoin_single_lines
from jianbao.ingest.boundaries import CERTAIN, is_photo_credit, same_article
from jianbao.ingest.captions import find_captions
from jianbao.ingest.cohesion import Rarity, grams, likeness
from jianbao.ingest.fragments import Fragment, columns_of, is_indented, split_paragraphs
from jianbao.ingest.heads import find_heads
from jianbao.ingest.joining import Join, join_fragments
from jianbao.ingest.masthead import read_masthead
from jianbao.ingest.page import CutPage
from jianbao.ingest.paragraphs import Paragraph, make_paragraphs
from jianbao.ingest.refusal import refuse_unreadable
from jianbao.ingest.segmentation import cut_segments, match_heads
from jianbao.ingest.stacks import split_stack
from jianbao.ingest.typing import type_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence


def cut(text: str) -> CutPage:
    """Cut a raw page into its articles.

    Raises RefusedPage for a page that cannot be read safely: empty, binary, or with its columns
    interleaved line by line.
    """
    blocks = type_blocks(rejoin_single_lines(read_lines(text)))
    refuse_unreadable(text, blocks)
    return cut_blocks(blocks)


def cut_blocks(blocks: Sequence[Block]) -> CutPage:
    """Cut typed blocks, in the page's order, into articles: what text and PDF have in common."""
    fragments = _fragments(blocks)
    joins = _join(fragments)
    captions = find_captions(blocks, fragments, joins)
    if captions:
        fragments = tuple(one for one in fragments if one.place not in captions)
        joins = _join(fragments)
    paragraphs = make_paragraphs(fragments, joins)
    running = sorted({one.place for one in fragments})
    rank = [sum(1 for one in running if one < place) for place in range(len(blocks) + 1)]

    rarity = Rarity([one.grams for one in paragraphs])
    alike = likeness(rarity, [one.grams for one in paragraphs])
    together = [
        same_article(blocks, paragraphs[at], paragraphs[at + 1], alike[at][at + 1])
        for at in range(len(paragraphs) - 1)
    ]
    heads = find_heads(blocks, _pieces(blocks, paragraphs, together, rarity), frozenset(running))
    photos = frozenset(
        at
        for at, one in enumerate(paragraphs)
        if one.last_place + 1 < len(blocks) and is_photo_credit(blocks[one.last_place + 1])
    )
    segments = cut_segments(
        paragraphs, heads, match_heads(heads, paragraphs, rarity), together, photos, rank
    )

    drafts = draft_articles(paragraphs, heads, segments)
    homeless_heads = place_heads(drafts, heads, rarity)
    homeless_blocks = attach(blocks, drafts, running, rank, rarity)
    mastheads = [line.text for block in blocks if block.kind == "masthead" for line in block.lines]
    labels = [
        block.lines[0].text.strip("■●◆▲★◎□▶►◤【】 ") for block in blocks if block.kind == "label"
    ]
    orphans = _orphan_subtitles(blocks, heads)
    return CutPage(
        info=read_masthead(mastheads),
        furniture=furniture_of(blocks, homeless_heads, sorted([*homeless_blocks, *orphans])),
        articles=tuple(
            finish(draft, photo=draft.segment.end - 1 in photos, columns=labels) for draft in drafts
        ),
    )


def _fragments(blocks: Sequence[Block]) -> tuple[Fragment, ...]:
    indented = is_indented(blocks)
    columns = columns_of(blocks)
    return tuple(
        fragment
        for place, block in enumerate(blocks)
        if block.kind in {"body", "sentence"}
        for fragment in split_paragraphs(block, place, columns[place], indented=indented)
    )


def _join(fragments: Sequence[Fragment]) -> tuple[Join, ...]:
    pairs = [grams(one.text) for one in fragments]
    return join_fragments(fragments, likeness(Rarity(pairs), pairs))


def _pieces(
    blocks: Sequence[Block],
    paragraphs: Sequence[Paragraph],
    together: Sequence[float],
    rarity: Rarity,
) -> list[tuple[int, tuple]]:
    articles, number = [], 0
    for at in range(len(paragraphs)):
        number += at > 0 and together[at - 1] <= -CERTAIN / 2
        articles.append(number)
    return [
        (place, piece)
        for place, block in enumerate(blocks)
        if block.kind == "display"
        for piece in split_stack(block.lines, paragraphs, articles, rarity)
    ]


def _orphan_subtitles(blocks: Sequence[Block], heads) -> list[int]:
    owned = {line.number for head in heads for line in head.subtitle}
    return [
        place
        for place, block in enumerate(blocks)
        if block.kind == "subtitle" and block.lines[0].number not in owned
    ]
