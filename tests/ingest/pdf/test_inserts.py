"""Pull quotes and tables in a column are none of its text, and part it from nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Stroke, Text
from tests.ingest.pdf.drawn import cut_drawn

if TYPE_CHECKING:
    from jianbao.ingest.page import CutPage

PAGE = (500.0, 500.0)
CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
CANAL = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4
SCHOOL = "村里的夜校开了班，学员下了工就来，有的学吉他，有的写书法，教室里坐满了人。" * 4
HEADLINE = Text(20, 20, "社区食堂暖人心", 24, "hei")


cut = partial(cut_drawn, size=PAGE)


def furniture(page: CutPage, kind: str) -> list[str]:
    return [one.text for one in page.furniture if one.kind == kind]


def rule(y: float, width: float = 200) -> Bar:
    return Bar(20, y, width, 0.8)


@pytest.mark.parametrize(
    ("quote", "end", "left", "top"),
    [
        # Set like a headline between two rules.
        (("把食堂办好，", "就是把日子过好。"), 152, 20, 158),
        # At a column's foot: the sentence that breaks off above it goes on in the next column.
        (("“把食堂办好，", "就是把日子过好。”"), 166, 240, 60),
    ],
)
def test_a_pull_quote_in_the_midst_of_a_sentence(
    quote: tuple[str, str], end: float, left: float, top: float
) -> None:
    rows = [CANTEEN[at : at + 20] for at in range(58, len(CANTEEN), 20)]
    page = cut(
        [
            HEADLINE,
            *column(CANTEEN[:58], 20, 60, 20),
            rule(106),
            *(Text(40, end - 40 + 20 * at, line, 14, "kai") for at, line in enumerate(quote)),
            rule(end),
            *(Text(left, top + 14 * at, row, 10) for at, row in enumerate(rows)),
        ]
    )
    (one,) = page.articles
    assert (one.title, one.paragraphs) == ("社区食堂暖人心", (CANTEEN,))
    assert furniture(page, "pull-quote") == [" ".join(quote)]


def test_a_headline_between_two_rules_begins_an_article() -> None:
    page = cut(
        [
            HEADLINE,
            *column(CANTEEN[:74], 20, 60, 20),
            rule(120),
            Text(40, 127, "渡槽水闸换新颜", 14, "hei"),
            rule(146),
            *column(CANAL, 20, 154, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心", "渡槽水闸换新颜"]
    assert not furniture(page, "pull-quote")


def test_a_table_with_its_heading() -> None:
    """In the midst of a sentence; its cells would else be headlines and teasers."""
    table: list[Stroke] = [Text(60, 106, "五月菜价（元/公斤）", 10, "hei")]
    table += [rule(122 + 16 * at) for at in range(4)]
    table += [Bar(20 + 66.6 * at, 122, 0.3, 48) for at in range(4)]
    cells = ("品种", "本周", "上周", "黄瓜", "3.2", "3.5", "土豆", "2.1", "2.2")
    table += [
        Text(26 + 66.6 * (at % 3), 125 + 16 * (at // 3), cell, 9, "kai")
        for at, cell in enumerate(cells)
    ]
    rows = [CANTEEN[at : at + 20] for at in range(58, len(CANTEEN), 20)]
    page = cut(
        [
            HEADLINE,
            *column(CANTEEN[:58], 20, 60, 20),
            *table,
            *(Text(20, 178 + 14 * at, row, 10) for at, row in enumerate(rows)),
        ]
    )
    (one,) = page.articles
    assert (one.title, one.paragraphs, one.subheads) == ("社区食堂暖人心", (CANTEEN,), ())
    assert sorted(furniture(page, "table")) == sorted(["五月菜价（元/公斤）", *cells])


def test_text_goes_on_below_a_table_and_then_in_the_next_column() -> None:
    """Though nothing is open above the table, and the next column begins beside the first."""
    table: list[Stroke] = [rule(134 + 16 * at) for at in range(6)]
    table += [Bar(20 + 66.6 * at, 134, 0.3, 80) for at in range(4)]
    table += [
        Text(26 + 66.6 * (at % 3), 137 + 16 * (at // 3), f"{at}.2", 9, "kai") for at in range(15)
    ]
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心 小事情里大文章", 28, "hei"),
            *column(CANTEEN[:74], 20, 60, 20),
            *table,
            *column(CANAL[:111], 20, 220, 20),
            *column(SCHOOL, 240, 60, 20),
        ]
    )
    assert [one.paragraphs for one in page.articles] == [(CANTEEN[:74], CANAL[:111], SCHOOL)]


def test_a_box_of_briefs_one_below_the_other_is_no_table() -> None:
    """It has rules across, but none down its middle."""
    briefs = (CANTEEN[:37], CANAL[:37], CANTEEN[:37])
    strokes: list[Stroke] = [
        HEADLINE,
        *column(CANAL, 20, 60, 20),
        Bar(254, 14, 220, 126, None),
        *(Bar(254, 56 + 42 * at, 220, 0.3) for at in range(2)),
        *(line for at, text in enumerate(briefs) for line in column(text, 264, 20 + 42 * at, 20)),
    ]
    assert not furniture(cut(strokes), "table")


def test_boxed_articles_in_rows_and_columns_are_no_table() -> None:
    heads = ("食堂暖人心", "渡槽换新颜", "夜校上新课", "候鸟又飞回")
    strokes: list[Stroke] = [
        Bar(14, 14, 440, 320, None),
        Bar(14, 174, 440, 0.3),
        Bar(234, 14, 0.3, 320),
    ]
    for at, head in enumerate(heads):
        x, y = 20 + 220 * (at % 2), 20 + 160 * (at // 2)
        strokes += [
            Text(x, y, head, 20, "hei"),
            *column((CANTEEN, CANAL)[at % 2][:111], x, y + 28, 20),
        ]
    page = cut(strokes)
    assert sorted(one.title or "" for one in page.articles) == sorted(heads)


def test_a_box_that_repeats_what_the_text_says_is_a_pull_quote() -> None:
    said = "一边吃饭一边说起送餐的事情"
    page = cut(
        [
            Text(100, 20, "社区食堂暖人心 小事情里大文章", 24, "hei"),
            *column(CANTEEN, 20, 60, 20),
            *column(CANAL[:74], 240, 60, 20),
            Bar(240, 124, 200, 60, "#eed"),
            Text(256, 132, said[:6], 17, "kai"),
            Text(256, 156, said[6:], 17, "kai"),
            *column(SCHOOL[:74], 240, 194, 20),
        ]
    )
    (one,) = page.articles
    assert one.title == "社区食堂暖人心 小事情里大文章"
    assert furniture(page, "pull-quote") == [f"{said[:6]} {said[6:]}"]


def test_a_label_in_a_frame_is_no_pull_quote() -> None:
    page = cut(
        [
            HEADLINE,
            *column(CANTEEN[:58], 20, 60, 20),
            Bar(20, 112, 60, 18, None, 0.6),
            Text(26, 115, "读者来信", 12, "kai"),
            *column(CANAL, 20, 136, 20),
        ]
    )
    assert not furniture(page, "pull-quote")


def test_an_editors_note_between_rules_in_the_midst_of_a_column_is_no_article() -> None:
    note = "编者按：从渡槽到灌区，本报今起推出系列报道，记者走进一线，记录换闸的新故事。"
    page = cut(
        [
            HEADLINE,
            *column(CANTEEN[:58], 20, 60, 20),
            rule(112),
            *column(note, 24, 118, 20, 9),
            rule(160),
            *(
                Text(20, 176 + 14 * at, CANTEEN[58 + 20 * at : 78 + 20 * at], 10)
                for at in range((len(CANTEEN) - 39) // 20)
            ),
        ]
    )
    (one,) = page.articles
    assert (one.title, one.paragraphs, one.review) == ("社区食堂暖人心", (CANTEEN,), ())
    assert "".join("".join(furniture(page, "notice")).split()) == note
