"""Which files of an archive change, told as they do."""

from __future__ import annotations

import threading
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from jianbao.redirects import FILE as REDIRECTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

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


class Watch:
    """Watches an archive from when it is entered until it is left.

    The archive's own folder is watched without what lies below it (the site, environments), its
    FOLDERS with it; one that is made later is watched from then on.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._told: SimpleQueue[set[Path] | Exception] = SimpleQueue()
        self._stop = threading.Event()
        self._renew = threading.Event()

    def __enter__(self) -> Watch:
        for work in (self._watch_root, self._watch_folders):
            threading.Thread(target=self._guarded, args=(work,), daemon=True).start()
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
        told = self._told.get()
        if isinstance(told, Exception):
            raise told
        return told

    def _guarded(self, work: object) -> None:
        try:
            work()  # type: ignore[operator]
        except Exception as error:
            self._told.put(error)

    def _watch_root(self) -> None:
        from watchfiles import Change, watch

        def ours(_: Change, path: str) -> bool:
            return Path(path).name in (*FILES, *FOLDERS)

        for changes in watch(
            self._root, watch_filter=ours, recursive=False, stop_event=self._stop, step=STEP
        ):
            if any(Path(path).name in FOLDERS for _, path in changes):
                self._renew.set()
            self._told.put({Path(path) for _, path in changes})

    def _watch_folders(self) -> None:
        from watchfiles import Change, watch

        def wanted(_: Change, path: str) -> bool:
            name = Path(path).name
            return not name.startswith(".") and not name.endswith(PASSING)

        known: list[Path] | None = None
        while not self._stop.is_set():
            folders = [self._root / name for name in FOLDERS if (self._root / name).is_dir()]
            # What was put into a new folder before it was watched is told with the folder.
            new = [each for each in folders if known is not None and each not in known]
            known = folders
            if not folders:
                self._renew.wait()
            else:
                for changes in watch(
                    *folders,
                    watch_filter=wanted,
                    stop_event=self._renew,
                    step=STEP,
                    rust_timeout=ALIVE,
                    yield_on_timeout=True,
                ):
                    if changes or new:
                        self._told.put({*new, *(Path(path) for _, path in changes)})
                        new = []
            if not self._stop.is_set():
                self._renew.clear()
