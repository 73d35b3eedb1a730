"""Finds which of many words occur in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class WordFinder:
    """Words by their first two characters: one look-up a position, a comparison where they fit."""

    def __init__(self, words: Iterable[str]) -> None:
        self._single: list[str] = []
        by_beginning: dict[str, list[str]] = {}
        for word in words:
            if len(word) == 1:
                self._single.append(word)
            else:
                by_beginning.setdefault(word[:2], []).append(word)
        self._by_beginning = {key: tuple(found) for key, found in by_beginning.items()}

    def present(self, text: str) -> set[str]:
        """Return the words that stand in a text, wherever and within whatever."""
        found = {word for word in self._single if word in text}
        beginnings = self._by_beginning
        for at in range(len(text) - 1):
            for word in beginnings.get(text[at : at + 2], ()):
                if text.startswith(word, at):
                    found.add(word)
        return found
