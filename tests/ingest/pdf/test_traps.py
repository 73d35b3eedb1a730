"""One trap of real newspaper PDFs each, on a page that has little else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.columns import column, column_with_initial
from tests.ingest.pdf.drawing import Bar, Outline, Stroke, Text
from tests.ingest.pdf.drawn import cut_drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.page import CutArticle

PAGE = (500.0, 500.0)
FIRST = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
SECOND = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4


cut = partial(cut_drawn, size=PAGE)


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
    one = article(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column_with_initial(FIRST, 20, 60, 20),
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


def test_a_jump_broken_before_a_digit_of_another_face_is_one() -> None:
    strokes = column(FIRST, 20, 60, 20)
    last = strokes[-1]
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *strokes,
            Text(last.x + 10 * len(last.text), last.y, "（下转", 10, "kai"),
            Text(last.x, last.y + 14, "2", 10, "hei"),
            Text(last.x + 5, last.y + 14, "版）", 10, "kai"),
        ]
    )
    assert page.articles[0].paragraphs == (FIRST,)
    assert page.articles[0].continued_on == "02"


@pytest.mark.parametrize("jump", ["（下转第二版）", "（下转A2）", "▶下转2版"])
def test_a_jump_is_furniture_and_the_text_ends_before_it(jump: str) -> None:
    page = cut([Text(20, 20, "社区食堂暖人心", 24), *column(f"{FIRST}{jump}", 20, 60, 20)])
    assert page.articles[0].paragraphs == (FIRST,)
    assert jump in [one.text for one in page.furniture]


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


def test_a_stop_at_the_end_of_a_columns_first_line_does_not_join_two_columns() -> None:
    first, *others = column(FIRST, 20, 176, 20)
    one = article(
        [
            Text(60, 20, "社区食堂暖人心", 24, "hei"),
            Bar(20, 56, 414, 100, "#bbb"),
            Text(20, 159, "食堂里坐满了人，大家一边吃饭，一边说起送餐的事情。", 9.4, "kai"),
            Text(first.x, first.y, first.text[:17], 10, width=175),
            Text(first.x + 175, first.y, "，", 10),
            *others,
            *[
                Text(234, 176 + 14 * at, SECOND[20 * at : 20 * at + 20], 10)
                for at in range(len(SECOND) // 20)
            ],
        ]
    )
    assert "".join(one.paragraphs).startswith(f"{first.text[:17]}，{others[0].text}")


def test_a_stop_at_the_end_of_a_columns_last_line_does_not_join_two_columns_of_few_lines() -> None:
    one = article(
        [
            Text(60, 20, "社区食堂暖人心", 24, "hei"),
            Text(40, 60, FIRST[:18], 10),
            Text(20, 74, FIRST[18:37], 10, width=195),
            Text(215, 74, "，", 10),
            Text(229, 60, SECOND[:20], 10),
            Text(229, 74, SECOND[20:40], 10),
        ]
    )
    assert one.paragraphs == (f"{FIRST[:37]}，{SECOND[:40]}",)


def test_a_headline_that_is_drawn_is_a_hole_that_review_tells_of() -> None:
    """Outlines of eight characters over the text, as after “convert type to paths”."""
    shape = ((4, 22), (7, 13), (13, 22), (15, 18), (10, 11), (16, 8), (12, 0), (9, 6), (5, 0))
    outlines = [Outline(20 + 25 * at, 20, shape) for at in range(8)]
    one = article([*outlines, *column(FIRST, 20, 60, 20)])
    assert one.title is None
    assert any("drawn" in reason for reason in one.review)


def test_a_headline_without_unicode_is_a_hole_that_review_tells_of() -> None:
    one = article([Text(20, 20, "社区\ufffd堂暖人心", 24, "hei"), *column(FIRST, 20, 60, 20)])
    assert any("without Unicode" in reason for reason in one.review)


def test_a_headline_of_one_character_is_flagged() -> None:
    """It is an initial mostly, which nothing beside it told to be one."""
    one = article([Text(20, 20, "国", 31, "hei"), *column(FIRST, 20, 60, 20)])
    assert one.title == "国"
    assert any("something else" in reason for reason in one.review)


def test_a_name_behind_a_ring_is_a_byline() -> None:
    one = article(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            Text(80, 48, "○ 李若溪", 10, "kai"),
            *column(FIRST, 20, 66, 20),
        ]
    )
    assert (one.byline, one.subheads) == (("李若溪",), ())


def test_a_clean_page_is_not_flagged() -> None:
    one = article([Text(20, 20, "社区食堂暖人心", 24, "hei"), *column(FIRST, 20, 60, 20)])
    assert one.review == ()


def test_text_written_down_with_its_subhead_and_its_author() -> None:
    text = FIRST[:38]
    strokes: list[Stroke] = [
        Text(400, 20, "社区食堂暖人心", 24, "hei", down=True),
        Text(380, 30, "李若溪", 10, "kai", down=True),
    ]
    x = 356.0
    for part in (FIRST[:76], SECOND[:76]):
        shown = "\u3000\u3000" + part
        for at in range(0, len(shown), 20):
            indent = 20 if at == 0 else 0
            strokes.append(Text(x, 20 + indent, shown[at : at + 20].strip(), 10, down=True))
            x -= 14
        if part == FIRST[:76]:
            strokes.append(Text(x - 8, 60, "水闸换新了", 12, "hei", down=True))
            x -= 30
    one = article(strokes)
    assert (one.title, one.byline) == ("社区食堂暖人心", ("李若溪",))
    assert [(sub.text, sub.before_paragraph) for sub in one.subheads] == [("水闸换新了", 1)]
    assert text in one.paragraphs[0]


def test_an_article_that_comes_from_another_page_begins_anew() -> None:
    page = cut(
        [
            Text(20, 20, "食堂暖人心", 20, "hei"),
            *column(FIRST, 20, 60, 20),
            *column(f"（上接第一版）{SECOND}", 20, 60 + 14 * 9, 20),
        ]
    )
    assert [one.paragraphs for one in page.articles] == [(FIRST,), (SECOND,)]
    assert [one.continued_from for one in page.articles] == [None, "01"]
    assert page.articles[1].review


def test_teasers_and_an_advertisement_without_a_box_are_furniture() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Text(260, 20, "今日导读", 16, "hei"),
            Text(260, 46, "新城老街各有烟火气 ▶4版", 12, "hei"),
            Text(260, 64, "一粒种子的北上之路 ▶6版", 12, "hei"),
            Bar(260, 200, 200, 0.28),
            Text(260, 220, "清河大剧院", 20, "hei"),
            Text(260, 248, "订票热线：0951-6033210", 10, "kai"),
            Text(260, 264, "地址：清河路88号", 10, "kai"),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]
    texts = {"teaser": "", "advertisement": ""}
    for one in page.furniture:
        texts[one.kind] += one.text
    assert texts["teaser"].count("版") == 2
    assert texts["advertisement"].startswith("清河大剧院")
    assert texts["advertisement"].endswith("清河路88号")


def test_a_dash_of_two_characters_is_read_in_a_headline_and_in_text() -> None:
    text = f"{FIRST[:40]}——{FIRST[40:]}"
    one = article([Text(20, 20, "社区食堂——暖人心", 24, "hei"), *column(text, 20, 60, 20)])
    assert (one.title, one.paragraphs) == ("社区食堂——暖人心", (text,))


def test_a_subhead_at_the_top_of_a_column_is_no_part_of_the_headline_above() -> None:
    one = article(
        [
            Text(20, 20, "社区食堂暖了一城人的心窝", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Text(256, 60, "渡槽换新", 12.4, "hei"),
            *column(SECOND, 234, 76, 20),
        ]
    )
    assert one.paragraphs == (FIRST, SECOND)
    assert [subhead.text for subhead in one.subheads] == ["渡槽换新"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("钱 宁  孙 菲", ("钱宁", "孙菲")),
        ("钱 宁 孙 菲", ("钱宁", "孙菲")),
        ("李若溪 钱 宁", ("李若溪", "钱宁")),
        ("本报记者 孙 菲 钱 宁", ("孙菲", "钱宁")),
        ("本报记者　钱　宁　　孙　菲", ("钱宁", "孙菲")),
        ("本报记者 钱 宁 李若溪 通讯员 孙 菲", ("钱宁", "李若溪", "孙菲")),
    ],
)
@pytest.mark.parametrize("down", [False, True])
def test_names_with_blanks_between_their_characters(
    line: str, names: tuple[str, ...], *, down: bool
) -> None:
    if down:
        head: list[Stroke] = [
            Text(20, 20, "社区食堂暖人心", 24, "hei", down=True),
            Text(48, 20, line, 10, "kai", down=True),
            *column(FIRST, 66, 20, 20),
        ]
    else:
        head = [
            Text(20, 20, "社区食堂暖人心", 20, "hei"),
            Text(40, 45, line, 10, "kai"),
            *column(FIRST, 20, 60, 20),
        ]
    one = article(head)
    assert (one.title, one.byline, one.paragraphs) == ("社区食堂暖人心", names, (FIRST,))
    assert not one.captions


def test_names_written_down_between_the_heights_of_the_lines_beside_them() -> None:
    one = article(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei", down=True),
            Text(48, 20, "钱 宁  孙 菲", 10, "kai", down=True),
            *column(FIRST, 62, 17, 20),
        ]
    )
    assert (one.byline, one.paragraphs) == (("钱宁", "孙菲"), (FIRST,))


def test_a_smaller_headline_beside_digits_of_a_larger_one() -> None:
    page = cut(
        [
            Text(24, 26, "社区食堂暖人心", 20, "hei"),
            Text(186, 20, "779个栈道背后的账", 26, "hei"),
            *column(FIRST, 20, 64, 15),
            *column(SECOND, 186, 64, 24),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心", "779个栈道背后的账"]


def test_an_upright_headline_in_the_middle_of_its_texts_height() -> None:
    """The text begins above the headline, with a picture in its column."""
    one = article(
        [
            Bar(10, 10, 300, 300, None),
            Text(20, 110, "社区食堂暖人心", 22, "hei", down=True),
            *column(FIRST[:74], 60, 20, 20),
            Bar(60, 84, 200, 60, "#bbb"),
            *column(SECOND, 60, 156, 20),
        ]
    )
    assert (one.title, one.paragraphs) == ("社区食堂暖人心", (FIRST[:74], SECOND))
