"""A page as a list of strokes, painted twice: by Chromium from HTML, and as bare PDF operators.

Chromium sets type as browsers do; the bare PDF does what newspapers' own systems do and no browser
will: named fonts without an embedded file, writing mode V, one text object a glyph.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

DROP = 0.88
"""Of an em, from a line's top to its baseline."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; x and y are its cell's upper left, in points, y down."""

    x: float
    y: float
    text: str
    em: float
    face: str = "song"
    """song, hei (bold sans), kai."""
    width: float | None = None
    """Set out to this; None: as wide as it comes."""
    stretch: float = 1.0
    """1: as the font has it; .5: condensed two to one."""
    spacing: float = 0.0
    """In em, after each character."""
    down: bool = False
    """Written downwards."""
    white: bool = False
    """On a dark ground."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle: a rule when thin, a ground when filled, a frame when not."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = "#000"
    """A colour, or None for a frame."""
    line: float = 0.28
    """A frame's line width in points."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A filled shape, such as a character that was converted to paths."""

    x: float
    """The left edge of its cell, in points."""
    y: float
    """The upper edge."""
    points: tuple[tuple[float, float], ...]
    """From the upper left, y down."""


@dataclass(frozen=True, slots=True)
class Operators:
    """What only a bare PDF can do: its own operators, between two strokes."""

    text: str
    """`3 Tr`, `q 20 30 200 60 re W n`."""


Stroke = Text | Bar | Outline | Operators


def advance(text: str) -> float:
    """In em; Chinese characters one, all others half."""
    return sum(1.0 if ord(one) > 0x2000 else 0.5 for one in text)


_FACES = {
    "song": "font-family:'Noto Serif CJK SC',serif",
    "hei": "font-family:'Noto Sans CJK SC',sans-serif;font-weight:bold",
    "kai": "font-family:'Noto Sans CJK SC',sans-serif",
    "ornament": "font-family:'Liberation Sans'",
}


def to_html(strokes: Sequence[Stroke], size: tuple[float, float]) -> str:
    """One page; the order of the strokes is the order of painting."""
    parts = []
    for one in strokes:
        if isinstance(one, Operators):
            raise ValueError("no browser draws a PDF's operators")
        if isinstance(one, Bar):
            paint = f"background:{one.fill}" if one.fill else f"border:{one.line}pt solid #000"
            inner = (0, 0) if one.fill else (2 * one.line, 2 * one.line)
            parts.append(
                f'<div style="left:{one.x:.2f}pt;top:{one.y:.2f}pt;width:{one.width - inner[0]:.2f}pt;'
                f'height:{one.height - inner[1]:.2f}pt;{paint}"></div>'
            )
            continue
        if isinstance(one, Outline):
            parts.append(
                f'<div style="left:{one.x}pt;top:{one.y}pt"><svg viewBox="0 0 99 99" width="99pt">'
                f'<polygon points="{" ".join(f"{x},{y}" for x, y in one.points)}"/></svg></div>'
            )
            continue
        style = f"left:{one.x:.2f}pt;top:{one.y:.2f}pt;font-size:{one.em}pt;{_FACES[one.face]};"
        style += "line-height:1;"
        if one.width is not None:
            style += f"width:{one.width:.2f}pt;text-align-last:justify;"
        if one.stretch != 1:
            style += f"transform:scaleX({one.stretch});transform-origin:0 0;"
        if one.spacing:
            style += f"letter-spacing:{one.spacing}em;"
        if one.down:
            style += "writing-mode:vertical-rl;"
        if one.white:
            style += "color:#fff;"
        parts.append(f'<div style="{style}">{html.escape(one.text)}</div>')
    width, height = size
    return (
        f"<!doctype html><meta charset=utf-8><style>@page{{size:{width}pt {height}pt;margin:0}}"
        "body{margin:0}div{position:absolute;white-space:pre;text-spacing-trim:space-all}"
        f"</style>{''.join(parts)}"
    )


