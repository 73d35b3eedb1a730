"""Many raw files cut by several processes at a time."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from jianbao.errors import BuildError, RefusedPage
from jianbao.ingest.raw import Cut, cut_raw
from jianbao.workers import alongside, share_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    File = tuple[bytes, str]
    """A raw file's bytes, and its name."""

FEW = 8
"""Raw files that are cut sooner here than by processes that must first load what cutting takes."""

AT_ONCE = 4096
"""Files that are dealt out together: their numbers fit into a pipe."""


def cut_files(files: Sequence[File], jobs: int) -> Iterator[Cut]:
    """What becomes of each raw file, in their order.

    A file on which a process is killed, as for want of memory, is refused, and the others go on.
    """
    if jobs == 1 or len(files) <= FEW:
        yield from (cut_raw(*file) for file in files)
        return
    for start in range(0, len(files), AT_ONCE):
        yield from _cut_together(files[start : start + AT_ONCE], jobs)


def _cut_together(files: Sequence[File], jobs: int) -> Iterator[Cut]:
    early: dict[int, Cut] = {}
    following = 0
    for number, cut in _in_any_order(files, jobs):
        early[number] = cut
        while following in early:
            yield early.pop(following)
            following += 1


def _in_any_order(files: Sequence[File], jobs: int) -> Iterator[tuple[int, Cut]]:
    left = dict.fromkeys(range(len(files)))

    def at_work() -> Callable[[int], tuple[int, Cut]]:
        return lambda number: (number, cut_raw(*files[number]))

    while left:
        # A process that was killed does not tell which file it had.
        with contextlib.suppress(BuildError):
            for number, cut in share_out(at_work, list(left), jobs) if len(left) > 1 else ():
                del left[number]
                yield number, cut
        for number in list(left):
            del left[number]
            whole = _cut_apart(files[number])
            yield number, whole or _deadly(files[number])
            if whole is None:
                break


def _cut_apart(file: File) -> Cut | None:
    """What becomes of a raw file that has a process of its own; None when that is killed."""
    try:
        return alongside(lambda: cut_raw(*file), lambda: None, 2)[0]
    except BuildError:
        return None


def _deadly(file: File) -> Cut:
    return Cut(
        refused=RefusedPage(
            "cutting it was stopped by the system, as happens when it takes all memory",
            file=file[1],
            hint="give the page as text, or its PDF with smaller pictures",
        )
    )
