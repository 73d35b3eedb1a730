"""A daily's front page, everything on one sheet: what INGEST of real dailies has to stand.

Not made by chance like the other pages, but laid out by hand as a make-up editor would: a condensed
headline with its kicker; text that runs from the lower left through a narrow strip beside a photo
to the lower right; a caption written downwards; a comment beside its upright headline within an
L of hairlines; teasers in a tinted box framed by private-use glyphs; a shadowed headline; an
initial; an article written downwards; photo news; an advertisement without a box.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.ingest.pdf.drawing import Bar, Stroke, Text, advance
from tests.ingest.pdf.stock import Matter, matters

SIZE = (1000.0, 1400.0)
EM, PITCH = 10.5, 15.0
_LEFT, _MEASURE, _GUTTER = 36.0, 143.0, 14.0
_CLOSING = "。，、；：！？”’）》"


@dataclass(frozen=True)
class Frame:
    """A column's free piece."""

    x: float
    y: float
    width: float
    lines: int


@dataclass
class Article:
    """What the page must give."""

    title: str | None
    paragraphs: list[str]
    kicker: str | None = None
    subtitle: str | None = None
    byline: tuple[str, ...] = ()
    source: str | None = None
    captions: tuple[str, ...] = ()
    subheads: tuple[str, ...] = ()


@dataclass
class FrontPage:
    """Strokes and what they must become."""

    strokes: list[Stroke] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)

    def draw(self, *strokes: Stroke) -> None:
        self.strokes.extend(strokes)


def column(at: int, y: float, lines: int, *, columns: int = 1) -> Frame:
    """Columns are numbered from 0 to 5."""
    return Frame(
        _LEFT + at * (_MEASURE + _GUTTER),
        y,
        columns * _MEASURE + (columns - 1) * _GUTTER,
        lines,
    )


def make_front_page() -> FrontPage:
    """The page; always the same."""
    page = FrontPage()
    chance = random.Random(11)
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
        Bar(_LEFT, 118, SIZE[0] - 2 * _LEFT, 3.0),
    )


