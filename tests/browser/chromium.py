"""Where the tests' Chromium is, and how it gets here: `python -m tests.browser.chromium`.

In this order: the one on the PATH; one that Playwright has, or can, download; Debian's package
when we are root. Where none can be had, the tests fail and say what to install: none is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DOWNLOAD_SECONDS = 240

FINGER = "--blink-settings=primaryPointerType=2,availablePointerTypes=2"
"""Lets a Chromium take fingers for what it is pointed at with (`pointer: coarse`), as on a phone."""


def launch(chromium: BrowserType, *arguments: str) -> Browser:
    """Chromium, headless, without its own traffic."""
    path = on_path() or Path(chromium.executable_path)
    assert path.exists(), "no Chromium: python -m tests.browser.chromium installs one"
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    if os.geteuid() == 0:
        quiet.append("--no-sandbox")
    return chromium.launch(executable_path=str(path), args=[*quiet, *arguments])


def on_path() -> Path | None:
    """The Chromium on the PATH, or None."""
    found = filter(None, map(shutil.which, NAMES))
    return next(map(Path, found), None)


def find() -> Path | None:
    """A Chromium that is here already, or None."""
    if found := on_path():
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def install() -> Path:
    """Find a Chromium or get one; exit with what to do when none can be had."""
    if found := find():
        return found
    print("no Chromium on the PATH; trying Playwright's download", file=sys.stderr)
    _run(sys.executable, "-m", "playwright", "install", "chromium", "--only-shell")
    if found := find():
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("no download; trying Debian's package", file=sys.stderr)
        _run("apt-get", "update", "-qq")
        _run(
            "apt-get",
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "chromium",
            "fonts-noto-cjk",
        )
    if found := find():
        return found
    sys.exit(
        "The browser tests need Chromium and there is none.\n"
        "  Debian, Ubuntu:  sudo apt-get install chromium fonts-noto-cjk\n"
        "  elsewhere:       python -m playwright install --with-deps chromium"
    )


def _run(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(
            command, check=False, timeout=DOWNLOAD_SECONDS, stdout=sys.stderr, env=environment
        )
    except subprocess.TimeoutExpired:
        print(f"{command[0]} took over {DOWNLOAD_SECONDS} s; going on without it", file=sys.stderr)


if __name__ == "__main__":
    print(f"Chromium: {install()}")
