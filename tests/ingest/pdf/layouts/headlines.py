"""Headlines: above, over a part of the columns, upright at either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.drawing import Text, advance
from tests.ingest.pdf.layouts.frames import Rect
from tests.ingest.pdf.layouts.running import CLOSING

if TYPE_CHECKING:
    from tests.ingest.pdf.layouts.desk import Desk
    from tests.ingest.pdf.layouts.drafts import Draft


def set_head(
    desk: Desk, region: Rect, count: int, draft: Draft, blocked: list[Rect], *, plain: bool = False
) -> float:
    """Set the headline; adds what it takes to `blocked`; returns where the text may begin."""
    chance, em = desk.chance, desk.style.body
    unit = (region.width + desk.style.gutter) / count
    kinds = ["above", "above", "above"]
    if not plain and count >= 3:
        kinds += ["part", "part"]
    if not plain and count >= 2 and region.height > 16 * desk.style.pitch:
        kinds += ["upright-left", "upright-right"]
    kind = chance.choice(kinds)
    if kind.startswith("upright"):
        return _set_upright(desk, region, kind, draft, blocked)
    span = count if kind == "above" else chance.randint(max(1, count - 2), count - 1)
    over = Rect(region.x, region.y, span * unit - desk.style.gutter, region.height)
    longest = max(advance(line) for line in draft.title)
    form = chance.choice(("plain", "plain", "plain", "condensed", "spaced"))
    stretch = chance.choice((0.5, 0.62)) if form == "condensed" else 1.0
    spacing = chance.choice((0.3, 0.6, 1.0)) if form == "spaced" and longest <= 12 else 0.0
    wanted = em * (1.7 if span == 1 else chance.uniform(2.0, 3.4)) / (stretch**0.6)
    size = min(wanted, over.width / (longest * (stretch + spacing)))
    if size < 1.4 * em:  # too long for the measure: condense further, or break
        stretch, spacing = 1.0, 0.0
        draft.title = [
            part for line in draft.title for part in broken(line, over.width / (1.55 * em))
        ]
        longest = max(advance(line) for line in draft.title)
        size = min(1.9 * em, over.width / longest)
    size = round(size, 1)
    face = chance.choice(("song", "hei"))
    y = over.y
    if draft.kicker:
        small = round(min(max(1.2 * em, 0.55 * size), over.width / advance(draft.kicker)), 1)
        _centre(desk, over, y, draft.kicker, small, "kai")
        y += 1.45 * small
    for line in draft.title:
        width = advance(line) * size * stretch + (len(line) - 1) * spacing * size
        x = over.x + (over.width - width) / 2
        desk.draw(Text(x, y, line, size, face, stretch=stretch, spacing=spacing))
        if desk.named and chance.random() < 0.1:
            desk.draw(Text(x + 0.4, y, line, size, face, stretch=stretch, spacing=spacing))
        y += 1.22 * size
    if draft.subtitle:
        small = round(min(max(1.2 * em, 0.5 * size), over.width / advance(draft.subtitle)), 1)
        _centre(desk, over, y + 2, draft.subtitle, small, "kai")
        y += 1.4 * small + 2
    if draft.byline_line:
        small = round(min(em, over.width / advance(draft.byline_line)), 1)
        _centre(desk, over, y + 2, draft.byline_line, small, "hei")
        y += 1.6 * small + 2
    y += 0.5 * desk.style.pitch
    blocked.append(Rect(over.x - 1, over.y - 1, over.width + 2, y - over.y))
    return y


def _centre(desk: Desk, over: Rect, y: float, text: str, em: float, face: str) -> None:
    desk.draw(Text(over.x + (over.width - advance(text) * em) / 2, y, text, em, face))


def _set_upright(desk: Desk, region: Rect, kind: str, draft: Draft, blocked: list[Rect]) -> float:
    em = desk.style.body
    draft.kicker = draft.subtitle = None
    longest = max(len(line) for line in draft.title)
    size = round(min(2.4 * em, 0.9 * region.height / longest), 1)
    if size < 1.5 * em:
        draft.title = [
            part for line in draft.title for part in broken(line, 0.45 * region.height / (1.9 * em))
        ]
        longest = max(len(line) for line in draft.title)
        size = round(min(2.0 * em, 0.9 * region.height / longest), 1)
    width = 1.2 * size * len(draft.title)
    if draft.byline_line:
        width += 1.6 * em
    left = region.x if kind == "upright-left" else region.right - width
    x = left + width - 1.1 * size
    for line in draft.title:
        desk.draw(Text(x, region.y, line, size, "hei", down=True))
        x -= 1.2 * size
    if draft.byline_line:
        desk.draw(Text(left, region.y + 0.3 * size, draft.byline_line, em, "kai", down=True))
    blocked.append(Rect(left - 1.0 * em, region.y - 1, width + 2.0 * em, region.height + 2))
    return region.y


def broken(text: str, measure: float) -> list[str]:
    """A text in lines of even length, none longer than a measure in em."""
    lines = max(1, -(-int(advance(text) * 2) // int(measure * 2)))
    if lines == 1:
        return [text]
    found, line, per = [], "", advance(text) / lines
    for character in text:
        if (
            advance(line) + advance(character) > per + 0.5
            and len(found) < lines
            and character not in CLOSING
        ):
            found.append(line)
            line = ""
        line += character
    return [one.strip() for one in [*found, line] if one.strip()]
