"""The controlled vocabulary, taxonomy/themes.toml, and the evidence that gives an article themes.

Evidence is the weights of the words that occur, those of the title more, those of a paragraph by
its share of the text. Every number stands in the file, where an editor can change it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.tagging.words import WordFinder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.tagging.article import Sentence


@dataclass(frozen=True, slots=True)
class Theme:
    """One entry of the vocabulary."""

    name: str
    """As shown, and as written in front matter."""
    words: Mapping[str, float]
    """Evidence of each word; negative for one that speaks against the theme."""
    least: float
    """Evidence from which the theme is given."""
    slug: str = ""
    """Its place in URLs; empty leaves it to its pinyin."""
    medtop: str = ""
    """Code of the nearest IPTC Media Topic, or empty."""
    outside: bool = False
    """Whether it only keeps other themes away (foreign affairs, sport)."""


@dataclass(frozen=True, slots=True)
class Scoring:
    """How evidence is added up; the `[scoring]` of themes.toml describes each number."""

    title: float
    paragraph_cap: float
    body: float
    fraction: float
    most: int


class Themes:
    """The vocabulary, ready to tag with."""

    def __init__(self, themes: Sequence[Theme], scoring: Scoring) -> None:
        self.themes = tuple(theme for theme in themes if not theme.outside)
        """The themes an article can have, in the order of the file."""
        self._all = tuple(themes)
        self._scoring = scoring
        owners: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, theme in enumerate(themes):
            for word, weight in theme.words.items():
                owners[word].append((number, weight))
        self._owners = {word: tuple(found) for word, found in owners.items()}
        self._finder = WordFinder(self._owners)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the themes, in the order of the file."""
        return tuple(theme.name for theme in self.themes)

    def of(self, sentences: Sequence[Sentence]) -> tuple[str, ...]:
        """Return an article's themes, heaviest first; of a digest, those of its items."""
        items: dict[int, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            items[sentence.item].append(sentence)
        total: dict[str, float] = defaultdict(float)
        for part in items.values():
            for name, weight in self._weigh(part):
                total[name] += weight
        ranked = sorted(total, key=lambda name: -total[name])
        return tuple(ranked[: self._scoring.most])

    def _weigh(self, sentences: Sequence[Sentence]) -> list[tuple[str, float]]:
        """Return the themes of one text with their evidence; none if it is about other things."""
        evidence = self.evidence(sentences)
        given = [n for n, theme in enumerate(self._all) if evidence[n] >= theme.least]
        if not given:
            return []
        heaviest = max(given, key=lambda n: evidence[n])
        if self._all[heaviest].outside:
            return []
        least = evidence[heaviest] * self._scoring.fraction
        return [
            (self._all[n].name, evidence[n])
            for n in given
            if evidence[n] >= least and not self._all[n].outside
        ]

    def evidence(self, sentences: Sequence[Sentence]) -> list[float]:
        """Return the evidence for each entry of the file, those outside included."""
        title = "\n".join(s.text for s in sentences if s.headline)
        paragraphs: dict[int, list[str]] = defaultdict(list)
        for sentence in sentences:
            if not sentence.headline:
                paragraphs[sentence.paragraph].append(sentence.text)
        texts = ["".join(lines) for lines in paragraphs.values()]
        length = sum(map(len, texts)) or 1
        scoring = self._scoring
        total = [weight * scoring.title for weight in self._count(title)]
        for text in texts:
            share = scoring.body * len(text) / length
            for number, weight in enumerate(self._count(text)):
                total[number] += share * min(weight, scoring.paragraph_cap)
        return total

    def _count(self, text: str) -> list[float]:
        counted = [0.0] * len(self._all)
        for word in self._finder.present(text):
            for number, weight in self._owners[word]:
                counted[number] += weight
        return counted
