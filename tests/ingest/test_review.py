"""What is flagged for an editor, and why; how far other cuts of a page are from the one made."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from bench.scoring import is_right
from jianbao.errors import RefusedPage
from jianbao.ingest import cut, page_json
from jianbao.ingest.clues import (
    CLOSE_CUT,
    CLOSE_TITLE,
    DOUBTFUL_NEIGHBOUR,
    NO_TITLE,
    OTHER_CUTS,
    SHORT,
    STACKED,
    VERY_SHORT,
    WEAK_JOIN,
)
from jianbao.ingest.gathering import gather
from jianbao.ingest.margins import margins
from jianbao.ingest.reading import read_blocks
from jianbao.ingest.review import THRESHOLD, WEIGHTS, judge, judge_all
from jianbao.ingest.segmentation import cut_segments
from jianbao.ingest.typing import read_typed_blocks
from tests.ingest.test_cut import ARTICLES
from tests.ingest.typesetter import break_lines, set_page

SAMPLE = Path(__file__).parents[2] / "pages/2023-02-20/03.txt"
VILLAGE, MUSEUM = ARTICLES[2], ARTICLES[6]


def block(text: str, column: int = 18) -> str:
    return "\n".join(break_lines(text, column, 2))


def printed(head: str, article: dict) -> str:
    return "\n\n".join([head, *(block(one) for one in article["paragraphs"])]) + "\n"


def layout_of(raw: str):
    layout = read_blocks(read_typed_blocks(raw)).layouts[0]
    return layout, gather(layout, cut_segments(layout))


@pytest.mark.parametrize(("clues", "flagged"), [({}, False), ({NO_TITLE: 1.0, SHORT: 1.0}, True)])
def test_an_article_is_flagged_when_its_confidence_is_below_the_threshold(clues, flagged):
    confidence, reasons = judge({"always": 1.0, **clues})
    assert bool(reasons) is flagged
    assert (confidence < THRESHOLD) is flagged


def test_reasons_come_by_their_weight():
    _, reasons = judge({"always": 1.0, SHORT: 1.0, NO_TITLE: 1.0, CLOSE_CUT: 0.5})
    assert reasons == (NO_TITLE, SHORT, CLOSE_CUT)


def test_that_a_text_is_short_is_said_once():
    reasons = judge({"always": 1.0, NO_TITLE: 1.0, SHORT: 0.9, VERY_SHORT: 1.0})[1]
    assert reasons == (NO_TITLE, "its text is very short")


def test_an_article_beside_a_doubtful_one_is_less_sure():
    doubtful, plain = {"always": 1.0, NO_TITLE: 1.0, SHORT: 1.0}, {"always": 1.0}
    close = {**plain, CLOSE_CUT: 1.0, CLOSE_TITLE: 0.6, OTHER_CUTS: 0.4}
    (alone, _), _, (beside, reasons), _ = judge_all([plain, plain, close, doubtful])
    assert alone == judge(plain)[0]
    assert beside < judge(close)[0]
    assert DOUBTFUL_NEIGHBOUR in reasons


def test_no_clue_speaks_for_an_article():
    assert all(weight >= 0 for clue, weight in WEIGHTS.items() if clue != "always")


def test_a_plain_article_with_its_headline_above_is_sure():
    (article,) = cut(printed(VILLAGE["title"] + "\n本报记者 张玉香", VILLAGE)).articles
    assert not article.review
    assert article.confidence > 0.9


def test_an_article_without_a_headline_is_flagged():
    (article,) = cut("\n\n".join(block(one) for one in VILLAGE["paragraphs"])).articles
    assert NO_TITLE in article.review


def test_a_first_line_that_has_nothing_of_the_text_is_doubted():
    title = VILLAGE["title"].replace(" ", "")
    (plain,) = cut(printed(title, VILLAGE)).articles
    (article,) = cut(printed(f"奋勇前行 扬帆远航\n{title}", VILLAGE)).articles
    assert 1 - article.confidence > 3 * (1 - plain.confidence)


def test_a_break_with_two_ways_to_go_on_is_doubted():
    """Two columns break off in mid-sentence; the tops of the next two fit either about as well."""
    foot = [
        "为不断推进城市社区治理现代化的有关工作",
        "两亿农业转移人口平稳有序地进入城市的生活当中",
        "今年以来各地有关部门作出了许多新的部署安排，",
    ]
    top = [
        "这项工作的负责人在会上介绍说，接下来还将继续",
        "把它扎实推进下去，让更多的居民享受到成果。",
    ]
    blocks = [foot, foot, top, top]
    paragraphs = (
        read_blocks(read_typed_blocks("\n\n".join("\n".join(lines) for lines in blocks)))
        .layouts[0]
        .paragraphs
    )
    assert any(one.weakest_join < 1 for one in paragraphs)
    doubtful = {"always": 1.0, SHORT: 1.0}
    assert judge({**doubtful, WEAK_JOIN: 1.0})[0] < judge(doubtful)[0]


def test_the_sample_page_has_few_flags_and_no_certainty_about_the_stacked_headline():
    articles = cut(SAMPLE.read_text(encoding="utf-8")).articles
    assert sum(bool(one.review) for one in articles) <= 2
    (stacked,) = (one for one in articles if one.title == "用心用情助力青年稳岗就业")
    assert STACKED in stacked.review
    assert stacked in sorted(articles, key=lambda one: one.confidence)[:2]


def test_wrong_articles_of_typeset_pages_are_less_sure_than_right_ones():
    sure: dict[bool, list[float]] = {True: [], False: []}
    for seed in range(15):
        rng = random.Random(seed)
        page = set_page(rng, [dict(one) for one in rng.sample(ARTICLES, 6)])
        try:
            found = page_json(cut(page.raw))
        except RefusedPage:
            continue
        for article, right in zip(found["articles"], is_right(found, page.gold), strict=True):
            sure[right].append(article["confidence"])
    pairs = [(good, bad) for good in sure[True] for bad in sure[False]]
    assert sum(good > bad for good, bad in pairs) > 0.8 * len(pairs)


def test_a_page_of_one_paragraph_can_be_cut_in_one_way_only():
    layout, segments = layout_of(block(VILLAGE["paragraphs"][0]))
    (margin,) = margins(layout, segments)
    assert margin.text == margin.head == float("inf")
    assert margin.others == 0


def test_the_margin_shrinks_with_what_holds_the_paragraphs_together():
    layout, segments = layout_of(printed(VILLAGE["title"] + "\n本报记者 张玉香", VILLAGE))
    loose = replace(layout, together=[[odds - 5 for odds in row] for row in layout.together])
    (firm,), (weak,) = margins(layout, segments), margins(loose, segments)
    assert 0 <= weak.text < firm.text
