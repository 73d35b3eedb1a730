"""The vocabulary, asked only for words that no article had when the site was built last.

Opening the gazetteer takes longer than a day's articles do, and they seldom name a new place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.frontmatter import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jianbao.site.state import State


def remembered(
    state: State, vocabulary: Callable[[], Vocabulary], aliases: Mapping[str, tuple[str, ...]]
) -> Callable[[], Vocabulary]:
    """The vocabulary of a state that was made with the same one; `vocabulary` opens the whole."""
    return lambda: Vocabulary(state.themes(), _Regions(state, vocabulary), aliases)


class _Regions:
    """Regions in use, and behind them the gazetteer."""

    def __init__(self, state: State, vocabulary: Callable[[], Vocabulary]) -> None:
        self._state, self._open = state, vocabulary
        self._whole: Vocabulary | None = None

    def _opened(self) -> Vocabulary:
        if self._whole is None:
            self._whole = self._open()
        return self._whole

    def known(self, path: str) -> bool:
        """Whether the region exists."""
        return self._state.region_in_use(path) or self._opened().regions.known(path)

    def nearest(self, path: str) -> str:
        """The region most likely meant."""
        return self._opened().regions.nearest(path)
