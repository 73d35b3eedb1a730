"""The places of China by their paths: which there are, their levels, codes and neighbours."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from jianbao.errors import ConfigError
from jianbao.tagging import divisions
from jianbao.tagging.additions import Additions, load_additions
from jianbao.tagging.divisions import LEVELS, Level, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


class Gazetteer:
    """Every province, city and district; streets and communities are looked up when asked for."""

    def __init__(
        self,
        places: Mapping[str, Place],
        *,
        home_provinces: Sequence[str] = (),
        data_paths: Mapping[str, str] | None = None,
        added_below: Mapping[str, tuple[str, ...]] | None = None,
        also: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.places = places
        """Provinces, cities and districts by path, each after its parent."""
        self.home_provinces = tuple(home_provinces)
        """Provinces whose communities are recognised wherever their street or district is."""
        self.also = also or {}
        """Further names that people write, by path; from taxonomy/regions.toml."""
        self._data_paths = data_paths or {}
        self._added_below = added_below or {}

    @classmethod
    def load(cls, home_provinces: Sequence[str] = (), additions: Path | None = None) -> Gazetteer:
        """Return the shipped gazetteer with an archive's additions.

        Raises:
            ConfigError: a home province is unknown, or regions.toml is wrong.

        """
        places = {place.path: place for place in divisions.divisions()}
        for name in home_provinces:
            if name not in places or "/" in name:
                provinces = [path for path in places if "/" not in path]
                near = _close(name, provinces, 0.3)
                raise ConfigError(
                    f"unknown home province {name!r}",
                    file="archive.toml",
                    hint=f"did you mean {near[0]}?" if near else "give its official name",
                )
        if additions is None or not additions.exists():
            return cls(places, home_provinces=home_provinces)
        return _extended(places, home_provinces, load_additions(additions), str(additions))

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        """Paths by their parent's, the provinces by the empty path."""
        children: dict[str, list[str]] = defaultdict(list)
        for path, place in self.places.items():
            children[place.parent].append(path)
        return children

    def children(self, path: str) -> tuple[str, ...]:
        """Return the paths one level below; the provinces for an empty path."""
        if path in self.places or not path:
            below = self._children.get(path, ())
            return (*below, *(f"{path}/{name}" for name in self.streets(path)))
        return tuple(f"{path}/{name}" for name in self.communities(path))

    def streets(self, path: str) -> tuple[str, ...]:
        """Return the names of the towns and streets right under a district (or 东莞市)."""
        added = self._added_below.get(path, ())
        place = self.places.get(self._data_paths.get(path, path))
        return (divisions.streets().names(place.code) if place and place.code else ()) + added

    def communities(self, path: str) -> tuple[str, ...]:
        """Return the names of the villages and communities under a street's path."""
        parent, _, street = path.rpartition("/")
        added = self._added_below.get(path, ())
        place = self.places.get(self._data_paths.get(parent, parent))
        if not place or not place.code:
            return added
        table = divisions.communities(place.code[:2])
        return table.names(f"{place.code}/{street}") + added

    def communities_of_district(self, path: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return (street, communities) for each street under a district's path."""
        place = self.places.get(self._data_paths.get(path, path))
        if not place or not place.code:
            return ()
        rows = divisions.communities(place.code[:2]).under(f"{place.code}/")
        return tuple((key.partition("/")[2], names) for key, names in rows)

    def known(self, path: str) -> bool:
        """Say whether there is such a region."""
        if path in self.places:
            return True
        parent, _, name = path.rpartition("/")
        if parent in self.places:
            return name in self.streets(parent)
        grandparent, _, street = parent.rpartition("/")
        return (
            grandparent in self.places
            and street in self.streets(grandparent)
            and name in self.communities(parent)
        )

    def nearest(self, path: str) -> str:
        """Return the region most probably meant by an unknown path; empty if none is near."""
        known = ""
        rest = path.split("/")
        while rest and self.known(f"{known}/{rest[0]}".lstrip("/")):
            known = f"{known}/{rest.pop(0)}".lstrip("/")
        if not rest:
            return known
        siblings = {child.rpartition("/")[2]: child for child in self.children(known)}
        near = _close(rest[0], siblings, 0.5)
        if near:
            return self.nearest("/".join((siblings[near[0]], *rest[1:])))
        for name in reversed(rest):  # a level was left out, or the wrong parent given
            stem = name.rstrip("市州盟区县旗")  # 沧源县 is short for 沧源佤族自治县.
            begin = f"/{stem if len(stem) > 1 else name}"
            below = [p for p in self.places if p.startswith(known) and begin in p]
            exact = [p for p in below if p.endswith(f"/{name}")]
            if found := exact or [p for p in below if p.startswith(begin, p.rindex("/"))]:
                return found[0]
        return known

    def levels(self, path: str) -> dict[str, object]:
        """Return a region's names by level and its codes down to the district.

        `{"province": …, "city": …, …, "codes": {"province": "640000", …}}`; levels that the path
        does not have are absent.

        Raises:
            KeyError: the path's beginning is in no gazetteer.

        """
        names: dict[str, object] = {}
        codes: dict[str, str] = {}
        for path_so_far, level in self.steps(path):
            names[level] = path_so_far.rpartition("/")[2]
            place = self.places.get(path_so_far)
            if place and place.code:
                codes[level] = place.code
        return {**names, "codes": codes}

    def steps(self, path: str) -> tuple[tuple[str, Level], ...]:
        """Return each region on the way from the province to the path, with its level.

        Raises:
            KeyError: the path's beginning is in no gazetteer.

        """
        found: list[tuple[str, Level]] = []
        below = 0
        parts = path.split("/")
        for end in range(1, len(parts) + 1):
            so_far = "/".join(parts[:end])
            if so_far in self.places:
                found.append((so_far, self.places[so_far].level))
            elif found and below < 2:
                found.append((so_far, LEVELS[3 + below]))
                below += 1
            else:
                raise KeyError(path)
        return tuple(found)


def _extended(
    places: dict[str, Place], home_provinces: Sequence[str], additions: Additions, file: str
) -> Gazetteer:
    """Return a gazetteer with regions added and renamed."""
    base = Gazetteer(places)
    data_paths: dict[str, str] = {}
    below: dict[str, tuple[str, ...]] = {}
    also: dict[str, tuple[str, ...]] = {}
    for added in additions.added:
        parent, _, name = added.path.rpartition("/")
        if not (parent in places or parent.rpartition("/")[2] in below.get(_up(parent), ())):
            near = base.nearest(parent)
            if not base.known(parent):
                raise ConfigError(
                    f"unknown parent {parent!r}",
                    file=file,
                    line=added.line,
                    hint=f"did you mean {near}?" if near else "add the parent first",
                )
        level = added.level or _level_below(places, parent)
        if level in ("city", "district"):
            places[added.path] = Place(added.path, level, added.code, since=added.since)
        else:
            below[parent] = (*below.get(parent, ()), name)
        also[added.path] = added.also
    for renamed in additions.renamed:
        old = places.get(renamed.old)
        if old is None:
            near = base.nearest(renamed.old)
            raise ConfigError(
                f"unknown region {renamed.old!r}",
                file=file,
                line=renamed.line,
                hint=f"did you mean {near}?" if near else "give the path of a city or district",
            )
        for path, place in list(places.items()):
            if path == renamed.old or path.startswith(renamed.old + "/"):
                new = renamed.new + path.removeprefix(renamed.old)
                code = renamed.code if path == renamed.old and renamed.code else place.code
                places[new] = Place(new, place.level, code, place.zone, renamed.since)
                data_paths[new] = path
        also[renamed.new] = renamed.also
    return Gazetteer(
        places,
        home_provinces=home_provinces,
        data_paths=data_paths,
        added_below=below,
        also=also,
    )


def _close(word: str, known: Iterable[str], cutoff: float) -> list[str]:
    import difflib

    return difflib.get_close_matches(word, list(known), n=1, cutoff=cutoff)


def _up(path: str) -> str:
    return path.rpartition("/")[0]


def _level_below(places: Mapping[str, Place], parent: str) -> Level:
    """Return the level right below a parent; a municipality has districts, no cities."""
    place = places.get(parent)
    if place is None:
        return "community"
    if place.level == "province":
        return "district" if place.name.endswith("市") else "city"
    return LEVELS[LEVELS.index(place.level) + 1]
