"""Weighs the words of an article: how much each of them is worth for each theme, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final

from jianbao.tagging.words import WordFinder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.tagging.article import Sentence

SHORTEST: Final = 150
"""Characters; in a shorter text a word counts no more than in one of these."""


@dataclass(frozen=True, slots=True)
class Scoring:
    """How evidence is added up; `[scoring]` of themes.toml describes each number."""

    title: float
    body: float
    paragraphs: int
    length: int
    body_most: float
    most: int


@dataclass(frozen=True, slots=True)
class Text:
    """An article, or an item of a digest, as its words are weighed."""

    headlines: str
    """Its headlines, a line each."""
    paragraphs: tuple[str, ...]
    """The rest."""

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Text:
        """Join sentences."""
        headlines: list[str] = []
        paragraphs: dict[int, list[str]] = defaultdict(list)
        for sentence in sentences:
            if sentence.headline:
                headlines.append(sentence.text)
            else:
                paragraphs[sentence.paragraph].append(sentence.text)
        return cls("\n".join(headlines), tuple("".join(lines) for lines in paragraphs.values()))

    def amounts(self, finder: WordFinder, scoring: Scoring) -> dict[str, float]:
        """Return how much of its evidence each word of the paragraphs counts: by √n in n of them."""
        length = max(sum(map(len, self.paragraphs)), SHORTEST) / scoring.length
        found = Counter(word for each in self.paragraphs for word in finder.present(each))
        return {
            word: scoring.body * sqrt(min(count, scoring.paragraphs) / length)
            for word, count in found.items()
        }


class Weights:
    """Words with the evidence that each is for each entry of the vocabulary."""

    def __init__(self, entries: Sequence[Mapping[str, float]]) -> None:
        self._entries = len(entries)
        self._owners: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, words in enumerate(entries):
            for word, weight in words.items():
                self._owners[word].append((number, weight))
        self._finder = WordFinder(self._owners)

    def of_headlines(self, text: Text, scoring: Scoring) -> list[float]:
        """Return the evidence of the headlines for each entry."""
        found = self._finder.present(text.headlines)
        return self._sum(dict.fromkeys(found, scoring.title))

    def of_paragraphs(self, text: Text, scoring: Scoring) -> list[float]:
        """Return the evidence of the paragraphs for each entry."""
        return self._sum(text.amounts(self._finder, scoring))

    def _sum(self, amounts: Mapping[str, float]) -> list[float]:
        evidence = [0.0] * self._entries
        for word, amount in amounts.items():
            for number, weight in self._owners[word]:
                evidence[number] += weight * amount
        return evidence
