"""What belongs to no article: teasers, advertisements, labels of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.drawing import Bar, Text, advance
from tests.ingest.pdf.layouts.frames import Rect

if TYPE_CHECKING:
    from tests.ingest.pdf.layouts.desk import Desk


def set_teasers(desk: Desk, region: Rect) -> None:
    em = desk.style.body
    desk.draw(
        Bar(region.x, region.y, region.width, region.height, desk.chance.choice(("#ddd", None)))
    )
    inner = region.inset(8)
    texts = ["导读"]
    y = inner.y + 2.4 * em
    desk.draw(Text(inner.x, inner.y, "导读", 1.6 * em, "hei"))
    form = desk.chance.choice(("{} ▶{}版", "{} 详见第{}版", "{}（见{}版）"))
    for matter in desk.matters[-4:]:
        text = form.format(matter.title(desk.chance, 1)[0], desk.chance.randint(2, 8))
        size = min(1.3 * em, inner.width / advance(text))
        if y + 2.2 * em > inner.foot:
            break
        desk.draw(Text(inner.x, y, text, round(size, 1), "hei"))
        texts.append(text)
        y += 2.6 * em
    desk.furniture.append({"kind": "teaser", "text": " ".join(texts)})


def set_advertisement(desk: Desk, region: Rect) -> None:
    em = desk.style.body
    desk.draw(Bar(region.x, region.y, region.width, region.height, None, 0.8))
    inner = region.inset(10)
    lines = [
        "广告",
        "金穗家园 盛大开盘",
        "优惠多多 欢迎品鉴",
        "咨询电话：0951-8888123",
        "地址：长桥头清河路口",
    ]
    y = inner.y
    for at, text in enumerate(lines):
        size = round(min((2.4 if at == 1 else 1.2) * em, inner.width / advance(text)), 1)
        if y + size > inner.foot:
            lines = lines[:at]
            break
        desk.draw(Text(inner.x, y, text, size, "hei" if at == 1 else "kai"))
        y += 1.5 * size + 4
    desk.furniture.append({"kind": "advertisement", "text": " ".join(lines)})


def set_label(desk: Desk, region: Rect) -> Rect:
    """Set a label; returns what it leaves of the region."""
    em = desk.style.body
    text = "■ " + desk.chance.choice(("热点聚焦", "基层动态", "委员风采", "一线传真"))
    if desk.chance.random() < 0.5:
        desk.draw(Bar(region.x, region.y, advance(text) * em + 12, 1.7 * em, "#333"))
        desk.draw(Text(region.x + 6, region.y + 0.3 * em, text, em, "hei", white=True))
    else:
        desk.draw(Text(region.x, region.y, text, 1.1 * em, "hei"))
    desk.furniture.append({"kind": "column-label", "text": text})
    return Rect(region.x, region.y + 2.6 * em, region.width, region.height - 2.6 * em)
