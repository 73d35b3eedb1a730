"""Random newspaper pages with their gold: what a make-up editor does, and what extraction trips on.

A page is cut into regions; a region holds an article with its headline above, over a part of its
columns, at the side or upright; its text runs through what pictures, captions and nested boxes
leave free, as a narrow strip beside a photo too. Each seed gives another page.
"""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import dataclass, field
from typing import Any

from tests.ingest.pdf.drawing import Bar, Stroke, Text, advance
from tests.ingest.pdf.stock import PAPERS, REPORTERS, SERIES, Matter, matters

SIZE = (790.0, 1130.0)
"""The page, in points."""
_CLOSING = "。，、；：！？”’）》】…—"
_OPENING = "“‘（《【"


@dataclass(frozen=True)
class Rect:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def foot(self) -> float:
        return self.y + self.height

    def inset(self, by: float) -> Rect:
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


@dataclass
class Style:
    """How one paper sets its pages."""

    body: float
    pitch: float
    gutter: float
    columns: int
    subhead: float
    """In body em; 1.0 only where fonts have names."""
    mixed: bool
    """Digits from another face."""
    loose: bool
    """Blanks round digits."""
    bold_lead: bool
    column_rules: bool


@dataclass
class Page:
    """Strokes and gold."""

    strokes: list[Stroke] = field(default_factory=list)
    gold: dict[str, Any] = field(default_factory=dict)

    def all_text(self) -> str:
        """Every character drawn."""
        return "".join("".join(s.text.split()) for s in self.strokes if isinstance(s, Text))


