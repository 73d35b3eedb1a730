"""The words that tell what an article is about, each with a weight that never changes.

A table that is the same for every archive, rather than counts of the archive's own words: an
article's signature then depends on the article alone, and stays when others come.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_REST = re.compile(r"([^ \d]+)(\d+)")


class Beginning(NamedTuple):
    """What begins with two characters."""

    weight: int
    """The weight of the word that they are themselves; 0 when they are none."""
    longer: Mapping[str, tuple[tuple[str, int], ...]]
    """The longer words with their weights, by their third character."""


class Words:
    """The table, by the first two characters of its words; read line by line when asked for."""

    def __init__(self, text: str) -> None:
        """Take `words.txt` as scripts/topic_words.py writes it."""
        common, *lines = text.split("\n")
        self.common = frozenset(common[at : at + 2] for at in range(0, len(common), 2))
        """Words of two characters that every text is full of."""
        by_beginning = {line[:2]: line for line in lines}
        self.beginnings = by_beginning.keys()
        """The first two characters of all words."""
        self.of = _Read(by_beginning)
        """What begins with one of `beginnings`."""

    def commonplace(self, word: str) -> bool:
        """Whether the table has a longer word in order to leave it out: “小切口”."""
        if word[:2] not in self.beginnings:
            return False
        return (word, 0) in self.of[word[:2]].longer.get(word[2:3], ())


class _Read(dict[str, Beginning]):
    """What lines say, each read when it is asked for the first time."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, beginning: str) -> Beginning:
        own, _, rests = self._lines[beginning][2:].partition(" ")
        longer: dict[str, tuple[tuple[str, int], ...]] = {}
        for rest, weight in _REST.findall(rests):
            longer[rest[0]] = (*longer.get(rest[0], ()), (beginning + rest, int(weight)))
        found = self[beginning] = Beginning(int(own), longer)
        return found


@cache
def open_words() -> Words:
    """The shipped table: 29,000 words. Not packed: unpacking takes longer than all the rest."""
    return Words(Path(__file__).with_name("words.txt").read_text("utf-8"))
