"""Where the time of a build goes."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stopwatch:
    """Seconds by stage; those of several processes at work together are added up."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        """In the order in which the stages first ended."""

    def add(self, stage: str, seconds: float) -> None:
        """Add to a stage's seconds."""
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of a block to a stage."""
        start = time.perf_counter()
        yield
        self.add(name, time.perf_counter() - start)
