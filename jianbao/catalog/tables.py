"""The tables of the catalog."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Self

    from jianbao.catalog.terms import Term
    from jianbao.slugs import Kind

Answer = TypeVar("Answer")

TERM_KINDS: tuple[Kind, ...] = ("regions", "themes", "people", "columns", "sources")
"""The kinds of terms that have pages of their own."""

CHANGED = "MAX(substr(article.place, 1, 10), corrected)"
"""The day on which what an article says last changed; days as text sort as they follow."""

SCHEMA = """
CREATE TABLE article (number INTEGER PRIMARY KEY, place TEXT UNIQUE, id TEXT UNIQUE,
    file TEXT UNIQUE, digest TEXT, length INTEGER, headline TEXT, corrected TEXT, record BLOB,
    images TEXT);
CREATE INDEX corrected ON article (place, corrected) WHERE corrected != '';
CREATE INDEX pictured ON article (place) WHERE images != '';
CREATE TABLE card (article INTEGER PRIMARY KEY, entry TEXT, feed_entry TEXT);
CREATE TABLE term (number INTEGER PRIMARY KEY, kind TEXT, name TEXT, count INTEGER, slug TEXT,
    own_slug TEXT, UNIQUE (kind, name));
CREATE TABLE entry (term INTEGER, place TEXT, article INTEGER, PRIMARY KEY (term, place))
    WITHOUT ROWID;
CREATE TABLE month (term INTEGER, month TEXT, count INTEGER, PRIMARY KEY (term, month))
    WITHOUT ROWID;
CREATE TABLE pair (region INTEGER, theme INTEGER, count INTEGER, PRIMARY KEY (region, theme))
    WITHOUT ROWID;
CREATE INDEX pair_of_theme ON pair (theme);
CREATE TABLE issue (day TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID;
CREATE TABLE sheet (file TEXT PRIMARY KEY, day TEXT, page TEXT, record BLOB) WITHOUT ROWID;
CREATE INDEX sheet_of_day ON sheet (day, page);
"""


class Tables:
    """One file of tables."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._ended = (0, 0)
        """The term, and the position in it, up to which a list was asked for last."""
        self._ended_at = ""
        """The place of that list's last entry."""
        self._terms: dict[tuple[str, str], Term] = {}
        """Terms that were asked for since the last change."""
        self._answers: dict[tuple[str, ...], Any] = {}
        """What else was asked for since then, and by many: by the question."""

    @classmethod
    def open(cls, file: Path | str) -> Self:
        """Open the catalog in `file` (":memory:" for one that is not kept)."""
        connection = sqlite3.connect(file, isolation_level=None)
        connection.execute("PRAGMA synchronous = OFF")
        return cls(connection)

    def create(self) -> None:
        """Make the tables."""
        self.connection.executescript(SCHEMA)

    def _forget(self) -> None:
        """Before a change: what was asked for may not be so any more."""
        self._terms.clear()
        self._answers.clear()

    def _once(self, question: tuple[str, ...], ask: Callable[[], Answer]) -> Answer:
        """The answer to a question that many pages ask; it holds until the next change."""
        if question not in self._answers:
            self._answers[question] = ask()
        answer: Answer = self._answers[question]
        return answer

    def _number(self, kind: str, name: str) -> int:
        found = self.connection.execute(
            "SELECT number FROM term WHERE kind = ? AND name = ?", (kind, name)
        ).fetchone()
        if found:
            return int(found[0])
        row = self.connection.execute(
            "INSERT INTO term (kind, name, count, slug, own_slug) VALUES (?, ?, 0, '', '')",
            (kind, name),
        )
        return int(row.lastrowid or 0)
