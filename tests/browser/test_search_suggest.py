"""Suggestions while one types, on the search page and in every page's masthead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.browser.test_pages import RULES
from tests.search.documents import DOCUMENTS
from tests.search.site import write_site
from tests.sharing import once

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def search_url(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    folder = once(tmp_path_factory, "documents", lambda folder: write_site(DOCUMENTS, folder))
    return f"{serve(folder, '/any-name/')}search.html"


@pytest.fixture
def box(page: Page, search_url: str) -> Locator:
    page.goto(search_url)
    return page.get_by_role("combobox", name="搜索报道")


def suggestions(page: Page) -> Locator:
    return page.get_by_role("listbox", name="主题、地区、作者").get_by_role("option")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("xieshang", "协商民主 主题 · 5 篇"),
        ("xsmz", "协商民主 主题 · 5 篇"),
        ("XieShMZ", "协商民主 主题 · 5 篇"),
        ("xie shang", "协商民主 主题 · 5 篇"),
        ("协商", "协商民主 主题 · 5 篇"),
        ("zyx", "张玉香 作者 · 2 篇"),
        ("zhangyu", "张玉香 作者 · 2 篇"),
        ("ｚｙｘ", "张玉香 作者 · 2 篇"),
        ("李", "李明 作者 · 2 篇"),
        ("jinfeng", "金凤区 宁夏回族自治区银川市 · 2 篇"),
        ("yinchuanshi", "银川市 宁夏回族自治区 · 4 篇"),
        ("nx", "宁夏回族自治区 地区 · 4 篇"),
        ("成都", "成都市 四川省 · 1 篇"),
    ],
)
def test_what_begins_as_typed_is_suggested(
    page: Page, box: Locator, typed: str, first: str
) -> None:
    box.fill(typed)
    expect(suggestions(page).first).to_have_text(first)


@pytest.mark.parametrize("typed", ["民主", "angyuxiang", "x", "xieshangzhu", "协商 充电桩", " "])
def test_what_does_not_begin_so_is_not(page: Page, box: Locator, typed: str) -> None:
    box.fill("协商")
    expect(suggestions(page)).to_have_count(1)
    box.fill(typed)
    expect(suggestions(page)).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")


def test_keys_choose_and_enter_goes_to_the_page(page: Page, box: Locator) -> None:
    box.press_sequentially("zhao")
    expect(suggestions(page)).to_have_text(["赵启明 作者 · 2 篇"])
    box.fill("s")
    box.press_sequentially("i")
    expect(suggestions(page)).to_have_text(["四川省 地区 · 2 篇"])
    box.fill("l")
    expect(suggestions(page)).to_have_count(0)
    box.fill("min")
    expect(suggestions(page)).to_have_text(["民生实事 主题 · 2 篇", "民族团结 主题 · 1 篇"])
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).not_to_have_attribute("aria-activedescendant", "")
    options = suggestions(page)
    for key, active in (
        ("Down", 0),
        ("Down", 1),
        ("Up", 0),
        ("Up", None),
        ("Up", 1),
        ("Down", None),
    ):
        box.press(f"Arrow{key}")
        chosen = page.locator(".suggestions [aria-selected=true]")
        if active is None:
            expect(chosen).to_have_count(0)
        else:
            expect(options.nth(active)).to_have_attribute("aria-selected", "true")
            expect(chosen).to_have_count(1)
            expect(chosen).to_have_id(box.get_attribute("aria-activedescendant") or "")
        expect(box).to_be_focused()
    box.press("ArrowDown")
    with page.expect_request("**/themes/min-sheng-shi-shi/index.html") as asked:
        page.route("**/themes/**", lambda route: route.fulfill(body="<title>-</title>"))
        box.press("Enter")
    assert asked.value.is_navigation_request()


def test_enter_without_a_choice_searches(page: Page, box: Locator) -> None:
    box.fill("协商")
    expect(suggestions(page)).to_have_count(1)
    box.press("Enter")
    expect(suggestions(page)).to_have_count(0)
    expect(page.locator("[data-total]")).to_have_text("8")


def test_escape_closes_and_leaves_what_was_typed(page: Page, box: Locator) -> None:
    box.fill("协商")
    expect(suggestions(page)).to_have_count(1)
    box.press("Escape")
    expect(suggestions(page)).to_have_count(0)
    expect(box).to_have_value("协商")
    box.press("Alt+ArrowDown")
    expect(suggestions(page)).to_have_count(1)
    page.get_by_role("button", name="搜索").focus()
    expect(suggestions(page)).to_have_count(0)


def test_a_press_goes_to_the_page(page: Page, box: Locator) -> None:
    page.route("**/people/**", lambda route: route.fulfill(body="<title>-</title>"))
    box.fill("zhangyuxiang")
    suggestions(page).first.click()
    page.wait_for_url("**/any-name/people/zhang-yu-xiang/index.html")


def test_nothing_is_fetched_before_a_box_is_used(own_page: Page, sample_url: str) -> None:
    page = own_page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(sample_url)))
    page.goto(f"{sample_url}2023/02/20/03-01.html")
    page.wait_for_load_state("networkidle")
    assert not [each for each in asked if "suggest" in each or "pagefind" in each]
    box = page.get_by_role("combobox")
    box.focus()
    page.wait_for_load_state("networkidle")
    assert "assets/search/suggest.js" in asked
    assert "pagefind/terms.gz" not in asked
    box.press_sequentially("xieshang")
    suggestions(page).first.click()
    page.wait_for_url("**/themes/xie-shang-min-zhu/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("协商民主")


@pytest.mark.parametrize("href", ["index.html", "search.html", "dates.html"])
def test_axe_finds_nothing_while_it_suggests(page: Page, sample_url: str, href: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(sample_url + href)
        page.get_by_role("combobox", name="搜索报道").press_sequentially("xies")
        expect(suggestions(page).first).to_be_visible()
        page.keyboard.press("ArrowDown")
        result = Axe().run(page, options={"runOnly": RULES})
        assert result.violations_count == 0, result.generate_report()


def test_the_page_does_not_move_and_fits_a_narrow_screen(browser: Browser, search_url: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(search_url)
    box = page.get_by_role("combobox", name="搜索报道")
    box.press_sequentially("jinfeng")
    expect(suggestions(page)).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    box.press("Escape")
    settle(page)
    assert page.evaluate("window.shifts") < 0.05
    page.close()


def test_a_word_that_nobody_wrote_leads_to_the_names_nearest_to_it(
    page: Page, search_url: str
) -> None:
    for typed, name in [
        ("张雨香", "张玉香"),  # written otherwise, read alike
        ("协商民住", "协商民主"),
        ("xieshangminzhu", "协商民主"),
        ("zhangyuxian", "张玉香"),  # a letter forgotten
        ("民主与协商", "协商民主"),  # the other way round
        ("威县政协", "威县"),
    ]:
        page.goto(f"{search_url}?q={typed}")
        line = page.locator(".offers", has_text="名称相近的有")
        expect(line.get_by_role("link").first).to_have_text(name)
    page.goto(f"{search_url}?q=宇宙飞船")
    expect(page.get_by_text("没有一篇文章写到“宇宙飞船”")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("名称相近的有")).to_be_hidden()
