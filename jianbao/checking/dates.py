"""Articles whose date cannot be: before the newspaper began, after it ended, in the future."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.checking.finding import Finding
from jianbao.checking.places import line_of_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jianbao.config import Archive
    from jianbao.content import ArticleFile


def check_dates(
    archive: Archive, articles: Iterable[ArticleFile], today: date
) -> Iterator[Finding]:
    """A finding for each article outside the publication's life."""
    start, end = archive.settings.publication_start, archive.settings.publication_end
    for each in articles:
        day = each.article.date
        if start and day < start:
            reason = f"{day} is before the newspaper began, {start}"
        elif end and day > end:
            reason = f"{day} is after the newspaper ended, {end}"
        elif day > today:
            yield Finding(
                *("dates", "warning", f"{day} has not come yet", each.file),
                line_of_key(archive, each.file, "date"),
                "correct the date, or mark it as draft: true until then",
            )
            continue
        else:
            continue
        key = "publication_start" if start and day < start else "publication_end"
        yield Finding(
            *("dates", "error", reason, each.file, line_of_key(archive, each.file, "date")),
            f"correct the date, or {key} in archive.toml",
        )
