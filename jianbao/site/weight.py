"""What a site weighs against what GitHub Pages takes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 1_000_000_000
"""Bytes of a site; https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a folder holds."""

    files: int
    """How many files."""
    size: int
    """Their bytes."""


def weigh(folder: Path) -> Weight:
    """What a folder and all below it hold; nothing where there is none."""
    files = size = 0
    for path, _, names in os.walk(folder):
        files += len(names)
        size += sum(os.stat(f"{path}/{name}").st_size for name in names)  # noqa: PTH116
    return Weight(files, size)
