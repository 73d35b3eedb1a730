"""Drafts and what is left between them → articles and furniture.

Whatever finds no article becomes furniture: no line of the page is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.credits import is_photographer
from jianbao.ingest.page import CutArticle, Furniture, Subhead
from jianbao.ingest.spacing import display_spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block, Line
    from jianbao.ingest.drafts import Draft
    from jianbao.ingest.heads import Head

REPRINT_COLUMNS = frozenset(
    {"他山之石", "外地经验", "各地传真", "媒体文摘", "报刊文摘", "文摘", "他乡传真", "域外来风"}
)
"""Columns that by their name hold what other papers wrote; they head all reprints of a page, however
far off the extraction put them."""


def finish(
    draft: Draft,
    *,
    photo: bool,
    columns: Sequence[str],
    confidence: float,
    review: tuple[str, ...],
) -> CutArticle:
    """The article, typed; `columns` are the names of the page's column labels."""
    byline, source = draft.byline, draft.source
    title = " ".join(draft.title_lines) or None
    reprint = source is not None
    column = next((one for one in columns if one in REPRINT_COLUMNS and reprint), None)
    is_photo = photo or (title is None and byline is not None and is_photographer(byline))
    return CutArticle(
        title=title,
        title_lines=tuple(draft.title_lines) if len(draft.title_lines) > 1 else (),
        kicker=draft.kicker,
        subtitle=display_spacing("".join(line.text for line in draft.subtitle)) or None,
        byline=byline.names if byline else (),
        byline_raw=byline.raw if byline else None,
        role=byline.role if byline else None,
        source=source.name if source else (byline.source if byline else None),
        source_raw=source.raw if source else None,
        column=column,
        kind="photo-news" if is_photo and title is None else "news",
        subheads=tuple(
            Subhead(text, at) for at, text in sorted(draft.subheads, key=lambda one: one[0])
        ),
        captions=(*draft.captions, *draft.extra_credits),
        paragraphs=tuple(one.text for one in draft.paragraphs if one.text),
        confidence=confidence,
        review=review,
    )


def furniture_of(
    blocks: Sequence[Block], homeless_heads: Sequence[Head], homeless_blocks: Sequence[int]
) -> tuple[Furniture, ...]:
    """Mastheads, labels, notices, and what found no article, in page order."""
    found: list[tuple[int, Furniture]] = []
    for block in blocks:
        kind = {"masthead": "masthead", "label": "column-label", "notice": "notice"}.get(block.kind)
        if kind:
            found.append((block.lines[0].number, Furniture(kind, _lines(block.lines))))
    for head in homeless_heads:
        lines = (*head.lines, *head.subtitle)
        found.append((lines[0].number, Furniture("notice", _lines(lines))))
    for place in homeless_blocks:
        block = blocks[place]
        found.append((block.lines[0].number, Furniture("notice", _lines(block.lines))))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _lines(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)
