"""Articles before they are set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.ingest.pdf.gold import Story
from tests.ingest.pdf.stock import PAPERS, REPORTERS, SERIES, Matter

if TYPE_CHECKING:
    from tests.ingest.pdf.layouts.desk import Desk


@dataclass(kw_only=True)
class Draft(Story):
    """A story with what is printed beside its own text."""

    matter: Matter
    lead: str = ""
    byline_line: str | None = None
    tail: str = ""
    jump: str = ""


def new_draft(desk: Desk, *, big: bool) -> Draft:
    chance = desk.chance
    matter = desk.matters.pop()
    title = matter.title(chance, 2 if big and chance.random() < 0.5 else 1)
    draft = Draft(title, matter=matter)
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
