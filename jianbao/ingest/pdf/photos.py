"""Photographs, cut out of the page as it is printed, each with its caption and its article."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from jianbao.ingest.page import Photo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.shapes import Area

SMALLEST = 60.0
"""In points, of a photograph's shorter side: writers' portraits have 70; logos and signets less."""

DENSITY = 200
"""Dots per inch: newspapers print photographs at 170 to 250."""

QUALITY = 85
"""Of the JPEG."""

CREDIT = re.compile(
    r"[（(]?((?:[\u3400-\u9fff·]{2,12}\s*){1,6}[/／]?(?:摄影报道|摄|供图|图|文/图|制图))[）)]?$"
)
"""张玉香 摄, 新华社记者 李 刚 摄, （资料图片由区政协供图） at a caption's end."""


def credit_of(caption: str) -> str:
    """Who took a photograph, as its caption's last words say; empty when they do not."""
    tail = re.split(r"[。！？；]", caption)[-1].strip()
    found = CREDIT.search(tail)
    return found[0].strip("（）() ") if found else ""


def photos_of(page: object, areas: Sequence[tuple[Area, str]]) -> tuple[Photo, ...]:
    """Cut out areas of an open page, each with its caption."""
    return tuple(
        Photo(_cut_out(page, area), caption, credit_of(caption)) for area, caption in areas
    )


def _cut_out(page: object, area: Area) -> bytes:
    width, height = page.get_size()  # type: ignore[attr-defined]
    crop = (area.x0, height - area.y1, width - area.x1, area.y0)
    bitmap = page.render(scale=DENSITY / 72, crop=crop)  # type: ignore[attr-defined]
    out = io.BytesIO()
    bitmap.to_pil().convert("RGB").save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
