"""The Nu HTML checker, where Java and npm are at hand: `npm pack` fetches its jar once."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = "26.9.27"
CACHE = Path(__file__).parent.parent / ".cache"

AT_HAND = bool(shutil.which("java") and shutil.which("npm"))
"""Whether this machine can run it. Elsewhere html5lib alone reads the pages."""


def jar() -> Path:
    """The checker's jar; fetched when it is not here yet."""
    target = CACHE / f"vnu-{VERSION}.jar"
    if not target.exists():
        CACHE.mkdir(exist_ok=True)
        command = [
            "npm",
            "pack",
            "--silent",
            "--pack-destination",
            str(CACHE),
            f"vnu-jar@{VERSION}",
        ]
        subprocess.run(command, check=True, cwd=CACHE)
        archive = CACHE / f"vnu-jar-{VERSION}.tgz"
        with tarfile.open(archive) as members:
            member = members.extractfile("package/build/dist/vnu.jar")
            assert member
            target.write_bytes(member.read())
        archive.unlink()
    return target


def complaints(pages: Iterable[Path]) -> str:
    """What it has to say of HTML files; empty when nothing."""
    command = ["java", "-Xss1m", "-jar", str(jar()), "--errors-only", *map(str, pages)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr
