"""The description of the search for browsers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from jianbao.site.build import Options, build
from tests.archives import ARTICLE, SETTINGS, make_archive

if TYPE_CHECKING:
    from pathlib import Path

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def built(root: Path, base_url: str, settings: str = SETTINGS) -> Path:
    archive = make_archive(root, ARTICLE, settings=settings)
    build(archive, root / "site", Options(base_url=base_url))
    return root / "site"


def test_it_gives_the_address_of_the_search_in_full(tmp_path: Path) -> None:
    settings = SETTINGS.replace('title = "', 'title = "A&B 十分之长的名称也要放得下')
    site = built(tmp_path, "https://example.org/archive/", settings)
    described = ElementTree.parse(site / "opensearch.xml").getroot()
    (page, itself) = described.findall(f"{NAMESPACE}Url")
    assert page.get("template") == "https://example.org/archive/search.html?q={searchTerms}"
    assert itself.get("template") == "https://example.org/archive/opensearch.xml"
    name = described.findtext(f"{NAMESPACE}ShortName") or ""
    assert name.startswith("A&B 十分之长")
    assert len(name) <= 16
    assert (site / "assets/icon.svg").is_file()
    assert described.findtext(f"{NAMESPACE}Image") == "https://example.org/archive/assets/icon.svg"
    page_html = (site / "2023/02/20/03-01.html").read_text("utf-8")
    assert 'rel="search"' in page_html
    assert 'href="../../../opensearch.xml"' in page_html


def test_a_site_that_does_not_know_its_address_has_none(tmp_path: Path) -> None:
    built(tmp_path, "https://example.org/")
    site = built(tmp_path, "")
    assert not (site / "opensearch.xml").exists()
    assert 'rel="search"' not in (site / "index.html").read_text("utf-8")
