"""Lines stacked into blocks: one below another in one form, cut where the column changes."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from jianbao.ingest.credits import is_photographer
from jianbao.ingest.pdf.blocks import SAME_SIZE, Block, around, ends_sentence
from jianbao.ingest.pdf.bylines import read_credit
from jianbao.ingest.pdf.widths import by_width, edges
from jianbao.ingest.spacing import is_wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.pdf.lines import Line
    from jianbao.ingest.pdf.shapes import Rule

_CLOSEST_PITCH = 2.4
"""In em, from line to line, before the page's own pitch is known."""
_HALF_STOPS = "：；"
"""End the paragraphs of rules and notices, as no sentence does."""
_INDENT = 2.6
"""In em: a paragraph's first line stands in by two, or by a bracket more."""
_PITCH_SLACK = 1.25
"""A gap so much wider than the text's pitch ends a block."""


def make_blocks(lines: Sequence[Line], rules: Sequence[Rule]) -> list[Block]:
    """Stack lines of one form; a stack is cut where its column becomes wider, narrower or shifts."""
    blocks = [
        Block(tuple(piece), *edges(piece))
        for stack in _stacks([line for line in lines if not line.down], rules)
        for piece in by_width(stack)
    ]
    blocks.extend(
        Block(tuple(stack), around(stack).x0, around(stack).x1)
        for stack in _stacks_down([line for line in lines if line.down])
    )
    return _settle_edges(blocks)


