"""Characters that a file draws and does not tell: its font has a wrong map, or a sign of the house's own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.characters import is_han, is_ornament
from jianbao.ingest.spacing import is_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jianbao.ingest.pdf.glyphs import Glyph

HOLE = "\ufffd"
"""Stands for a character that is not told."""
_FEWEST, _USUAL = 6, 0.6
"""Chinese characters of a font that is judged, and the share of them that is in daily use, at least: in
newspapers it is above .97, among all that Unicode has .36."""
_BIG5_DAILY = range(0xA4, 0xC7)
"""The first bytes of Big5's characters in daily use."""
_NEAR, _LEVEL = 0.35, 0.05
"""In em: a character's neighbours in a line are so near, and stand so exactly on it."""


def mark_unreadable(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The same glyphs, a HOLE for each whose character is not told.

    Fonts whose characters are mostly such as nobody prints, `社魌食㐁䊥鋑㯎`, have a map that is
    wrong. A private-use glyph in the midst of a line is a character that the newspaper drew itself,
    of a name mostly; others are ornaments.
    """
    by_font: defaultdict[str, list[str]] = defaultdict(list)
    for glyph in glyphs:
        by_font[glyph.font].append(glyph.text)
    garbled = {font for font, texts in by_font.items() if _is_garbled(texts)}
    own = _of_the_house([glyph for glyph in glyphs if glyph.font not in garbled])
    return [
        replace(glyph, text=HOLE) if glyph.font in garbled or glyph.number in own else glyph
        for glyph in glyphs
    ]


def _is_garbled(texts: Iterable[str]) -> bool:
    han = [text for text in texts if is_han(text)]
    return len(han) >= _FEWEST and sum(map(_is_daily, han)) < _USUAL * len(han)


def _is_daily(character: str) -> bool:
    """Whether it is in the first of China's or of Taiwan's sets of characters."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        try:
            return character.encode("big5")[0] in _BIG5_DAILY
        except UnicodeEncodeError:
            return False
    return True


def _of_the_house(glyphs: Sequence[Glyph]) -> set[int]:
    """The numbers of the private-use glyphs that stand between characters of a line."""
    told = [glyph for glyph in glyphs if is_wide(glyph.text[0]) and not is_ornament(glyph.text)]
    rows: defaultdict[int, list[Glyph]] = defaultdict(list)
    columns: defaultdict[int, list[Glyph]] = defaultdict(list)
    signs = [glyph for glyph in glyphs if is_ornament(glyph.text)]
    if not signs:
        return set()
    for glyph in told:
        rows[round(glyph.middle_y)].append(glyph)
        columns[round(glyph.middle_x)].append(glyph)
    return {sign.number for sign in signs if _is_between(sign, rows, columns)}


def _is_between(sign: Glyph, rows: dict[int, list[Glyph]], columns: dict[int, list[Glyph]]) -> bool:
    near_row = [one for at in _about(sign.middle_y) for one in rows.get(at, ())]
    near_column = [one for at in _about(sign.middle_x) for one in columns.get(at, ())]
    before = after = above = below = False
    for one in near_row:
        if _is_like(sign, one) and abs(one.middle_y - sign.middle_y) <= _LEVEL * sign.em:
            before = before or 0 <= sign.x0 - one.x1 + 0.1 * sign.em <= _NEAR * sign.em
            after = after or 0 <= one.x0 - sign.x1 + 0.1 * sign.em <= _NEAR * sign.em
    for one in near_column:
        if _is_like(sign, one) and abs(one.middle_x - sign.middle_x) <= _LEVEL * sign.em:
            above = above or 0 <= sign.y0 - one.y1 + 0.1 * sign.em <= _NEAR * sign.em
            below = below or 0 <= one.y0 - sign.y1 + 0.1 * sign.em <= _NEAR * sign.em
    return (before and after) or (above and below)


def _about(place: float) -> range:
    return range(round(place) - 1, round(place) + 2)


def _is_like(one: Glyph, other: Glyph) -> bool:
    return abs(one.em - other.em) <= _LEVEL * one.em
