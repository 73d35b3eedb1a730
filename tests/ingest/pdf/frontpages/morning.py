"""A daily's front page, everything on one sheet.

Not made by chance like the other pages, but laid out by hand as a make-up editor would: a condensed
headline with its kicker; text that runs from the lower left through a narrow strip beside a photo
to the lower right; a caption written downwards; a comment beside its upright headline within an
L of hairlines; teasers in a tinted box framed by private-use glyphs; a shadowed headline; an
initial; an article written downwards; photo news; an advertisement without a box.
"""

from __future__ import annotations

import random

from tests.ingest.pdf.drawing import Bar, Text
from tests.ingest.pdf.frontpages.setting import Article, Frame, FrontPage, Grid
from tests.ingest.pdf.stock import Matter, matters

GRID = Grid(left=36.0, measure=143.0, gutter=14.0, em=10.5, pitch=15.0)


def make_morning_page(seed: int = 11) -> FrontPage:
    """The page; always the same, but for the words that a seed draws."""
    page = FrontPage((1000.0, 1400.0))
    chance = random.Random(seed)
    words = iter(matters(chance))
    _masthead(page)
    _lead(page, next(words), chance)
    _comment(page, next(words), chance)
    _teasers(page)
    _shadowed(page, next(words), chance)
    _with_subhead(page, next(words), chance)
    _labelled(page, next(words), chance)
    _upright(page, next(words), chance)
    _photo_news(page, next(words), chance)
    _advertisement(page)
    page.draw(
        Text(36, 1372, "本版责编：王秋实 李若溪 版式：钱 宁", 8, "kai"),
        Text(820, 1386, "A01.indd 1 2024/3/17 23:41", 6, "kai"),
    )
    return page


def _masthead(page: FrontPage) -> None:
    page.draw(
        Bar(250, 24, 420, 84, "#c00"),  # the paper's name is a picture
        Text(40, 30, "2024年3月", 12, "hei"),
        Text(52, 46, "18", 34, "hei"),
        Text(40, 86, "星期一", 12, "hei"),
        Text(110, 88, "甲辰年二月初九", 9),
        Text(720, 34, "清河日报社出版", 10),
        Text(720, 52, "国内统一连续出版物号 CN 11-0066", 9),
        Text(720, 68, "第27635期 代号1-2", 9),
        Text(720, 84, "今日12版 第01版", 9),
        Bar(GRID.left, 118, page.size[0] - 2 * GRID.left, 3.0),
    )


