"""How this program was called, so that its advice can be copied as it is."""

from __future__ import annotations

import sys
from pathlib import Path


def call(words: str) -> str:
    """A command as the user would write it: `jianbao review`, or `python build.py review`."""
    installed = Path(sys.argv[0]).name.startswith("jianbao")
    return f"`{'jianbao' if installed else 'python build.py'} {words}`"
