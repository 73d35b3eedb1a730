"""Holes: characters that a file draws and does not tell."""

from __future__ import annotations

import pytest

from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Operators, Text
from tests.ingest.pdf.drawn import cut_drawn

PAGE = (400.0, 300.0)
CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
UNREADABLE = "characters without Unicode"


def test_a_headline_through_a_wrong_map_is_a_hole_that_review_tells_of() -> None:
    (one,) = cut_drawn(
        [Text(20, 20, "篺嗶鮛媾楒其承娊针", 24, "hei"), *column(CANTEEN, 20, 60, 20)], PAGE
    ).articles
    assert one.title == "\ufffd" * 9
    assert UNREADABLE in one.review


@pytest.mark.parametrize("down", [False, True])
def test_a_character_that_the_paper_drew_itself_is_a_hole(down: bool) -> None:
    title = Text(20, 20, "怀念曾\ue123先生", 24, "hei", down=down)
    (one,) = cut_drawn([title, *column(CANTEEN, 80, 60, 20)], PAGE).articles
    assert one.title == "怀念曾\ufffd先生"
    assert UNREADABLE in one.review


def test_private_use_glyphs_that_no_text_stands_about_are_ornaments() -> None:
    strokes = [
        *(Text(20 + 10 * at, 10, "\ue123", 10) for at in range(30)),
        Text(20, 30, "\ue124社区食堂暖人心", 24, "hei"),
        *column(CANTEEN, 20, 60, 20),
    ]
    page = cut_drawn(strokes, PAGE)
    assert [(one.title, one.review) for one in page.articles] == [("社区食堂暖人心", ())]
    assert [one.kind for one in page.furniture] == ["ornament"]


def test_a_picture_as_a_headline_would_be_is_a_hole_that_review_tells_of() -> None:
    image = (
        "q 300 0 0 32 20 240 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40\nEI Q"  # one dark dot, stretched
    )
    (one,) = cut_drawn([Operators(image), *column(CANTEEN, 20, 70, 20)], PAGE).articles
    assert one.title is None
    assert any("drawn" in reason for reason in one.review)
