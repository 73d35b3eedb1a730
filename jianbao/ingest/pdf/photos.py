"""Photographs, cut out of the page as it is printed, each with its caption and its article."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jianbao.ingest.credits import is_photographer, read_byline
from jianbao.ingest.page import Photo
from jianbao.ingest.pdf.illustrations import Owners, caption_text, picture_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.page import CutPage
    from jianbao.ingest.pdf.drafts import Draft
    from jianbao.ingest.pdf.pieces import Layout
    from jianbao.ingest.pdf.shapes import Area

SMALLEST = 60.0
"""In points, of a photograph's shorter side: writers' portraits have 70; logos and signets less."""

DENSITY = 200
"""Dots per inch: newspapers print photographs at 170 to 250."""

QUALITY = 85
"""Of the JPEG."""

_NAMES = r"[\u3400-\u9fff·][\u3400-\u9fff·\s]{0,30}?"

CREDIT = re.compile(
    rf"{_NAMES}\s*[/／]?\s*(?:摄影报道|摄|供图|图|文/图|制图)(?:\s*（[^（）]{{2,10}}）)?"
    rf"|(?:文/图|图片?|摄影?)\s*[/／：:]\s*{_NAMES}"
    r"|新华社发(?:\s*（[^（）]{2,12}）)?|(?:本报)?(?:资料|网络)(?:图片|照片)"
)
"""张玉香 摄, 新华社记者 李 刚 摄, 郭立亮摄（影像中国）, 图/田野, 新华社发（王宁 摄）, 资料图片."""


def credit_of(caption: str) -> str:
    """Who took a photograph, as its caption's last words say; empty when they do not.

    They stand behind a stop, behind a blank or a bracket (`社区食堂开饭 （张玉香 摄）`), or alone.
    """
    *sentences, tail = re.split(r"[。！？；]", caption)
    tail = tail.strip()
    alone = read_byline(tail)
    starts = [0] if sentences or (alone and is_photographer(alone)) else []
    for start in (*starts, *(found.end() for found in re.finditer(r"\s+|(?=[（(])", tail))):
        words = tail[start:]
        if words[:1] in "（(" and words[-1:] in "）)":
            words = words[1:-1]
        if CREDIT.fullmatch(words):
            return words
    return ""


Placed = tuple["Area", str]
"""Where a photograph is, and what stands under it."""


def place_photos(
    drafts: Sequence[Draft], layout: Layout, images: Sequence[Area]
) -> list[list[Placed]]:
    """For each draft the photographs that belong to it, from the top down."""
    placed: list[list[Placed]] = [[] for _ in drafts]
    owners = Owners(drafts, layout)
    captions = [(picture_of(block, layout), block) for block in layout.of("caption")]
    for area in sorted(images, key=lambda each: (each.y0, each.x0)):
        if min(area.width, area.height) < SMALLEST:
            continue
        below = [block for picture, block in captions if picture == area]
        beside = below[0].area if below else area
        text = "".join(block.plain for block in below)
        draft = owners.of(area, beside, text)
        if draft is None:
            continue
        begin = caption_text(below[0]) if below else ""
        caption = next((each for each in draft.captions if begin and each.startswith(begin)), "")
        placed[next(at for at, each in enumerate(drafts) if each is draft)].append((area, caption))
    return placed


def with_photos(cut: CutPage, placed: Sequence[Sequence[Placed]], page: Any) -> CutPage:
    """The page with its photographs; `page` is PDFium's, and open."""
    articles = tuple(
        replace(
            article,
            photos=tuple(
                Photo(_cut_out(page, area), text, credit_of(text)) for area, text in areas
            ),
        )
        if areas
        else article
        for article, areas in zip(cut.articles, placed, strict=True)
    )
    return replace(cut, articles=articles)


def _cut_out(page: Any, area: Area) -> bytes:
    width, height = page.get_size()
    crop = (area.x0, height - area.y1, width - area.x1, area.y0)
    bitmap = page.render(scale=DENSITY / 72, crop=crop)
    out = io.BytesIO()
    bitmap.to_pil().convert("RGB").save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
