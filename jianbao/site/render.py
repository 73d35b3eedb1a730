"""From a page's view to its bytes, by the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.site import urls, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jianbao.site.plan import Kind
    from jianbao.site.views import Site

TEMPLATES: dict[Kind, str] = {
    "home": "home.html",
    "dates": "dates.html",
    "year": "year.html",
    "issue": "issue.html",
    "article": "article.html",
    "terms": "terms.html",
    "term": "term.html",
    "search": "search.html",
    "not-found": "404.html",
    "feed": "feed.xml",
    "sitemap": "sitemap.xml",
    "sitemap-index": "sitemap-index.xml",
    "robots": "robots.txt",
}


class Renderer:
    """Fills templates. An archive's own templates stand before the default ones, file by file.

    `cache` is a folder for compiled templates; it may be deleted at any time.
    """

    def __init__(self, site: Site, folders: Sequence[Path], cache: Path) -> None:
        from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

        # Compiling the templates takes longer than a day's pages do.
        cache.mkdir(parents=True, exist_ok=True)
        environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            bytecode_cache=FileSystemBytecodeCache(str(cache)),
        )
        environment.filters.update(
            zh_date=words.chinese_date,
            zh_weekday=words.chinese_weekday,
            iso=str,
            thousands=words.thousands,
        )
        environment.globals["site"] = site
        self._site = site
        self._environment = environment

    def render(self, kind: Kind, href: str, view: object) -> bytes:
        """The bytes of the page of a kind that stands at `href`."""
        # A missing page is shown at any depth, where relative links would lead astray.
        root = self._site.base_url if kind == "not-found" else urls.root_from(href)
        template = self._environment.get_template(TEMPLATES[kind])
        return template.render(page=view, href=href, root=root).encode()
