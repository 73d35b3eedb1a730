"""A hit's link lands on the hit, and all hits are marked on the article's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from jianbao.site.build import build
from tests.archives import make_archive, numbered
from tests.browser.test_pages import RULES
from tests.sharing import once

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, Route

    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

FILLING = "\n\n".join("天气晴好，庄稼长势喜人。" * 8 for _ in range(20))
BODY = f"""社区的事，大家商量着办。会上讲了RCEP规则，也讲了 ｒｃｅｐ 的好处。

## 有事好商量

{FILLING}

有事**好**商*量*，这叫协商。臺灣同胞也來參加，說協商好。

- 协商一次

{FILLING}

末了还是协商。"""


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    def make(folder: Path) -> None:
        archive = make_archive(
            folder,
            numbered(
                1,
                title="协商在身边 有事好商量",
                kicker="协商民主",
                subtitle="——把协商做实",
                captions=("协商会上。",),
                body=BODY,
            ),
        )
        build(archive, folder / "site")

    return serve(once(tmp_path_factory, "marks", make) / "site", "/any-name/")


def opened(page: Page, url: str, query: str) -> Locator:
    """The marks on the article's page, come to by the link of a hit."""
    page.goto(f"{url}search.html?q={query}")
    page.locator("[data-id] .headline mark, [data-id] .passage mark").first.wait_for()
    page.locator("[data-id] .headline").click()
    page.wait_for_url("**/2023/02/20/03-01.html*")
    return page.locator("mark")


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("协商", ["协商"] * 4 + ["協商"] + ["协商"] * 3),
        ("協商", ["协商"] * 4 + ["協商"] + ["协商"] * 3),
        ("台湾同胞", ["臺灣同胞"]),
        ("rcep", ["RCEP", "ｒｃｅｐ"]),
        ("ＲＣＥＰ规则", ["RCEP规则"]),
        ("有事好商量", ["有事好商量", "有事好商量", "有事", "好", "商", "量"]),
        ("身边 末了", ["身边", "末了"]),
        ("庄稼 -火箭", None),
    ],
)
def test_all_hits_are_marked_however_they_are_printed(
    page: Page, site_url: str, query: str, marked: list[str] | None
) -> None:
    marks = opened(page, site_url, query)
    if marked is None:
        expect(marks).to_have_count(8 * 40)
    else:
        expect(marks).to_have_text(marked)
    text = page.locator(".story .body").text_content() or ""
    assert "有事好商量，这叫协商。臺灣同胞也來參加，說協商好。" in text


def test_the_link_lands_on_the_hit(page: Page, site_url: str) -> None:
    marks = opened(page, site_url, "臺灣同胞")
    expect(marks).to_be_in_viewport()
    assert page.evaluate("scrollY") > 500


def test_a_browser_without_text_fragments_lands_on_the_hit_too(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}2023/02/20/03-01.html?hl=臺灣同胞")
    expect(page.locator("mark")).to_be_in_viewport()


def test_a_reader_who_has_gone_on_is_left_there(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route("**/bundles.json", lambda route: held.append(route))
    with page.expect_request("**/bundles.json"):
        page.goto(f"{site_url}2023/02/20/03-01.html?hl=臺灣同胞")
    page.evaluate("new Promise(done => { onscroll = done; scrollTo(0, 40); })")
    (route,) = held
    route.continue_()
    expect(page.locator("mark")).to_have_count(1)
    assert page.evaluate("scrollY") == 40


def test_without_the_table_of_variants_what_is_printed_so_is_marked(
    browser: Browser, site_url: str
) -> None:
    page = browser.new_page()
    page.route("**/bundles.json", lambda route: route.abort())
    page.goto(f"{site_url}2023/02/20/03-01.html?hl=rcep&hl=台湾")
    expect(page.locator("mark")).to_have_text(["RCEP", "ｒｃｅｐ"])
    page.close()


def test_nothing_is_fetched_or_marked_unasked(own_page: Page, site_url: str) -> None:
    page = own_page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}2023/02/20/03-01.html")
    page.wait_for_load_state("networkidle")
    expect(page.locator("mark")).to_have_count(0)
    assert not [url for url in asked if "mark.js" in url or "bundles.json" in url]


def test_marks_can_be_read_in_both_schemes(page: Page, site_url: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{site_url}2023/02/20/03-01.html?hl=协商")
        expect(page.locator("mark").first).to_be_visible()
        result = Axe().run(page, options={"runOnly": RULES})
        assert result.violations_count == 0, result.generate_report()
