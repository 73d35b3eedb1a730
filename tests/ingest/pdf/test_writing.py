"""Level and upright text side by side: which way each runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jianbao.ingest.pdf import cut_pdf
from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Text, to_html, to_pdf

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.browser
def test_the_ends_of_lines_beside_an_upright_subtitle_stay_in_their_lines(browser: Browser) -> None:
    """Its dash is drawn turned, and the text stands within an em of it, as far as its lines do."""
    text = "九十三岁的退休教师沈鹤年用一支毛笔抄完了整部《论语》，昨天送到了学校。" * 3
    text += "书就放在那，不上锁，谁都可以翻看。（记者 林建安）"
    rows = [text[at : at + 8] for at in range(0, len(text), 8)]
    strokes = [
        Text(40 + (20 if at == 0 else 0), 20 + 17 * at, row[:6] if at == 0 else row, 9.5)
        for at, row in enumerate(rows)
    ]
    strokes += [
        Text(140, 20, "九旬先生三年手抄书", 19, "hei", down=True),
        Text(124, 100, "——不上锁，谁都可以翻看", 10, "kai", down=True),
    ]
    tab = browser.new_page()
    tab.set_content(to_html(strokes, (240.0, 400.0)))
    (page,) = cut_pdf(tab.pdf(prefer_css_page_size=True, print_background=True))
    tab.close()
    (one,) = page.articles
    assert one.subtitle == "——不上锁，谁都可以翻看"
    assert one.byline == ("林建安",)
    assert one.paragraphs[-1].endswith("谁都可以翻看。")


def test_a_name_two_lines_high_begins_the_paragraph_beside_it() -> None:
    text = "夜校的学员下了工就来，有的学吉他，有的写书法，教室里坐满了人。" * 4
    (page,) = cut_pdf(
        to_pdf(
            [
                [
                    Text(20, 20, "社区食堂暖人心", 24, "hei"),
                    Text(20, 60, "周启明", 20, "hei"),
                    Text(84, 60, "今年五十六岁，在社区的", 10),
                    Text(84, 74, "食堂掌勺，每天四点起。", 10),
                    *column(text, 20, 88, 17),
                ]
            ],
            (240.0, 300.0),
        )
    )
    (one,) = page.articles
    assert one.title == "社区食堂暖人心"
    assert one.paragraphs == ("周启明今年五十六岁，在社区的食堂掌勺，每天四点起。", text)


def test_a_subhead_is_no_row_of_names_for_beginning_with_a_surname() -> None:
    half = "夜校的学员下了工就来，有的学吉他，有的写书法，教室里坐满了人。" * 3
    (page,) = cut_pdf(
        to_pdf(
            [
                [
                    Text(20, 20, "社区食堂暖人心", 24, "hei"),
                    *column(half, 20, 60, 20),
                    Text(60, 136, "游客与管家并进", 11, "hei"),
                    *column(half, 20, 156, 20),
                ]
            ],
            (240.0, 300.0),
        )
    )
    (one,) = page.articles
    assert [subhead.text for subhead in one.subheads] == ["游客与管家并进"]


def test_reporters_named_after_the_last_stop_are_no_text() -> None:
    text = "夜校的学员下了工就来，有的学吉他，有的写书法，教室里坐满了人。" * 3
    signed = f"{text}本报记者 章咪佳 郑 超"
    (page,) = cut_pdf(
        to_pdf(
            [[Text(20, 20, "社区食堂暖人心", 24, "hei"), *column(signed, 20, 60, 20)]],
            (240.0, 300.0),
        )
    )
    (one,) = page.articles
    assert (one.byline, one.paragraphs) == (("章咪佳", "郑超"), (text,))


def test_stops_pushed_out_as_far_as_the_next_column_end_their_line() -> None:
    rows = (
        "社区的食堂前总是围着人",
        "大家一边吃饭一边说起送餐的",
        "事情，都说“方便得很，以前",
        "没有这样的食堂，如今吃了饭",
        "心里踏实，大家都说也踏实。”",
    )
    text = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路。" * 5
    strokes = [
        Text(30, 20, "社区食堂", 22, "hei"),
        Text(170, 20, "渡槽换新", 18, "hei"),
        *(Text(20 if at else 40, 60 + 14 * at, row, 10) for at, row in enumerate(rows)),
        *column("食堂的灶台从早忙到晚，送餐员来来往往，一刻不停。", 20, 130, 13),
        *column(text, 160, 60, 13),
    ]
    (page,) = cut_pdf(to_pdf([strokes], (400.0, 300.0)))
    first, second = page.articles
    assert first.paragraphs[0] == "".join(rows)
    assert second.paragraphs == (text,)
