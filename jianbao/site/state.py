"""What a build remembers for the next one, in `.jianbao/`; it may be deleted at any time.

One SQLite file a site: the catalog, the last scan of content/, the site's files, and what they
were made with. While a build writes, a note beside it lists what it is about to touch. A note
that is still there means that a build was stopped: the next one makes everything anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import time
from typing import TYPE_CHECKING

from jianbao.catalog import Catalog
from jianbao.site.write import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from jianbao.listing import Listing
    from jianbao.similar import SimilarIndex

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE folder (path TEXT PRIMARY KEY, listing BLOB) WITHOUT ROWID;
CREATE TABLE draft (file TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID;
CREATE TABLE mention (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE theme (name TEXT PRIMARY KEY, slug TEXT);
CREATE TABLE output (name TEXT PRIMARY KEY, size INTEGER) WITHOUT ROWID;
CREATE TABLE stamp (folder TEXT PRIMARY KEY, changed INTEGER) WITHOUT ROWID;
"""


class State:
    """The memory of builds into one folder."""

    def __init__(self, folder: Path, out: Path) -> None:
        self._place = folder, out
        key = hashlib.sha256(str(out.resolve()).encode()).hexdigest()[:12]
        self.file = folder / f"site-{key}.db"
        self._note = folder / f"site-{key}.writing"
        self.catalog = self._open()

    def _open(self) -> Catalog:
        try:
            catalog = Catalog.open(self.file)
            catalog.connection.execute("SELECT value FROM meta WHERE key = 'complete'").fetchone()
        except sqlite3.DatabaseError:  # New, damaged, or of another version.
            return self._fresh()
        return catalog

    def _fresh(self) -> Catalog:
        self.file.unlink(missing_ok=True)
        catalog = Catalog.open(self.file)
        # A journal would only help to go back; a state that is not whole is thrown away.
        catalog.connection.execute("PRAGMA journal_mode = OFF")
        catalog.create()
        self._similar(catalog).create()
        catalog.connection.executescript(TABLES)
        return catalog

    def opened_again(self) -> State:
        """The same memory for a process that was forked: it may not use what this one has open."""
        return State(*self._place)

    def forget(self) -> None:
        """Begin anew, keeping in mind which files of the site are ours."""
        try:
            names = self.outputs()
        except sqlite3.DatabaseError:  # Stopped while it was written: the note has them all.
            names = set(self._noted())
        self.catalog.connection.close()
        self.catalog = self._fresh()
        self._run("INSERT INTO output VALUES (?, 0)", [(name,) for name in names])

    def _run(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        self.catalog.connection.executemany(sql, rows)

    @property
    def similar(self) -> SimilarIndex:
        """Which articles are about the same."""
        return self._similar(self.catalog)

    @staticmethod
    def _similar(catalog: Catalog) -> SimilarIndex:
        from jianbao.similar import SimilarIndex  # Only what changes or shows articles asks it.

        return SimilarIndex(catalog.connection)

    # ── What the last build saw ─────────────────────────────────────────────────────────────

    def meta(self) -> dict[str, str]:
        """What the site was made with: fingerprints by name."""
        return dict(self.catalog.connection.execute("SELECT key, value FROM meta"))

    def set_meta(self, values: Mapping[str, str]) -> None:
        """Remember what the site is made with."""
        with self.transaction():
            self._run("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(values.items()))

    @property
    def version(self) -> str:
        """Another one whenever a build, by whatever process, changed a file of the site."""
        return self.meta().get("version", "")

    @staticmethod
    def new_version() -> dict[str, str]:
        """A version that no build had, to be remembered."""
        return {"version": f"{time.time_ns():x}"}

    def listing(self) -> Listing:
        """The last scan of content/."""
        return dict(self.catalog.connection.execute("SELECT path, listing FROM folder"))

    def set_listing(self, before: Mapping[str, bytes], now: Listing) -> None:
        """Remember a scan; `before` is the last one."""
        gone = [(path,) for path in before if path not in now]
        self._run("DELETE FROM folder WHERE path = ?", gone)
        changed = [(path, blob) for path, blob in now.items() if before.get(path) != blob]
        self._run("INSERT OR REPLACE INTO folder VALUES (?, ?)", changed)

    def drafts(self) -> dict[str, str]:
        """The articles that are kept back: id by file."""
        return dict(self.catalog.connection.execute("SELECT file, id FROM draft"))

    def set_drafts(self, gone: Iterable[str], new: Mapping[str, str]) -> None:
        """Remember what articles are kept back."""
        self._run("DELETE FROM draft WHERE file = ?", [(file,) for file in gone])
        self._run("INSERT OR REPLACE INTO draft VALUES (?, ?)", list(new.items()))

    def mentions(self) -> list[str]:
        """Regions that articles mention, or once did."""
        return [path for (path,) in self.catalog.connection.execute("SELECT path FROM mention")]

    def add_mentions(self, paths: Iterable[str]) -> None:
        """Remember regions that articles mention."""
        self._run("INSERT OR IGNORE INTO mention VALUES (?)", [(path,) for path in set(paths)])

    def region_in_use(self, path: str) -> bool:
        """Whether an article is about a region, or mentions it or once did."""
        found = self.catalog.connection.execute(
            "SELECT 1 FROM term WHERE kind = 'regions' AND name = ? "
            "UNION SELECT 1 FROM mention WHERE path = ?",
            (path, path),
        ).fetchone()
        return found is not None

    def themes(self) -> dict[str, str]:
        """The themes of the vocabulary that the site was made with, each with its slug."""
        return dict(self.catalog.connection.execute("SELECT name, slug FROM theme"))

    def set_themes(self, themes: Mapping[str, str]) -> None:
        """Remember the themes of the vocabulary."""
        self.catalog.connection.execute("DELETE FROM theme")
        self._run("INSERT INTO theme VALUES (?, ?)", list(themes.items()))

    # ── The site's files ────────────────────────────────────────────────────────────────────

    def outputs(self) -> set[str]:
        """The files of the site that are ours, those that a stopped build may have made too."""
        rows = self.catalog.connection.execute("SELECT name FROM output")
        return {name for (name,) in rows} | set(self._noted())

    def outputs_in(self, folder: str) -> set[str]:
        """The files of the site that are ours and lie in a folder (`people/li-si/`)."""
        rows = self.catalog.connection.execute(
            "SELECT name FROM output WHERE name > ? AND name < ?", (folder, f"{folder}\x7f")
        )
        return {name for (name,) in rows if "/" not in name.removeprefix(folder)}

    def sizes_in(self, folder: str) -> dict[str, int]:
        """The files of the site that lie in a folder (`data/`), with their sizes in bytes."""
        rows = self.catalog.connection.execute(
            "SELECT name, size FROM output WHERE name > ? AND name < ?", (folder, f"{folder}\x7f")
        )
        return dict(rows)

    def _noted(self) -> list[str]:
        return self._note.read_text("utf-8").splitlines() if self._note.exists() else []

    def add_outputs(self, sizes: Mapping[str, int]) -> None:
        """Remember files of the site with their sizes in bytes."""
        self._run("INSERT OR REPLACE INTO output VALUES (?, ?)", list(sizes.items()))

    def drop_outputs(self, names: Iterable[str]) -> None:
        """Forget files of the site."""
        self._run("DELETE FROM output WHERE name = ?", [(name,) for name in names])

    def stamps(self) -> dict[str, int]:
        """The folders of the site, each with the time when it last changed (losses.py)."""
        return dict(self.catalog.connection.execute("SELECT folder, changed FROM stamp"))

    def set_stamps(self, stamps: Mapping[str, int]) -> None:
        """Remember the times of folders of the site; those below 0 are gone."""
        self._run("INSERT OR REPLACE INTO stamp VALUES (?, ?)", list(stamps.items()))
        self._run("DELETE FROM stamp WHERE changed < 0", [()])

    def weight(self) -> tuple[int, int]:
        """The number of the site's files and their bytes, the search aside."""
        files, size = self.catalog.connection.execute(
            "SELECT COUNT(*), COALESCE(SUM(size), 0) FROM output"
        ).fetchone()
        return files, size

    # ── Stopping half way ───────────────────────────────────────────────────────────────────

    @property
    def interrupted(self) -> bool:
        """Whether a build into this folder was stopped before it was done."""
        return self._note.exists()

    def interrupt(self) -> None:
        """Have the next build make everything anew."""
        self.note(())

    @contextlib.contextmanager
    def writing(self, names: Iterable[str]) -> Iterator[None]:
        """While the site's files are written; `names` are those that may be new."""
        self.note(names)
        yield
        self._note.unlink()

    def note(self, names: Iterable[str]) -> None:
        """Note files that are about to be written."""
        replace_file(self._note, "\n".join(sorted({*self._noted(), *names})).encode())

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Many changes at the price of one."""
        self.catalog.connection.execute("BEGIN")
        yield
        self.catalog.connection.execute("COMMIT")
