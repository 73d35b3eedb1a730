"""A page's paths and images → its rules, boxes, pictures and drawn headlines."""

from __future__ import annotations

import ctypes
import itertools
from typing import TYPE_CHECKING, Any

from jianbao.ingest.pdf.shapes import Area, Box, Rule, Shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jianbao.ingest.pdf.frames import Frame
    from jianbao.ingest.pdf.objects import PageObject, Window

SHORTEST_RULE = 14.0
"""In points: shorter strokes are ornaments, dashes and parts of drawings."""
THICKEST_RULE = 5.0
"""In points: hairlines have .28, the line under a masthead 3 or 4."""
SMALLEST_BOX = 12.0
"""In points, of a box's shorter side: a label's tinted ground is as high as a line."""
SMALLEST_PICTURE = 30.0
"""In points, of a picture's shorter side."""
_ROUNDEST = 14.0
"""In points: the radius of a box's corners, at most."""
_FAR, _EDGE = 1e6, 1.0
"""In points: what is not clipped is seen so far, and what is drawn on the page's edge lies off it."""
_FEWEST_POINTS, _MOST_SEGMENTS = 8, 1500
"""Of an outline: simpler shapes are arrows and bars; more segments of one path are not read."""
_HEADLINE_HEIGHTS = (12.0, 90.0)
"""In points, of a row of outlines, or a picture, that may be a headline."""


def read_shapes(objects: Sequence[PageObject], frame: Frame) -> Shapes:
    """Read a page's paths and images, as far as they are seen."""
    import pypdfium2.raw as pdfium

    rules: list[Rule] = []
    boxes: list[Box] = []
    images: list[Area] = []
    outlines: list[Area] = []
    for one in objects:
        window = _seen(one.window, frame)
        if one.type == pdfium.FPDF_PAGEOBJ_TEXT or window is None:
            continue
        if one.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = (frame.place(*one.matrix.on_point(x, y)) for x, y in _CORNERS)
            if (image := _within(_bounds(list(corners)), window)) is not None:
                images.append(image)
        else:
            _read_path(one, window, frame, rules, boxes, outlines)
    width, height = frame.size
    page_area = 0.9 * width * height
    boxes.extend(Box(area, filled=False) for area in _framed(rules))
    boxes = [one for one in boxes if one.area.width * one.area.height < page_area]
    images = [one for one in images if one.width * one.height < page_area]
    boxes.sort(key=lambda box: -box.area.width * box.area.height)
    drawings = [*_rows(outlines), *filter(_may_be_headline, images)]
    return Shapes(tuple(rules), tuple(_distinct(boxes)), tuple(_merged(images)), tuple(drawings))


_CORNERS = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))


def _seen(window: Window, frame: Frame) -> Area | None:
    """A window as an area of the page, or None where it lies outside."""
    left, bottom, right, top = (max(-_FAR, min(_FAR, side)) for side in window)
    width, height = frame.size
    page = Area(-_EDGE, -_EDGE, width + _EDGE, height + _EDGE)
    return _within(_bounds([frame.place(left, bottom), frame.place(right, top)]), page)


def _within(area: Area, window: Area) -> Area | None:
    """What a window leaves of an area, or None."""
    left, top = max(area.x0, window.x0), max(area.y0, window.y0)
    right, foot = min(area.x1, window.x1), min(area.y1, window.y1)
    return Area(left, top, right, foot) if left <= right and top <= foot else None


def _read_path(
    drawn: PageObject,
    window: Area,
    frame: Frame,
    rules: list[Rule],
    boxes: list[Box],
    outlines: list[Area],
) -> None:
    import pypdfium2.raw as pdfium

    handle = drawn.handle
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
    filled = bool(fill.value) and _is_ink(handle, pdfium.FPDFPageObj_GetFillColor)
    stroked = bool(stroke.value) and _is_ink(handle, pdfium.FPDFPageObj_GetStrokeColor)
    if not filled and not stroked:
        return
    for whole in _subpaths(drawn, frame):
        if _within(_bounds(whole), window) is None:
            continue
        points = [
            (max(window.x0, min(window.x1, x)), max(window.y0, min(window.y1, y))) for x, y in whole
        ]
        area = _bounds(points)
        if min(area.width, area.height) <= THICKEST_RULE:
            _add_rule(area, rules)
        elif _is_rectangle(points) or _is_rounded(points, area):
            if min(area.width, area.height) >= SMALLEST_BOX:
                boxes.append(Box(area, filled))
            _add_sides(area, rules)
        elif filled and len(points) >= _FEWEST_POINTS:
            outlines.append(area)
        elif stroked or len(points) <= 8:
            for (x0, y0), (x1, y1) in itertools.pairwise(points):
                side = Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                if min(side.width, side.height) <= 0.5:
                    _add_rule(side, rules)


