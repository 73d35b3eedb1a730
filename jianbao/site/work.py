"""What one build works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from jianbao.config import Archive
    from jianbao.site.build import Options
    from jianbao.site.render import Renderer
    from jianbao.site.state import State
    from jianbao.site.stopwatch import Stopwatch
    from jianbao.site.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Work:
    """What one build works with."""

    archive: Archive
    """What is built."""
    workshop: Workshop
    """What makes pages, in whichever process."""
    renderer: Renderer
    """What fills templates."""
    state: State
    """What the last build left."""
    options: Options
    """How to build."""
    made_with: dict[str, str]
    """Fingerprints of all that decides how pages look (fittings.py)."""
    step: Callable[[int, int], object]
    """Told how many of how many pages are done."""
    watch: Stopwatch
    """Where the time goes."""
