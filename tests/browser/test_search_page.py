"""The search page, as a reader uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle, wait_until
from tests.search.documents import DOCUMENTS
from tests.search.site import write_site
from tests.sharing import once

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def search_url(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """The search page of DOCUMENTS and thirty further articles, under a base path."""
    month = [
        replace(
            DOCUMENTS[5],
            id=f"2023-01-{day:02}-09-01",
            url=f"2023/01/{day:02}/09-01.html",
            date=f"2023-01-{day:02}",
            title=f"第{day}天的天气",
            text="连日晴好，气温回升，农事渐忙。",
        )
        for day in range(1, 31)
    ]
    folder = once(
        tmp_path_factory,
        "documents-of-a-month",
        lambda folder: write_site([*DOCUMENTS, *month], folder),
    )
    return f"{serve(folder, '/any-name/')}search.html"


@pytest.fixture
def box(page: Page, search_url: str) -> Locator:
    """The box of the search page, opened."""
    page.goto(search_url)
    return page.get_by_role("combobox", name="搜索报道")


def total(page: Page) -> Locator:
    return page.locator("[data-total]")


def test_shows_results_as_one_types(page: Page, box: Locator) -> None:
    box.press_sequentially("充电桩")
    expect(total(page)).to_have_text("1")
    expect(page.locator("[data-id]")).to_have_attribute("data-id", "2023-02-20-03-02")
    assert page.evaluate("decodeURIComponent(location.search)") == "?q=充电桩"


def test_an_address_shows_its_results_and_back_the_ones_before(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=协商&theme=就业&sort=oldest")
    expect(total(page)).to_have_text("1")
    expect(page.get_by_role("checkbox", name="就业")).to_be_checked()
    expect(page.get_by_role("combobox", name="排序")).to_have_count(0)  # one hit needs no order
    page.get_by_role("checkbox", name="就业").uncheck()
    expect(total(page)).to_have_text("8")
    expect(page.get_by_role("combobox", name="排序")).to_have_value("oldest")
    page.get_by_role("checkbox", name="乡村振兴").check()
    expect(total(page)).to_have_text("1")
    page.go_back()
    expect(total(page)).to_have_text("8")
    page.go_back()
    expect(total(page)).to_have_text("1")
    expect(page.get_by_role("checkbox", name="就业")).to_be_checked()


def test_marks_the_hits_and_shows_the_text_as_printed(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=ＲＣＥＰ规则")
    hit = page.locator("[data-id]")
    expect(hit.locator("mark")).to_have_text(["ＲＣＥＰ规则"])
    expect(hit.locator(".passage")).to_contain_text("企业说，用好ＲＣＥＰ规则能省")
    expect(hit.locator(".meta")).to_contain_text("2023年2月20日")
    expect(hit.locator(".meta")).to_contain_text("第04版 经济")
    page.goto(f"{search_url}?q=乡音 协商议事")
    expect(page.locator("[data-id] .headline mark")).to_have_text("鄉音")
    expect(page.locator("[data-id] .passage mark")).to_have_text(["協商議事", "鄉音"])


def test_a_hit_in_the_subtitle_or_a_caption_is_shown(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=协商故事")
    expect(page.locator(".passage mark")).to_have_text("协商故事")
    page.goto(f"{search_url}?q=春联")
    expect(page.locator(".passage mark")).to_have_text("春联")


def test_a_link_lands_on_the_hit(page: Page, search_url: str) -> None:
    # Browsers cut 商量着办 into words at other places than 商量着.
    page.goto(f"{search_url}?q=商量着")
    page.locator("[data-id] .headline").click()
    page.wait_for_url("**/2023/02/19/01-01.html*")
    wait_until(page, "scrollY > 1000")


def test_keys_lead_through_the_hits(page: Page, box: Locator) -> None:
    page.locator("body").press("/")
    expect(box).to_be_focused()
    box.fill("协商")
    expect(total(page)).to_have_text("8")
    expect(page.locator(".suggestions [role=option]")).to_have_count(1)
    box.press("Escape")
    box.press("ArrowDown")
    links = page.locator(".hit .headline")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()


def test_regions_open_as_a_tree(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=协商")
    regions = page.locator("[data-facet=region]")
    expect(regions.get_by_role("checkbox")).to_have_count(4)
    regions.get_by_role("checkbox", name="宁夏回族自治区").check()
    expect(total(page)).to_have_text("3")
    regions.get_by_role("checkbox", name="金凤区").check()
    expect(regions.get_by_role("checkbox", name="长城中路街道")).to_be_visible()
    expect(regions.get_by_role("checkbox", name="金凤区")).to_be_focused()


def test_facets_that_are_fetched_come_when_they_are_opened(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=协商")
    expect(total(page)).to_have_text("8")
    page.get_by_text("作者", exact=True).last.click()
    page.get_by_role("checkbox", name="张玉香").check()
    expect(total(page)).to_have_text("2")
    page.get_by_role("button", name="张玉香，去掉这个条件").click()
    expect(total(page)).to_have_text("8")


def test_dates_limit_what_is_shown(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=协商")
    page.get_by_text("起止日期").click()
    page.get_by_label("到", exact=True).fill("2022-12-31")
    expect(total(page)).to_have_text("3")
    page.get_by_role("button", name="至2022年12月31日").click()
    expect(total(page)).to_have_text("8")


def test_long_lists_go_on_at_a_press(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=气温")
    hits = page.locator("[data-id]")
    expect(hits).to_have_count(20)
    page.get_by_role("button", name="再列 10 篇").click()
    expect(hits).to_have_count(30)
    expect(hits.nth(20).get_by_role("link")).to_be_focused()
    hits.nth(29).scroll_into_view_if_needed()
    expect(hits.nth(29).locator("mark")).to_have_text("气温")


def test_one_character_is_answered_kindly(page: Page, box: Locator) -> None:
    box.fill("区")
    expect(page.get_by_role("status")).to_have_text(
        "“区”只有一个字，单个的字查不了，请至少写两个字。"
    )
    box.fill("区 协商")
    expect(page.get_by_text("“区”只有一个字，单个的字查不了，这次没有把它算进去。")).to_be_visible()
    expect(total(page)).to_have_text("8")


def test_no_result_says_which_word_and_where_to_go(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=协商 宇宙飞船")
    expect(page.get_by_text("没有一篇文章写到“宇宙飞船”")).to_be_visible()
    expect(page.get_by_role("link", name="主题").last).to_be_visible()
    page.get_by_role("link", name="协商", exact=True).click()
    expect(total(page)).to_have_text("8")
    page.goto(f"{search_url}?q=荣昌 充电桩")
    expect(page.get_by_text("没有一篇同时写到")).to_be_visible()
    page.goto(f"{search_url}?q=荣昌&year=2021")
    page.get_by_role("link", name="荣昌", exact=True).click()
    expect(total(page)).to_have_text("1")


@pytest.mark.parametrize("asked", ["协商 议事", "区", "协商&year=2023"])
def test_an_archive_without_articles_says_that_there_is_nothing_to_search(
    tmp_path: Path, serve: Serve, page: Page, asked: str
) -> None:
    write_site([], tmp_path)
    page.goto(f"{serve(tmp_path)}search.html?q={asked}")
    expect(page.get_by_text("档案里还没有文章")).to_be_visible()
    expect(page.get_by_text("换个说法")).to_have_count(0)
    expect(page.get_by_text("都有文章写到")).to_have_count(0)


def test_a_long_word_that_nobody_wrote_can_be_taken_apart(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=荣昌协商")
    page.get_by_role("link", name="荣昌 协商").click()
    expect(page.locator("[data-id]")).to_have_attribute("data-id", "2023-02-20-03-03")


def test_words_that_were_listed_can_be_taken_apart(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=荣昌、协商")
    page.get_by_role("link", name="荣昌 协商").click()
    expect(page.locator("[data-id]")).to_have_attribute("data-id", "2023-02-20-03-03")


def test_an_empty_box_explains_itself(page: Page, box: Locator) -> None:
    expect(page.get_by_text("两个字以上就能查")).to_be_visible()
    box.fill("协商")
    expect(total(page)).to_have_text("8")
    box.fill("")
    expect(page.get_by_text("两个字以上就能查")).to_be_visible()
    expect(page.locator(".search-hits")).to_be_hidden()


def test_fits_a_narrow_screen_and_folds_its_facets(browser: Browser, search_url: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{search_url}?q=协商&region=宁夏回族自治区/银川市/金凤区")
    expect(total(page)).to_have_text("2")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    expect(page.get_by_text("地区", exact=True).last).to_be_hidden()
    page.get_by_text("缩小范围").click()
    expect(page.get_by_text("地区", exact=True).last).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_nothing_in_sight_moves_as_results_come(browser: Browser, search_url: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{search_url}?q=气温")
    expect(page.locator("[data-id] mark").first).to_be_visible()
    page.get_by_role("combobox", name="搜索报道").press("End")
    page.get_by_role("combobox", name="搜索报道").press_sequentially(" 晴好", delay=200)
    expect(page.locator("[data-id] mark").nth(1)).to_be_visible()
    page.wait_for_load_state("networkidle")
    settle(page)
    assert page.evaluate("window.shifts") < 0.05
    page.close()


def test_a_failure_is_told_and_can_be_retried(browser: Browser, search_url: str) -> None:
    page = browser.new_page()
    failing = "pagefind/2021-05-"
    page.route(
        "**/pagefind/**",
        lambda route: (
            route.abort() if failing and failing in route.request.url else route.continue_()
        ),
    )
    page.goto(f"{search_url}?q=协商")
    expect(page.get_by_text("2021年5月至2023年1月的报纸这次没能查到")).to_be_visible()
    failing = ""
    page.get_by_role("button", name="再试一次").click()
    expect(total(page)).to_have_text("8")
    failing = "pagefind/"
    page.goto(f"{search_url}?q=议事")
    expect(page.get_by_text("检索的资料没能取来")).to_be_visible()
    failing = ""
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator("[data-id]").first).to_be_visible()
    page.close()


def test_without_javascript_it_says_at_once_what_it_wants_and_where_else_to_look(
    browser: Browser, search_url: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{search_url}?q=协商")
    told = page.get_by_role("main").get_by_role("paragraph").filter(visible=True)
    assert told.count() == 1
    assert "搜索要用浏览器的 JavaScript" in told.inner_text()
    places = ["dates.html", "regions/index.html", "themes/index.html", "people/index.html"]
    links = told.get_by_role("link").all()
    assert [link.get_attribute("href") for link in links] == places
    page.context.close()


def test_says_why_it_does_nothing_when_its_script_cannot_run(page: Page, search_url: str) -> None:
    page.route("**/search/page.js", lambda route: route.fulfill(content_type="text/javascript"))
    page.goto(search_url)
    expect(page.get_by_text("搜索要用浏览器的 JavaScript")).to_have_count(0)
    expect(page.get_by_text("这里还不能搜索：从硬盘上打开的网页查不了")).to_be_visible()


@pytest.mark.parametrize(
    "typed", ["2023年2月20日", "2023-02-20", "2023.2.20", "２０２３/2/20", "20230220"]
)
def test_a_typed_date_leads_to_its_issue(page: Page, search_url: str, typed: str) -> None:
    page.goto(f"{search_url}?q={typed}")
    link = page.get_by_role("link", name="看2023年2月20日的报纸")
    expect(link).to_have_attribute("href", "2023/02/20/index.html")
    expect(page.locator("[data-part=notes]")).not_to_contain_text("没有一篇文章写到")


def test_a_typed_month_or_year_leads_to_its_calendar(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=2023年1月")
    link = page.get_by_role("link", name="看2023年1月的报纸")
    expect(link).to_have_attribute("href", "2023/index.html#m01")
    page.goto(f"{search_url}?q=2023")
    link = page.get_by_role("link", name="看2023年的报纸")
    expect(link).to_have_attribute("href", "2023/index.html")


def test_a_typed_date_without_an_issue_leads_to_those_next_to_it(
    page: Page, search_url: str
) -> None:
    page.goto(f"{search_url}?q=2023-02-01")
    told = page.locator("[data-part=notes] p").first
    expect(told).to_contain_text("没有收2023年2月1日的报纸。前后的有：")
    hrefs = told.get_by_role("link").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert hrefs == ["2023/01/30/index.html", "2023/02/19/index.html"]
    for other in ("1234", "2023-02-30", "2023年13月", "3.14"):
        page.goto(f"{search_url}?q={other}")
        expect(page.locator("[data-part=notes]")).to_contain_text("没有一篇文章写到")
        expect(page.locator("[data-part=notes]")).not_to_contain_text("报纸")


@pytest.mark.parametrize(
    ("asked", "chip", "count"),
    [
        ("from=2022-12-31&to=2021-01-01", "2021年1月1日至2022年12月31日", "3"),
        ("to=2022", "至2022年12月31日", "3"),
        ("from=2023-2", "2023年2月1日至今", "4"),
    ],
)
def test_an_address_may_name_days_in_any_order_and_as_long_times(
    page: Page, search_url: str, asked: str, chip: str, count: str
) -> None:
    page.goto(f"{search_url}?q=协商&{asked}")
    expect(page.get_by_role("button", name=f"{chip}，去掉这个条件")).to_be_visible()
    expect(total(page)).to_have_text(count)


@pytest.mark.parametrize("asked", ["from=abc", "to=2024-13-45", "month=2024-13", "year=二〇二三"])
def test_what_is_no_date_is_told_and_left_out(page: Page, search_url: str, asked: str) -> None:
    page.goto(f"{search_url}?q=协商&{asked}")
    expect(total(page)).to_have_text("8")
    written = asked.partition("=")[2]
    expect(page.get_by_text(f"地址里的“{written}”不是日期，这次没有算进去。")).to_be_visible()
    expect(page.locator("[data-part=chosen] > *")).to_have_count(0)
    page.get_by_role("checkbox", name="就业").check()
    expect(page.get_by_text("不是日期")).to_have_count(0)
    assert written not in page.evaluate("decodeURIComponent(location.search)")


def test_days_chosen_the_wrong_way_round_are_put_in_order(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=协商")
    page.get_by_text("起止日期").click()
    page.get_by_label("从", exact=True).fill("2022-12-31")
    page.get_by_label("到", exact=True).fill("2021-01-01")
    expect(page.locator("[data-part=chosen]")).to_have_text("2021年1月1日至2022年12月31日")
    expect(total(page)).to_have_text("3")


def test_paper_has_the_question_and_the_hits_but_no_controls(
    page: Page, search_url: str, tmp_path: Path
) -> None:
    page.goto(f"{search_url}?q=气温&year=2023")
    expect(page.locator("[data-id] mark").first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("气温　搜索")
    page.pdf(path=tmp_path / "search.pdf", format="A4")
    document = pypdfium2.PdfDocument(tmp_path / "search.pdf")
    pages = (sheet.get_textpage().get_text_bounded() for sheet in document)
    printed = "".join("".join(pages).split())
    assert "气温搜索" in printed
    assert "2023年" in printed
    assert "30篇" in printed
    assert "第30天的天气" in printed
    for control in ("排序", "起止日期", "宁夏回族自治区", "再列", "×"):
        assert control not in printed


def test_months_stand_below_their_year(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}?q=协商&year=2023&year=2021")
    names = page.locator("[data-facet=year] .name-of")
    expect(names.first).to_have_text("2023年")
    said = names.all_inner_texts()
    years = [name for name in said if "月" not in name]
    assert len(years) > 2
    assert len(said) > len(years)
    above = ""
    for name in said:
        above = above if "月" in name else name
        assert name.startswith(above)
