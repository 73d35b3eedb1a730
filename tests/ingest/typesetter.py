"""Sets newspaper pages as extraction leaves them, with the truth beside them.

Articles go in; out come the raw text of a page and what must be cut from it. Columns are broken into
short lines, headlines float, fragments of other articles stand in between: the forms are those that
real pages showed. Everything is drawn from one seeded generator, so a page can be had again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_NO_START = "，。、；：！？）》”’％%…"
_NO_END = "（《“‘"
_FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高郑罗宋谢唐韩曹许邓冯"
_GIVEN = "建国文海燕丽军强波晓静梅宇航志远佳欣雪琪立新永春"
_PLACES = (
    "北京",
    "上海",
    "广州",
    "武汉",
    "西宁",
    "兰州",
    "吴忠",
    "银川",
    "福州",
    "昆明",
    "贵阳",
    "杭州",
)
_MEDIA = (
    "人民日报",
    "光明日报",
    "经济日报",
    "工人日报",
    "新华每日电讯",
    "中国青年报",
    "法治日报",
    "新华网",
    "人民政协网",
    "解放日报",
)
_SECTIONS = (
    "要闻",
    "综合",
    "时政",
    "社会",
    "民生",
    "基层",
    "协商民主",
    "专题",
    "国际",
    "文化",
    "经济",
    "地方新闻",
    "教育",
    "视点",
)
_LABELS = (
    "他山之石",
    "民生关注",
    "基层动态",
    "委员风采",
    "热点聚焦",
    "社区故事",
    "一线传真",
    "履职故事",
    "观察",
    "记者走基层",
)
_SERIES = [
    "新思想引领新征程",
    "在希望的田野上",
    "新闻特写",
    "开好局 起好步",
    "权威访谈",
    "奋进新征程 建功新时代",
    "走基层",
]
_SUBHEADS = (
    "{a}有了新变化",
    "从“{a}”到“{b}”",
    "做好{a}“大文章”",
    "聚焦{a} 推动{b}",
    "{a}引领 {b}见实效",
    "以{a}促{b}",
    "抓{a} 强{b}",
    "{a}激活{b}",
    "{a}聚合力 {b}见成效",
    "{b}托起{a}",
    "守住{a} 做优{b}",
    "{a}，{b}更近",
    "“{a}”里看{b}",
    "一个{a}的变化",
    "{a}如何破题",
    "{a}“加减法”",
    "擦亮{b}底色",
)


@dataclass(frozen=True, slots=True)
class Style:
    """How one page is set."""

    indented: bool
    """Whether paragraphs are indented by two em."""
    one_width: bool
    """Whether all articles stand in columns of one width."""
    digit_gaps: float
    """The share of places beside a digit where a stray space is left."""
    split: float
    """The chance, per paragraph, that a column breaks in it."""
    interrupt: float
    """The chance that some columns of an article stand among those of another."""
    head_first: float
    """The chance that a headline stands above its text."""
    head_at_foot: float
    """The chance that a headline floats to the foot of the page."""
    head_inside: float
    """The chance that a headline stands between two columns of its text."""
    jitter: float
    """The chance, per paragraph, that its column is up to an em narrower or wider."""
    stack: float
    """The chance that neighbouring headlines at the foot share a block."""
    waver: float = 0.0
    """The chance, per line, that it is set an em narrower or wider than its column."""
    turn: float = 0.0
    """The chance, per article, that it goes on in columns of another width."""


@dataclass(slots=True)
class Unit:
    """A block of the page with what its lines are."""

    lines: list[str]
    """As set."""
    article: int = -1
    """Whose it is; -1 for furniture."""


@dataclass(slots=True)
class Page:
    """A set page."""

    raw: str
    """What extraction gives."""
    gold: dict[str, Any]
    """What must be cut from it, in the form of `ingest --json`."""
    style: Style = field(repr=False)
    """How it was set."""


def set_page(
    rng: random.Random, articles: list[dict[str, Any]], style: Style | None = None
) -> Page:
    """Set a page of these articles ({"title", "paragraphs"}); their order is kept in the gold."""
    style = style or draw_style(rng)
    width = rng.choice([13, 14, 15, 16, 18, 20])
    masthead, info = _masthead(rng)
    furniture = [{"kind": "masthead", "text": masthead}]
    flow: list[list[Unit]] = []
    foot: list[list[Unit]] = []
    gold = []
    for number, article in enumerate(articles):
        column = width if style.one_width else _column(rng)
        truth, head, body = _set_article(rng, article, number, column, style)
        gold.append(truth)
        placed = rng.random()
        if not head:
            flow.append(body)
        elif placed < style.head_at_foot:
            flow.append(body)
            foot.append(head)
        elif placed < style.head_at_foot + style.head_inside and len(body) > 1:
            at = rng.randint(1, len(body) - 1)
            flow.append(body[:at] + head + body[at:])
        elif placed < style.head_at_foot + style.head_inside + style.head_first:
            flow.append(head + body)
        else:
            flow.append(body + head)
    rng.shuffle(foot)
    order = list(range(len(flow)))
    rng.shuffle(order)
    units = _interleave(rng, [flow[at] for at in order], style)
    tail = [unit for head in foot for unit in head]
    if rng.random() < style.stack:
        tail = _stack(rng, tail)
    units += tail
    if rng.random() < 0.75:
        label = "■ " + rng.choice(_LABELS)
        furniture.append({"kind": "column-label", "text": label})
        units.insert(rng.choice([0, rng.randint(0, len(units))]), Unit([label]))
    units.insert(0 if rng.random() < 0.75 else len(units), Unit([masthead]))
    raw = "\n\n".join("\n".join(unit.lines) for unit in units) + "\n"
    return Page(raw, {"page": info, "furniture": furniture, "articles": gold}, style)


def draw_style(rng: random.Random) -> Style:
    """A style at random, over what real pages were seen to do and somewhat beyond."""
    return Style(
        indented=rng.random() < 0.85,
        one_width=rng.random() < 0.15,
        digit_gaps=rng.choice([0.0, 0.2, 0.6]),
        split=rng.choice([0.15, 0.25, 0.4]),
        interrupt=rng.choice([0.0, 0.1, 0.2, 0.3]),
        head_first=rng.choice([0.2, 0.35, 0.5]),
        head_at_foot=rng.choice([0.1, 0.2, 0.4]),
        head_inside=rng.choice([0.0, 0.1, 0.2]),
        jitter=0.3 if rng.random() < 0.12 else 0.0,
        stack=rng.choice([0.0, 0.0, 0.3]),
        waver=rng.choice([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.2, 0.4]),
        turn=rng.choice([0.0, 0.0, 0.0, 0.0, 0.0, 0.3]),
    )


def _column(rng: random.Random) -> int:
    """A column's width in em: mostly of the common ones."""
    return (
        rng.choice([13, 14, 14, 15, 16, 17, 18, 20, 22])
        if rng.random() < 0.8
        else rng.randint(12, 26)
    )