def _lead(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    kicker, lines = (
        "全省春季重点工程推进会召开",
        ["抓住春光 把开局起步的每一件实事", "办到群众心坎上"],
    )
    page.draw(GRID.centred(kicker, 132, 17, "kai", 0, 4))
    for at, line in enumerate(lines):  # 20 points wide, 40 high
        page.draw(GRID.centred(line, 158 + 46 * at, 40, "hei", 0, 4, stretch=0.5))
    photo = Bar(GRID.left, 262, 2.35 * GRID.measure + 2 * GRID.gutter, 190, "#bbb")
    caption = (f"图为3月17日，在{matter.place}", f"，人们在看{matter.words[0]}。", "孙 菲 摄")
    x = photo.x + photo.width - 10
    wide = photo.width - 3 * 13 - 4
    page.draw(Bar(photo.x, photo.y, wide, photo.height, "#bbb"))
    for line in caption:
        page.draw(Text(x, photo.y, line, 9, "kai", down=True))
        x -= 13
    strip = GRID.left + 2 * (GRID.measure + GRID.gutter) + 0.42 * GRID.measure
    frames = [
        GRID.column(0, 464, 17),
        GRID.column(1, 464, 17),
        Frame(strip, 262, 0.58 * GRID.measure, 13),
        GRID.column(2, 464, 17),
        GRID.column(3, 262, 30),
    ]
    lead = "新华社北京 3 月 17 日电 （记者 王秋实 李若溪）"
    paragraphs = GRID.fill(matter, chance, frames, len(lead) + 8)
    shown = [lead + paragraphs[0], *paragraphs[1:]]
    shown[-1] += "（下转第二版）"
    page.draw(*GRID.pour(shown, frames, bold=len(lead)))
    page.articles.append(
        Article(
            " ".join(lines),
            paragraphs,
            kicker=kicker,
            byline=("王秋实", "李若溪"),
            source="新华社",
            captions=("".join(caption).replace("孙 菲", "孙菲"),),
        )
    )


def _comment(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    """Its headline upright at the left; an L of hairlines parts it from the lead."""
    left = GRID.x(4)
    page.draw(
        Bar(left - 8, 132, 0.28, 420),
        Bar(left - 8, 552, 2 * GRID.measure + GRID.gutter + 8, 0.28),
    )
    title = f"让{matter.words[1]}更有温度"
    page.draw(Text(left + 4, 136, title, 26, "song", spacing=0.2, down=True))
    page.draw(Text(left + 52, 134, "本报评论员", GRID.em, "kai"))
    frames = [
        Frame(left + 46, 154, GRID.measure - 46 + 40, 26),
        Frame(left + 46 + GRID.measure - 46 + 40 + 12, 136, 300 - 46 - GRID.measure + 46 - 52, 27),
    ]
    paragraphs = GRID.fill(matter, chance, frames)
    page.draw(*GRID.pour(paragraphs, frames))
    page.articles.append(Article(title, paragraphs, byline=("本报评论员",)))


def _teasers(page: FrontPage) -> None:
    left = GRID.x(4)
    page.draw(
        Bar(left, 566, 2 * GRID.measure + GRID.gutter, 118, "#ddd"),
        Text(left + 2, 567, "\uf001" * 48, 6, "ornament"),
        Text(left + 2, 676, "\uf001" * 48, 6, "ornament"),
        Text(left + 10, 576, "导读", 18, "hei"),
        Text(left + 10, 606, "新城老街 各有各的烟火气", 13, "hei"),
        Text(left + 226, 608, "第4版", 10, "kai"),
        Text(left + 10, 630, "一粒种子的北上之路", 13, "hei"),
        Text(left + 226, 632, "第6版", 10, "kai"),
        Text(left + 10, 654, "百家小厂的数字课 ▶第9版", 13, "hei"),
    )


def _shadowed(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    page.draw(Bar(GRID.left, 730, 4 * GRID.measure + 3 * GRID.gutter, 0.28))
    title, subtitle = f"{matter.place}{matter.words[0]}进了家门", f"——{matter.name}一年间"
    for shift in (0.0, 0.4):
        page.draw(GRID.centred(title, 742, 22, "song", 0, 2, shift=shift))
    page.draw(
        GRID.centred(subtitle, 770, 13, "kai", 0, 2),
        GRID.centred("本报记者 钱 宁", 790, GRID.em, "hei", 0, 2),
    )
    frames = [GRID.column(0, 810, 16), GRID.column(1, 810, 16)]
    paragraphs = GRID.fill(matter, chance, frames)
    page.draw(*GRID.pour(paragraphs, frames))
    page.articles.append(Article(title, paragraphs, subtitle=subtitle, byline=("钱宁",)))


def _with_subhead(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    page.draw(Bar(GRID.x(2) - GRID.gutter / 2, 736, 0.28, 318))
    title = f"{matter.words[1]}里的春天"
    page.draw(
        Text(GRID.x(2) + 20, 746, title, 24, "hei", spacing=0.9),
    )
    above, below = GRID.column(2, 790, 7), GRID.column(2, 790 + 9 * GRID.pitch, 8)
    side = GRID.column(3, 790, 17)
    first, rest = GRID.fill(matter, chance, [above]), GRID.fill(matter, chance, [below, side], 9)
    subhead = matter.subhead(chance)
    page.draw(*GRID.pour(first, [above]))
    page.draw(GRID.centred(subhead, 790 + 7.5 * GRID.pitch, 12, "hei", 2, 1))
    shown = [*rest[:-1], rest[-1] + "（相关报道见第3版）"]
    page.draw(*GRID.pour(shown, [below, side]))
    page.articles.append(Article(title, [*first, *rest], subheads=(subhead,)))


def _labelled(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    """A label on a dark ground, and an initial two lines high."""
    left = GRID.x(4)
    page.draw(
        Bar(left, 700, 110, 20, "#333"), Text(left + 8, 704, "■ 新春走基层", 12, "hei", white=True)
    )
    title = f"{matter.person}的{matter.words[2]}日记"
    page.draw(GRID.centred(title, 730, 20, "song", 4, 2))
    frames = [GRID.column(4, 766, 19), GRID.column(5, 766, 19)]
    paragraphs = GRID.fill(matter, chance, frames, 8)
    strokes = GRID.pour(paragraphs, frames, initial=True)
    page.draw(*strokes)
    page.articles.append(Article(title, paragraphs))


def _upright(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    """Written downwards, from the right; its headline stands at the right of it."""
    right = GRID.x(2) + GRID.measure
    page.draw(
        Bar(GRID.left, 1066, page.size[0] - 2 * GRID.left, 0.28),
        Text(right - 26, 1080, f"{matter.person}和他的{matter.words[0]}", 22, "hei", down=True),
        Text(right - 48, 1096, "李若溪", GRID.em, "kai", down=True),
    )
    text = [matter.sentence(chance).replace("；", "。") for _ in range(6)]
    page.draw(*GRID.pour_down(text, right - 72, 1080, 24))
    title = f"{matter.person}和他的{matter.words[0]}"
    page.articles.append(Article(title, text, byline=("李若溪",)))


def _photo_news(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    frame = GRID.column(3, 1192, 6)
    page.draw(Bar(frame.x, 1080, frame.width, 104, "#bbb"))
    paragraph = GRID.fill(matter, chance, [frame])[:1]
    page.draw(*GRID.pour(paragraph, [frame]))
    page.draw(Text(frame.x + 46, 1192 + 6 * GRID.pitch, "本报记者 孙 菲 摄", GRID.em))
    page.articles.append(Article(None, paragraph, byline=("孙菲",)))


def _advertisement(page: FrontPage) -> None:
    left = GRID.x(4)
    page.draw(
        Text(left + 30, 1090, "清河大剧院", 24, "hei"),
        Text(left + 30, 1126, "三月演出季 全场优惠", 15, "kai"),
        Text(left + 30, 1152, "订票热线：0951-6033210", 12, "kai"),
        Text(left + 30, 1174, "地址：清河路88号", 12, "kai"),
    )
