"""Articles before they are set, and the gold that they give."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.ingest.pdf.stock import PAPERS, REPORTERS, SERIES, Matter

if TYPE_CHECKING:
    from tests.ingest.pdf.layouts.desk import Desk


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


def new_draft(desk: Desk, *, big: bool) -> Draft:
    chance = desk.chance
    matter = desk.matters.pop()
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
