"""Queries of every class, drawn from the articles themselves, and which articles hold them."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from jianbao.search.folding import fold, variants
from jianbao.search.tokens import HAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jianbao.search import SearchDocument

LETTERS = rf"[^\W_{HAN}]"
SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
PERSON = re.compile(
    rf"(?:记者|主席|总理|部长|主任|书记|教授|发言人)([{SURNAMES}][{HAN}]{{2}})(?=[，。、“说表在介])"
)
PLACE = re.compile(rf"(?:在|位于|来到)([{HAN}]{{2,5}}[省市县区镇村])")
ORGANISATION = re.compile(
    rf"(?<=[，。、“的在和由])([{HAN}]{{3,8}}(?:公司|大学|委员会|研究院|医院|协会))"
)
MIXED = re.compile(
    rf"{LETTERS}+[{HAN}]{{1,2}}|[{HAN}]{{1,2}}{LETTERS}+|(?<!{LETTERS})[A-Za-z]{{2,}}"
)
WIDE = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


class Texts:
    """The folded texts of articles, to look through."""

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        self.raw = [f"{one.title}\n{one.text}" for one in documents]
        self._ids = [one.id for one in documents]
        # A blank parts letters and digits, and nothing else.
        blanks = re.compile(rf" +(?!{LETTERS})|(?<!{LETTERS}) +")
        self._folded = [blanks.sub("", fold(text)) for text in self.raw]
        self._known: dict[str, set[str]] = {}

    def containing(self, query: str) -> set[str]:
        """The ids of the articles that hold all words of the query."""
        return set.intersection(*map(self._word, query.split()))

    def _word(self, word: str) -> set[str]:
        if word not in self._known:
            wanted = fold(word)
            found = [i for i, text in enumerate(self._folded) if wanted in text]
            if re.search(LETTERS, wanted):
                # Letters and digits are asked for whole: 2年 does not mean 2022年.
                start = rf"(?<!{LETTERS})" if re.match(LETTERS, wanted) else ""
                end = rf"(?!{LETTERS})" if re.match(LETTERS, wanted[-1]) else ""
                whole = re.compile(f"{start}{re.escape(wanted)}{end}")
                found = [i for i in found if whole.search(self._folded[i])]
            self._known[word] = {self._ids[i] for i in found}
        return self._known[word]


def sample_queries(texts: Texts, count: int) -> dict[str, list[str]]:
    """So many queries of each class, different ones, the same each time."""
    dice = random.Random(7)
    raw = dice.sample(texts.raw, min(len(texts.raw), 4000))

    def stretch(width: int) -> Iterable[str]:
        for text in raw:
            runs = re.findall(f"[{HAN}]{{{width},}}", text)
            if runs:
                run = dice.choice(runs)
                start = dice.randint(0, len(run) - width)
                yield run[start : start + width]

    def matches(pattern: re.Pattern[str]) -> Iterable[str]:
        for text in raw:
            found = pattern.findall(text)
            if found:
                yield dice.choice(found)

    def changed(queries: Iterable[str], change: Callable[[str], str]) -> Iterable[str]:
        return (other for query in queries if (other := change(query)) != query)

    simplified = variants()
    traditional = dict(zip(map(ord, simplified[1::2]), simplified[::2], strict=True))
    classes: dict[str, Iterable[str]] = {
        "persons": matches(PERSON),
        "places": matches(PLACE),
        "organisations": matches(ORGANISATION),
        **{f"{width} characters": stretch(width) for width in (2, 3, 4, 6)},
        "two words": map(" ".join, zip(stretch(2), stretch(3), strict=False)),
        "two words together": _pairs(raw, dice),
        "Latin, digits, mixed": matches(MIXED),
        "full width": changed(matches(MIXED), lambda query: query.translate(WIDE)),
        "other case": changed(matches(MIXED), str.swapcase),
        "traditional": changed(stretch(4), lambda query: query.translate(traditional)),
    }
    return {name: chosen for name, queries in classes.items() if (chosen := _first(queries, count))}


def _first(queries: Iterable[str], count: int) -> list[str]:
    found: dict[str, None] = {}
    for query in queries:
        found[query] = None
        if len(found) == count:
            break
    return list(found)


def _pairs(raw: Sequence[str], dice: random.Random) -> Iterable[str]:
    """Two words of one article."""
    for text in raw:
        runs = re.findall(f"[{HAN}]{{4,}}", text)
        if len(runs) > 1:
            first, second = dice.sample(runs, 2)
            yield f"{first[:2]} {second[-3:]}"
