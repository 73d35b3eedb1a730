"""Photographs, cut out of the page as it is printed, each with its caption and its article."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

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

CREDIT = re.compile(
    r"[（(]?((?:[\u3400-\u9fff·]{1,12}\s*){1,6}[/／]?(?:摄影报道|摄|供图|图|文/图|制图))[）)]?$"
)
"""张玉香 摄, 新华社记者 李 刚 摄, （资料图片由区政协供图） at a caption's end."""


def credit_of(caption: str) -> str:
    """Who took a photograph, as its caption's last words say; empty when they do not."""
    tail = re.split(r"[。！？；]", caption)[-1].strip()
    found = CREDIT.search(tail)
    return found[0].strip("（）() ") if found else ""


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
