"""White space in extracted text: which of it was printed and which the extraction made.

Nothing here changes a character that is not white space; the raw page's characters all survive.
"""

from __future__ import annotations

import functools
import re
import unicodedata

FULL_EM = "\u3000"
"""A space as wide as a Chinese character."""

_GAP = re.compile(r"(\S)(\s+)(?=(\S))")
_SPREAD = re.compile(r"\S(?: \S){3,}")


def is_wide(character: str) -> bool:
    """Whether a character takes a full em: Chinese characters and full-width punctuation."""
    return unicodedata.east_asian_width(character) in "WF" or character in "“”‘’—…·"


@functools.lru_cache(maxsize=8192)
def width(text: str) -> float:
    """The set width in em; white space takes none, for justification makes it any width."""
    return sum(1.0 if is_wide(character) else 0.5 for character in text if not character.isspace())


def is_spread(text: str) -> bool:
    """Whether the characters were set apart to fill a line.

    Printed: `启 用 了 30 万 元 物 业 储 备 金 ，`.
    """
    tokens = text.split()
    single = sum(1 for token in tokens if len(token) == 1)
    return len(tokens) >= 4 and single >= 0.6 * len(tokens)


def body_spacing(text: str) -> str:
    """Running text: a space survives only between two ASCII tokens (`Long March 5B`).

    Printed: `在 2022年 8月之前`, `有近 100 多家`.
    """
    return _GAP.sub(_keep_between_ascii, text.strip())


def _keep_between_ascii(gap: re.Match[str]) -> str:
    before, after = gap.group(1), gap.group(3)
    keeps = before.isascii() and after.isascii() and (before.isalpha() or after.isalpha())
    return before + (" " if keeps else "")


def display_spacing(text: str) -> str:
    """Headlines, captions, labels: a gap between two Chinese characters was printed as such.

    So was one of a full em: `算力规模年均增速超30%　一体化政务服务平台实名用户超10亿人`. Printed:
    `党建引领社区治理 同心共筑美丽家园`; but `博鳌论坛 2023 年年会` has stray ones, and a
    headline spread over its measure (`民 主 协 商`) has none that mean anything.
    """
    stripped = text.strip()
    tokens = stripped.split()
    if len(tokens) >= 4 and all(len(token) == 1 or token.isascii() for token in tokens):
        return re.sub(r"(?<=\S) (?=\S)", "", stripped).replace("  ", " ")
    return _GAP.sub(_keep_in_display, stripped)


def _keep_in_display(gap: re.Match[str]) -> str:
    before, white, after = gap.groups()
    if before.isascii() and after.isascii():
        return before + (" " if before.isalpha() or after.isalpha() else "")
    keeps = (not before.isascii() and not after.isascii()) or FULL_EM in white
    return before + (" " if keeps else "")


def squeeze(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


_PUNCTUATION = str.maketrans("(),:;!?", "（），：；！？")
_SIMPLIFIED = str.maketrans(
    "報訊記攝圖編輯責連線據發對時錄員實習聞號電網轉載來觀總設計檢審讀視覺組執領導簽終監製質統籌專欄農曆週匯體陳張劉黃楊趙鄭馬馮鄧許蘇葉羅",
    "报讯记摄图编辑责连线据发对时录员实习闻号电网转载来观总设计检审读视觉组执领导签终监制质统筹专栏农历周汇体陈张刘黄杨赵郑马冯邓许苏叶罗",
)


@functools.lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A shadow of the text, character for character, that rules are matched against.

    Traditional forms of the words of the trade (`本報訊（記者`), half-width and vertical
    punctuation and compatibility ideographs are folded; what is kept is the text itself.
    """
    return plain(text).translate(_SIMPLIFIED)


def plain(text: str) -> str:
    """The text, character for character, in ordinary forms and full-width punctuation."""
    return "".join(
        form if len(form := unicodedata.normalize("NFKC", character)) == 1 else character
        for character in text
    ).translate(_PUNCTUATION)
