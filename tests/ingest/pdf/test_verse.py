"""Verse under a poet's name is text, line by line; what only looks like it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf import cut_pdf
from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Text, to_pdf

if TYPE_CHECKING:
    from jianbao.ingest.page import CutPage

FIRST = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
STANZAS = (
    ("船泊在芦苇的梦里", "水鸟衔走最后一片霞光", "摆渡人把竹篙插进暮色", "像一枚温柔的针"),
    ("对岸的灯一盏一盏亮了", "有人在喊谁的乳名", "声音落进水中", "溅起满江星星"),
)


def cut(author: str | None) -> CutPage:
    strokes = [
        Text(20, 20, "社区食堂暖人心", 24, "hei"),
        *column(FIRST, 20, 60, 20),
        Bar(260, 20, 160, 240, None, 0.8),
        Text(290, 34, "渡口的黄昏", 18, "hei"),
    ]
    if author:
        strokes.append(Text(310, 60, author, 10, "kai"))
    y = 84.0
    for stanza in STANZAS:
        for line in stanza:
            strokes.append(Text(280, y, line, 10))
            y += 15
        y += 10
    (page,) = cut_pdf(to_pdf([strokes], (500.0, 400.0)))
    return page


def test_each_line_of_a_poem_is_a_paragraph() -> None:
    (poem,) = [one for one in cut("□ 阿 木").articles if one.title == "渡口的黄昏"]
    assert poem.paragraphs == (*STANZAS[0], *STANZAS[1])
    assert poem.byline == ("阿木",)
    assert not poem.review


def test_ragged_lines_without_a_name_over_them_are_no_verse() -> None:
    """A list of winners, of shops, of dishes."""
    paragraphs = {text for one in cut(None).articles for text in one.paragraphs}
    assert not paragraphs & {*STANZAS[0], *STANZAS[1]}


def test_a_poem_in_two_columns_is_read_down_the_first_one_first() -> None:
    strokes = [
        Text(20, 20, "社区食堂暖人心", 24, "hei"),
        *column(FIRST, 20, 60, 16),
        Bar(220, 20, 260, 140, None, 0.8),
        Text(290, 34, "渡口的黄昏", 18, "hei"),
        Text(322, 60, "白 帆", 10, "kai"),
        *(
            Text(230 + 120 * at, 84 + 15 * row, line, 10)
            for at, stanza in enumerate(STANZAS)
            for row, line in enumerate(stanza)
        ),
    ]
    (page,) = cut_pdf(to_pdf([strokes], (500.0, 400.0)))
    (poem,) = [one for one in page.articles if one.title == "渡口的黄昏"]
    assert poem.paragraphs == (*STANZAS[0], *STANZAS[1])
    assert (poem.byline, poem.subheads) == (("白帆",), ())


def test_each_poem_has_the_columns_under_its_own_author() -> None:
    strokes = [
        text
        for at, (title, name) in enumerate((("渡口的黄昏", "白 帆"), ("对岸的灯", "□ 阿 木")))
        for text in (
            Text(30 + 150 * at, 34, title, 18, "hei"),
            Text(50 + 150 * at, 60, name, 10, "kai"),
            *(Text(20 + 150 * at, 84 + 15 * row, line, 10) for row, line in enumerate(STANZAS[at])),
        )
    ]
    (page,) = cut_pdf(
        to_pdf(
            [
                strokes,
            ],
            (500.0, 400.0),
        )
    )
    assert {one.title: one.paragraphs for one in page.articles} == {
        "渡口的黄昏": STANZAS[0],
        "对岸的灯": STANZAS[1],
    }
