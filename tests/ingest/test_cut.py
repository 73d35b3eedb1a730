"""Whole pages: the sample page to the character, typeset pages, hostile ones."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.scoring import Tally
from jianbao.errors import RefusedPage
from jianbao.ingest import CutPage, cut, page_json, trace
from tests.ingest.typesetter import break_lines, set_page

SAMPLE = Path(__file__).parents[2] / "pages/2023-02-20/03.txt"
GOLD = json.loads(Path(__file__).with_name("seed.gold.json").read_text(encoding="utf-8"))
ARTICLES = [
    {"title": one["title"] or "社区召开年度工作谋划座谈会", "paragraphs": one["paragraphs"]}
    for one in GOLD["articles"]
]
NOT_IN_GOLD = {"regions", "themes", "confidence", "review"}


def characters(text: str) -> Counter[str]:
    return Counter(one for one in text if not one.isspace())


def all_characters(page: CutPage) -> Counter[str]:
    total: Counter[str] = Counter()
    for furniture in page.furniture:
        total += characters(furniture.text)
    for one in page.articles:
        single = (one.title, one.kicker, one.subtitle, one.byline_raw, one.source_raw)
        for text in (*single, *one.captions, *one.paragraphs, *(s.text for s in one.subheads)):
            total += characters(text or "")
    return total


@pytest.fixture(scope="module")
def sample():
    return page_json(cut(SAMPLE.read_text(encoding="utf-8")))


def test_the_sample_page_s_data(sample):
    assert sample["page"] == GOLD["page"]
    assert sample["furniture"] == GOLD["furniture"]


@pytest.mark.parametrize("number", range(7))
def test_the_sample_page_s_articles(sample, number):
    found = {k: v for k, v in sample["articles"][number].items() if k not in NOT_IN_GOLD}
    assert found == GOLD["articles"][number]


def test_the_sample_page_has_no_other_articles(sample):
    assert len(sample["articles"]) == len(GOLD["articles"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9))
def test_no_character_is_lost_or_added_on_a_typeset_page(seed):
    rng = random.Random(seed)
    page = set_page(rng, rng.sample(ARTICLES, rng.randint(1, 6)))
    assert all_characters(cut(page.raw)) == characters(page.raw)


LINES = st.sampled_from(
    [
        "本报讯（记者 张玉香）", "■ 他山之石", "——副题也在这里", "（据人民政协网）", "本报记者 张三 摄",
        "第03版：要闻 2024年4月12日 星期五 责编 王五", "（下转第二版）", "协商会上，大家积极发言。",
        "党建引领社区治理 同心共筑美丽家园", "为不断推进城市党建引领社区", "治理现代化工作的安排，部署", "“",
        "<script>alert(1)</script>", "启 用 了 30 万 元", "", "", "２０２３年 ﹙全角﹚ 金︵金︶", "{{ x }} [a](b)",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), st.lists(LINES, max_size=30).map("\n".join)))
def test_junk_is_refused_or_kept_to_the_character(text):
    try:
        page = cut(text)
    except RefusedPage:
        return
    assert all_characters(page) == characters(text)


def test_hostile_text_stays_text():
    hostile = "<img src=x onerror=alert(1)>，他说，社区要办好民生实事。"
    page = cut(f"一个普通的标题\n\n{hostile}\n\n本报记者 张玉香 摄\n")
    assert hostile in "".join(text for one in page.articles for text in one.paragraphs)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\n\t\n", "empty"),
        ("\x00\x01\x02" * 50 + "社区", "not text"),
        ("plain English only, no page of ours", "no Chinese"),
    ],
)
def test_what_cannot_be_read_is_refused(text, reason):
    with pytest.raises(RefusedPage, match=reason) as refusal:
        cut(text)
    assert refusal.value.hint


def interleave(raw: str, columns: int, *, one_line: bool) -> str:
    """The page as an extraction gives it that reads across its columns."""
    lines = [line for line in raw.splitlines() if line.strip()]
    height = -(-len(lines) // columns)
    stacks = [lines[at * height : (at + 1) * height] for at in range(columns)]
    rows = [[stack[at] for stack in stacks if at < len(stack)] for at in range(height)]
    return "\n".join(("  " if one_line else "\n").join(row) for row in rows)


@pytest.mark.parametrize("columns", [2, 3, 4])
@pytest.mark.parametrize("one_line", [True, False])
def test_interleaved_columns_are_refused(columns, one_line):
    raw = interleave(SAMPLE.read_text(encoding="utf-8"), columns, one_line=one_line)
    with pytest.raises(RefusedPage, match="interleaved") as refusal:
        cut(raw)
    assert "PDF" in refusal.value.hint


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9))
def test_an_ordinary_page_is_not_refused_and_one_interleaved_in_part_is(seed):
    rng = random.Random(seed)
    raw = set_page(rng, rng.sample(ARTICLES, 6)).raw
    cut(raw)
    lines = [line for line in raw.splitlines() if line.strip()]
    start = rng.randrange(10, len(lines) - 90)
    mixed = interleave("\n".join(lines[start : start + 80]), rng.randint(2, 4), one_line=False)
    with pytest.raises(RefusedPage, match="interleaved"):
        cut("\n".join([*lines[:start], mixed, *lines[start + 80 :]]))


@pytest.mark.parametrize("lone", [True, False])
def test_photo_news_of_two_paragraphs_is_one_article(lone):
    first, second = (break_lines(text, 16, 2) for text in ARTICLES[1]["paragraphs"][:2])
    other = [line for text in ARTICLES[5]["paragraphs"] for line in break_lines(text, 20, 2)]
    photo = ("\n\n" if lone else "\n").join([*first, *second])
    page = cut(
        f"{ARTICLES[5]['title']}\n\n" + "\n".join(other) + f"\n\n{photo}\n\n本报记者 张三 摄\n"
    )
    found = [one for one in page.articles if one.byline == ("张三",)]
    assert [len(one.paragraphs) for one in found] == [2]


def test_the_trace_explains_every_line():
    text = SAMPLE.read_text(encoding="utf-8")
    placements = trace(text)
    numbers = [at for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    assert [one.number for one in placements] == numbers
    assert all(one.rule and one.place for one in placements)
    by_text = {one.text: one.place for one in placements}
    assert by_text["■ 他山之石"] == "furniture"
    assert by_text["用心用情助力青年稳岗就业"] == "article 5, headline"
    assert by_text["（据人民政协网）"] == "article 7, source"


def test_most_articles_of_typeset_pages_are_found():
    tally = Tally()
    for seed in range(12):
        rng = random.Random(seed)
        page = set_page(rng, rng.sample(ARTICLES, 4))
        tally.add(page_json(cut(page.raw)), page.gold, page.raw)
    figures = tally.figures()
    # seven articles about one thing, 协商 in communities, are as hard to tell apart as it gets
    assert figures["article F1@.8"] >= 0.75
    assert figures["title"] >= 0.75
    assert figures["lost"] == figures["extra"] == 0
    assert figures["date"] == figures["page_no"] == figures["section"] == 1


def test_a_scattered_page_asks_for_review():
    """Two articles cut into each other, with no headline to hold on to."""
    first, second = ARTICLES[0]["paragraphs"], ARTICLES[5]["paragraphs"]
    mixed = [one for pair in zip(first, second, strict=False) for one in pair]
    page = cut("\n\n".join(mixed))
    assert any(one.review for one in page.articles)


def test_photo_news_goes_on_below_a_column_of_another_article():
    """A column's break leaves the first lines of its second paragraph above, in lone lines."""
    texts = ARTICLES[2]["paragraphs"]
    first, second, third = (break_lines(texts[at], 16, 2) for at in (0, 3, 4))
    other = ["\n".join(break_lines(text, 20, 2)) for text in ARTICLES[5]["paragraphs"]]
    lines = [*first, *second[:4], *other[:2], *second[4:], *third]
    page = cut("\n\n".join([ARTICLES[5]["title"], *lines, "本报记者 张三 摄", *other[2:]]) + "\n")
    found = [one for one in page.articles if one.byline == ("张三",)]
    assert [len(one.paragraphs) for one in found] == [3]
