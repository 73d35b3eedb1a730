"""The search module in a real browser: what it finds, in what order, how it counts."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from jianbao.search.folding import fold
from jianbao.search.tokens import HAN
from tests.browser.conftest import settle, watch
from tests.search.documents import DOCUMENTS, JIN_FENG, YIN_CHUAN
from tests.search.site import write_site
from tests.sharing import once

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from jianbao.search import SearchDocument
    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

CASES = json.loads(
    (Path(__file__).parent.parent / "search" / "cases.json").read_text(encoding="utf-8")
)
ASK = """async (asked) => {
    const { search } = await import(new URL("assets/search.js", location.href));
    return Promise.all(asked.map(([query, options]) => search(query, options)));
}"""

Search = Callable[..., dict[str, Any]]
Searches = Callable[[Iterable[tuple[str, dict[str, object]]]], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def search_url(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """The site of DOCUMENTS under a base path, with its slash at the end."""
    folder = once(tmp_path_factory, "documents", lambda folder: write_site(DOCUMENTS, folder))
    return serve(folder, "/any-name/")


@pytest.fixture(scope="module")
def searches(browser: Browser, search_url: str) -> Iterator[Searches]:
    """`searches([(query, options), …])` in the browser gives the answers."""
    context = browser.new_context()
    page = context.new_page()
    wrong = watch(page)
    page.goto(f"{search_url}search.html")
    yield lambda asked: page.evaluate(ASK, asked)
    context.close()
    assert wrong == []


@pytest.fixture(scope="module")
def search(searches: Searches) -> Search:
    """`search(query, **options)` in the browser gives its answer."""
    return lambda query, **options: searches([(query, options)])[0]


def fields(document: SearchDocument) -> Iterable[str]:
    """All that can be found of an article, each paragraph apart."""
    return (
        document.title,
        document.kicker,
        document.subtitle,
        document.source,
        *document.byline,
        *document.captions,
        *document.text.split("\n"),
    )


def holds(text: str, query: str) -> bool:
    """Whether a text holds a query, by looking: blanks do not count, letters and digits whole."""
    letters = rf"[^\W_{HAN}]"
    parts = re.findall(rf"{letters}+|[^ ]", fold(query))
    pattern = " *".join(
        rf"(?<!{letters}){part}(?!{letters})" if re.match(letters, part) else re.escape(part)
        for part in parts
    )
    return re.search(pattern, fold(text)) is not None


def containing(*queries: str) -> set[str]:
    """The ids of the articles that hold all of the queries."""
    return {
        document.id
        for document in DOCUMENTS
        if all(any(holds(field, query) for field in fields(document)) for query in queries)
    }


def test_folds_and_cuts_as_the_index_does(page: Page, search_url: str) -> None:
    page.goto(f"{search_url}search.html")
    found = page.evaluate(
        """async (cases) => {
            const at = (name) => new URL(name, location.href);
            const { Folding, phrase, cover } = await import(at("assets/search.js"));
            const listed = await (await fetch(at("pagefind/bundles.json"))).json();
            const folding = new Folding(listed.variants);
            return {
                fold: cases.fold.map(([text]) => [text, folding.fold(text)]),
                phrase: cases.phrase.map(([text]) => [
                    text,
                    phrase(folding.fold(text)),
                    cover(folding.fold(text)).map(({ token, offset }) => [token, offset]),
                ]),
            };
        }""",
        CASES,
    )
    assert found == {"fold": CASES["fold"], "phrase": CASES["phrase"]}


@pytest.mark.parametrize(
    "query",
    [
        "荣昌区",
        "商议事",
        "有事好商量",
        "F1区",
        "2022年",
        "张玉香",
        "RCEP",
        "民生实事",
        "人民政协网",
        "志愿者写春联",
        "人心也热了",
        "协商故事",
        "12.5%",
        "iPhone15",
        "5G设备",
        "段简",
        "一段",
    ],
)
def test_finds_exactly_what_holds_the_words(search: Search, query: str) -> None:
    answer = search(query)
    assert set(answer["ids"]) == containing(query)
    assert answer["total"] == len(answer["ids"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("f1区", "F1区"),
        ("ｒｃｅｐ", "RCEP"),
        ("臺灣同胞", "台湾同胞"),
        ("协商议事厅", "協商議事廳"),
        ("  协商　 ", "协商"),
        ("“有事好商量”", "有事好商量"),
    ],
)
def test_finds_the_same_however_it_is_written(search: Search, typed: str, meant: str) -> None:
    found = search(typed)["ids"]
    assert found == search(meant)["ids"]
    assert set(found) == containing(meant) != set()


def test_finds_every_stretch_of_every_article(searches: Searches) -> None:
    stretches = {
        line[at : at + width]
        for document in DOCUMENTS
        for line in fields(document)
        for width in (2, 3, 4, 6)
        for at in range(len(line) - width + 1)
        if re.fullmatch(f"[{HAN}]+", line[at : at + width])
    }
    chosen = random.Random(1).sample(sorted(stretches), 400)
    answers = searches([(query, {}) for query in chosen])
    found = {query: set(answer["ids"]) for query, answer in zip(chosen, answers, strict=True)}
    assert found == {query: containing(query) for query in chosen}


def test_all_words_must_be_there_anywhere(search: Search) -> None:
    assert set(search("协商 充电桩")["ids"]) == containing("协商", "充电桩") != set()


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"好 商量"', containing("好商量")),
        ("协商 -居民", containing("协商") - containing("居民")),
        ("充电桩 OR 养老", containing("充电桩") | containing("养老")),
        ("协商 充电桩 OR 荣昌", containing("协商", "充电桩") | containing("协商", "荣昌")),
        ("题:协商", {"2021-05-06-01-01"}),
        ("标题：协商", {"2021-05-06-01-01"}),
        ("作者:张玉香", {"2023-02-20-03-01", "2023-02-20-03-02"}),
        ("作者:李明", {"2023-02-20-04-02", "2022-12-05-02-01"}),
        ("来源:人民政协", {"2023-02-20-03-03", "2023-01-10-01-01"}),
        ("版:4", {"2023-02-20-04-01", "2023-02-20-04-02"}),
        ("版:04 RCEP", {"2023-02-20-04-01"}),
        ("-协商 -充电 -RCEP -春联 -商量 -乡音", set()),
    ],
)
def test_reads_signs_and_fields(search: Search, query: str, ids: set[str]) -> None:
    assert set(search(query)["ids"]) == ids


def test_says_what_it_could_not_ask_for(search: Search) -> None:
    alone = search("区")
    assert (alone["total"], alone["query"]["tooShort"]) == (0, ["区"])
    beside = search("荣昌 区")
    assert (set(beside["ids"]), beside["query"]["tooShort"]) == (containing("荣昌"), ["区"])


def test_names_the_word_that_nothing_holds(search: Search) -> None:
    answer = search("协商 飞船 OR 火箭 充电桩")
    assert (answer["total"], answer["missingWords"]) == (0, ["飞船"])
    assert search("荣昌 充电桩")["missingWords"] == []


def test_a_title_comes_before_a_text_and_much_before_little(
    search: Search,
) -> None:
    ids = search("协商")["ids"]
    in_the_title, five_times, once = "2021-05-06-01-01", "2021-05-06-01-02", "2023-02-20-03-02"
    assert ids.index(in_the_title) < ids.index(five_times) < ids.index(once)


def test_sorts_by_day(search: Search) -> None:
    newest = search("协商", sort="newest")["ids"]
    assert list(dict.fromkeys(one[:10] for one in newest)) == sorted(
        {one[:10] for one in newest}, reverse=True
    )
    assert newest[:2] == ["2023-02-20-03-01", "2023-02-20-03-02"]
    assert search("协商", sort="oldest")["ids"] == sorted(newest)


def test_counts_are_those_of_what_choosing_would_show(search: Search, searches: Searches) -> None:
    facets = search("协商", furtherFacets=True)["facets"]
    assert facets["region"][YIN_CHUAN] == 3
    assert facets["region"][JIN_FENG] == 2  # one of them lies in two streets
    counts = {
        (facet, value): count for facet, values in facets.items() for value, count in values.items()
    }
    chosen = searches([("协商", {facet: value}) for facet, value in counts])
    assert dict(zip(counts, (answer["total"] for answer in chosen), strict=True)) == counts


def test_either_within_a_facet_and_both_between(search: Search) -> None:
    both = search("协商", theme=["就业", "养老"])
    assert set(both["ids"]) == {"2021-05-06-01-01", "2022-12-05-02-01"}
    # What else one could choose is counted as if nothing of that facet were chosen.
    assert both["facets"]["theme"] == search("协商")["facets"]["theme"]
    assert both["facets"]["year"] == {"2021": 1, "2022": 1}
    assert search("协商", theme=["就业", "养老"], year="2021")["ids"] == ["2021-05-06-01-01"]


def test_regions_are_a_tree_and_several_mean_either(search: Search) -> None:
    here, there = YIN_CHUAN, "四川省"
    both = search("", region=[here, there])
    assert set(both["ids"]) == {*search("", region=here)["ids"], *search("", region=there)["ids"]}
    assert both["total"] == 6
    # A part adds nothing to the whole that it lies in.
    assert search("", region=[here, JIN_FENG])["ids"] == search("", region=here)["ids"]
    counts = both["facets"]["region"]
    assert counts["宁夏回族自治区"] == counts[YIN_CHUAN] == 4
    assert (counts["四川省"], counts["四川省/成都市"], counts["重庆市"]) == (2, 1, 1)
    assert search("", region=here, theme=["民生实事", "养老"], year="2022")["ids"] == [
        "2022-12-31-02-01"
    ]


def test_narrows_by_source_column_and_kind(search: Search) -> None:
    assert search("", kind="photo-news")["ids"] == ["2023-02-20-04-02"]
    assert search("", source=["人民政协网", "人民政协报"])["total"] == 2
    assert search("", column="他山之石", source="人民政协网")["ids"] == ["2023-02-20-03-03"]
    assert search("", kind=["news", "photo-news"])["total"] == len(DOCUMENTS)
    assert search("", kind="photo-news", source="人民政协网")["total"] == 0
    facets = search("", month=["2023-02", "2021-05"])["facets"]
    assert facets["month"]["2023-02"] == 6
    assert facets["year"] == {"2023": 6, "2021": 2}


def test_narrows_by_the_end_of_a_path_by_days_and_without_words(
    search: Search,
) -> None:
    assert search("", region="金凤区")["ids"] == search("", region=JIN_FENG)["ids"]
    assert search("", region="金凤区")["total"] == 2
    days = search("", **{"from": "2022-12-05", "to": "2023-01-10"})["ids"]
    assert days == ["2023-01-10-01-01", "2022-12-31-02-01", "2022-12-05-02-01"]
    assert search("", byline="李明")["total"] == 2
    assert search("")["total"] == 0


def test_a_bundle_that_fails_is_named_and_the_others_answer(
    browser: Browser, search_url: str
) -> None:
    page = browser.new_page()
    fails = True
    page.route(
        "**/pagefind/2021-05-*/**",
        lambda route: route.fulfill(status=503) if fails else route.continue_(),
    )
    page.goto(f"{search_url}search.html")
    (answer,) = page.evaluate(ASK, [("协商", {})])
    assert answer["missing"] == [{"first": "2021-05-06", "last": "2023-01-10"}]
    assert set(answer["ids"]) == {one for one in containing("协商") if one > "2023-02"}
    fails = False
    (again,) = page.evaluate(ASK, [("协商", {})])
    assert (again["missing"], set(again["ids"])) == ([], containing("协商"))
    page.close()


def test_what_is_known_is_told_before_the_last_bundle_has_answered(
    browser: Browser, search_url: str
) -> None:
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/pagefind/2021-05-*/catalog.gz", lambda route: held.append(route))
    page.goto(f"{search_url}search.html?q=协商")
    page.locator("[data-id]").first.wait_for()
    assert page.locator("[data-part=unit]").inner_text() == "篇，更早的还在查"
    shown = int(page.locator("[data-total]").inner_text())
    assert shown == len({one for one in containing("协商") if one > "2023-02"})
    for route in held:
        route.continue_()
    page.get_by_text("篇", exact=True).wait_for()
    assert int(page.locator("[data-total]").inner_text()) == len(containing("协商"))
    page.close()


def test_the_whole_answer_is_not_followed_by_a_part_of_it(
    browser: Browser, search_url: str
) -> None:
    page = browser.new_page()
    catalogs: list[Route] = []
    texts: list[Route] = []
    page.route("**/pagefind/2021-05-*/catalog.gz", lambda route: catalogs.append(route))
    holding = True
    page.route(
        "**/pagefind/*/text/*.json",
        lambda route: texts.append(route) if holding else route.continue_(),
    )
    # A part of the answer is there, and waits for its texts.
    with page.expect_request("**/text/*.json"), page.expect_request("**/2021-05-*/catalog.gz"):
        page.goto(f"{search_url}search.html?q=协商")
    page.evaluate("0")
    # Then comes the whole answer, and its texts before those of the part.
    with page.expect_request("**/text/*.json"):
        catalogs.pop().continue_()
    page.evaluate("0")
    holding = False
    for route in reversed(texts):
        route.continue_()
    whole = str(len(containing("协商")))
    expect(page.locator("[data-total]")).to_have_text(whole)
    page.wait_for_load_state("networkidle")
    settle(page)
    expect(page.locator("[data-total]")).to_have_text(whole)
    page.close()


def test_what_was_held_back_is_not_shown_once_the_whole_is_there(
    browser: Browser, search_url: str
) -> None:
    page = browser.new_page()
    page.clock.install(time=0)
    page.clock.pause_at(1000)  # Patience does not end before it is told to.
    texts: list[Route] = []
    page.route("**/pagefind/*/text/*.json", lambda route: texts.append(route))
    with page.expect_request("**/text/*.json"):
        page.goto(f"{search_url}search.html?q=协商")
    page.clock.run_for(10_000)
    for route in texts:
        route.continue_()
    page.unroute_all()
    whole = str(len(containing("协商")))
    expect(page.locator("[data-total]")).to_have_text(whole)
    page.wait_for_load_state("networkidle")
    page.clock.run_for(10_000)
    expect(page.locator("[data-part=unit]")).to_have_text("篇")
    expect(page.locator("[data-total]")).to_have_text(whole)
    page.close()
