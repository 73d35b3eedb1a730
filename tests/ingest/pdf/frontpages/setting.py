"""What front pages are laid out with: a grid of columns, text poured through their free pieces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.ingest.pdf.drawing import Bar, Stroke, Text, advance

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from tests.ingest.pdf.stock import Matter

_CLOSING = "。，、；：！？”’）》"
_PER_PARAGRAPH = 6
"""Characters that a paragraph's first and last line leave empty, about."""


@dataclass(frozen=True)
class Frame:
    """A column's free piece, in points and lines."""

    x: float
    y: float
    width: float
    lines: int


@dataclass
class Article:
    """What the page must give."""

    title: str | None
    paragraphs: list[str]
    kicker: str | None = None
    subtitle: str | None = None
    byline: tuple[str, ...] = ()
    source: str | None = None
    captions: tuple[str, ...] = ()
    subheads: tuple[str, ...] = ()


@dataclass
class FrontPage:
    """Strokes and what they must become."""

    size: tuple[float, float]
    strokes: list[Stroke] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)

    def draw(self, *strokes: Stroke) -> None:
        self.strokes.extend(strokes)


@dataclass(frozen=True)
class Grid:
    """Columns, numbered from 0, and the running text in them; all in points."""

    left: float
    measure: float
    gutter: float
    em: float
    pitch: float

    def x(self, at: int) -> float:
        return self.left + at * (self.measure + self.gutter)

    def width(self, columns: int) -> float:
        return columns * self.measure + (columns - 1) * self.gutter

    def column(self, at: int, y: float, lines: int) -> Frame:
        return Frame(self.x(at), y, self.measure, lines)

    def columns(self, first: int, count: int, y: float, lines: int) -> list[Frame]:
        return [self.column(at, y, lines) for at in range(first, first + count)]

    def centred(
        self,
        text: str,
        y: float,
        em: float,
        face: str,
        at: int,
        columns: int,
        *,
        stretch: float = 1.0,
        shift: float = 0.0,
    ) -> Text:
        """A line over the middle of columns."""
        free = self.width(columns) - advance(text) * em * stretch
        return Text(self.x(at) + free / 2 + shift, y, text, em, face, stretch=stretch)

    def fill(
        self, matter: Matter, chance: random.Random, frames: list[Frame], taken: int = 0
    ) -> list[str]:
        """Paragraphs that fill nearly nine tenths of frames, but for so many characters."""
        room = 0.86 * sum(frame.lines * int(frame.width / self.em) for frame in frames) - taken
        paragraphs: list[str] = []
        while room > 0:
            paragraph = matter.sentence(chance) + matter.sentence(chance)
            paragraph = paragraph.replace("；", "。")
            if len(paragraph) + _PER_PARAGRAPH > room and paragraphs:
                break
            paragraphs.append(paragraph)
            room -= len(paragraph) + _PER_PARAGRAPH
        return paragraphs

    def pour(
        self,
        paragraphs: list[str],
        frames: list[Frame],
        *,
        bold: int | list[int] = 0,
        initial: bool = False,
    ) -> list[Stroke]:
        """Text through frames, line by line; its digits are of another face.

        `bold`: how many of the first paragraph's first characters, or of each one's, are bold.
        """
        heavy = bold if isinstance(bold, list) else [bold, *[0] * (len(paragraphs) - 1)]
        places = [(frame, at) for frame in frames for at in range(frame.lines)]
        strokes: list[Stroke] = []
        for number, paragraph in enumerate(paragraphs):
            dropped = 2 if initial and number == 0 else 0
            at, first = 0, True
            while at < len(paragraph):
                frame, line = places.pop(0)
                y = frame.y + line * self.pitch
                if first and dropped:
                    strokes.append(Text(frame.x, y, paragraph[0], 2.4 * self.em, "hei"))
                    at = 1
                indent = 2.6 * self.em if dropped else (2 * self.em if first else 0.0)
                end = self._line_end(paragraph, at, frame.width - indent)
                strokes += self._line(
                    paragraph[at:end],
                    frame.x + indent,
                    y,
                    frame.width - indent if end < len(paragraph) else None,
                    max(0, min(heavy[number] - at, end - at)),
                )
                at, first, dropped = end, False, max(0, dropped - 1)
        return strokes

    def pour_down(
        self, paragraphs: list[str], right: float, top: float, per_line: int
    ) -> list[Stroke]:
        """Text written downwards, from a first line whose left edge is `right`, to the left."""
        strokes: list[Stroke] = []
        x = right
        for paragraph in paragraphs:
            shown, at = "\u3000\u3000" + paragraph, 0
            while at < len(shown):
                end = at + per_line
                while end < len(shown) and shown[end] in _CLOSING:
                    end += 1
                y = top + (2 * self.em if at == 0 else 0.0)
                strokes.append(Text(x, y, shown[at:end].strip(), self.em, down=True))
                x, at = x - self.pitch, end
        return strokes

    def _line_end(self, text: str, at: int, width: float) -> int:
        end, used = at, 0.0
        while end < len(text) and used + advance(text[end]) <= width / self.em + 0.01:
            used += advance(text[end])
            end += 1
        while end < len(text) and text[end] in _CLOSING:
            end += 1
        return end

    def _line(self, text: str, x: float, y: float, width: float | None, heavy: int) -> list[Stroke]:
        spacing = 0.0
        if width is not None and len(text) > 1:
            spacing = (width - advance(text) * self.em) / (len(text) - 1)
        strokes: list[Stroke] = []
        at = 0
        while at < len(text):
            kind = (text[at].isdigit(), at < heavy)
            end = at + 1
            while end < len(text) and (text[end].isdigit(), end < heavy) == kind:
                end += 1
            part = text[at:end]
            own = advance(part) * self.em + (len(part) - 1) * spacing
            face = "hei" if kind[1] else ("kai" if kind[0] else "song")
            if part.strip():
                set_out = own if len(part) > 1 and width else None
                strokes.append(Text(x, y, part, self.em, face, width=set_out))
            x += own + spacing
            at = end
        return strokes


def hairline(x: float, y: float, width: float, height: float) -> Bar:
    """A quarter of a point thick, whichever way it runs."""
    return Bar(x, y, width or 0.28, height or 0.28)


def pour_briefs(
    page: FrontPage,
    grid: Grid,
    title: str,
    led: Mapping[str, Matter],
    frames: Sequence[Frame],
    chance: random.Random,
) -> None:
    """An article of briefs, a sentence each, led by words in bold."""
    paragraphs = [
        f"{lead}　{matter.sentence(chance).replace('；', '。')}" for lead, matter in led.items()
    ]
    page.draw(*grid.pour(paragraphs, frames, bold=[len(lead) for lead in led]))
    page.articles.append(Article(title, ["".join(one.split()) for one in paragraphs]))


def qr_code(x: float, y: float, side: float, chance: random.Random) -> list[Stroke]:
    """Something like one, of so many modules each way."""
    modules = 21
    size = side / modules
    return [
        Bar(x + across * size, y + down * size, size, size)
        for down in range(modules)
        for across in range(modules)
        if chance.random() < 0.5
    ]