def _set_article(
    rng: random.Random, article: dict[str, Any], number: int, column: int, style: Style
) -> tuple[dict[str, Any], list[Unit], list[Unit]]:
    paragraphs = list(article["paragraphs"])
    title = article["title"].strip()
    kicker = None
    if title.startswith("【") and "】" in title:
        kicker, title = title[1:].split("】", 1)
        if rng.random() < 0.5:
            kicker = None
    truth: dict[str, Any] = {
        "title": title, "kicker": kicker, "subtitle": None, "byline": [], "byline_raw": None,
        "role": None, "source": None, "source_raw": None, "kind": "news", "subheads": [],
        "captions": [], "paragraphs": paragraphs,
    }  # fmt: skip
    if rng.random() < 0.09 and sum(map(len, paragraphs)) < 400:
        return _set_photo(rng, truth, number, column, style)
    set_paragraphs = list(paragraphs)
    own_lines: list[Unit] = []
    credit = rng.random()
    names = [_name(rng) for _ in range(rng.choice([1, 1, 2]))]
    byline_line = None
    if credit < 0.35:
        raw = _lead(rng, names, truth)
        set_paragraphs[0] = raw + set_paragraphs[0]
        truth.update(byline=[n.replace(" ", "") for n in names], byline_raw=raw, role="记者")
    elif credit < 0.65:
        raw, role = _byline(rng, names)
        byline_line = raw
        truth.update(byline=[n.replace(" ", "") for n in names], byline_raw=raw, role=role)
    elif credit < 0.92:
        name = rng.choice(_MEDIA)
        raw = rng.choice(
            ["（据{}）", "（据《{}》）", "（{}）", "（来源：{}）", "（转自{}）"]
        ).format(name)
        truth.update(source=name, source_raw=raw)
        if rng.random() < 0.6:
            set_paragraphs[-1] += raw
        else:
            own_lines.append(Unit([raw], number))
    body: list[Unit] = []
    wide_opening = column < 20 and len(paragraphs) > 3 and rng.random() < 0.05
    turns_at = len(paragraphs)
    if len(paragraphs) > 3 and rng.random() < style.turn:
        turns_at = rng.randint(1, len(paragraphs) - 1)
    later = rng.choice([column - 4, column - 3, column + 3, column + 4])
    subheads = _draw_subheads(rng, paragraphs) if rng.random() < 0.22 else {}
    floating = rng.random() < 0.35
    for at, text in enumerate(set_paragraphs):
        if at in subheads:
            truth["subheads"].append({"text": subheads[at], "before_paragraph": at})
            if not floating:
                body.append(Unit([subheads[at]], number))
        here = 2 * column + 2 if wide_opening and at == 0 else later if at >= turns_at else column
        body.extend(_set_paragraph(rng, text, number, here, style))
    body.extend(own_lines)
    head = _set_head(rng, truth, number, byline_line, paragraphs)
    if floating:
        for text in subheads.values():
            head.insert(rng.choice([0, len(head)]), Unit([text], number))
    return truth, head, body


