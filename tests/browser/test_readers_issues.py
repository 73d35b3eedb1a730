"""Reading by the calendar: years, issues, their pages and articles, and the ways between them."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import follow, wait_until
from tests.browser.weekly import FULL, MISSED, RICH

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from jianbao.article import Article

pytestmark = pytest.mark.browser

ISSUE = f"{FULL:%Y/%m/%d}/index.html"
ARTICLE = f"{FULL:%Y/%m/%d}/01-01.html"


def plain(text: str | None) -> str:
    """A text without the breaks and spaces between its pieces."""
    return "".join((text or "").split())


def texts(found: Locator) -> list[str]:
    return [plain(text) for text in found.all_text_contents()]


@pytest.fixture
def issue(weekly_articles: list[Article]) -> list[Article]:
    return [article for article in weekly_articles if article.date == FULL]


@pytest.mark.parametrize("year", [2021, 2022, 2023])
def test_a_year_shows_its_issues_and_those_that_are_missing(
    page: Page, weekly_url: str, weekly_articles: list[Article], year: int
) -> None:
    page.goto(f"{weekly_url}dates.html")
    follow(page.get_by_role("heading", name=f"{year}年").get_by_role("link"))
    counts = Counter(str(each.date) for each in weekly_articles if each.date.year == year)
    shown = page.locator(".month a")
    days = shown.locator("time").evaluate_all("all => all.map(time => time.dateTime)")
    assert dict(zip(days, texts(shown.locator("small")), strict=True)) == {
        day: f"{count}篇" for day, count in counts.items()
    }
    missing = page.locator("td .missing")
    expected = [str(day) for day in MISSED if day.year == year]
    assert missing.locator("time").evaluate_all("all => all.map(t => t.dateTime)") == expected
    # In words, not only by the border and the colour.
    assert texts(missing.locator("small")) == ["缺"] * len(expected)
    assert f"缺 {len(expected)} 期" in page.locator(".sum").inner_text()
    follow(page.locator(f'time[datetime="{max(counts)}"]'))
    assert page.get_by_role("heading", level=1).locator("time").get_attribute("datetime") == max(
        counts
    )


def test_an_issue_shows_its_pages_as_they_were_printed(
    page: Page, weekly_url: str, issue: list[Article]
) -> None:
    page.goto(weekly_url + ISSUE)
    sheets = [(page, list(group)) for page, group in groupby(issue, lambda each: each.page)]
    assert texts(page.locator(".sheet h2")) == [
        f"第{number}版{articles[0].section}" for number, articles in sheets
    ]
    for at, (_, articles) in enumerate(sheets):
        sheet = page.locator(".sheet").nth(at)
        assert "编辑 郑桉" in sheet.locator(".staff").inner_text()
        # 他山之石 once above the articles that it was printed above; nothing above the others.
        labels = [label for label, _ in groupby(articles, lambda each: each.column) if label]
        assert texts(sheet.locator(".column")) == labels
        hrefs = sheet.locator(".headline").evaluate_all("all => all.map(a => a.href)")
        assert [href.rpartition("/")[2] for href in hrefs] == [
            f"{each.page}-{each.ordinal}.html" for each in articles
        ]


def test_issues_and_years_follow_one_another(page: Page, weekly_url: str) -> None:
    page.goto(weekly_url + ISSUE)
    for relation, day in (("next", "2022-05-09"), ("prev", "2022-05-02"), ("prev", "2022-04-25")):
        follow(page.locator(f'.steps [rel="{relation}"]'))
        assert page.locator("h1 time").get_attribute("datetime") == day
    follow(page.locator(".crumbs").get_by_role("link", name="2022年"))
    follow(page.locator('.steps [rel="prev"]'))
    assert page.get_by_role("heading", level=1).inner_text() == "2021年"


def test_from_an_article_to_its_page_issue_and_neighbours(
    page: Page, weekly_url: str, issue: list[Article]
) -> None:
    first, second = issue[:2]
    page.goto(weekly_url + ARTICLE)
    same_page = [each for each in issue if each.page == first.page]
    shown = page.get_by_role("complementary").locator("section").first
    assert shown.locator("li").count() == len(same_page)
    assert plain(shown.locator("[aria-current]").inner_text()) == plain(first.title)

    follow(page.locator('.steps [rel="next"]'))
    assert page.url.endswith(f"{second.page}-{second.ordinal}.html")
    follow(page.locator('.steps [rel="prev"]'))
    assert page.url.endswith(ARTICLE)

    follow(page.get_by_role("complementary").get_by_role("link", name="第01版"))
    assert page.url.endswith(f"{ISSUE}#page-01")
    assert page.locator(":target h2").inner_text().startswith("第01版")
    page.go_back()
    follow(page.locator(".jump a"))
    assert page.url.endswith("03-01.html")
    follow(page.locator(".jump a"))
    assert page.url.endswith(ARTICLE)


def test_an_article_shows_all_that_was_printed(
    page: Page, weekly_url: str, issue: list[Article]
) -> None:
    article = issue[0]
    page.goto(weekly_url + ARTICLE)
    story = page.locator(".story")
    assert texts(story.locator("h1 .line")) == list(article.title_lines)
    assert story.locator(".kicker").inner_text() == article.kicker
    assert story.locator(".subtitle").inner_text() == article.subtitle
    assert texts(story.locator("[rel=author]")) == list(article.byline)
    assert [plain(text) for text in story.locator("figcaption").all_inner_texts()] == [
        "加装的电梯投入使用。张玉香摄",
        "图为居民在凉亭里议事。",
    ]
    photograph = story.locator("img")
    photograph.scroll_into_view_if_needed()
    wait_until(page, "document.querySelector('.story img').naturalWidth > 0")
    assert photograph.get_attribute("alt") == "新闻照片"  # what it shows is said by its caption
    told = [plain(each) for each in texts(story.locator(".body, figcaption, .source"))]
    assert told[-1] == "（据《人民政协报》）"


def test_photo_news_without_a_title_shows_its_text_once(page: Page, weekly_url: str) -> None:
    page.goto(f"{weekly_url}2022/03/07/03-01.html")
    story = page.locator(".story")
    assert story.locator(".kicker").inner_text() == "图片新闻"
    title, box = story.locator("h1").inner_text(), story.locator("h1").bounding_box()
    assert title.removesuffix("…") in story.locator(".body").inner_text()
    assert box
    assert box["width"] <= 1  # for those who have it read to them


def test_similar_articles_are_explained(
    page: Page, weekly_url: str, weekly_articles: list[Article]
) -> None:
    bodies = {f"{each.date:%Y/%m/%d}/{each.id[11:]}": each for each in weekly_articles}
    page.goto(weekly_url + ARTICLE)
    similar = page.locator(".similar li")
    assert similar.count() >= 3
    for entry in similar.all():
        href = entry.get_by_role("link").evaluate("a => a.href")
        other = bodies[href.removeprefix(weekly_url).removesuffix(".html")]
        assert other.date <= FULL
        terms = entry.locator("small").inner_text().partition("都写到")[2].split("、")
        assert terms
        for each in (other, bodies[ARTICLE.removesuffix(".html")]):
            whole = each.title + each.kicker + each.subtitle + each.body + "".join(each.themes)
            assert all(term in whole for term in terms), (terms, each.id)


def test_a_correction_leads_to_the_file_and_to_the_raw_page(page: Page, weekly_url: str) -> None:
    page.goto(weekly_url + ARTICLE)
    links = page.locator(".correct a").evaluate_all("all => all.map(a => a.href)")
    assert links == [
        "https://github.com/name/archive/edit/main/content/2022/05/02/01-01.md",
        "https://github.com/name/archive/blob/main/pages/2022-05-02/01.txt#L5-L60",
    ]


def test_a_print_is_a_clipping_and_nothing_else(
    browser: Browser, weekly_url: str, issue: list[Article]
) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(weekly_url + ARTICLE)
    page.emulate_media(media="print")
    shown = plain(page.locator("body").inner_text())
    assert shown.startswith("协商周报档案" + plain(issue[0].kicker))
    assert shown.endswith(f"[N/OL].协商周报，2022-05-02（01）.{weekly_url}{ARTICLE}.")
    for part in (".mast nav", ".crumbs", ".margin", ".steps", ".foot", ".citations", ".theme"):
        assert not page.locator(part).first.is_visible(), part
    colours = page.evaluate(
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    context.close()


def test_the_dark_scheme_is_the_systems_or_the_readers(page: Page, weekly_url: str) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    shade = "getComputedStyle(document.querySelector('.tiles .shade-5')).fill"
    seen = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{weekly_url}regions/index.html")
        seen[scheme] = page.evaluate(paper), page.evaluate(shade)
    assert seen["light"] != seen["dark"]
    page.get_by_role("button", name="浅色").click()
    assert (page.evaluate(paper), page.evaluate(shade)) == seen["light"]
    page.goto(weekly_url + ARTICLE)
    assert page.evaluate(paper) == seen["light"][0]


def test_the_rich_article_is_the_first_of_the_full_issue(issue: list[Article]) -> None:
    assert issue[0].id == RICH
    assert {each.page for each in issue} == {"01", "02", "03"}
