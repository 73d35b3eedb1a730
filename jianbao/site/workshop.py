"""All that is needed to make pages, whichever process makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.config import Settings
    from jianbao.record import Record
    from jianbao.redirects import Redirects
    from jianbao.site.site import Site


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that is needed to make pages; small enough to be handed to another process."""

    root: Path
    """The archive's folder."""
    catalog: Path
    """The catalog's file."""
    templates: tuple[Path, ...]
    """Folders of templates, the archive's own first."""
    site: Site
    """What all pages say of the site."""
    out: Path
    """The folder to write."""
    cache: Path
    """A folder for compiled templates."""
    settings: Settings
    """The archive's settings."""
    redirects: Redirects
    """What stood elsewhere before."""
    stale_days: frozenset[str] | None = None
    """Days whose articles changed; None where the site's data is made from nothing."""

    def body(self, record: Record) -> str:
        """An article's text; the catalog does not keep it."""
        from jianbao.content import read_text
        from jianbao.frontmatter import split

        return split(read_text(f"{self.root}/{record.file}", record.file), record.file)[1]

    def picture(self, record: Record, name: str) -> Path:
        """The file of an article's picture."""
        return (self.root / record.file).parent / name

    def picture_size(self, record: Record, name: str) -> tuple[int, int]:
        """Width and height of an article's picture as it is published."""
        from jianbao.site.pictures import published_size

        return published_size(self.picture(record, name))
