"""Which block goes on in which, and which headline begins which: one assignment for the page.

Each running block is begun by a headline, goes on from another block, or begins without a
headline. Every choice has its price (prices.py); the cheapest choice for the whole page is taken,
so that two headlines never begin one block and no block is read twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

from jianbao.ingest.pdf.prices import price_all
from jianbao.ingest.pdf.step_prices import IMPOSSIBLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.relations import Relations

FARTHEST = 20.0
"""Margins are told up to this."""
MOST_TRIALS, MOST_TRIALS_OF_OTHERS = 80, 6
"""After so many assignments with circles the dearest step of each circle is struck at once: for the
page, and for each page that it is compared with. Some pages are made to be hard."""


@dataclass(frozen=True, slots=True)
class Flow:
    """An article's text: blocks in reading order."""

    head: Head | None
    """The headline that begins it."""
    blocks: tuple[Block, ...]
    """At least one."""
    price: float
    """Of its dearest step: high where the reading order is doubtful."""
    margin: float
    """How much dearer the page would be if this article's text or headline were any other; small
    where it is doubtful."""


def find_flows(relations: Relations) -> list[Flow]:
    """Order the running blocks of a page into articles; every block is in exactly one."""
    blocks, heads = relations.blocks, relations.heads
    if not blocks:
        return []
    prices = price_all(relations)
    offered = len(heads)
    chosen = cheapest(prices, offered)
    orders = _orders(chosen, offered)
    margins = _margins(prices, chosen, orders, offered)
    flows = []
    for order, margin in zip(orders, margins, strict=True):
        column = chosen[order[0]]
        paid = [float(prices[at, chosen[at]]) for at in order[1:]]
        flows.append(
            Flow(
                head=heads[column] if column < offered else None,
                blocks=tuple(blocks[at] for at in order),
                price=max(paid, default=0.0),
                margin=margin,
            )
        )
    return flows


def cheapest(prices: Any, offered: int, most_trials: int = MOST_TRIALS) -> dict[int, int]:
    """For each block the column chosen, so that no steps lead in a circle.

    Where the best assignment has a circle, each of its steps is struck in turn, and the cheapest of
    all assignments so far is looked at next: branch and bound, as over the subtours of a travelling
    salesman. A page of two storeys of columns needs it: there from the foot of each column both the
    next column's top and the lower storey seem to go on.
    """
    chosen = _assign(prices)
    waiting = [(_paid(prices, chosen), 0, chosen, prices)]
    number = 0
    while True:
        _, _, chosen, left = heappop(waiting)
        loop = _find_loop(chosen, offered, len(chosen))
        if loop is None:
            return chosen
        if number > most_trials:
            loop, waiting = [max(loop, key=lambda row: float(left[row, chosen[row]]))], []
        for row in loop:
            number += 1
            struck = left.copy()
            struck[row, chosen[row]] += IMPOSSIBLE
            other = _assign(struck)
            heappush(waiting, (_paid(struck, other), number, other, struck))


def _paid(prices: Any, chosen: Mapping[int, int]) -> float:
    return sum(float(prices[row, column]) for row, column in chosen.items())


def _assign(prices: Any) -> dict[int, int]:
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(prices)
    return dict(zip((int(r) for r in rows), (int(c) for c in columns), strict=True))


def _orders(chosen: Mapping[int, int], offered: int) -> list[list[int]]:
    """The blocks of each article, by their numbers."""
    count = len(chosen)
    successor = {
        column - offered: row
        for row, column in chosen.items()
        if offered <= column < offered + count
    }
    orders = []
    for row, column in sorted(chosen.items()):
        if offered <= column < offered + count:
            continue
        order = [row]
        while order[-1] in successor:
            order.append(successor[order[-1]])
        orders.append(order)
    return orders


def _margins(
    prices: Any, chosen: Mapping[int, int], orders: Sequence[Sequence[int]], offered: int
) -> list[float]:
    """For each article, what the cheapest page costs more in which it is another.

    Each step is forbidden in turn, and the page put together anew.
    """
    paid = _paid(prices, chosen)
    article = {row: at for at, order in enumerate(orders) for row in order}
    margins = [FARTHEST] * len(orders)
    for row, column in chosen.items():
        struck = prices.copy()
        struck[row, column] = IMPOSSIBLE
        other = cheapest(struck, offered, MOST_TRIALS_OF_OTHERS)
        loss = _paid(prices, other) - paid
        touched = set()
        for one, at in other.items():
            if at == chosen[one]:
                continue
            touched.add(article[one])
            for step in (at, chosen[one]):
                if offered <= step < offered + len(chosen):
                    touched.add(article[step - offered])
        for at in touched:
            margins[at] = min(margins[at], loss)
    return margins


def _find_loop(chosen: dict[int, int], offered: int, count: int) -> list[int] | None:
    for start in chosen:
        seen = [start]
        while offered <= chosen[seen[-1]] < offered + count:
            before = chosen[seen[-1]] - offered
            if before in seen:
                return seen[seen.index(before) :]
            seen.append(before)
    return None