_FONTS = {"song": "FZSSK", "hei": "FZHTB", "kai": "FZKTK", "ornament": "FZSSK"}


def to_pdf(
    pages: Sequence[Sequence[Stroke]], size: tuple[float, float], *, apart: bool = False
) -> bytes:
    """A file of bare operators; `apart`: every glyph a text object of its own."""
    width, height = size
    objects: list[bytes] = [b"", b""]

    def add(body: str | bytes) -> int:
        objects.append(body.encode() if isinstance(body, str) else body)
        return len(objects)

    fonts = {}
    for face, name in _FONTS.items():
        for mode in "HV":
            descriptor = add(
                f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -120 1000 880]"
                "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>"
            )
            descendant = add(
                f"<</Type/Font/Subtype/CIDFontType0/BaseFont/{name}/CIDSystemInfo"
                "<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
                f"/FontDescriptor {descriptor} 0 R/DW 1000/W[1 95 500 814 939 500]>>"
            )
            fonts[face + mode] = add(
                f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/UniGB-UCS2-{mode}"
                f"/DescendantFonts[{descendant} 0 R]>>"
            )
    resources = "<</Font<<" + "".join(f"/{k} {n} 0 R" for k, n in fonts.items()) + ">>>>"
    kids = []
    for strokes in pages:
        stream = "\n".join(_operators(one, height, apart=apart) for one in strokes).encode()
        content = add(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(
            add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]"
                f"/Resources {resources}/Contents {content} 0 R>>"
            )
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = (
        f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{n} 0 R' for n in kids)}]>>".encode()
    )
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _operators(one: Stroke, height: float, *, apart: bool) -> str:
    if isinstance(one, Operators):
        return one.text
    if isinstance(one, Bar):
        place = f"{one.x:.2f} {height - one.y - one.height:.2f} {one.width:.2f} {one.height:.2f} re"
        if one.fill is None:
            return f"0 G {one.line} w {place} S"
        shade = int(one.fill[1:2], 16) / 15
        return f"{shade:.2f} g {place} f"
    if isinstance(one, Outline):
        at = [f"{one.x + x:.2f} {height - one.y - y:.2f}" for x, y in one.points]
        return f"0 g {at[0]} m {' '.join(f'{point} l' for point in at[1:])} f"
    natural = advance(one.text) * one.em * one.stretch
    spacing = one.spacing * one.em
    if one.width is not None and len(one.text) > 1:
        spacing = (one.width - natural) / (len(one.text) - 1)
    shade = "1 g" if one.white else "0 g"
    x, y = one.x, height - one.y - (0.0 if one.down else DROP * one.em)
    if one.down:
        x += one.em / 2
    font = f"/{one.face}{'V' if one.down else 'H'} {one.em} Tf"
    scale = f"{100 * one.stretch:g} Tz"
    if not apart:
        code = one.text.encode("utf-16-be").hex()
        tracking = -spacing if one.down else spacing / one.stretch
        return f"BT {shade} {font} {scale} {tracking:.3f} Tc {x:.2f} {y:.2f} Td <{code}> Tj ET"
    parts = []
    for character in one.text:
        code = character.encode("utf-16-be").hex()
        if not character.isspace():
            parts.append(f"BT {shade} {font} {scale} 0 Tc {x:.2f} {y:.2f} Td <{code}> Tj ET")
        if one.down:
            y -= one.em + spacing
        else:
            x += advance(character) * one.em * one.stretch + spacing
    return "\n".join(parts)


def shuffled(strokes: Sequence[Stroke], chance: random.Random) -> list[Stroke]:
    """Painted in random order, grounds first, as they must be."""
    grounds = [one for one in strokes if not isinstance(one, Text)]
    texts = [one for one in strokes if isinstance(one, Text)]
    chance.shuffle(texts)
    return [*grounds, *texts]
