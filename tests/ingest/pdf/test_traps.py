"""One trap of real newspaper PDFs each, on a page that has little else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf import cut_pdf
from tests.ingest.pdf.drawing import Bar, Stroke, Text, to_pdf
from tests.ingest.pdf.test_document import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.page import CutArticle, CutPage

PAGE = (500.0, 500.0)
FIRST = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
SECOND = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4


def cut(strokes: Sequence[Stroke]) -> CutPage:
    (page,) = cut_pdf(to_pdf([strokes], PAGE))
    return page


def article(strokes: Sequence[Stroke]) -> CutArticle:
    (one,) = cut(strokes).articles
    return one


def test_a_headline_written_down_beside_its_text() -> None:
    one = article(
        [Text(20, 20, "社区食堂暖人心", 24, "hei", down=True), *column(FIRST, 60, 20, 20)]
    )
    assert (one.title, one.paragraphs) == ("社区食堂暖人心", (FIRST,))


def test_a_headline_of_two_lines_written_down_is_read_from_the_right() -> None:
    one = article(
        [
            Text(50, 20, "社区食堂暖人心", 22, "hei", down=True),
            Text(22, 20, "小事情大文章", 22, "hei", down=True),
            *column(FIRST, 90, 20, 20),
        ]
    )
    assert one.title_lines == ("社区食堂暖人心", "小事情大文章")


def test_a_condensed_headline_is_judged_by_its_height() -> None:
    one = article(
        [
            Text(20, 20, "一线调研", 12, "kai"),
            Text(20, 40, "社区食堂暖人心", 40, "hei", stretch=0.5),
            *column(FIRST, 20, 100, 20),
        ]
    )
    assert (one.kicker, one.title) == ("一线调研", "社区食堂暖人心")


def test_a_headline_set_wide_is_one_line() -> None:
    one = article([Text(20, 20, "民主协商", 24, "hei", spacing=1.0), *column(FIRST, 20, 60, 20)])
    assert one.title == "民主协商"


def test_two_headlines_side_by_side_are_two() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖了人心窝", 22, "hei"),
            Text(234, 20, "渡槽水闸全部换新颜", 22, "hei"),
            *column(FIRST, 20, 60, 20),
            *column(SECOND, 234, 60, 20),
        ]
    )
    assert [(one.title, one.paragraphs) for one in page.articles] == [
        ("社区食堂暖了人心窝", (FIRST,)),
        ("渡槽水闸全部换新颜", (SECOND,)),
    ]


def test_a_dropped_initial_begins_its_paragraph() -> None:
    rest = [FIRST[at : at + 20] for at in range(36, len(FIRST), 20)]
    one = article(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            Text(20, 60, FIRST[0], 23, "hei"),
            Text(44, 60, FIRST[1:18], 10, width=176),
            Text(44, 74, FIRST[18:36], 10, width=176),
            *(Text(20, 88 + 14 * at, row, 10) for at, row in enumerate(rest)),
        ]
    )
    assert (one.title, one.paragraphs) == ("社区食堂暖人心", (FIRST,))


def test_an_overprinted_headline_is_read_once() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Text(20.6, 20.3, "社区食堂暖人心", 24, "hei"),
        ]
    )
    assert page.articles[0].title == "社区食堂暖人心"
    assert [one.text for one in page.furniture if one.kind == "overprint"] == ["社区食堂暖人心"]


def test_a_jump_is_furniture_and_the_text_ends_before_it() -> None:
    page = cut([Text(20, 20, "社区食堂暖人心", 24), *column(f"{FIRST}（下转第二版）", 20, 60, 20)])
    assert page.articles[0].paragraphs == (FIRST,)
    assert "（下转第二版）" in [one.text for one in page.furniture]


def test_a_caption_written_down_belongs_to_its_picture() -> None:
    one = article(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            Bar(20, 60, 150, 90, "#bbb"),
            Text(189, 60, "图为社区的食堂", 9, "kai", down=True),
            Text(177, 60, "正在送餐。", 9, "kai", down=True),
            *column(FIRST, 20, 165, 20),
        ]
    )
    assert [one.captions, one.paragraphs] == [("图为社区的食堂正在送餐。",), (FIRST,)]


def test_a_strip_beside_a_photo_is_read_between_the_columns() -> None:
    text = FIRST + SECOND
    left = ["\u3000\u3000" + text[:18], *(text[at : at + 20] for at in range(18, 138, 20))]
    strip = [text[at : at + 7] for at in range(138, 187, 7)]
    right = [text[at : at + 20] for at in range(187, len(text), 20)]
    one = article(
        [
            Text(60, 20, "社区食堂暖人心 渡槽换新颜", 26, "hei"),
            Bar(20, 60, 340, 96, "#bbb"),
            *(
                Text(40 if at == 0 else 20, 170 + 14 * at, row.strip(), 10)
                for at, row in enumerate(left)
            ),
            *(Text(366, 60 + 14 * at, row, 10) for at, row in enumerate(strip)),
            *(Text(236, 170 + 14 * at, row, 10) for at, row in enumerate(right)),
        ]
    )
    assert one.paragraphs == (text,)


def test_a_stop_pushed_into_the_gutter_does_not_join_two_columns() -> None:
    page = cut(
        [
            Text(20, 20, "食堂暖人心", 20, "hei"),
            Text(232, 20, "渡槽换新颜", 20, "hei"),
            *column(FIRST, 20, 60, 20),
            *column(SECOND, 232, 60, 20),
            *(Text(220, 60 + 14 * at, "，", 10) for at in (3, 5)),
        ]
    )
    assert len(page.articles) == 2
    assert page.articles[1].paragraphs == (SECOND,)
