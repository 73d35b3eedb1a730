"""A third front page, laid out by other hands than the rules it is to try.

An index of pages in a tinted column, each title under its page; a lead of four columns with a pull
quote, the last of them higher than the others, beside the photograph; a comment in a tinted column
of its own; two equal headlines side by side, each with its author; an upright headline at the right
of its text, the author's name so near to that that it might be a character of it; briefs under a
heading white on a bar; a table; photo news whose photographer is named on its last line; an
advertisement with a QR code.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.ingest.pdf.drawing import Bar, Text, advance
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

if TYPE_CHECKING:
    from collections.abc import Iterator

GRID = Grid(left=40.0, measure=150.0, gutter=16.0, em=10.0, pitch=14.5)


def make_courier_page(seed: int = 5) -> FrontPage:
    """The page; always the same, but for the words that a seed draws."""
    page = FrontPage((1060.0, 1500.0))
    chance = random.Random(seed)
    words = iter(matters(chance))
    _masthead(page, chance)
    _index(page)
    _lead(page, next(words), chance)
    _comment(page, next(words), chance)
    _under_index(page, next(words), chance)
    _neighbours(page, words, chance)
    _upright_headline(page, next(words), chance)
    _briefs(page, [next(words) for _ in range(5)], chance)
    _with_table(page, next(words), chance)
    _photo_news(page, next(words), chance)
    _advertisement(page, chance)
    staff = "值班编委：王秋实 责编：李若溪 版式：钱 宁 校对：孙 菲"
    page.draw(Text(40, 1480, staff, 8, "kai"))
    return page


def _masthead(page: FrontPage, chance: random.Random) -> None:
    page.draw(
        Bar(40, 30, 330, 80, "#c00"),  # the paper's name is a picture
        Text(400, 34, "2023年11月", 12, "hei"),
        Text(410, 52, "9", 34, "hei"),
        Text(400, 94, "星期四", 12, "hei"),
        Text(460, 96, "癸卯年九月廿六", 9),
        Text(560, 36, "清河晨报社出版", 10),
        Text(560, 54, "国内统一连续出版物号 CN 11-0068", 9),
        Text(560, 70, "第8123期 代号1-9", 9),
        Text(560, 86, "今日12版 A1版", 9),
        Text(760, 40, "银川今日 晴", 11, "hei"),
        Text(760, 58, "3℃～15℃ 北风2级", 10, "kai"),
        Text(760, 76, "PM2.5指数 35 优", 10, "kai"),
        *qr_code(930, 34, 60, chance),
        Text(934, 98, "扫码关注我们", 8, "kai"),
        Bar(40, 122, 980, 2.5),
    )


def _index(page: FrontPage) -> None:
    page.draw(Bar(40, 136, 150, 420, "#eee"), Text(50, 146, "本期看点", 16, "hei"))
    entries = (
        ("A2·要闻", ("新城老街各有", "各的烟火气")),
        ("A5·民生", ("百家小厂的", "数字课")),
        ("A7·文化", ("一粒种子", "北上之路")),
        ("A9·体育", ("夜跑团跑出", "一座城")),
    )
    for at, (place, lines) in enumerate(entries):
        y = 180 + 70 * at
        page.draw(Text(50, y, place, 9, "kai"))
        for number, line in enumerate(lines):
            page.draw(Text(50, y + 15 + 17 * number, line, 13, "hei"))


def _lead(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    kicker, title = "全市冬季供暖保障工作推进会召开", "把暖气送进每一户 把民心焐热"
    subtitle = f"——{matter.place}{matter.words[0]}见闻"
    shown, credit = (
        f"11月8日，{matter.place}的工作人员在检查{matter.words[1]}。",
        "本报记者 孙 菲 摄",
    )
    page.draw(
        GRID.centred(kicker, 136, 16, "kai", 1, 4),
        GRID.centred(title, 162, 38, "hei", 1, 4),
        GRID.centred(subtitle, 210, 15, "kai", 1, 4),
        GRID.centred("本报记者 李若溪 通讯员 钱 宁", 236, 10, "hei", 1, 4),
        Bar(GRID.x(1), 258, GRID.width(3), 170, "#bbb"),
        Text(GRID.x(1), 433, shown, 9, "kai"),
        Text(GRID.x(3) + 60, 433, credit, 9, "kai"),
    )
    top, quote = 456.0, 456 + 7 * GRID.pitch
    page.draw(Bar(GRID.x(2) + 10, quote + 4, 130, 1.2), Bar(GRID.x(2) + 10, quote + 64, 130, 1.2))
    lines = (f"“{matter.words[0]}好不好，", "群众说了算，", "我们心里才踏实。”")
    for at, line in enumerate(lines):
        page.draw(Text(GRID.x(2) + 16, quote + 10 + 17 * at, line, 13, "kai"))
    frames = [
        GRID.column(1, top, 19),
        GRID.column(2, top, 7),
        GRID.column(2, top + 12 * GRID.pitch, 7),
        GRID.column(3, top, 19),
        GRID.column(4, 258, 32),
    ]
    paragraphs = GRID.fill(matter, chance, frames, 14)
    page.draw(*GRID.pour([*paragraphs[:-1], f"{paragraphs[-1]}（下转A3版）"], frames))
    page.articles.append(
        Article(
            title,
            paragraphs,
            kicker=kicker,
            subtitle=subtitle,
            byline=("李若溪", "钱宁"),
            captions=(f"{shown} {credit}",),
        )
    )


def _comment(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    lines = (f"{matter.words[0]}里", "有大文章")
    page.draw(
        Bar(GRID.x(5) - 6, 136, 162, 600, "#e8e8e8"),
        Bar(GRID.x(5), 144, 70, 18, "#333"),
        Text(GRID.x(5) + 8, 146, "今日观点", 13, "hei", white=True),
        GRID.centred(lines[0], 176, 20, "song", 5, 1),
        GRID.centred(lines[1], 201, 20, "song", 5, 1),
        GRID.centred("○ 李若溪", 228, 10, "kai", 5, 1),
    )
    _set(page, " ".join(lines), matter, chance, [GRID.column(5, 248, 33)], byline="李若溪")


def _under_index(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    lines, lead = (f"{matter.place}：", f"{matter.words[1]}上新了"), "本报讯（记者 张牧野）"
    page.draw(
        GRID.centred(lines[0], 572, 17, "hei", 0, 1), GRID.centred(lines[1], 593, 17, "hei", 0, 1)
    )
    frames = [GRID.column(0, 618, 8)]
    paragraphs = GRID.fill(matter, chance, frames, 12)[:1]
    page.draw(*GRID.pour([lead + paragraphs[0]], frames, bold=len(lead)))
    page.articles.append(Article(" ".join(lines), paragraphs, byline=("张牧野",)))


def _neighbours(page: FrontPage, words: Iterator[Matter], chance: random.Random) -> None:
    page.draw(hairline(40, 750, 980, 0))
    for at in (0, 2):
        matter = next(words)
        title = f"{matter.place}{matter.words[0]}与{matter.words[1]}同行"
        page.draw(
            GRID.centred(title, 762, 22, "hei", at, 2),
            GRID.centred("本报记者 赵知远", 790, 10, "kai", at, 2),
        )
        _set(page, title, matter, chance, GRID.columns(at, 2, 808, 15), byline="赵知远")


def _upright_headline(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    title = f"{matter.name}的一年"
    page.draw(
        Text(1020 - 28, 764, title, 26, "song", down=True),
        Text(1020 - 44, 764, "吴天佑", 10, "kai", down=True),
    )
    frames = [Frame(GRID.x(4), 764, 128, 18), Frame(GRID.x(4) + 144, 764, 122, 18)]
    _set(page, title, matter, chance, frames, byline="吴天佑")


def _briefs(page: FrontPage, five: list[Matter], chance: random.Random) -> None:
    page.draw(
        hairline(40, 1040, 980, 0),
        Bar(40, 1050, GRID.width(2), 20, "#222"),
        Text(140, 1053, "一句话新闻", 14, "hei", white=True),
    )
    led = {f"●{matter.place}{matter.name}": matter for matter in five}
    pour_briefs(page, GRID, "一句话新闻", led, GRID.columns(0, 2, 1080, 16), chance)


def _with_table(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    title, lead = f"{matter.place}{matter.words[2]}价格公布", "本报讯（记者 郑小禾）"
    page.draw(GRID.centred(title, 1052, 20, "song", 2, 2))
    frames = [GRID.column(2, 1086, 17), GRID.column(3, 1086, 9)]
    paragraphs = GRID.fill(matter, chance, frames, 12)
    page.draw(*GRID.pour([lead + paragraphs[0], *paragraphs[1:]], frames, bold=len(lead)))
    page.articles.append(Article(title, paragraphs, byline=("郑小禾",)))
    top = 1086 + 9 * GRID.pitch + 8
    page.draw(GRID.centred("本周价格（元/公斤）", top, 9, "hei", 3, 1))
    rows = (
        ("品名", "本周", "上周"),
        ("黄瓜", "3.2", "3.5"),
        ("西红柿", "4.8", "4.6"),
        ("土豆", "2.1", "2.1"),
    )
    for at, row in enumerate(rows):
        y = top + 14 + 15 * at
        page.draw(hairline(GRID.x(3), y, 150, 0))
        for number, cell in enumerate(row):
            page.draw(Text(GRID.x(3) + 8 + 52 * number, y + 3, cell, 9, "kai"))
    page.draw(hairline(GRID.x(3), top + 74, 150, 0))
    page.draw(*(hairline(GRID.x(3) + 50 * at, top + 14, 0, 60) for at in range(4)))


def _photo_news(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    frame = GRID.column(4, 1160, 5)
    paragraph = GRID.fill(matter, chance, [frame])[:1]
    text = [one for one in GRID.pour(paragraph, [frame]) if isinstance(one, Text)]
    last = max(one.y for one in text)
    end = max(one.x + advance(one.text) * one.em for one in text if one.y == last)
    page.draw(
        Bar(GRID.x(4), 1052, 150, 100, "#bbb"),
        *text,
        Text(GRID.x(4) + 60, last + (end > GRID.x(4) + 50) * GRID.pitch, "本报记者 孙 菲 摄", 10),
    )
    page.articles.append(Article(None, paragraph, byline=("孙菲",)))


def _advertisement(page: FrontPage, chance: random.Random) -> None:
    left = GRID.x(5)
    page.draw(
        Bar(left, 1052, 150, 260, None, 0.8),
        Text(left + 14, 1066, "金穗家园", 26, "hei"),
        Text(left + 14, 1102, "盛大开盘 优惠多多", 13, "kai"),
        Text(left + 14, 1126, "热线：0951-8888123", 10, "kai"),
        *qr_code(left + 40, 1150, 70, chance),
        Text(left + 44, 1226, "扫码看房", 10, "kai"),
    )


def _set(
    page: FrontPage,
    title: str,
    matter: Matter,
    chance: random.Random,
    frames: list[Frame],
    *,
    byline: str,
) -> None:
    paragraphs = GRID.fill(matter, chance, frames)
    page.draw(*GRID.pour(paragraphs, frames))
    page.articles.append(Article(title, paragraphs, byline=(byline,)))
