"""The choice among the cuts that are found."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from jianbao.ingest.gathering import choose, choose_layout, gather, total_worth
from jianbao.ingest.layout import Layout
from jianbao.ingest.reading import read_blocks
from jianbao.ingest.segmentation import Segment, cut_segments
from jianbao.ingest.typing import read_typed_blocks
from tests.ingest.test_cut import ARTICLES
from tests.ingest.typesetter import break_lines, set_page


def layouts_of(raw: str) -> tuple[Layout, ...]:
    return read_blocks(read_typed_blocks(raw)).layouts


def typeset(seed: int, size: int = 5) -> Layout:
    rng = random.Random(seed)
    page = set_page(rng, [dict(one) for one in rng.sample(ARTICLES, size)])
    return layouts_of(page.raw)[0]


@pytest.mark.parametrize("seed", [0, 3])
def test_headlines_that_were_exchanged_are_given_back(seed):
    layout = typeset(seed)
    chosen = choose(layout)
    one, other = [at for at, segment in enumerate(chosen) if segment.head is not None][:2]
    swapped = list(chosen)
    swapped[one] = replace(chosen[one], head=chosen[other].head)
    swapped[other] = replace(chosen[other], head=chosen[one].head)
    assert gather(layout, swapped) == chosen


@pytest.mark.parametrize("seed", [0, 3])
def test_two_articles_in_one_fall_apart(seed):
    layout = typeset(seed)
    first, second, *others = choose(layout)
    both = Segment(tuple(sorted((*first.paragraphs, *second.paragraphs))), first.head)
    assert gather(layout, [both, *others]) == tuple(choose(layout))


@pytest.mark.parametrize("seed", range(8))
def test_every_paragraph_is_in_one_article_and_no_headline_over_two(seed):
    layout = typeset(seed)
    chosen = choose(layout)
    assert sorted(at for one in chosen for at in one.paragraphs) == [*range(len(layout.paragraphs))]
    heads = [one.head for one in chosen if one.head is not None]
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize("seed", range(8))
def test_steps_never_make_a_cut_worse(seed):
    layout = typeset(seed)
    first = cut_segments(layout)
    assert total_worth(layout, gather(layout, first)) >= total_worth(layout, first) - 1e-9


def test_a_page_without_paragraphs_has_no_articles():
    assert choose(Layout([], [], [], [], [], [], [], [], frozenset(), [0])) == ()


def body(article: int, column: int) -> str:
    paragraphs = ARTICLES[article]["paragraphs"]
    return "\n\n".join("\n".join(break_lines(text, column, 2)) for text in paragraphs)


def titles_of(raw: str) -> list[str]:
    layout, chosen = choose_layout(layouts_of(raw))
    return [layout.heads[one.head].text for one in chosen if one.head is not None]


def test_two_headlines_in_one_block_are_taken_apart():
    first, second = "用心用情助力青年稳岗就业", "重庆荣昌区政协聚焦推进乡村振兴示范带建设"
    raw = (
        f"{body(4, 18)}\n（据人民政协网）\n\n{body(5, 15)}\n（据人民政协网）\n\n{first}\n{second}\n"
    )
    assert sorted(titles_of(raw)) == sorted([first, second])


def test_a_headline_of_two_clauses_stays_whole_when_the_other_article_has_its_own():
    lines = "用心用情助力青年稳岗就业\n峰高街道乡村振兴展新貌"
    own = "重庆荣昌区政协聚焦推进乡村振兴示范带建设\n本报记者 张三"
    raw = f"{lines}\n本报记者 李四\n\n{body(4, 18)}\n（据人民政协网）\n\n{own}\n\n{body(5, 15)}\n"
    apart, whole = layouts_of(raw)
    assert (len(apart.heads), len(whole.heads)) == (3, 2)
    assert titles_of(raw)[0] == lines.replace("\n", "")
