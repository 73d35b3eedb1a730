from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jianbao.site.tilemap import STEPS, tile_map
from jianbao.tagging import Gazetteer


def provinces() -> list[str]:
    return [tile.path for tile in tile_map({}, {}).tiles]


def test_every_province_has_a_tile_of_its_own() -> None:
    tiles = tile_map({}, {}).tiles
    assert sorted(provinces()) == sorted(Gazetteer.load().children(""))
    assert len({(tile.row, tile.column) for tile in tiles}) == len(tiles) == 34


def test_neighbours_lie_beside_each_other() -> None:
    places = {tile.label: (tile.row, tile.column) for tile in tile_map({}, {}).tiles}
    for north, south in [("北京", "河北"), ("江苏", "浙江"), ("黑龙江", "吉林"), ("广西", "海南")]:
        assert (places[south][0] - places[north][0], places[south][1] - places[north][1]) == (1, 0)
    for west, east in [("新疆", "甘肃"), ("陕西", "河南"), ("湖北", "安徽"), ("江苏", "上海")]:
        assert (places[east][0] - places[west][0], places[east][1] - places[west][1]) == (0, 1)


def test_only_provinces_with_articles_are_links_and_stand_in_the_table() -> None:
    hrefs = {"宁夏回族自治区": "regions/ning-xia/index.html", "河北省": "regions/he-bei/index.html"}
    found = tile_map({"宁夏回族自治区": 3, "江苏省": 0, "火星省": 9}, hrefs)
    assert [(tile.label, tile.href) for tile in found.tiles if tile.href] == [
        ("宁夏", "regions/ning-xia/index.html")
    ]
    assert [tile.label for tile in found.table] == ["宁夏"]


def test_an_archive_of_one_province_still_tells_the_others_apart() -> None:
    counts = {"宁夏回族自治区": 750, "江苏省": 60, "浙江省": 30, "上海市": 6, "重庆市": 1}
    found = tile_map(counts, {})
    steps = {tile.label: tile.step for tile in found.tiles}
    assert [steps[name] for name in ("河北", "重庆", "上海", "浙江", "江苏", "宁夏")] == [
        *(0, 1, 2, 3, 4, 5)
    ]


@given(st.lists(st.integers(0, 200_000), max_size=34))
def test_the_legend_says_how_each_tile_is_shaded(numbers: list[int]) -> None:
    counts = dict(zip(provinces(), numbers, strict=False))
    found = tile_map(counts, {})
    assert len(found.legend) <= STEPS + 1
    shades = {shade.step: shade for shade in found.legend}
    for tile in found.tiles:
        assert shades[tile.step].least <= tile.count <= shades[tile.step].most
    for lighter, darker in zip(found.legend, found.legend[1:], strict=False):
        assert darker.least == lighter.most + 1
        assert darker.step == lighter.step + 1


def test_no_articles_no_shades() -> None:
    found = tile_map({}, {})
    assert {tile.step for tile in found.tiles} == {0}
    assert [shade.step for shade in found.legend] == [0]
