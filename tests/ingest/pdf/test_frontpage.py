"""Front pages with everything at once: each article is told right, and nothing is lost."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from jianbao.ingest.jsonform import page_json
from jianbao.ingest.pdf import raw_text
from tests.ingest.pdf.drawing import shuffled, to_html
from tests.ingest.pdf.frontpages.courier import make_courier_page
from tests.ingest.pdf.frontpages.evening import make_evening_page
from tests.ingest.pdf.frontpages.morning import make_morning_page
from tests.ingest.pdf.measure import cut_once, squeeze
from tests.ingest.pdf.test_layouts import characters

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from jianbao.ingest.page import CutPage
    from tests.ingest.pdf.frontpages.setting import FrontPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]


MAKERS: dict[str, Callable[[], FrontPage]] = {
    "morning": make_morning_page,
    "evening": make_evening_page,
    "courier": make_courier_page,
    "morning, other words": lambda: make_morning_page(11006),
    "courier, other words": lambda: make_courier_page(5007),
}


@pytest.fixture(scope="module")
def printed(browser: Browser) -> dict[str, bytes]:
    """Each page as Chromium prints it, painted in a random order."""
    tab = browser.new_page()
    files = {}
    for name, make in MAKERS.items():
        page = make()
        tab.set_content(to_html(shuffled(page.strokes, random.Random(name)), page.size))
        files[name] = tab.pdf(prefer_css_page_size=True, print_background=True)
    tab.close()
    return files


@pytest.fixture(scope="module")
def morning(printed: dict[str, bytes]) -> CutPage:
    return cut_once(printed["morning"])


@pytest.fixture(scope="module")
def evening(printed: dict[str, bytes]) -> CutPage:
    return cut_once(printed["evening"])


@pytest.fixture(scope="module")
def courier(printed: dict[str, bytes]) -> CutPage:
    return cut_once(printed["courier"])


@pytest.mark.parametrize("name", MAKERS)
def test_every_headline_kicker_and_body_is_right(printed: dict[str, bytes], name: str) -> None:
    found = {article.title: article for article in cut_once(printed[name]).articles}
    wanted = MAKERS[name]().articles
    assert set(found) == {article.title for article in wanted}
    for article in wanted:
        one = found[article.title]
        assert one.paragraphs == tuple(article.paragraphs)
        assert (one.kicker, one.subtitle) == (article.kicker, article.subtitle)
        assert (one.byline, one.source) == (article.byline, article.source)
        assert list(map(squeeze, one.captions)) == list(map(squeeze, article.captions))
        assert tuple(subhead.text for subhead in one.subheads) == article.subheads


@pytest.mark.parametrize("name", MAKERS)
def test_no_character_is_lost_or_added(printed: dict[str, bytes], name: str) -> None:
    cut = page_json(cut_once(printed[name]))
    assert characters(cut) == Counter(squeeze(raw_text(printed[name])))


def test_flagged_are_a_digest_that_an_editor_may_part_and_a_headline_of_other_words(
    morning: CutPage, evening: CutPage
) -> None:
    """The second is right: the words of these pages are made up, and its text has none of its own."""
    flagged = [one.title for page in (morning, evening) for one in page.articles if one.review]
    assert flagged == ["管家里的春天", "简讯"]


def test_the_masthead_is_read_from_its_pieces(
    morning: CutPage, evening: CutPage, courier: CutPage
) -> None:
    info = morning.info
    assert (info.date, info.page_no, info.weekday) == ("2024-03-18", "01", "星期一")
    assert not info.section
    info = evening.info
    assert (info.date, info.weekday) == ("2024-05-12", "星期日")
    assert not info.section  # though the weather and a QR code's words stand beside the name
    info = courier.info
    assert (info.date, info.page_no, info.weekday) == ("2023-11-09", "01", "星期四")


def test_what_is_no_article_is_furniture(morning: CutPage) -> None:
    kinds = Counter(one.kind for one in morning.furniture)
    assert kinds["teaser"] == 6
    assert kinds["advertisement"] == 4
    assert (kinds["jump"], kinds["slug"], kinds["column-label"]) == (2, 1, 1)
    assert (kinds["ornament"], kinds["overprint"]) == (1, 1)
    assert "notice" not in kinds


def test_a_pull_quote_a_table_and_an_advertisement_are_furniture(evening: CutPage) -> None:
    kinds = Counter(one.kind for one in evening.furniture)
    assert (kinds["pull-quote"], kinds["table"], kinds["advertisement"]) == (1, 13, 5)
    assert (kinds["jump"], kinds["column-label"]) == (1, 1)


def test_an_index_a_quote_a_table_and_an_advertisement_are_furniture(courier: CutPage) -> None:
    kinds = Counter(one.kind for one in courier.furniture)
    assert (kinds["teaser"], kinds["pull-quote"], kinds["table"]) == (9, 1, 13)
    assert (kinds["advertisement"], kinds["jump"], kinds["column-label"]) == (4, 1, 1)


def test_an_article_goes_on_on_another_page(morning: CutPage, evening: CutPage) -> None:
    assert [one.continued_on for one in morning.articles if one.continued_on] == ["02"]
    assert "（下转第3版）" in [one.text for one in evening.furniture]
