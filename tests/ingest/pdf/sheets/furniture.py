"""What belongs to no article: the masthead, teasers, an advertisement."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ingest.pdf.sheets.desk import Desk


def make_masthead(desk: Desk) -> str:
    chance = desk.chance
    year, month, day = chance.randint(2012, 2025), chance.randint(1, 12), chance.randint(1, 28)
    weekday = "星期" + chance.choice("一二三四五六日")
    number = chance.randint(1, 16)
    section = chance.choice(("要闻", "综合新闻", "社会民生", "基层观察", "文化周刊"))
    desk.page = {
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
    desk.furniture.append({"kind": "masthead", "text": " ".join(pieces)})
    inner = "".join(desk.piece("span", html.escape(one)) for one in pieces)
    return (
        '<div style="display:flex;justify-content:space-between;font-family:Noto Sans CJK SC;'
        f'border-bottom:2pt solid #000;padding-bottom:3pt">{inner}</div>'
    )


def make_teasers(desk: Desk) -> str:
    chance = desk.chance
    form = chance.choice(("{} ▶{}版", "{} 详见第{}版", "{}（见{}版）", "{} >>{}版", "{} A{}版"))
    lines = [form.format(text.title, chance.randint(2, 8)) for text in desk.texts[:3]]
    heading = chance.choice(("导读", "今日导读", "要闻导读"))
    desk.furniture.append({"kind": "teaser", "text": " ".join([heading, *lines])})
    boxed = chance.choice(("box", "tint", "", "dark"))
    ground = "background:#333;color:#fff;padding:.8em" if boxed == "dark" else ""
    inner = desk.piece("b", heading, "", "font-size:1.5em;display:block")
    across = chance.random() < 0.5
    cells = "".join(
        desk.piece(
            "div", html.escape(one), "", "flex:1;font:1.2em/1.4 'Noto Sans CJK SC';padding:2pt"
        )
        for one in lines
    )
    inner += f'<div style="display:{"flex" if across else "block"};gap:2em">{cells}</div>'
    return f'<div class="row"><div class="cell {boxed}" style="flex:1;{ground}">{inner}</div></div>'


def make_advertisement(desk: Desk) -> str:
    chance = desk.chance
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
    desk.furniture.append({"kind": "advertisement", "text": " ".join(lines)})
    inner = "".join(
        desk.piece(
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
