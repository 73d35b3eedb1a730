"""The vocabulary, asked only for words that no article had when the site was built last.

Opening the gazetteer takes longer than a day's articles do, and they seldom name a new place.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from jianbao.frontmatter import Vocabulary
from jianbao.vocabulary import open_gazetteer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jianbao.config import Archive
    from jianbao.site.state import State
    from jianbao.tagging import Gazetteer


def remembered(
    state: State, archive: Archive, aliases: Mapping[str, tuple[str, ...]]
) -> Vocabulary:
    """The vocabulary of a state that was made with the same one."""
    return Vocabulary(state.themes(), _Regions(state, archive), aliases)


class _Regions:
    """Regions in use, and behind them the gazetteer."""

    def __init__(self, state: State, archive: Archive) -> None:
        self._state, self._archive = state, archive

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return open_gazetteer(self._archive)

    def known(self, path: str) -> bool:
        """Whether the region exists."""
        return self._state.region_in_use(path) or self._gazetteer.known(path)

    def nearest(self, path: str) -> str:
        """The region most likely meant."""
        return self._gazetteer.nearest(path)
