"""What a cut of an article must give, whichever maker has set its page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Story:
    """An article as its page is to give it; filled while the article is set."""

    title: list[str] = field(default_factory=list)
    """As printed, line by line; empty for photo news."""
    kicker: str | None = None
    subtitle: str | None = None
    byline: list[str] = field(default_factory=list)
    source: str | None = None
    subheads: list[dict[str, Any]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

    def gold(self) -> dict[str, Any]:
        """In the form of `jianbao ingest --json`."""
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
