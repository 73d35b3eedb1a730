"""Pages that a browser makes up from CSS, with their gold: rows of cells, each with its story.

Nothing is placed by hand: columns, floats, upright writing and initials are Chromium's own, so
lines break, hang and justify as its typesetting has them. Every piece is painted at a random
depth, which is to say in random order.
"""

from __future__ import annotations

import html
import random
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.ingest.pdf.stock import PAPERS, REPORTERS, SERIES, Matter, matters

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page as Tab

WIDTHS = (560, 680, 800, 940)
"""Of the sheet, in points: from a tabloid's to a broadsheet's."""
MARGIN = 26
_FACES = ("'Noto Serif CJK SC'", "'Noto Sans CJK SC'")
_SENTENCE = re.compile(r"[^。！？]+[。！？]+[”’」』）]*")


@dataclass
class Text:
    """An article before it is made up."""

    title: str
    paragraphs: list[str]
    matter: Matter
    """For what an article of another source lacks: subheads, captions, subtitles."""


@dataclass
class Story:
    """What a cut of one article must give."""

    title: list[str] = field(default_factory=list)
    kicker: str | None = None
    subtitle: str | None = None
    byline: list[str] = field(default_factory=list)
    source: str | None = None
    subheads: list[dict[str, Any]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

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


@dataclass
class Sheet:
    """A page for Chromium, and what it must become."""

    html: str
    width: int
    gold: dict[str, Any]

    def print(self, tab: Tab) -> bytes:
        """The page as Chromium prints it, as high as it comes."""
        tab.set_content(self.html)
        tab.emulate_media(media="print")
        height = tab.evaluate("document.documentElement.getBoundingClientRect().height")
        return tab.pdf(
            width=f"{self.width * 4 / 3}px",
            height=f"{height + 30:.0f}px",
            print_background=True,
            page_ranges="1",
        )


def make_sheet(
    seed: int, texts: Callable[[random.Random], list[Text]] | None = None, *, hard: bool = False
) -> Sheet:
    """One page a seed; `hard`: set so close and so plain that not even a reader is always sure."""
    chance = random.Random(seed)
    return _Maker(chance, (texts or stock_texts)(chance), hard=hard).make()


def stock_texts(chance: random.Random) -> list[Text]:
    """Articles of the tests' own words."""
    found = []
    for matter in matters(chance):
        paragraphs = [matter.paragraph(chance) for _ in range(chance.randint(2, 9))]
        found.append(Text(matter.title(chance, 1)[0], paragraphs, matter))
    return found


class _Maker:
    def __init__(self, chance: random.Random, texts: list[Text], *, hard: bool) -> None:
        self.chance, self.texts, self.hard = chance, texts, hard
        self.width = chance.choice(WIDTHS)
        self.em = chance.choice((9.0, 9.5, 10.0, 10.5))
        self.gutter = chance.choice((1.2, 1.5, 2.0, 2.4)) if not hard else chance.choice((1.0, 1.2))
        self.columns = max(3, round((self.width - 2 * MARGIN) / self.em / chance.uniform(12, 17)))
        self.head_face = chance.choice(_FACES)
        self.bold_lead = chance.random() < 0.4
        self.loose = chance.random() < 0.25
        self.articles: list[dict[str, Any]] = []
        self.furniture: list[dict[str, str]] = []
        self.page: dict[str, Any] = {}

    # the page

    def make(self) -> Sheet:
        chance = self.chance
        parts = [self.masthead()]
        rows = chance.randint(3, 5)
        odd = chance.randrange(rows)
        for at in range(rows):
            if len(self.texts) < 6:
                break
            if at == odd and chance.random() < 0.7:
                parts.append(chance.choice((self.teasers, self.advertisement, self.upright_row))())
            elif at == 0 and chance.random() < 0.6:
                parts.append(self.row([self.columns]))
            else:
                parts.append(self.row(self.shares()))
        return Sheet(
            f"<!doctype html><meta charset=utf-8><style>{self.style()}</style>"
            f"<main>{''.join(parts)}</main>",
            self.width,
            {"page": self.page, "furniture": self.furniture, "articles": self.articles},
        )

    def style(self) -> str:
        chance, em = self.chance, self.em
        rule = chance.choice(("none", "none", "0.3pt solid #000", "0.3pt solid #999"))
        between = chance.choice(
            ("none", "0.28pt solid #000", "0.8pt solid #000", "2pt double #000")
        )
        gap = chance.uniform(0.8, 1.2) if self.hard else chance.uniform(1.4, 2.6)
        if self.hard and chance.random() < 0.7:
            rule = between = "none"
        latin = chance.choice(("", "'Liberation Serif',", "'Liberation Sans',"))
        return (
            "@page{margin:0}*{margin:0;padding:0;box-sizing:border-box}"
            f"body{{width:{self.width}pt;font:{em}pt/{chance.choice((1.3, 1.4, 1.5, 1.6))} {latin}"
            "'Noto Serif CJK SC'}"
            f"main{{padding:14pt {MARGIN}pt}}"
            f".row{{display:flex;gap:{self.gutter}em;margin-top:{gap}em}}"
            f".row+.row{{border-top:{between};padding-top:{gap if between != 'none' else 0}em}}"
            f".cell{{min-width:0}}.cell>article+article{{margin-top:{gap}em}}"
            f".text{{column-gap:{self.gutter}em;column-rule:{rule};text-align:justify}}"
            ".text p{text-indent:2em;orphans:1;widows:1}"
            ".head{text-align:center;margin-bottom:.5em;line-height:1.2}"
            f".head b{{display:block;font-family:{self.head_face}}}"
            ".head .wide{display:flex;justify-content:center;white-space:pre}"
            ".head i,.head u,.cap,.credit{font-style:normal;text-decoration:none;display:block;"
            "font-family:'Noto Sans CJK SC'}"
            ".sub{font-family:'Noto Sans CJK SC';text-align:center;text-indent:0!important;"
            "break-after:avoid;line-height:1.3;margin:.4em 0}"
            ".cap{font-size:.88em;line-height:1.35;text-indent:0;text-align:left;margin-top:2pt}"
            ".pic{background:#bbb;display:block}figure{break-inside:avoid;margin-bottom:.6em}"
            ".box{border:.5pt solid #000;padding:.8em}.tint{background:#e4e4e4;padding:.8em}"
            ".down{writing-mode:vertical-rl}.side{display:flex;gap:1.2em}"
            ".credit{text-align:right;font-family:inherit;text-indent:0}"
            ".initial::first-letter{initial-letter:2;font-family:'Noto Sans CJK SC'}"
            ".lead{font-family:'Noto Sans CJK SC'}"
        )

    def piece(self, tag: str, inner: str, kind: str = "", style: str = "") -> str:
        """An element painted at a depth of its own."""
        depth = self.chance.randint(1, 999)
        return (
            f'<{tag} class="{kind}" style="position:relative;z-index:{depth};{style}">{inner}'
            f"</{tag}>"
        )

    def masthead(self) -> str:
        chance = self.chance
        year, month, day = chance.randint(2012, 2025), chance.randint(1, 12), chance.randint(1, 28)
        weekday = "星期" + chance.choice("一二三四五六日")
        number = chance.randint(1, 16)
        section = chance.choice(("要闻", "综合新闻", "社会民生", "基层观察", "文化周刊"))
        self.page = {
            "date": f"{year}-{month:02}-{day:02}",
            "page_no": f"{number:02}",
            "section": section,
            "weekday": weekday,
        }
        date = f"{year}年{month}月{day}日"
        pieces = chance.choice(
            (
                [f"{number:02} {section}", f"{date} {weekday}", "责编 王秋实 校对 孙 菲"],
                [f"第{number:02}版 {section}", f"{date} {weekday} 本版编辑 钱 宁"],
                [f"{date} {weekday} {section} {number:02} 责编：李若溪 美编：赵知远"],
            )
        )
        self.furniture.append({"kind": "masthead", "text": " ".join(pieces)})
        inner = "".join(self.piece("span", html.escape(one)) for one in pieces)
        return (
            '<div style="display:flex;justify-content:space-between;font-family:Noto Sans CJK SC;'
            f'border-bottom:2pt solid #000;padding-bottom:3pt">{inner}</div>'
        )

    def shares(self) -> list[int]:
        cut = self.chance.randint(1, self.columns - 1)
        shares = [cut, self.columns - cut]
        if max(shares) >= 3 and self.chance.random() < 0.35:
            largest = shares.pop(shares.index(max(shares)))
            at = self.chance.randint(1, largest - 1)
            shares += [at, largest - at]
        self.chance.shuffle(shares)
        return shares

    def row(self, shares: list[int]) -> str:
        cells = []
        longest = max(shares)
        for share in shares:
            grow = f"flex:{share} 1 {(share - 1) * self.gutter}em"
            stacked = share <= 2 and longest > share and self.chance.random() < 0.5
            inner = "".join(self.story(share) for _ in range(2 if stacked else 1))
            cells.append(f'<div class="cell" style="{grow}">{inner}</div>')
        return f'<div class="row">{"".join(cells)}</div>'

    # furniture

    def teasers(self) -> str:
        chance = self.chance
        form = chance.choice(("{} ▶{}版", "{} 详见第{}版", "{}（见{}版）", "{} >>{}版", "{} A{}版"))
        lines = [form.format(text.title, chance.randint(2, 8)) for text in self.texts[:3]]
        heading = chance.choice(("导读", "今日导读", "要闻导读"))
        self.furniture.append({"kind": "teaser", "text": " ".join([heading, *lines])})
        boxed = chance.choice(("box", "tint", "", "dark"))
        ground = "background:#333;color:#fff;padding:.8em" if boxed == "dark" else ""
        inner = self.piece("b", heading, "", "font-size:1.5em;display:block")
        across = chance.random() < 0.5
        cells = "".join(
            self.piece(
                "div", html.escape(one), "", "flex:1;font:1.2em/1.4 'Noto Sans CJK SC';padding:2pt"
            )
            for one in lines
        )
        inner += f'<div style="display:{"flex" if across else "block"};gap:2em">{cells}</div>'
        return f'<div class="row"><div class="cell {boxed}" style="flex:1;{ground}">{inner}</div></div>'

    def advertisement(self) -> str:
        chance = self.chance
        lines = chance.choice(
            (
                [
                    "金穗家园 盛大开盘",
                    "优惠多多 欢迎品鉴",
                    "咨询电话：0951-8888123",
                    "地址：长桥头清河路口",
                ],
                [
                    "招租公告",
                    "清河路12号门面房三间对外招租，面积86平方米。",
                    "联系电话：0951-6033210",
                ],
                [
                    "遗失声明",
                    "王某遗失居民身份证一张，声明作废。",
                    "李某遗失道路运输证一本，声明作废。",
                ],
                ["春季招聘会", "三百个岗位等您来，免费入场。", "服务热线：400-820-1234 微信同号"],
            )
        )
        if chance.random() < 0.5:
            lines = ["广告", *lines]
        self.furniture.append({"kind": "advertisement", "text": " ".join(lines)})
        inner = "".join(
            self.piece(
                "div",
                html.escape(one),
                "",
                f"font:{2.2 if at == len(lines) - 4 or len(one) < 6 else 1.1}em/1.4 "
                "'Noto Sans CJK SC';text-align:center",
            )
            for at, one in enumerate(lines)
        )
        boxed = chance.choice(("box", "box", "tint", ""))
        return f'<div class="row"><div class="cell {boxed}" style="flex:1">{inner}</div></div>'

    # stories

    def new_story(self, share: int) -> tuple[Story, Text, str, str, str]:
        """The story, its text, its lead, its byline's line and what ends it."""
        chance, text = self.chance, self.texts.pop()
        story = Story([text.title])
        if share >= 2 and chance.random() < 0.3 and len(text.title) < 22:
            story.title.append(
                chance.choice(("群众点赞有了新盼头", "小事情办出大文章", "今年以来成效明显"))
            )
        if share >= 2 and chance.random() < 0.3:
            story.kicker = chance.choice((*SERIES, text.matter.name + "现场会举行"))
        if share >= 2 and chance.random() < 0.3:
            story.subtitle = text.matter.subtitle(chance)
        names = chance.sample(REPORTERS, chance.randint(1, 2))
        plain = ["".join(name.split()) for name in names]
        lead = line = tail = ""
        how = chance.randrange(7)
        if how == 0:
            lead, story.byline = f"本报讯（记者 {' '.join(names)}）", plain
        elif how == 1:
            lead = f"新华社银川{chance.randint(1, 12)}月{chance.randint(1, 28)}日电（记者{'、'.join(plain)}）"
            story.byline, story.source = plain, "新华社"
        elif how == 2:
            line, story.byline = f"本报记者 {' '.join(names)}", plain
        elif how == 3:
            story.source = chance.choice(PAPERS)
            tail = f"（据{story.source}）"
        elif how == 4:
            tail = f"（下转第{chance.choice('二三四五')}版）"
        elif how == 5 and chance.random() < 0.5:
            lead = f"（上接第{chance.choice('一二')}版）"
        return story, text, lead, line, tail

    def head(self, story: Story, line: str, width: float, *, down: bool = False) -> str:
        """A headline; `width` in em of running text."""
        chance = self.chance
        longest = max(_advance(one) for one in story.title)
        size = min(chance.uniform(1.4, 1.9) if self.hard else chance.uniform(1.7, 3.2), width / 5)
        kind = style = ""
        form = chance.choice(("plain", "plain", "condensed", "spaced", "shadow", "left"))
        if form == "condensed" and not down and longest * size * 0.55 < width:
            kind, style = "wide", "transform:scaleX(.5);font-size:1.2em"
        elif form == "spaced" and longest * (size + 0.8) < width:
            style = "letter-spacing:.5em"
        elif form == "shadow":
            style = "text-shadow:.35pt 0 0 #000"
        parts = []
        if longest * size > width and not kind:
            # the browser breaks it: a headline of as many lines as it takes
            size = max(1.45, min(size, width / longest * 2))
        if story.kicker:
            small = min(max(1.22, 0.55 * size), 0.8 * size, width / _advance(story.kicker))
            parts.append(self.piece("i", html.escape(story.kicker), "", f"font-size:{small:.2f}em"))
        lines = "".join(self.piece("b", html.escape(one), kind, style) for one in story.title)
        parts.append(f'<div style="font-size:{size:.2f}em">{lines}</div>')
        if story.subtitle:
            small = min(max(1.2, 0.5 * size), width / _advance(story.subtitle))
            parts.append(
                self.piece("i", html.escape(story.subtitle), "", f"font-size:{small:.2f}em")
            )
        if line:
            parts.append(self.piece("u", html.escape(line), "", "margin-top:.3em"))
        left = ";text-align:left" if form == "left" and not kind else ""
        return f'<div class="head" style="{left}">{"".join(parts)}</div>'

    def story(self, share: int) -> str:
        chance = self.chance
        if share == 1 and chance.random() < 0.1:
            return self.photo_news()
        story, text, lead, line, tail = self.new_story(share)
        measure = (self.width - 2 * MARGIN) / self.em
        width = (measure + self.gutter) / self.columns * share - self.gutter
        sided = share >= 2 and len(text.title) <= 16 and chance.random() < 0.2
        if sided:
            story.kicker = story.subtitle = None
            if len(story.title) > 1 and chance.random() < 0.5:
                story.title.pop()
        text_length = sum(map(len, text.paragraphs))
        wanted = share * chance.randint(180, 420)
        paragraphs = _shortened(text.paragraphs, min(text_length, wanted))
        columns = share - 1 if sided else share
        if share >= 3 and not sided and chance.random() < 0.3:
            columns = share - 1
        body = self.body(story, text, paragraphs, lead, tail, columns)
        head = self.head(story, "" if sided else line, width, down=sided)
        self.articles.append(story.gold())
        boxed = chance.choice(("box", "tint", "", "", "", ""))
        if not sided:
            return f'<article class="{boxed}">{head}{body}</article>'
        if line:
            story.byline = []
            self.articles[-1] = story.gold()
        column = f'<div class="down" style="flex:none">{head}</div>'
        order = (column, body) if chance.random() < 0.6 else (body, column)
        return f'<article class="{boxed} side">{"".join(order)}</article>'

    def body(
        self,
        story: Story,
        text: Text,
        paragraphs: list[str],
        lead: str,
        tail: str,
        columns: int,
        *,
        down: bool = False,
    ) -> str:
        chance = self.chance
        story.paragraphs = list(paragraphs)
        parts = []
        subheads = len(paragraphs) >= 4 and chance.random() < 0.4
        initial = not lead and not down and chance.random() < 0.12
        picture = not down and chance.random() < 0.45
        pictured = chance.randrange(len(paragraphs))
        for at, paragraph in enumerate(paragraphs):
            if subheads and at and at % 2 == 0 and at < len(paragraphs) - 1:
                subhead = text.matter.subhead(chance)
                story.subheads.append({"text": subhead, "before_paragraph": at})
                size = "1.12em" if not self.hard else chance.choice(("1em", "1.12em", "1.2em"))
                parts.append(self.piece("p", html.escape(subhead), "sub", f"font-size:{size}"))
            if picture and at == pictured:
                parts.append(self.picture(story, text, columns))
            printed = html.escape(paragraph)
            if self.loose:
                printed = re.sub(r"(\d+)", r" \1 ", printed)
            if at == 0 and lead:
                tag = "span class=lead" if self.bold_lead else "span"
                printed = f"<{tag}>{html.escape(lead)}</span>{printed}"
            if at == len(paragraphs) - 1:
                printed += html.escape(tail)
            kind = "initial" if initial and at == 0 else ""
            parts.append(self.piece("p", printed, kind, "text-indent:0" if kind else ""))
        fill = ""
        if columns > 1 and chance.random() < 0.2 and not picture:
            length = sum(map(len, paragraphs)) + 2 * len(paragraphs)
            measure = (self.width - 2 * MARGIN) / self.em / self.columns - self.gutter
            fill = f";column-fill:auto;height:{1.55 * (length / measure / columns + 6):.1f}em"
        return f'<div class="text" style="flex:1;columns:{columns}{fill}">{"".join(parts)}</div>'

    def picture(self, story: Story, text: Text, columns: int) -> str:
        chance = self.chance
        caption = text.matter.caption(chance)
        story.captions.append(caption)
        height = chance.uniform(6, 12)
        shape = chance.choice(("column", "column", "strip", "across", "upright"))
        block = self.piece("div", "", "pic", f"height:{height:.1f}em")
        if shape == "upright":
            side = self.piece(
                "div", html.escape(caption), "cap down", f"height:{height:.1f}em;margin-left:3pt"
            )
            inner = f'<div style="display:flex"><div style="flex:1">{block}</div>{side}</div>'
            return f"<figure>{inner}</figure>"
        inner = block + self.piece("div", html.escape(caption), "cap")
        if shape == "strip":
            side = chance.choice(("left", "right"))
            gap = "right" if side == "left" else "left"
            return f'<figure style="float:{side};width:52%;margin-{gap}:.8em">{inner}</figure>'
        across = "column-span:all" if shape == "across" and columns > 1 else ""
        return f'<figure style="{across}">{inner}</figure>'

    def photo_news(self) -> str:
        text = self.texts.pop()
        name = self.chance.choice(REPORTERS)
        paragraphs = [_shortened(text.paragraphs, 90)[0]]
        story = Story(byline=["".join(name.split())], paragraphs=paragraphs)
        self.articles.append(story.gold())
        return (
            "<article>"
            + self.piece("div", "", "pic", "height:9em;margin-bottom:.5em")
            + '<div class="text">'
            + self.piece("p", html.escape(paragraphs[0]))
            + self.piece("p", f"本报记者 {name} 摄", "credit")
            + "</div></article>"
        )

    def upright_row(self) -> str:
        """A story written downwards, headline and all, its storeys one below the other."""
        chance = self.chance
        story, text, lead, line, tail = self.new_story(1)
        line_names = line
        paragraphs = _shortened(text.paragraphs, chance.randint(300, 700))
        storeys = chance.choice((1, 2, 2))
        body = self.body(story, text, paragraphs, lead, tail, storeys, down=True)
        head = self.head(story, line_names, 24, down=True)
        self.articles.append(story.gold())
        boxed = chance.choice(("box", "", ""))
        height = 15 * storeys + 3
        return (
            f'<div class="row"><article class="cell {boxed} down" '
            f'style="height:{height}em;width:100%">{head}{body}</article></div>'
        )


def _shortened(paragraphs: list[str], room: int) -> list[str]:
    """As much of a text as there is room for, to a sentence's end."""
    kept: list[str] = []
    for paragraph in paragraphs:
        whole = "".join(_SENTENCE.findall(paragraph)) or paragraph
        if len(whole) <= room:
            kept.append(whole)
            room -= len(whole)
            continue
        part = ""
        for sentence in _SENTENCE.findall(whole):
            if part and len(part) + len(sentence) > room:
                break
            part += sentence
        if part and (not kept or (room > 20 and part.count("“") == part.count("”"))):
            kept.append(part)
        break
    return kept or [paragraphs[0]]


def _advance(text: str) -> float:
    return sum(1.0 if ord(one) > 0x2000 else 0.5 for one in text)
