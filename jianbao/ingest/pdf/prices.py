"""What each step of an article's text costs: from a headline to a block, from a block to the next.

From place (columns, rules, boxes, what stands between), from form (size, font) and from words (a
sentence that breaks off must go on, a lead begins an article).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jianbao.ingest.cohesion import Rarity, grams, likeness
from jianbao.ingest.pdf.head_prices import CROWNED, beginning_price, head_price, idle_price
from jianbao.ingest.pdf.step_prices import IMPOSSIBLE, breaks_off, step_price

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.relations import Relations

# Set by hand, then measured on 2,832 typeset articles of 350 pages, 24 of them cut wrong: in brackets
# how many are wrong with other values. None is worth tuning any finer.

BEGINS_BARE = 4.0
"""The price of beginning without a headline (3.0: 36; 5.3: 24)."""
BREAKS_OFF = 2.4
"""The price of ending in mid-sentence (1.2: 24; 4.8: 25)."""
PHOTOGRAPHED = 4.4
"""What beginning bare costs less for text that a photographer's credit ends, photo news (2.2: 24, and
nine photo news stood in other articles; 6.6: 24)."""
SIGNED = 3.0
"""The price of going on below such a credit, which ends photo news (0: 25; 6.0: 24)."""
_MOST_WORDS, _WORDS = 4.0, 6.0
"""What the words that a headline shares with a text are worth at most (2.0 and 8.0: 24), and how many
nats of them are worth one (3.0: 26; 12.0: 24)."""


def price_all(relations: Relations) -> Any:
    """Rows: blocks. Columns: headlines, blocks that may go before, and a bare beginning each."""
    import numpy

    blocks, heads = relations.blocks, relations.heads
    count, offered = len(blocks), len(heads)
    texts = [grams(block.plain) for block in blocks]
    rarity = Rarity(texts)
    alike = likeness(rarity, texts)
    spheres = _spheres(relations, texts)
    prices = numpy.full((count, offered + 2 * count), IMPOSSIBLE)
    for row, block in enumerate(blocks):
        for at, head in enumerate(heads):
            prices[row, at] = (
                head_price(relations, head, row)
                - min(_MOST_WORDS, rarity.shared(grams(head.text), spheres[row]) / _WORDS)
                - idle_price(head)
            )
        for before in range(count):
            if before != row:
                prices[row, offered + before] = (
                    step_price(relations, before, row)
                    - 0.4 * alike[before][row]
                    - (BREAKS_OFF if breaks_off(blocks[before]) else 0.0)
                    + (1.5 if relations.photographed[row] and block.opens else 0.0)
                    + (SIGNED if relations.photographed[before] else 0.0)
                )
        bare = BEGINS_BARE - (PHOTOGRAPHED if relations.photographed[row] else 0.0)
        if relations.crowns[row] is not None:
            bare += CROWNED
        prices[row, offered + count + row] = bare + beginning_price(block)
    return prices


def _spheres(relations: Relations, texts: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Each block's words with those of all blocks under the same headline.

    Words tell whose text it is, not where in it the text begins.
    """
    spheres = []
    for row, text in enumerate(texts):
        crown = relations.crowns[row]
        members = (
            texts[at] for at, other in enumerate(relations.crowns) if crown and other is crown
        )
        spheres.append(text.union(*members))
    return spheres
