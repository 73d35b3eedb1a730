"""Browsing by region, theme, writer, column and source; the map and the matrix."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import follow, wait_until
from tests.browser.weekly import COLUMNS, PROVINCES, SEARCHED, SOURCES, home_district

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Locator, Page

    from jianbao.article import Article

pytestmark = pytest.mark.browser


def counted(articles: Iterable[Article], of: Callable[[Article], Iterable[str]]) -> Counter[str]:
    """How many articles have each; an article counts once."""
    return Counter(each for article in articles for each in dict.fromkeys(of(article)))


def places(article: Article) -> Iterable[str]:
    """The regions of an article and all above them."""
    for path in article.regions:
        names = path.split("/")
        yield from ("/".join(names[:depth]) for depth in range(1, len(names) + 1))


def labelled(links: Locator) -> dict[str, int]:
    """宁夏回族自治区 272: links by their names, with their counts."""
    pairs = [text.split() for text in links.all_inner_texts()]
    assert all(len(pair) >= 2 for pair in pairs), pairs
    return {pair[0]: int(pair[-1].replace(",", "")) for pair in pairs}


@pytest.fixture(scope="module")
def by_place(weekly_articles: list[Article]) -> Counter[str]:
    return counted(weekly_articles, places)


def test_the_tree_leads_from_province_to_community_with_counts(
    page: Page, weekly_url: str, by_place: Counter[str]
) -> None:
    page.goto(f"{weekly_url}regions/index.html")
    provinces = page.locator(".province")
    assert set(texts(provinces.locator("h2 a"))) == set(PROVINCES)
    found: dict[str, int] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".province a")].map(a => {
            const path = [];
            for (let at = a; at; at = at.parentElement.closest("li")) {
                path.unshift(at.matches("li") ? at.querySelector("a").firstChild.data.trim() : "");
            }
            const province = a.closest(".province").querySelector("h2 a").textContent;
            const count = (a.closest("h2") ?? a).querySelector(".count").textContent;
            return [[province, ...path.filter(Boolean)].join("/"), Number(count)];
        }))"""
    )
    assert found == dict(by_place)
    assert max(path.count("/") for path in found) == 4  # 社区


def texts(found: Locator) -> list[str]:
    return [text.strip() for text in found.all_text_contents()]


def test_the_map_shades_by_count_and_says_the_same_in_a_table(
    page: Page, weekly_url: str, by_place: Counter[str]
) -> None:
    page.goto(f"{weekly_url}regions/index.html")
    expected = {path: by_place[path] for path in PROVINCES}
    tiles = page.locator(".tiles a")
    names = [name.split() for name in tiles.evaluate_all("all => all.map(a => a.ariaLabel)")]
    assert {name: int(count) for name, count, _ in names} == expected
    assert page.locator(".tiles rect").count() == 34
    steps = tiles.locator("rect").evaluate_all("all => all.map(r => r.classList[0])")
    by_count = sorted((int(count), step) for (_, count, _), step in zip(names, steps, strict=True))
    assert [step for _, step in by_count] == sorted(steps)
    assert len(set(steps)) >= 2

    page.get_by_text("列表").click()
    rows = page.locator(".map tbody tr")
    assert labelled(rows) == expected

    page.locator(".tiles a").first.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() in PROVINCES


def test_a_region_lists_what_is_below_it_its_themes_and_its_course(
    page: Page, weekly_url: str, weekly_articles: list[Article], by_place: Counter[str]
) -> None:
    page.goto(f"{weekly_url}regions/index.html")
    province = PROVINCES[0]
    follow(page.locator(".province h2").get_by_role("link", name=province))
    inside = [each for each in weekly_articles if province in places(each)]
    assert page.locator(".sum").inner_text().startswith(f"{len(inside)} 篇")
    assert labelled(page.get_by_role("navigation", name="下属地区").get_by_role("link")) == {
        path.rpartition("/")[2]: count
        for path, count in by_place.items()
        if path.rpartition("/")[0] == province
    }
    themes = page.get_by_role("navigation", name="主题", exact=True)
    assert labelled(themes.get_by_role("link")) == counted(inside, lambda each: each.themes)
    years = Counter(str(each.date.year) for each in inside)
    bars = page.locator(".chart a").evaluate_all("all => all.map(a => a.ariaLabel)")
    assert bars == [f"{year} {years[year]} 篇" for year in sorted(years)]
    follow(page.locator(".chart a").first)
    assert page.get_by_role("heading", level=1).inner_text() == f"{min(years)}年"


def test_on_paper_too_a_headline_is_larger_than_its_lead(page: Page, weekly_url: str) -> None:
    page.goto(f"{weekly_url}themes/jiu-ye/index.html")
    page.emulate_media(media="print")
    headline, lead = (
        page.locator(f".entry {part}").first.evaluate(
            "e => parseFloat(getComputedStyle(e).fontSize)"
        )
        for part in (".headline", ".lead")
    )
    assert headline > lead


