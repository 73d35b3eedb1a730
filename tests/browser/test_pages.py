"""Every kind of page in a real browser: valid, accessible, fitting, quiet, and without a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.request import url2pathname

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import follow
from tests.browser.nu_checker import AT_HAND, complaints

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KINDS = {
    "home": "index.html",
    "article": "2022/05/02/01-01.html",
    "photo-news": "2022/03/07/03-01.html",
    "issue": "2022/05/02/index.html",
    "year": "2022/index.html",
    "dates": "dates.html",
    "regions": "regions/index.html",
    "province": "regions/ning-xia/index.html",
    "district": "regions/ning-xia/yin-chuan/jin-feng-qu/index.html",
    "themes": "themes/index.html",
    "theme": "themes/xie-shang-min-zhu/index.html",
    "older": "themes/xie-shang-min-zhu/page-1.html",
    "matrix": "matrix.html",
    "people": "people/index.html",
    "person": "people/cao-ming/index.html",
    "columns": "columns/index.html",
    "column": "columns/ta-shan-zhi-shi/index.html",
    "sources": "sources/index.html",
    "source": "sources/ren-min-zheng-xie-bao/index.html",
    "search": "search.html?q=协商",
    "missing": "404.html",
    "moved": "themes/yi-shi-li-shi/index.html",
    "gone": "2022/05/02/03-09.html",
}
"""Of the made-up weekly, which has all that an archive can have."""

MADE_ALIKE = ("district", "older", "columns", "column", "sources", "source")
"""Those whose every part is on a page of another of the KINDS, too: axe would say it twice."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"runOnly": RULES, "rules": {"target-size": {"enabled": True}}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""All in which the dark scheme differs."""

pytestmark = pytest.mark.browser
each_kind = pytest.mark.parametrize("href", KINDS.values(), ids=KINDS.keys())
each_make = pytest.mark.parametrize("name", [name for name in KINDS if name not in MADE_ALIKE])


def load(page: Page, url: str) -> None:
    """Load a page and wait until it has settled: a search until its results are there."""
    page.goto(url)
    if "search.html" in url:
        page.wait_for_selector("[data-id]")


def unfold(page: Page) -> None:
    """Open all that can be opened: citations, the map's table, the search's facets."""
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    if page.locator(".citations").count():
        page.locator(".citations button").first.wait_for()


@each_make
def test_axe_finds_nothing_in_either_scheme(page: Page, weekly_url: str, name: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    load(page, weekly_url + KINDS[name])
    unfold(page)
    for scheme, rules in (("light", ALL), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)
        result = Axe().run(page, options=rules)
        assert result.violations_count == 0, result.generate_report()


@each_kind
def test_it_fits_every_screen(phone: Page, weekly_url: str, href: str) -> None:
    load(phone, weekly_url + href)
    assert jumps(phone) == []
    unfold(phone)
    assert small_targets(phone, high=44) == []
    for width in (320, 390, 768, 1440):
        phone.set_viewport_size({"width": width, "height": 800})
        assert phone.evaluate("document.documentElement.scrollWidth") <= width, width
    phone.set_viewport_size({"width": 390, "height": 800})
    phone.evaluate("document.documentElement.style.fontSize = '200%'")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def jumps(page: Page) -> list[str]:
    """What moved while the page was loading (the parts of its cumulative layout shift).

    That a number of hits gets a digit more as they are counted is no jump; it measures 0.001.
    """
    found: list[str] = page.evaluate(
        """() => new Promise(done => {
            const shifted = each => `${each.value} ${each.sources.map(of => of.node?.outerHTML)}`;
            new PerformanceObserver(list => done(list.getEntries().filter(each => each.value > 0.002).map(shifted)))
                .observe({type: "layout-shift", buffered: true});
            setTimeout(() => done([]), 50);
        })"""
    )
    return found


def small_targets(page: Page, high: int) -> list[str]:
    """What is less than 24 px wide or so many high, links within sentences aside (WCAG 2.2, 2.5.8).

    A drawing's parts may be 24 px high, too: the same links stand below it.
    """
    found: list[str] = page.evaluate(
        """high => [...document.querySelectorAll(":is(a, button, summary, input, select)")]
            .filter(each => each.checkVisibility() && !each.closest(".search-start p"))
            .map(each => [each.textContent.trim(), (each.closest("label") ?? each).getBoundingClientRect(), each.closest("svg") ? 24 : high])
            .filter(([, box, least]) => box.width && (box.width < 24 || box.height < least))
            .map(([text, box]) => `${text} ${box.width} × ${box.height}`)""",
        high,
    )
    return found


@pytest.mark.parametrize("kind", ["home", "article", "search"])
def test_the_keyboard_begins_with_the_way_to_the_text(
    page: Page, weekly_url: str, kind: str
) -> None:
    load(page, weekly_url + KINDS[kind])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["y"] >= 0  # type: ignore[index]
    assert skip.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@each_kind
def test_it_is_valid_html_and_every_link_leads_somewhere(weekly_site: Path, href: str) -> None:
    """Opened from disk, where no server fills in index.html."""
    file = weekly_site / href.partition("?")[0]
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document = parser.parse(file.read_bytes())
    assert document.find(".//base") is None
    links = {urljoin(file.as_uri(), a.get("href", "")) for a in document.iter("a")}
    assert links
    for link in links:
        if link.startswith("file:"):
            target, _, anchor = link.partition("#")
            path = Path(url2pathname(urlsplit(target).path))
            assert path.is_file(), link
            assert not anchor or f'id="{anchor}"' in path.read_text(encoding="utf-8"), link


def test_reading_and_browsing_need_no_script(browser: Browser, sample_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sample_url)
    follow(page.get_by_role("navigation").get_by_role("link", name="主题"))
    follow(page.get_by_role("main").get_by_role("link", name="营商环境"))
    follow(page.get_by_role("main").get_by_role("link", name="搭建营商环境协商平台"))
    assert page.get_by_role("heading", level=1).inner_text().replace("\n", "").replace(" ", "") == (
        "河北省威县政协搭建营商环境协商平台"
    )
    assert "最大限度发挥金融机构" in page.get_by_role("main").inner_text()
    context.close()


def test_the_scheme_switch_is_remembered(page: Page, sample_url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(sample_url)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="深色").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(f"{sample_url}dates.html")
    assert page.evaluate(paper) == dark


def test_an_article_weighs_little(own_page: Page, weekly_url: str) -> None:
    """All that it fetches but its photograph, uncompressed."""
    page = own_page
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}))
    page.goto(weekly_url + KINDS["article"])
    page.wait_for_load_state("networkidle")
    weighed = {url: size for url, size in sizes.items() if not url.endswith(".jpg")}
    assert len(weighed) >= 4
    assert sum(weighed.values()) <= 40_000, weighed


if AT_HAND:

    def test_the_nu_checker_finds_nothing(weekly_site: Path) -> None:
        assert complaints(weekly_site / href.partition("?")[0] for href in KINDS.values()) == ""
