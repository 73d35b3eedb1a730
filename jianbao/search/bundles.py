"""Which articles share a bundle.

A bundle is an index of its own, and the browser asks all of them. One bundle would be indexed
anew with every issue, and needs memory as it grows; a bundle a month would cost a reader of
70 months 8 MB a query, because each costs its catalog and a file a token. So:

- whole months, from the oldest on, share a bundle until the next month would make it too large;
- the newest month stands alone, so that an issue re-indexes that month and nothing else;
- in a month too large for that, runs of days stand alone in the same way.

What goes where is a function of the articles alone, not of the order in which they came.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FORMAT = 2
"""Raised when anything changes in how a bundle is made, so that all are made anew."""

BUNDLE_CHARACTERS = 20_000_000
"""How much text a bundle holds at most: 40,000 articles of 500 characters.

Pagefind takes 0.18 KB of memory a character, so 3.6 GB for that. Smaller bundles are indexed no
faster, and each costs every search its catalog and a file a token; larger ones take longer to
make anew when an old article is corrected, this one a minute."""

NEWEST_CHARACTERS = 500_000
"""How much text the newest bundle holds at most, a single day apart: 1,000 articles."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What must be known of an article to place it, without reading it."""

    id: str
    """Its id."""
    date: str
    """ISO, `2023-02-20`."""
    digest: str
    """Differs when anything of the article does that can be found or shown."""
    size: int
    """About how many characters it has."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Articles that are indexed together."""

    ids: tuple[str, ...]
    """The newest day first, and each day in printed order: equal hits are shown in this order."""
    first: str
    """The oldest day in it, ISO."""
    last: str
    """The newest day in it, ISO."""
    name: str
    """Its folder: the oldest month, and a digest of all that is in it, so that a bundle that
    changes gets a new address and nothing stale is ever mixed with it."""


def plan(stamps: Iterable[Stamp]) -> tuple[Bundle, ...]:
    """The bundles of an archive, newest first."""
    ordered = sorted(stamps, key=lambda stamp: (stamp.date, stamp.id))
    months = [list(month) for _, month in groupby(ordered, key=lambda stamp: stamp.date[:7])]
    if not months:
        return ()
    newest_days = [list(day) for _, day in groupby(months[-1], key=lambda stamp: stamp.date)]
    groups = [
        *_filled(months[:-1], BUNDLE_CHARACTERS),
        *_filled(newest_days, NEWEST_CHARACTERS),
    ]
    return tuple(_bundle(group) for group in reversed(groups))


def _filled(periods: Sequence[list[Stamp]], limit: int) -> Iterator[list[Stamp]]:
    """Neighbouring periods together, as many as the limit allows, and at least one."""
    group: list[Stamp] = []
    filled = 0
    for period in periods:
        size = sum(stamp.size for stamp in period)
        if group and filled + size > limit:
            yield group
            group, filled = [], 0
        group = group + period
        filled += size
    if group:
        yield group


def _bundle(group: list[Stamp]) -> Bundle:
    """The bundle of articles that come in the order of their dates."""
    days = [list(day) for _, day in groupby(group, key=lambda stamp: stamp.date)]
    newest_first = [stamp for day in reversed(days) for stamp in day]
    digest = hashlib.blake2b(f"format {FORMAT}".encode(), digest_size=6)
    for stamp in newest_first:
        digest.update(f"\n{stamp.id} {stamp.digest}".encode())
    return Bundle(
        ids=tuple(stamp.id for stamp in newest_first),
        first=group[0].date,
        last=group[-1].date,
        name=f"{group[0].date[:7]}-{digest.hexdigest()}",
    )
