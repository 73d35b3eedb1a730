"""The glyphs of a page: what is drawn, where, how large, in which font.

PDFium reports glyphs in the order of painting, which means nothing; from here on only place and
form count. Coordinates are in points, x to the right and y *down* from the page's upper left.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jianbao.ingest.pdf.characters import is_ornament, settle
from jianbao.ingest.pdf.objects import address
from jianbao.ingest.pdf.visible import Visibility
from jianbao.ingest.spacing import is_wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.pdf.frames import Frame
    from jianbao.ingest.pdf.objects import PageObject

ASCENT = 0.88
"""Of an em, from a Chinese glyph's baseline to the top of its cell: Adobe's and Founder's fonts."""

_NAME_SIZE = 160
_DASHES = "—―─⸺⸻…⋯"
"""May be wider than an em: a “——” set as one glyph."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character."""

    text: str
    """One character, or several for a ligature."""
    x0: float
    """The left edge of its cell."""
    x1: float
    """The right edge of its cell."""
    y0: float
    """The upper edge of its cell."""
    y1: float
    """The lower edge of its cell."""
    baseline: float
    """The y of its origin."""
    em: float
    """The height it is set in: a headline condensed to half its width is as large as it is high."""
    font: str
    """The font's name, without a subset's tag; empty where the file names none."""
    weight: int
    """As the font says, 400 or 700 mostly; 0 where it says nothing."""
    turned: bool
    """Whether it lies on its side."""
    heading: int
    """Which way its line runs, in degrees clockwise from right: 0, 90, 180 or 270."""
    number: int
    """In the order of painting: for a stable listing and for nothing else."""

    @property
    def middle_x(self) -> float:
        """Of its cell."""
        return (self.x0 + self.x1) / 2

    @property
    def middle_y(self) -> float:
        """Of its cell."""
        return (self.y0 + self.y1) / 2


def read_glyphs(page: Any, objects: Sequence[PageObject], frame: Frame) -> tuple[list[Glyph], int]:
    """The page's glyphs that are seen, in the order of painting, and how many have no Unicode.

    What is laid without ink over a scan is all its text; beside other text it is none.
    """
    text_page = page.get_textpage()
    seen = Visibility(objects)
    try:
        found = list(_read(text_page, frame, seen))
    finally:
        text_page.close()
    inked = [one for one in found if one[2]]
    if len(inked) >= 0.5 * len(found):
        found = inked
    return (
        _ligatures([glyph for glyph, _, _ in found]),
        sum(1 for _, unmapped, _ in found if unmapped),
    )


