"""Which files of an archive change, told as they do."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from jianbao.redirects import FILE as REDIRECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from watchfiles import Change

FOLDERS = ("pages", "content", "taxonomy", "templates")
"""The folders that a site is made from."""

FILES = ("archive.toml", REDIRECTS)
"""The files beside them."""

PASSING = (".jianbao-tmp", "~", ".swp", ".swx", ".tmp")
"""Endings of files that programs write on the way to another."""

STEP = 20
"""Milliseconds of quiet after which changes are told: an editor writes a file in one or two."""

ALIVE = 200
"""Milliseconds without changes after which watchfiles gives a sign of life."""

AWAKE = 0.5
"""Seconds after which who waits for changes looks whether he is to end."""


class Watch:
    """Watches an archive from when it is entered until it is left.

    The archive's own folder is watched without what lies below it (the site, environments), its
    FOLDERS with it; one that is made later is watched from then on. Once it is entered, no change
    is missed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._told: SimpleQueue[set[Path] | Exception] = SimpleQueue()
        self._stop = threading.Event()
        self._renew = threading.Event()

    def __enter__(self) -> Watch:
        at_work = [threading.Event(), threading.Event()]
        for work, begun in zip((self._watch_root, self._watch_folders), at_work, strict=True):
            threading.Thread(target=self._guarded, args=(work, begun), daemon=True).start()
        for begun in at_work:
            begun.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._renew.set()

    def __iter__(self) -> Iterator[set[Path]]:
        """Wait for changes, and give their paths; all that came together at once."""
        while True:
            changed = self._next()
            while not self._told.empty():
                changed |= self._next()
            yield changed

    def _next(self) -> set[Path]:
        told = None
        while told is None:
            # Not for ever: Ctrl+C in the moment before waiting begins is noticed after it alone.
            with contextlib.suppress(Empty):
                told = self._told.get(timeout=AWAKE)
        if isinstance(told, Exception):
            raise told
        return told

    def _guarded(self, work: Callable[[threading.Event], None], begun: threading.Event) -> None:
        try:
            work(begun)
        except Exception as error:
            self._told.put(error)
        finally:
            begun.set()

    def _watch_root(self, begun: threading.Event) -> None:
        def ours(_: Change, path: str) -> bool:
            return Path(path).name in (*FILES, *FOLDERS)

        for changed in _changes([self._root], ours, self._stop, recursive=False):
            begun.set()
            if any(path.name in FOLDERS for path in changed):
                self._renew.set()
            if changed:
                self._told.put(changed)

    def _watch_folders(self, begun: threading.Event) -> None:
        def wanted(_: Change, path: str) -> bool:
            name = Path(path).name
            return not name.startswith(".") and not name.endswith(PASSING)

        while not self._stop.is_set():
            folders = [self._root / name for name in FOLDERS if (self._root / name).is_dir()]
            if not folders:
                begun.set()
                self._renew.wait()
            # What came into a new folder, or into any while none was watched, is told with it.
            missed = set(folders) if begun.is_set() else set()
            for changed in _changes(folders, wanted, self._renew, recursive=True):
                begun.set()
                if changed or missed:
                    self._told.put(changed | missed)
                    missed = set()
            if not self._stop.is_set():
                self._renew.clear()


def _changes(
    places: list[Path],
    wanted: Callable[[Change, str], bool],
    stop: threading.Event,
    *,
    recursive: bool,
) -> Iterator[set[Path]]:
    """The paths that change together; none, soon after it begins to watch and as it goes on."""
    from watchfiles import watch

    for changes in watch(
        *places,
        watch_filter=wanted,
        stop_event=stop,
        recursive=recursive,
        step=STEP,
        rust_timeout=ALIVE,
        yield_on_timeout=True,
    ):
        yield {Path(path) for _, path in changes}
