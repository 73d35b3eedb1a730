"""Every feed of a site is what RFC 4287 says."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from tests.programs.atom import ATOM, mistakes
from tests.programs.printed import ADDRESS, ARTICLES, PUBLICATION, headline, href

if TYPE_CHECKING:
    from pathlib import Path

FEEDS = {
    "feed.xml": len(ARTICLES),
    "themes/xie-shang-min-zhu/feed.xml": 1,
    "themes/min-sheng-shi-shi/feed.xml": 2,
    "themes/jiu-ye/feed.xml": 1,
    "regions/ning-xia/feed.xml": 2,
    "regions/ning-xia/yin-chuan/feed.xml": 2,
    "regions/ning-xia/yin-chuan/jin-feng-qu/feed.xml": 1,
    "regions/ning-xia/yin-chuan/xing-qing-qu/feed.xml": 1,
    "regions/ning-xia/gu-yuan/feed.xml": 1,
    "regions/zhe-jiang/feed.xml": 1,
    "regions/zhe-jiang/hang-zhou/feed.xml": 1,
}
"""How many entries each has."""

each_feed = pytest.mark.parametrize("name", FEEDS)


def test_there_is_a_feed_for_the_archive_each_theme_and_each_region(printed_site: Path) -> None:
    found = {path.relative_to(printed_site).as_posix() for path in printed_site.rglob("feed.xml")}
    assert found == set(FEEDS)


@each_feed
def test_it_is_what_the_standard_says(printed_site: Path, name: str) -> None:
    assert mistakes((printed_site / name).read_bytes(), ADDRESS + name) == []


@each_feed
def test_its_entries_stand_newest_first(printed_site: Path, name: str) -> None:
    feed = ElementTree.parse(printed_site / name).getroot()
    days = [
        datetime.fromisoformat(str(entry.findtext(f"{ATOM}published")))
        for entry in feed.iter(f"{ATOM}entry")
    ]
    assert len(days) == FEEDS[name]
    assert days == sorted(days, reverse=True)


def test_entries_say_what_was_printed(printed_site: Path) -> None:
    feed = ElementTree.parse(printed_site / "feed.xml").getroot()
    entries = {entry.findtext(f"{ATOM}title"): entry for entry in feed.iter(f"{ATOM}entry")}
    assert set(entries) == {headline(article) for article in ARTICLES}
    for article in ARTICLES:
        entry = entries[headline(article)]
        authors = [each.text for each in entry.iterfind(f"{ATOM}author/{ATOM}name")]
        assert authors == [*(article.byline or (PUBLICATION,))]
        changed = article.corrected or article.date
        assert entry.findtext(f"{ATOM}updated") == f"{changed}T00:00:00+08:00"
        assert [link.get("href") for link in entry.iter(f"{ATOM}link")] == [ADDRESS + href(article)]


FAULTS = {
    "a feed without a day": (
        "<updated>2024-01-05T00:00:00+08:00</updated>\n<link",
        "<link",
        "4.1.1 feed: 0 updated",
    ),
    "two titles": ("<entry>\n", "<entry>\n<title>又</title>\n", ": 2 title"),
    "no author": ("<author><name>A&amp;B时报</name></author>", "", "has an author"),
    "an author without a name": ("<name>王芳</name>", "<uri>https://a.b/</uri>", "3.2"),
    "a day without a time": ("06T00:00:00+08:00</updated>", "06</updated>", "3.3"),
    "a day that is none": ("03-06T00:00:00+08:00</up", "02-30T00:00:00Z</up", "3.3"),
    "a small t": ("06T00:00:00+08:00</updated>", "06t00:00:00z</updated>", "3.3"),
    "an id that is no IRI": ("<id>tag:", "<id>", "4.2.6: id "),
    "an id twice": (":2023-03-06-A26-01</id>", ":2023-03-06-01-01</id>", "2 times"),
    "a relative address": (f'href="{ADDRESS}2023', 'href="2023', "4.2.7.1"),
    "another's address": (f'"{ADDRESS}feed.xml"', f'"{ADDRESS}atom.xml"', "rel=self"),
    "no address of its own": ('rel="self"', 'rel="related"', "rel=self"),
    "a page with two addresses": (
        "</entry>",
        '<link href="https://a.b/" type="text/html"/></entry>',
        "several links",
    ),
    "markup in a title": ("<title>雪后", "<title>雪<b>后</b>", "3.1"),
    "what Atom does not know": ("<summary>", "<pubDate>2023</pubDate><summary>", "no place"),
}
"""What to write in place of what, and what is told of it."""


@pytest.mark.parametrize(("right", "wrong", "told"), FAULTS.values(), ids=FAULTS)
def test_the_checker_would_tell(printed_site: Path, right: str, wrong: str, told: str) -> None:
    feed = (printed_site / "feed.xml").read_text("utf-8")
    assert right in feed
    (mistake,) = mistakes(feed.replace(right, wrong, 1).encode(), f"{ADDRESS}feed.xml")
    assert told in mistake
