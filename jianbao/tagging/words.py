"""Finds which of many words occur in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


class WordFinder:
    """Words by their first two characters: one look-up a position, the longest that fits wins."""

    def __init__(self, words: Iterable[str]) -> None:
        by_beginning: dict[str, list[str]] = {}
        for word in words:
            by_beginning.setdefault(word[:2], []).append(word)
        self._by_beginning = {
            beginning: tuple(sorted(found, key=len, reverse=True))
            for beginning, found in by_beginning.items()
        }

    def present(self, text: str) -> set[str]:
        """Return the words of two or more characters in a text; none counts inside another.

        民营经济 is not also 经济, nor is 中央经济工作会议 also 工作会议.
        """
        return {text[start:end] for start, end in self.spans(text)}

    def spans(self, text: str, taken: Collection[int] = ()) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each word, from left to right, the longest that fits.

        None contains a position that is taken, and none overlaps another.
        """
        beginnings = self._by_beginning
        at = 0
        while at < len(text) - 1:
            step = 1
            for word in beginnings.get(text[at : at + 2], ()):
                end = at + len(word)
                if text.startswith(word, at) and not (
                    taken and any(position in taken for position in range(at, end))
                ):
                    yield at, end
                    step = len(word)
                    break
            at += step
