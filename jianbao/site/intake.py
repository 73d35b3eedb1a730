"""Taking all of content/ into an empty catalog: read by several processes, kept by none."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from jianbao.content import read_content, read_files
from jianbao.errors import BuildError
from jianbao.listing import all_files, scan
from jianbao.record import record_of, row_of
from jianbao.similar import packed, signed
from jianbao.values import dataclass
from jianbao.workers import in_portions, share_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jianbao.config import Archive
    from jianbao.content import SheetFile
    from jianbao.frontmatter import Vocabulary
    from jianbao.record import Card, Record, Row
    from jianbao.similar import Packed
    from jianbao.site.state import State

PORTION = 400
"""Files that a process reads at a time."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What some files hold."""

    rows: list[Row]
    """The articles to be published."""
    signed: list[Packed]
    """What they are about."""
    drafts: dict[str, str]
    """Those kept back: id by file."""
    mentions: set[str]
    """Regions that the articles mention."""
    sheets: tuple[SheetFile, ...]
    """What is known of pages."""
    wrong: bool
    """Whether anything is wrong in them."""


def take_in_all(
    archive: Archive,
    state: State,
    words: Vocabulary,
    card: Callable[[Record], Card],
    jobs: int,
) -> None:
    """Fill an empty catalog. Raises Problems with all that is wrong in any file."""
    listing = scan(archive.content)
    files = all_files(listing)
    portions = in_portions(files, jobs, PORTION)
    wrong = False
    with state.transaction():
        for taken in share_out(lambda: _reader(archive, words, card), portions, jobs):
            wrong = wrong or taken.wrong or not _put(state, taken)
        wrong = wrong or _draft_doubled(state)
        if not wrong:
            state.similar.rank_all(jobs)
        state.set_listing({}, listing)
    if wrong:
        read_content(archive, words)  # It says what.
        raise BuildError("content/ changed while it was read", hint="build again")


def _put(state: State, taken: Taken) -> bool:
    """Take in what was read; False when an id is there already."""
    try:
        state.catalog.put(taken.rows)
        state.similar.put(taken.signed)
    except sqlite3.IntegrityError:
        return False
    state.catalog.put_sheets((each.sheet, each.file) for each in taken.sheets)
    state.set_drafts((), taken.drafts)
    state.add_mentions(taken.mentions)
    return True


def _reader(
    archive: Archive, words: Vocabulary, card: Callable[[Record], Card]
) -> Callable[[Sequence[str]], Taken]:
    def read(files: Sequence[str]) -> Taken:
        content, errors = read_files(archive, files, words)
        records = [
            record_of(each.article, each.file, each.digest)
            for each in content.articles
            if not each.article.draft
        ]
        drafts = {each.file: each.article.id for each in content.articles if each.article.draft}
        return Taken(
            rows=[row_of(record, card(record)) for record in records],
            signed=[packed(signed(record)) for record in records],
            drafts=drafts,
            mentions={path for each in content.articles for path in each.article.mentions},
            sheets=content.sheets,
            wrong=bool(errors),
        )

    return read


def _draft_doubled(state: State) -> bool:
    """Whether a draft has the id of another article."""
    ids = list(state.drafts().values())
    return len(set(ids)) < len(ids) or any(map(state.catalog.by_id, ids))