def _subpaths(drawn: PageObject, frame: Frame) -> Iterator[list[tuple[float, float]]]:
    import pypdfium2.raw as pdfium

    handle = drawn.handle
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for at in range(min(pdfium.FPDFPath_CountSegments(handle), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = frame.place(*drawn.matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != point:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _is_ink(handle: Any, colour: Any) -> bool:
    """Whether a colour can be seen on white paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour(handle, red, green, blue, alpha):
        return True
    return alpha.value > 8 and min(red.value, green.value, blue.value) < 252


def _is_rectangle(points: Sequence[tuple[float, float]]) -> bool:
    corners = {(round(x, 1), round(y, 1)) for x, y in points}
    return len(corners) == 4 and len({x for x, _ in corners}) == 2 == len({y for _, y in corners})


def _is_rounded(points: Sequence[tuple[float, float]], area: Area) -> bool:
    """Whether a path is a rectangle with round corners: all its points lie on its sides."""
    reach = min(_ROUNDEST, 0.5 * min(area.width, area.height))
    sides = [
        (min(abs(x - area.x0), abs(area.x1 - x)), min(abs(y - area.y0), abs(area.y1 - y)))
        for x, y in points
    ]
    return len(points) >= _FEWEST_POINTS and all(
        min(across, down) <= 0.5 or max(across, down) <= reach for across, down in sides
    )


def _add_rule(area: Area, rules: list[Rule]) -> None:
    if area.width >= SHORTEST_RULE and area.width > area.height:
        rules.append(Rule(True, (area.y0 + area.y1) / 2, area.x0, area.x1))
    elif area.height >= SHORTEST_RULE:
        rules.append(Rule(False, (area.x0 + area.x1) / 2, area.y0, area.y1))


def _add_sides(area: Area, rules: list[Rule]) -> None:
    for y in (area.y0, area.y1):
        _add_rule(Area(area.x0, y, area.x1, y), rules)
    for x in (area.x0, area.x1):
        _add_rule(Area(x, area.y0, x, area.y1), rules)


def _framed(rules: Sequence[Rule]) -> Iterator[Area]:
    """Rectangles whose four sides are rules of their own."""
    upright = [rule for rule in rules if not rule.level]
    level = [rule for rule in rules if rule.level]
    if len(upright) > 200 or len(level) > 200:
        return
    for left in upright:
        for right in upright:
            if right.at - left.at < 40 or abs(right.start - left.start) > 4:
                continue
            if abs(right.end - left.end) > 4:
                continue
            if all(
                any(
                    abs(side.at - y) <= 4
                    and abs(side.start - left.at) <= 4
                    and abs(side.end - right.at) <= 4
                    for side in level
                )
                for y in (left.start, left.end)
            ):
                yield Area(left.at, left.start, right.at, left.end)


def _distinct(boxes: Iterable[Box]) -> Iterator[Box]:
    """Boxes without those that repeat another within 4 points; a filled one stands for both."""
    kept: list[Box] = []
    for box in boxes:
        same = next((one for one in kept if _same(one.area, box.area)), None)
        if same is None:
            kept.append(box)
        elif box.filled and not same.filled:
            kept[kept.index(same)] = box
    yield from kept


def _same(one: Area, other: Area) -> bool:
    return (
        abs(one.x0 - other.x0) <= 4
        and abs(one.x1 - other.x1) <= 4
        and abs(one.y0 - other.y0) <= 4
        and abs(one.y1 - other.y1) <= 4
    )


def _merged(images: Iterable[Area]) -> list[Area]:
    """Photographs that were cut into strips are one; specks are none."""
    merged: list[Area] = []
    for image in sorted(images, key=lambda area: (area.y0, area.x0)):
        for at, other in enumerate(merged):
            strip = other.overlap_x(image) > 0.9 * max(image.width, other.width)
            if strip and other.overlap_y(image) >= -1.0:
                merged[at] = other.union(image)
                break
        else:
            merged.append(image)
    return [one for one in merged if min(one.width, one.height) >= SMALLEST_PICTURE]


def _rows(outlines: Sequence[Area]) -> Iterator[Area]:
    """Outlines side by side as the characters of a headline are; a logo is no row."""
    rows: list[Area] = []
    for outline in sorted(outlines, key=lambda area: area.x0):
        for at, row in enumerate(rows):
            em = max(row.height, outline.height)
            if row.overlap_y(outline) > 0 and outline.x0 - row.x1 <= em:
                rows[at] = row.union(outline)
                break
        else:
            rows.append(outline)
    yield from filter(_may_be_headline, rows)


def _may_be_headline(area: Area) -> bool:
    """Whether a row of outlines, or a picture, is as high as a headline and as long as one."""
    low, high = _HEADLINE_HEIGHTS
    return low <= area.height <= high and area.width >= 3 * area.height


def _bounds(points: Sequence[tuple[float, float]]) -> Area:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Area(min(xs), min(ys), max(xs), max(ys))
