"""The signatures and lists of an archive, in SQLite, brought up to date at a bounded cost."""

from __future__ import annotations

import marshal
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from jianbao.similar.ranking import WINDOW, Older, Similar, Windows, similar
from jianbao.similar.signature import Signed, Weighed
from jianbao.workers import share_out

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence

SCHEMA = """
CREATE TABLE similar_article (number INTEGER PRIMARY KEY, id TEXT UNIQUE, day INTEGER,
    signature BLOB);
CREATE INDEX similar_issue ON similar_article (day);
CREATE TABLE similar_list (article INTEGER PRIMARY KEY, similar BLOB);
CREATE TABLE similar_term (number INTEGER PRIMARY KEY, term TEXT UNIQUE);
CREATE TABLE similar_holder (term INTEGER, day INTEGER, article INTEGER,
    PRIMARY KEY (term, day, article)) WITHOUT ROWID;
"""

Packed = tuple[str, int, bytes]
"""An article as the tables keep it: id, day, signature."""

Numbered = tuple[int, str, int, bytes]
"""The same, with its number before it."""

A_WRITE = 50_000
"""Rows that wait in memory to be written in their order."""

GOING_BY = 0.17
"""What it costs to go by an article on the way to those that are to be ranked, of what it costs to
rank it: 5 of 29 µs, measured on 11,206 articles of a broadcaster's news."""


