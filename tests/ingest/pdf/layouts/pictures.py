"""A picture in an article's columns, its caption below it or upright beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.drawing import Bar, Text
from tests.ingest.pdf.layouts.frames import Rect, overlap
from tests.ingest.pdf.layouts.headlines import broken

if TYPE_CHECKING:
    from tests.ingest.pdf.layouts.desk import Desk
    from tests.ingest.pdf.layouts.drafts import Draft


def set_picture(
    desk: Desk, region: Rect, count: int, top: float, draft: Draft, blocked: list[Rect]
) -> None:
    chance, style = desk.chance, desk.style
    em = style.body
    unit = (region.width + style.gutter) / count
    height = (region.foot - top) * chance.uniform(0.25, 0.4)
    kind = chance.choice(("columns", "strip", "foot"))
    span = chance.randint(1, max(1, count - 1))
    if kind == "columns":
        at = chance.randint(0, count - span)
        area = Rect(region.x + at * unit, top, span * unit - style.gutter, height)
    elif kind == "foot":
        at = chance.randint(0, count - span)
        area = Rect(region.x + at * unit, region.foot - height, span * unit - style.gutter, height)
    else:  # leaves a strip of the column beside it
        strip = max(6.2 * em, 0.4 * unit)
        area = Rect(region.x, top, 2 * unit - style.gutter - strip - 0.8 * em, height)
        if unit - style.gutter - strip < 2 * em:
            area = Rect(region.x, top, unit - style.gutter, height)
    if any(overlap(area, one) for one in blocked):
        return
    caption = draft.matter.caption(chance)
    face, size = "kai", round(chance.choice((0.85, 0.9)) * em, 1)
    pieces: list[Text] = []
    if chance.random() < 0.3 and area.height > 60:  # upright, right to left
        per = int(area.height / size)
        parts = [caption[i : i + per] for i in range(0, len(caption), per)]
        width = len(parts) * 1.3 * size + 2
        photo = Rect(area.x, area.y, area.width - width - 3, area.height)
        x = area.right - size
        for part in parts:
            pieces.append(Text(x, area.y, part, size, face, down=True))
            x -= 1.3 * size
    else:
        parts = broken(caption, area.width / size)
        below = len(parts) * 1.25 * size + 3
        photo = Rect(area.x, area.y, area.width, area.height - below)
        y = photo.foot + 3
        for part in parts:
            pieces.append(Text(area.x, y, part, size, face))
            y += 1.25 * size
    if photo.width < 50 or photo.height < 40:
        return
    desk.draw(Bar(photo.x, photo.y, photo.width, photo.height, "#bbb"))
    for piece in pieces:
        desk.draw(piece)
    draft.captions.append(caption)
    pad = 0.7 * style.pitch
    y = area.y if kind != "foot" else area.y - pad
    blocked.append(Rect(area.x - 1, y, area.width + 2, area.height + pad))
