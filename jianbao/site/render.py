"""From a page's view to its bytes, by the templates."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.site import urls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Template

    from jianbao.record import Card, Record
    from jianbao.site.plan import Kind
    from jianbao.site.site import Site
    from jianbao.site.templating import SiteEnvironment

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
    "matrix": "matrix.html",
    "moved": "moved.html",
    "gone": "gone.html",
    "feed": "feed.xml",
    "sitemap": "sitemap.xml",
    "sitemap-index": "sitemap-index.xml",
    "robots": "robots.txt",
}

FEW: tuple[Kind, ...] = (
    *("home", "dates", "year", "terms", "search", "not-found", "matrix", "moved", "gone"),
    *("sitemap-index", "robots"),
)
"""Kinds of which a site has few pages."""

ARTICLE_ROOT = urls.root_from(urls.article("2023-02-20-03-02"))
"""From any article to the site's root: all stand equally deep."""


BY_LANGUAGE = ("language", "content_language", "lang", "content_lang", "assets")
"""What all sites of a language say alike, as long as they have the same templates."""

SHARED = ("base.html", "_macros.html")
"""What the templates of few pages name, as Jinja does it; in the others it is put in place."""

COMPILERS = ("templating.py", "flattening.py", "translating.py")
"""The modules beside this one that have a say in what a template becomes."""

CARD = ("entry.html", "feed-entry.xml")
"""The templates of an article as an entry of a long list, and of a feed."""


class Renderer:
    """Fills templates. An archive's own templates stand before the default ones, file by file.

    `cache` is a folder for compiled templates; it may be deleted at any time.
    """

    def __init__(self, site: Site, folders: Sequence[Path], cache: Path) -> None:
        self._site = site
        self._folders, self._cache = folders, cache
        self._environments: dict[str, SiteEnvironment] = {}
        self._templates: dict[Kind, Template] = {}
        self._card: list[Template] = []
        self._made_of = ""

    def prepare(self) -> None:
        """Open all templates, so that processes forked from this one need not.

        What was not compiled before is compiled, and in the cache then for other processes, too.
        """
        try:
            for kind in TEMPLATES:
                self._template(kind)
            for name in SHARED:  # By what they are few of, when they are filled.
                self._environment("").get_template(name)
        except Exception as error:
            raise self._told(error) from None

    def render(self, kind: Kind, href: str, view: object) -> bytes:
        """The bytes of the page of a kind that stands at `href`.

        Raises BuildError when a template is wrong.
        """
        # A missing page is shown at any depth, where relative links would lead astray.
        root = self._site.base_url if kind == "not-found" else urls.root_from(href)
        names = {"page": view, "href": href, "root": root}
        try:  # Not a context manager: this runs for every page.
            return _filled(self._template(kind), names).encode()
        except Exception as error:
            raise self._told(error) from None

    def open_cards(self) -> None:
        """Open the templates of cards; else the first card does."""
        try:
            environment = self._environment(urls.CARD_ROOT)
            self._card = [environment.get_template(name) for name in CARD]
        except Exception as error:
            raise self._told(error) from None

    def card(self, record: Record) -> Card:
        """An article in lists of any depth; CARD_ROOT stands for the way to the site's root."""
        from jianbao.record import Card
        from jianbao.site.views import entry_of

        if not self._card:
            self.open_cards()
        names: dict[str, object] = {"entry": entry_of(record), "root": urls.CARD_ROOT}
        try:
            return Card(*[_filled(template, names) for template in self._card])
        except Exception as error:
            raise self._told(error) from None

    def _told(self, error: Exception) -> Exception:
        """A mistake in a template as people are told theirs; any other as it is."""
        from jianbao.site.template_errors import template_error

        return template_error(error, self._folders) or error

    def _template(self, kind: Kind) -> Template:
        template = self._templates.get(kind)
        if template is None:
            environment = self._environment(ARTICLE_ROOT if kind == "article" else "")
            template = self._templates[kind] = environment.get_template(TEMPLATES[kind])
        return template

    def _environment(self, root: str) -> SiteEnvironment:
        """The environment of templates whose pages all have the same `root`; "" for any."""
        environment = self._environments.get(root)
        if environment is None:
            self._made_of = self._made_of or _made_of(self._site, self._folders)
            akin = next(iter(self._environments.values()), None)
            environment = _environment(
                self._site, root, self._folders, self._cache, self._made_of, akin
            )
            self._environments[root] = environment
        return environment


def _filled(template: Template, names: dict[str, object]) -> str:
    """A template's text. What `template.render` does besides, for other uses, costs as much."""
    environment = template.environment
    names = {**environment.globals, **names}
    context = environment.context_class(environment, names, template.name, template.blocks)
    return "".join(template.root_render_func(context))


def _made_of(site: Site, folders: Sequence[Path]) -> str:
    """Changes when compiled templates would, whatever their constants."""
    from jianbao.site.words import words_in

    texts = [
        path.read_bytes()
        for folder in folders
        for path in sorted(folder.glob("*.*"))
        if path.is_file()
    ]
    compilers = (Path(__file__).with_name(name) for name in COMPILERS)
    parts = (
        *texts,
        words_in(site.language).language.catalogue,
        *(path.read_bytes() for path in compilers),
    )
    return hashlib.sha256(
        repr([hashlib.sha256(part).digest() for part in parts]).encode()
    ).hexdigest()


def _source_hash(text: str) -> str:
    """What a policy (CSP) names a style by that stands in the page itself."""
    from base64 import b64encode  # Wanted when a template is compiled, which is seldom.

    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _environment(
    site: Site,
    root: str,
    folders: Sequence[Path],
    cache: Path,
    made_of: str,
    akin: SiteEnvironment | None,
) -> SiteEnvironment:
    from jinja2 import FileSystemBytecodeCache, FileSystemLoader

    from jianbao.site import words
    from jianbao.site.templating import SiteEnvironment

    # Nothing of one archive alone: compiled once, a template is that of all archives.
    constants = {f"site.{name}": getattr(site, name) for name in BY_LANGUAGE}
    if root:
        constants["root"] = root
    said = words.words_in(site.language)
    # Compiling the templates takes longer than a day's pages do.
    cache.mkdir(parents=True, exist_ok=True)
    made_with = hashlib.sha256(f"{made_of}{constants!r}".encode()).hexdigest()[:12]
    environment = SiteEnvironment(
        constants,
        said.language,
        # Compiled alone what they extend and import would be compiled a dozen times.
        {*SHARED, *(TEMPLATES[kind] for kind in FEW)},
        akin,
        loader=FileSystemLoader(folders),
        bytecode_cache=FileSystemBytecodeCache(str(cache), f"{made_with}-%s"),
    )
    environment.filters.update(
        long_date=said.date,
        weekday=said.weekday,
        year=said.year,
        month=said.month,
        lang=lambda text: site.content_lang if site.content_lang and words.has_han(text) else "",
        iso=str,
        thousands=words.thousands,
        pieces=words.pieces,
        sha256=_source_hash,
    )
    environment.globals.update(site=site, weekdays=said.weekdays, ngettext=said.counted)
    return environment
