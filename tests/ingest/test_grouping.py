"""Pages that were extracted without a blank line."""

from __future__ import annotations

import pytest

from jianbao.ingest import cut
from jianbao.ingest.blocks import read_lines
from jianbao.ingest.grouping import GUESSED, run_together, with_groups
from tests.ingest.test_cut import ARTICLES
from tests.ingest.typesetter import break_lines

MASTHEAD = "协商民主 032023年2月20日 星期一 值班编委 郑 桉"
BYLINE = "本报记者 张玉香"


def page_of(columns: list[int], *, blank: bool = False) -> str:
    """A page of articles, each in a column of its own width in em."""
    groups = [[MASTHEAD]]
    for article, column in zip(ARTICLES, columns, strict=False):
        groups.append([*break_lines(article["title"], 12, 0), BYLINE])
        groups.append(
            [line for text in article["paragraphs"] for line in break_lines(text, column, 2)]
        )
    return ("\n\n" if blank else "\n").join("\n".join(lines) for lines in groups)


@pytest.mark.parametrize("columns", [[18, 18, 18], [22, 16, 19], [16, 16, 16]])
def test_a_page_without_a_blank_line_is_cut_as_with_them(columns: list[int]) -> None:
    found, expected = (cut(page_of(columns, blank=blank)).articles for blank in (False, True))
    assert len(expected) == 3
    assert [(one.title, one.byline) for one in found] == [
        (one.title, ("张玉香",)) for one in expected
    ]
    assert [one.paragraphs for one in found] == [one.paragraphs for one in expected]


def test_what_is_cut_of_it_is_to_be_reviewed() -> None:
    assert all(GUESSED in one.review for one in cut(page_of([18, 18, 18])).articles)
    assert not any(GUESSED in one.review for one in cut(page_of([18, 18, 18], blank=True)).articles)


def test_a_column_is_no_page() -> None:
    column = "\n".join(break_lines(ARTICLES[0]["paragraphs"][0] * 20, 18, 2)[:100])
    half = "\n".join(["首届供应链博览会今天开幕"] * 60)
    assert run_together(read_lines(f"{column}\n\n{half}")) == []
    assert run_together(read_lines(column)) == list(read_lines(column))
    assert run_together(read_lines(f"{column}\n{column}\n\n{column}\n\n{half}")) != []


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("银川市政协主席会见爱尔兰副总理兼外交", "部长", True),
        ("银川市政协主席出席供暖问题座谈会", "推动解决群众烦心事", False),
    ],
)
def test_a_headline_that_breaks_inside_a_word_is_one(first: str, second: str, whole: bool) -> None:
    groups = with_groups(read_lines(f"{first}\n\n{second}\n\n近日，双福社区召开会议。"))
    assert len(groups) == (2 if whole else 3)
