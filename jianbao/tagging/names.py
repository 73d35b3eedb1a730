"""The names people write for a place: 宁夏回族自治区 and 宁夏, 峨山彝族自治县, 峨山县 and 峨山."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jianbao.tagging import traps

if TYPE_CHECKING:
    from jianbao.tagging.divisions import Place
    from jianbao.tagging.gazetteer import Gazetteer

PEOPLES: Final = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|"
    "纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|"
    "裕固|京|独龙|鄂伦春|赫哲|门巴|珞巴|各"
)
"""The peoples that autonomous prefectures and counties are named after."""

_AUTONOMOUS: Final = re.compile(
    rf"^(.{{2,}}?)(?:(?:{PEOPLES})族?)+(自治州|自治县|自治旗|自治区|矿区)$"
)
_TOWNSHIP_OF_A_PEOPLE: Final = re.compile(rf"^(.{{2,}}?)(?:(?:{PEOPLES})族)+乡$")
_PROVINCE_ENDING: Final = re.compile(
    r"(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$"
)
_ENDING: Final = re.compile(r"(?:新区|林区|特区|地区|市|盟|县|区|旗)$")

SPOKEN: Final = {
    "新疆维吾尔自治区/伊犁哈萨克自治州": ("伊犁", "伊犁州"),
    "新疆维吾尔自治区/巴音郭楞蒙古自治州": ("巴音郭楞",),
    "新疆维吾尔自治区/博尔塔拉蒙古自治州": ("博尔塔拉",),
    "新疆维吾尔自治区/克孜勒苏柯尔克孜自治州": ("克孜勒苏",),
    "内蒙古自治区/锡林郭勒盟": ("锡盟",),
    "香港特别行政区": ("香港特区",),
    "澳门特别行政区": ("澳门特区",),
}
"""Names that no rule gives."""

BESIDE_PARENT: Final = {
    "新疆维吾尔自治区/巴音郭楞蒙古自治州": ("巴州",),
    "新疆维吾尔自治区/博尔塔拉蒙古自治州": ("博州",),
    "新疆维吾尔自治区/克孜勒苏柯尔克孜自治州": ("克州",),
}
"""Names that count only behind their province's (新疆克州); 顿涅茨克州 is abroad."""

GROUPS: Final = {
    "成渝": ("四川省", "重庆市"),
    "江浙": ("江苏省", "浙江省"),
    "江浙沪": ("江苏省", "浙江省", "上海市"),
    "闽宁": ("福建省", "宁夏回族自治区"),
    "港澳台": ("香港特别行政区", "澳门特别行政区", "台湾省"),
    "港澳": ("香港特别行政区", "澳门特别行政区"),
    "粤港澳": ("广东省", "香港特别行政区", "澳门特别行政区"),
}
"""Provinces named together by characters that are not theirs alone."""

LETTERS: Final = {
    "京": "北京市",
    "津": "天津市",
    "冀": "河北省",
    "晋": "山西省",
    "蒙": "内蒙古自治区",
    "辽": "辽宁省",
    "沪": "上海市",
    "苏": "江苏省",
    "浙": "浙江省",
    "皖": "安徽省",
    "闽": "福建省",
    "赣": "江西省",
    "鲁": "山东省",
    "豫": "河南省",
    "鄂": "湖北省",
    "湘": "湖南省",
    "粤": "广东省",
    "桂": "广西壮族自治区",
    "渝": "重庆市",
    "川": "四川省",
    "黔": "贵州省",
    "滇": "云南省",
    "陕": "陕西省",
}
"""Provinces by the characters that mean nothing else in a row of them: 京津冀, 鄂赣湘."""


@dataclass(frozen=True, slots=True)
class Name:
    """A place under one of its written names."""

    place: Place
    """The place meant."""
    full: bool
    """Whether the name carries its kind (金凤区, 峨山县), which a bare 峨山 does not."""


def written_names(place: Place) -> tuple[tuple[str, bool], ...]:
    """Return (name, full) for each way the place is written; its official name first."""
    official = place.name
    names = [(official, True)]
    if place.level == "province":
        names.append((_PROVINCE_ENDING.sub("", official), True))
    elif match := _AUTONOMOUS.match(official):
        stem, kind = match.groups()
        names += [(stem + kind[-1], True), (stem, False)]
    else:
        stem = _ENDING.sub("", official)
        if len(stem) >= 2 and stem != official:
            names.append((stem, False))
    names += [(name, True) for name in SPOKEN.get(place.path, ())]
    names += [(name, False) for name in BESIDE_PARENT.get(place.path, ())]
    return tuple(dict.fromkeys(names))


def written_streets(name: str) -> tuple[str, ...]:
    """Return how a town is written: 峰高镇镇 is 峰高镇, too, and 草科藏族乡 is 草科乡."""
    names = [name, name.removesuffix("镇") if name.endswith("镇镇") else name]
    if match := _TOWNSHIP_OF_A_PEOPLE.match(name):
        names.append(match.group(1) + "乡")
    return tuple(dict.fromkeys(names))


def index_names(gazetteer: Gazetteer) -> dict[str, tuple[Name, ...]]:
    """Return the places of every written name, provinces before cities before districts.

    Development zones are left out: 园区 and 开发区 are no places an article is about.
    """
    found: dict[str, list[Name]] = {}
    for place in gazetteer.places.values():
        if place.zone:
            continue
        names = written_names(place)
        names += tuple((name, True) for name in gazetteer.also.get(place.path, ()))
        for name, full in names:
            if not full and place.level == "district" and name in traps.NOT_BARE:
                continue
            found.setdefault(name, []).append(Name(place, full))
    return {name: tuple(places) for name, places in found.items()}
