"""The archive as data: which files, made from what, and at what price when a day changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.data import FORMATS, day_member, file_name, row_of, splice, year_file
from jianbao.site import urls

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from jianbao.catalog import Catalog
    from jianbao.data import Format, Row
    from jianbao.record import Record


class Datasets:
    """Makes the data files of years.

    `stale_days` are the days (`2023-02-20`) whose articles changed since the files in the folder
    `out` were made; None when these are not to be trusted.
    """

    def __init__(
        self,
        catalog: Catalog,
        body: Callable[[Record], str],
        base_url: str,
        out: Path,
        stale_days: Collection[str] | None,
    ) -> None:
        self._catalog, self._body, self._base_url, self._out = catalog, body, base_url, out
        self._stale_days = stale_days
        self._made: dict[tuple[int, Format], bytes] = {}
        """The other files of a year whose one file was asked for: they need the same articles."""

    def file(self, year: int, form: Format) -> bytes:
        """The articles of a year in a format."""
        if (year, form) not in self._made:
            for each, data in (self._spliced(year) or self._anew(year)).items():
                self._made[year, each] = data
        return self._made.pop((year, form))

    def _spliced(self, year: int) -> dict[Format, bytes] | None:
        """The files there are, with other members for the stale days."""
        if self._stale_days is None:
            return None
        days = [day for day in self._stale_days if int(day[:4]) == year]
        rows = {day: self._rows(day) for day in days}
        try:
            return {
                form: splice(
                    (self._out / file_name(year, form)).read_bytes(),
                    {day: day_member(form, day, rows[day]) for day in days},
                )
                for form in FORMATS
            }
        except (OSError, ValueError):  # Not there, or not made by us.
            return None

    def _anew(self, year: int) -> dict[Format, bytes]:
        members: dict[Format, list[bytes]] = {form: [] for form in FORMATS}
        for day, _ in self._catalog.issues(year):
            rows = self._rows(str(day))
            for form in FORMATS:
                members[form].append(day_member(form, str(day), rows))
        return {form: year_file(form, parts) for form, parts in members.items()}

    def _rows(self, day: str) -> list[Row]:
        return [
            row_of(record, self._body(record), self._base_url + urls.article(record.article.id))
            for record in self._catalog.issue(day)
        ]
