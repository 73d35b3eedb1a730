"""Building the site: what changed in content/ → the catalog → the pages it touches → files."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.errors import BuildError
from jianbao.redirects import load_redirects
from jianbao.site.fittings import site_of, template_folders
from jianbao.site.making import Making
from jianbao.site.render import Renderer
from jianbao.site.state import State, locked
from jianbao.site.stopwatch import Stopwatch
from jianbao.site.workshop import Workshop
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jianbao.config import Archive


@dataclass(frozen=True, slots=True)
class Options:
    """How to build."""

    base_url: str = ""
    """Stands in for the archive's own."""
    search: bool = True
    """Whether to make the search index."""
    jobs: int = 1
    """Processes at work."""
    full: bool = False
    """Whether to make every page, whatever changed."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    articles: int
    """Articles published."""
    drafts: int
    """Articles kept back."""
    files: int
    """Files of the site, the search aside."""
    size: int
    """Their bytes."""
    written: int
    """Files whose bytes changed, the search aside."""
    removed: int
    """Files that nothing makes any more."""
    version: str
    """Of the site: another one whenever a build, this or one before, changed a file of it."""
    seconds: float
    """How long it took."""
    stages: Mapping[str, float]
    """Seconds by stage; composing and writing are those of all processes together."""


def build(
    archive: Archive,
    out: Path,
    options: Options | None = None,
    step: Callable[[int, int], object] = lambda done, total: None,
) -> Report:
    """Bring the site in the folder `out` up to date.

    `step` is told how many of how many pages are done. Raises Problems when content/ is wrong, and
    nothing was touched then, or BuildError when the site cannot be written.
    """
    start = time.perf_counter()
    options = options or Options()
    settings = replace(archive.settings, base_url=options.base_url or archive.settings.base_url)
    _check_out(archive, out)
    with locked(archive.state):
        state = State(archive.state, out)
        watch = Stopwatch()
        workshop = Workshop(
            root=archive.root,
            catalog=state.file,
            templates=tuple(template_folders(archive)),
            site=site_of(archive, settings),
            out=out,
            cache=archive.state / "templates",
            settings=settings,
            redirects=load_redirects(archive.root),
        )
        renderer = Renderer(workshop.site, workshop.templates, workshop.cache)
        work = Making(archive, workshop, renderer, state, options, step, watch)
        try:
            written, removed = work.run()
        except BuildError as error:
            if Path(error.file).is_absolute():
                error.file = archive.relative(Path(error.file))
            raise
        except sqlite3.OperationalError as error:  # No room for the state, or no leave to write.
            raise _unwritable(archive, error) from None
        except sqlite3.DatabaseError:  # A damaged state, found out half way: begin anew.
            state.interrupt()
            written, removed = work.run()
        if options.search:
            from jianbao.site.searching import update_search

            with watch.stage("search"):
                update_search(state.catalog, workshop)
        files, size = state.weight()
        return Report(
            articles=state.catalog.totals()[0],
            drafts=len(state.drafts()),
            files=files,
            size=size,
            written=written,
            removed=removed,
            version=state.version,
            seconds=time.perf_counter() - start,
            stages=watch.seconds,
        )


def _unwritable(archive: Archive, error: sqlite3.Error) -> BuildError:
    return BuildError(
        f"the state of the build cannot be kept: {error}",
        file=archive.relative(archive.state),
        hint="free some space there, make it writable, or delete it",
    )


def _check_out(archive: Archive, out: Path) -> None:
    resolved = out.resolve()
    for folder in (archive.root, archive.pages, archive.content):
        if resolved == folder.resolve():
            raise BuildError(
                f"{out} is a folder of the archive itself",
                hint="name another with --out; site/ is the usual one",
            )
    for folder in (archive.pages, archive.content):
        if folder.resolve() in resolved.parents:
            raise BuildError(f"{out} lies inside {folder.name}/", hint="name another with --out")