def _lead(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    kicker, lines = (
        "全省春季重点工程推进会召开",
        ["抓住春光 把开局起步的每一件实事", "办到群众心坎上"],
    )
    page.draw(_centred(kicker, 132, 17, "kai", 0, 4))
    for at, line in enumerate(lines):  # 22 points wide, 40 high
        width = advance(line) * 20
        over = column(0, 0, 0, columns=4)
        page.draw(
            Text(over.x + (over.width - width) / 2, 158 + 46 * at, line, 40, "hei", stretch=0.5)
        )
    photo = Bar(_LEFT, 262, 2.35 * _MEASURE + 2 * _GUTTER, 190, "#bbb")
    caption = (f"图为3月17日，在{matter.place}", f"，人们在看{matter.words[0]}。", "孙 菲 摄")
    x = photo.x + photo.width - 10
    wide = photo.width - 3 * 13 - 4
    page.draw(Bar(photo.x, photo.y, wide, photo.height, "#bbb"))
    for line in caption:
        page.draw(Text(x, photo.y, line, 9, "kai", down=True))
        x -= 13
    strip = _LEFT + 2 * (_MEASURE + _GUTTER) + 0.42 * _MEASURE
    frames = [
        column(0, 464, 17),
        column(1, 464, 17),
        Frame(strip, 262, 0.58 * _MEASURE, 13),
        column(2, 464, 17),
        column(3, 262, 30),
    ]
    lead = "新华社北京 3 月 17 日电 （记者 王秋实 李若溪）"
    paragraphs = _fill(matter, chance, frames, len(lead) + 8)
    shown = [lead + paragraphs[0], *paragraphs[1:]]
    shown[-1] += "（下转第二版）"
    page.draw(*_pour(shown, frames, bold=len(lead)))
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
    left = column(4, 0, 0).x
    page.draw(
        Bar(left - 8, 132, 0.28, 420),
        Bar(left - 8, 552, 2 * _MEASURE + _GUTTER + 8, 0.28),
    )
    title = f"让{matter.words[1]}更有温度"
    page.draw(Text(left + 4, 136, title, 26, "song", spacing=0.2, down=True))
    page.draw(Text(left + 52, 134, "本报评论员", EM, "kai"))
    frames = [
        Frame(left + 46, 154, _MEASURE - 46 + 40, 26),
        Frame(left + 46 + _MEASURE - 46 + 40 + 12, 136, 300 - 46 - _MEASURE + 46 - 52, 27),
    ]
    paragraphs = _fill(matter, chance, frames, 0)
    page.draw(*_pour(paragraphs, frames))
    page.articles.append(Article(title, paragraphs, byline=("本报评论员",)))


def _teasers(page: FrontPage) -> None:
    left = column(4, 0, 0).x
    page.draw(
        Bar(left, 566, 2 * _MEASURE + _GUTTER, 118, "#ddd"),
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
    page.draw(Bar(_LEFT, 730, 4 * _MEASURE + 3 * _GUTTER, 0.28))
    title, subtitle = f"{matter.place}{matter.words[0]}进了家门", f"——{matter.name}一年间"
    for shift in (0.0, 0.4):
        page.draw(_centred(title, 742, 22, "song", 0, 2, shift=shift))
    page.draw(
        _centred(subtitle, 770, 13, "kai", 0, 2), _centred("本报记者 钱 宁", 790, EM, "hei", 0, 2)
    )
    frames = [column(0, 810, 16), column(1, 810, 16)]
    paragraphs = _fill(matter, chance, frames, 0)
    page.draw(*_pour(paragraphs, frames))
    page.articles.append(Article(title, paragraphs, subtitle=subtitle, byline=("钱宁",)))


def _with_subhead(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    page.draw(Bar(column(2, 0, 0).x - _GUTTER / 2, 736, 0.28, 318))
    title = f"{matter.words[1]}里的春天"
    page.draw(
        Text(column(2, 0, 0).x + 20, 746, title, 24, "hei", spacing=0.9),
    )
    above, below = column(2, 790, 7), column(2, 790 + 9 * PITCH, 8)
    side = column(3, 790, 17)
    first, rest = _fill(matter, chance, [above], 0), _fill(matter, chance, [below, side], 9)
    subhead = matter.subhead(chance)
    page.draw(*_pour(first, [above]))
    page.draw(_centred(subhead, 790 + 7.5 * PITCH, 12, "hei", 2, 1))
    shown = [*rest[:-1], rest[-1] + "（相关报道见第3版）"]
    page.draw(*_pour(shown, [below, side]))
    page.articles.append(Article(title, [*first, *rest], subheads=(subhead,)))


def _labelled(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    """A label on a dark ground, and an initial two lines high."""
    left = column(4, 0, 0).x
    page.draw(
        Bar(left, 700, 110, 20, "#333"), Text(left + 8, 704, "■ 新春走基层", 12, "hei", white=True)
    )
    title = f"{matter.person}的{matter.words[2]}日记"
    page.draw(_centred(title, 730, 20, "song", 4, 2))
    frames = [column(4, 766, 19), column(5, 766, 19)]
    paragraphs = _fill(matter, chance, frames, 8)
    strokes = _pour(paragraphs, frames, initial=True)
    page.draw(*strokes)
    page.articles.append(Article(title, paragraphs))


def _upright(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    """Written downwards, from the right; its headline stands at the right of it."""
    right = column(2, 0, 0).x + _MEASURE
    page.draw(
        Bar(_LEFT, 1066, SIZE[0] - 2 * _LEFT, 0.28),
        Text(right - 26, 1080, f"{matter.person}和他的{matter.words[0]}", 22, "hei", down=True),
        Text(right - 48, 1096, "李若溪", EM, "kai", down=True),
    )
    text = [matter.sentence(chance).replace("；", "。") for _ in range(6)]
    per, x = 24, right - 72
    for paragraph in text:
        shown, at = "\u3000\u3000" + paragraph, 0
        while at < len(shown):
            end = at + per
            while end < len(shown) and shown[end] in _CLOSING:
                end += 1
            indent = 2 * EM if at == 0 else 0.0
            page.draw(Text(x, 1080 + indent, shown[at:end].strip(), EM, down=True))
            x -= PITCH
            at = end
    assert x > _LEFT - PITCH, "too much text"
    title = f"{matter.person}和他的{matter.words[0]}"
    page.articles.append(Article(title, text, byline=("李若溪",)))


def _photo_news(page: FrontPage, matter: Matter, chance: random.Random) -> None:
    frame = column(3, 1192, 6)
    page.draw(Bar(frame.x, 1080, frame.width, 104, "#bbb"))
    paragraph = _fill(matter, chance, [frame], 0)[:1]
    page.draw(*_pour(paragraph, [frame]))
    page.draw(Text(frame.x + 46, 1192 + 6 * PITCH, "本报记者 孙 菲 摄", EM))
    page.articles.append(Article(None, paragraph, byline=("孙菲",)))


def _advertisement(page: FrontPage) -> None:
    left = column(4, 0, 0).x
    page.draw(
        Text(left + 30, 1090, "清河大剧院", 24, "hei"),
        Text(left + 30, 1126, "三月演出季 全场优惠", 15, "kai"),
        Text(left + 30, 1152, "订票热线：0951-6033210", 12, "kai"),
        Text(left + 30, 1174, "地址：清河路88号", 12, "kai"),
    )


def _centred(
    text: str, y: float, em: float, face: str, at: int, columns: int, *, shift: float = 0.0
) -> Text:
    over = column(at, 0, 0, columns=columns)
    return Text(over.x + (over.width - advance(text) * em) / 2 + shift, y, text, em, face)


def _fill(matter: Matter, chance: random.Random, frames: list[Frame], taken: int) -> list[str]:
    """Paragraphs that fill nine tenths of the frames."""
    room = 0.86 * sum(frame.lines * int(frame.width / EM) for frame in frames) - taken
    paragraphs: list[str] = []
    while room > 0:
        paragraph = matter.sentence(chance) + matter.sentence(chance)
        paragraph = paragraph.replace("；", "。")
        if len(paragraph) + 6 > room and paragraphs:
            break
        paragraphs.append(paragraph)
        room -= len(paragraph) + 6
    return paragraphs


def _pour(
    paragraphs: list[str], frames: list[Frame], *, bold: int = 0, initial: bool = False
) -> list[Stroke]:
    """Text through frames, line by line; its digits are of another face."""
    places = [(frame, at) for frame in frames for at in range(frame.lines)]
    strokes: list[Stroke] = []
    cursor = 0
    for number, paragraph in enumerate(paragraphs):
        at = 0
        first = True
        dropped = 2 if initial and number == 0 else 0
        while at < len(paragraph):
            frame, line = places[cursor]
            indent = 2 * EM if first and not dropped else (2.6 * EM if dropped else 0.0)
            if first and dropped:
                y = frame.y + line * PITCH
                strokes.append(Text(frame.x, y, paragraph[0], 2.4 * EM, "hei"))
                at = 1
            end, used = at, 0.0
            room = (frame.width - indent) / EM
            while end < len(paragraph) and used + advance(paragraph[end]) <= room + 0.01:
                used += advance(paragraph[end])
                end += 1
            while end < len(paragraph) and paragraph[end] in _CLOSING:
                end += 1
            heavy = bold if number == 0 and first else 0
            strokes.extend(
                _line(
                    paragraph[at:end],
                    frame.x + indent,
                    frame.y + line * PITCH,
                    frame.width - indent if end < len(paragraph) else None,
                    min(heavy, end - at),
                )
            )
            at, first, cursor, dropped = end, False, cursor + 1, max(0, dropped - 1)
    return strokes


def _line(text: str, x: float, y: float, width: float | None, heavy: int) -> list[Stroke]:
    spacing = 0.0
    if width is not None and len(text) > 1:
        spacing = (width - advance(text) * EM) / (len(text) - 1)
    strokes: list[Stroke] = []
    at = 0
    while at < len(text):
        kind = (text[at].isdigit(), at < heavy)
        end = at + 1
        while end < len(text) and (text[end].isdigit(), end < heavy) == kind:
            end += 1
        part = text[at:end]
        own = advance(part) * EM + (len(part) - 1) * spacing
        face = "hei" if kind[1] else ("kai" if kind[0] else "song")
        if part.strip():
            strokes.append(
                Text(x, y, part, EM, face, width=own if len(part) > 1 and width else None)
            )
        x += own + spacing
        at = end
    return strokes
