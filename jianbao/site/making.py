"""One build: what changed → the catalog → the pages it touches → files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.content import read_content
from jianbao.data import FORMATS, PACKAGE, YearFiles, data_package, file_name
from jianbao.errors import BuildError
from jianbao.language import language_of
from jianbao.record import row_of
from jianbao.site import urls
from jianbao.site.affected import exists, leading_to, touched
from jianbao.site.changes import Changes, compare, read_changes
from jianbao.site.fittings import assets, fingerprints
from jianbao.site.intake import take_in_all
from jianbao.site.modules import published
from jianbao.site.naming import name_terms
from jianbao.site.plan import (
    ADDRESSED,
    KINDS,
    LISTS,
    Page,
    href,
    moved_pages,
    sitemaps_of_lists,
    source,
    whole_site,
)
from jianbao.site.remembered import remembered
from jianbao.site.write import Output
from jianbao.values import dataclass
from jianbao.vocabulary import open_vocabulary
from jianbao.workers import alongside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jianbao.config import Archive
    from jianbao.content import Listing
    from jianbao.frontmatter import Vocabulary
    from jianbao.site.build import Options
    from jianbao.site.changes import Difference
    from jianbao.site.plan import Kind
    from jianbao.site.render import Renderer
    from jianbao.site.state import State
    from jianbao.site.stopwatch import Stopwatch
    from jianbao.site.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Making:
    """One build, from what changed to the last file."""

    archive: Archive
    workshop: Workshop
    renderer: Renderer
    state: State
    options: Options
    step: Callable[[int, int], object]
    watch: Stopwatch

    def run(self) -> tuple[int, int]:
        """Do it; the numbers of files written and removed."""
        state = self.state
        with self.watch.stage("templates"):
            made_with = fingerprints(self.archive, self.workshop.site, self.workshop.redirects)
        if (
            self.options.full
            or state.interrupted
            or not (self.workshop.out / urls.HOME).exists()
            or state.meta().get("program") != made_with["program"]
        ):
            state.forget()
        known = state.meta()
        if not known:
            return self._make_all(made_with)
        with self.watch.stage("look"):
            difference = compare(self.archive, state, self.options.jobs)
        if difference.none and known | made_with == known:
            output = Output(self.workshop.out)
            self._write_assets(output)
            if output.written:
                state.set_meta(state.new_version())
            return output.written, 0
        words = open_vocabulary(self.archive) if known["words"] != made_with["words"] else None
        with self.watch.stage("read"):
            changes = self._read(difference, words)
        if words:
            self._check_words(words)
        renewed = {kind for kind in KINDS if known.get(kind) != made_with[kind]}
        new_cards = known.get("card") != made_with["card"]
        before = self._touched(changes, after=False)
        with state.writing(before.values()):
            with self.watch.stage("catalog"):
                relisted = self._take_in(changes, difference.listing)
                if new_cards:
                    state.catalog.set_cards(self.renderer.card)
                    renewed |= {"term", "feed"}
            with self.watch.stage("names"):
                moved = self._name_terms(changes, words)
            pages = self._pages(changes, before, renewed, moved, relisted)
            stale = {
                href for page, href in before.items() if not exists(state.catalog, page)
            }.union(
                self._moved_before(),
                *(state.outputs_in(f"{kind}/{slug}/") for (kind, _), slug in moved.items()),
            )
            stale_days = None if "data" in renewed else changes.days
            result = self._make(pages, stale, stale_days)
            self._remember(made_with, changed=any(result))
        return result

    def _make_all(self, made_with: dict[str, str]) -> tuple[int, int]:
        """Build into an empty state."""
        state = self.state
        with self.watch.stage("vocabulary"):
            words = open_vocabulary(self.archive)
        with self.watch.stage("read"):
            take_in_all(self.archive, state, words, self.renderer.card, self.options.jobs)
        with state.writing(state.outputs()):
            with self.watch.stage("names"), state.transaction():
                state.set_themes(words.themes)
                name_terms(state.catalog, words.themes)
            with self.watch.stage("plan"):
                pages = [*whole_site(state.catalog), *self._moved()]
            result = self._make(pages, None, None)
            self._remember(made_with, changed=any(result))
        return result

    def _remember(self, made_with: dict[str, str], *, changed: bool) -> None:
        """Remember what the site is made with now."""
        moved = {"old addresses": " ".join(map(self._href, self._moved()))}
        version = self.state.new_version() if changed else {}
        self.state.set_meta(made_with | moved | version)

    def _read(self, difference: Difference, words: Vocabulary | None) -> Changes:
        """What changed, read by another process while this one opens what makes pages.

        Without `words` they are those of the last build.
        """

        def read() -> Changes:
            state = self.state.opened_again()
            aliases = self.workshop.redirects.aliases
            vocabulary = words or remembered(state, self.archive, aliases)
            return read_changes(self.archive, state, vocabulary, difference)

        def prepare() -> None:
            import jianbao.site.produce  # noqa: F401

            self.renderer.open_cards()

        return read() if difference.none else alongside(read, prepare, self.options.jobs)

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
        pages.update(self._more_sitemaps(pages))
        return {page: self._href(page) for page in pages}

    def _more_sitemaps(self, pages: Iterable[Page]) -> list[Page]:
        """All sitemaps of each kind of lists of which one is touched."""
        kinds = {page.key for page in pages if page.kind == "sitemap" and page.key in LISTS}
        return [page for kind in kinds for page in sitemaps_of_lists(self.state.catalog, kind)]

    def _moved(self) -> list[Page]:
        """The pages where something stood before: they are few, and made in every build."""
        return list(moved_pages(self.state.catalog, self.workshop.redirects))

    def _moved_before(self) -> list[str]:
        """Where such pages stood in the last build."""
        return self.state.meta().get("old addresses", "").split()

    def _pages(
        self,
        changes: Changes,
        before: dict[Page, str],
        renewed: set[Kind],
        moved: Iterable[tuple[str, str]],
        relisted: Iterable[str],
    ) -> list[Page]:
        """The pages to be made when not all are."""
        catalog = self.state.catalog
        pages = {page for page in before if exists(catalog, page)}
        pages.update(self._touched(changes, after=True))
        pages.update(Page("article", article_id) for article_id in relisted)
        for kind, name in moved:
            pages.update(leading_to(catalog, kind, name))
        days = {sheet.sheet.date for sheet in changes.sheets} | set(changes.stale_days)
        pages.update(Page("issue", str(day)) for day in days)
        for record, name in changes.pictures:
            pages.add(Page("image", record.article.id, name))
            pages.add(Page("article", record.article.id))
        pages.update(self._moved())
        if renewed:
            pages.update(page for page in whole_site(catalog) if page.kind in renewed)
        pages.update(self._more_sitemaps(pages))
        return sorted((page for page in pages if exists(catalog, page)), key=str)

    def _make(
        self, pages: list[Page], stale: set[str] | None, stale_days: frozenset[str] | None
    ) -> tuple[int, int]:
        """Write the pages and remove stale files; with None all that are ours and not made now."""
        if not self.workshop.site.base_url:
            pages = [page for page in pages if page.kind not in ADDRESSED]
        with self.watch.stage("plan"):
            self.state.note(self._hrefs(pages))
        output = Output(self.workshop.out)
        if stale is None:
            output.sweep()
        self._write_assets(output)
        from jianbao.site.produce import produce  # What composing needs takes time to open.

        made = produce(
            replace(self.workshop, stale_days=stale_days),
            self.renderer,
            pages,
            self.options.jobs,
            lambda done: self.step(done, len(pages)),
        )
        self.watch.add("compose", made.composing)
        self.watch.add("write", made.writing)
        # Every page links to it, those of an archive without articles too.
        if stale is None or any(page.kind == "data" for page in pages) or any(map(_is_data, stale)):
            self._write_data_package(output, made.sizes)
        now = made.sizes | output.sizes
        stale = (self.state.outputs() if stale is None else stale) - now.keys()
        removed = sum(output.remove(name) for name in sorted(stale))
        with self.state.transaction():
            self.state.drop_outputs(stale)
            self.state.add_outputs(now)
        return made.written + output.written, removed

    def _take_in(self, changes: Changes, listing: Listing) -> set[str]:
        """Bring the catalog to what content/ says now; the ids whose similar articles changed."""
        catalog, state, similar = self.state.catalog, self.state, self.state.similar
        # Lists show headline and day of what they name.
        renamed = [
            before.article.id
            for before, after in changes.pairs
            if before and after and (before.headline, before.place) != (after.headline, after.place)
        ]
        with state.transaction():
            relisted = {each for one in renamed for each in similar.listing(one)}
            gone = [before.article.id for before, _ in changes.pairs if before]
            relisted |= similar.update(gone, changes.signed)
            relisted |= {each for one in renamed for each in similar.listing(one)}
            catalog.remove([before for before, _ in changes.pairs if before])
            card = self.renderer.card
            catalog.put(row_of(after, card(after)) for _, after in changes.pairs if after)
            catalog.tidy()
            catalog.remove_sheets(changes.stale_sheets)
            catalog.put_sheets((each.sheet, each.file) for each in changes.sheets)
            state.set_drafts(changes.files, changes.drafts)
            state.set_listing(state.listing(), listing)
            state.add_mentions(
                path for _, after in changes.pairs if after for path in after.article.mentions
            )
        return relisted

    def _name_terms(self, changes: Changes, words: Vocabulary | None) -> dict[tuple[str, str], str]:
        """Give terms their slugs, by new words if there are; those that had others, with them."""
        terms = (
            (before.terms if before else set()) ^ (after.terms if after else set())
            for before, after in changes.pairs
        )
        if not words and not any(terms):
            return {}
        with self.state.transaction():
            if words:
                self.state.set_themes(words.themes)
            return name_terms(self.state.catalog, self.state.themes())

    def _check_words(self, words: Vocabulary) -> None:
        """After a change of the vocabulary: whether every word in use is still in it."""
        catalog = self.state.catalog
        themes = [term.name for term in catalog.terms("themes")]
        places = [term.name for term in catalog.terms("regions")] + self.state.mentions()
        if not all(map(words.themes.__contains__, themes)) or not all(
            map(words.regions.known, places)
        ):
            read_content(self.archive, words)  # It says where.

    def _href(self, page: Page) -> str:
        return href(self.state.catalog, page)

    def _hrefs(self, pages: Iterable[Page]) -> list[str]:
        """Where the pages will stand. Raises BuildError when two would stand in one place."""
        found: dict[str, Page] = {}
        for page in pages:
            where = self._href(page)
            other = found.setdefault(where, page)
            if page.kind == "image" and other is page:
                other = self._same_picture(page)
            if other is not page:
                raise BuildError(
                    f"{where} would be written twice: by {source(other)} and by {source(page)}",
                    hint="give one of them another id or name",
                )
        return list(found)

    def _same_picture(self, page: Page) -> Page:
        """A page that was not touched and publishes a picture of the same name; else this one."""
        day = page.key[:10]
        for article_id, file in self.state.catalog.images(day):
            if file == page.name and article_id != page.key:
                return Page("image", article_id, file)
        return page

    def _write_data_package(self, output: Output, made: Mapping[str, int]) -> None:
        """Describe the data files, with the sizes they have now."""
        sizes = {**self.state.sizes_in("data/"), **made}
        years = [
            YearFiles(year, {form: sizes[file_name(year, form)] for form in FORMATS})
            for year, _, _ in self.state.catalog.years()
        ]
        output.write(PACKAGE, data_package(self.workshop.settings, years), "the data")

    def _write_assets(self, output: Output) -> None:
        language = language_of(self.workshop.site.language)
        for name, data in sorted(published(assets(self.archive), language).items()):
            output.write(f"assets/{name}", data, f"templates/assets/{name}")
        # GitHub Pages would drop what begins with an underscore, and run Jekyll over the rest.
        output.write(".nojekyll", b"", "the program")


def _is_data(name: str) -> bool:
    return name.startswith("data/")
