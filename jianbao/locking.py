"""One at a time: who writes to an archive's content or site keeps others from it meanwhile."""

from __future__ import annotations

import contextlib
import fcntl
from typing import TYPE_CHECKING

import click

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold an archive's state alone: a second ingest or build says that it waits, and waits.

    `folder` is where the state is kept. Raises BuildError when it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("w")
    except OSError as error:
        raise BuildError(
            f"cannot be written: {error.strerror}", file=str(folder), hint="make it writable"
        ) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            click.echo("another ingest or build is at work; waiting for it", err=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
