"""An evening paper's front page: more pieces, and more that is no article, than a morning paper's.

A weather box and QR codes; a photograph over four columns with its caption below them; a pull quote
between rules in the middle of a column; an index of pages with dotted leaders; a boxed comment
under a label; an upright headline at the right of its text; two equal headlines side by side, each
over two columns, no rule between; a small table within an article; briefs (简讯) with bold leads; a
jump in a line of its own.
"""

from __future__ import annotations

import random
from itertools import accumulate

from tests.ingest.pdf.drawing import Bar, Stroke, Text
from tests.ingest.pdf.frontpages.setting import (
    Article,
    Frame,
    FrontPage,
    Grid,
    hairline,
    pour_briefs,
    qr_code,
)
from tests.ingest.pdf.stock import Matter, matters

GRID = Grid(left=30.0, measure=136.0, gutter=14.0, em=10.0, pitch=14.0)


def make_evening_page() -> FrontPage:
    """The page; always the same."""
    page = FrontPage((1096.0, 1500.0))
    chance = random.Random(23)
    words = iter(matters(chance))
    _masthead(page, chance)
    _lead(page, next(words), chance)
    _index(page)
    _comment(page, next(words), chance)
    _upright_headline(page, next(words), chance)
    _neighbours(page, (next(words), next(words)), chance)
    _with_table(page, next(words), chance)
    _briefs(page, [next(words) for _ in range(6)], chance)
    _photo_news(page, next(words), chance)
    _advertisement(page, chance)
    page.draw(Text(30, 1470, "责编：王秋实 李若溪　美编：钱 宁　校对：孙 菲", 8, "kai"))
    return page


def _masthead(page: FrontPage, chance: random.Random) -> None:
    weather = Bar(806, 28, 180, 66, None)
    page.draw(
        Bar(380, 26, 300, 58, "#c00"),  # the paper's name is a picture
        Text(40, 30, "2024年5月", 12, "hei"),
        Text(52, 46, "12", 34, "hei"),
        Text(40, 88, "星期日", 12, "hei"),
        Text(120, 90, "甲辰年四月初五", 9),
        Text(400, 90, "国内统一连续出版物号 CN 11-0077　第09876期　今日16版", 9),
        weather,
        Text(814, 34, "今日天气", 12, "hei"),
        Text(814, 54, "晴转多云 18℃～29℃", 10, "kai"),
        Text(814, 72, "南风3级 空气质量良", 10, "kai"),
        *qr_code(1000, 28, 56, chance),
        Text(1004, 88, "扫码看数字报", 8, "kai"),
        Bar(GRID.left, 112, page.size[0] - 2 * GRID.left, 3.0),
    )


