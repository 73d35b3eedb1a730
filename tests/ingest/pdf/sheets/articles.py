"""Articles as HTML: a headline, columns of text with what stands in them; photo news."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from tests.ingest.pdf.gold import Story
from tests.ingest.pdf.sheets.desk import MARGIN
from tests.ingest.pdf.sheets.headlines import make_head
from tests.ingest.pdf.sheets.stories import Text, new_story, shortened
from tests.ingest.pdf.stock import REPORTERS

if TYPE_CHECKING:
    from tests.ingest.pdf.sheets.desk import Desk


def make_story(desk: Desk, share: int) -> str:
    chance = desk.chance
    if share == 1 and chance.random() < 0.1:
        return _photo_news(desk)
    story, text, lead, line, tail = new_story(desk, share)
    measure = (desk.width - 2 * MARGIN) / desk.em
    width = (measure + desk.gutter) / desk.columns * share - desk.gutter
    sided = share >= 2 and len(text.title) <= 16 and chance.random() < 0.2
    if sided:
        story.kicker = story.subtitle = None
        if len(story.title) > 1 and chance.random() < 0.5:
            story.title.pop()
    text_length = sum(map(len, text.paragraphs))
    wanted = share * chance.randint(180, 420)
    paragraphs = shortened(text.paragraphs, min(text_length, wanted))
    columns = share - 1 if sided else share
    if share >= 3 and not sided and chance.random() < 0.3:
        columns = share - 1
    body = make_text(desk, story, text, paragraphs, lead, tail, columns)
    head = make_head(desk, story, "" if sided else line, width, down=sided)
    desk.articles.append(story.gold())
    boxed = chance.choice(("box", "tint", "", "", "", ""))
    if not sided:
        return f'<article class="{boxed}">{head}{body}</article>'
    if line:
        story.byline = []
        desk.articles[-1] = story.gold()
    column = f'<div class="down" style="flex:none">{head}</div>'
    order = (column, body) if chance.random() < 0.6 else (body, column)
    return f'<article class="{boxed} side">{"".join(order)}</article>'


def _photo_news(desk: Desk) -> str:
    text = desk.texts.pop()
    name = desk.chance.choice(REPORTERS)
    paragraphs = [shortened(text.paragraphs, 90)[0]]
    story = Story(byline=["".join(name.split())], paragraphs=paragraphs)
    desk.articles.append(story.gold())
    return (
        "<article>"
        + desk.piece("div", "", "pic", "height:9em;margin-bottom:.5em")
        + '<div class="text">'
        + desk.piece("p", html.escape(paragraphs[0]))
        + desk.piece("p", f"本报记者 {name} 摄", "credit")
        + "</div></article>"
    )


def make_upright_row(desk: Desk) -> str:
    """A story written downwards, headline and all, its storeys one below the other."""
    chance = desk.chance
    story, text, lead, line, tail = new_story(desk, 1)
    line_names = line
    paragraphs = shortened(text.paragraphs, chance.randint(300, 700))
    storeys = chance.choice((1, 2, 2))
    body = make_text(desk, story, text, paragraphs, lead, tail, storeys, down=True)
    head = make_head(desk, story, line_names, 24, down=True)
    desk.articles.append(story.gold())
    boxed = chance.choice(("box", "", ""))
    height = 15 * storeys + 3
    return (
        f'<div class="row"><article class="cell {boxed} down" '
        f'style="height:{height}em;width:100%">{head}{body}</article></div>'
    )


def make_text(
    desk: Desk,
    story: Story,
    text: Text,
    paragraphs: list[str],
    lead: str,
    tail: str,
    columns: int,
    *,
    down: bool = False,
) -> str:
    chance = desk.chance
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
            size = "1.12em" if not desk.hard else chance.choice(("1em", "1.12em", "1.2em"))
            parts.append(desk.piece("p", html.escape(subhead), "sub", f"font-size:{size}"))
        if picture and at == pictured:
            parts.append(_picture(desk, story, text, columns))
        printed = html.escape(paragraph)
        if desk.loose:
            printed = re.sub(r"(\d+)", r" \1 ", printed)
        if at == 0 and lead:
            tag = "span class=lead" if desk.bold_lead else "span"
            printed = f"<{tag}>{html.escape(lead)}</span>{printed}"
        if at == len(paragraphs) - 1:
            printed += html.escape(tail)
        kind = "initial" if initial and at == 0 else ""
        parts.append(desk.piece("p", printed, kind, "text-indent:0" if kind else ""))
    fill = ""
    if columns > 1 and chance.random() < 0.2 and not picture:
        length = sum(map(len, paragraphs)) + 2 * len(paragraphs)
        measure = (desk.width - 2 * MARGIN) / desk.em / desk.columns - desk.gutter
        fill = f";column-fill:auto;height:{1.55 * (length / measure / columns + 6):.1f}em"
    return f'<div class="text" style="flex:1;columns:{columns}{fill}">{"".join(parts)}</div>'


def _picture(desk: Desk, story: Story, text: Text, columns: int) -> str:
    chance = desk.chance
    caption = text.matter.caption(chance)
    story.captions.append(caption)
    height = chance.uniform(6, 12)
    shape = chance.choice(("column", "column", "strip", "across", "upright"))
    block = desk.piece("div", "", "pic", f"height:{height:.1f}em")
    if shape == "upright":
        side = desk.piece(
            "div", html.escape(caption), "cap down", f"height:{height:.1f}em;margin-left:3pt"
        )
        inner = f'<div style="display:flex"><div style="flex:1">{block}</div>{side}</div>'
        return f"<figure>{inner}</figure>"
    inner = block + desk.piece("div", html.escape(caption), "cap")
    if shape == "strip":
        side = chance.choice(("left", "right"))
        gap = "right" if side == "left" else "left"
        return f'<figure style="float:{side};width:52%;margin-{gap}:.8em">{inner}</figure>'
    across = "column-span:all" if shape == "across" and columns > 1 else ""
    return f'<figure style="{across}">{inner}</figure>'
