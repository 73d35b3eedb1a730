"""From the plan to the site's files: written, and what nothing makes any more removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.data import FORMATS, PACKAGE, YearFiles, data_package, file_name
from jianbao.errors import BuildError
from jianbao.site.assets import write_assets
from jianbao.site.losses import remember_folders
from jianbao.site.plan import ADDRESSED, Page, href, moved_pages, source
from jianbao.site.produce import produce
from jianbao.site.write import Output

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from jianbao.site.state import State
    from jianbao.site.work import Work


def make(
    work: Work,
    pages: Collection[Page],
    stale: Collection[str] | None,
    stale_days: frozenset[str] | None,
    *,
    assets: bool = True,
) -> tuple[int, int]:
    """Write pages, and assets if asked to; the numbers of files written and removed.

    Removed are the files `stale` that are not made now; all of ours with None. `stale_days` are
    the days whose articles changed; None where the data of all years is made from nothing.
    """
    state, workshop = work.state, work.workshop
    if not workshop.site.base_url:
        pages = [page for page in pages if page.kind not in ADDRESSED]
    with work.watch.stage("plan"):
        state.note(_hrefs(state, pages))
    output = Output(workshop.out)
    if stale is None:
        output.sweep()
    if assets:
        write_assets(work.archive, output)
    made = produce(
        replace(workshop, stale_days=stale_days),
        work.renderer,
        list(pages),
        work.options.jobs,
        lambda done: work.step(done, len(pages)),
    )
    work.watch.add("compose", made.composing)
    work.watch.add("write", made.writing)
    # Every page links to it, those of an archive without articles too.
    if stale is None or any(page.kind == "data" for page in pages) or any(map(is_data, stale)):
        _write_data_package(work, output, made.sizes)
    now = made.sizes | output.sizes
    stale = (state.outputs() if stale is None else set(stale)) - now.keys()
    removed = sum(output.remove(name) for name in sorted(stale))
    with state.transaction():
        state.drop_outputs(stale)
        state.add_outputs(now)
        remember_folders(state, output.folder, [*now, *stale])
    written = made.written + output.written
    _remember(work, changed=bool(written or removed))
    return written, removed


def moved(work: Work) -> list[Page]:
    """The pages where something stood before: they are few, and made in every build."""
    return list(moved_pages(work.state.catalog, work.workshop.redirects))


def moved_before(state: State) -> list[str]:
    """Where such pages stood in the last build."""
    return state.meta().get("old addresses", "").split()


def _remember(work: Work, *, changed: bool) -> None:
    """Remember what the site is made with now."""
    addresses = " ".join(href(work.state.catalog, page) for page in moved(work))
    version = work.state.new_version() if changed else {}
    work.state.set_meta(work.made_with | {"old addresses": addresses} | version)


def _hrefs(state: State, pages: Iterable[Page]) -> list[str]:
    """Where the pages will stand. Raises BuildError when two would stand in one place."""
    found: dict[str, Page] = {}
    for page in pages:
        where = href(state.catalog, page)
        other = found.setdefault(where, page)
        if page.kind == "image" and other is page:
            other = _same_picture(state, page)
        if other is not page:
            raise BuildError(
                f"{where} would be written twice: by {source(other)} and by {source(page)}",
                hint="give one of them another id or name",
            )
    return list(found)


def _same_picture(state: State, page: Page) -> Page:
    """A page that was not touched and publishes a picture of the same name; else this one."""
    day = page.key[:10]
    for article_id, file in state.catalog.images(day):
        if file == page.name and article_id != page.key:
            return Page("image", article_id, file)
    return page


def _write_data_package(work: Work, output: Output, made: Mapping[str, int]) -> None:
    """Describe the data files, with the sizes they have now."""
    sizes = {**work.state.sizes_in("data/"), **made}
    years = [
        YearFiles(year, {form: sizes[file_name(year, form)] for form in FORMATS})
        for year, _, _ in work.state.catalog.years()
    ]
    output.write(PACKAGE, data_package(work.workshop.settings, years), "the data")


def is_data(name: str) -> bool:
    """Whether a file of the site is one of its data."""
    return name.startswith("data/")