def _set_photo(
    rng: random.Random, truth: dict[str, Any], number: int, column: int, style: Style
) -> tuple[dict[str, Any], list[Unit], list[Unit]]:
    name = _name(rng)
    raw = f"本报记者 {name} 摄"
    truth.update(
        title=None,
        kicker=None,
        kind="photo-news",
        byline=[name.replace(" ", "")],
        byline_raw=raw,
        role="摄",
    )
    body = [
        u for text in truth["paragraphs"] for u in _set_paragraph(rng, text, number, column, style)
    ]
    if rng.random() < 0.6 and style.indented:
        body = [Unit([line], number) for unit in body for line in unit.lines]
    return truth, [], [*body, Unit([raw], number)]


def _set_head(
    rng: random.Random,
    truth: dict[str, Any],
    number: int,
    byline: str | None,
    paragraphs: list[str],
) -> list[Unit]:
    lines = [truth["title"]]
    if " " in truth["title"] and rng.random() < 0.55:
        lines = truth["title"].split(" ", 1)
    elif len(truth["title"]) > 14 and rng.random() < 0.25:
        cut = len(truth["title"]) // 2
        lines = [truth["title"][:cut], truth["title"][cut:]]
        truth["title"] = " ".join(lines)
    head = [Unit(lines, number)]
    if rng.random() < 0.28:
        clauses = _clauses(paragraphs, 9, 24)
        if clauses:
            truth["subtitle"] = "——" + rng.choice(clauses)
            _hang(rng, head, truth["subtitle"], number, 0.5)
    if truth["kicker"] is None and rng.random() < 0.04:
        truth["kicker"] = rng.choice(_SERIES)
    if truth["kicker"]:
        if rng.random() < 0.5:
            head.insert(0, Unit([truth["kicker"]], number))
        else:
            head[0].lines.insert(0, truth["kicker"])
    if byline:
        _hang(rng, head, byline, number, 0.4)
    if rng.random() < (0.7 if byline and byline.endswith(("图", "道")) else 0.12):
        clauses = _clauses(paragraphs, 7, 24)
        if clauses:
            caption = rng.choice(["", "", "图为"]) + rng.choice(clauses) + "。"
            if rng.random() < 0.2:
                caption += f"本报记者 {_name(rng)} 摄"
            truth["captions"].append(caption)
            head.append(Unit([caption], number))
    return head


