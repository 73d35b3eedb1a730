"""Joined fragments → paragraphs, in the order in which the page's columns are read."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.cohesion import grams
from jianbao.ingest.credits import Byline, names_posts, split_lead, split_signature
from jianbao.ingest.openings import places_of
from jianbao.ingest.sources import Source, split_source
from jianbao.ingest.spacing import body_spacing, is_spread, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Line
    from jianbao.ingest.fragments import Fragment
    from jianbao.ingest.joining import Join


WITHIN = 0.1
"""The chance of being a paragraph's first below which a line surely is none."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text, its credits cut off."""

    text: str
    """Rejoined; without the lead, the source and the signature."""
    lines: tuple[Line, ...]
    """The raw lines it was made of."""
    first_place: int
    """The index of the block it begins in."""
    last_place: int
    """The index of the block it ends in."""
    first_fragment: int
    """The index of the fragment it begins with, in page order."""
    last_fragment: int
    """The index of the fragment it ends with."""
    column: float
    """The width of the first column of it that is known, in em."""
    end_column: float
    """The width of the last column of it that is known, in em."""
    column_known: bool
    """Whether any is; else both are that of its widest line."""
    opens: float
    """The chance, 0 to 1, that its first line is a paragraph's first."""
    closes: float
    """The chance, 0 to 1, that its last line is a paragraph's last."""
    weakest_join: float
    """The smallest margin of its joins in log-odds; infinite when it has none."""
    lead: Byline | None
    """The lead it opened with."""
    source: Source | None
    """The source it ended with."""
    signature: Byline | None
    """The name in brackets it ended with."""
    grams: frozenset[str]
    """Its character pairs."""
    first: float
    """The log-odds, from how it begins, that it is an article's first paragraph."""
    last: float
    """The log-odds, from how it begins, that it is an article's last paragraph."""


def make_paragraphs(fragments: Sequence[Fragment], joins: Sequence[Join]) -> tuple[Paragraph, ...]:
    """Follow the joins; the paragraphs come in the order in which they begin on the page."""
    after = {join.foot: join for join in joins}
    before = {join.top for join in joins}
    paragraphs = []
    for at in range(len(fragments)):
        if at not in before:
            chain = [at]
            while chain[-1] in after:
                chain.append(after[chain[-1]].top)
            weakest = min((after[one].margin for one in chain[:-1]), default=math.inf)
            paragraphs.append(_make(fragments, chain, weakest))
    return tuple(paragraphs)


def _make(fragments: Sequence[Fragment], chain: Sequence[int], weakest: float) -> Paragraph:
    lines = tuple(line for at in chain for line in fragments[at].lines)
    text = join_lines([line.text for line in lines])
    lead, text = split_lead(text)
    text, source = split_source(text)
    text, signature = split_signature(text)
    if source is None and signature is not None:
        text, source = split_source(text)
    first, last = fragments[chain[0]], fragments[chain[-1]]
    known = [fragments[at].column for at in chain if fragments[at].column_known]
    columns = known or [max(fragments[at].column for at in chain)]
    begins, ends = places_of(text)
    whole = first.opens > WITHIN
    return Paragraph(
        text=body_spacing(text),
        lines=lines,
        first_place=first.place,
        last_place=last.place,
        first_fragment=chain[0],
        last_fragment=chain[-1],
        column=columns[0],
        end_column=columns[-1],
        column_known=bool(known),
        opens=first.opens,
        closes=last.closes,
        weakest_join=weakest,
        lead=lead,
        source=source,
        signature=signature,
        grams=grams(squeeze(text)),
        first=begins if whole else 0.0,
        last=ends if whole else 0.0,
    )


def join_lines(lines: Sequence[str]) -> str:
    """The lines in a row: a space only where a Latin word ends a line and another begins one."""
    text = ""
    for line in lines:
        piece = _unspread(line)
        apart = text and text[-1].isascii() and text[-1].isalpha() and re.match("[A-Za-z]", piece)
        text += (" " if apart else "") + piece
    return text


def _unspread(line: str) -> str:
    """The line without its gaps if they only fill it: `（记者 王 国 胡 婷）` has them between names."""
    return squeeze(line) if is_spread(line) and not names_posts(line) else line
