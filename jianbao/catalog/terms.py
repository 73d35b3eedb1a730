"""Regions, themes, people, columns and sources, and the articles of each."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from jianbao.catalog.tables import CHANGED, Tables
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Term:
    """A region, theme, person, column or source."""

    kind: str
    """One of TERM_KINDS."""
    name: str
    """Its name; of a region the whole path."""
    count: int
    """Articles that it stands on, those of all regions below it among them."""
    slug: str
    """The last part of its URL."""
    number: int = field(default=0, compare=False)
    """Its number in the catalog, which nothing outside depends on."""


class Terms(Tables):
    """Questions about terms."""

    def terms(self, kind: str) -> Sequence[Term]:
        """All terms of a kind, most articles first, then as they are spelled (a slug is pinyin)."""

        def ask() -> list[Term]:
            found = self._terms_where("kind = ? ORDER BY count DESC, slug, name", kind)
            self._terms.update(((kind, term.name), term) for term in found)
            return found

        return self._once(("terms", kind), ask)

    def term_counts(self, kind: str) -> Sequence[tuple[int, int]]:
        """On how many articles terms of a kind stand, and how many terms stand on so many."""
        asked = "SELECT count, COUNT(*) FROM term WHERE kind = ? GROUP BY count"
        return self._once(("counts", kind), lambda: list(self.connection.execute(asked, (kind,))))

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

    def spans(self, kind: str) -> dict[str, tuple[int, int]]:
        """The first and the last year of each term of a kind, by name."""
        rows = self.connection.execute(
            "SELECT name, MIN(month), MAX(month) FROM term JOIN month ON term = number "
            "WHERE kind = ? GROUP BY number",
            (kind,),
        )
        return {name: (int(first[:4]), int(last[:4])) for name, first, last in rows}

    def regions_below(self, term: Term) -> list[Term]:
        """The regions directly below one, most articles first, then as spelled."""
        return self._terms_where(
            "kind = 'regions' AND name > ? AND name < ? AND instr(substr(name, ?), '/') = 0 "
            "ORDER BY count DESC, slug, name",
            *(f"{term.name}/", f"{term.name}0", len(term.name) + 2),
        )

    def themes_of(self, region: Term) -> list[tuple[Term, int]]:
        """The themes of a region's articles with the number of these, most first, then as spelled."""
        return self._paired("region", "theme", region)

    def regions_of(self, theme: Term) -> list[tuple[Term, int]]:
        """The provinces of a theme's articles with the number of these, most first, then as spelled."""
        return self._paired("theme", "region", theme, "AND instr(name, '/') = 0")

    def paired(self, term: Term) -> list[str]:
        """The names of all themes of a region's articles, or of all regions of a theme's."""
        own, other = ("region", "theme") if term.kind == "regions" else ("theme", "region")
        rows = self.connection.execute(
            f"SELECT name FROM pair JOIN term ON {other} = number WHERE {own} = ?", (term.number,)
        )
        return [name for (name,) in rows]

    def _paired(
        self, own: str, other: str, term: Term, condition: str = ""
    ) -> list[tuple[Term, int]]:
        rows = self.connection.execute(
            "SELECT kind, name, term.count, slug, number, pair.count FROM pair "
            f"JOIN term ON {other} = number WHERE {own} = ? {condition} "
            "ORDER BY pair.count DESC, slug, name",
            (term.number,),
        )
        return [(Term(*row), count) for *row, count in rows]

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

    def feed_entries(self, term: Term, limit: int) -> list[tuple[str, str]]:
        """A term's newest articles as entries of a feed, newest first.

        Each comes with the day on which what it says last changed.
        """
        return list(
            self.connection.execute(
                f"SELECT {CHANGED}, feed_entry FROM entry JOIN card USING (article) "
                "JOIN article ON article = number WHERE term = ? ORDER BY entry.place DESC LIMIT ?",
                (term.number, limit),
            )
        )

    def ids_of(self, term: Term) -> list[str]:
        """The ids of a term's articles."""
        rows = self.connection.execute(
            "SELECT id FROM entry JOIN article ON article = number WHERE term = ? "
            "ORDER BY entry.place",
            (term.number,),
        )
        return [article_id for (article_id,) in rows]

    def position(self, term: Term, where: str) -> int:
        """How many of a term's articles are older than the place `where`."""
        (newer,) = self.connection.execute(
            "SELECT COUNT(*) FROM entry WHERE term = ? AND place >= ?", (term.number, where)
        ).fetchone()
        return term.count - int(newer)

    def own_slugs(self, kind: str) -> dict[str, tuple[str, str]]:
        """The terms of a kind, each with its slug and with the one it would have if it were alone.

        Both are empty for terms that are new.
        """
        rows = self.connection.execute(
            "SELECT name, slug, own_slug FROM term WHERE kind = ?", (kind,)
        )
        return {name: (slug, own_slug) for name, slug, own_slug in rows}
