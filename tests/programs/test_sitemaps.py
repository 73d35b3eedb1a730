"""Every sitemap of a site is what sitemaps.org says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from tests.programs.printed import ADDRESS
from tests.programs.sitemaps import SITEMAPS, mistakes

if TYPE_CHECKING:
    from pathlib import Path

INDEX = f"{ADDRESS}sitemap.xml"


def at(site: Path, address: str) -> bytes:
    """What a robot gets from an address of the site."""
    assert address.startswith(ADDRESS)
    path = site / address.removeprefix(ADDRESS)
    return (path / "index.html" if address.endswith("/") else path).read_bytes()


def locations(sitemap: bytes) -> list[str]:
    return [str(each.text) for each in ElementTree.fromstring(sitemap).iter(f"{SITEMAPS}loc")]


def test_robots_are_led_to_the_index(printed_site: Path) -> None:
    assert f"Sitemap: {INDEX}" in (printed_site / "robots.txt").read_text("utf-8").splitlines()


def test_they_are_what_the_protocol_says(printed_site: Path) -> None:
    index = at(printed_site, INDEX)
    assert mistakes(index, INDEX) == []
    for address in locations(index):
        sitemap = at(printed_site, address)
        assert mistakes(sitemap, address) == []
        for page in locations(sitemap):
            assert at(printed_site, page)


FAULTS = {
    "no namespace": ('xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', "", "the root"),
    "an address of no host": (f"<loc>{ADDRESS}2023", "<loc>2023", "address 2023"),
    "an address that is not escaped": ("/02/20/</loc>", "/02/20/雪</loc>", "雪"),
    "an address of another folder": ("io/archive/2023", "io/2023", "not below"),
    "a day that is none": ("2023-02-20</lastmod>", "2023-02-30</lastmod>", "lastmod"),
    "a day as it is spoken": ("2023-02-20</lastmod>", "2023年2月20日</lastmod>", "lastmod"),
    "what belongs before": ("<url>", "<url><lastmod>2023</lastmod>", "an entry of"),
    "what a sitemap does not know": ("<url>", "<url><title/>", "an entry of"),
}
"""What to write in place of what, and what is told of it."""


@pytest.mark.parametrize(("right", "wrong", "told"), FAULTS.values(), ids=FAULTS)
def test_the_checker_would_tell(printed_site: Path, right: str, wrong: str, told: str) -> None:
    (address,) = [each for each in locations(at(printed_site, INDEX)) if "2023-02" in each]
    sitemap = at(printed_site, address).decode()
    assert right in sitemap
    found = mistakes(sitemap.replace(right, wrong, 1).encode(), urljoin(ADDRESS, "sitemap.xml"))
    assert any(told in mistake for mistake in found)


@pytest.mark.parametrize("day", ["2023", "2023-02", "2023-02-20", "2023-02-20T08:00+08:00"])
def test_the_checker_takes_any_day_of_the_standard(day: str) -> None:
    entry = f"<url><loc>https://a.b/c</loc><lastmod>{day}</lastmod></url>"
    sitemap = f'<urlset xmlns="{SITEMAPS[1:-1]}">{entry}</urlset>'
    assert mistakes(sitemap.encode(), "https://a.b/sitemap.xml") == []
