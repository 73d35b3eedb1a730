"""From planned pages to files: composed, rendered, written; by one process or several."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, cast

from jianbao.catalog import Catalog
from jianbao.site.composing import Composer
from jianbao.site.datasets import Datasets
from jianbao.site.opensearch import description
from jianbao.site.plan import href, source
from jianbao.site.write import Output
from jianbao.values import dataclass
from jianbao.workers import dealt, in_portions, share_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jianbao.data import Format
    from jianbao.site.plan import Page
    from jianbao.site.render import Renderer
    from jianbao.site.workshop import Workshop

WORTH_A_PROCESS = 60
"""Pages below which a second process costs more than it saves."""

FEW = 400
"""Pages of which this process makes its share, rather than wait for others; more are worth opening
all templates for, before other processes are forked."""

PORTION = 250
"""Pages that a process takes at a time."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made."""

    sizes: dict[str, int]
    """The bytes of each file."""
    written: int
    """Files whose bytes changed."""
    composing: float
    """Seconds of composing and filling templates, of all processes together."""
    writing: float
    """Seconds of comparing and writing files, of all processes together."""


def produce(
    workshop: Workshop,
    renderer: Renderer,
    pages: Sequence[Page],
    jobs: int,
    step: Callable[[int], object],
) -> Made:
    """Make pages; `step` is told how many more are done. Raises BuildError."""
    sizes: dict[str, int] = {}
    written = 0
    composing = writing = 0.0
    jobs = jobs if len(pages) > WORTH_A_PROCESS else 1
    few = len(pages) <= FEW
    if few:
        portions = dealt(pages, jobs)
    else:
        portions = in_portions(pages, jobs, PORTION)
        if jobs > 1:
            renderer.prepare()

    def press() -> Callable[[Sequence[Page]], Made]:
        return Press(workshop, renderer).make

    for made in share_out(press, portions, jobs, joins=few):
        sizes |= made.sizes
        written += made.written
        composing += made.composing
        writing += made.writing
        step(len(made.sizes))
    return Made(sizes, written, composing, writing)


class Press:
    """One process's composer, renderer and output."""

    def __init__(self, workshop: Workshop, renderer: Renderer) -> None:
        catalog = self._catalog = Catalog.open(workshop.catalog)
        self._composer = Composer(
            catalog, workshop.settings, workshop.body, workshop.picture_size, workshop.redirects
        )
        self._datasets = Datasets(
            catalog, workshop.body, workshop.settings.base_url, workshop.out, workshop.stale_days
        )
        self._renderer = renderer
        self._workshop = workshop

    def make(self, pages: Sequence[Page]) -> Made:
        """Make some pages."""
        output = Output(self._workshop.out)
        composing = writing = 0.0
        start = perf_counter()
        for page in pages:
            where = href(self._catalog, page)
            data = self._data(page, where)
            composed = perf_counter()
            output.write(where, data, source(page))
            composing += composed - start
            start = perf_counter()
            writing += start - composed
        return Made(output.sizes, output.written, composing, writing)

    def _data(self, page: Page, where: str) -> bytes:
        if page.kind == "image":
            from jianbao.site.pictures import published

            record = self._catalog.by_id(page.key)
            assert record, "the plan names only what the catalog holds"
            return published(self._workshop.picture(record, page.name))
        if page.kind == "opensearch":
            return description(self._workshop.site)
        if page.kind == "data":
            return self._datasets.file(int(page.key), cast("Format", page.name))
        return self._renderer.render(page.kind, where, self._composer.view(page))
