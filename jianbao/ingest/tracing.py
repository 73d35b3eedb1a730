"""Where each raw line went and which rule sent it there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.cutting import best_cut, page_of
from jianbao.ingest.overprint import without_overprint
from jianbao.ingest.spacing import squeeze
from jianbao.ingest.typing import read_typed_blocks

if TYPE_CHECKING:
    from jianbao.ingest.blocks import Kind, Line
    from jianbao.ingest.drafts import Draft


@dataclass(frozen=True, slots=True)
class Placement:
    """One raw line, explained."""

    number: int
    """The raw line's number, from 1."""
    text: str
    """The line, without white space at its ends."""
    kind: Kind
    """The kind its block got."""
    rule: str
    """The name of the rule that gave it."""
    place: str
    """`article 2, paragraph 3`, `article 2, headline`, `furniture` …; articles and paragraphs
    counted from 1."""


def trace(text: str) -> tuple[Placement, ...]:
    """Explain a page line by line; raises RefusedPage as `cut` does."""
    cut = best_cut(read_typed_blocks(without_overprint(text)[0]))
    _, drafts = page_of(cut)
    places: dict[int, str] = {}
    for number, draft in enumerate(drafts, 1):
        for order, paragraph in enumerate(draft.paragraphs, 1):
            for line in paragraph.lines:
                places[line.number] = f"article {number}, paragraph {order}"
    placements = []
    for block in cut.reading.blocks:
        for line in block.lines:
            place = places.get(line.number) or _place_of(line, drafts) or "furniture"
            placements.append(Placement(line.number, line.text, block.kind, block.rule, place))
    return tuple(sorted(placements, key=lambda one: one.number))


def _place_of(line: Line, drafts: tuple[Draft, ...]) -> str | None:
    """Which part of which article a line outside the running text became.

    Two articles may have the same credit: the one whose text is nearer on the page is meant.
    """
    text = squeeze(line.text)
    found = [
        (_distance(draft, line.number), f"article {number}, {part}")
        for number, draft in enumerate(drafts, 1)
        for part, texts in _parts(draft).items()
        if any(text in squeeze(one) for one in texts)
    ]
    return min(found)[1] if found else None


def _distance(draft: Draft, number: int) -> int:
    return min(abs(line.number - number) for one in draft.paragraphs for line in one.lines)


def _parts(draft: Draft) -> dict[str, list[str]]:
    return {
        "headline": draft.title_lines,
        "kicker": [draft.kicker or ""],
        "subtitle": [line.text for line in draft.subtitle],
        "byline": [draft.byline.raw if draft.byline else ""],
        "source": [draft.source.raw if draft.source else ""],
        "subhead": [subhead for _, subhead in draft.subheads],
        "caption": [*draft.captions, *draft.extra_credits],
    }
