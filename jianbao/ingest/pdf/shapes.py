"""Rules (线), boxes and pictures: what is drawn on a page beside its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Area:
    """An upright rectangle of the page, in points, y down."""

    x0: float
    """Left."""
    y0: float
    """Top."""
    x1: float
    """Right."""
    y1: float
    """Bottom."""

    @property
    def width(self) -> float:
        """In points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """In points."""
        return self.y1 - self.y0

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def scaled(self, by: float) -> Area:
        """The same area of a page that is so much larger."""
        return Area(self.x0 * by, self.y0 * by, self.x1 * by, self.y1 * by)

    def union(self, other: Area) -> Area:
        """The smallest area around both."""
        return Area(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )

    def overlap_x(self, other: Area) -> float:
        """How far the two stand above one another; negative: the gap between them."""
        return min(self.x1, other.x1) - max(self.x0, other.x0)

    def overlap_y(self, other: Area) -> float:
        """How far the two stand side by side; negative: the gap between them."""
        return min(self.y1, other.y1) - max(self.y0, other.y0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level or upright."""

    level: bool
    """Whether it runs from left to right."""
    at: float
    """Its y when level, its x when upright."""
    start: float
    """Where it begins, along its run."""
    end: float
    """Where it ends."""


@dataclass(frozen=True, slots=True)
class Box:
    """A frame or a tinted ground."""

    area: Area
    """Its rectangle."""
    filled: bool
    """Whether it has a ground that is not white."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """All that is drawn on a page beside text."""

    rules: tuple[Rule, ...]
    """Lines, and the sides of frames."""
    boxes: tuple[Box, ...]
    """Frames and grounds, from the largest to the smallest."""
    images: tuple[Area, ...]
    """Photographs and drawings."""
    drawings: tuple[Area, ...]
    """Rows of filled outlines, and pictures, as high and long as headlines."""


def are_parted(one: Area, other: Area, rules: Sequence[Rule]) -> bool:
    """Whether a rule runs between two areas, all along the shorter of them."""
    if one.overlap_y(other) > 0:
        left, right = sorted((one, other), key=lambda area: area.x0)
        start, end = max(one.y0, other.y0), min(one.y1, other.y1)
        return any(
            not rule.level
            and left.x1 - 2 <= rule.at <= right.x0 + 2
            and min(rule.end, end) - max(rule.start, start) > 0.9 * (end - start)
            for rule in rules
        )
    upper, lower = sorted((one, other), key=lambda area: area.y0)
    start, end = max(one.x0, other.x0), min(one.x1, other.x1)
    return any(
        rule.level
        and upper.y1 - 2 <= rule.at <= lower.y0 + 2
        and min(rule.end, end) - max(rule.start, start) > 0.9 * (end - start)
        for rule in rules
    )
