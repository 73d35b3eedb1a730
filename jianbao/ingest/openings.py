"""The words that articles and paragraphs begin with."""

from __future__ import annotations

import functools
import lzma
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from jianbao.ingest.forms import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BEGINNING = 24
"""In characters: how much of a paragraph tells how it begins; with 40 it tells little more."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")

_ARTICLE = (
    r"近日|日前|昨日|今日|今天|昨天|连日来|近期|记者.{0,12}(?:获悉|了解到)|.{0,12}(?:今天|昨天|日前|近日|昨日)[（，]"
    r"|(?:\d{1,2}月)?\d{1,2}日[，上下晚]|.{2,14}\d{1,2}日[称在发]|据.{2,16}(?:消息|报道|统计|数据)"
)
ARTICLE_OPENING = re.compile(f"^(?:{_ARTICLE})")
"""`近日，银川市金凤区…`, `6月5日，国家副主席韩正在北京会见…`"""
PARAGRAPH_OPENING = re.compile(
    r"^(?:(?:近日|日前|连日来|近期|最近|这两天|这几天)，|当地时间|(?:\d{1,2}月)?\d{1,2}日[，上下晚（]"
    r"|今年[^，]{0,4}，|据[^，]{2,16}(?:消息|报道|统计|数据|介绍|了解)[^，]{0,4}，"
    r"|记者.{0,12}(?:获悉|了解到)|(?:此外|同时|与此同时|据悉|另外|目前|下一步|接下来|对此|为此)，"
    r"|会议还|[^，]{2,14}最新[^，]{0,4}数据显示，)"
)
"""What hardly stands where a column's break cut a sentence: `当地时间21日下午，国务院总理…`."""
ARTICLE_GOES_ON = re.compile(
    r"^(?:此外|同时|与此同时|据悉|据介绍|据了解|会上|会议|目前|下一步|接下来|随后|其中|另外|不过|但|而|他|她|这|该|还"
    r"|双方|“|截至目前|为此|对此|当天|活动|在此|也|如今|今后|未来|除了|[\u3400-\u9fff·]{2,8}(?:表示|指出|强调|说|介绍|告诉))"
)
"""What opens a paragraph that goes on with its article: `会上，`, `此外，`, `双方`."""


@dataclass(frozen=True, slots=True)
class Openings:
    """What the beginnings of paragraphs tell of their places in articles."""

    always: tuple[float, float]
    """The log-odds, before anything is read, that a paragraph is an article's first, and its last."""
    weights: Mapping[str, tuple[float, float]]
    """By how much each trait of a beginning changes them."""

    @classmethod
    def read(cls, packed: bytes) -> Openings:
        """From what bench/fit_openings.py writes: a scale and what is always so, traits, values."""
        numbers, traits, values = lzma.decompress(packed).split(b"\n", 2)
        scale, first, last = map(float, numbers.split())
        steps = [scale * (one - 128) for one in values]
        pairs = zip(steps[::2], steps[1::2], strict=True)
        return cls((first, last), dict(zip(traits.decode().split("\t"), pairs, strict=True)))

    def places(self, text: str) -> tuple[float, float]:
        """The log-odds that a paragraph is an article's first, and its last."""
        first, last = self.always
        for trait in traits_of(text):
            one, other = self.weights.get(trait, (0.0, 0.0))
            first += one
            last += other
        return first, last


def traits_of(text: str) -> Iterable[str]:
    """The first characters of a text, and the pairs of characters near its beginning.

    All numbers are one: `6月5日，国家副主席` has `^0月`, `0日`, `国家`, …
    """
    beginning = _NUMBER.sub("0", "".join(text.split()))[:BEGINNING]
    pairs = {beginning[at : at + 2] for at in range(len(beginning) - 1)}
    return pairs | {"^" + beginning[:size] for size in (1, 2, 3, 4)}


@functools.cache
def openings() -> Openings:
    """Those that are shipped: fitted by bench/fit_openings.py.

    On paragraphs of articles that had no part in the fit, an article's first is told from another in
    95 of 100 cases (by the words of ARTICLE_OPENING and ARTICLE_GOES_ON in 73), its last in 76.
    """
    return Openings.read(files("jianbao.ingest").joinpath("openings.xz").read_bytes())


def places_of(text: str) -> tuple[float, float]:
    """The log-odds, by how a paragraph begins, that it is an article's first, and its last."""
    return openings().places(plain(text))
