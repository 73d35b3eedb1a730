"""What display lines and articles have in common, in nats of shared words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.cohesion import Rarity
    from jianbao.ingest.drafts import Draft
    from jianbao.ingest.heads import Head

LEAST_EVIDENCE = 5.0
"""Nats that a line shares with a paragraph at least to be about it."""


def draft_of(drafts: Sequence[Draft], head: Head) -> Draft | None:
    """The article whose headline it is."""
    return next((draft for draft in drafts if draft.head is head), None)


def evidence(draft: Draft, head: Head, rarity: Rarity) -> float:
    """What it shares with that paragraph of an article that it shares most with."""
    return max(rarity.shared(head.grams, one.grams) for one in draft.paragraphs)


def about(head: Head, drafts: Sequence[Draft], rarity: Rarity) -> Draft | None:
    """The article that it has most in common with; None where it has little with any."""
    best = max(drafts, key=lambda draft: evidence(draft, head, rarity), default=None)
    return best if best is not None and evidence(best, head, rarity) >= LEAST_EVIDENCE else None


def is_wordless(head: Head, drafts: Sequence[Draft], rarity: Rarity) -> bool:
    """Whether it has no word of any article's."""
    return not any(evidence(one, head, rarity) for one in drafts)


def is_of_first(head: Head, draft: Draft, drafts: Sequence[Draft], rarity: Rarity) -> bool:
    """Whether it has most in common with the first paragraph, as headlines do and subheads do not."""
    lead = rarity.shared(head.grams, draft.paragraphs[0].grams)
    most = max(evidence(one, head, rarity) for one in drafts)
    return lead >= LEAST_EVIDENCE and lead >= most
