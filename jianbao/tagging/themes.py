"""The controlled vocabulary, taxonomy/themes.toml, and the evidence that gives an article themes.

Evidence is the weights of the words that occur, those of the title more than those of the text,
where many paragraphs and a short text make them count for more. Every number stands in the file, where an editor can change it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import TYPE_CHECKING, Final

from jianbao.tagging.words import WordFinder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.tagging.article import Sentence


SHORTEST: Final = 150
"""Characters; in a shorter text a word counts no more than in one of these."""


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
    """How evidence is added up; `[scoring]` of themes.toml describes each number."""

    title: float
    body: float
    paragraphs: int
    length: int
    body_most: float
    fraction: float
    most: int
    item_fraction: float
    digest_fraction: float


class Themes:
    """The vocabulary, ready to tag with."""

    def __init__(self, themes: Sequence[Theme], scoring: Scoring) -> None:
        self.themes = tuple(theme for theme in themes if not theme.outside)
        """The themes an article can have, in the order of the file."""
        self._all = tuple(themes)
        self._scoring = scoring

    @cached_property
    def _owners(self) -> dict[str, list[tuple[int, float]]]:
        """(Theme, weight) of each word; made when a text is read, not when names are looked up."""
        owners: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, theme in enumerate(self._all):
            for word, weight in theme.words.items():
                owners[word].append((number, weight))
        return owners

    @cached_property
    def _finder(self) -> WordFinder:
        return WordFinder(self._owners)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the themes, in the order of the file."""
        return tuple(theme.name for theme in self.themes)

    def of(self, sentences: Sequence[Sentence]) -> tuple[str, ...]:
        """Return an article's themes, heaviest first; of a digest, those of its items."""
        items: dict[int, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            items[sentence.item].append(sentence)
        if len(items) < 2:
            weights = self._weigh(sentences, self._scoring.fraction)
        elif self._is_outside(items[0]):  # 国际联播快讯
            return ()
        else:
            weights = defaultdict(float)
            for part in items.values():
                for name, weight in self._weigh(part, self._scoring.item_fraction).items():
                    weights[name] += weight
            least = max(weights.values(), default=0.0) * self._scoring.digest_fraction
            weights = {name: weight for name, weight in weights.items() if weight >= least}
        ranked = sorted(weights, key=lambda name: -weights[name])
        return tuple(ranked[: self._scoring.most])

    def _is_outside(self, headline: Sequence[Sentence]) -> bool:
        """Say whether a digest's headline alone tells that it has no theme of the vocabulary."""
        evidence = self.evidence(headline)
        heaviest = max(range(len(evidence)), key=lambda n: evidence[n], default=0)
        theme = self._all[heaviest]
        return theme.outside and evidence[heaviest] >= theme.least

    def _weigh(self, sentences: Sequence[Sentence], fraction: float) -> dict[str, float]:
        """Return the themes of one text with their evidence; none if it is about other things."""
        evidence = self.evidence(sentences)
        given = [n for n, theme in enumerate(self._all) if evidence[n] >= theme.least]
        if not given:
            return {}
        heaviest = max(given, key=lambda n: evidence[n])
        if self._all[heaviest].outside:
            return {}
        least = evidence[heaviest] * fraction
        return {
            self._all[n].name: evidence[n]
            for n in given
            if evidence[n] >= least and not self._all[n].outside
        }

    def evidence(self, sentences: Sequence[Sentence]) -> list[float]:
        """Return the evidence for each entry of the file, those outside included."""
        scoring = self._scoring
        title: list[str] = []
        paragraphs: dict[int, list[str]] = defaultdict(list)
        for sentence in sentences:
            if sentence.headline:
                title.append(sentence.text)
            else:
                paragraphs[sentence.paragraph].append(sentence.text)
        texts = ["".join(lines) for lines in paragraphs.values()]
        found = Counter(word for text in texts for word in self._finder.present(text))
        length = max(sum(map(len, texts)), SHORTEST) / scoring.length
        in_text = [0.0] * len(self._all)
        for word, count in found.items():
            times = sqrt(min(count, scoring.paragraphs) / length)
            for number, weight in self._owners[word]:
                in_text[number] += weight * times
        total = [min(weight * scoring.body, scoring.body_most) for weight in in_text]
        for word in self._finder.present("\n".join(title)):
            for number, weight in self._owners[word]:
                total[number] += weight * scoring.title
        return total