def _ligatures(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs that stand for several characters, put together again.

    PDFium reports an `ﬁ`, or a “——” that is one glyph, as two characters in one place.
    """
    whole: list[Glyph] = []
    for glyph in glyphs:
        last = whole[-1] if whole else None
        if (
            last is not None
            and abs(last.x0 - glyph.x0) < 0.01
            and abs(last.baseline - glyph.baseline) < 0.01
            and (glyph.text != last.text or (glyph.text in _DASHES and len(last.text) == 1))
        ):
            text = last.text + glyph.text
            length = len(text) * glyph.em if glyph.text in _DASHES else 0.0
            x1, y1 = max(last.x1, glyph.x1), max(last.y1, glyph.y1)
            if last.turned:
                y1 = max(y1, last.y0 + length)
            else:
                x1 = max(x1, last.x0 + length)
            whole[-1] = replace(last, text=text, x1=x1, y1=y1)
        else:
            whole.append(glyph)
    return whole


def _read(text_page: Any, frame: Frame, seen: Visibility) -> Iterator[tuple[Glyph, bool, bool]]:
    """Each glyph, whether it has no Unicode, and whether it is drawn with ink."""
    import pypdfium2.raw as pdfium

    matrix, loose = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(_NAME_SIZE), ctypes.c_int()
    edges = [ctypes.c_double() for _ in range(4)]
    widths = _Widths()
    number = 0
    for at in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, at)
        if pdfium.FPDFText_IsGenerated(text_page, at) == 1:
            continue
        text = settle(code)
        if text.isspace() or text in "\u200b\ufeff\u00ad":
            continue
        size = pdfium.FPDFText_GetFontSize(text_page, at)
        if not pdfium.FPDFText_GetMatrix(text_page, at, matrix):
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, at, x, y)
        pdfium.FPDFText_GetLooseCharBox(text_page, at, loose)
        pdfium.FPDFText_GetFontInfo(text_page, at, name, _NAME_SIZE, flags)
        along = frame.turn(matrix.a * size, matrix.b * size)
        up = frame.turn(matrix.c * size, matrix.d * size)
        length = math.hypot(*along)
        if not length:
            continue
        em = abs(along[0] * up[1] - along[1] * up[0]) / length  # a slanted glyph is no higher
        if em < 0.5:
            continue
        turned = abs(along[1]) > abs(along[0])
        advance = 1.0
        sideways = abs(matrix.b) > abs(matrix.a)
        extent = loose.top - loose.bottom if sideways else loose.right - loose.left
        extent *= frame.zoom
        drawn = pdfium.FPDFText_GetTextObject(text_page, at)
        if not is_wide(text) and not is_ornament(text):
            advance = min(extent / length, 1.2) if extent > 0 else 0.5
            advance = min(advance, widths.of(text, drawn) or advance)
        elif text in _DASHES:
            advance = float(min(max(1, math.ceil(extent / length - 0.1)), 3))
        pdfium.FPDFText_GetCharBox(text_page, at, *edges)
        half = 0.5 * length / frame.zoom
        hung = abs(matrix.e - x.value - half) < 0.04 * half  # as in upright lines
        if _is_actual_text(edges, loose) and not hung:
            x.value, y.value = matrix.e, matrix.f
        across, rise = 0.5 * advance * size, (ASCENT - 0.5) * size
        middle = (
            x.value + across * matrix.a + rise * matrix.c,
            y.value + across * matrix.b + rise * matrix.d,
        )
        if not (frame.holds(*middle) and seen.shows(address(drawn), *middle, em)):
            continue
        left, top = frame.place(x.value, y.value)
        corners = [
            (
                left + across * along[0] + rise * up[0],
                top + across * along[1] + rise * up[1],
            )
            for across in (0.0, advance)
            for rise in (ASCENT - 1.0, ASCENT)
        ]
        yield (
            Glyph(
                text=text,
                x0=min(point[0] for point in corners),
                x1=max(point[0] for point in corners),
                y0=min(point[1] for point in corners),
                y1=max(point[1] for point in corners),
                baseline=top,
                em=em,
                font=_family(name.value),
                weight=max(0, pdfium.FPDFText_GetFontWeight(text_page, at)),
                turned=turned,
                heading=(round(math.degrees(math.atan2(along[1], along[0])) / 90) % 4) * 90,
                number=number,
            ),
            pdfium.FPDFText_HasUnicodeMapError(text_page, at) == 1 or text == "\ufffd",
            seen.is_inked(address(drawn)),
        )
        number += 1


class _Widths:
    """How wide glyphs are by their fonts' own tables.

    The box of a glyph whose font is not in the file is at least as wide as the ink of the font that
    stands in for it, which is another one on another machine.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], float] = {}

    def of(self, text: str, drawn: Any) -> float:
        """In em; 0 if its font does not tell, or sets downwards."""
        import pypdfium2.raw as pdfium

        font = pdfium.FPDFTextObj_GetFont(drawn)
        key = (address(font), text)
        if key not in self._known:
            width = ctypes.c_float()
            told = pdfium.FPDFFont_GetGlyphWidth(font, ord(text), 1.0, width)
            self._known[key] = max(0.0, width.value) if told else 0.0
        return self._known[key]


def _is_actual_text(edges: Sequence[ctypes.c_double], loose: Any) -> bool:
    """Whether a character comes from an ActualText mark, as Chromium writes for 户, drawn like ⼾.

    PDFium gives such a one its ink for a cell, and, where the text is stretched, a wrong origin;
    its matrix has the right one.
    """
    left, right, bottom, top = (edge.value for edge in edges)
    return (
        right > left
        and abs(left - loose.left) + abs(right - loose.right) < 1e-3
        and abs(bottom - loose.bottom) + abs(top - loose.top) < 1e-3
    )


def _family(name: bytes) -> str:
    """`ABCDEF+FZXBSK--GBK1-0` → `FZXBSK`: the subset's tag and the encoding are dropped."""
    plain = name.decode("latin-1")
    if len(plain) > 7 and plain[6] == "+":
        plain = plain[7:]
    return plain.partition("--")[0]


def without_overprint(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Glyphs drawn once, and the doubles of those drawn again a hair's breadth beside.

    Bold without a bold font, and a headline's shadow, are the same glyph at less than a seventh of
    an em's distance.
    """
    buckets: dict[tuple[str, int, int], list[Glyph]] = {}
    kept: list[Glyph] = []
    doubles: list[Glyph] = []
    for glyph in glyphs:
        reach = 0.15 * glyph.em
        column, row = int(glyph.x0 // 6), int(glyph.baseline // 6)
        near = (
            other
            for c in range(column - 1, column + 2)
            for r in range(row - 1, row + 2)
            for other in buckets.get((glyph.text, c, r), ())
        )
        if any(
            abs(other.x0 - glyph.x0) <= reach
            and abs(other.baseline - glyph.baseline) <= reach
            and 0.8 <= other.em / glyph.em <= 1.25
            for other in near
        ):
            doubles.append(glyph)
        else:
            kept.append(glyph)
            buckets.setdefault((glyph.text, column, row), []).append(glyph)
    return kept, doubles
