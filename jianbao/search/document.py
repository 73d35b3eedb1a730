"""What the search takes of an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One article, as plain text and tags: all that can be found and all that a hit shows."""

    id: str
    """`2023-02-20-03-02`: date, page, ordinal."""
    url: str
    """Of its page, relative to the site's root: `2023/02/20/03-02.html`."""
    date: str
    """ISO, `2023-02-20`; the id starts with it."""
    text: str
    """The body as plain text, one paragraph or subhead a line: no phrase runs over a line's end."""
    title: str = ""
    """The headline; empty for untitled photo news."""
    kicker: str = ""
    """The line above the headline."""
    subtitle: str = ""
    """The line below it."""
    byline: tuple[str, ...] = ()
    """The authors."""
    captions: tuple[str, ...] = ()
    """What stands under its photographs."""
    page: str = ""
    """The page number as printed; a hit shows it, `版:03` asks for it."""
    section: str = ""
    """The name of that page; shown, not searched."""
    column: str = ""
    """The column label; a facet."""
    source: str = ""
    """The paper it was reprinted from; searched, and a facet."""
    kind: str = ""
    """`news` or `photo-news`; a facet."""
    regions: tuple[str, ...] = ()
    """Each as a path from the province down; a facet that is a tree."""
    themes: tuple[str, ...] = ()
    """A facet."""
