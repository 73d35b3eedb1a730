"""A headline centred over columns crowns them all, whichever it reaches over itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf import cut_pdf
from tests.ingest.pdf.columns import column, column_with_initial
from tests.ingest.pdf.drawing import Bar, Stroke, Text, advance, to_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = (800.0, 600.0)
MEASURE, GUTTER = 130.0, 20.0
CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
CANAL = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4
SCHOOL = "村里的夜校开了班，学员下了工就来，有的学吉他，有的写书法，教室里坐满了人。" * 4
BIRDS = "湿地的候鸟又飞回来，苍鹭在芦苇边歇脚，栈道上的游客举着望远镜看个不停。" * 4
LIFTS = "老楼装上了电梯，住户不用再爬六层的楼道，井道里的灯一直亮到夜里十一点。" * 4
TITLE = "渡槽水闸换新 灌区用水有了保证"
"""Nothing in it is of the first column's words: where it stands must tell."""


def left(at: int) -> float:
    """Of a column, from 0 to 4."""
    return 20 + at * (MEASURE + GUTTER)


def headline(text: str, columns: int, em: float = 20.0) -> Text:
    """Centred over the first columns."""
    middle = (left(0) + left(columns - 1) + MEASURE) / 2
    return Text(middle - advance(text) * em / 2, 20, text, em, "hei")


def cut(strokes: Sequence[Stroke]) -> dict[str | None, tuple[str, ...]]:
    """Headlines with their texts; another article stands below."""
    below = [
        Text(60, 300, "候鸟飞回了湿地歇脚", 22, "hei"),
        *column(BIRDS, 20, 340, 28),
        *column(LIFTS, 320, 340, 28),
    ]
    (page,) = cut_pdf(to_pdf([[*strokes, *below]], PAGE))
    found = {one.title: one.paragraphs for one in page.articles}
    assert found.pop("候鸟飞回了湿地歇脚") == (BIRDS, LIFTS)
    return found


def test_a_headline_over_the_middle_of_columns_has_the_first_which_an_initial_begins() -> None:
    texts = (CANTEEN, CANAL, SCHOOL, BIRDS, LIFTS)
    found = cut(
        [
            headline(TITLE, 5),
            *column_with_initial(CANTEEN, left(0), 60, 13),
            *(line for at in range(1, 5) for line in column(texts[at], left(at), 60, 13)),
        ]
    )
    assert found == {TITLE: texts}


def test_a_photograph_counts_among_the_columns() -> None:
    texts = (CANTEEN, CANAL, SCHOOL, BIRDS)
    found = cut(
        [
            headline(TITLE, 5),
            *column_with_initial(CANTEEN, left(0), 60, 13),
            *(line for at in range(1, 4) for line in column(texts[at], left(at), 60, 13)),
            Bar(left(4), 60, MEASURE, 160, "#bbb"),
        ]
    )
    assert found == {TITLE: texts}


def test_a_column_below_a_photograph_counts() -> None:
    """As high as the photograph the other columns begin."""
    first = CANTEEN[:63]
    found = cut(
        [
            headline(TITLE, 4),
            Bar(left(0), 60, MEASURE, 80, "#bbb"),
            *column_with_initial(first, left(0), 150, 13),
            *column(CANAL, left(1), 60, 13),
            *column(SCHOOL, left(2), 60, 13),
            *column(BIRDS, left(3), 60, 13),
        ]
    )
    (paragraphs,) = found.values()
    assert paragraphs[0].startswith(first)


def test_columns_over_whose_middle_it_does_not_stand_are_not_its_own() -> None:
    """They are of the upright headline at their left."""
    found = cut(
        [
            Text(20, 60, "夜校开了班", 24, "hei", down=True),
            *column(SCHOOL, 60, 60, 11),
            *column(CANTEEN, 190, 60, 11),
            Text(360, 20, "灌区放水员不走夜路", 20, "hei"),
            *column(CANAL, left(2), 60, 13),
            *column(LIFTS, left(3), 60, 13),
        ]
    )
    assert found == {"夜校开了班": (SCHOOL, CANTEEN), "灌区放水员不走夜路": (CANAL, LIFTS)}


def test_a_column_beyond_wide_white_is_not_its_own() -> None:
    """Though with the photograph at the other side it stands over the middle of them all."""
    found = cut(
        [
            Text(20, 60, "夜校开了班", 24, "hei", down=True),
            *column(CANTEEN, 156, 60, 13),
            Text(334, 20, "灌区放水员不走夜路", 28, "hei"),
            *column(CANAL, left(2), 60, 13),
            *column(LIFTS, left(3), 60, 13),
            Bar(634, 60, MEASURE, 160, "#bbb"),
        ]
    )
    assert found == {"夜校开了班": (CANTEEN,), "灌区放水员不走夜路": (CANAL, LIFTS)}
