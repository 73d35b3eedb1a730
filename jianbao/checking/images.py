"""Pictures: those that cannot be read, and those that no article names.

That a named picture is missing, reading content/ tells already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.checking.finding import Finding
from jianbao.errors import BuildError
from jianbao.listing import PICTURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jianbao.config import Archive
    from jianbao.content import ArticleFile


def check_images(
    archive: Archive, articles: Iterable[ArticleFile], files: Sequence[str], *, complete: bool
) -> Iterator[Finding]:
    """Findings for the pictures among `files`, the files of content/.

    Who names a picture is known only when all articles could be read (`complete`).
    """
    from jianbao.site.pictures import published_size

    named = {
        f"{each.file.rpartition('/')[0]}/{image.file}"
        for each in articles
        for image in each.article.images
    }
    for file in files:
        if not file.endswith(PICTURES):
            continue
        if file in named:
            try:
                published_size(archive.root / file)
            except BuildError as error:
                yield Finding("images", "error", "not a picture", file, hint=error.hint)
        elif complete:
            yield Finding(
                *("images", "warning", "no article names this picture", file),
                hint="name it under images: of its article, or delete it",
            )
