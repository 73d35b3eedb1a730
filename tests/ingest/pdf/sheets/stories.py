"""Articles before they are made up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.ingest.pdf.gold import Story
from tests.ingest.pdf.stock import PAPERS, REPORTERS, SERIES, Matter, matters

if TYPE_CHECKING:
    import random

    from tests.ingest.pdf.sheets.desk import Desk

_SENTENCE = re.compile(r"[^。！？]+[。！？]+[”’」』）]*")


@dataclass
class Text:
    """An article before it is made up."""

    title: str
    paragraphs: list[str]
    matter: Matter
    """For what an article of another source lacks: subheads, captions, subtitles."""


def stock_texts(chance: random.Random) -> list[Text]:
    """Articles of the tests' own words."""
    found = []
    for matter in matters(chance):
        paragraphs = [matter.paragraph(chance) for _ in range(chance.randint(2, 9))]
        found.append(Text(matter.title(chance, 1)[0], paragraphs, matter))
    return found


def new_story(desk: Desk, share: int) -> tuple[Story, Text, str, str, str]:
    """The story, its text, its lead, its byline's line and what ends it."""
    chance, text = desk.chance, desk.texts.pop()
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


def shortened(paragraphs: list[str], room: int) -> list[str]:
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
