"""Where an address leads within a site, and why it leads nowhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jianbao.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")

ELSEWHERE = frozenset(("http", "https", "mailto", "tel", "sms", "ftp", "data", "urn", "tag"))
"""Schemes that lead out of the site; whether there is anything, only the web knows."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An address that leads nowhere."""

    target: str
    """The file it means, relative to the site's root, with its anchor; or the address itself."""
    reason: str
    """Why it leads nowhere."""
    hint: str
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place within a page."""

    page: str
    """The page, relative to the site's root."""
    name: str
    """Its id."""


class Site:
    """The files of a site, by which addresses are judged."""

    def __init__(self, files: Mapping[str, object], base_url: str = "") -> None:
        self._files = files
        self._base_url = base_url
        self._folders = {
            folder for name in files for folder in _folders(name)
        }  # "2023/02/20", "2023/02", "2023", …

    def judge(self, page: str, address: str) -> Broken | Anchor | None:
        """What is wrong with an address on a page; the anchor that it needs; None when it is right."""
        if self._base_url and address.startswith(self._base_url):
            page, address = "", address.removeprefix(self._base_url)
        elif scheme := SCHEME.match(address):
            if scheme[1].lower() in ELSEWHERE:
                return None
            hint = "link to a page of the archive, or to one on the web"
            return Broken(address, f"{address} leads nowhere on the web", hint)
        if address.startswith("//"):
            return None
        if address.startswith("/"):
            hint = f"write {relative(page, address.lstrip('/'))}, so that any base path will do"
            return Broken(address, f"{address} leaves the archive where it stands below /", hint)
        path, _, fragment = address.partition("#")
        path = unquote(path.partition("?")[0])
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        if target.startswith(".."):
            return Broken(address, f"{address} leads out of the site", "take a ../ away")
        if target in ("", "."):
            target = "index.html"
        if target not in self._files:
            return self._missing(page, target, folder=path.endswith("/"))
        anchor = unquote(fragment.partition(":~:")[0])
        return Anchor(target, anchor) if anchor and anchor != "top" else None

    def _missing(self, page: str, target: str, *, folder: bool) -> Broken | None:
        inside = f"{target}/index.html"
        if inside in self._files:
            # A web server goes on to index.html, even from a folder named without its slash.
            return None
        if folder or target in self._folders:
            return Broken(target, f"{target}/ has no page", "link to a page in it")
        near = [
            name for name in self._files if posixpath.dirname(name) == posixpath.dirname(target)
        ]
        meant = did_you_mean(posixpath.basename(target), map(posixpath.basename, near))
        return Broken(target, f"there is no {target}", meant or "correct the link or take it out")


def relative(page: str, target: str) -> str:
    """The address by which a page leads to another file of the site."""
    return posixpath.relpath(target or "index.html", posixpath.dirname(page) or ".")


def _folders(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
