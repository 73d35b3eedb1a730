"""Articles while their parts come together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Line
    from jianbao.ingest.credits import Byline
    from jianbao.ingest.heads import Head
    from jianbao.ingest.paragraphs import Paragraph
    from jianbao.ingest.segmentation import Segment
    from jianbao.ingest.sources import Source


@dataclass(slots=True)
class Draft:
    """An article while its parts come together."""

    segment: Segment
    """Its paragraphs and its head."""
    paragraphs: list[Paragraph]
    """Its text."""
    head: Head | None
    """Its headline."""
    kicker: str | None = None
    """The line above the headline."""
    title_lines: list[str] = field(default_factory=list)
    """The headline."""
    stray_subtitle: tuple[Line, ...] = ()
    """The subtitle, where it does not stand below the headline."""
    byline: Byline | None = None
    """Its byline or lead."""
    source: Source | None = None
    """Where it was taken from."""
    captions: list[str] = field(default_factory=list)
    """In page order."""
    subheads: list[tuple[int, str]] = field(default_factory=list)
    """(index of the paragraph below, text)."""
    extra_credits: list[str] = field(default_factory=list)
    """Further credits, kept with the captions."""
    doubts: list[str] = field(default_factory=list)
    """Reasons for review found on the way."""

    @property
    def lines(self) -> tuple[int, ...]:
        """The numbers of the raw lines of its headline and its text, in order."""
        text = [line for paragraph in self.paragraphs for line in paragraph.lines]
        head = [*self.head.lines, *self.subtitle] if self.head else []
        return tuple(sorted({line.number for line in (*text, *head)}))

    @property
    def subtitle(self) -> tuple[Line, ...]:
        """The lines below its headline that open with ——."""
        return (self.head.subtitle if self.head else ()) or self.stray_subtitle

    @property
    def first_place(self) -> int:
        """The block its text begins in."""
        return min(paragraph.first_place for paragraph in self.paragraphs)

    @property
    def last_place(self) -> int:
        """The block its text ends in."""
        return max(paragraph.last_place for paragraph in self.paragraphs)


def draft_articles(
    paragraphs: Sequence[Paragraph], heads: Sequence[Head], segments: Sequence[Segment]
) -> list[Draft]:
    """Each segment with its paragraphs, head, and the credits its paragraphs carry."""
    drafts = []
    for segment in segments:
        own = [paragraphs[at] for at in segment.paragraphs]
        draft = Draft(segment, own, heads[segment.head] if segment.head is not None else None)
        for paragraph in own:
            for byline in (paragraph.lead, paragraph.signature):
                if byline is not None:
                    _credit(draft, byline)
            if paragraph.source is not None:
                _take_source(draft, paragraph.source)
        drafts.append(draft)
    return drafts


def _credit(draft: Draft, byline: Byline) -> None:
    if draft.byline is None:
        draft.byline = byline
    else:
        draft.extra_credits.append(byline.raw)


def _take_source(draft: Draft, source: Source) -> None:
    if draft.source is None:
        draft.source = source
    else:
        draft.extra_credits.append(source.raw)
