"""What takes long to make is made once in a run, however many processes run the tests."""

from __future__ import annotations

import fcntl
import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name`, which the first process that asks has made; the others wait for it.

    It is to be read only. `make` gets the path of a folder that is not there yet.
    """
    own = factory.getbasetemp()
    # Each of pytest-xdist's processes has a folder of its own in the one of the run.
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, made = shared / "once" / name, shared / "once" / f"{name}.made"
    folder.parent.mkdir(exist_ok=True)
    with made.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # Of a process that failed to make it.
            make(folder)
            made.touch()
    return folder