def _hang(rng: random.Random, head: list[Unit], line: str, number: int, same: float) -> None:
    if rng.random() < same:
        head[-1].lines.append(line)
    else:
        head.append(Unit([line], number))


def _set_paragraph(
    rng: random.Random, text: str, number: int, column: int, style: Style
) -> list[Unit]:
    if rng.random() < style.jitter:
        column += rng.choice([-1, 1])
    indent = 2 if style.indented else 0

    def slack() -> float:
        return rng.choice([-1.0, 1.0]) if rng.random() < style.waver else 0.0

    lines = break_lines(_gaps(rng, text, style.digit_gaps), column, indent, slack)
    lines = [
        _spread(line) if rng.random() < 0.01 and len(line) > column - 1 else line for line in lines
    ]
    if len(lines) > 2 and rng.random() < style.split:
        cut = rng.randint(1, len(lines) - 1)
        return [Unit(lines[:cut], number), Unit(lines[cut:], number)]
    return [Unit(lines, number)]


def break_lines(
    text: str, column: int, indent: int, slack: Callable[[], float] = float
) -> list[str]:
    """Break running text as Chinese is set: no stop opens a line, no bracket ends one.

    `slack` draws by how many em a line is wider than the column.
    """
    lines, line, room = [], "", column - indent + slack()
    for character in re.findall(r"[0-9.]+%?|.", text):
        wide = sum(0.5 if one.isascii() else 1.0 for one in character)
        if room < wide and character not in _NO_START:
            carried = ""
            while line and line[-1] in _NO_END:
                carried, line = line[-1] + carried, line[:-1]
            lines.append(line.strip())
            line, room = carried, column - len(carried) + slack()
        line += character
        room -= wide
    return [one for one in [*lines, line.strip()] if one]


def _spread(line: str) -> str:
    return " ".join(line)


def _gaps(rng: random.Random, text: str, share: float) -> str:
    out = ""
    for at, character in enumerate(text):
        before = text[at - 1] if at else ""
        border = (
            bool(before) and (before.isdigit() != character.isdigit()) and before not in _NO_END
        )
        if (
            border
            and not (character in _NO_START or before in "." or character in ".%")
            and rng.random() < share
        ):
            out += " "
        out += character
    return out


def _interleave(rng: random.Random, articles: list[list[Unit]], style: Style) -> list[Unit]:
    """The articles one after another; some columns of one stand in or after one that follows."""
    units: list[Unit] = []
    held: list[Unit] = []
    for article in articles:
        rest, taken = list(article), []
        if len(article) > 1 and rng.random() < style.interrupt:
            first = rng.randint(1, len(article) - 1)
            last = len(article) if rng.random() < 0.7 else rng.randint(first + 1, len(article))
            rest, taken = article[:first] + article[last:], article[first:last]
        if held:
            at = rng.randint(1, len(rest))
            rest[at:at] = held
        units += rest
        held = taken
    return units + held


def _stack(rng: random.Random, units: list[Unit]) -> list[Unit]:
    stacked: list[Unit] = []
    for unit in units:
        if stacked and rng.random() < 0.4 and stacked[-1].article != unit.article:
            stacked[-1] = Unit([*stacked[-1].lines, *unit.lines], unit.article)
        else:
            stacked.append(unit)
    return stacked


