"""html5lib, strict, reads every page that a site has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import html5lib
import pytest

from jianbao.site.plan import KINDS
from tests.programs.printed import ARTICLES, headline, href

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    "home": ["index.html"],
    "dates": ["dates.html"],
    "year": ["2023/index.html"],
    "issue": ["2023/02/20/index.html"],
    "article": [href(article) for article in ARTICLES],
    "terms": [
        f"{kind}/index.html" for kind in ("regions", "themes", "people", "columns", "sources")
    ],
    "term": [
        "regions/ning-xia/index.html",
        "regions/ning-xia/yin-chuan/jin-feng-qu/index.html",
        "themes/min-sheng-shi-shi/index.html",
        "people/zhang-yu-xiang/index.html",
        "columns/ta-shan-zhi-shi/index.html",
        "sources/ren-min-zheng-xie-bao/index.html",
    ],
    "search": ["search.html"],
    "not-found": ["404.html"],
    "matrix": ["matrix.html"],
    "moved": ["themes/lao-zhu-ti/index.html", "themes/jiu-zhu-ti/index.html"],
    "gone": ["2023/02/20/03-09.html"],
}

OTHERS = {"image", "data", "feed", "sitemap", "sitemap-index", "robots", "opensearch"}
"""Kinds of pages that are not HTML."""


def test_no_kind_of_page_is_forgotten(printed_site: Path) -> None:
    assert set(PAGES) == set(KINDS) - OTHERS
    missing = [
        name for names in PAGES.values() for name in names if not (printed_site / name).exists()
    ]
    assert not missing


def test_every_page_is_html_without_a_parse_error(printed_site: Path) -> None:
    pages = sorted(printed_site.rglob("*.html"))
    assert len(pages) > sum(map(len, PAGES.values()))
    for path in pages:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        document = parser.parse(path.read_bytes())
        assert not parser.errors, path
        assert document.find("body/main") is not None, path


def test_what_was_printed_is_what_is_read(printed_site: Path) -> None:
    for article in ARTICLES:
        page = html5lib.parse((printed_site / href(article)).read_bytes(), "etree", False)
        (heading,) = page.iter("h1")
        assert "".join(heading.itertext()) == headline(article)
        assert page.findtext("head/title").startswith(headline(article) + "　")


def test_the_parser_would_tell() -> None:
    with pytest.raises(html5lib.html5parser.ParseError):
        html5lib.HTMLParser(strict=True).parse("<!doctype html><title>雪</title><p><b>后</p>")
