"""What the makers of a page share: its style, its strokes so far, its gold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.ingest.pdf.drawing import Stroke, Text
from tests.ingest.pdf.stock import matters

if TYPE_CHECKING:
    import random

SIZE = (790.0, 1130.0)
"""The page, in points."""


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


class Desk:
    """Where one page is made up."""

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

    def draw(self, stroke: Stroke) -> None:
        self.page.strokes.append(stroke)