def test_a_shorter_time_is_drawn_by_months(page: Page, weekly_url: str) -> None:
    page.goto(f"{weekly_url}regions/index.html")
    place = home_district().rpartition("/")[2]
    follow(page.locator(".province").get_by_role("link", name=re.compile(f"^{place} ")))
    chart = page.get_by_role("img")
    label = chart.get_attribute("aria-label") or ""
    bars = chart.locator("rect").count()
    assert bars > 12
    assert label.count("篇") == bars + 1  # Its own name says 篇数.
    caption = page.locator(".chart figcaption")
    assert re.search(r"20\d\d年\d+月\s*最多 \d+ 篇\s*20\d\d年\d+月", caption.inner_text())


def test_a_theme_lists_its_regions_which_lead_to_what_has_both(
    page: Page, weekly_url: str, weekly_articles: list[Article]
) -> None:
    page.goto(f"{weekly_url}themes/index.html")
    name = page.locator(".index a").nth(1).inner_text().split()[0]
    follow(page.locator(".index a").nth(1))
    assert page.get_by_role("heading", level=1).inner_text() == name
    of_it = [each for each in weekly_articles if name in each.themes]
    regions = page.get_by_role("navigation", name="地区", exact=True).get_by_role("link")
    assert labelled(regions) == {
        path: count for path, count in counted(of_it, places).items() if "/" not in path
    }
    assert page.locator(".entry").count() >= min(50, len(of_it))
    region, count = next(iter(labelled(regions).items()))
    follow(regions.first)
    _has_both(page, region, name, count)


def test_a_cell_of_the_matrix_leads_to_the_search_with_both(
    page: Page, weekly_url: str, weekly_articles: list[Article]
) -> None:
    page.goto(f"{weekly_url}themes/index.html")
    follow(page.get_by_role("link", name="地区与主题"))
    themes = texts(page.locator("thead a"))
    assert len(themes) == 12
    rows = {
        texts(row.locator("th"))[0]: texts(row.locator("td"))
        for row in page.locator(".matrix tbody tr").all()
    }
    assert set(rows) == set(PROVINCES)
    for province, cells in rows.items():
        inside = [each for each in weekly_articles if province in places(each)]
        of_theme = counted(inside, lambda each: each.themes)
        assert cells == [str(of_theme[theme] or "") for theme in themes]
    cell = page.locator(".matrix tbody tr").nth(1).locator("td a").nth(2)
    count, at = int(cell.inner_text()), cell.evaluate("a => a.closest('td').cellIndex")
    province = list(rows)[1]
    follow(cell)
    _has_both(page, province, themes[at - 1], count)


def _has_both(page: Page, region: str, theme: str, count: int) -> None:
    """The search shows what is of this region and this theme, and says so."""
    asked = parse_qs(urlsplit(page.url).query)
    assert (asked["region"], asked["theme"]) == ([region], [theme])
    page.wait_for_selector(SEARCHED)
    assert page.locator("[data-total]").get_attribute("data-total") == str(count)
    chosen = page.locator(".search-chosen").inner_text()
    assert region in chosen
    assert theme in chosen


def test_the_matrix_scrolls_in_itself_with_its_heads_in_sight(page: Page, weekly_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 500})
    page.goto(f"{weekly_url}matrix.html")
    region = page.get_by_role("region", name="地区与主题")
    region.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    wait_until(page, "document.querySelector('.matrix').scrollLeft > 100")
    assert page.evaluate("scrollX") == 0
    head = region.locator("tbody th").first
    assert head.bounding_box()["x"] == pytest.approx(region.bounding_box()["x"], abs=1)  # type: ignore[index]


@pytest.mark.parametrize(
    ("kind", "heading", "of"),
    [
        ("people", "作者", lambda each: each.byline),
        ("columns", "栏目", lambda each: (each.column,) if each.column else ()),
        ("sources", "来源", lambda each: (each.source,) if each.source else ()),
    ],
)
def test_writers_columns_and_sources_have_counts_and_years(
    page: Page,
    weekly_url: str,
    weekly_articles: list[Article],
    kind: str,
    heading: str,
    of: Callable[[Article], Iterable[str]],
) -> None:
    page.goto(f"{weekly_url}people/index.html")
    follow(page.get_by_role("main").get_by_role("link", name=heading))
    assert page.url.endswith(f"{kind}/index.html")
    links = page.locator(".index a")
    counts = counted(weekly_articles, of)
    assert labelled(links) == counts
    if kind != "people":
        assert set(counts) == set(COLUMNS if kind == "columns" else SOURCES)
    for name, years, _ in (text.split() for text in links.all_inner_texts()):
        written = sorted({each.date.year for each in weekly_articles if name in of(each)})
        ends = dict.fromkeys((str(written[0]), str(written[-1])))
        assert years == "–".join(ends)
    name, most = counts.most_common(1)[0]
    follow(links.first)
    assert page.get_by_role("heading", level=1).inner_text() == name
    assert page.locator(".sum").inner_text().startswith(f"{most} 篇")
