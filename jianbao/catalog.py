"""The catalog: every article without its text, and the lists it stands in, in one SQLite file.

It answers what the pages of the site ask (an issue's articles, a term's newest entries, counts)
by index, so that a question costs the same in an archive of any size. It is derived from content/
alone and may be deleted at any time.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from jianbao.record import unpack
from jianbao.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from jianbao.record import Card, Record, Row
    from jianbao.slugs import Kind

TERM_KINDS: tuple[Kind, ...] = ("regions", "themes", "people", "columns", "sources")
"""The kinds of terms that have pages of their own."""

SCHEMA = """
CREATE TABLE article (number INTEGER PRIMARY KEY, place TEXT UNIQUE, id TEXT UNIQUE,
    file TEXT UNIQUE, digest TEXT, length INTEGER, headline TEXT, record BLOB, images TEXT);
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


@dataclass(frozen=True, slots=True)
class Term:
    """A region, theme or person."""

    kind: str
    """`regions`, `themes` or `people`."""
    name: str
    """Its name; of a region the whole path."""
    count: int
    """Articles that it stands on, those of all regions below it among them."""
    slug: str
    """The last part of its URL."""
    number: int = field(default=0, compare=False)
    """Its number in the catalog, which nothing outside depends on."""


class Catalog:
    """Questions about an archive. All lists are in printed order unless it says newest first."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._ended = (0, 0)
        """The term, and the position in it, up to which a list was asked for last."""
        self._ended_at = ""
        """The place of that list's last entry."""
        self._terms: dict[tuple[str, str], Term] = {}
        """Terms that were asked for since the last change."""

    @classmethod
    def open(cls, file: Path | str) -> Catalog:
        """Open the catalog in `file` (":memory:" for one that is not kept)."""
        connection = sqlite3.connect(file, isolation_level=None)
        connection.execute("PRAGMA synchronous = OFF")
        return cls(connection)

    def create(self) -> None:
        """Make the tables."""
        self.connection.executescript(SCHEMA)

    # ── Changing ────────────────────────────────────────────────────────────────────────────

    def put(self, rows: Iterable[Row]) -> None:
        """Take in articles that are not in the catalog; sqlite3.IntegrityError if one is."""
        self._terms.clear()
        run = self.connection.executemany
        (last,) = self.connection.execute("SELECT COALESCE(MAX(number), 0) FROM article").fetchone()
        articles: list[tuple[object, ...]] = []
        cards: list[tuple[int, str, str]] = []
        entries: list[tuple[int, str, int]] = []
        counts: Counter[int] = Counter()
        months: Counter[tuple[int, str]] = Counter()
        pairs: Counter[tuple[int, int]] = Counter()
        days: Counter[str] = Counter()
        numbers: dict[tuple[str, str], int] = {}
        for number, row in enumerate(rows, last + 1):
            where, card, terms = row.place, row.card, row.terms
            articles.append((number, *row[:-2]))
            cards.append((number, *card))
            days[where[:10]] += 1
            month = where[:7]
            regions: list[int] = []
            themes: list[int] = []
            for term in terms:
                its = numbers.get(term)
                if its is None:
                    its = numbers[term] = self._number(*term)
                entries.append((its, where, number))
                counts[its] += 1
                months[its, month] += 1
                if term[0] == "regions":
                    regions.append(its)
                elif term[0] == "themes":
                    themes.append(its)
            for theme in themes:
                for region in regions:
                    pairs[region, theme] += 1
        run("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", articles)
        run("INSERT INTO card VALUES (?, ?, ?)", cards)
        run("INSERT INTO entry VALUES (?, ?, ?)", sorted(entries))
        run(
            "UPDATE term SET count = count + ? WHERE number = ?",
            [(count, number) for number, count in counts.items()],
        )
        run(
            "INSERT INTO month VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET count = count + excluded.count",
            [(number, month, count) for (number, month), count in months.items()],
        )
        run(
            "INSERT INTO pair VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET count = count + excluded.count",
            [(region, theme, count) for (region, theme), count in pairs.items()],
        )
        run(
            "INSERT INTO issue VALUES (?, ?) "
            "ON CONFLICT DO UPDATE SET count = count + excluded.count",
            days.items(),
        )

    def remove_sheets(self, files: Iterable[str]) -> None:
        """Take out what files say of pages."""
        self.connection.executemany("DELETE FROM sheet WHERE file = ?", [(f,) for f in files])

    def remove(self, records: Iterable[Record]) -> None:
        """Take out articles that are in the catalog; `tidy` ends it."""
        self._terms.clear()
        run = self.connection.execute
        for record in records:
            where = record.place
            run(
                "DELETE FROM card WHERE article = (SELECT number FROM article WHERE place = ?)",
                (where,),
            )
            run("DELETE FROM article WHERE place = ?", (where,))
            run("UPDATE issue SET count = count - 1 WHERE day = ?", (where[:10],))
            numbers = {term: self._number(*term) for term in record.terms}
            for (kind, _), number in numbers.items():
                run("DELETE FROM entry WHERE term = ? AND place = ?", (number, where))
                run("UPDATE term SET count = count - 1 WHERE number = ?", (number,))
                run(
                    "UPDATE month SET count = count - 1 WHERE term = ? AND month = ?",
                    (number, where[:7]),
                )
                if kind == "themes":
                    self.connection.executemany(
                        "UPDATE pair SET count = count - 1 WHERE region = ? AND theme = ?",
                        [(region, number) for (k, _), region in numbers.items() if k == "regions"],
                    )

    def tidy(self) -> None:
        """Forget issues and terms without articles, once all is taken out and put in."""
        self._terms.clear()
        for table in ("issue", "term", "month", "pair"):
            self.connection.execute(f"DELETE FROM {table} WHERE count = 0")

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

    # ── Asking ──────────────────────────────────────────────────────────────────────────────

    def _records(self, sql: str, *values: object) -> list[Record]:
        return [unpack(blob) for (blob,) in self.connection.execute(sql, values)]

    def ids(self, day: str = "") -> Iterator[str]:
        """The ids of all articles, or of those printed on a day."""
        rows = self.connection.execute(
            "SELECT id FROM article WHERE place >= ? AND place < ? ORDER BY place",
            (day, f"{day}}}"),
        )
        for (article_id,) in rows:
            yield article_id

    def images(self, day: str = "") -> Iterator[tuple[str, str]]:
        """The (id, file) of the pictures of all articles, or of those whose ids begin with a day."""
        asked = "SELECT id, images FROM article WHERE images != '' AND id GLOB ? ORDER BY place"
        for article_id, images in self.connection.execute(asked, (f"{day}*",)):
            for file in images.split("\n"):
                yield article_id, file

    def records(self) -> Iterator[Record]:
        """All articles."""
        for (blob,) in self.connection.execute("SELECT record FROM article ORDER BY place"):
            yield unpack(blob)

    def by_file(self, file: str) -> Record | None:
        """The article in a file."""
        found = self._records("SELECT record FROM article WHERE file = ?", file)
        return found[0] if found else None

    def in_folder(self, folder: str) -> list[Record]:
        """The articles whose files lie in a folder of content/."""
        return self._records(
            "SELECT record FROM article WHERE file > ? AND file < ?", f"{folder}/", f"{folder}0"
        )

    def by_id(self, article_id: str) -> Record | None:
        """The article with an id."""
        found = self._records("SELECT record FROM article WHERE id = ?", article_id)
        return found[0] if found else None

    def issue(self, day: date | str) -> list[Record]:
        """An issue's articles; a day may be given as `2023-02-20`."""
        return self._records(
            "SELECT record FROM article WHERE place >= ? AND place < ? ORDER BY place",
            f"{day}|",
            f"{day}}}",
        )

    def issues(self, year: int | None = None) -> list[tuple[date, int]]:
        """The days that have an issue, with the number of its articles; of all years or of one."""
        where, values = ("WHERE day GLOB ?", (f"{year:04}-*",)) if year else ("", ())
        rows = self.connection.execute(f"SELECT day, count FROM issue {where} ORDER BY day", values)
        return [(date.fromisoformat(day), count) for day, count in rows]

    def issue_beside(self, day: date, step: int) -> date | None:
        """The issue before (step -1) or after (step 1) a day."""
        compare, order = ("<", "DESC") if step < 0 else (">", "ASC")
        found = self.connection.execute(
            f"SELECT day FROM issue WHERE day {compare} ? ORDER BY day {order} LIMIT 1", (str(day),)
        ).fetchone()
        return date.fromisoformat(found[0]) if found else None

    def years(self) -> list[tuple[int, int, int]]:
        """The years with their numbers of articles and issues."""
        rows = self.connection.execute(
            "SELECT CAST(substr(day, 1, 4) AS INTEGER), SUM(count), COUNT(*) FROM issue "
            "GROUP BY 1 ORDER BY 1"
        )
        return [(year, articles, issues) for year, articles, issues in rows]

    def span(self) -> tuple[date, date]:
        """The days of the oldest and of the newest issue, where there is one."""
        first, last = self.connection.execute("SELECT MIN(day), MAX(day) FROM issue").fetchone()
        return date.fromisoformat(first), date.fromisoformat(last)

    def totals(self) -> tuple[int, int]:
        """The numbers of articles and of issues."""
        articles, issues = self.connection.execute(
            "SELECT COALESCE(SUM(count), 0), COUNT(*) FROM issue"
        ).fetchone()
        return articles, issues

    def terms(self, kind: str) -> list[Term]:
        """All terms of a kind, most articles first, then by name."""
        return self._terms_where("kind = ? ORDER BY count DESC, name", kind)

    def term(self, kind: str, name: str) -> Term | None:
        """One term."""
        term = self._terms.get((kind, name))
        if term is None:
            for term in self._terms_where("kind = ? AND name = ?", kind, name):
                self._terms[kind, name] = term
        return term

    def _terms_where(self, condition: str, *values: object) -> list[Term]:
        asked = f"SELECT kind, name, count, slug, number FROM term WHERE {condition}"
        return [Term(*row) for row in self.connection.execute(asked, values)]

    def term_months(self, term: Term) -> list[tuple[str, int]]:
        """A term's number of articles by month, `2023-02`; only months that have some."""
        return list(
            self.connection.execute(
                "SELECT month, count FROM month WHERE term = ? ORDER BY month", (term.number,)
            )
        )

    def cards(self, term: Term, start: int, stop: int) -> list[str]:
        """The cards of a term's articles, newest first.

        They begin with the `start`-th oldest and end before the `stop`-th.
        """
        if self._ended == (term.number, start):  # The page after the one asked for before.
            places = "place > ? ORDER BY place LIMIT ?"
            values: tuple[object, ...] = (self._ended_at, stop - start)
        elif start < term.count - stop:
            places, values = "TRUE ORDER BY place LIMIT ? OFFSET ?", (stop - start, start)
        else:  # Counted from the nearer end, so that the newest page of a long list stays cheap.
            places = "TRUE ORDER BY place DESC LIMIT ? OFFSET ?"
            values = (stop - start, term.count - stop)
        rows = self.connection.execute(
            "SELECT place, entry FROM "
            f"(SELECT place, article FROM entry WHERE term = ? AND {places}) "
            "JOIN card USING (article) ORDER BY place DESC",
            (term.number, *values),
        ).fetchall()
        self._ended, self._ended_at = (term.number, stop), rows[0][0] if rows else ""
        return [card for _, card in rows]

    def ids_of(self, term: Term) -> list[str]:
        """The ids of a term's articles."""
        rows = self.connection.execute(
            "SELECT id FROM entry JOIN article ON article = number WHERE term = ? "
            "ORDER BY entry.place",
            (term.number,),
        )
        return [article_id for (article_id,) in rows]

    def feed_entries(self, term: Term, limit: int) -> list[tuple[str, str]]:
        """A term's newest articles as entries of a feed, each with its day, newest first."""
        return list(
            self.connection.execute(
                "SELECT substr(place, 1, 10), feed_entry FROM entry JOIN card USING (article) "
                "WHERE term = ? ORDER BY place DESC LIMIT ?",
                (term.number, limit),
            )
        )

    def newest_feed_entries(self, limit: int) -> list[tuple[str, str]]:
        """The newest articles of all as entries of a feed, each with its day, newest first."""
        return list(
            self.connection.execute(
                "SELECT substr(place, 1, 10), feed_entry FROM article JOIN card ON number = article "
                "ORDER BY place DESC LIMIT ?",
                (limit,),
            )
        )

    def headline(self, article_id: str) -> tuple[str, date]:
        """The headline and the day of the article with an id."""
        headline, day = self.connection.execute(
            "SELECT headline, substr(place, 1, 10) FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return headline, date.fromisoformat(day)

    def set_cards(self, card: Callable[[Record], Card]) -> None:
        """Give every article a new card."""
        rows = self.connection.execute("SELECT number, record FROM article").fetchall()
        self.connection.executemany(
            "UPDATE card SET entry = ?, feed_entry = ? WHERE article = ?",
            ((*card(unpack(blob)), number) for number, blob in rows),
        )

    def regions_below(self, term: Term) -> list[Term]:
        """The regions directly below one, most articles first, then by name."""
        return self._terms_where(
            "kind = 'regions' AND name > ? AND name < ? AND instr(substr(name, ?), '/') = 0 "
            "ORDER BY count DESC, name",
            *(f"{term.name}/", f"{term.name}0", len(term.name) + 2),
        )

    def spans(self, kind: str) -> dict[str, tuple[int, int]]:
        """The first and the last year of each term of a kind, by name."""
        rows = self.connection.execute(
            "SELECT name, MIN(month), MAX(month) FROM term JOIN month ON term = number "
            "WHERE kind = ? GROUP BY number",
            (kind,),
        )
        return {name: (int(first[:4]), int(last[:4])) for name, first, last in rows}

    def themes_of(self, region: Term) -> list[tuple[Term, int]]:
        """The themes of a region's articles with the number of these, most first, then by name."""
        return self._paired("region", "theme", region)

    def regions_of(self, theme: Term) -> list[tuple[Term, int]]:
        """The provinces of a theme's articles with the number of these, most first, then by name."""
        found = self._paired("theme", "region", theme)
        return [(region, count) for region, count in found if "/" not in region.name]

    def _paired(self, own: str, other: str, term: Term) -> list[tuple[Term, int]]:
        rows = self.connection.execute(
            "SELECT kind, name, term.count, slug, number, pair.count FROM pair "
            f"JOIN term ON {other} = number WHERE {own} = ? ORDER BY pair.count DESC, name",
            (term.number,),
        )
        return [(Term(*row), count) for *row, count in rows]

    def own_slugs(self, kind: str) -> dict[str, tuple[str, str]]:
        """The terms of a kind, each with its slug and with the one it would have if it were alone.

        Both are empty for terms that are new.
        """
        rows = self.connection.execute(
            "SELECT name, slug, own_slug FROM term WHERE kind = ?", (kind,)
        )
        return {name: (slug, own_slug) for name, slug, own_slug in rows}

    def set_slugs(self, kind: str, slugs: Mapping[str, tuple[str, str]]) -> None:
        """Set what `own_slugs` gives."""
        self._terms.clear()
        self.connection.executemany(
            "UPDATE term SET slug = ?, own_slug = ? WHERE kind = ? AND name = ?",
            [(slug, own_slug, kind, name) for name, (slug, own_slug) in slugs.items()],
        )

    def stamps(self) -> list[tuple[str, str, str, int]]:
        """Of each article: id, day, digest and length."""
        rows = self.connection.execute(
            "SELECT id, substr(place, 1, 10), digest, length FROM article ORDER BY place"
        )
        return list(rows)

    def put_sheets(self, sheets: Iterable[tuple[Sheet, str]]) -> None:
        """Take in what is known of pages, each with its file."""
        self.connection.executemany(
            "INSERT INTO sheet VALUES (?, ?, ?, ?)",
            [
                (
                    file,
                    str(sheet.date),
                    sheet.page,
                    marshal.dumps((sheet.section, sheet.staff)),
                )
                for sheet, file in sheets
            ],
        )

    def sheet_days(self, files: Iterable[str]) -> list[date]:
        """The days of the issues whose pages these files describe."""
        find = "SELECT day FROM sheet WHERE file = ?"
        rows = (row for file in files for row in self.connection.execute(find, (file,)))
        return [date.fromisoformat(day) for (day,) in rows]

    def sheets(self, day: date) -> list[Sheet]:
        """What is known of an issue's pages."""
        rows = self.connection.execute(
            "SELECT page, record FROM sheet WHERE day = ? ORDER BY page, file", (str(day),)
        )
        return [Sheet(day, page, *marshal.loads(record)) for page, record in rows]

    def position(self, term: Term, where: str) -> int:
        """How many of a term's articles are older than the place `where`."""
        (newer,) = self.connection.execute(
            "SELECT COUNT(*) FROM entry WHERE term = ? AND place >= ?", (term.number, where)
        ).fetchone()
        return term.count - int(newer)
