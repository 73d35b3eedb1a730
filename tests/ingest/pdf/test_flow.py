"""The order of a page's blocks: the cheapest of all in which no block is read twice."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.ingest.pdf.flow import cheapest
from jianbao.ingest.pdf.step_prices import IMPOSSIBLE
from tests.ingest.pdf.columns import column as printed
from tests.ingest.pdf.drawing import Bar, Text
from tests.ingest.pdf.drawn import cut_drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADS, BLOCKS = 2, 4


def page_of(steps: Sequence[float]) -> numpy.ndarray:
    """Prices: by a headline, on from another block, or bare, which costs 4."""
    prices = numpy.full((BLOCKS, HEADS + 2 * BLOCKS), IMPOSSIBLE)
    given_prices = iter(steps)
    for row in range(BLOCKS):
        for column in range(HEADS + BLOCKS):
            if column != HEADS + row:
                prices[row, column] = next(given_prices)
        prices[row, HEADS + BLOCKS + row] = 4.0
    return prices


def leads_in_a_circle(columns: Sequence[int]) -> bool:
    for row in range(BLOCKS):
        at = row
        for _ in range(BLOCKS):
            if not HEADS <= columns[at] < HEADS + BLOCKS:
                break
            at = columns[at] - HEADS
        else:
            return True
    return False


@given(st.lists(st.integers(-6, 6), min_size=20, max_size=20))
def test_no_order_is_cheaper(steps: list[int]) -> None:
    prices = page_of(steps)
    chosen = cheapest(prices, HEADS)
    columns = [chosen[row] for row in range(BLOCKS)]
    choices = [[*range(HEADS + BLOCKS), HEADS + BLOCKS + row] for row in range(BLOCKS)]
    least = min(
        sum(prices[row, column] for row, column in enumerate(one))
        for one in itertools.product(*choices)
        if len(set(one)) == BLOCKS and not leads_in_a_circle(one)
    )
    assert not leads_in_a_circle(columns)
    assert sum(prices[row, column] for row, column in enumerate(columns)) == pytest.approx(least)


def test_a_block_with_no_way_to_begin_begins_bare() -> None:
    prices = numpy.full((1, 2), IMPOSSIBLE)
    assert cheapest(prices, 0) == {0: 1}


def test_a_column_goes_on_below_a_picture_across_two_with_white_about_it() -> None:
    """Before the next column above the picture, where the words fit as well."""
    text = "今年一月，渡槽的水闸换新，三月，放水员不用再走夜路，五月，灌区用水有了保证。" * 8
    pieces = [text[:110], text[110:142], text[142:174], text[174:206], text[206:]]
    places = [(20, 60), (142, 60), (142, 228), (264, 60), (264, 228)]
    strokes = [
        Text(60, 20, "渡槽水闸全部换新颜", 28, "hei"),
        *(
            line
            for at, (piece, (x, y)) in enumerate(zip(pieces, places, strict=True))
            for line in (printed(piece, x, y, 11) if not at else _goes_on(piece, x, y))
        ),
        Bar(142, 118, 232, 80, "#bbb"),
        Text(142, 202, "放水员在渡槽边查看水闸。", 8.4, "kai"),
    ]
    (one,) = cut_drawn(strokes, (500.0, 700.0)).articles
    assert "".join(one.paragraphs) == text


def _goes_on(text: str, x: float, y: float) -> list[Text]:
    return [
        Text(x, y + 14 * at, text[11 * at : 11 * at + 11], 10)
        for at in range((len(text) + 10) // 11)
    ]
