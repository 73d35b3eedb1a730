"""What changed in content/ since the last build, read and checked before anything is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.content import Content, doubled_ids, read_files
from jianbao.errors import JianbaoError, Problems
from jianbao.listing import PICTURES
from jianbao.record import pack, record_of, unpack
from jianbao.similar import signed
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jianbao.config import Archive
    from jianbao.content import ArticleFile, SheetFile
    from jianbao.frontmatter import Vocabulary
    from jianbao.listing import Difference
    from jianbao.record import Record
    from jianbao.similar import Signed
    from jianbao.site.state import State


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between content/ and the catalog."""

    pairs: tuple[tuple[Record | None, Record | None], ...]
    """Each article before and after; None where it was not, or is no more."""
    files: tuple[str, ...]
    """Files of articles that were read, or are gone."""
    drafts: dict[str, str]
    """Articles that are kept back: id by file."""
    sheets: tuple[SheetFile, ...]
    """Sheets that are new or changed."""
    stale_sheets: tuple[str, ...]
    """Files whose sheet the catalog must forget."""
    pictures: tuple[tuple[Record, str], ...]
    """Photographs whose file changed while their article did not, with their names."""
    stale_days: tuple[date, ...]
    """The days of the issues that these sheets belong to."""
    signed: tuple[Signed, ...]
    """What the articles that were read are about."""

    @property
    def days(self) -> frozenset[str]:
        """The days on which an article changed, came or went: `2023-02-20`."""
        return frozenset(
            record.article.date.isoformat() for pair in self.pairs for record in pair if record
        )


def read_changes(
    archive: Archive, state: State, vocabulary: Vocabulary, difference: Difference
) -> Changes:
    """Read what is new or changed. Raises Problems with all that is wrong."""
    changed, gone = difference.changed, difference.gone
    errors: list[JianbaoError] = []
    content = Content((), ())
    if changed:
        content, errors = read_files(archive, changed, vocabulary)
    taken = _taken_ids(state, content.articles, {*changed, *gone})
    errors += doubled_ids(archive, content.articles, taken)
    if errors:
        raise Problems(errors)
    published = {each.file: each for each in content.articles if not each.article.draft}
    articles = [file for file in (*changed, *gone) if file.endswith(".md")]
    pairs = []
    for file in articles:
        before = state.catalog.by_file(file)
        each = published.get(file)
        # As the catalog keeps it, which it is compared with.
        after = unpack(pack(record_of(each.article, file, each.digest))) if each else None
        if before and after and before.article.id != after.article.id:
            pairs += [(before, None), (None, after)]
        elif before != after:
            pairs.append((before, after))
    stale = tuple(file for file in (*changed, *gone) if file.endswith(".yaml"))
    return Changes(
        pairs=_paired(pairs),
        files=tuple(articles),
        drafts={each.file: each.article.id for each in content.articles if each.article.draft},
        sheets=content.sheets,
        stale_sheets=stale,
        pictures=tuple(_pictures(state, [file for file in changed if file.endswith(PICTURES)])),
        stale_days=tuple(state.catalog.sheet_days(stale)),
        signed=tuple(
            signed(record_of(each.article, each.file, each.digest))
            for each in (published[after.file] for _, after in pairs if after)
        ),
    )


def _pictures(state: State, files: list[str]) -> Iterator[tuple[Record, str]]:
    for file in files:
        folder, _, name = file.rpartition("/")
        for record in state.catalog.in_folder(folder):
            if name in [image.file for image in record.article.images]:
                yield record, name


def _taken_ids(
    state: State, articles: tuple[ArticleFile, ...], looked_at: set[str]
) -> dict[str, str]:
    """Of the articles' ids, those that files have which did not change: file by id."""
    taken = {article_id: file for file, article_id in state.drafts().items()}
    for each in articles:
        known = state.catalog.by_id(each.article.id)
        if known:
            taken[each.article.id] = known.file
    return {article_id: file for article_id, file in taken.items() if file not in looked_at}


def _paired(
    pairs: list[tuple[Record | None, Record | None]],
) -> tuple[tuple[Record | None, Record | None], ...]:
    """The pairs, with a file that was renamed as one article that stays."""
    gone = {before.article.id: before for before, after in pairs if before and not after}
    renamed = {
        after.article.id: (gone[after.article.id], after)
        for before, after in pairs
        if after and not before and after.article.id in gone
    }
    rest = [
        (before, after)
        for before, after in pairs
        if not (before and not after and before.article.id in renamed)
        and not (after and not before and after.article.id in renamed)
    ]
    return (*rest, *renamed.values())
