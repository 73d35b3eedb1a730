"""A site whose interface is English: nothing of it speaks Chinese but the newspaper."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from jianbao.site.build import build
from tests.archives import make_archive
from tests.browser import weekly
from tests.browser.test_pages import RULES
from tests.sharing import once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from playwright.sync_api import Page

    from jianbao.article import Article
    from tests.browser.conftest import Serve

SETTINGS = 'language = "en"\n' + weekly.SETTINGS

KINDS = {
    "home": "index.html",
    "article": "2022/05/02/03-01.html",
    "issue": "2022/05/02/index.html",
    "year": "2022/index.html",
    "dates": "dates.html",
    "regions": "regions/index.html",
    "region": "regions/ning-xia/yin-chuan/jin-feng-qu/index.html",
    "themes": "themes/index.html",
    "theme": "themes/xie-shang-min-zhu/index.html",
    "people": "people/index.html",
    "columns": "columns/index.html",
    "sources": "sources/index.html",
    "matrix": "matrix.html",
    "search": "search.html",
    "missing": "404.html",
    "moved": "themes/yi-shi-li-shi/index.html",
    "gone": "2022/05/02/03-09.html",
}
WORDS = {"runOnly": RULES, "rules": {"color-contrast": {"enabled": False}}}
"""All but the colours, which the language does not change."""

SEEN = ("aria-label", "title", "placeholder", "alt", "data-copy", "data-copied", "data-save")
"""The attributes that readers see or hear."""

CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [article for article in weekly.Weekly().articles() if article.date.year == 2022]


@pytest.fixture(scope="module")
def english_site(tmp_path_factory: pytest.TempPathFactory, articles: list[Article]) -> Path:
    def make(root: Path) -> None:
        plain = [article for article in articles if not article.images]
        archive = make_archive(root, *plain, settings=SETTINGS)
        (root / "redirects.toml").write_text(weekly.REDIRECTS, "utf-8")
        build(archive, root / "site")

    return once(tmp_path_factory, "english", make) / "site"


@pytest.fixture(scope="module")
def english_url(english_site: Path, serve: Serve) -> str:
    return serve(english_site, "/any-name/")


def said(element: Element, language: str = "") -> Iterator[tuple[str, str]]:
    """What an element and those in it say, each with its language."""
    language = element.get("lang", language)
    if element.tag in ("script", "style"):
        return
    for name in SEEN:
        yield language, element.get(name, "")
    yield language, element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from said(child, language)
        yield language, child.tail or ""


def proper_names(articles: list[Article]) -> list[str]:
    """What the newspaper calls things; those with others in them first."""
    found = {"协商周报档案", "《协商周报》", "题:协商", "作者:张玉香", "议事理事"}
    for article in articles:
        found |= {article.title, article.section, article.column, article.source, *article.themes}
        found |= {*article.byline, f"《{article.source}》", *article.captions}
        found |= {name for path in article.regions for name in (path, *path.split("/"))}
    return sorted(found - {""}, key=len, reverse=True)


def test_no_page_speaks_chinese_but_for_the_newspaper(
    english_site: Path, articles: list[Article]
) -> None:
    names = proper_names(articles)
    pages = sorted(english_site.rglob("*.html"))
    assert len(pages) > 200
    of_a_kind = defaultdict(list)  # In a folder of the root, so far below it.
    for page in pages:
        first, *rest = page.relative_to(english_site).parts
        of_a_kind[first, len(rest)].append(page)
    issue = english_site / KINDS["issue"]
    named = {english_site / href for href in KINDS.values()}
    some = [page for kind in of_a_kind.values() for page in kind[:3]]
    for page in sorted({*named, *some, *issue.parent.glob("*.html")}):
        root = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
        assert root.get("lang") == "en"
        for language, text in said(root):
            if language == "en":
                for name in names:
                    text = text.replace(name, "")
                assert not CHINESE.search(text), f"{page}: {text}"


def test_the_article_says_that_it_is_chinese(english_site: Path) -> None:
    page = english_site / KINDS["article"]
    root = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    for path in (".//h1", ".//div[@class='body']"):
        assert root.find(path).get("lang") == "zh-Hans"
    assert '"inLanguage":"zh-Hans"' in page.read_text("utf-8")


@pytest.mark.browser
@pytest.mark.parametrize("name", [*KINDS, "search?q"])
def test_axe_finds_nothing(page: Page, english_url: str, name: str) -> None:
    href = "search.html?q=协商" if name == "search?q" else KINDS[name]
    page.goto(english_url + href)
    if "?" in href:
        page.wait_for_selector("[data-id]")
    result = Axe().run(page, options=WORDS)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.browser
def test_a_search_speaks_english(page: Page, english_url: str, articles: list[Article]) -> None:
    page.goto(f"{english_url}search.html?q=协商")
    page.wait_for_selector(weekly.SEARCHED)
    count = int(page.locator("[data-total]").get_attribute("data-total") or 0)
    assert 1 < count <= len(articles)
    expect(page.get_by_role("status").first).to_have_text(f"{count} articles")
    assert page.title().startswith("协商 – Search – ")
    facets = page.locator("details.facet > summary").all_inner_texts()
    assert facets[:4] == ["Region", "Theme", "Year", "Writer"]
    expect(page.locator(".hit time").first).to_have_text(re.compile(r"^\d+ [A-Z][a-z]+ 2022$"))
    expect(page.locator(".hit .meta").first).to_contain_text("Page 0")
    expect(page.locator("button.more")).to_have_text("List 20 more articles")
    page.locator('[data-facet="year"] input').first.check()
    expect(page.get_by_role("button", name="2022: remove")).to_be_visible()


@pytest.mark.browser
def test_what_was_not_found_is_told_in_english(page: Page, english_url: str) -> None:
    notes = page.locator("[data-part=notes]")
    page.goto(f"{english_url}search.html?q=量子纠缠")
    expect(notes).to_contain_text("No article in the archive has “量子纠缠”.")
    expect(notes).to_contain_text("Perhaps the words stand apart; search for: 量子 纠缠")
    expect(notes).to_contain_text("browse by date, region or theme.")
    page.goto(f"{english_url}search.html?q=协")
    expect(page.get_by_role("status")).to_contain_text("“协” is a single character")
    page.goto(f"{english_url}search.html?q=协商&from=2022-02-21&to=2022-02-22")
    expect(page.locator("[data-part=chosen]")).to_have_text("21 February 2022 – 22 February 2022")


@pytest.mark.browser
def test_fields_have_english_names(page: Page, english_url: str) -> None:
    totals = []
    for field in ("title", "题"):
        page.goto(f"{english_url}search.html?q={field}:协商")
        page.wait_for_selector(weekly.SEARCHED)
        totals.append(page.locator("[data-total]").get_attribute("data-total"))
    assert totals[0] == totals[1]


@pytest.mark.browser
def test_suggestions_speak_english(page: Page, english_url: str) -> None:
    page.goto(english_url)
    page.get_by_role("combobox", name="Search the articles").press_sequentially("xieshang")
    option = page.get_by_role("listbox", name="Themes, regions, writers").get_by_role("option")
    expect(option.first).to_have_text(re.compile(r"协商民主 Theme · \d+ articles"))


@pytest.mark.browser
def test_english_words_find_their_room(phone: Page, english_url: str) -> None:
    phone.goto(english_url + KINDS["dates"])
    cut = phone.eval_on_selector_all(
        ".year li a", "all => all.filter(a => a.scrollWidth > a.clientWidth).map(a => a.innerText)"
    )
    lines = phone.eval_on_selector_all(".year li a", "all => all.map(a => a.offsetHeight)")
    assert cut == []
    assert len(set(lines)) == 1
    for width in (768, 1440):
        phone.set_viewport_size({"width": width, "height": 800})
        tops = phone.eval_on_selector_all(
            ".mast nav, .mast .theme",
            "all => all.map(e => e.getBoundingClientRect()).map(b => (b.top + b.bottom) / 2)",
        )
        assert abs(tops[0] - tops[1]) < 2, width
