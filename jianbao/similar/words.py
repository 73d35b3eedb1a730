"""The words that tell what an article is about, each with a weight that never changes.

A table that is the same for every archive, rather than counts of the archive's own words: an
article's signature then depends on the article alone, and stays when others come.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_REST = re.compile(r"([^ \d]+)(\d+)")


class Words:
    """The table, by the first two characters of its words; read line by line when asked for."""

    def __init__(self, text: str) -> None:
        """Take `words.txt` as scripts/topic_words.py writes it."""
        common, *lines = text.split("\n")
        self.common = frozenset(common[at : at + 2] for at in range(0, len(common), 2))
        """Words of two characters that every text is full of."""
        self._lines = {line[:2]: line[2:] for line in lines}
        self.beginnings = frozenset(self._lines)
        """The first two characters of all words."""
        self._read: dict[str, tuple[int, tuple[tuple[str, int], ...]]] = {}

    def of(self, beginning: str) -> tuple[int, tuple[tuple[str, int], ...]]:
        """What begins with one of `beginnings`.

        The weight of the word that it is itself, 0 for none, and the longer words with theirs.
        """
        found = self._read.get(beginning)
        if found is None:
            own, _, rests = self._lines[beginning].partition(" ")
            longer = tuple((beginning + rest, int(weight)) for rest, weight in _REST.findall(rests))
            found = self._read[beginning] = int(own), longer
        return found

    def commonplace(self, word: str) -> bool:
        """Whether the table has a longer word in order to leave it out: “小切口”."""
        return word[:2] in self.beginnings and (word, 0) in self.of(word[:2])[1]


@cache
def open_words() -> Words:
    """The shipped table: 29,000 words, 120 KB packed, opened in some 25 ms."""
    import lzma  # It takes time to open, and most builds need no new words.

    packed = Path(__file__).with_name("words.txt.xz").read_bytes()
    return Words(lzma.decompress(packed).decode())
