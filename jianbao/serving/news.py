"""What open pages are told: which version of the site there is, and what is wrong."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any, NamedTuple

from jianbao.language import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jianbao.errors import JianbaoError


class State(NamedTuple):
    """How things stand."""

    version: str
    """Changes when files of the site do; empty while there is no site."""
    problems: tuple[JianbaoError, ...]
    """What keeps the site from being as its sources are; it is the last good one then."""
    language: str
    """The tag of the interface's language: `en`."""
    base_url: str = ""
    """The address that the site was built for; empty when not known."""

    def as_json(self) -> str:
        """The state as the browser reads it: {version, problems: [{place, reason, hint}]}."""
        problems = [
            {"place": each.place, "reason": each.reason, "hint": each.hint}
            for each in self.problems
        ]
        return json.dumps({"version": self.version, "problems": problems}, ensure_ascii=False)


class News:
    """The state, handed from the thread that builds to those that answer browsers."""

    def __init__(self, language: str = SOURCE) -> None:
        self._changed = threading.Condition()
        self._state = State("", (), language)
        self._closed = False

    @property
    def state(self) -> State:
        """How things stand now."""
        return self._state

    @property
    def closed(self) -> bool:
        """Whether the server is about to end."""
        return self._closed

    def built(
        self, version: str, problems: Iterable[JianbaoError] = (), base_url: str = ""
    ) -> None:
        """Tell that the site was built, which version of it there is now, and for which address."""
        self._tell(version=version, problems=tuple(problems), base_url=base_url)

    def failed(self, problems: Iterable[JianbaoError]) -> None:
        """Tell that the site could not be built."""
        self._tell(problems=tuple(problems))

    def close(self) -> None:
        """Let all go who wait."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _tell(self, **news: Any) -> None:
        with self._changed:
            self._state = self._state._replace(**news)
            self._changed.notify_all()

    def after(self, seen: State | None, timeout: float) -> State:
        """Wait for another state than the one seen, at most so many seconds; the state then."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state is not seen, timeout)
            return self._state
