"""Characters of a PDF's text that are drawn like another one: 文 may come out as ⽂, which no search finds."""

from __future__ import annotations

import unicodedata

_RADICALS_SUPPLEMENT = dict(
    zip(
        "⺁⺄⺈⺋⺌⺎⺐⺒⺓⺔⺕⺗⺘⺙⺛⺞⺟⺠⺡⺢⺣⺦⺧⺨⺩⺫⺬⺭⺮⺯⺰⺱⺲⺶⺷⺸⺹⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙刀卩小兀尢巳幺彑彐㣺扌攵旡歺母民氵氺灬丬牜犭王罒示礻竹糸纟网罒羊羊羊耂月艹艹艹虎衤覀西见角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
"""Unicode's EquivalentUnifiedIdeograph.txt, for the radicals (U+2E80-2EFF) in which it names a
character of its own. Chinese fonts draw ⻓ and 长 with one glyph, and a PDF's map may name either."""

_DRAWN_LIKE = ((0x2F00, 0x2FDF), (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE48))
"""Code points of what is drawn like another character: radicals, Korea's second copies of characters
(凉), and brackets and stops as they stand in upright lines (︵, ﹁)."""

_FULL_WIDTH = 0xFEE0
"""From a bracket or stop of ASCII to the one as wide as a Chinese character."""


_DOTS = {0xFE19: "…", 0xFE30: "‥"}
"""Which Unicode takes apart into stops."""

LONG_DASHES = {0x2E3A: "——", 0x2E3B: "———"}
"""A dash of two or three ems as one character, and as it is written."""


def _plain(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return chr(ord(plain) + _FULL_WIDTH) if plain in "()[]{},:;!?" else plain


PLAIN_FORMS = {
    **{ord(radical): plain for radical, plain in _RADICALS_SUPPLEMENT.items()},
    **{code: _plain(chr(code)) for first, last in _DRAWN_LIKE for code in range(first, last + 1)},
    **_DOTS,
}
"""Code points, and the one character that each stands for."""


def in_plain_forms(text: str) -> str:
    """A text without lookalikes."""
    return text.translate(PLAIN_FORMS | LONG_DASHES)
