"""The search index, brought up to date by a process of its own while the editor goes on.

A changed page is built in a blink, its part of the index takes seconds in a large archive. So the
next change does not wait for it: it stops the process, and another one begins where nothing is
left undone.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = "from jianbao.cli import run; run()"


class Indexing:
    """Keeps the search index of an archive up to date."""

    def __init__(self, root: Path, state: Path) -> None:
        self._command = [sys.executable, "-c", PROGRAM, "--root", str(root.resolve()), "build"]
        self._state = state
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Begin to index what changed."""
        self.stop()
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            # Ctrl+C is for the server, which ends this process then.
            start_new_session=True,
        )
        threading.Thread(target=self._attend, args=(self._process,), daemon=True).start()

    def stop(self) -> None:
        """Stop, as the pages are about to change."""
        process, self._process = self._process, None
        if process is None:
            return
        # If it is itself writing pages (a change came just now), that is let to end: a build that
        # is stopped then makes everything anew.
        while process.poll() is None and any(self._state.glob("*.writing")):
            time.sleep(0.02)
        process.terminate()
        process.wait()

    def _attend(self, process: subprocess.Popen[str]) -> None:
        _, told = process.communicate()
        if process.returncode > 0:  # Below zero it was stopped.
            click.echo(f"the search is not up to date:\n{told}", err=True)