class SimilarIndex:
    """Lists of similar articles. The caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def create(self) -> None:
        """Make the tables."""
        self.connection.executescript(SCHEMA)

    def put(self, articles: Iterable[Packed]) -> None:
        """Put articles into tables in which no lists are yet; `rank_all` makes them."""
        self.connection.executemany(
            "INSERT INTO similar_article (id, day, signature) VALUES (?, ?, ?)", articles
        )

    def rank_all(self, jobs: int = 1) -> None:
        """Make the lists of all articles that were put in, by so many processes."""
        rows = self.connection.execute(
            "SELECT number, id, day, signature FROM similar_article ORDER BY day, id"
        ).fetchall()
        lists = share_out(
            lambda: lambda bounds: list(_lists(rows, *bounds)),
            shares([row[2] for row in rows], jobs),
            jobs,
            lambda: self._put_holders(rows),
        )
        for some in lists:
            self.connection.executemany("INSERT INTO similar_list VALUES (?, ?)", some)

    def _put_holders(self, rows: Iterable[Numbered]) -> None:
        terms: dict[str, int] = {}
        holders: list[tuple[int, int, int]] = []
        for number, _, day, blob in rows:
            for term, _ in marshal.loads(blob):
                holders.append((terms.setdefault(term, len(terms) + 1), day, number))
            if len(holders) > A_WRITE:
                self._write(holders)
        self._write(holders)
        self.connection.executemany(
            "INSERT INTO similar_term VALUES (?, ?)", [(n, term) for term, n in terms.items()]
        )

    def _write(self, holders: list[tuple[int, int, int]]) -> None:
        holders.sort()
        self.connection.executemany("INSERT INTO similar_holder VALUES (?, ?, ?)", holders)
        holders.clear()

    def lists(self, day: int) -> dict[str, tuple[Similar, ...]]:
        """The lists of an issue's articles, by id; an article without one is not in it."""
        rows = self.connection.execute(
            "SELECT id, similar FROM similar_article JOIN similar_list ON article = number "
            "WHERE day = ?",
            (day,),
        )
        return {
            each: tuple([Similar(*entry) for entry in marshal.loads(blob)]) for each, blob in rows
        }

    def update(self, gone: Collection[str], new: Collection[Signed]) -> set[str]:
        """Take articles out and others in; the ids of all *other* articles whose list changed.

        An article that changed is in both, under its id; it costs nothing when day and signature
        are what they were.
        """
        before = {article_id: self._signed(article_id) for article_id in gone}
        kept = {each.id: each for each in new}
        changed = [
            each for article_id, each in before.items() if each and kept.get(article_id) != each
        ]
        added = [each for each in kept.values() if before.get(each.id) != each]
        touched = {number for each in changed for number in self._in_whose_windows(each)}
        for each in changed:
            self._take_out(each)
        for each in added:
            self._put_in(each)
        touched |= {number for each in added for number in self._in_whose_windows(each)}
        own = {each.id for each in added}
        return {*self._list_anew(touched, own)} - kept.keys()

    def listing(self, article_id: str) -> set[str]:
        """The ids of the articles in whose lists an article stands.

        They show its headline and its day, and must be made anew when those change.
        """
        each = self._signed(article_id)
        numbers = self._in_whose_windows(each) if each else ()
        return {
            other
            for number in set(numbers)
            for other, packed in self.connection.execute(
                "SELECT id, similar FROM similar_article JOIN similar_list ON article = number "
                "WHERE number = ?",
                (number,),
            )
            if any(entry[0] == article_id for entry in marshal.loads(packed))
        }

    def _list_anew(self, numbers: Iterable[int], ids: Collection[str]) -> Iterator[str]:
        run = self.connection.execute
        select = (
            "SELECT number, id, day, signature, similar FROM similar_article "
            "LEFT JOIN similar_list ON article = number WHERE"
        )
        rows = [row for n in numbers for row in run(f"{select} number = ?", (n,))]
        rows += [row for one in ids for row in run(f"{select} id = ?", (one,))]
        for number, article_id, day, signature, before in rows:
            own = dict(marshal.loads(signature))
            found = similar(own, self._windows(own, day))
            now = _bytes(found) if found else None
            if now != before:
                run("DELETE FROM similar_list WHERE article = ?", (number,))
                if now:
                    run("INSERT INTO similar_list VALUES (?, ?)", (number, now))
                yield article_id

    def _windows(self, terms: Iterable[str], day: int) -> Collection[Older]:
        """The articles in the windows of some terms on a day."""
        found: dict[str, Older] = {}
        for term in terms:
            rows = self.connection.execute(
                "SELECT article.id, holder.day, signature FROM similar_holder AS holder "
                "JOIN similar_article AS article ON article = article.number "
                "WHERE term = (SELECT number FROM similar_term WHERE term = ?) AND holder.day < ? "
                "ORDER BY holder.day DESC, article.id LIMIT ?",
                (term, day, WINDOW),
            )
            for older, its_day, blob in rows:
                if older not in found:
                    found[older] = Older(older, its_day, dict(marshal.loads(blob)))
        return found.values()

    def _in_whose_windows(self, each: Signed) -> Iterator[int]:
        """The numbers of the newer articles in one of whose windows an article stands."""
        for term, _ in each.signature:
            rows = self.connection.execute(
                "SELECT holder.day, number, id FROM similar_holder AS holder "
                "JOIN similar_article ON article = number WHERE holder.day >= ? AND "
                "term = (SELECT number FROM similar_term WHERE term = ?) ORDER BY holder.day",
                (each.day, term),
            )
            between = 0
            """Articles that stand before it in the windows of the issue that is looked at."""
            for day, group in groupby(rows, key=lambda row: row[0]):
                issue = list(group)
                if day == each.day:
                    between = sum(other < each.id for _, _, other in issue)
                else:
                    yield from [number for _, number, _ in issue]
                    between += len(issue)
                if between >= WINDOW:
                    break

    def _signed(self, article_id: str) -> Signed | None:
        row = self.connection.execute(
            "SELECT id, day, signature FROM similar_article WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            return None
        return Signed(row[0], row[1], tuple(Weighed(*term) for term in marshal.loads(row[2])))

    def _take_out(self, each: Signed) -> None:
        run = self.connection.execute
        (number,) = run("SELECT number FROM similar_article WHERE id = ?", (each.id,)).fetchone()
        run("DELETE FROM similar_article WHERE number = ?", (number,))
        run("DELETE FROM similar_list WHERE article = ?", (number,))
        for term, _ in each.signature:
            run(
                "DELETE FROM similar_holder WHERE day = ? AND article = ? AND "
                "term = (SELECT number FROM similar_term WHERE term = ?)",
                (each.day, number, term),
            )

    def _put_in(self, each: Signed) -> None:
        run = self.connection.execute
        number = run(
            "INSERT INTO similar_article (id, day, signature) VALUES (?, ?, ?)", packed(each)
        ).lastrowid
        for term, _ in each.signature:
            run("INSERT OR IGNORE INTO similar_term (term) VALUES (?)", (term,))
            run(
                "INSERT INTO similar_holder SELECT number, ?, ? FROM similar_term WHERE term = ?",
                (each.day, number, term),
            )


def shares(days: Sequence[int], jobs: int) -> list[tuple[int, int]]:
    """Which articles each of some processes ranks, from the one to before the other.

    `days` are those of all articles, in order. No day is torn apart. Who begins later has to go by
    all that is older, and takes fewer.
    """
    equal = GOING_BY / (1 - (1 - GOING_BY) ** jobs)
    bounds, end = [0], 0.0
    for _ in range(jobs - 1):
        end = end * (1 - GOING_BY) + equal
        at = round(end * len(days))
        while 0 < at < len(days) and days[at] == days[at - 1]:
            at += 1
        bounds.append(at)
    return list(pairwise([*bounds, len(days)]))


def _lists(rows: Sequence[Numbered], start: int, stop: int) -> Iterator[tuple[int, bytes]]:
    """The lists of the articles from one to before another, by number."""
    windows = Windows()
    at = 0
    for day, group in groupby(rows[:stop], key=lambda row: row[2]):
        issue = [(row[0], Older(row[1], day, dict(marshal.loads(row[3])))) for row in group]
        if at >= start:
            for number, each in issue:
                if found := similar(each.terms, windows.of(each.terms)):
                    yield number, _bytes(found)
        windows.pass_issue([each for _, each in issue])
        at += len(issue)


def packed(each: Signed) -> Packed:
    """An article as the tables keep it."""
    return each.id, each.day, _bytes(each.signature)


def _bytes(value: tuple[Weighed, ...] | tuple[Similar, ...]) -> bytes:
    # Version 2 writes equal values as equal bytes; later ones note which strings are interned.
    return marshal.dumps(tuple([tuple(each) for each in value]), 2)
