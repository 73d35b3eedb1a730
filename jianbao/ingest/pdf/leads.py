"""Leads (消息头) as a page sets them: in a face of their own, or with a full blank behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.credits import names_posts, read_byline, split_lead
from jianbao.ingest.names import is_name, may_be_name
from jianbao.ingest.pdf.blocks import join_lines
from jianbao.ingest.pdf.bylines import credit_length
from jianbao.ingest.pdf.lines import line_of
from jianbao.ingest.sources import read_source
from jianbao.ingest.spacing import FULL_EM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.credits import Byline
    from jianbao.ingest.pdf.lines import Line
    from jianbao.ingest.sources import Source

_LONGEST = 40
"""Characters of a lead that names reporters and their posts."""


def lead_of(paragraph: str, lines: Sequence[Line]) -> tuple[Byline | None, str]:
    """The lead of an article's first paragraph, and the paragraph without it.

    It may be a name and no more: `本报记者 额尔德　今年7月，…`. A column may end between two names,
    `（记者 张牧野` / `王秋实）`, where their blank is lost.
    """
    lead, rest = split_lead(paragraph)
    if lead is None and (at := credit_length(lines[0])):
        text = join_lines([line_of(lines[0].glyphs[:at], down=lines[0].down)])
        return read_byline(text), paragraph[len(text) :].lstrip()
    if lead is None:
        return _before_blank(paragraph)
    if not lead.names:
        return lead, rest
    for at in range(1, min(len(lines), 5)):
        spaced, _ = split_lead(f"{join_lines(lines[:at])} {join_lines(lines[at:])}")
        if (
            spaced is not None
            and len(spaced.names) > len(lead.names)
            and all(map(is_name, spaced.names))
        ):
            return spaced, rest
    return lead, rest


def origin_of(paragraph: str) -> tuple[Source | None, str]:
    """Where a text is from, if that leads its first paragraph: `据人民政协网　毛纳村位于…`."""
    first, blank, rest = paragraph.partition(FULL_EM)
    source = read_source(first) if blank and first.startswith("据") else None
    return (None, paragraph) if source is None else (source, rest.lstrip())


def _before_blank(paragraph: str) -> tuple[Byline | None, str]:
    """Names in the face of the text: `本报记者　胡方玉　通讯员　陈家驹　谁家门前停车难，…`."""
    tokens = paragraph.split(FULL_EM)
    if not any(names_posts(token) for token in tokens[:2]):
        return None, paragraph
    for count in reversed(range(1, len(tokens))):
        credit = FULL_EM.join(tokens[:count])
        byline = read_byline(credit) if len(credit) <= _LONGEST else None
        if byline is not None and all(map(may_be_name, byline.names)):
            return byline, FULL_EM.join(tokens[count:]).lstrip()
    return None, paragraph
