"""Headlines as blocks: two articles' in one are taken apart, one article's in two are put together.

Printed, in one block and with no space between them:

    用心用情助力青年稳岗就业
    重庆荣昌区政协聚焦推进
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.cohesion import Rarity, grams
from jianbao.ingest.heads import has_kicker_form
from jianbao.ingest.spacing import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block, Line
    from jianbao.ingest.paragraphs import Paragraph

PHRASE = 5
"""Characters across a break, two at least on either side, that are a phrase when the text has them, too:
`推进` / `乡村振`. With one `共建` / `民主协商` is one, as the text tells of `搭建民主协商平台`."""
STRONG = 5.0
"""Nats that a line must share with a paragraph to be about it."""
RIVAL = 0.3
"""The part of that which it may share with the other line's paragraph."""


def rejoin_headlines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Put two display blocks together whose break falls inside a phrase of the running text.

    Printed with a blank line between them: `韩正会见美国` and `加利福尼亚州州长`.
    """
    running = "\n".join(squeeze(block.text) for block in blocks if block.kind == "body")
    joined: list[Block] = []
    for block in blocks:
        if joined and _is_one_headline(joined[-1], block, running):
            joined[-1] = replace(joined[-1], lines=(*joined[-1].lines, *block.lines))
        else:
            joined.append(block)
    return tuple(joined)


def _is_one_headline(above: Block, block: Block, running: str) -> bool:
    if not (above.kind == block.kind == "display") or len(above.lines) + len(block.lines) > 3:
        return False
    first, second = squeeze(above.lines[-1].text), squeeze(block.lines[0].text)
    return not has_kicker_form(first) and any(
        first[-before:] + second[: PHRASE - before] in running for before in range(2, PHRASE - 1)
    )


def split_stack(
    lines: tuple[Line, ...],
    paragraphs: Sequence[Paragraph],
    articles: Sequence[int],
    rarity: Rarity,
) -> tuple[tuple[Line, ...], ...]:
    """The lines of one display block, cut where they turn to another article.

    `articles[i]` numbers the stretch between certain article borders that paragraph i is in. A
    standing series title stays with the headline below it.
    """
    evidence = [
        _best_by_article(
            [rarity.shared(grams(squeeze(line.text)), one.grams) for one in paragraphs], articles
        )
        for line in lines
    ]
    pieces = [[lines[0]]]
    for at in range(1, len(lines)):
        kicker = has_kicker_form(lines[at - 1].text)
        if not kicker and _about_others(evidence[at - 1], evidence[at]):
            pieces.append([])
        pieces[-1].append(lines[at])
    return tuple(tuple(piece) for piece in pieces)


def _best_by_article(values: Sequence[float], articles: Sequence[int]) -> dict[int, float]:
    best: dict[int, float] = {}
    for value, article in zip(values, articles, strict=True):
        best[article] = max(best.get(article, 0.0), value)
    return best


def _about_others(one: dict[int, float], other: dict[int, float]) -> bool:
    if not one or not other:
        return False
    first, second = max(one, key=one.__getitem__), max(other, key=other.__getitem__)
    return (
        first != second
        and one[first] >= STRONG
        and other[second] >= STRONG
        and one[second] < RIVAL * one[first]
        and other[first] < RIVAL * other[second]
    )
