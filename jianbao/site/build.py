"""Building the site: content → catalog → pages → files."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jianbao.catalog import TERM_KINDS, Catalog, record_of
from jianbao.config import defaults
from jianbao.errors import BuildError
from jianbao.markdown import to_blocks
from jianbao.site import urls
from jianbao.site.compose import Composer
from jianbao.site.outputs import forget_stale
from jianbao.site.plan import whole_site
from jianbao.site.render import Renderer
from jianbao.site.views import Site
from jianbao.site.write import Output
from jianbao.slugs import unique_slugs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jianbao.article import Article
    from jianbao.config import Archive, Settings
    from jianbao.content import Content
    from jianbao.frontmatter import Vocabulary
    from jianbao.search import SearchDocument


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    articles: int
    """Articles published."""
    drafts: int
    """Articles kept back."""
    pages: int
    """Files of the site, the search index aside."""
    written: int
    """Files whose bytes changed, the search index aside."""
    removed: int
    """Files that nothing makes any more."""
    seconds: float
    """How long it took."""


def build(
    archive: Archive,
    content: Content,
    vocabulary: Vocabulary,
    out: Path,
    *,
    base_url: str = "",
    search: bool = True,
) -> Report:
    """Write the site of an archive's content into the folder `out`.

    `base_url` stands in for the archive's own. Raises BuildError when it cannot be written.
    """
    start = time.perf_counter()
    settings = replace(archive.settings, base_url=base_url or archive.settings.base_url)
    published = [(article, file) for article, file in content.articles if not article.draft]
    catalog = _catalog(content, published, vocabulary)
    _check_out(archive, out)
    output = Output(out)
    _write_assets(archive, output)
    _write_pages(archive, settings, catalog, published, output)
    if search:
        from jianbao.search import build_index

        build_index(documents(published), out)
    removed = forget_stale(archive.state, out, output.made)
    return Report(
        articles=len(published),
        drafts=len(content.articles) - len(published),
        pages=len(output.made),
        written=output.written,
        removed=removed,
        seconds=time.perf_counter() - start,
    )


def _catalog(
    content: Content, published: Iterable[tuple[Article, str]], vocabulary: Vocabulary
) -> Catalog:
    catalog = Catalog.open(":memory:")
    catalog.create()
    catalog.put(record_of(article, file) for article, file in published)
    catalog.put_sheets(content.sheets)
    for kind in TERM_KINDS:
        names = [term.name for term in catalog.terms(kind)]
        given = vocabulary.themes if kind == "themes" else None
        slugs = unique_slugs(kind, names, given)
        catalog.name_slugs((kind, name, slug) for name, slug in slugs.items())
    return catalog


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


def _write_assets(archive: Archive, output: Output) -> None:
    for name, path in sorted(assets(archive).items()):
        output.write(f"assets/{name}", path.read_bytes(), archive.relative(path))
    # GitHub Pages would drop what begins with an underscore, and run Jekyll over the rest.
    output.write(".nojekyll", b"", "the program")


def assets(archive: Archive) -> dict[str, Path]:
    """The files of templates/assets/ by their names; the archive's own hide the default ones."""
    found: dict[str, Path] = {}
    for folder in reversed(template_folders(archive)):
        for path in (folder / "assets").rglob("*"):
            if path.is_file():
                found[path.relative_to(folder / "assets").as_posix()] = path
    return found


def template_folders(archive: Archive) -> list[Path]:
    """Where templates are looked up: the archive's own folder first."""
    own, default = archive.root / "templates", defaults() / "templates"
    return [own, default] if own.is_dir() and not own.samefile(default) else [default]


def _write_pages(
    archive: Archive,
    settings: Settings,
    catalog: Catalog,
    published: Iterable[tuple[Article, str]],
    output: Output,
) -> None:
    bodies = {file: article.body for article, file in published}
    composer = Composer(catalog, lambda record: bodies[record.file])
    renderer = Renderer(site_of(archive, settings), template_folders(archive))
    for page in whole_site(catalog):
        href, view = composer.view(page)
        output.write(href, renderer.render(page.kind, href, view), f"{page.kind} {page.key}")


def site_of(archive: Archive, settings: Settings) -> Site:
    """What all pages say of the site."""
    host = urlsplit(settings.base_url).hostname or "localhost"
    return Site(
        title=settings.title,
        description=settings.description,
        language=settings.language,
        publication=settings.publication,
        base_url=settings.base_url,
        edit_url=settings.edit_url,
        tag=f"tag:{host},2023:{urlsplit(settings.base_url).path.strip('/') or 'archive'}",
        assets={name: f"assets/{name}" for name in assets(archive)},
    )


def documents(published: Iterable[tuple[Article, str]]) -> Iterable[SearchDocument]:
    """What the search takes of the articles, newest first."""
    from jianbao.catalog import place
    from jianbao.search import SearchDocument

    for article in sorted((article for article, _ in published), key=place, reverse=True):
        yield SearchDocument(
            id=article.id,
            url=urls.article(article),
            date=article.date.isoformat(),
            text="\n".join(to_blocks(article.body)),
            title=article.title,
            kicker=article.kicker,
            subtitle=article.subtitle,
            byline=article.byline,
            captions=article.captions,
            page=article.page,
            section=article.section,
            column=article.column,
            source=article.source,
            kind=article.kind,
            regions=article.regions,
            themes=article.themes,
        )
