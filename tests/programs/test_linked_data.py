"""JSON-LD as it stands in the pages, expanded by pyld: what schema.org calls a NewsArticle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from pyld import jsonld

from tests.programs.printed import ADDRESS, ARTICLES, PUBLICATION, headline, href

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jianbao.article import Article

SCHEMA = "https://schema.org/"

CONTEXT = {
    "@context": {
        "@vocab": SCHEMA,
        "url": {"@type": "@id"},
        "mainEntityOfPage": {"@type": "@id"},
        "image": {"@type": "@id"},
    }
}
"""Stands in for the context that schema.org serves, of which it is a part."""

THING = frozenset(("name", "url", "image", "mainEntityOfPage", "description", "identifier"))
WORK = THING | {
    *("about", "alternativeHeadline", "author", "contentLocation", "dateModified"),
    *("datePublished", "headline", "inLanguage", "isPartOf", "keywords", "sourceOrganization"),
}
PROPERTIES = {
    "NewsArticle": WORK | {"articleSection", "printPage", "printSection", "wordCount"},
    "PublicationIssue": WORK | {"issueNumber"},
    "Newspaper": WORK | {"issn"},
    "Person": THING,
    "Organization": THING,
    "Thing": THING,
    "AdministrativeArea": THING | {"containedInPlace"},
}
"""The properties that schema.org defines for a type, of those that an archive could use."""

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)


def load(url: str, _: object) -> dict[str, object]:
    assert url == "https://schema.org", "nothing else is fetched"
    return {"document": CONTEXT, "documentUrl": url, "contextUrl": None}


def expanded(page: Path) -> dict[str, Any]:
    """The one node that a page's one data block says."""
    document = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    (script,) = [
        each for each in document.iter("script") if each.get("type") == "application/ld+json"
    ]
    (node,) = jsonld.expand(json.loads(script.text), {"documentLoader": load})
    return dict(node)


def values(node: dict[str, Any], name: str) -> list[Any]:
    """A property's values: plain ones, addresses, nodes."""
    found = node.get(SCHEMA + name, [])
    return [each.get("@value", each.get("@id", each)) for each in found]


def names(nodes: list[Any]) -> list[tuple[str, str]]:
    return [(node["@type"][0].removeprefix(SCHEMA), *values(node, "name")) for node in nodes]


def within(place: dict[str, Any]) -> str:
    """宁夏回族自治区/银川市/金凤区 of a place in a place in a place."""
    above = values(place, "containedInPlace")
    return "/".join([*map(within, above), *values(place, "name")])


def nodes_of(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for name in node:
        if name.startswith(SCHEMA):
            for value in node[name]:
                if "@type" in value and "@value" not in value:
                    yield from nodes_of(value)


@each_article
def test_a_page_says_a_news_article(printed_site: Path, article: Article) -> None:
    node = expanded(printed_site / href(article))
    assert node["@type"] == [f"{SCHEMA}NewsArticle"]
    assert values(node, "headline") == [headline(article)]
    assert values(node, "alternativeHeadline") == [
        each for each in (article.kicker, article.subtitle) if each
    ]
    assert values(node, "datePublished") == [f"{article.date}T00:00:00+08:00"]
    corrected = [f"{article.corrected}T00:00:00+08:00"] if article.corrected else []
    assert values(node, "dateModified") == corrected
    assert names(values(node, "author")) == [("Person", name) for name in article.byline]
    assert values(node, "printPage") == [article.page]
    assert names(values(node, "about")) == [("Thing", theme) for theme in article.themes]
    assert [within(place) for place in values(node, "contentLocation")] == [*article.regions]
    words = [article.column, *article.themes]
    assert values(node, "keywords") == [word for word in words if word]
    assert values(node, "url") == [ADDRESS + href(article)]


@each_article
def test_it_is_part_of_an_issue_of_the_newspaper(printed_site: Path, article: Article) -> None:
    (issue,) = values(expanded(printed_site / href(article)), "isPartOf")
    assert issue["@type"] == [f"{SCHEMA}PublicationIssue"]
    assert values(issue, "datePublished") == [article.date.isoformat()]
    assert names(values(issue, "isPartOf")) == [("Newspaper", PUBLICATION)]


@each_article
def test_types_have_the_properties_that_they_are_given(
    printed_site: Path, article: Article
) -> None:
    for node in nodes_of(expanded(printed_site / href(article))):
        (kind,) = node["@type"]
        given = {name.removeprefix(SCHEMA) for name in node if not name.startswith("@")}
        assert given <= PROPERTIES[kind.removeprefix(SCHEMA)]


def test_photographs_are_named_by_files_that_are_there(printed_site: Path) -> None:
    found = [values(expanded(printed_site / href(article)), "image") for article in ARTICLES]
    (image,) = [each for images in found for each in images]
    assert image.startswith(ADDRESS)
    assert (printed_site / image.removeprefix(ADDRESS)).is_file()