@dataclass
class Draft:
    matter: Matter
    title: list[str]
    kicker: str | None = None
    subtitle: str | None = None
    byline: list[str] = field(default_factory=list)
    lead: str = ""
    byline_line: str | None = None
    source: str | None = None
    tail: str = ""
    jump: str = ""
    subheads: list[dict[str, Any]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    column: str | None = None

    def gold(self) -> dict[str, Any]:
        return {
            "title": " ".join(self.title) or None,
            "kicker": self.kicker,
            "subtitle": self.subtitle,
            "byline": self.byline,
            "source": self.source,
            "subheads": self.subheads,
            "captions": self.captions,
            "paragraphs": self.paragraphs,
            "kind": "news" if self.title else "photo-news",
        }


def make_page(seed: int, *, named: bool) -> Page:
    """A page; `named`: for a file whose fonts have names, so that a face alone may tell."""
    return _Maker(random.Random(seed), named=named).make()


class _Maker:
    def __init__(self, chance: random.Random, *, named: bool) -> None:
        self.chance = chance
        body = chance.choice((9.0, 9.5, 10.0))
        self.style = Style(
            body=body,
            pitch=body * chance.choice((1.3, 1.4, 1.5)),
            gutter=body * chance.choice((1.4, 1.7, 2.0)),
            columns=chance.randint(3, 6),
            subhead=chance.choice((1.0, 1.1, 1.15)) if named else chance.choice((1.1, 1.2)),
            mixed=chance.random() < 0.5,
            loose=chance.random() < 0.3,
            bold_lead=chance.random() < 0.4,
            column_rules=chance.random() < 0.25,
        )
        self.named = named
        self.matters = matters(chance)
        self.page = Page()
        self.articles: list[dict[str, Any]] = []
        self.furniture: list[dict[str, str]] = []

    # the page

    def make(self) -> Page:
        style = self.style
        top = self.masthead()
        whole = Rect(36.0, top, SIZE[0] - 72.0, SIZE[1] - top - 40.0)
        unit = (whole.width + style.gutter) / style.columns
        for c0, c1, y0, y1 in self.partition(0, style.columns, whole.y, whole.foot, 0):
            region = Rect(whole.x + c0 * unit, y0, (c1 - c0) * unit - style.gutter, y1 - y0)
            self.fill_region(region, c1 - c0)
        self.page.gold = {
            "page": self.page.gold["page"],
            "furniture": self.furniture,
            "articles": self.articles,
        }
        return self.page

    def partition(
        self, c0: int, c1: int, y0: float, y1: float, depth: int
    ) -> list[tuple[int, int, float, float]]:
        columns, height = c1 - c0, y1 - y0
        lines = height / self.style.pitch
        tall, wide = lines >= 34, columns >= 2
        big = columns * lines > 95 or depth == 0
        if (big or self.chance.random() < 0.25) and (tall or (wide and lines >= 16)):
            level = tall and (not wide or self.chance.random() < (0.75 if depth == 0 else 0.5))
            if level or not wide:
                cut = y0 + height * self.chance.uniform(0.38, 0.62)
                gap = self.style.pitch * self.chance.uniform(1.2, 2.0)
                if self.chance.random() < 0.4:
                    self.rule_level(c0, c1, cut + gap / 2)
                return self.partition(c0, c1, y0, cut, depth + 1) + self.partition(
                    c0, c1, cut + gap, y1, depth + 1
                )
            at = self.chance.randint(c0 + 1, c1 - 1)
            return self.partition(c0, at, y0, y1, depth + 1) + self.partition(
                at, c1, y0, y1, depth + 1
            )
        return [(c0, c1, y0, y1)]

    def rule_level(self, c0: int, c1: int, y: float) -> None:
        unit = (SIZE[0] - 72.0 + self.style.gutter) / self.style.columns
        self.draw(Bar(36.0 + c0 * unit, y, (c1 - c0) * unit - self.style.gutter, 0.28))

    def draw(self, stroke: Stroke) -> None:
        self.page.strokes.append(stroke)

    def masthead(self) -> float:
        chance, body = self.chance, self.style.body
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
            self.draw(Bar(180, 30, 300, 70, "#c00"))
            texts = [
                (36, 34, f"{year}年{month}月{day}日", 11),
                (36, 50, weekday, 11),
                (36, 66, "甲辰年十一月廿五", 9),
                (560, 34, "国内统一连续出版物号 CN 11-0065", 9),
                (560, 50, "第27562期 代号1-1", 9),
                (560, 66, "第01版 今日8版", 9),
            ]
        if kind == 3:
            self.ornaments(36, 106, 70)
        for x, y, text, em in texts:
            self.draw(Text(x, y, text, em, "hei" if kind == 1 else "song"))
        edge = 112.0 if kind == 3 else 44.0
        self.draw(Bar(36, edge, SIZE[0] - 72, 2.0))
        self.page.gold = {"page": info}
        self.furniture.append({"kind": "masthead", "text": " ".join(one[2] for one in texts)})
        return edge + 1.2 * body + 4

    def ornaments(self, x: float, y: float, count: int) -> None:
        if not self.named:  # a bare file's code would have no Unicode
            self.draw(Text(x, y, "\uf001" * count, 6, "ornament"))

    # regions

    def fill_region(self, region: Rect, columns: int) -> None:
        chance = self.chance
        area_lines = region.height / self.style.pitch * columns
        draw = chance.random()
        if draw < 0.07 and area_lines < 90:
            self.teaser(region)
        elif draw < 0.13 and area_lines < 90:
            self.advertisement(region)
        elif draw < 0.19 and columns == 1:
            self.photo_news(region)
        else:
            self.article(region, columns)

    def teaser(self, region: Rect) -> None:
        em = self.style.body
        self.draw(
            Bar(region.x, region.y, region.width, region.height, self.chance.choice(("#ddd", None)))
        )
        inner = region.inset(8)
        texts = ["导读"]
        y = inner.y + 2.4 * em
        self.draw(Text(inner.x, inner.y, "导读", 1.6 * em, "hei"))
        form = self.chance.choice(("{} ▶{}版", "{} 详见第{}版", "{}（见{}版）"))
        for matter in self.matters[-4:]:
            text = form.format(matter.title(self.chance, 1)[0], self.chance.randint(2, 8))
            size = min(1.3 * em, inner.width / advance(text))
            if y + 2.2 * em > inner.foot:
                break
            self.draw(Text(inner.x, y, text, round(size, 1), "hei"))
            texts.append(text)
            y += 2.6 * em
        self.furniture.append({"kind": "teaser", "text": " ".join(texts)})

    def advertisement(self, region: Rect) -> None:
        em = self.style.body
        self.draw(Bar(region.x, region.y, region.width, region.height, None, 0.8))
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
            self.draw(Text(inner.x, y, text, size, "hei" if at == 1 else "kai"))
            y += 1.5 * size + 4
        self.furniture.append({"kind": "advertisement", "text": " ".join(lines)})

    def photo_news(self, region: Rect) -> None:
        matter = self.matters.pop()
        draft = Draft(matter, [])
        picture = Rect(region.x, region.y, region.width, min(0.5 * region.height, 130.0))
        self.draw(Bar(picture.x, picture.y, picture.width, picture.height, "#bbb"))
        top = picture.foot + 0.6 * self.style.pitch
        frame = Rect(region.x, top, region.width, region.foot - top - 2 * self.style.pitch)
        text = matter.sentence(self.chance) + matter.sentence(self.chance)
        text = text.replace("；", "。")
        foot = self.set_text([text], [frame], draft, subheads=False)
        name = self.chance.choice(REPORTERS)
        credit = f"本报记者 {name} 摄"
        width = advance(credit) * self.style.body
        self.draw(Text(region.right - width, foot + 0.3, credit, self.style.body))
        draft.byline = ["".join(name.split())]
        self.articles.append(draft.gold())

    def article(self, region: Rect, columns: int) -> None:
        chance, style = self.chance, self.style
        border = chance.choice(("none", "none", "none", "box", "ell"))
        if border == "box":
            self.draw(
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
            self.draw(Bar(x, region.y, 0.28, region.height + 4))
            self.draw(Bar(x, region.foot + 4, region.width + style.gutter / 2, 0.28))
        count = columns
        if columns >= 3 and chance.random() < 0.25:
            count = columns - 1
        draft = self.new_draft(big=columns >= 2 and region.height > 18 * style.pitch)
        blocked: list[Rect] = []
        if chance.random() < 0.12 and columns >= 2:
            region = self.label(region)
        tops = self.head(region, count, draft, blocked)
        unit = (region.width + style.gutter) / count
        room = (region.foot - tops) / style.pitch
        if chance.random() < 0.45 and room >= 22 and count >= 2:
            self.picture(region, count, tops, draft, blocked)
        nested = None
        if count >= 3 and room >= 30 and chance.random() < 0.3 and self.matters:
            at = chance.randint(1, count - 1)
            height = 0.45 * (region.foot - tops)
            nested = Rect(
                region.x + at * unit,
                region.foot - height,
                (count - at) * unit - style.gutter,
                height,
            )
            if any(_overlap(nested, one) for one in blocked):
                nested = None
            else:
                blocked.append(
                    Rect(
                        nested.x - 2, nested.y - style.pitch, nested.width + 4, height + style.pitch
                    )
                )
        frames = []
        for at in range(count):
            column = Rect(region.x + at * unit, region.y, unit - style.gutter, region.height)
            frames.extend(_free(column, blocked, style))
        if style.column_rules:
            self.column_rules(frames)
        text = self.text_for(
            draft, sum(_lines(frame, style) * _chars(frame, style) for frame in frames)
        )
        self.set_text(text, frames, draft, subheads=True)
        self.articles.append(draft.gold())
        if nested is not None:
            self.draw(Bar(nested.x, nested.y, nested.width, nested.height, None, 0.5))
            self.nested(nested.inset(0.8 * style.body), columns - at)

    def nested(self, region: Rect, columns: int) -> None:
        draft = self.new_draft(big=False)
        blocked: list[Rect] = []
        self.head(region, columns, draft, blocked, plain=True)
        unit = (region.width + self.style.gutter) / columns
        frames = []
        for at in range(columns):
            column = Rect(region.x + at * unit, region.y, unit - self.style.gutter, region.height)
            frames.extend(_free(column, blocked, self.style))
        text = self.text_for(
            draft, sum(_lines(frame, self.style) * _chars(frame, self.style) for frame in frames)
        )
        self.set_text(text, frames, draft, subheads=False)
        self.articles.append(draft.gold())

    def column_rules(self, frames: list[Rect]) -> None:
        for one, other in itertools.pairwise(frames):
            if other.x > one.right and abs(one.y - other.y) < 2:
                x = (one.right + other.x) / 2
                self.draw(Bar(x, one.y, 0.28, min(one.height, other.height), "#999"))

    def label(self, region: Rect) -> Rect:
        em = self.style.body
        text = "■ " + self.chance.choice(("热点聚焦", "基层动态", "委员风采", "一线传真"))
        if self.chance.random() < 0.5:
            self.draw(Bar(region.x, region.y, advance(text) * em + 12, 1.7 * em, "#333"))
            self.draw(Text(region.x + 6, region.y + 0.3 * em, text, em, "hei", white=True))
        else:
            self.draw(Text(region.x, region.y, text, 1.1 * em, "hei"))
        self.furniture.append({"kind": "column-label", "text": text})
        return Rect(region.x, region.y + 2.6 * em, region.width, region.height - 2.6 * em)

    def new_draft(self, *, big: bool) -> Draft:
        chance = self.chance
        matter = self.matters.pop()
        draft = Draft(matter, matter.title(chance, 2 if big and chance.random() < 0.5 else 1))
        if big and chance.random() < 0.25:
            draft.kicker = chance.choice(SERIES)
        if big and chance.random() < 0.35:
            draft.subtitle = matter.subtitle(chance)
        names = chance.sample(REPORTERS, chance.randint(1, 2))
        plain = ["".join(name.split()) for name in names]
        how = chance.randrange(6)
        if how == 0:
            draft.lead, draft.byline = f"本报讯（记者 {' '.join(names)}）", plain
        elif how == 1:
            day, month = chance.randint(1, 28), chance.randint(1, 12)
            draft.lead = f"新华社银川{month}月{day}日电（记者{'、'.join(plain)}）"
            draft.byline, draft.source = plain, "新华社"
        elif how == 2:
            draft.byline_line, draft.byline = f"本报记者 {' '.join(names)}", plain
        elif how == 3:
            draft.source = chance.choice(PAPERS)
            draft.tail = f"（据{draft.source}）"
        elif how == 4:
            draft.jump = f"（下转第{chance.choice('二三四五')}版）" if big else ""
        return draft

    # headlines

    def head(
        self, region: Rect, count: int, draft: Draft, blocked: list[Rect], *, plain: bool = False
    ) -> float:
        """Set the headline; adds what it takes to `blocked`; returns where the text may begin."""
        chance, em = self.chance, self.style.body
        unit = (region.width + self.style.gutter) / count
        kinds = ["above", "above", "above"]
        if not plain and count >= 3:
            kinds += ["part", "part"]
        if not plain and count >= 2 and region.height > 16 * self.style.pitch:
            kinds += ["upright-left", "upright-right"]
        kind = chance.choice(kinds)
        if kind.startswith("upright"):
            return self.head_upright(region, kind, draft, blocked)
        span = count if kind == "above" else chance.randint(max(1, count - 2), count - 1)
        over = Rect(region.x, region.y, span * unit - self.style.gutter, region.height)
        longest = max(advance(line) for line in draft.title)
        form = chance.choice(("plain", "plain", "plain", "condensed", "spaced"))
        stretch = chance.choice((0.5, 0.62)) if form == "condensed" else 1.0
        spacing = chance.choice((0.3, 0.6, 1.0)) if form == "spaced" and longest <= 12 else 0.0
        wanted = em * (1.7 if span == 1 else chance.uniform(2.0, 3.4)) / (stretch**0.6)
        size = min(wanted, over.width / (longest * (stretch + spacing)))
        if size < 1.4 * em:  # too long for the measure: condense further, or break
            stretch, spacing = 1.0, 0.0
            draft.title = [
                part for line in draft.title for part in _broken(line, over.width / (1.55 * em))
            ]
            longest = max(advance(line) for line in draft.title)
            size = min(1.9 * em, over.width / longest)
        size = round(size, 1)
        face = chance.choice(("song", "hei"))
        y = over.y
        if draft.kicker:
            small = round(min(max(1.2 * em, 0.55 * size), over.width / advance(draft.kicker)), 1)
            self.centred(over, y, draft.kicker, small, "kai")
            y += 1.45 * small
        for line in draft.title:
            width = advance(line) * size * stretch + (len(line) - 1) * spacing * size
            x = over.x + (over.width - width) / 2
            self.draw(Text(x, y, line, size, face, stretch=stretch, spacing=spacing))
            if self.named and chance.random() < 0.1:
                self.draw(Text(x + 0.4, y, line, size, face, stretch=stretch, spacing=spacing))
            y += 1.22 * size
        if draft.subtitle:
            small = round(min(max(1.2 * em, 0.5 * size), over.width / advance(draft.subtitle)), 1)
            self.centred(over, y + 2, draft.subtitle, small, "kai")
            y += 1.4 * small + 2
        if draft.byline_line:
            small = round(min(em, over.width / advance(draft.byline_line)), 1)
            self.centred(over, y + 2, draft.byline_line, small, "hei")
            y += 1.6 * small + 2
        y += 0.5 * self.style.pitch
        blocked.append(Rect(over.x - 1, over.y - 1, over.width + 2, y - over.y))
        return y

    def centred(self, over: Rect, y: float, text: str, em: float, face: str) -> None:
        self.draw(Text(over.x + (over.width - advance(text) * em) / 2, y, text, em, face))

    def head_upright(self, region: Rect, kind: str, draft: Draft, blocked: list[Rect]) -> float:
        em = self.style.body
        draft.kicker = draft.subtitle = None
        longest = max(len(line) for line in draft.title)
        size = round(min(2.4 * em, 0.9 * region.height / longest), 1)
        if size < 1.5 * em:
            draft.title = [
                part
                for line in draft.title
                for part in _broken(line, 0.45 * region.height / (1.9 * em))
            ]
            longest = max(len(line) for line in draft.title)
            size = round(min(2.0 * em, 0.9 * region.height / longest), 1)
        width = 1.2 * size * len(draft.title)
        if draft.byline_line:
            width += 1.6 * em
        left = region.x if kind == "upright-left" else region.right - width
        x = left + width - 1.1 * size
        for line in draft.title:
            self.draw(Text(x, region.y, line, size, "hei", down=True))
            x -= 1.2 * size
        if draft.byline_line:
            self.draw(Text(left, region.y + 0.3 * size, draft.byline_line, em, "kai", down=True))
        blocked.append(Rect(left - 1.0 * em, region.y - 1, width + 2.0 * em, region.height + 2))
        return region.y

    def picture(
        self, region: Rect, count: int, top: float, draft: Draft, blocked: list[Rect]
    ) -> None:
        chance, style = self.chance, self.style
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
            area = Rect(
                region.x + at * unit, region.foot - height, span * unit - style.gutter, height
            )
        else:  # leaves a strip of the column beside it
            strip = max(6.2 * em, 0.4 * unit)
            area = Rect(region.x, top, 2 * unit - style.gutter - strip - 0.8 * em, height)
            if unit - style.gutter - strip < 2 * em:
                area = Rect(region.x, top, unit - style.gutter, height)
        if any(_overlap(area, one) for one in blocked):
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
            parts = _broken(caption, area.width / size)
            below = len(parts) * 1.25 * size + 3
            photo = Rect(area.x, area.y, area.width, area.height - below)
            y = photo.foot + 3
            for part in parts:
                pieces.append(Text(area.x, y, part, size, face))
                y += 1.25 * size
        if photo.width < 50 or photo.height < 40:
            return
        self.draw(Bar(photo.x, photo.y, photo.width, photo.height, "#bbb"))
        for piece in pieces:
            self.draw(piece)
        draft.captions.append(caption)
        pad = 0.7 * style.pitch
        y = area.y if kind != "foot" else area.y - pad
        blocked.append(Rect(area.x - 1, y, area.width + 2, area.height + pad))

    # running text

    def text_for(self, draft: Draft, capacity: float) -> list[str]:
        """Paragraphs that nearly fill a capacity in characters; the first carries the lead."""
        chance = self.chance
        room = (
            capacity * chance.uniform(0.84, 0.93)
            - len(draft.lead)
            - len(draft.tail)
            - len(draft.jump)
        )
        paragraphs: list[str] = []
        while room > 0:
            paragraph = draft.matter.paragraph(chance)
            if len(paragraph) + 8 > room:
                sentences = re.findall(r"[^。]+。[”]?", paragraph)
                paragraph = ""
                for sentence in sentences:
                    if len(paragraph) + len(sentence) + 8 <= room:
                        paragraph += sentence
                if paragraph and paragraph.count("“") == paragraph.count("”"):
                    paragraphs.append(paragraph)
                break
            paragraphs.append(paragraph)
            room -= len(paragraph) + 8
        return paragraphs or [draft.matter.sentence(chance).replace("；", "。")]

    def set_text(
        self, paragraphs: list[str], frames: list[Rect], draft: Draft, *, subheads: bool
    ) -> float:
        """Run paragraphs through the frames; what does not fit is cut off at a sentence's end."""
        style, chance = self.style, self.chance
        with_subheads = subheads and len(paragraphs) >= 5 and chance.random() < 0.5
        cap = subheads and not draft.lead and chance.random() < 0.15
        places = [(frame, at) for frame in frames for at in range(_lines(frame, style))]
        cursor = 0
        foot = frames[0].y if frames else 0.0
        for number, paragraph in enumerate(paragraphs):
            if (
                with_subheads
                and number >= 1
                and number % 2 == 0
                and number < len(paragraphs) - 1
                and cursor + 6 < len(places)
            ):
                frame, line = places[cursor]
                if line + 5 <= _lines(frame, style):
                    self.set_subhead(draft, frame, frame.y + line * style.pitch, number)
                    cursor += 2
            last = number == len(paragraphs) - 1
            shown = (draft.lead if number == 0 else "") + paragraph
            tail = (draft.tail + draft.jump) if last else ""
            rows = _rows(
                self.printed(shown + tail),
                places[cursor:],
                style,
                drop=2 if cap and number == 0 else 0,
            )
            if rows is None:  # no room: the article ends here
                assert number > 0, "a region too small for its first paragraph"
                if draft.tail:
                    draft.source = None
                    draft.tail = ""
                break
            for at, (text, indent, full) in enumerate(rows):
                frame, line = places[cursor + at]
                y = frame.y + line * style.pitch
                if cap and number == 0 and at < 2:
                    self.set_line(
                        text[1:] if at == 0 else text,
                        frame.x + indent,
                        y,
                        frame.width - indent,
                        full=full,
                    )
                else:
                    lead = len(draft.lead) if number == 0 and at == 0 and style.bold_lead else 0
                    self.set_line(
                        text, frame.x + indent, y, frame.width - indent, full=full, bold=lead
                    )
                foot = y + style.pitch
            if cap and number == 0:
                frame, line = places[cursor]
                size = round(style.pitch + style.body * 0.95, 1)
                self.draw(Text(frame.x, frame.y + line * style.pitch, rows[0][0][0], size, "hei"))
            cursor += len(rows)
            draft.paragraphs.append(paragraph)
        return foot

    def printed(self, text: str) -> str:
        if self.style.loose:
            return re.sub(r"(\d+)", r" \1 ", text).replace("  ", " ")
        return text

    def set_subhead(self, draft: Draft, frame: Rect, y: float, number: int) -> None:
        em = round(self.style.body * self.style.subhead, 2)
        text = draft.matter.subhead(self.chance)
        self.draw(
            Text(
                frame.x + (frame.width - advance(text) * em) / 2,
                y + 0.4 * self.style.pitch,
                text,
                em,
                "hei",
            )
        )
        draft.subheads.append({"text": text, "before_paragraph": number})

    def set_line(
        self, text: str, x: float, y: float, width: float, *, full: bool, bold: int = 0
    ) -> None:
        """One line, its digits and its lead perhaps in faces of their own."""
        style = self.style
        text = text.strip()
        natural = advance(text) * style.body
        spacing = (width - natural) / max(1, len(text) - 1) if full else 0.0
        runs = (
            [m[0] for m in re.finditer(r"[0-9A-Za-z%.-]+|[^0-9A-Za-z%.-]+", text)]
            if style.mixed
            else [text]
        )
        at = 0
        for run in runs:
            parts = [run]
            if bold > at:
                parts = [run[: bold - at], run[bold - at :]]
            for part in parts:
                if not part:
                    continue
                latin = bool(re.match(r"[0-9A-Za-z%.-]", part)) and style.mixed
                face = "hei" if at < bold else ("kai" if latin else "song")
                own = advance(part) * style.body + (len(part) - 1) * spacing
                self.draw(
                    Text(
                        x, y, part, style.body, face, width=own if full and len(part) > 1 else None
                    )
                )
                x += own + spacing
                at += len(part)


def _lines(frame: Rect, style: Style) -> int:
    return max(0, int((frame.height - style.body) / style.pitch + 1))


def _chars(frame: Rect, style: Style) -> int:
    return int(frame.width / style.body)


def _overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.foot and other.y < one.foot


def _free(column: Rect, blocked: list[Rect], style: Style) -> list[Rect]:
    """What a column has left, from the top down: whole width, or a strip beside a picture."""
    edges = sorted(
        {
            column.y,
            column.foot,
            *(y for b in blocked for y in (b.y, b.foot) if column.y < y < column.foot),
        }
    )
    found: list[Rect] = []
    for top, foot in itertools.pairwise(edges):
        left, right = column.x, column.right
        slab = Rect(column.x, top + 0.01, column.width, foot - top - 0.02)
        for one in blocked:
            if not _overlap(slab, one):
                continue
            if one.x <= left + 1 and one.right >= right - 1:
                left = right
            elif one.x <= left + 1:
                left = max(left, one.right + 0.6 * style.body)
            else:
                right = min(right, one.x - 0.6 * style.body)
        if right - left < 5.5 * style.body:
            continue
        piece = Rect(left, top, right - left, foot - top)
        if (
            found
            and abs(found[-1].foot - top) < 0.1
            and abs(found[-1].x - left) < 0.5
            and abs(found[-1].right - right) < 0.5
        ):
            piece = Rect(left, found[-1].y, right - left, foot - found[-1].y)
            found.pop()
        if found and abs(found[-1].foot - top) < 0.1:  # keep the lines of strip and column apart
            lines = _lines(found[-1], style)
            shift = max(0.0, found[-1].y + lines * style.pitch - top)
            piece = Rect(piece.x, piece.y + shift, piece.width, piece.height - shift)
        if _lines(piece, style) >= 3:
            found.append(piece)
    return found


def _rows(
    text: str, places: list[tuple[Rect, int]], style: Style, *, drop: int
) -> list[tuple[str, float, bool]] | None:
    """A paragraph's lines: (text, indent, whether set out to the measure); None: no room."""
    rows: list[tuple[str, float, bool]] = []
    at = 0
    while at < len(text):
        if len(rows) >= len(places):
            return None
        frame, _ = places[len(rows)]
        indent = 2 * style.body if not rows and not drop else 0.0
        if len(rows) < drop:
            indent = style.pitch + style.body * 1.05
        measure = (frame.width - indent) / style.body
        end, used = at, 0.0
        if drop and not rows:
            end += 1  # the initial stands beside the line
        while end < len(text) and used + advance(text[end]) <= measure + 0.01:
            used += advance(text[end])
            end += 1
        if end < len(text):
            while end < len(text) and text[end] in _CLOSING and used < measure + 1:
                used += 1
                end += 1
            while end > at + 2 and (
                text[end - 1] in _OPENING
                or (
                    text[end - 1].isascii()
                    and text[end : end + 1].isascii()
                    and text[end : end + 1].isalnum()
                    and text[end - 1].isalnum()
                )
            ):
                end -= 1
        rows.append((text[at:end], indent, end < len(text)))
        at = end
    return rows


def _broken(text: str, measure: float) -> list[str]:
    """A text in lines of even length, none longer than a measure in em."""
    lines = max(1, -(-int(advance(text) * 2) // int(measure * 2)))
    if lines == 1:
        return [text]
    found, line, per = [], "", advance(text) / lines
    for character in text:
        if (
            advance(line) + advance(character) > per + 0.5
            and len(found) < lines
            and character not in _CLOSING
        ):
            found.append(line)
            line = ""
        line += character
    return [one.strip() for one in [*found, line] if one.strip()]
