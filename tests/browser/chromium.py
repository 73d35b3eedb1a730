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

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DOWNLOAD_SECONDS = 240


def find() -> Path | None:
    """A Chromium that is here already, or None."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
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
