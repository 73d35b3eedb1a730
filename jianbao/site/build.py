"""Building the site: what changed in content/ → the catalog → the pages it touches → files."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jianbao.content import read_content
from jianbao.errors import BuildError
from jianbao.site import urls
from jianbao.site.affected import exists, touched
from jianbao.site.changes import find_changes
from jianbao.site.fittings import assets, fingerprints, site_of, template_folders
from jianbao.site.naming import name_terms
from jianbao.site.plan import KINDS, Page, href, whole_site
from jianbao.site.produce import Workshop, produce
from jianbao.site.state import State, locked
from jianbao.site.write import Output

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jianbao.config import Archive
    from jianbao.frontmatter import Vocabulary
    from jianbao.site.changes import Changes
    from jianbao.site.plan import Kind


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
    seconds: float
    """How long it took."""


def build(
    archive: Archive,
    out: Path,
    vocabulary: Callable[[], Vocabulary],
    options: Options | None = None,
    step: Callable[[int, int], object] = lambda done, total: None,
) -> Report:
    """Bring the site in the folder `out` up to date.

    `vocabulary` is asked for only when an article has to be checked; `step` is told how many of how
    many pages are done. Raises Problems when content/ is wrong, and nothing was touched then, or
    BuildError when the site cannot be written.
    """
    start = time.perf_counter()
    options = options or Options()
    settings = replace(archive.settings, base_url=options.base_url or archive.settings.base_url)
    _check_out(archive, out)
    with locked(archive.state):
        state = State(archive.state, out)
        workshop = Workshop(
            root=archive.root,
            catalog=state.file,
            templates=tuple(template_folders(archive)),
            site=site_of(archive, settings),
            out=out,
            cache=archive.state / "templates",
        )
        written, removed = _Build(archive, workshop, state, vocabulary, options, step).run()
        if options.search:
            from jianbao.site.searching import update_search

            update_search(state.catalog, workshop)
        files, size = state.weight()
        return Report(
            articles=state.catalog.totals()[0],
            drafts=len(state.drafts()),
            files=files,
            size=size,
            written=written,
            removed=removed,
            seconds=time.perf_counter() - start,
        )


@dataclass(frozen=True, slots=True)
class _Build:
    """One build, from what changed to the last file."""

    archive: Archive
    workshop: Workshop
    state: State
    vocabulary: Callable[[], Vocabulary]
    options: Options
    step: Callable[[int, int], object]

    def run(self) -> tuple[int, int]:
        """Do it; the numbers of files written and removed."""
        state = self.state
        made_with = fingerprints(self.archive, self.workshop.site)
        if (
            self.options.full
            or state.interrupted
            or not (self.workshop.out / urls.HOME).exists()
            or state.meta().get("program") != made_with["program"]
        ):
            state.forget()
        known = state.meta()
        changes = find_changes(self.archive, state, self.vocabulary)
        if known and known["words"] != made_with["words"]:
            self._check_words()
        renewed = {kind for kind in KINDS if known.get(kind) != made_with[kind]}
        if changes.none and not renewed and known == made_with:
            output = Output(self.workshop.out)
            self._write_assets(output)
            return output.written, 0
        before = self._touched(changes, after=False)
        with state.writing(state.outputs() if not known else before.values()):
            self._take_in(changes)
            moved = self._name_terms(changes, known.get("words") != made_with["words"])
            whole = moved or not known
            pages = (
                list(whole_site(state.catalog)) if whole else self._pages(changes, before, renewed)
            )
            state.note(map(self._href, pages))
            result = self._make(pages, before, whole)
            state.set_meta(made_with)
        return result

    def _touched(self, changes: Changes, *, after: bool) -> dict[Page, str]:
        """The pages that the changes touch, on one side of them, with their hrefs."""
        catalog = self.state.catalog
        pages = {
            page
            for pair in changes.pairs
            for record, other in (pair[::-1] if after else pair,)
            if record
            for page in touched(catalog, record, other)
        }
        return {page: self._href(page) for page in pages}

    def _pages(self, changes: Changes, before: dict[Page, str], renewed: set[Kind]) -> list[Page]:
        """The pages to be made when not all are."""
        catalog = self.state.catalog
        pages = {page for page in before if exists(catalog, page)}
        pages.update(self._touched(changes, after=True))
        days = {sheet.sheet.date for sheet in changes.sheets} | set(changes.stale_days)
        pages.update(Page("issue", str(day)) for day in days)
        for record, name in changes.pictures:
            pages.add(Page("image", record.article.id, name))
            pages.add(Page("article", record.article.id))
        if renewed:
            pages.update(page for page in whole_site(catalog) if page.kind in renewed)
        return sorted((page for page in pages if exists(catalog, page)), key=str)

    def _make(self, pages: list[Page], before: dict[Page, str], whole: bool) -> tuple[int, int]:
        """Write the pages and remove those that are no more."""
        output = Output(self.workshop.out)
        if whole:
            output.sweep()
        self._write_assets(output)
        made = produce(
            self.workshop, pages, self.options.jobs, lambda done: self.step(done, len(pages))
        )
        now = made.sizes | output.sizes
        if whole:
            stale = self.state.outputs() - now.keys()
        else:
            stale = {
                href for page, href in before.items() if not exists(self.state.catalog, page)
            } - now.keys()
        removed = sum(output.remove(name) for name in sorted(stale))
        self.state.drop_outputs(stale)
        self.state.add_outputs(now)
        return made.written + output.written, removed

    def _take_in(self, changes: Changes) -> None:
        """Bring the catalog to what content/ says now."""
        catalog, state = self.state.catalog, self.state
        with state.transaction():
            catalog.remove([before for before, _ in changes.pairs if before])
            catalog.put([after for _, after in changes.pairs if after])
            catalog.tidy()
            catalog.remove_sheets(changes.stale_sheets)
            catalog.put_sheets((each.sheet, each.file) for each in changes.sheets)
            state.set_drafts(changes.files, changes.drafts)
            state.set_listing(state.listing(), changes.listing)
            state.add_mentions(
                path for _, after in changes.pairs if after for path in after.article.mentions
            )

    def _name_terms(self, changes: Changes, new_words: bool) -> bool:
        """Give terms their slugs; whether one that had a slug has another one now."""
        terms = (
            (before.terms if before else set()) ^ (after.terms if after else set())
            for before, after in changes.pairs
        )
        if not new_words and not any(terms):
            return False
        with self.state.transaction():
            return name_terms(self.state.catalog, self.vocabulary().themes)

    def _check_words(self) -> None:
        """After a change of the vocabulary: whether every word in use is still in it."""
        words, catalog = self.vocabulary(), self.state.catalog
        themes = [term.name for term in catalog.terms("themes")]
        places = [term.name for term in catalog.terms("regions")] + self.state.mentions()
        if not all(map(words.themes.__contains__, themes)) or not all(
            map(words.regions.known, places)
        ):
            read_content(self.archive, words)  # It says where.

    def _href(self, page: Page) -> str:
        return href(self.state.catalog, page)

    def _write_assets(self, output: Output) -> None:
        for name, path in sorted(assets(self.archive).items()):
            output.write(f"assets/{name}", path.read_bytes(), self.archive.relative(path))
        # GitHub Pages would drop what begins with an underscore, and run Jekyll over the rest.
        output.write(".nojekyll", b"", "the program")


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
