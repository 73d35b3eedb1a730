"""Articles and issues, one by one and in printed order."""

from __future__ import annotations

import marshal
from datetime import date
from typing import TYPE_CHECKING

from jianbao.catalog.tables import CHANGED, Tables
from jianbao.record import unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jianbao.record import Record
    from jianbao.sheet import Sheet


class Issues(Tables):
    """Questions about articles and issues; lists are in printed order."""

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

    def headline(self, article_id: str) -> tuple[str, date]:
        """The headline and the day of the article with an id."""
        headline, day = self.connection.execute(
            "SELECT headline, substr(place, 1, 10) FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return headline, date.fromisoformat(day)

    def stamps(self) -> list[tuple[str, str, str, int]]:
        """Of each article: id, day, digest and length."""
        rows = self.connection.execute(
            "SELECT id, substr(place, 1, 10), digest, length FROM article ORDER BY place"
        )
        return list(rows)

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

    def years(self) -> Sequence[tuple[int, int, int]]:
        """The years with their numbers of articles and issues."""
        asked = (
            "SELECT CAST(substr(day, 1, 4) AS INTEGER), SUM(count), COUNT(*) FROM issue "
            "GROUP BY 1 ORDER BY 1"
        )
        return self._once(("years",), lambda: list(self.connection.execute(asked)))

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

    def newest_feed_entries(self, limit: int) -> list[tuple[str, str]]:
        """The newest articles of all as entries of a feed, newest first.

        Each comes with the day on which what it says last changed.
        """
        return list(
            self.connection.execute(
                f"SELECT {CHANGED}, feed_entry FROM article JOIN card ON number = article "
                "ORDER BY place DESC LIMIT ?",
                (limit,),
            )
        )

    def changed(self, month: str) -> list[tuple[str, date, date]]:
        """The articles of a month, `2023-02`: id, day of the issue, day of the last change."""
        rows = self.connection.execute(
            f"SELECT id, substr(place, 1, 10), {CHANGED} FROM article "
            "WHERE place >= ? AND place < ? ORDER BY place",
            (month, f"{month}}}"),
        )
        return [(each, date.fromisoformat(day), date.fromisoformat(on)) for each, day, on in rows]

    def last_corrections(self) -> dict[str, date]:
        """The months, `2023-02`, of which an article was corrected, each with the last such day."""
        rows = self.connection.execute(
            "SELECT substr(place, 1, 7), MAX(corrected) FROM article INDEXED BY corrected "
            "WHERE corrected != '' GROUP BY 1"
        )
        return {month: date.fromisoformat(day) for month, day in rows}

    def sheets(self, day: date) -> list[Sheet]:
        """What is known of an issue's pages."""
        from jianbao.sheet import Sheet

        rows = self.connection.execute(
            "SELECT page, record FROM sheet WHERE day = ? ORDER BY page, file", (str(day),)
        )
        return [Sheet(day, page, *marshal.loads(record)) for page, record in rows]

    def sheet_days(self, files: Iterable[str]) -> list[date]:
        """The days of the issues whose pages these files describe."""
        find = "SELECT day FROM sheet WHERE file = ?"
        rows = (row for file in files for row in self.connection.execute(find, (file,)))
        return [date.fromisoformat(day) for (day,) in rows]
