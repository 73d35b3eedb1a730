"""What of a site was lost since it was made: seen by the times of its folders.

A folder's time changes when a file in it is made, removed or replaced, so a few thousand folders
tell about all files. A file that something wrote into, in place, is not noticed; to make everything
anew puts that right.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from jianbao.listing import RACY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jianbao.site.state import State

GONE = -1
"""Stands for the time of a folder that is not there."""

NOT_YET = 0
"""Stands for a time so near that the folder may change again without another one."""


def lost_files(state: State, out: Path) -> frozenset[str]:
    """The files of a site that are gone, or have another size, in folders that were touched."""
    before = state.stamps()
    now = _stamps(out, before)
    touched = [
        name for name, stamp in now.items() if stamp in (NOT_YET, GONE) or stamp != before[name]
    ]
    if not touched:
        return frozenset()
    lost = frozenset(name for folder in touched for name in _lost(state, out, folder))
    if not lost:
        state.set_stamps({folder: now[folder] for folder in touched})
    return lost


def remember_folders(state: State, out: Path, names: Iterable[str]) -> None:
    """Keep in mind the folders of files that were made or removed, and those above them."""
    folders: set[str] = set()
    for folder in {name.rpartition("/")[0] for name in names}:
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    state.set_stamps(_stamps(out, [*folders, ""]))


def _stamps(out: Path, folders: Iterable[str]) -> dict[str, int]:
    """The time of each folder, named relative to the site's."""
    root, stat = f"{out}/", os.stat
    too_near = time.time_ns() - RACY
    stamps = {}
    for folder in folders:
        try:
            changed = stat(root + folder).st_mtime_ns
        except OSError:
            changed = GONE
        stamps[folder] = changed if changed < too_near else NOT_YET
    return stamps


def _lost(state: State, out: Path, folder: str) -> Iterator[str]:
    start = f"{folder}/" if folder else ""
    try:
        with os.scandir(out / folder) as entries:
            found = {start + each.name: each.stat().st_size for each in entries}
    except OSError:
        found = {}
    for name, size in state.sizes_in(start).items():
        if "/" not in name[len(start) :] and found.get(name) != size:
            yield name
