"""Which files of the output folder are ours: what an earlier build made and none makes now goes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from jianbao.site.write import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def forget_stale(state: Path, out: Path, made: Iterable[str]) -> int:
    """Remove what the last build into `out` made and this one did not; remember what it made.

    Files that no build made are left alone. Returns the number of files removed.
    """
    now = set(made)
    name = hashlib.sha256(str(out.resolve()).encode()).hexdigest()[:16]
    memory = state / f"outputs-{name}.txt"
    before = set(memory.read_text(encoding="utf-8").splitlines()) if memory.exists() else set()
    removed = 0
    for file in sorted(before - now):
        path = out / file
        if path.is_file():
            path.unlink()
            removed += 1
            _remove_empty(path.parent, out)
    state.mkdir(exist_ok=True)
    replace_file(memory, "\n".join(sorted(now)).encode())
    return removed


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
