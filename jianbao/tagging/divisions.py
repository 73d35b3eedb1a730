"""The shipped data: provinces, cities, districts, streets and communities, read when needed.

`divisions.txt` (75 KB) is read at once; the streets (0.2 MB packed) and each province's
communities (10–260 KB packed) only when something asks for them. scripts/gazetteer.py makes
the files and describes them.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

Level = Literal["province", "city", "district", "street", "community"]

LEVELS: Final[tuple[Level, ...]] = ("province", "city", "district", "street", "community")
"""From the largest to the smallest."""

DATA: Final = Path(__file__).parent / "data"


class Place(NamedTuple):
    """A province, city or district.

    A tuple, since three thousand are made at each start: 3 ms, as dataclasses 9.
    """

    path: str
    """Official names from the province down: 宁夏回族自治区/银川市/金凤区."""
    level: Level
    """What it is, not how deep it stands: 重庆市/荣昌区 is a district under no city."""
    code: str
    """Six digits; empty below 台湾省, 香港 and 澳门, and where an addition names none."""
    zone: bool = False
    """Whether it is a development zone that only the statistics count as a district."""
    since: date | None = None
    """The day from which articles can name it; None for what the shipped data has."""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The path one level up; empty for a province."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of a key and names, tab-separated and sorted by key, looked up without parsing all."""

    text: str
    """The lines; begins and ends with a line feed."""

    def names(self, key: str) -> tuple[str, ...]:
        """Return the names of one key, or none."""
        start = self._not_before(key)
        if not self.text.startswith(f"{key}\t", start):
            return ()
        start += len(key) + 1
        return tuple(self.text[start : self.text.index("\n", start)].split("\t"))

    def under(self, prefix: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield all (key, names) whose key begins with `prefix`."""
        start = self._not_before(prefix)
        while self.text.startswith(prefix, start):
            end = self.text.index("\n", start)
            key, *names = self.text[start:end].split("\t")
            yield key, tuple(names)
            start = end + 1

    def _not_before(self, key: str) -> int:
        """Return where the first line begins whose key does not sort before `key`."""
        low, high = 1, len(self.text)
        while low < high:
            middle = (low + high) // 2
            start = self.text.rindex("\n", 0, middle) + 1
            if self.text[start : self.text.index("\t", start)] < key:
                low = self.text.index("\n", middle) + 1
            else:
                high = start
        return low


@cache
def divisions() -> tuple[Place, ...]:
    """Return provinces, cities and districts, each after its parent."""
    places = []
    province = city = ""
    for line in (DATA / "divisions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        mark, code, name = line.split(" ", 2)
        code = "" if code == "-" else code
        if mark == "p":
            province, city = name, ""
            places.append(Place(name, "province", code))
        elif mark == "c":
            city = f"{province}/{name}"
            places.append(Place(city, "city", code))
        else:
            places.append(Place(f"{city or province}/{name}", "district", code, mark == "z"))
    return tuple(places)


@cache
def streets() -> Table:
    """Return the whole country's towns and streets by district code."""
    return _table(DATA / "streets.txt.gz")


@cache
def communities(province: str) -> Table:
    """Return a province's villages and communities by `district code/street`.

    `province` is the first two digits of its code.
    """
    path = DATA / "communities" / f"{province}.txt.gz"
    return _table(path) if path.exists() else Table("\n")


def _table(path: Path) -> Table:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return Table("\n" + file.read())
