"""Putting articles into the catalog, and taking them out."""

from __future__ import annotations

import marshal
from collections import Counter
from typing import TYPE_CHECKING

from jianbao.catalog.tables import Tables
from jianbao.record import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jianbao.record import Card, Record, Row
    from jianbao.sheet import Sheet


class Filling(Tables):
    """What changes the catalog."""

    def put(self, rows: Iterable[Row]) -> None:
        """Take in articles that are not in the catalog; sqlite3.IntegrityError if one is."""
        self._forget()
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
        run("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", articles)
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

    def remove(self, records: Iterable[Record]) -> None:
        """Take out articles that are in the catalog; `tidy` ends it."""
        self._forget()
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
        self._forget()
        for table in ("issue", "term", "month", "pair"):
            self.connection.execute(f"DELETE FROM {table} WHERE count = 0")

    def unsettled(self) -> set[str]:
        """The kinds of which a term came, and has no slug yet, or has no articles any more."""
        rows = self.connection.execute(
            "SELECT DISTINCT kind FROM term WHERE slug = '' OR count = 0"
        )
        return {kind for (kind,) in rows}

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

    def remove_sheets(self, files: Iterable[str]) -> None:
        """Take out what files say of pages."""
        self.connection.executemany("DELETE FROM sheet WHERE file = ?", [(f,) for f in files])

    def set_cards(self, card: Callable[[Record], Card]) -> None:
        """Give every article a new card."""
        rows = self.connection.execute("SELECT number, record FROM article").fetchall()
        self.connection.executemany(
            "UPDATE card SET entry = ?, feed_entry = ? WHERE article = ?",
            ((*card(unpack(blob)), number) for number, blob in rows),
        )

    def set_slugs(self, kind: str, slugs: Mapping[str, tuple[str, str]]) -> None:
        """Set what `own_slugs` gives."""
        self._forget()
        self.connection.executemany(
            "UPDATE term SET slug = ?, own_slug = ? WHERE kind = ? AND name = ?",
            [(slug, own_slug, kind, name) for name, (slug, own_slug) in slugs.items()],
        )
