"""What tells that two glyphs of a row are not of one line: a rule between, another size or face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf.characters import is_han
from jianbao.ingest.spacing import is_wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.glyphs import Glyph
    from jianbao.ingest.pdf.shapes import Rule


def is_ruled_off(one: Glyph, other: Glyph, rules: Sequence[Rule], *, down: bool) -> bool:
    """Whether a rule stands between two glyphs of a row."""
    if down:
        return any(
            rule.level
            and one.y1 - 1 <= rule.at <= other.y0 + 1
            and rule.start <= one.middle_x <= rule.end
            for rule in rules
        )
    return any(
        not rule.level
        and one.x1 - 1 <= rule.at <= other.x0 + 1
        and rule.start <= one.middle_y <= rule.end
        for rule in rules
    )


def is_of_another_size(one: Glyph, other: Glyph) -> bool:
    """Whether two full-width characters are of a text and the caption beside it."""
    return (
        is_wide(one.text[-1]) and is_wide(other.text[0]) and abs(one.em - other.em) > 0.05 * one.em
    )


def nearest_wide(row: Sequence[Glyph], at: int) -> tuple[Glyph, Glyph]:
    """The full-width characters nearest to a gap in a row: `图书漂流暖了榆　779个栈道`."""
    one = next((each for each in row[at - 1 :: -1] if is_wide(each.text[-1])), row[at - 1])
    other = next((each for each in row[at:] if is_wide(each.text[0])), row[at])
    return one, other


def is_of_another_face(one: Glyph, other: Glyph) -> bool:
    """Whether two full-width characters are not of one headline."""
    if not is_wide(one.text[-1]) or not is_wide(other.text[0]):
        return False
    another_font = is_han(one.text) and is_han(other.text) and one.font != other.font
    return another_font or abs(one.em - other.em) > 0.01 * one.em
