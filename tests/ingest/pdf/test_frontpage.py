"""A daily's front page with everything at once: each article is told right, and nothing is lost."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from jianbao.ingest.jsonform import page_json
from jianbao.ingest.pdf import cut_pdf, raw_text
from tests.ingest.pdf.drawing import shuffled, to_html
from tests.ingest.pdf.frontpages.morning import make_morning_page
from tests.ingest.pdf.measure import squeeze
from tests.ingest.pdf.test_layouts import characters

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from jianbao.ingest.page import CutPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module", params=[1, 2])
def data(request: pytest.FixtureRequest, browser: Browser) -> bytes:
    """The page as Chromium prints it, painted in a random order."""
    wanted = make_morning_page()
    strokes = shuffled(wanted.strokes, random.Random(request.param))
    tab = browser.new_page()
    tab.set_content(to_html(strokes, wanted.size))
    printed = tab.pdf(prefer_css_page_size=True, print_background=True)
    tab.close()
    return printed


@pytest.fixture(scope="module")
def page(data: bytes) -> CutPage:
    (cut,) = cut_pdf(data)
    return cut


def test_every_headline_kicker_and_body_is_right(page: CutPage) -> None:
    found = {article.title: article for article in page.articles}
    wanted = make_morning_page().articles
    assert set(found) == {article.title for article in wanted}
    for article in wanted:
        one = found[article.title]
        assert one.paragraphs == tuple(article.paragraphs)
        assert (one.kicker, one.subtitle) == (article.kicker, article.subtitle)
        assert (one.byline, one.source) == (article.byline, article.source)
        assert list(map(squeeze, one.captions)) == list(map(squeeze, article.captions))
        assert tuple(subhead.text for subhead in one.subheads) == article.subheads


def test_no_article_is_flagged(page: CutPage) -> None:
    assert {article.title: article.review for article in page.articles if article.review} == {}


def test_the_masthead_is_read_from_its_pieces(page: CutPage) -> None:
    info = page.info
    assert (info.date, info.page_no, info.weekday) == ("2024-03-18", "01", "星期一")
    assert not info.section


def test_what_is_no_article_is_furniture(page: CutPage) -> None:
    kinds = Counter(one.kind for one in page.furniture)
    assert kinds["teaser"] == 6
    assert kinds["advertisement"] == 4
    assert (kinds["jump"], kinds["slug"], kinds["column-label"]) == (2, 1, 1)
    assert (kinds["ornament"], kinds["overprint"]) == (1, 1)
    assert "notice" not in kinds


def test_an_article_goes_on_on_another_page(page: CutPage) -> None:
    assert [one.continued_on for one in page.articles if one.continued_on] == ["02"]


def test_no_character_is_lost_or_added(page: CutPage, data: bytes) -> None:
    assert characters(page_json(page)) == Counter(squeeze(raw_text(data)))
