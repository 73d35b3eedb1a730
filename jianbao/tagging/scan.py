"""Finds the names of places in a line of text, without knowing yet which place is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.tagging import traps
from jianbao.tagging.names import GROUPS, LETTERS, Name, index_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jianbao.tagging.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Hit:
    """A name as it stands in a text."""

    start: int
    """Index of its first character."""
    end: int
    """Index behind its last."""
    names: tuple[Name, ...]
    """The places it can mean; several provinces' at once for a group (京津冀)."""
    group: bool = False
    """Whether all of the places are meant, not one of them."""


class Scanner:
    """Longest match over all written names, by their first two characters."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        names = index_names(gazetteer)
        self._names = names
        self._groups = {
            word: tuple(Name(gazetteer.places[path], True) for path in paths)
            for word, paths in GROUPS.items()
        }
        self._letters = {
            letter: Name(gazetteer.places[path], True) for letter, path in LETTERS.items()
        }
        by_beginning: dict[str, set[str]] = {}
        for word in (*names, *traps.WORDS, *self._groups):
            by_beginning.setdefault(word[:2], set()).add(word)
        self._by_beginning = {
            beginning: tuple(sorted(words, key=len, reverse=True))
            for beginning, words in by_beginning.items()
        }

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield the names in a text from left to right; none overlaps another."""
        at = 0
        beginnings = self._by_beginning
        while at < len(text) - 1:
            words = beginnings.get(text[at : at + 2])
            step = 1
            for word in words or ():
                if not text.startswith(word, at):
                    continue
                if word in traps.WORDS:
                    step = len(word)
                    break
                if not _stands(text, at, word) or self._joins(text, at):
                    continue
                step = len(word)
                names = self._groups.get(word)
                if names is None:
                    yield Hit(at, at + step, self._names[word])
                elif not traps.ROAD.match(text, at + step):
                    yield Hit(at, at + step, names, group=True)
                break
            else:
                if (group := self._row(text, at)) and _stands(text, at, text[at : group.end]):
                    step = group.end - at
                    yield group
            at += step

    def _row(self, text: str, at: int) -> Hit | None:
        """Return the provinces of which each is named by one character: 鄂赣湘."""
        end = at
        while end < len(text) and text[end] in self._letters and text[end] not in text[at:end]:
            end += 1
        if end < at + 2 or traps.ROAD.match(text, end):
            return None
        return Hit(at, end, tuple(self._letters[letter] for letter in text[at:end]), group=True)

    def _joins(self, text: str, at: int) -> bool:
        """Say whether a name only seems to begin with 和: 江苏|和|安徽 is no 和安."""
        if text[at] not in "和与及":
            return False
        following = self._names.get(text[at + 1 : at + 3], ())
        return any(name.place.level == "province" for name in following)


def _stands(text: str, at: int, word: str) -> bool:
    """Say whether the characters around leave a name the word it looks like."""
    if at and text[at - 1] in traps.NOT_AFTER.get(word, ""):
        return False
    following = text[at + len(word) : at + len(word) + 1]
    return not following or following not in traps.KINDRED.get(word[-1], "")
