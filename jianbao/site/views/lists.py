"""What views of several kinds hold: links, articles as lines of a list, bars."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jianbao.record import Brief, brief_of
from jianbao.site import urls
from jianbao.values import dataclass

if TYPE_CHECKING:
    from jianbao.record import Record


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site."""

    label: str
    """What the reader sees."""
    href: str
    """The page, relative to the site's root."""
    count: int | None = None
    """How many articles stand behind it; None where no count is shown."""


class Entry(Brief):
    """An article as one line of a list: all of Brief, and these two."""

    __slots__ = ()

    @property
    def href(self) -> str:
        """Its page."""
        return urls.article(self.id)

    @property
    def date(self) -> date:
        """The day of its issue."""
        return date.fromisoformat(self.day)


def entry_of(record: Record) -> Entry:
    """An article as a line of a list."""
    return Entry._make(brief_of(record))


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a small chart."""

    label: str
    """What it stands for: a year or month."""
    count: int
    """Articles."""
    share: float
    """Its height, as a share of the highest bar, 0 to 1."""
    href: str = ""
    """Where it leads; empty for nowhere."""
