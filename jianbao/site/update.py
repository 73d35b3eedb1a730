"""A site brought up to date: what changed → the catalog → the pages it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.content import read_content
from jianbao.record import row_of
from jianbao.site import urls
from jianbao.site.affected import exists, leading_to, lengthened, lists_of, touched
from jianbao.site.assets import FOLDER
from jianbao.site.making import is_data, make, moved, moved_before
from jianbao.site.naming import name_terms
from jianbao.site.plan import KINDS, LISTS, Page, href, sitemaps_of_lists, whole_site
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jianbao.catalog import Catalog, Term
    from jianbao.frontmatter import Vocabulary
    from jianbao.listing import Listing
    from jianbao.site.changes import Changes
    from jianbao.site.plan import Kind
    from jianbao.site.work import Work


@dataclass(frozen=True, slots=True)
class Update:
    """What a site is brought up to date with."""

    work: Work
    """What the build works with."""
    changes: Changes
    """What changed in content/."""
    listing: Listing
    """The scan that it was found by."""
    words: Vocabulary | None
    """The vocabulary, if it is another than the last build's."""
    lost: frozenset[str] = frozenset()
    """Files of the site that were lost since then."""

    def run(self, known: Mapping[str, str], *, assets: bool) -> tuple[int, int]:
        """Do it; the numbers of files written and removed.

        `known` is what the site was made with; `assets` says whether they are to be written.
        """
        work, state, made_with = self.work, self.work.state, self.work.made_with
        if self.words:
            self._check_words(self.words)
        renewed = {kind for kind in KINDS if known.get(kind) != made_with[kind]}
        before = self._touched(after=False)
        lists = self._lists()
        with state.writing(before.values()):
            with work.watch.stage("catalog"):
                relisted, kinds = self._take_in()
                if known.get("card") != made_with["card"]:
                    state.catalog.set_cards(work.renderer.card)
                    renewed |= {"term", "feed"}
            with work.watch.stage("names"):
                renamed = self._name_terms(kinds)
            with work.watch.stage("plan"):
                pages = self._pages(before, lists, renewed, renamed, relisted)
            stale = {page for each, page in before.items() if not exists(state.catalog, each)}
            for (kind, name), term in lists.items():
                if term:
                    _, gone = lengthened(term, state.catalog.term(kind, name))
                    stale.update(urls.term(term, number) for number in gone)
            stale.update(moved_before(state), state.sizes_in(FOLDER) if assets else ())
            for (kind, _), slug in renamed.items():
                stale |= state.outputs_in(f"{kind}/{slug}/")
            stale |= self.lost
            anew = "data" in renewed or any(map(is_data, self.lost))
            stale_days = None if anew else self.changes.days
            return make(work, pages, stale, stale_days, assets=assets)

    @property
    def _catalog(self) -> Catalog:
        return self.work.state.catalog

    def _lists(self) -> dict[tuple[str, str], Term | None]:
        """The terms of all articles that changed, before or after, as the catalog has them now."""
        records = (record for pair in self.changes.pairs for record in pair if record)
        return lists_of(self._catalog, records)

    def _touched(self, *, after: bool) -> dict[Page, str]:
        """The pages that the changes touch, on one side of them, with their hrefs."""
        catalog = self._catalog
        pages = {
            page
            for pair in self.changes.pairs
            for record, other in (pair[::-1] if after else pair,)
            if record
            for page in touched(catalog, record, other)
        }
        pages.update(self._more_sitemaps(pages))
        return {page: href(catalog, page) for page in pages}

    def _more_sitemaps(self, pages: Iterable[Page]) -> list[Page]:
        """All sitemaps of each kind of lists of which one is touched."""
        kinds = {page.key for page in pages if page.kind == "sitemap" and page.key in LISTS}
        return [page for kind in kinds for page in sitemaps_of_lists(self._catalog, kind)]

    def _pages(
        self,
        before: dict[Page, str],
        lists: Mapping[tuple[str, str], Term | None],
        renewed: set[Kind],
        renamed: Iterable[tuple[str, str]],
        relisted: Iterable[str],
    ) -> list[Page]:
        """The pages to be made when not all are."""
        catalog, changes = self._catalog, self.changes
        pages = {*before, *self._touched(after=True)}
        for (kind, name), term in self._lists().items():
            changed, _ = lengthened(lists[kind, name], term)
            pages.update(Page("term", kind, name, number) for number in changed)
        pages.update(Page("article", article_id) for article_id in relisted)
        for kind, name in renamed:
            pages.update(leading_to(catalog, kind, name))
        days = {sheet.sheet.date for sheet in changes.sheets} | set(changes.stale_days)
        pages.update(Page("issue", str(day)) for day in days)
        for record, name in changes.pictures:
            pages.add(Page("image", record.article.id, name))
            pages.add(Page("article", record.article.id))
        pages.update(moved(self.work))
        if renewed:
            pages.update(page for page in whole_site(catalog) if page.kind in renewed)
        if self.lost:
            pages.update(page for page in whole_site(catalog) if href(catalog, page) in self.lost)
        pages.update(self._more_sitemaps(pages))
        return sorted((page for page in pages if exists(catalog, page)), key=str)

    def _take_in(self) -> tuple[set[str], set[str]]:
        """Bring the catalog to what content/ says now.

        Returns the ids whose similar articles changed, and the kinds of which a term came or went.
        """
        changes, state = self.changes, self.work.state
        catalog, similar = state.catalog, state.similar
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
            card = self.work.renderer.card
            catalog.put(row_of(after, card(after)) for _, after in changes.pairs if after)
            kinds = catalog.unsettled()
            if gone:
                catalog.tidy()
            catalog.remove_sheets(changes.stale_sheets)
            catalog.put_sheets((each.sheet, each.file) for each in changes.sheets)
            state.set_drafts(changes.files, changes.drafts)
            state.set_listing(state.listing(), self.listing)
            state.add_mentions(
                path for _, after in changes.pairs if after for path in after.article.mentions
            )
        return relisted, kinds

    def _name_terms(self, kinds: set[str]) -> dict[tuple[str, str], str]:
        """Give the terms of some kinds their slugs; those that had others, with them."""
        state = self.work.state
        with state.transaction():
            if self.words:
                state.set_themes(self.words.themes)
                kinds = {*kinds, "themes"}
            return name_terms(state.catalog, state.themes(), kinds)

    def _check_words(self, words: Vocabulary) -> None:
        """After a change of the vocabulary: whether every word in use is still in it."""
        catalog = self._catalog
        themes = [term.name for term in catalog.terms("themes")]
        places = [term.name for term in catalog.terms("regions")]
        places += self.work.state.mentions()
        if not all(map(words.themes.__contains__, themes)) or not all(
            map(words.regions.known, places)
        ):
            read_content(self.work.archive, words)  # It says where.
