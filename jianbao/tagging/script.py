"""Text in traditional characters as the gazetteer and the vocabulary write it: 武漢 → 武汉."""

from __future__ import annotations

from operator import ne
from typing import TYPE_CHECKING

from jianbao.search.folding import variants

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST = 0.05
"""Share of characters with a simplified form from which on a text is in traditional ones. Of text in
traditional characters it is a third; in simplified ones there are 乾 of 乾隆, 著 of 名著."""


class Script:
    """Reads traditional characters as simplified ones, except where the names have them too."""

    def __init__(self, names: Iterable[str]) -> None:
        """Keep the characters that `names` are written with: of 乾县, of themes of an own vocabulary."""
        pairs = variants()
        kept = set().union(*names)
        self._simplified = {
            ord(traditional): simplified
            for traditional, simplified in zip(pairs[::2], pairs[1::2], strict=True)
            if traditional not in kept
        }

    def simplified(self, texts: Iterable[str]) -> list[str]:
        """The texts of one article, character for character, in simplified characters."""
        printed = list(texts)
        simplified = [text.translate(self._simplified) for text in printed]
        changed = sum(sum(map(ne, *pair)) for pair in zip(printed, simplified, strict=True))
        return simplified if changed > LEAST * sum(map(len, printed)) else printed
