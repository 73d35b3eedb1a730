"""What fills a region: an article, with another one nested in it perhaps; photo news; furniture."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from tests.ingest.pdf.drawing import Bar, Text, advance
from tests.ingest.pdf.layouts.drafts import Draft, new_draft
from tests.ingest.pdf.layouts.frames import Rect, capacity, free_pieces, overlap
from tests.ingest.pdf.layouts.furniture import set_advertisement, set_label, set_teasers
from tests.ingest.pdf.layouts.headlines import set_head
from tests.ingest.pdf.layouts.pictures import set_picture
from tests.ingest.pdf.layouts.running import set_text, text_for
from tests.ingest.pdf.stock import REPORTERS

if TYPE_CHECKING:
    from tests.ingest.pdf.layouts.desk import Desk


def fill_region(desk: Desk, region: Rect, columns: int) -> None:
    chance = desk.chance
    area_lines = region.height / desk.style.pitch * columns
    draw = chance.random()
    if draw < 0.07 and area_lines < 90:
        set_teasers(desk, region)
    elif draw < 0.13 and area_lines < 90:
        set_advertisement(desk, region)
    elif draw < 0.19 and columns == 1:
        _photo_news(desk, region)
    else:
        _article(desk, region, columns)


def _photo_news(desk: Desk, region: Rect) -> None:
    matter = desk.matters.pop()
    draft = Draft(matter=matter)
    picture = Rect(region.x, region.y, region.width, min(0.5 * region.height, 130.0))
    desk.draw(Bar(picture.x, picture.y, picture.width, picture.height, "#bbb"))
    top = picture.foot + 0.6 * desk.style.pitch
    frame = Rect(region.x, top, region.width, region.foot - top - 2 * desk.style.pitch)
    text = matter.sentence(desk.chance) + matter.sentence(desk.chance)
    text = text.replace("；", "。")
    foot = set_text(desk, [text], [frame], draft, subheads=False)
    name = desk.chance.choice(REPORTERS)
    credit = f"本报记者 {name} 摄"
    width = advance(credit) * desk.style.body
    desk.draw(Text(region.right - width, foot + 0.3, credit, desk.style.body))
    draft.byline = ["".join(name.split())]
    desk.articles.append(draft.gold())


def _article(desk: Desk, region: Rect, columns: int) -> None:
    chance, style = desk.chance, desk.style
    border = chance.choice(("none", "none", "none", "box", "ell"))
    if border == "box":
        desk.draw(
            Bar(
                region.x,
                region.y,
                region.width,
                region.height,
                None,
                chance.choice((0.28, 1.0)),
            )
        )
        region = region.inset(0.8 * style.body)
    elif border == "ell" and region.x > 60:
        x = region.x - style.gutter / 2
        desk.draw(Bar(x, region.y, 0.28, region.height + 4))
        desk.draw(Bar(x, region.foot + 4, region.width + style.gutter / 2, 0.28))
    count = columns
    if columns >= 3 and chance.random() < 0.25:
        count = columns - 1
    draft = new_draft(desk, big=columns >= 2 and region.height > 18 * style.pitch)
    blocked: list[Rect] = []
    if chance.random() < 0.12 and columns >= 2:
        region = set_label(desk, region)
    tops = set_head(desk, region, count, draft, blocked)
    unit = (region.width + style.gutter) / count
    room = (region.foot - tops) / style.pitch
    if chance.random() < 0.45 and room >= 22 and count >= 2:
        set_picture(desk, region, count, tops, draft, blocked)
    nested = None
    if count >= 3 and room >= 30 and chance.random() < 0.3 and desk.matters:
        at = chance.randint(1, count - 1)
        height = 0.45 * (region.foot - tops)
        nested = Rect(
            region.x + at * unit,
            region.foot - height,
            (count - at) * unit - style.gutter,
            height,
        )
        if any(overlap(nested, one) for one in blocked):
            nested = None
        else:
            blocked.append(
                Rect(nested.x - 2, nested.y - style.pitch, nested.width + 4, height + style.pitch)
            )
    frames = []
    for at in range(count):
        column = Rect(region.x + at * unit, region.y, unit - style.gutter, region.height)
        frames.extend(free_pieces(column, blocked, style))
    if style.column_rules:
        _rule_columns(desk, frames)
    text = text_for(desk, draft, capacity(frames, style))
    set_text(desk, text, frames, draft, subheads=True)
    desk.articles.append(draft.gold())
    if nested is not None:
        desk.draw(Bar(nested.x, nested.y, nested.width, nested.height, None, 0.5))
        _nested(desk, nested.inset(0.8 * style.body), columns - at)


def _nested(desk: Desk, region: Rect, columns: int) -> None:
    draft = new_draft(desk, big=False)
    blocked: list[Rect] = []
    set_head(desk, region, columns, draft, blocked, plain=True)
    unit = (region.width + desk.style.gutter) / columns
    frames = []
    for at in range(columns):
        column = Rect(region.x + at * unit, region.y, unit - desk.style.gutter, region.height)
        frames.extend(free_pieces(column, blocked, desk.style))
    text = text_for(desk, draft, capacity(frames, desk.style))
    set_text(desk, text, frames, draft, subheads=False)
    desk.articles.append(draft.gold())


def _rule_columns(desk: Desk, frames: list[Rect]) -> None:
    for one, other in itertools.pairwise(frames):
        if other.x > one.right and abs(one.y - other.y) < 2:
            x = (one.right + other.x) / 2
            desk.draw(Bar(x, one.y, 0.28, min(one.height, other.height), "#999"))
