"""The files of templates/assets/, as they come into a site."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.config import defaults
from jianbao.language import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jianbao.config import Archive
    from jianbao.site.write import Output

FOLDER = "assets/"
"""Of the site."""

NO_JEKYLL = ".nojekyll"
"""GitHub Pages would drop what begins with an underscore, and run Jekyll over the rest."""


def template_folders(archive: Archive) -> list[Path]:
    """Where templates are looked up: the archive's own folder first."""
    own, default = archive.root / "templates", defaults() / "templates"
    return [own, default] if own.is_dir() and not own.samefile(default) else [default]


def compiled_templates(archive: Archive) -> Path:
    """The folder for compiled templates; it may be deleted at any time.

    The program's own are kept for all archives where Python keeps its compiled modules, if it may;
    those of an archive that has some of its own with its state.
    """
    modules = Path(__spec__.cached or "").parent
    of_all = len(template_folders(archive)) == 1 and not sys.dont_write_bytecode
    there = modules if modules.exists() else modules.parent  # A first run makes it.
    if of_all and modules.name == "__pycache__" and os.access(there, os.W_OK):
        return modules / "templates"
    return archive.state / "templates"


def asset_files(archive: Archive) -> dict[str, Path]:
    """The files of templates/assets/ by their names; the archive's own hide the default ones."""
    found: dict[str, Path] = {}
    for folder in reversed(template_folders(archive)):
        for path in sorted((folder / "assets").rglob("*")):
            if path.is_file():
                found[path.relative_to(folder / "assets").as_posix()] = path
    return found


def in_place(out: Path, sizes: Mapping[str, int]) -> bool:
    """Whether the files of a site that are named have the bytes they had."""
    try:
        return all((out / name).stat().st_size == size for name, size in sizes.items())
    except OSError:
        return False


def write_assets(archive: Archive, output: Output) -> None:
    """Write all of them, for the language of the archive."""
    from jianbao.site.modules import published

    language = language_of(archive.settings.language)
    for name, data in sorted(published(asset_files(archive), language).items()):
        output.write(f"{FOLDER}{name}", data, f"templates/assets/{name}")
    output.write(NO_JEKYLL, b"", "the program")
