"""The page: cut into regions, under a masthead."""

from __future__ import annotations

import random

from tests.ingest.pdf.drawing import Bar, Text
from tests.ingest.pdf.layouts.desk import SIZE, Desk, Page
from tests.ingest.pdf.layouts.frames import Rect
from tests.ingest.pdf.layouts.regions import fill_region


def make_page(seed: int, *, named: bool) -> Page:
    """A page; `named`: for a file whose fonts have names, so that a face alone may tell."""
    return _make(Desk(random.Random(seed), named=named))


def _make(desk: Desk) -> Page:
    style = desk.style
    top = _masthead(desk)
    whole = Rect(36.0, top, SIZE[0] - 72.0, SIZE[1] - top - 40.0)
    unit = (whole.width + style.gutter) / style.columns
    for c0, c1, y0, y1 in _partition(desk, 0, style.columns, whole.y, whole.foot, 0):
        region = Rect(whole.x + c0 * unit, y0, (c1 - c0) * unit - style.gutter, y1 - y0)
        fill_region(desk, region, c1 - c0)
    desk.page.gold = {
        "page": desk.page.gold["page"],
        "furniture": desk.furniture,
        "articles": desk.articles,
    }
    return desk.page


def _partition(
    desk: Desk, c0: int, c1: int, y0: float, y1: float, depth: int
) -> list[tuple[int, int, float, float]]:
    columns, height = c1 - c0, y1 - y0
    lines = height / desk.style.pitch
    tall, wide = lines >= 34, columns >= 2
    big = columns * lines > 95 or depth == 0
    if (big or desk.chance.random() < 0.25) and (tall or (wide and lines >= 16)):
        level = tall and (not wide or desk.chance.random() < (0.75 if depth == 0 else 0.5))
        if level or not wide:
            cut = y0 + height * desk.chance.uniform(0.38, 0.62)
            gap = desk.style.pitch * desk.chance.uniform(1.2, 2.0)
            if desk.chance.random() < 0.4:
                _rule_level(desk, c0, c1, cut + gap / 2)
            return _partition(desk, c0, c1, y0, cut, depth + 1) + _partition(
                desk, c0, c1, cut + gap, y1, depth + 1
            )
        at = desk.chance.randint(c0 + 1, c1 - 1)
        return _partition(desk, c0, at, y0, y1, depth + 1) + _partition(
            desk, at, c1, y0, y1, depth + 1
        )
    return [(c0, c1, y0, y1)]


def _rule_level(desk: Desk, c0: int, c1: int, y: float) -> None:
    unit = (SIZE[0] - 72.0 + desk.style.gutter) / desk.style.columns
    desk.draw(Bar(36.0 + c0 * unit, y, (c1 - c0) * unit - desk.style.gutter, 0.28))


def _masthead(desk: Desk) -> float:
    chance, body = desk.chance, desk.style.body
    year, month, day = chance.randint(2011, 2025), chance.randint(1, 12), chance.randint(1, 28)
    number, section = chance.randint(1, 16), chance.choice(("要闻", "民生", "综合新闻", "基层"))
    weekday = "星期" + chance.choice("一二三四五六日")
    info = {
        "date": f"{year}-{month:02}-{day:02}",
        "page_no": f"{number:02}",
        "section": section,
    }
    kind = chance.randrange(4)
    texts: list[tuple[float, float, str, float]]
    if kind == 0:
        texts = [
            (
                36,
                24,
                f"{section} {number:02}{year}年{month}月{day}日 {weekday} 编辑 赵知远 校对 孙 菲",
                11,
            )
        ]
    elif kind == 1:
        texts = [
            (36, 22, f"第{number:02}版：{section}", 15),
            (300, 26, f"{year}年{month}月{day}日 {weekday}", 11),
            (540, 26, "责编 王秋实 版式 钱 宁 校对 李若溪", 9),
        ]
    elif kind == 2:
        texts = [
            (
                36,
                24,
                f"{year}年{month}月{day}日 {weekday} {section} A{number:02} 本版编辑/钱宁 美编/孙菲",
                10,
            )
        ]
    else:  # a front page: pieces around the paper's name, which is a picture
        info["page_no"], info["section"] = "01", None
        desk.draw(Bar(180, 30, 300, 70, "#c00"))
        texts = [
            (36, 34, f"{year}年{month}月{day}日", 11),
            (36, 50, weekday, 11),
            (36, 66, "甲辰年十一月廿五", 9),
            (560, 34, "国内统一连续出版物号 CN 11-0065", 9),
            (560, 50, "第27562期 代号1-1", 9),
            (560, 66, "第01版 今日8版", 9),
        ]
    if kind == 3:
        _ornaments(desk, 36, 106, 70)
    for x, y, text, em in texts:
        desk.draw(Text(x, y, text, em, "hei" if kind == 1 else "song"))
    edge = 112.0 if kind == 3 else 44.0
    desk.draw(Bar(36, edge, SIZE[0] - 72, 2.0))
    desk.page.gold = {"page": info}
    desk.furniture.append({"kind": "masthead", "text": " ".join(one[2] for one in texts)})
    return edge + 1.2 * body + 4


def _ornaments(desk: Desk, x: float, y: float, count: int) -> None:
    if not desk.named:  # a bare file's code would have no Unicode
        desk.draw(Text(x, y, "\uf001" * count, 6, "ornament"))