def _stacks(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[list[Line]]:
    ordered = sorted(lines, key=lambda line: line.area.y0)
    below: dict[int, int] = {}
    for index, line in enumerate(ordered):
        found = _below(index, line, ordered, rules)
        if found is not None:
            below[index] = found
    above: dict[int, int] = {}
    for top, bottom in below.items():
        rival = above.get(bottom)
        if rival is None or ordered[rival].area.y0 < ordered[top].area.y0:
            above[bottom] = top
    follows = {top: bottom for bottom, top in above.items()}
    pitch = _pitch(
        (ordered[bottom].area.y1 - ordered[top].area.y1) / ordered[top].em
        for top, bottom in follows.items()
    )
    for start in range(len(ordered)):
        if start in above:
            continue
        stack = [ordered[start]]
        at = start
        while at in follows:
            step = (ordered[follows[at]].area.y1 - ordered[at].area.y1) / ordered[at].em
            at = follows[at]
            if step > _PITCH_SLACK * pitch:
                yield stack
                stack = []
            stack.append(ordered[at])
        yield stack


def _pitch(steps: Iterator[float]) -> float:
    found = list(steps)
    return max(1.0, median(found)) if found else _CLOSEST_PITCH


def _below(index: int, line: Line, ordered: Sequence[Line], rules: Sequence[Rule]) -> int | None:
    """The one line below that goes on in this one's form, or None."""
    found: int | None = None
    for at in range(index + 1, len(ordered)):
        other = ordered[at]
        if other.area.y0 - line.area.y0 > _CLOSEST_PITCH * line.em:
            break
        shared = line.area.overlap_x(other.area)
        if shared <= 0.3 * line.em or other.area.y0 - line.area.y0 < 0.6 * line.em:
            continue
        if found is not None and _ends_its_row(other, ordered[found], line):
            continue
        if found is not None:
            same_row = other.area.y0 - ordered[found].area.y0 < 0.6 * line.em
            if same_row and line.area.overlap_x(ordered[found].area) > 0.3 * line.em:
                return None  # one line above two columns
            break
        found = at
    if found is None:
        return _last_beside_first(index, line, ordered)
    other = ordered[found]
    alike = abs(other.em - line.em) <= SAME_SIZE * line.em and (
        _same_face(line, other) or _is_first(line, other)
    )
    if not alike or _rule_between(line, other, rules):
        return None
    return found


def _ends_its_row(credit: Line, last: Line, above: Line) -> bool:
    """Whether a line stands behind a text's last one, in another size, or names a photographer."""
    return (
        credit.glyphs[0].x0 > last.area.x1  # it may be broken, and go on below
        and credit.area.x1 <= above.area.x1 + 0.6 * above.em
        and -0.5 <= (above.area.x0 - last.area.x0) / above.em <= _INDENT
        and (abs(credit.em - above.em) > SAME_SIZE * above.em or _names_photographer(credit))
    )


def _names_photographer(line: Line) -> bool:
    byline = read_credit(line.text) if line.text.endswith(("摄", "影")) else None
    return byline is not None and is_photographer(byline)


def _last_beside_first(index: int, line: Line, ordered: Sequence[Line]) -> int | None:
    """A paragraph's first line, and a last line so short that it ends where the first begins.

    Printed: `　　郭雨晴说。（据农民日` / `报）`, and `庭。` / `　　“过去我们最愁的`, `下：` / `　　一、补缴时间。`.
    """
    for at in range(index + 1, len(ordered)):
        other = ordered[at]
        drop = other.area.y0 - line.area.y0
        if drop > _CLOSEST_PITCH * line.em:
            return None
        indent = (line.area.x0 - other.area.x0) / line.em
        last_below = other.area.x1 <= line.area.x0 + 0.4 * line.em
        last_above = line.area.x1 <= other.area.x0 + 0.4 * line.em and (
            ends_sentence(line.text) or line.text[-1] in _HALF_STOPS
        )
        if (
            drop >= 0.6 * line.em
            and ((1.4 <= indent <= 2.6 and last_below) or (-2.6 <= indent <= -1.4 and last_above))
            and abs(other.em - line.em) <= SAME_SIZE * line.em
            and _same_face(line, other)
        ):
            return at
    return None


def _is_first(line: Line, other: Line) -> bool:
    """Whether two lines are a paragraph's first two by their edges.

    A first line may be all lead, `新华社银川12月`, in a face of its own.
    """
    indent = (line.area.x0 - other.area.x0) / line.em
    return 1.4 <= indent <= 2.6 and abs(line.area.x1 - other.area.x1) <= 0.6 * line.em


def _same_face(line: Line, other: Line) -> bool:
    """Whether two lines may be of one text: its face does not change where the first one ends.

    Or a quarter of both is set in one face: a bold lead shares its line with the text it leads.
    """
    if line.font == other.font:
        return True
    fonts = {glyph.font for glyph in line.glyphs} & {glyph.font for glyph in other.glyphs}
    last = next((one for one in reversed(line.glyphs) if is_wide(one.text)), line.glyphs[-1])
    first = next((one for one in other.glyphs if is_wide(one.text)), other.glyphs[0])
    if last.font == first.font:  # digits have a face of their own
        return True
    return any(
        sum(glyph.font == font for glyph in line.glyphs) >= 0.25 * len(line.glyphs)
        and sum(glyph.font == font for glyph in other.glyphs) >= 0.25 * len(other.glyphs)
        for font in fonts
    )


def _rule_between(line: Line, other: Line, rules: Sequence[Rule]) -> bool:
    shared = line.area.overlap_x(other.area)
    return any(
        rule.level
        and line.area.y1 - 0.4 * line.em <= rule.at <= other.area.y0 + 0.4 * line.em
        and min(rule.end, line.area.x1, other.area.x1)
        - max(rule.start, line.area.x0, other.area.x0)
        > 0.5 * shared
        for rule in rules
    )


def _settle_edges(blocks: Sequence[Block]) -> list[Block]:
    """Give a block of one or two lines the edges of the column it stands in.

    An indented line alone does not show its column's left edge; blocks above and below do.
    """
    wide = [block for block in blocks if len(block.lines) >= 3 and not block.down]
    settled = []
    for block in blocks:
        if block.down or len(block.lines) >= 3:
            settled.append(block)
            continue
        em = block.em
        columns = [
            other
            for other in wide
            if abs(other.em - em) <= SAME_SIZE * em
            and other.left - 0.6 * em <= block.left <= other.left + 3.0 * em
            and block.right <= other.right + 0.9 * em
        ]
        if not columns:
            settled.append(block)
            continue
        nearest = min(columns, key=lambda other: max(0.0, -block.area.overlap_y(other.area)))
        settled.append(Block(block.lines, nearest.left, max(block.right, nearest.right)))
    return settled


def _stacks_down(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Downward lines side by side, from right to left."""
    rest = sorted(lines, key=lambda line: -line.area.x1)
    while rest:
        stack = [rest.pop(0)]
        grew = True
        while grew:
            grew = False
            for line in rest:
                last = stack[-1]
                near = -0.3 * last.em <= last.area.x0 - line.area.x1 <= 1.3 * last.em
                if (
                    near
                    and abs(line.em - last.em) <= SAME_SIZE * last.em
                    and last.area.overlap_y(line.area) > 0.4 * min(last.length, line.length)
                ):
                    stack.append(line)
                    rest.remove(line)
                    grew = True
                    break
        yield stack
