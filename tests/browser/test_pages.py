"""Every kind of page in a real browser: valid, accessible, fitting, quiet, and without a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.nu_checker import AT_HAND, complaints

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KINDS = {
    "home": "index.html",
    "article": "2023/02/20/03-01.html",
    "photo-news": "2023/02/20/03-02.html",
    "issue": "2023/02/20/index.html",
    "year": "2023/index.html",
    "dates": "dates.html",
    "regions": "regions/index.html",
    "region": "regions/ning-xia/yin-chuan/jin-feng-qu/index.html",
    "themes": "themes/index.html",
    "theme": "themes/xie-shang-min-zhu/index.html",
    "people": "people/index.html",
    "person": "people/zhang-yu-xiang/index.html",
    "search": "search.html?q=协商",
    "missing": "404.html",
}

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = pytest.mark.browser
each_kind = pytest.mark.parametrize("href", KINDS.values(), ids=KINDS.keys())


def load(page: Page, url: str) -> None:
    """Load a page and wait until it has settled: a search until its results are there."""
    page.goto(url)
    if "search.html" in url:
        page.wait_for_selector("[data-id]")


@each_kind
def test_axe_finds_nothing_in_either_scheme(page: Page, sample_url: str, href: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        load(page, sample_url + href)
        result = Axe().run(page, options={"runOnly": RULES})
        assert result.violations_count == 0, result.generate_report()


@each_kind
def test_nothing_runs_off_the_side(page: Page, sample_url: str, href: str) -> None:
    load(page, sample_url + href)
    for width in (320, 390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@each_kind
def test_it_is_valid_html(sample_site: Path, href: str) -> None:
    html5lib.HTMLParser(strict=True).parse((sample_site / href.partition("?")[0]).read_bytes())


@each_kind
def test_every_link_leads_somewhere(page: Page, sample_site: Path, href: str) -> None:
    """Opened from disk, where no server fills in index.html."""
    page.goto(
        (sample_site / href.partition("?")[0]).as_uri()
    ) if "search" not in href else page.goto((sample_site / "index.html").as_uri())
    links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    assert links
    for link in links:
        if link.startswith("file:"):
            target, _, anchor = link.partition("#")
            path = Path(target.partition("?")[0].removeprefix("file://"))
            assert path.is_file(), link
            assert not anchor or f'id="{anchor}"' in path.read_text(encoding="utf-8"), link


def test_reading_and_browsing_need_no_script(browser: Browser, sample_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sample_url)
    page.get_by_role("navigation").get_by_role("link", name="主题").click()
    page.get_by_role("main").get_by_role("link", name="营商环境").click()
    page.get_by_role("main").get_by_role("link", name="搭建营商环境协商平台").click()
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


def test_an_article_weighs_little(sample_site: Path) -> None:
    html = (sample_site / KINDS["article"]).stat().st_size
    assets = sum(
        (sample_site / "assets" / name).stat().st_size
        for name in ("site.css", "site.js", "theme.js")
    )
    assert html + assets <= 40_000


if AT_HAND:

    def test_the_nu_checker_finds_nothing(sample_site: Path) -> None:
        assert complaints(sample_site / href.partition("?")[0] for href in KINDS.values()) == ""
