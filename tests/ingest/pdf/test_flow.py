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