def _lead(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    photo = Bar(GRID.x(0), 126, GRID.width(4), 200, "#bbb")
    shown = f"▲5月11日，{matter.person}（右二）和大家一起在{matter.place}查看{matter.words[0]}。"
    credit = "本报记者 孙 菲 摄"
    kicker, title = f"本报记者探访{matter.place}", f"小小{matter.words[0]}牵动万家灯火"
    page.draw(
        photo,
        Text(photo.x, 331, shown, 9, "kai"),
        Text(photo.x + photo.width - 80, 331, credit, 9, "kai"),
        GRID.centred(kicker, 356, 17, "kai", 0, 4),
        GRID.centred(title, 382, 36, "hei", 0, 4),
        GRID.centred("本报记者 王秋实 李若溪", 428, 10, "hei", 0, 4),
    )
    top, quote = 448.0, 448 + 9 * GRID.pitch
    frames = [
        *GRID.columns(0, 2, top, 24),
        GRID.column(2, top, 9),
        GRID.column(2, quote + 5 * GRID.pitch, 10),
        GRID.column(3, top, 23),
    ]
    lines = (f"把{matter.words[1]}修好，", "就是把日子过好。")
    page.draw(
        Bar(GRID.x(2), quote + 4, GRID.measure, 1.5),
        *(
            Text(GRID.x(2) + 12, quote + 12 + 20 * at, one, 14, "kai")
            for at, one in enumerate(lines)
        ),
        Bar(GRID.x(2), quote + 56, GRID.measure, 1.5),
    )
    paragraphs = GRID.fill(matter, chance, frames)
    page.draw(*GRID.pour(paragraphs, frames))
    page.draw(Text(GRID.x(3) + 66, top + 23 * GRID.pitch, "（下转第3版）", 10))
    page.articles.append(
        Article(
            title,
            paragraphs,
            kicker=kicker,
            byline=("王秋实", "李若溪"),
            captions=(f"{shown} {credit}",),
        )
    )


def _index(page: FrontPage) -> None:
    left = GRID.x(4)
    titles = ("新城老街 各有各的烟火气", "一粒种子的北上之路", "百家小厂的数字课")
    page.draw(Text(left, 126, "今日看点", 16, "hei"))
    for at, title in enumerate(titles):
        y = 154 + 22 * at
        page.draw(
            Text(left, y, title, 12, "hei"),
            Text(left + 200, y, "…" * 15, 10, "kai"),
            Text(left + 360, y, f"A{4 + 2 * at:02}版", 10, "kai"),
        )
    page.draw(hairline(left, 226, GRID.width(3), 0))


def _comment(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    left, title = GRID.x(4), f"{matter.words[0]}虽小 民生事大"
    page.draw(
        Bar(left, 240, GRID.width(3), 250, None, 0.8),
        Bar(left + 8, 232, 76, 18, "#333"),
        Text(left + 14, 235, "今日论语", 12, "hei", white=True),
        GRID.centred(title, 262, 22, "song", 4, 3),
        GRID.centred("□ 赵知远", 290, 10, "kai", 4, 3),
    )
    inner = (GRID.width(3) - 2 * 12 - 2 * GRID.gutter) / 3
    frames = [Frame(left + 12 + at * (inner + GRID.gutter), 310, inner, 12) for at in range(3)]
    paragraphs = GRID.fill(matter, chance, frames)
    page.draw(*GRID.pour(paragraphs, frames))
    page.articles.append(Article(title, paragraphs, byline=("赵知远",)))


def _upright_headline(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    """At the right of the text, with its author below it."""
    title = f"{matter.name}的六十天"
    right = GRID.x(6) + GRID.measure
    page.draw(
        Text(right - 32, 508, title, 28, "song", down=True),
        Text(right - 46, 640, "郑小禾", 10, "kai", down=True),
    )
    inner = (GRID.width(3) - 60 - GRID.gutter) / 2
    frames = [Frame(GRID.x(4) + at * (inner + GRID.gutter), 508, inner, 19) for at in range(2)]
    paragraphs = GRID.fill(matter, chance, frames)
    page.draw(*GRID.pour(paragraphs, frames))
    page.articles.append(Article(title, paragraphs, byline=("郑小禾",)))


def _neighbours(page: FrontPage, two: tuple[Matter, Matter], chance: random.Random) -> None:
    """Of one size and face, so near to one another that a blank might part them."""
    page.draw(hairline(GRID.left, 800, page.size[0] - 2 * GRID.left, 0))
    for at, matter in zip((0, 2), two, strict=True):
        title = f"{matter.place}{matter.words[0]}办到群众家门口"
        page.draw(GRID.centred(title, 812, 23, "hei", at, 2))
        frames = GRID.columns(at, 2, 848, 17)
        paragraphs = GRID.fill(matter, chance, frames)
        page.draw(*GRID.pour(paragraphs, frames))
        page.articles.append(Article(title, paragraphs))


def _with_table(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    """A table of four rows at the foot of the last of its columns."""
    title = f"{matter.words[0]}价格连降三周"
    page.draw(
        Bar(GRID.x(4) - GRID.gutter / 2, 808, 0.28, 280), GRID.centred(title, 812, 24, "song", 4, 3)
    )
    frames = [*GRID.columns(4, 2, 848, 17), GRID.column(6, 848, 8)]
    lead = "本报讯（记者 张牧野）"
    paragraphs = GRID.fill(matter, chance, frames, len(lead))
    page.draw(*GRID.pour([lead + paragraphs[0], *paragraphs[1:]], frames, bold=len(lead)))
    page.articles.append(Article(title, paragraphs, byline=("张牧野",)))
    page.draw(*_table(GRID.x(6), 848 + 9 * GRID.pitch))


def _table(x: float, y: float) -> list[Stroke]:
    rows = (
        ("品种", "本周", "上周"),
        ("黄瓜", "3.2", "3.5"),
        ("西红柿", "4.1", "4.8"),
        ("土豆", "2.2", "2.4"),
    )
    widths, height = (52.0, 42.0, 42.0), 16.0
    strokes: list[Stroke] = [Text(x + 20, y, "五月菜价（元/公斤）", 9, "hei")]
    top = y + 16
    strokes += [hairline(x, top + at * height, sum(widths), 0) for at in range(len(rows) + 1)]
    edges = [0.0, *accumulate(widths)]
    strokes += [hairline(x + edge, top, 0, len(rows) * height) for edge in edges]
    for at, row in enumerate(rows):
        strokes += [
            Text(x + edge + 6, top + at * height + 3, cell, 9, "kai")
            for edge, cell in zip(edges, row, strict=False)
        ]
    return strokes


def _briefs(page: FrontPage, six: list[Matter], chance: random.Random) -> None:
    """Under a heading of their own, each led by its headline in bold."""
    page.draw(
        hairline(GRID.left, 1106, page.size[0] - 2 * GRID.left, 0),
        Text(GRID.x(0), 1116, "简讯", 20, "hei"),
    )
    led = {f"■{matter.place}推进{matter.name}": matter for matter in six}
    pour_briefs(page, GRID, "简讯", led, GRID.columns(0, 3, 1146, 12), chance)


def _photo_news(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    frame = GRID.column(3, 1236, 5)
    page.draw(Bar(frame.x, 1116, frame.width, 112, "#bbb"))
    paragraph = GRID.fill(matter, chance, [frame])[:1]
    page.draw(*GRID.pour(paragraph, [frame]))
    page.draw(Text(frame.x + 46, 1236 + 5 * GRID.pitch, "本报记者 孙 菲 摄", 10))
    page.articles.append(Article(None, paragraph, byline=("孙菲",)))


def _advertisement(page: FrontPage, chance: random.Random) -> None:
    left = GRID.x(4)
    page.draw(
        Bar(left, 1116, GRID.width(3), 190, None, 0.8),
        Text(left + 20, 1136, "清河大剧院", 28, "hei"),
        Text(left + 20, 1180, "五月演出季 全场优惠", 16, "kai"),
        Text(left + 20, 1214, "订票热线：0951-6033210", 12, "kai"),
        Text(left + 20, 1238, "地址：清河路88号", 12, "kai"),
        *qr_code(left + 300, 1140, 90, chance),
        Text(left + 316, 1236, "扫码购票", 12, "kai"),
    )
