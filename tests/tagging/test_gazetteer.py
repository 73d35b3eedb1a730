from __future__ import annotations

import io
import tarfile
from typing import TYPE_CHECKING

import pytest

from jianbao.errors import ConfigError
from jianbao.tagging import Gazetteer
from jianbao.tagging.divisions import divisions, streets
from scripts.gazetteer import unpacked

if TYPE_CHECKING:
    from pathlib import Path

SHUANGFU = "宁夏回族自治区/银川市/金凤区/贺兰山中路街道/双福社区"


def test_levels_and_codes(gazetteer: Gazetteer) -> None:
    assert gazetteer.levels(SHUANGFU) == {
        "province": "宁夏回族自治区",
        "city": "银川市",
        "district": "金凤区",
        "street": "贺兰山中路街道",
        "community": "双福社区",
        "codes": {"province": "640000", "city": "640100", "district": "640106"},
    }


@pytest.mark.parametrize(
    ("path", "levels"),
    [
        ("重庆市/荣昌区/峰高街道", ["province", "district", "street"]),
        ("湖北省/仙桃市", ["province", "district"]),
        ("广东省/东莞市/虎门镇", ["province", "city", "street"]),
        ("甘肃省/嘉峪关市/新城镇", ["province", "city", "street"]),
        ("台湾省/台北市/大安区", ["province", "city", "district"]),
        ("香港特别行政区/湾仔区", ["province", "district"]),
    ],
)
def test_levels_that_a_place_does_not_have_are_absent(
    path: str, levels: list[str], gazetteer: Gazetteer
) -> None:
    assert gazetteer.known(path)
    assert [level for _, level in gazetteer.steps(path)] == levels


def test_there_are_no_levels_of_the_statistics_only() -> None:
    names = {name for place in divisions() for name in place.path.split("/")}
    assert names.isdisjoint({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})


def test_every_province_has_communities(gazetteer: Gazetteer) -> None:
    for path, place in gazetteer.places.items():
        if place.level == "province" and place.code[:2] < "71":
            assert any(
                names
                for below in gazetteer.places
                if below.startswith(path + "/")
                for _, names in gazetteer.communities_of_district(below)
            ), path


def test_every_street_belongs_to_a_place_with_that_code() -> None:
    codes = {place.code for place in divisions()}
    keys = {line.partition("\t")[0] for line in streets().text.strip("\n").split("\n")}
    assert keys <= codes


def test_what_is_not_there_is_unknown(gazetteer: Gazetteer) -> None:
    for path in ("", "银川市", "宁夏回族自治区/金凤区", SHUANGFU + "/一组", "宁夏回族自治区/"):
        assert not gazetteer.known(path)
    with pytest.raises(KeyError):
        gazetteer.levels("火星/北区")


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("宁夏/银川市", "宁夏回族自治区/银川市"),
        ("宁夏回族自治区/银川/金凤区", "宁夏回族自治区/银川市/金凤区"),
        ("银川市/金凤区", "宁夏回族自治区/银川市/金凤区"),
        ("重庆市/市辖区/荣昌区", "重庆市/荣昌区"),
        ("云南省/沧源县", "云南省/临沧市/沧源佤族自治县"),
        ("云南省/没有县", "云南省"),
        (
            "宁夏回族自治区/银川市/金凤区/贺兰山中路/双福社区",
            "宁夏回族自治区/银川市/金凤区/贺兰山中路街道/双福社区",
        ),
    ],
)
def test_the_nearest_region(wrong: str, near: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.nearest(wrong) == near


def test_an_unknown_home_province_is_named_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match="宁夏回族自治区"):
        Gazetteer.load(["宁夏"])


def test_added_regions_have_a_level_and_may_have_parts(tmp_path: Path) -> None:
    file = tmp_path / "regions.toml"
    file.write_text(
        '[[add]]\npath = "重庆市/两江新区"\ncode = "500157"\n'
        '[[add]]\npath = "重庆市/两江新区/人和街道"\n'
        '[[add]]\npath = "重庆市/两江新区/人和街道/新社区"\n',
        encoding="utf-8",
    )
    gazetteer = Gazetteer.load([], file)
    path = "重庆市/两江新区/人和街道/新社区"
    assert gazetteer.known(path)
    assert gazetteer.levels(path) == {
        "province": "重庆市",
        "district": "两江新区",
        "street": "人和街道",
        "community": "新社区",
        "codes": {"province": "500000", "district": "500157"},
    }


def test_a_renamed_region_keeps_its_parts_and_its_old_name(tmp_path: Path) -> None:
    file = tmp_path / "regions.toml"
    file.write_text(
        '[[rename]]\nfrom = "山东省/菏泽市/单县"\nto = "山东省/菏泽市/单父市"\nsince = 2031-01-01\n',
        encoding="utf-8",
    )
    gazetteer = Gazetteer.load([], file)
    street = gazetteer.streets("山东省/菏泽市/单县")[0]
    for name in ("单县", "单父市"):
        assert gazetteer.known(f"山东省/菏泽市/{name}/{street}")
    assert gazetteer.places["山东省/菏泽市/单父市"].code == "371722"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('[[add]]\npath = "重庆市/两江新区"\nkode = "5"\n', 1, "unknown key 'kode'"),
        ('[[add]]\ncode = "5"\n', 1, "without 'path'"),
        ('\n[[add]]\npath = "江苏/两江新区"\n', 2, "unknown parent '江苏'"),
        ('[[rename]]\nfrom = "江苏省/无此市"\nto = "江苏省/有此市"\n', 1, "unknown region"),
        ('[[add]]\npath = "重庆市/甲区"\nlevel = "county"\n', 1, "unknown level"),
        ("[[added]]\n", 1, "unknown table"),
        ('[[add]]\npath = "重庆市/甲区"\nsince = "2025"\n', 1, "since must be a day"),
        ('[[add]]\npath = "重庆市/甲区"\nsince = 0\n', 1, "since must be a day"),
        ('[[add]]\npath = "重庆市/甲区"\nalso = [1]\n', 1, "also must be a list of texts"),
    ],
)
def test_errors_in_regions_toml_say_where(
    text: str, line: int, reason: str, tmp_path: Path
) -> None:
    file = tmp_path / "regions.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        Gazetteer.load([], file)
    assert caught.value.line == line
    assert reason in caught.value.reason
    assert caught.value.hint


def test_of_the_package_only_its_data_is_unpacked(tmp_path: Path) -> None:
    package = tmp_path / "package.tgz"
    with tarfile.open(package, "w:gz") as archive:
        for name in ("package/dist/areas.csv", "package/index.js", "package/dist/../../../out.csv"):
            member = tarfile.TarInfo(name)
            member.size = 2
            archive.addfile(member, io.BytesIO(b"a\n"))
    scratch = tmp_path / "within/scratch"
    scratch.mkdir(parents=True)
    dist = unpacked(package, scratch)
    assert (dist / "areas.csv").read_text("utf-8") == "a\n"
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path != package]
    assert {path.parent for path in written} == {dist}
    assert not (dist / "index.js").exists()
