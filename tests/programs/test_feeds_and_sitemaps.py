"""What other programs ask a built site for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree

from jianbao.site.build import Options, build
from tests.archives import ARTICLE, SETTINGS, make_archive, numbered

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://name.github.io/archive/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ARTICLES = (ARTICLE, replace(numbered(2), corrected=date(2024, 1, 5)))


def built(root: Path, address: str, settings: str = SETTINGS) -> Path:
    archive = make_archive(root, *ARTICLES, settings=settings)
    options = Options(base_url=address, search=False)
    build(archive, root / "site", options)
    return root / "site"


def ids(site: Path) -> dict[str, list[str | None]]:
    return {
        path.relative_to(site).as_posix(): [
            each.text for each in ElementTree.parse(path).iter(f"{ATOM}id")
        ]
        for path in sorted(site.rglob("feed.xml"))
    }


def test_ids_of_feeds_outlive_address_and_title(tmp_path: Path) -> None:
    tag = 'tag = "tag:name.github.io,2023:archive"\n'
    first = ids(built(tmp_path / "a", ADDRESS, SETTINGS + tag))
    moved = ids(built(tmp_path / "b", "", SETTINGS.replace("试刊", "正刊") + tag))
    assert first == moved
    assert all(each.isascii() for found in first.values() for each in found if each)


def test_a_feed_was_updated_when_its_last_article_was(tmp_path: Path) -> None:
    for path in built(tmp_path, ADDRESS).rglob("feed.xml"):
        days = [each.text for each in ElementTree.parse(path).iter(f"{ATOM}updated")]
        assert days[0] == max(days[1:], key=str) == "2024-01-05T00:00:00+08:00"


def test_addresses_in_feeds_lead_to_files_without_an_address_too(tmp_path: Path) -> None:
    site = built(tmp_path, "")
    for path in site.rglob("feed.xml"):
        feed = ElementTree.parse(path).getroot()
        base = feed.get("{http://www.w3.org/XML/1998/namespace}base", "")
        for link in feed.iter(f"{ATOM}link"):
            where = urljoin(urljoin(path.as_uri(), base), link.get("href"))
            assert (site / where.removeprefix(site.as_uri() + "/")).is_file(), where


def test_every_page_is_in_one_sitemap(tmp_path: Path) -> None:
    site = built(tmp_path, ADDRESS)
    index = ElementTree.parse(site / "sitemap.xml")
    maps = [str(each.text).removeprefix(ADDRESS) for each in index.iter(f"{MAP}loc")]
    found = [
        str(each.text) for name in maps for each in ElementTree.parse(site / name).iter(f"{MAP}loc")
    ]
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    pages -= {"404.html", "search.html"}
    assert sorted(found) == sorted(ADDRESS + page.removesuffix("index.html") for page in pages)
    month = ElementTree.parse(site / "sitemap-2023-02.xml")
    assert [each.text for each in month.iter(f"{MAP}lastmod")] == [
        *("2024-01-05", "2023-02-20", "2024-01-05"),
    ]


def test_without_an_address_there_is_no_sitemap(tmp_path: Path) -> None:
    built(tmp_path, ADDRESS)
    site = built(tmp_path, "")
    assert not [*site.glob("sitemap*"), *site.glob("opensearch.xml")]
    assert "Sitemap" not in (site / "robots.txt").read_text("utf-8")
