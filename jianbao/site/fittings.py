"""What a site is made with besides its articles: templates, assets, settings, and their prints."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from jianbao.config import TAG_URI
from jianbao.language import FOLDER, language_of
from jianbao.site import pictures
from jianbao.site.assets import asset_files, template_folders
from jianbao.site.render import CARD, TEMPLATES
from jianbao.site.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jianbao.config import Archive, Settings
    from jianbao.redirects import Redirects

MAKERS = ("catalog", "citing", "data", "frontmatter", "similar", "site")
"""The parts of the program that have a say in what a page says."""

NAMED = re.compile(r"{%-?\s*(?:extends|import|from|include)\s+[\"']([^\"']+)[\"']")
"""A template that a template names."""


def site_of(archive: Archive, settings: Settings) -> Site:
    """What all pages say of the site."""
    from markupsafe import Markup

    languages = (settings.content_language, settings.language)
    marks: list[str] = [Markup(' lang="{}"').format(language) for language in languages]
    if language_of(settings.language).is_source:
        marks = ["", ""]
    return Site(
        title=settings.title,
        description=settings.description,
        language=settings.language,
        content_language=settings.content_language,
        content_lang=marks[0],
        lang=marks[1],
        publication=settings.publication,
        base_url=settings.base_url,
        edit_url=settings.edit_url,
        tag=settings.tag or tag_of(settings.base_url),
        assets={name: f"assets/{name}" for name in asset_files(archive)},
    )


def tag_of(base_url: str) -> str:
    """What ids in feeds begin with where archive.toml has no `tag`; it moves with the address."""
    address = urlsplit(base_url)
    host = address.hostname or "localhost"
    if not host.isascii():
        host = host.encode("idna").decode()
    path = quote(address.path.strip("/") or "archive", safe="/%!$&'()*+,;=:@")
    tag = f"tag:{host},2023:{path}"
    return tag if TAG_URI.fullmatch(tag) else tag_of("")


def fingerprints(archive: Archive, site: Site, redirects: Redirects) -> dict[str, str]:
    """What decides how pages look, by kind of page; besides `words` and `program`.

    Two builds with the same fingerprints make the same page of the same articles.
    """
    sources = _Sources(template_folders(archive))
    made_with: dict[str, str] = {
        kind: _print(repr(site), *sources.of(name)) for kind, name in TEMPLATES.items()
    }
    made_with["card"] = _print(repr(site), *(text for name in CARD for text in sources.of(name)))
    made_with["data"] = made_with["opensearch"] = repr(site)
    made_with["assets"] = _print(
        archive.settings.language, repr(_stats(asset_files(archive).values()))
    )
    made_with["image"] = repr(pictures.LARGEST)
    words = [archive.override(f"taxonomy/{name}.toml") for name in ("themes", "regions")]
    made_with["words"] = _print(
        repr(archive.settings.home_provinces),
        *(path.read_text("utf-8") for path in words if path.exists()),
    )
    made_with["redirects"] = repr(redirects)
    # A site that comes to know its address, or forgets it, has other pages: it is made anew.
    made_with["program"] = _print(_program(), "addressed" if site.base_url else "")
    return made_with


def _print(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()


class _Sources:
    """The texts of templates; each is read once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._texts: dict[str, str | None] = {}

    def of(self, name: str) -> list[str]:
        """The text of a template and of all that it extends, imports or includes."""
        texts: dict[str, str] = {}
        wanted = [name]
        while wanted:
            each = wanted.pop()
            text = self._text(each)
            if text is not None and each not in texts:
                texts[each] = text
                wanted += NAMED.findall(text)
        return [texts[each] for each in sorted(texts)]

    def _text(self, name: str) -> str | None:
        if name not in self._texts:
            paths = (folder / name for folder in self._folders)
            path = next((path for path in paths if path.exists()), None)
            self._texts[name] = path.read_text("utf-8") if path else None
        return self._texts[name]


def _program() -> str:
    """Changes when the program or its Python does."""
    package = Path(__file__).parent.parent
    files = [package.glob("*.py"), *((package / name).rglob("*.py") for name in MAKERS)]
    files.append(FOLDER.rglob("*.mo"))
    return _print(sys.version, *(repr(_stats(sorted(found))) for found in files))


def _stats(paths: Iterable[Path]) -> list[tuple[str, int, int]]:
    """What tells whether files changed: name, time and size of each."""
    stats = ((path.name, path.stat()) for path in paths)
    return [(name, stat.st_mtime_ns, stat.st_size) for name, stat in stats]
