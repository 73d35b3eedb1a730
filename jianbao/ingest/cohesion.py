"""How much two pieces of a page have in common, by words that are rare *on this page*.

All articles of a page may share a topic (协商, 社区, 基层治理), so a word tells nothing unless few of
the page's paragraphs have it. Pairs of characters stand in for words: no dictionary is needed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|\d+(?:\.\d+)?")
_EMPTY_PAIRS = frozenset(
    [
        "今天",
        "日前",
        "近日",
        "记者",
        "表示",
        "我们",
        "他们",
        "这个",
        "一个",
        "进行",
        "进一",
        "一步",
        "以及",
        "同时",
        "目前",
        "工作",
        "发展",
        "推进",
        "积极",
        "加强",
        "了解",
        "介绍",
        "据悉",
        "通过",
        "开展",
        "实现",
        "推动",
        "重要",
        "方面",
        "问题",
        "不断",
        "提升",
        "持续",
        "相关",
        "已经",
        "可以",
        "成为",
        "来自",
        "其中",
        "此外",
        "强调",
        "指出",
        "认为",
        "要求",
        "国家",
        "中国",
        "我国",
        "全国",
        "人民",
        "社会",
        "建设",
        "坚持",
        "全面",
        "习近",
        "近平",
    ]
)
"""Pairs that any newspaper article may have."""


def grams(text: str) -> frozenset[str]:
    """The character pairs of the Chinese runs, and the Latin words and numbers whole."""
    found: set[str] = set()
    for run in _RUN.findall(text):
        if run[0].isascii():
            if len(run) > 1:
                found.add(run)
        else:
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(found - _EMPTY_PAIRS)


class Rarity:
    """The weight of a pair on one page: log(paragraphs / paragraphs that have it)."""

    def __init__(self, paragraphs: Iterable[frozenset[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for one in paragraphs:
            counts.update(one)
            total += 1
        self._counts = counts
        self._total = total

    def weight(self, gram: str) -> float:
        """In nats; 0 for what every paragraph has; the largest for what one has."""
        return math.log((self._total + 1) / (self._counts.get(gram, 0) + 0.5)) * (
            1.0 if len(gram) > 1 else 0.5
        )

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The summed weight of what two texts share, in nats."""
        return sum(self.weight(gram) for gram in one & other)


def likeness(rarity: Rarity, texts: Sequence[frozenset[str]]) -> list[list[float]]:
    """For each two texts, log-odds that they belong together: shared weight against its page mean.

    The shared weight is divided by the root of the sizes, so that long texts are not like
    everything; the result is clipped to ±2.
    """
    size = len(texts)
    raw = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1, size):
            lengths = math.sqrt(max(len(texts[i]), 8) * max(len(texts[j]), 8))
            raw[i][j] = raw[j][i] = rarity.shared(texts[i], texts[j]) / math.sqrt(lengths)
    values = [raw[i][j] for i in range(size) for j in range(i + 1, size)]
    mean = sum(values) / len(values) if values else 0.0
    spread = math.sqrt(sum((v - mean) ** 2 for v in values) / len(values)) if values else 1.0
    return [
        [
            max(-1.0, min(2.0, (raw[i][j] - mean) / (spread or 1.0))) if i != j else 0.0
            for j in range(size)
        ]
        for i in range(size)
    ]
