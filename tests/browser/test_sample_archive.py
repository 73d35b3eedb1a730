"""What a reader finds in the sample archive: exactly the articles that hold the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jianbao.content import read_content
from jianbao.markdown import to_blocks
from jianbao.vocabulary import open_vocabulary
from tests.browser.conftest import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from jianbao.config import Archive

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def fields(sample: Archive) -> dict[str, list[str]]:
    """By article: every text in which a reader may find words."""
    return {
        article.id: [
            *(article.title, article.kicker, article.subtitle, article.source),
            *(*article.byline, *article.captions, *to_blocks(article.body)),
        ]
        for each in read_content(sample, open_vocabulary(sample)).articles
        for article in (each.article,)
    }


def found(page: Page, url: str, query: str) -> set[str]:
    page.goto(f"{url}search.html?q={query}")
    page.wait_for_selector("[data-total]")
    wait_until(page, "document.querySelector('[data-total]').textContent.trim() !== ''")
    hits = {hit.get_attribute("data-id") or "" for hit in page.query_selector_all("[data-id]")}
    total = page.locator("[data-total]").get_attribute("data-total")
    assert total == str(len(hits))
    return hits


@pytest.mark.parametrize(
    "query",
    [
        *(
            "荣昌区",
            "段简",
            "商议事",
            "有事好商量",
            "F1区",
            "f1区",
            "2022年",
            "２０２２年",
            "张玉香",
        ),
        *(
            "协商 充电桩",
            "人民政协网",
            "大文章",
            "社区 30万元",
            "优化营商环境，只有",
            "大家积极发言",
        ),
    ],
)
def test_a_search_finds_exactly_what_holds_all_words(
    page: Page, sample_url: str, fields: dict[str, list[str]], query: str
) -> None:
    words = query.replace("２０２２", "2022").upper().split()
    expected = {
        article_id
        for article_id, texts in fields.items()
        if all(any(word in text.upper() for text in texts) for word in words)
    }
    assert found(page, sample_url, query) == expected


def test_known_counts(page: Page, sample_url: str) -> None:
    assert len(found(page, sample_url, "荣昌区")) == 1
    assert found(page, sample_url, "段简") == set()
    assert len(found(page, sample_url, "协商 充电桩")) == 2


def test_a_hit_leads_to_its_place_in_the_article(page: Page, sample_url: str) -> None:
    found(page, sample_url, "电动刷卡门")
    link = page.locator("[data-id] a").first
    assert "#:~:text=" in (link.get_attribute("href") or "")
    link.click()
    page.wait_for_url("**/2023/02/20/*.html*")
    wait_until(page, "window.scrollY > 200")


def test_the_module_answers_as_documented(page: Page, sample_url: str) -> None:
    page.goto(f"{sample_url}search.html")
    answer = page.evaluate(
        """async () => {
            const { open, search } = await import("./assets/search.js");
            await open();
            return search("协商", { region: "宁夏回族自治区/银川市", sort: "newest" });
        }"""
    )
    assert answer["total"] == len(answer["ids"]) == 3
    assert answer["facets"]["region"]["宁夏回族自治区/银川市"] == 3
    assert answer["facets"]["year"] == {"2023": 3}
