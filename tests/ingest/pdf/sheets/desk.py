"""What the makers of a sheet share: its measures, its texts, its gold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

    from playwright.sync_api import Page as Tab

    from tests.ingest.pdf.sheets.stories import Text

WIDTHS = (560, 680, 800, 940)
"""Of the sheet, in points: from a tabloid's to a broadsheet's."""
MARGIN = 26
HEADLINE_FACES = ("'Noto Serif CJK SC'", "'Noto Sans CJK SC'")


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


class Desk:
    """Where one sheet is made up."""

    def __init__(self, chance: random.Random, texts: list[Text], *, hard: bool) -> None:
        self.chance, self.texts, self.hard = chance, texts, hard
        self.width = chance.choice(WIDTHS)
        self.em = chance.choice((9.0, 9.5, 10.0, 10.5))
        self.gutter = chance.choice((1.2, 1.5, 2.0, 2.4)) if not hard else chance.choice((1.0, 1.2))
        self.columns = max(3, round((self.width - 2 * MARGIN) / self.em / chance.uniform(12, 17)))
        self.head_face = chance.choice(HEADLINE_FACES)
        self.bold_lead = chance.random() < 0.4
        self.loose = chance.random() < 0.25
        self.articles: list[dict[str, Any]] = []
        self.furniture: list[dict[str, str]] = []
        self.page: dict[str, Any] = {}

    def piece(self, tag: str, inner: str, kind: str = "", style: str = "") -> str:
        """An element painted at a depth of its own."""
        depth = self.chance.randint(1, 999)
        return (
            f'<{tag} class="{kind}" style="position:relative;z-index:{depth};{style}">{inner}'
            f"</{tag}>"
        )
