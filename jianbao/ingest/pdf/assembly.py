"""Drafts and what is left over → the cut page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.assembly import REPRINT_COLUMNS
from jianbao.ingest.credits import is_photographer, split_signature
from jianbao.ingest.jumps import read_jump
from jianbao.ingest.page import CutArticle, CutPage, Furniture, Subhead
from jianbao.ingest.pdf.blocks import join_lines
from jianbao.ingest.pdf.bylines import split_closing_credit
from jianbao.ingest.pdf.characters import BULLETS
from jianbao.ingest.pdf.clues import Scene, find_clues
from jianbao.ingest.pdf.drafts import paragraphs_of
from jianbao.ingest.pdf.heads import title_lines
from jianbao.ingest.pdf.kinds import JUMP
from jianbao.ingest.pdf.leads import lead_of, origin_of
from jianbao.ingest.pdf.pageinfo import read_page_info
from jianbao.ingest.pdf.review import judge
from jianbao.ingest.sources import split_source
from jianbao.ingest.spacing import body_spacing, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.drafts import Draft
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.pieces import Layout

_BULLET = re.compile(rf"[{BULLETS}]\s*")
"""Before a brief's headline: `■ 民进白河区支部送教特殊学校`."""

_FURNITURE = {
    "masthead": "masthead",
    "label": "column-label",
    "jump": "jump",
    "slug": "slug",
    "teaser": "teaser",
    "advertisement": "advertisement",
    "notice": "notice",
    "pull-quote": "pull-quote",
    "table": "table",
}


def assemble(
    drafts: Sequence[Draft],
    layout: Layout,
    homeless: Sequence[Block],
    homeless_heads: Sequence[Head],
    extra: Iterable[Furniture],
) -> CutPage:
    """The page, each block in exactly one place."""
    furniture: list[tuple[float, float, Furniture]] = []
    for kind, name in _FURNITURE.items():
        furniture.extend(
            _placed(name, block)
            for block in layout.of(kind)  # type: ignore[arg-type]
        )
    furniture.extend(_placed("notice", block) for block in homeless)
    furniture.extend(_placed("notice", block) for head in homeless_heads for block in head.blocks)
    columns = [
        " ".join(line.text for line in block.lines).strip("■●◆▲★◎□▶►◤【】 ")
        for block in layout.of("label")
    ]
    articles = []
    scene = Scene(drafts, layout, homeless_heads)
    for number, draft in enumerate(drafts):
        article, jumps = finish(draft, columns)
        reasons, confidence = judge(find_clues(scene, number, article.paragraphs))
        article = replace(article, review=reasons, confidence=confidence)
        if (bullet := _BULLET.match(article.title or "")) is not None:
            article = _without_bullet(article, bullet.end())
            place = draft.hull.y0, draft.hull.x0
            furniture.append((*place, Furniture("ornament", bullet[0].strip())))
        furniture.extend((draft.hull.y1, draft.hull.x0, Furniture("jump", text)) for text in jumps)
        articles.append(article)
    furniture.sort(key=lambda one: one[:2])
    return CutPage(
        info=read_page_info(layout),
        furniture=(*(one for _, _, one in furniture), *extra),
        articles=tuple(articles),
    )


def _without_bullet(article: CutArticle, length: int) -> CutArticle:
    """The article of a brief that has a mark before its headline, without it."""
    first, *others = article.title_lines or ("",)
    return replace(
        article,
        title=(article.title or "")[length:],
        title_lines=(first[length:], *others) if others else (),
    )


def _placed(kind: str, block: Block) -> tuple[float, float, Furniture]:
    text = " ".join(line.text for line in block.lines)
    return block.area.y0, block.area.x0, Furniture(kind, text)


def finish(draft: Draft, columns: Sequence[str]) -> tuple[CutArticle, list[str]]:
    """The article, not yet judged, and the jumps (`（下转第二版）`) that its text held."""
    lines_of, subheads = paragraphs_of(draft)
    paragraphs = [join_lines(lines) for lines in lines_of]
    jumps: list[str] = []
    for at in (0, len(paragraphs) - 1):
        paragraphs[at], found = _without_jump(paragraphs[at])
        jumps.extend(found)
    bylines, sources = list(draft.bylines), list(draft.sources)
    lead, paragraphs[0] = lead_of(paragraphs[0], lines_of[0])
    if lead is not None:
        bylines.insert(0, lead)
    origin, paragraphs[0] = origin_of(paragraphs[0])
    if origin is not None:
        sources.insert(0, origin)
    paragraphs[-1], source = split_source(paragraphs[-1])
    if source is not None:
        sources.insert(0, source)
    paragraphs[-1], signature = split_signature(paragraphs[-1])
    if signature is None:
        paragraphs[-1], signature = split_closing_credit(paragraphs[-1])
    if signature is not None:
        bylines.append(signature)
    paragraphs = [body_spacing(text) for text in paragraphs]
    byline = bylines[0] if bylines else None
    credit = sources[0] if sources else None
    captions = [
        *draft.captions,
        *(one.raw for one in bylines[1:]),
        *(one.raw for one in sources[1:]),
    ]
    head = draft.flow.head
    lines = title_lines(head.title) if head else []
    kicker = " ".join(title_lines(head.kicker)) if head and head.kicker else None
    subtitle = "".join([*(title_lines(head.subtitle) if head else []), *draft.subtitles]) or None
    title = " ".join(lines) or None
    photo = byline is not None and is_photographer(byline)
    kept = [at for at, text in enumerate(paragraphs) if text]
    return (
        CutArticle(
            title=title,
            title_lines=tuple(lines) if len(lines) > 1 else (),
            kicker=kicker,
            subtitle=subtitle,
            byline=byline.names if byline else (),
            byline_raw=byline.raw if byline else None,
            role=byline.role if byline else None,
            source=credit.name if credit else (byline.source if byline else None),
            source_raw=credit.raw if credit else None,
            column=next((one for one in columns if one in REPRINT_COLUMNS and credit), None),
            kind="photo-news" if title is None and photo else "news",
            subheads=tuple(
                Subhead(text, sum(1 for one in kept if one < at)) for at, text in subheads
            ),
            captions=tuple(captions),
            paragraphs=tuple(paragraphs[at] for at in kept),
            confidence=1.0,
            review=(),
            continued_on=next((on for on, _ in map(read_jump, jumps) if on), None),
            continued_from=next((origin for _, origin in map(read_jump, jumps) if origin), None),
        ),
        jumps,
    )


def _without_jump(text: str) -> tuple[str, list[str]]:
    match = JUMP.search(folded(text))
    if match is None or (match.end() < len(text) - 2 and match.start() > 2):
        return text, []
    return (text[: match.start()] + text[match.end() :]).strip(), [
        text[match.start() : match.end()]
    ]
