"""Links and anchors of a built site that lead nowhere, told where their author wrote them.

The site is looked at as readers get it, so that an archive's own templates are checked as well. A
link that stands in an article's text is told with the article's file and line, one that comes from
a template with the template's, once for all pages that it is on.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jianbao.calling import call
from jianbao.checking.finding import Finding
from jianbao.checking.pages import lines_with, marks_of
from jianbao.checking.targets import Anchor, Broken, Site, relative
from jianbao.content import read_text
from jianbao.errors import did_you_mean
from jianbao.listing import PICTURES
from jianbao.site import urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from jianbao.config import Archive
    from jianbao.content import ArticleFile

LOOKED_AT = (".html", ".xml", ".css")
"""The endings of files that link."""

NOT_OURS = ("pagefind/",)
"""What Pagefind writes, it links itself."""

SOURCE = re.compile(r"(?:^|/)[^/]+\.md$")
"""An article's file, which is no page of the site."""


def check_links(archive: Archive, articles: Sequence[ArticleFile], out: Path) -> Iterator[Finding]:
    """A finding for each link of the site in `out` that leads nowhere."""
    files = _files(out)
    if not files:
        yield Finding(
            *("links", "error", "there is no site here", str(out)),
            hint=f"build it first: {call('build')}",
        )
        return
    broken = _broken(archive, files)
    by_page = {urls.article(each.article.id): each for each in articles}
    by_file = {each.file: each for each in articles}
    templates = _templates(archive)
    elsewhere: defaultdict[Broken, list[tuple[str, str]]] = defaultdict(list)
    for (address, fault), pages in broken.items():
        for page in pages:
            each = by_page.get(page)
            lines = each and _lines_in_article(archive, each, address)
            if each and lines:
                hint = _hint_for_text(each, address, fault, by_file)
                for line in lines:
                    yield Finding("links", "error", fault.reason, each.file, line, hint)
            else:
                elsewhere[fault].append((page, address))
    for fault, places in elsewhere.items():
        yield _in_template(archive, out, fault, sorted(places), templates)


def _files(out: Path) -> dict[str, Path]:
    return {
        path.relative_to(out).as_posix(): path for path in sorted(out.rglob("*")) if path.is_file()
    }


def _broken(archive: Archive, files: Mapping[str, Path]) -> dict[tuple[str, Broken], list[str]]:
    """The pages with each broken address, by the address and what is wrong with it."""
    site = Site(files, archive.settings.base_url)
    broken: defaultdict[tuple[str, Broken], list[str]] = defaultdict(list)
    wanted: defaultdict[str, defaultdict[str, list[tuple[str, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    judged: dict[tuple[str, str], Broken | Anchor | None] = {}
    for page, path in files.items():
        if not page.endswith(LOOKED_AT) or page.startswith(NOT_OURS):
            continue
        # What feeds and sitemaps name is named from the site's root.
        base = "" if page.endswith(".xml") else page
        folder = base.rpartition("/")[0]
        for address in marks_of(page, path.read_text("utf-8", "replace")).links:
            # Pages of one folder share most of their links. `#…` alone means the page itself.
            key = (base if address.startswith("#") else folder, address)
            if key not in judged:
                judged[key] = site.judge(base, address)
            verdict = judged[key]
            if isinstance(verdict, Broken):
                broken[address, verdict].append(page)
            elif isinstance(verdict, Anchor):
                wanted[verdict.page][verdict.name].append((page, address))
    for target, names in wanted.items():
        anchors = marks_of(target, files[target].read_text("utf-8", "replace")).anchors
        for name in names.keys() - anchors:
            hint = did_you_mean(name, anchors) or "correct the anchor or take it out"
            fault = Broken(f"{target}#{name}", f"{target} has no place #{name}", hint)
            for page, address in names[name]:
                broken[address, fault].append(page)
    return broken


def _lines_in_article(archive: Archive, each: ArticleFile, address: str) -> list[int]:
    """The lines of an article's file on which its text has the address."""
    words = tuple({address, unquote(address)})
    if not any(word in each.article.body for word in words):
        return []
    text = read_text(archive.root / each.file, each.file)
    start = text.count("\n") - text[max(text.find(each.article.body), 0) :].count("\n")
    return [line for line in lines_with(text, words) if line > start]


def _hint_for_text(
    each: ArticleFile, address: str, fault: Broken, by_file: Mapping[str, ArticleFile]
) -> str:
    """What to write in an article instead."""
    if SOURCE.search(unquote(address)):
        meant = _article_meant(each, unquote(address), by_file)
        if meant:
            page = urls.article(each.article.id)
            return f"link to its page: {relative(page, urls.article(meant.article.id))}"
        return "link to an article's page, as ../20/03-02.html"
    if unquote(address).endswith(PICTURES):
        return "put the picture beside the article and name it under images:"
    return fault.hint


def _article_meant(
    each: ArticleFile, address: str, by_file: Mapping[str, ArticleFile]
) -> ArticleFile | None:
    folder = each.file.rpartition("/")[0]
    return by_file.get(posixpath.normpath(f"{folder}/{address.partition('#')[0]}"))


def _in_template(
    archive: Archive,
    out: Path,
    fault: Broken,
    places: Sequence[tuple[str, str]],
    templates: Mapping[str, str],
) -> Finding:
    """A link that no article's text has: in a template, or else on the page that it was found on."""
    page, address = places[0]
    count = f" (on {len(places)} pages, first on {page})" if len(places) > 1 else ""
    written = re.sub(r"^(?:\.\./)+", "", address.removeprefix(archive.settings.base_url))
    forms = "|".join({re.escape(written), re.escape(html.escape(written))})
    stands = re.compile(rf"(?<![\w./#-])(?:\.\./)*(?:{forms})(?![\w./#-])")
    for file, text in templates.items():
        if written and (match := stands.search(text)):
            line = text.count("\n", 0, match.start()) + 1
            return Finding("links", "error", fault.reason + count, file, line, fault.hint)
    shown = out.joinpath(page).read_text("utf-8", "replace")
    found = next(lines_with(shown, (address, html.escape(address))), None)
    file = archive.relative(out / page)
    return Finding("links", "error", fault.reason + count, file, found, fault.hint)


def _templates(archive: Archive) -> dict[str, str]:
    """The archive's own templates by their file."""
    folder = archive.root / "templates"
    paths: Iterable[Path] = sorted(folder.rglob("*")) if folder.is_dir() else ()
    return {
        archive.relative(path): path.read_text("utf-8", "replace")
        for path in paths
        if path.suffix in (".html", ".xml", ".css", ".txt")
    }
