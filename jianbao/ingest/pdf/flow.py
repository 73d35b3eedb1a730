"""Which block goes on in which, and which headline begins which: one assignment for the page.

Each running block is begun by a headline, goes on from another block, or begins without a
headline. Every choice has its price (prices.py); the cheapest choice for the whole page is taken,
so that two headlines never begin one block and no block is read twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jianbao.ingest.pdf.prices import IMPOSSIBLE, price_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.heads import Head
    from jianbao.ingest.pdf.relations import Relations

FARTHEST = 20.0
"""Margins are told up to this."""


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
    chosen = _cheapest(prices, offered)
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


def _cheapest(prices: Any, offered: int) -> dict[int, int]:
    """For each block the column chosen; steps that would lead in a circle are struck from `prices`."""
    while True:
        chosen = _assign(prices)
        loop = _find_loop(chosen, offered, len(chosen))
        if loop is None:
            return chosen
        worst = max(loop, key=lambda row: prices[row, chosen[row]])
        prices[worst, chosen[worst]] = IMPOSSIBLE


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
    paid = sum(float(prices[row, column]) for row, column in chosen.items())
    article = {row: at for at, order in enumerate(orders) for row in order}
    margins = [FARTHEST] * len(orders)
    for row, column in chosen.items():
        kept = prices[row, column]
        prices[row, column] = IMPOSSIBLE
        other = _assign(prices)
        prices[row, column] = kept
        loss = sum(float(prices[one, at]) for one, at in other.items() if one != row)
        loss += float(prices[row, other[row]]) - paid
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
