"""What is set into a column and is none of its text: a pull quote between rules, a note, a small table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import SAME_SIZE, ends_sentence
from jianbao.ingest.pdf.labels import is_note
from jianbao.ingest.pdf.shapes import Area

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.pieces import Kind
    from jianbao.ingest.pdf.shapes import Rule

_EQUAL = 2.0
"""In points: how far the ends of rules that belong together differ."""
_QUOTE_LINES = 5
"""At most, of a pull quote."""
_QUOTE_WHITE = 1.6
"""In em of the quote: from a line of it to the rule, at most."""
_AS_WIDE = 0.7
"""Of a column: the rules about a quote are as long, those of a label's frame are not."""
_TEXT_WHITE = 2.5
"""In em of running text: from the rule to that, at most."""
_QUOTE_EM, _SHORTEST_QUOTE, _LONGEST_QUOTE = 1.15, 8, 40
"""In em of running text, and characters: a quote is set larger, and as long as that."""
_FEWEST_LEVEL, _FEWEST_UPRIGHT = 3, 3
"""Rules of a table: two rows and two columns. A box that holds articles one below the other has as
many level ones, but upright ones at its sides only."""
_SENTENCE = re.compile("[，。]")
_HAN = re.compile("[\u3400-\u9fff0-9]")


def find_inserts(
    blocks: Sequence[Block], boxes: Sequence[Area], rules: Sequence[Rule], body: float
) -> Iterator[tuple[Kind, list[int]]]:
    """Each insert's kind, and its blocks, by their numbers."""
    pairs = [(one, other) for one in rules for other in rules if _are_pair(one, other)]
    for at, block in enumerate(blocks):
        for upper, lower in pairs:
            if _is_set_in(block, upper, lower, blocks, body):
                yield "notice" if is_note(block) else "pull-quote", [at]
                break
    for box in boxes:
        inside = [at for at, block in enumerate(blocks) if _holds(box, block)]
        if _repeats([blocks[at] for at in inside], blocks, body):
            yield "pull-quote", inside
    for area in _grids(rules):
        inside = [at for at, block in enumerate(blocks) if _holds(area, block)]
        if any(len(blocks[at].lines) >= 3 and _SENTENCE.search(blocks[at].plain) for at in inside):
            continue
        headings = [at for at, block in enumerate(blocks) if _heads_table(block, area, body)]
        yield "table", [*headings, *inside]


def _are_pair(upper: Rule, lower: Rule) -> bool:
    return (
        upper.level
        and lower.level
        and upper.at < lower.at
        and abs(upper.start - lower.start) <= _EQUAL
        and abs(upper.end - lower.end) <= _EQUAL
    )


def _is_set_in(
    block: Block, upper: Rule, lower: Rule, blocks: Sequence[Block], body: float
) -> bool:
    """Between two rules, in the midst of a sentence that goes on below: `把楼道修好，就是把日子过好。`.

    At a column's foot it goes on in the next. An editor's note may be small and long.
    """
    area, note = block.area, is_note(block)
    reach = _TEXT_WHITE * body if note else _QUOTE_WHITE * block.em
    quote = block.em >= body and len(block.lines) <= _QUOTE_LINES
    if block.down or not (quote or note):
        return False
    if not (0 <= area.y0 - upper.at <= reach and 0 <= lower.at - area.y1 <= reach):
        return False
    if area.x0 < upper.start - _EQUAL or area.x1 > upper.end + _EQUAL:
        return False
    text = [
        one
        for one in blocks
        if one is not block
        and abs(one.em - body) <= SAME_SIZE * body
        and _SENTENCE.search(one.plain)
        and one.left <= upper.start + body
        and one.right >= upper.end - body
        and upper.end - upper.start >= _AS_WIDE * (one.right - one.left)
    ]
    above = [one for one in text if -body <= upper.at - one.area.y1 <= _TEXT_WHITE * body]
    below = [one for one in text if -body <= one.area.y0 - lower.at <= _TEXT_WHITE * body]
    breaks = [one for one in above if not ends_sentence(one.lines[-1].text)]
    if above and below:
        return bool(breaks) or any(not one.opens for one in below)
    quoted = block.em >= _QUOTE_EM * body and len(block.plain) <= _LONGEST_QUOTE
    return quoted and bool(breaks)


def _repeats(quote: Sequence[Block], blocks: Sequence[Block], body: float) -> bool:
    """Whether all that a box holds is a sentence of the text around it, larger."""
    said = "".join(_HAN.findall("".join(block.plain for block in quote)))
    if not _SHORTEST_QUOTE <= len(said) <= _LONGEST_QUOTE:
        return False
    if any(block.em < _QUOTE_EM * body for block in quote):
        return False
    return any(
        said in "".join(_HAN.findall(block.plain))
        for block in blocks
        if len(block.lines) >= 3 and block.em < _QUOTE_EM * body
    )


def _grids(rules: Sequence[Rule]) -> Iterator[Area]:
    """The areas that level rules of one length divide into rows, and upright ones into columns."""
    seen: set[int] = set()
    for at, first in enumerate(rules):
        if not first.level or at in seen:
            continue
        rows = [
            other
            for other, rule in enumerate(rules)
            if rule is first or _are_pair(first, rule) or _are_pair(rule, first)
        ]
        seen.update(rows)
        top, foot = min(rules[one].at for one in rows), max(rules[one].at for one in rows)
        columns = {
            round(rule.at / _EQUAL)
            for rule in rules
            if not rule.level
            and first.start - _EQUAL <= rule.at <= first.end + _EQUAL
            and abs(rule.start - top) <= _EQUAL
            and abs(rule.end - foot) <= _EQUAL
        }
        levels = {round(rules[one].at / _EQUAL) for one in rows}
        if len(levels) >= _FEWEST_LEVEL and len(columns) >= _FEWEST_UPRIGHT:
            yield Area(first.start, top, first.end, foot)


def _holds(area: Area, block: Block) -> bool:
    return area.holds((block.area.x0 + block.area.x1) / 2, (block.area.y0 + block.area.y1) / 2)


def _heads_table(block: Block, table: Area, body: float) -> bool:
    """Whether a line right above a table is its heading: `五月菜价（元/公斤）`."""
    return (
        len(block.lines) == 1
        and block.em <= 1.3 * body
        and 0 <= table.y0 - block.area.y1 <= 1.5 * body
        and table.x0 - body <= block.area.x0
        and block.area.x1 <= table.x1 + body
        and not ends_sentence(block.plain.rstrip("）)"))
    )
