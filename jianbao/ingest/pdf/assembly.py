"""Drafts and what is left over → the cut page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.assembly import REPRINT_COLUMNS
from jianbao.ingest.credits import is_photographer, split_lead, split_signature, split_source
from jianbao.ingest.jumps import read_jump
from jianbao.ingest.masthead import read_masthead
from jianbao.ingest.names import is_name
from jianbao.ingest.page import CutArticle, CutPage, Furniture, PageInfo, Subhead
from jianbao.ingest.pdf.blocks import join_lines
from jianbao.ingest.pdf.bylines import split_closing_credit
from jianbao.ingest.pdf.clues import Scene, find_clues
from jianbao.ingest.pdf.drafts import paragraphs_of
from jianbao.ingest.pdf.furniture import is_paper_name
from jianbao.ingest.pdf.heads import title_lines
from jianbao.ingest.pdf.kinds import JUMP
from jianbao.ingest.pdf.review import judge
from jianbao.ingest.spacing import body_spacing, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jianbao.ingest.credits import Byline
    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.drafts import Draft
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.lines import Line
    from jianbao.ingest.pdf.pieces import Layout

_CODE = re.compile(
    r"(?:邮发|国外)?代号\s*[:：]?\s*[A-Z]?[\d-]+|(?:总第|第)\s*\d{3,6}\s*[号期]"
    r"|(?:本报)?社址\s*[:：]\s*\S+|邮(?:政编码|编)\s*[:：]\s*\d+|电话\s*[:：]\s*[\d()（）—-]+"
    r"|[\u3400-\u9fff]{2,12}(?:报社|报业集团|委员会|传媒集团)\s*(?:主管|主办|出版)(?:\s*主办)?"
)
"""The post office's number of a paper, its publisher and the issue's, which are no section: `代号1-1`,
`第23516号`, and where it is: `本报社址：北京市光华路11号`."""

_LUNAR = re.compile(
    r"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?\s*闰?"
    r"[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|卅|二十|三十)?[一二三四五六七八九十]?"
)
"""A date by the moon, which names no section either: `甲辰年二月初九`."""

_BESIDE = re.compile(
    r"天气|[℃°]|\d级|空气质量|PM2|扫码|二维码|(?:晴|多云|阴|[小中大暴阵]雨|[小中大暴]雪)(?:转|$)"
)
"""The weather and what a QR code is for, beside a paper's name: `晴转多云 18℃～29℃`, `银川今日 晴`,
`扫码看数字报`."""

_WITHOUT_DAY = re.compile(r"\d\s*年\s*\d{1,2}\s*月\s*$")

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
        furniture.extend((draft.hull.y1, draft.hull.x0, Furniture("jump", text)) for text in jumps)
        articles.append(article)
    furniture.sort(key=lambda one: one[:2])
    return CutPage(
        info=read_page_info(layout),
        furniture=(*(one for _, _, one in furniture), *extra),
        articles=tuple(articles),
    )


def _placed(kind: str, block: Block) -> tuple[float, float, Furniture]:
    text = " ".join(line.text for line in block.lines)
    return block.area.y0, block.area.x0, Furniture(kind, text)


def read_page_info(layout: Layout) -> PageInfo:
    """What the masthead's pieces say, read row by row."""
    lines = sorted(
        (line for block in layout.of("masthead") for line in block.lines),
        key=lambda line: (round(line.area.y1 / 8), line.area.x0),
    )
    days = {}
    for line in lines:
        if _WITHOUT_DAY.search(line.text) and (day := _day_beside(line, lines)) is not None:
            days[id(line)], days[id(day)] = f"{line.text}{day.text.strip('日')}日", ""
    texts = [days.get(id(line), line.text) for line in lines]
    told = [text for text in texts if text and not _BESIDE.search(text) and not is_paper_name(text)]
    return read_masthead([_LUNAR.sub("  ", _CODE.sub("  ", text)) for text in told])


def _day_beside(line: Line, lines: Sequence[Line]) -> Line | None:
    """The day that is set large beside its month: `2024年1月` / `6` / `星期六`."""
    near = [
        (-min(line.area.overlap_x(other.area), line.area.overlap_y(other.area)), at)
        for at, other in enumerate(lines)
        if re.fullmatch(r"(?:[12]?\d|3[01])日?", other.text.replace(" ", ""))
    ]
    distance, at = min(near, default=(0.0, -1))
    return lines[at] if near and distance <= 3 * lines[at].em else None


def finish(draft: Draft, columns: Sequence[str]) -> tuple[CutArticle, list[str]]:
    """The article, not yet judged, and the jumps (`（下转第二版）`) that its text held."""
    lines_of, subheads = paragraphs_of(draft)
    paragraphs = [join_lines(lines) for lines in lines_of]
    jumps: list[str] = []
    for at in (0, len(paragraphs) - 1):
        paragraphs[at], found = _without_jump(paragraphs[at])
        jumps.extend(found)
    bylines, sources = list(draft.bylines), list(draft.sources)
    lead, paragraphs[0] = _lead_of(paragraphs[0], lines_of[0])
    if lead is not None:
        bylines.insert(0, lead)
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


def _lead_of(paragraph: str, lines: Sequence[Line]) -> tuple[Byline | None, str]:
    """The lead, and the paragraph without it.

    A column may end between two names, `（记者 张牧野` / `王秋实）`, where their blank is lost.
    """
    lead, rest = split_lead(paragraph)
    if lead is None or not lead.names:
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


def _without_jump(text: str) -> tuple[str, list[str]]:
    match = JUMP.search(folded(text))
    if match is None or (match.end() < len(text) - 2 and match.start() > 2):
        return text, []
    return (text[: match.start()] + text[match.end() :]).strip(), [
        text[match.start() : match.end()]
    ]
