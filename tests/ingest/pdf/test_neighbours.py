"""Headlines that stand near one another and head articles of their own."""

from __future__ import annotations

from functools import partial

import pytest

from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Stroke, Text
from tests.ingest.pdf.drawn import cut_drawn

CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
CANAL = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4
BIRDS = "湿地的候鸟又飞回来，苍鹭在芦苇边歇脚，栈道上的游客举着望远镜看个不停。" * 4


cut = partial(cut_drawn, size=(700.0, 500.0))


@pytest.mark.parametrize(
    ("em", "face", "ruled"), [(24, "hei", False), (24, "hei", True), (19, "song", False)]
)
def test_two_upright_headlines_back_to_back_head_the_texts_at_their_sides(
    em: float, face: str, *, ruled: bool
) -> None:
    page = cut(
        [
            *column(CANTEEN, 20, 20, 16),
            Text(190, 20, "社区食堂暖人心", 24, "hei", down=True),
            *([Bar(218, 16, 0.3, 260)] if ruled else []),
            Text(222, 20, "渡槽换上新水闸", em, face, down=True),
            *column(CANAL, 256, 20, 16),
        ]
    )
    assert [(one.title, one.kicker, one.paragraphs) for one in page.articles] == [
        ("社区食堂暖人心", None, (CANTEEN,)),
        ("渡槽换上新水闸", None, (CANAL,)),
    ]


def test_an_upright_headline_of_two_lines_amidst_its_text_is_one() -> None:
    page = cut(
        [
            *column(CANTEEN, 20, 20, 16),
            Text(190, 20, "苍鹭歇了脚", 24, "hei", down=True),
            Text(222, 20, "社区食堂暖人心", 24, "hei", down=True),
            *column(CANTEEN, 256, 20, 16),
        ]
    )
    assert page.articles[0].title_lines == ("社区食堂暖人心", "苍鹭歇了脚")


@pytest.mark.parametrize(("em", "top"), [(40, 80), (28, 60)])
def test_a_banner_over_several_articles_is_no_headline_of_any(em: float, top: float) -> None:
    """Their own headlines stand in a row below it, as subtitles do."""
    heads = ("食堂暖人心", "水闸换新颜", "候鸟回湿地")
    strokes: list[Stroke] = [Text(60, 20, "写在田野上的答卷", em, "hei")]
    for at, (head, text) in enumerate(zip(heads, (CANTEEN, CANAL, BIRDS), strict=True)):
        strokes.append(Text(50 + 220 * at, top, head, 22, "hei"))
        strokes.extend(column(text, 20 + 220 * at, top + 35, 20))
    page = cut(strokes)
    assert [(one.title, one.subtitle) for one in page.articles] == [(head, None) for head in heads]
    assert "写在田野上的答卷" in [one.text for one in page.furniture]


def test_a_kicker_may_stand_in_front_of_its_headline_in_two_lines() -> None:
    page = cut(
        [
            Text(20, 20, "走进", 12, "kai"),
            Text(20, 34, "社区", 12, "kai"),
            Text(50, 20, "食堂暖了人心窝", 26, "hei"),
            *column(CANTEEN, 20, 60, 20),
        ]
    )
    (one,) = page.articles
    assert (one.kicker, one.title, one.subheads) == ("走进 社区", "食堂暖了人心窝", ())


def test_a_subtitle_between_two_rules_is_a_part_of_the_headline_above() -> None:
    page = cut(
        [
            Text(60, 20, "社区食堂暖人心", 28, "hei"),
            Bar(60, 54, 200, 0.4),
            Text(80, 58, "送餐送到老人手里", 14, "kai"),
            Bar(60, 76, 200, 0.4),
            *column(CANTEEN, 20, 90, 20),
        ]
    )
    (one,) = page.articles
    assert (one.title, one.subtitle) == ("社区食堂暖人心", "送餐送到老人手里")


def test_two_lines_behind_bullets_side_by_side_are_a_subtitle() -> None:
    page = cut(
        [
            Text(60, 20, "社区食堂暖人心", 28, "hei"),
            Text(20, 56, "◆送餐送到老人手里", 13, "kai"),
            Text(234, 56, "◆水闸换新不走夜路", 13, "kai"),
            *column(CANTEEN, 20, 90, 20),
            *column(CANAL, 234, 90, 20),
        ]
    )
    (one,) = page.articles
    assert one.subtitle == "◆送餐送到老人手里 ◆水闸换新不走夜路"
    assert (one.paragraphs, one.subheads) == ((CANTEEN, CANAL), ())
