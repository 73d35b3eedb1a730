"""In what order the search shows what it found: each signal of the score by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from jianbao.search import SearchDocument
from tests.search.site import write_site
from tests.sharing import once

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

ORDER = """async (query) => {
    const { search } = await import(new URL("assets/search.js", location.href));
    return (await search(query)).ids;
}"""
FILLER = "天气晴朗，路上行人来来往往，买菜的买菜，上班的上班。"
"""Twenty-six characters about nothing that is asked for."""


def _article(day: str, ordinal: int, text: str, **fields: object) -> SearchDocument:
    rest = f"01-{ordinal:02}"
    return SearchDocument(
        id=f"{day}-{rest}",
        url=f"{day.replace('-', '/')}/{rest}.html",
        date=day,
        text=text,
        **fields,  # type: ignore[arg-type]
    )


def _about(word: str, times: int, *, before: int = 0, after: int = 0) -> str:
    """A text that says a word so many times, after so many fillers and before so many more."""
    return FILLER * before + f"{word}，" * times + FILLER * (after or 8 - before)


MARCH, OLD = "2024-03-05", "2024-01-09"
DOCUMENTS = (
    _article(MARCH, 1, _about("祁连山", 2)),
    _article(MARCH, 2, _about("祁连山", 1), title="祁连山的春天"),
    _article(MARCH, 3, _about("祁连山", 1), kicker="走进祁连山", title="山里的春天"),
    _article(MARCH, 4, _about("祁连山", 1)),
    _article(MARCH, 5, _about("祁连山", 1, before=7)),
    _article(MARCH, 6, _about("祁连山", 1, before=7, after=60)),
    # One says the name once, then short; the other says it once, and no more.
    _article(MARCH, 7, _about("成都大运会", 1) + _about("大运会", 6)),
    _article(MARCH, 8, _about("成都大运会", 1) + _about("大晴天", 6)),
    # Of two words, 就业 is in most articles of the archive and 退役军人 in these two.
    _article(MARCH, 9, _about("退役军人", 6) + _about("就业", 1)),
    _article(MARCH, 10, _about("退役军人", 1) + _about("就业", 6)),
    *(_article(MARCH, 20 + n, _about("就业", 1)) for n in range(12)),
    *(_article(OLD, 20 + n, _about("就业", 1)) for n in range(12)),
    # Words side by side, and with a page of text between them.
    _article(MARCH, 11, _about("枸杞", 1) + _about("直播", 1, before=7)),
    _article(MARCH, 12, _about("枸杞直播", 1) + FILLER * 8),
    # The same text in two bundles, and short and long by one writer.
    _article(OLD, 1, _about("芦花", 1), byline=("秦小雨",)),
    _article(MARCH, 13, _about("芦花", 1), byline=("秦小雨",)),
    _article(OLD, 2, FILLER, byline=("秦小雨",)),
)

Order = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def order(
    tmp_path_factory: pytest.TempPathFactory, serve: Serve, browser: Browser
) -> Iterator[Order]:
    """`order(query)` gives the last parts of the ids, the best first: `03-05-01-07`."""
    folder = once(
        tmp_path_factory, "order", lambda folder: write_site(DOCUMENTS, folder, pages=False)
    )
    page = browser.new_page()
    page.goto(f"{serve(folder)}search.html")
    yield lambda query: [one[5:] for one in page.evaluate(ORDER, query)]
    page.close()


def test_title_then_front_matter_then_often_then_lead_then_short(order: Order) -> None:
    found = order("祁连山")
    assert found == [f"03-05-01-{n:02}" for n in (2, 3, 1, 4, 5, 6)]


def test_the_pieces_of_a_word_count_too(order: Order) -> None:
    assert order("成都大运会") == ["03-05-01-07", "03-05-01-08"]


@pytest.mark.parametrize("query", ["退役军人 就业", "就业 退役军人"])
def test_a_rare_word_counts_more_than_a_common_one(order: Order, query: str) -> None:
    assert order(query) == ["03-05-01-09", "03-05-01-10"]


def test_words_near_each_other_count_more(order: Order) -> None:
    assert order("枸杞 直播") == ["03-05-01-12", "03-05-01-11"]


def test_the_newer_comes_first_among_equals_of_any_bundle(order: Order) -> None:
    assert order("芦花") == ["03-05-01-13", "01-09-01-01"]


def test_a_writer_alone_asks_for_no_text_so_the_newest_come_first(order: Order) -> None:
    assert order("作者:秦小雨") == ["03-05-01-13", "01-09-01-01", "01-09-01-02"]


def test_a_writer_beside_a_word_takes_nothing_from_its_weight(order: Order) -> None:
    assert order("作者:秦小雨 芦花") == order("芦花")
