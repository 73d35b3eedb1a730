"""Running text, line by line through a region's free pieces, subheads and initials with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.ingest.pdf.drawing import Text, advance
from tests.ingest.pdf.layouts.frames import lines_in

if TYPE_CHECKING:
    from tests.ingest.pdf.layouts.desk import Desk, Style
    from tests.ingest.pdf.layouts.drafts import Draft
    from tests.ingest.pdf.layouts.frames import Rect

CLOSING = "。，、；：！？”’）》】…—"
_OPENING = "“‘（《【"


def text_for(desk: Desk, draft: Draft, capacity: float) -> list[str]:
    """Paragraphs that nearly fill a capacity in characters; the first carries the lead."""
    chance = desk.chance
    room = (
        capacity * chance.uniform(0.84, 0.93) - len(draft.lead) - len(draft.tail) - len(draft.jump)
    )
    paragraphs: list[str] = []
    while room > 0:
        paragraph = draft.matter.paragraph(chance)
        if len(paragraph) + 8 > room:
            sentences = re.findall(r"[^。]+。[”]?", paragraph)
            paragraph = ""
            for sentence in sentences:
                if len(paragraph) + len(sentence) + 8 <= room:
                    paragraph += sentence
            if paragraph and paragraph.count("“") == paragraph.count("”"):
                paragraphs.append(paragraph)
            break
        paragraphs.append(paragraph)
        room -= len(paragraph) + 8
    return paragraphs or [draft.matter.sentence(chance).replace("；", "。")]


def set_text(
    desk: Desk, paragraphs: list[str], frames: list[Rect], draft: Draft, *, subheads: bool
) -> float:
    """Run paragraphs through the frames; what does not fit is cut off at a sentence's end."""
    style, chance = desk.style, desk.chance
    with_subheads = subheads and len(paragraphs) >= 5 and chance.random() < 0.5
    cap = subheads and not draft.lead and chance.random() < 0.15
    places = [(frame, at) for frame in frames for at in range(lines_in(frame, style))]
    cursor = 0
    foot = frames[0].y if frames else 0.0
    for number, paragraph in enumerate(paragraphs):
        if (
            with_subheads
            and number >= 1
            and number % 2 == 0
            and number < len(paragraphs) - 1
            and cursor + 6 < len(places)
        ):
            frame, line = places[cursor]
            if line + 5 <= lines_in(frame, style):
                _set_subhead(desk, draft, frame, frame.y + line * style.pitch, number)
                cursor += 2
        last = number == len(paragraphs) - 1
        shown = (draft.lead if number == 0 else "") + paragraph
        tail = (draft.tail + draft.jump) if last else ""
        rows = _rows(
            _printed(desk, shown + tail),
            places[cursor:],
            style,
            drop=2 if cap and number == 0 else 0,
        )
        if rows is None:  # no room: the article ends here
            assert number > 0, "a region too small for its first paragraph"
            if draft.tail:
                draft.source = None
                draft.tail = ""
            break
        for at, (text, indent, full) in enumerate(rows):
            frame, line = places[cursor + at]
            y = frame.y + line * style.pitch
            if cap and number == 0 and at < 2:
                _set_line(
                    desk,
                    text[1:] if at == 0 else text,
                    frame.x + indent,
                    y,
                    frame.width - indent,
                    full=full,
                )
            else:
                lead = len(draft.lead) if number == 0 and at == 0 and style.bold_lead else 0
                _set_line(
                    desk, text, frame.x + indent, y, frame.width - indent, full=full, bold=lead
                )
            foot = y + style.pitch
        if cap and number == 0:
            frame, line = places[cursor]
            size = round(style.pitch + style.body * 0.95, 1)
            desk.draw(Text(frame.x, frame.y + line * style.pitch, rows[0][0][0], size, "hei"))
        cursor += len(rows)
        draft.paragraphs.append(paragraph)
    return foot


def _printed(desk: Desk, text: str) -> str:
    if desk.style.loose:
        return re.sub(r"(\d+)", r" \1 ", text).replace("  ", " ")
    return text


def _set_subhead(desk: Desk, draft: Draft, frame: Rect, y: float, number: int) -> None:
    em = round(desk.style.body * desk.style.subhead, 2)
    text = draft.matter.subhead(desk.chance)
    desk.draw(
        Text(
            frame.x + (frame.width - advance(text) * em) / 2,
            y + 0.4 * desk.style.pitch,
            text,
            em,
            "hei",
        )
    )
    draft.subheads.append({"text": text, "before_paragraph": number})


def _set_line(
    desk: Desk, text: str, x: float, y: float, width: float, *, full: bool, bold: int = 0
) -> None:
    """One line, its digits and its lead perhaps in faces of their own."""
    style = desk.style
    text = text.strip()
    natural = advance(text) * style.body
    spacing = (width - natural) / max(1, len(text) - 1) if full else 0.0
    runs = (
        [m[0] for m in re.finditer(r"[0-9A-Za-z%.-]+|[^0-9A-Za-z%.-]+", text)]
        if style.mixed
        else [text]
    )
    at = 0
    for run in runs:
        parts = [run]
        if bold > at:
            parts = [run[: bold - at], run[bold - at :]]
        for part in parts:
            if not part:
                continue
            latin = bool(re.match(r"[0-9A-Za-z%.-]", part)) and style.mixed
            face = "hei" if at < bold else ("kai" if latin else "song")
            own = advance(part) * style.body + (len(part) - 1) * spacing
            desk.draw(
                Text(x, y, part, style.body, face, width=own if full and len(part) > 1 else None)
            )
            x += own + spacing
            at += len(part)


def _rows(
    text: str, places: list[tuple[Rect, int]], style: Style, *, drop: int
) -> list[tuple[str, float, bool]] | None:
    """A paragraph's lines: (text, indent, whether set out to the measure); None: no room."""
    rows: list[tuple[str, float, bool]] = []
    at = 0
    while at < len(text):
        if len(rows) >= len(places):
            return None
        frame, _ = places[len(rows)]
        indent = 2 * style.body if not rows and not drop else 0.0
        if len(rows) < drop:
            indent = style.pitch + style.body * 1.05
        measure = (frame.width - indent) / style.body
        end, used = at, 0.0
        if drop and not rows:
            end += 1  # the initial stands beside the line
        while end < len(text) and used + advance(text[end]) <= measure + 0.01:
            used += advance(text[end])
            end += 1
        if end < len(text):
            while end < len(text) and text[end] in CLOSING and used < measure + 1:
                used += 1
                end += 1
            while end > at + 2 and (
                text[end - 1] in _OPENING
                or (
                    text[end - 1].isascii()
                    and text[end : end + 1].isascii()
                    and text[end : end + 1].isalnum()
                    and text[end - 1].isalnum()
                )
            ):
                end -= 1
        rows.append((text[at:end], indent, end < len(text)))
        at = end
    return rows
