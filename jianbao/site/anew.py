"""A site built from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.site.intake import take_in_all
from jianbao.site.making import make, moved
from jianbao.site.naming import name_terms
from jianbao.site.plan import whole_site
from jianbao.vocabulary import open_vocabulary
from jianbao.workers import alongside

if TYPE_CHECKING:
    from jianbao.site.plan import Page
    from jianbao.site.work import Work


def build_anew(work: Work) -> tuple[int, int]:
    """Build into an empty state; the numbers of files written and removed."""
    state, watch = work.state, work.watch

    def plan() -> list[Page]:
        with watch.stage("read"):
            words = open_vocabulary(work.archive)
            work.renderer.open_cards()  # Here, and not in each of the processes that read.
            take_in_all(work.archive, state, words, work.renderer.card, work.options.jobs)
        with watch.stage("names"), state.transaction():
            state.set_themes(words.themes)
            name_terms(state.catalog, words.themes)
        with watch.stage("plan"):
            return [*whole_site(state.catalog), *moved(work)]

    # To compile the templates takes as long as to read five hundred articles.
    _, pages = alongside(work.renderer.prepare, plan, work.options.jobs)
    with state.writing(state.outputs()):
        return make(work, pages, None, None)
