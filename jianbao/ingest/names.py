"""People's names in credits: spread, strung together, or neither."""

from __future__ import annotations

import itertools
import re

_HAN = r"[\u3400-\u9fff\uf900-\ufaff·]"
_SEPARATORS = re.compile(r"[、，,/／;；|]+")

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田"
    "杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康"
    "贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕"
    "耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻"
    "解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬桂佟敖沙海哈麦撒丹仇虎禹付寇窦应娄储"
    "刁巩卓蔺胥苟冀荆楼宫戚褚阚栾谌匡晁柏肖闫代邸岑郁仲宗池桑甄仝亓厉苑鞠戎冷茅卞边米臧缪瞿艾佘麻芮狄栗"
    "束雍楚隗郜扈訾鄢邝揭逄宣嵇邰濮"
)
"""The commonest family names, with those of the Hui of the north-west."""


LONGEST = 16
"""Characters that a name has at most, those of other alphabets spelled in Chinese among them; so that
a line of any length is cut at a bounded cost."""


def split_names(text: str) -> tuple[str, ...]:
    """The names in a credit, in order.

    Printed: `郑 桉` (one name, spread), `邓 桂 张 涵` (two), `李永国 张军婷`, `郑香、唐志娟`; and, where a
    line ended between two of them, `马军立邓波梅` and `马欣远王 建`.
    """
    names: list[str] = []
    for part in _SEPARATORS.split(text):
        tokens = part.split()
        starts = {0, *itertools.accumulate(map(len, tokens))}
        names.extend(_cheapest("".join(tokens), frozenset(starts)))
    return tuple(names)


def _cheapest(text: str, starts: frozenset[int]) -> tuple[str, ...]:
    """Cut a row of characters into names, mostly where the gaps are, by dynamic programming."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(text) + 1):
        ways = (
            (best[start][0] + _cost(text, start, end, starts), (*best[start][1], text[start:end]))
            for start in range(max(0, end - LONGEST), end)
        )
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _cost(text: str, start: int, end: int, starts: frozenset[int]) -> float:
    """How unlike a name, in steps of one: a lone character, four of them, a gap inside, none before."""
    name, gaps = text[start:end], len(starts.intersection(range(start + 1, end)))
    surnamed = name[0] in SURNAMES or name[:2] in DOUBLE_SURNAMES
    gap = 0.5 if len(name) == 2 else 1.5 if len(name) == 3 else 4.0
    cost = gap * gaps + (0.0 if surnamed else 3.0)
    if len(name) == 1:
        cost += 20.0
    elif len(name) > 3 and name[:2] not in DOUBLE_SURNAMES:
        cost += (3.0 if len(name) == 4 else 6.0) if surnamed else 1.0
    if start not in starts:
        cost += 2.0 if surnamed else 4.0
    return cost


def is_name(text: str) -> bool:
    """Whether the text reads as one Chinese person's name."""
    return bool(re.fullmatch(rf"{_HAN}{{2,4}}", text)) and (
        text[0] in SURNAMES or text[:2] in DOUBLE_SURNAMES
    )


def may_be_name(text: str) -> bool:
    """After `本报记者` any two to five characters may be a name, and more with a dot among them.

    Printed: 孔令强, 买买提, 阿·巴图, 阿依努尔·买买提.
    """
    return 2 <= len(text) <= (LONGEST if "·" in text else 5)


DOUBLE_SURNAMES = frozenset(
    {
        *("欧阳", "司马", "上官", "诸葛", "司徒", "皇甫", "尉迟", "慕容", "夏侯"),
        *("令狐", "宇文", "长孙", "公孙", "端木", "轩辕", "呼延", "赫连", "闻人", "申屠", "鲜于"),
    }
)
