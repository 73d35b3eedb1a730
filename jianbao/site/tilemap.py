"""A map of the provinces as tiles of one size, shaded by the number of articles.

On a map to scale Shanghai and Hong Kong are too small to be seen or touched, and an archive of
Ningxia's papers looks like an archive of Xinjiang's deserts. Tiles give each of the 34 divisions
the same room, near the neighbours that it has.

This says which tile stands where and how dark it is; a template draws it as inline SVG, by classes
(the site's policy forbids style attributes), and the table behind it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

LAYOUT = """
.    .    .    .    .    .    黑龙江
.    .    .    内蒙古 .    .    吉林
新疆  甘肃  宁夏  山西  北京  天津  辽宁
西藏  青海  陕西  河南  河北  山东  .
.    四川  重庆  湖北  安徽  江苏  上海
.    云南  贵州  湖南  江西  浙江  .
.    .    广西  广东  福建  .    台湾
.    .    海南  澳门  香港  .    .
"""
"""Each division below the one that it lies south of, as far as seven columns let it."""

FULL_NAMES = {
    **dict.fromkeys(("北京", "天津", "上海", "重庆"), "市"),
    **dict.fromkeys(("内蒙古", "西藏"), "自治区"),
    **dict.fromkeys(("香港", "澳门"), "特别行政区"),
    "新疆": "维吾尔自治区",
    "宁夏": "回族自治区",
    "广西": "壮族自治区",
}
"""What the official name has after the short one, where that is not 省."""

STEPS = 5
"""Shades, besides that of provinces without an article. More cannot be told apart in a legend."""

ROUND = (1, 2, 3, 5)
"""The numbers, with zeros behind them, that a step may begin at."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One province."""

    row: int
    """From the top, from 0."""
    column: int
    """From the left, from 0."""
    label: str
    """What stands on it: 内蒙古."""
    path: str
    """The region's path, which is its official name: 内蒙古自治区."""
    count: int
    """Articles."""
    step: int
    """How dark: 0 without articles, then 1 to STEPS."""
    href: str
    """The region's page; empty without articles."""


@dataclass(frozen=True, slots=True)
class Shade:
    """One entry of the legend."""

    step: int
    """How dark: 0 to STEPS."""
    least: int
    """The smallest number of articles that is shaded so."""
    most: int
    """The largest."""


@dataclass(frozen=True, slots=True)
class TileMap:
    """All provinces."""

    rows: int
    """Rows of tiles."""
    columns: int
    """Columns of tiles."""
    tiles: tuple[Tile, ...]
    """Row by row from the left: the order in which the keyboard goes through them."""
    legend: tuple[Shade, ...]
    """From the lightest to the darkest, those that no province can have left out."""

    @property
    def table(self) -> tuple[Tile, ...]:
        """The provinces with articles, most first: the table for those who cannot see the map."""
        found = [tile for tile in self.tiles if tile.count]
        return tuple(sorted(found, key=lambda tile: -tile.count))


def short_name(name: str) -> str:
    """宁夏 of 宁夏回族自治区; a name that is not a province's stays whole."""
    for short in LAYOUT.split():
        if name == short + FULL_NAMES.get(short, "省"):
            return short
    return name


def tile_map(counts: Mapping[str, int], hrefs: Mapping[str, str]) -> TileMap:
    """The map of these numbers of articles, by the official names of provinces.

    `hrefs` leads to the provinces' pages. A name that is no province is left out.
    """
    rows = [line.split() for line in LAYOUT.strip().splitlines()]
    places = [
        (row, column, label, label + FULL_NAMES.get(label, "省"))
        for row, labels in enumerate(rows)
        for column, label in enumerate(labels)
        if label != "."
    ]
    most = max(counts.get(path, 0) for *_, path in places)
    bounds = _bounds(most)
    tiles = tuple(
        Tile(row, column, label, path, count, bisect_right(bounds, count), href)
        for row, column, label, path in places
        for count in (counts.get(path, 0),)
        for href in (hrefs.get(path, "") if count else "",)
    )
    ends = [bound - 1 for bound in bounds[1:]] + [most]
    shades = (Shade(step + 1, bound, ends[step]) for step, bound in enumerate(bounds))
    return TileMap(len(rows), len(rows[0]), tiles, (Shade(0, 0, 0), *shades))


def _bounds(most: int) -> list[int]:
    """Where each step begins, for numbers up to `most`: 1 5 20 50 200 for 750.

    Each is about as many times the one before: a paper writes of its own province a hundred times
    as often as of others, which equal steps would show as one dark tile among white ones.
    """
    rounded = [digit * 10**zeros for zeros in range(len(str(most))) for digit in ROUND]
    bounds: list[int] = []
    for step in range(STEPS):
        aim = most ** (step / STEPS)
        left = [number for number in rounded if max(bounds, default=0) < number <= most]
        if left:
            bounds.append(min(left, key=lambda number: abs(number - aim) / number))
    return bounds
