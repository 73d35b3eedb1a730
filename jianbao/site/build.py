"""Building the site: what changed in content/ → the catalog → the pages it touches → files."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.errors import BuildError
from jianbao.listing import compare
from jianbao.locking import locked
from jianbao.redirects import load_redirects
from jianbao.site import urls
from jianbao.site.assets import FOLDER, NO_JEKYLL, compiled_templates, in_place, template_folders
from jianbao.site.fittings import fingerprints, site_of
from jianbao.site.losses import lost_files
from jianbao.site.render import Renderer
from jianbao.site.state import State
from jianbao.site.stopwatch import Stopwatch
from jianbao.site.work import Work
from jianbao.site.workshop import Workshop
from jianbao.values import dataclass
from jianbao.workers import alongside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jianbao.config import Archive
    from jianbao.frontmatter import Vocabulary
    from jianbao.listing import Difference
    from jianbao.site.changes import Changes


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
    """Whether to make every page, and the search, whatever changed."""


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
            cache=compiled_templates(archive),
            settings=settings,
            redirects=load_redirects(archive.root),
        )
        renderer = Renderer(workshop.site, workshop.templates, workshop.cache)
        with watch.stage("templates"):
            made_with = fingerprints(archive, workshop.site, workshop.redirects)
        work = Work(archive, workshop, renderer, state, options, made_with, step, watch)
        try:
            written, removed = _bring_up_to_date(work)
        except BuildError as error:
            if Path(error.file).is_absolute():
                error.file = archive.relative(Path(error.file))
            raise
        except sqlite3.OperationalError as error:  # No room for the state, or no leave to write.
            raise _unwritable(archive, error) from None
        except sqlite3.DatabaseError:  # A damaged state, found out half way: begin anew.
            state.interrupt()
            written, removed = _bring_up_to_date(work)
        if options.search:
            from jianbao.site.searching import update_search

            with watch.stage("search"):
                update_search(state.catalog, workshop, anew=options.full)
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


def _bring_up_to_date(work: Work) -> tuple[int, int]:
    """The numbers of files written and removed."""
    state, out, made_with = work.state, work.workshop.out, work.made_with
    if (
        work.options.full
        or state.interrupted
        or not (out / urls.HOME).exists()
        or state.meta().get("program") != made_with["program"]
    ):
        state.forget()
    known = state.meta()
    if not known:
        from jianbao.site.anew import build_anew

        return build_anew(work)
    lost: set[str] = set()
    with work.watch.stage("look"):
        difference = compare(
            work.archive.content,
            state.listing(),
            work.options.jobs,
            lambda: lost.update(lost_files(state, out)),
        )
    assets = known["assets"] != made_with["assets"] or not in_place(
        out, {**state.sizes_in(FOLDER), NO_JEKYLL: 0}
    )
    if difference.none and not assets and not lost and known | made_with == known:
        return 0, 0
    with work.watch.stage("read"):
        words = None
        if known["words"] != made_with["words"]:
            from jianbao.vocabulary import open_vocabulary

            words = open_vocabulary(work.archive)
        changes = _read(work, difference, words)
    from jianbao.site.update import Update

    return Update(work, changes, difference.listing, words, frozenset(lost)).run(
        known, assets=assets
    )


def _read(work: Work, difference: Difference, words: Vocabulary | None) -> Changes:
    """What changed, read by another process while this one opens what makes pages.

    Without `words` they are those of the last build.
    """

    def read() -> Changes:
        from jianbao.site.changes import read_changes
        from jianbao.site.remembered import remembered

        state = work.state.opened_again()
        vocabulary = words or remembered(state, work.archive, work.workshop.redirects.aliases)
        return read_changes(work.archive, state, vocabulary, difference)

    def prepare() -> None:
        import jianbao.site.update  # noqa: F401

        work.renderer.open_cards()
        work.renderer.prepare()

    if difference.none:
        return read()
    import jianbao.content  # noqa: F401  Both want it.

    changes, _ = alongside(read, prepare, work.options.jobs)
    return changes


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
