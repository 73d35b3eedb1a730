"""The controlled vocabulary, taxonomy/themes.toml, and the evidence that gives an article themes.

Evidence is the weights of the words that occur, those of the title more than those of the text,
where many paragraphs and a short text make them count for more. An editor can change every word and
number of the file. For the themes that come with the program, further words count beside those of
the file (fitted.py); about a word that stands in a theme's lists the lists are right.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from jianbao.tagging.fitted import fitted_words
from jianbao.tagging.weighing import Text, Weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.tagging.article import Sentence
    from jianbao.tagging.weighing import Scoring


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


LITTLE: Final = 0.1
"""What an entry takes at least, where entries are compared by how many times that they have."""


class Themes:
    """The vocabulary, ready to tag with."""

    def __init__(
        self,
        themes: Sequence[Theme],
        scoring: Scoring,
        fitted: Mapping[str, Mapping[str, float]] | None = None,
    ) -> None:
        """Take the entries of a vocabulary; `fitted` are words by slug, those of the program if None."""
        self.themes = tuple(theme for theme in themes if not theme.outside)
        """The themes an article can have, in the order of the file."""
        self.entries = tuple(themes)
        """All entries of the file, those outside included."""
        self.scoring = scoring
        self._further = fitted

    @cached_property
    def _listed(self) -> Weights:
        """The words of the file; made when a text is read, not when names are looked up."""
        return Weights([theme.words for theme in self.entries])

    @cached_property
    def _fitted(self) -> Weights:
        """The further words of the themes that have some, but for those that stand in their lists."""
        further = fitted_words() if self._further is None else self._further
        return Weights(
            [
                {w: n for w, n in further.get(theme.slug, {}).items() if w not in theme.words}
                for theme in self.entries
            ]
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the themes, in the order of the file."""
        return tuple(theme.name for theme in self.themes)

    def of(self, sentences: Sequence[Sentence]) -> tuple[str, ...]:
        """Return an article's themes, heaviest first; of a digest, those of its items."""
        items: dict[int, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            items[sentence.item].append(sentence)
        if len(items) > 1 and self._is_outside(self._given(items[0])):  # 国际联播快讯
            return ()
        weights: dict[int, float] = defaultdict(float)
        for item in items.values():
            given = self._given(item)
            if not self._is_outside(given):
                for number, weight in given.items():
                    weights[number] += weight
        within = (number for number in weights if not self.entries[number].outside)
        ranked = sorted(within, key=lambda number: -weights[number])
        return tuple(self.entries[number].name for number in ranked[: self.scoring.most])

    def _given(self, sentences: Sequence[Sentence]) -> dict[int, float]:
        """Return the entries that there is enough evidence for, with that evidence."""
        every = enumerate(self.evidence(sentences))
        return {n: evidence for n, evidence in every if evidence >= self.entries[n].least}

    def _is_outside(self, given: Mapping[int, float]) -> bool:
        """Say whether an entry outside the vocabulary has most evidence for what it takes."""
        clearest = max(
            given, key=lambda n: given[n] / max(self.entries[n].least, LITTLE), default=None
        )
        return clearest is not None and self.entries[clearest].outside

    def evidence(self, sentences: Sequence[Sentence]) -> list[float]:
        """Return the evidence for each entry of the file, those outside included."""
        scoring, text = self.scoring, Text.of(sentences)
        return [
            min(listed, scoring.body_most) + sum(others)
            for listed, *others in zip(
                self._listed.of_paragraphs(text, scoring),
                self._listed.of_headlines(text, scoring),
                self._fitted.of_paragraphs(text, scoring),
                self._fitted.of_headlines(text, scoring),
                strict=True,
            )
        ]