def _clauses(paragraphs: list[str], least: int, most: int) -> list[str]:
    text = "".join(paragraphs)
    for mark in "，。；！？：、":
        text = text.replace(mark, "\n")
    return [
        one for one in text.split("\n")
        if least <= len(one) <= most and not set(one) & set("“”《》（）‘’")
    ]  # fmt: skip


def _draw_subheads(rng: random.Random, paragraphs: list[str]) -> dict[int, str]:
    found = {}
    for at in sorted(rng.sample(range(1, len(paragraphs)), min(2, len(paragraphs) - 1))):
        words = _clauses([paragraphs[at]], 4, 30)
        if len(words) >= 2:
            a, b = (word[: rng.choice([2, 3, 4])] for word in rng.sample(words, 2))
            found[at] = rng.choice(_SUBHEADS).format(a=a, b=b).replace("，", " ")
    return found


def _name(rng: random.Random) -> str:
    given = "".join(rng.sample(_GIVEN, rng.choice([1, 2, 2])))
    family = rng.choice(_FAMILY)
    return family + (" " + given if len(given) == 1 and rng.random() < 0.8 else given)


def _lead(rng: random.Random, names: list[str], truth: dict[str, Any]) -> str:
    kind = rng.random()
    if kind < 0.6:
        if len(names) > 1 and rng.random() < 0.5:
            return f"本报讯（记者 {names[0]} 通讯员 {names[1]}）"
        return f"本报讯（记者 {' '.join(names)}）"
    names[:] = [name.replace(" ", "") for name in names]
    place = rng.choice(_PLACES)
    day = f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日电"
    if kind < 0.85:
        truth["source"] = "新华社"
        return f"新华社{place}{day}（记者{'、'.join(names)}）"
    return f"本报{place}{day}（记者{'、'.join(names)}）"


def _byline(rng: random.Random, names: list[str]) -> tuple[str, str]:
    role = rng.choice(["", "", " 文/图", " 摄影报道"])
    mark = rng.choice(["本报记者 ", "本报记者 ", "□ 记者 ", "■本报记者 "])
    text = (
        mark + (names[0] if len(names) == 1 else rng.choice([" ", " 通讯员 "]).join(names)) + role
    )
    return text, role.strip() or "记者"


def _masthead(rng: random.Random) -> tuple[str, dict[str, Any]]:
    section, number = rng.choice(_SECTIONS), rng.randint(1, 16)
    year, month, day = rng.randint(2019, 2025), rng.randint(1, 12), rng.randint(1, 28)
    weekday = "星期" + rng.choice("一二三四五六日")
    date = f"{year}年{month}月{day}日"
    a, b, c = (_name(rng) for _ in range(3))
    form = rng.choice(
        [
            "{s} {n:02d}{d} {w} 值班编委 {a} 编辑/美编 {b} 校对 {c}",
            "第{n:02d}版：{s} {d} {w} 责编 {a} 版式 {b} 校对 {c}",
            "{n}版 {s} {d}/{w} 值班主任：{a} 编辑：{b} 校对：{c}",
            "{d} {w} {s} A{n:02d} 本版编辑/{a} 美编/{b} 文检/{c}",
            "{n:02d} {s} {d} {w} 责任编辑：{a} 美术编辑：{b} 校对：{c}",
            "{s} {d} {w} 第{n}版 编辑 {a} 组版 {b} 校对 {c}",
            "{d} {w} 第{n}版 {s} 主编：{a} 责编：{b} 版式：{c}",
            "A{n:02d} {s} 责任编辑:{a}/{b} 版面设计:{c} {d}({w})",
        ]
    )
    info = {
        "section": section, "page_no": f"{number:02d}", "weekday": weekday,
        "date": f"{year}-{month:02d}-{day:02d}",
    }  # fmt: skip
    return form.format(s=section, n=number, d=date, w=weekday, a=a, b=b, c=c), info
