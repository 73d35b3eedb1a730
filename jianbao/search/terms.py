"""The names that a reader may be looking for: themes, regions and bylines, with their readings.

The browser suggests them while one types, and offers the nearest of them when nothing is found
(`templates/assets/search/terms.js`). It is one small file, fetched when a box is first typed in:
gzipped JSON, of each kind the terms with most articles first.

    {"format": 1,
     "themes":  [[name, slug, count, reading?], …],
     "people":  [[name, slug, count, reading?], …],
     "regions": [[place of the region above, or -1, name, slug, count, reading?], …]}

Of a region name and slug are those of its own level. The reading is left out where the slug is it.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jianbao.slugs import Kind

FORMAT = 1
"""Of the file; the browser suggests nothing when it knows another."""

MOST = 4_000
"""How many regions, and how many bylines, are listed: those with most articles. 4,000 of each
are 92 KB; all of them are listed on the site's pages."""

_ENDING_READINGS = dict(
    re.findall(
        "(.)([a-z]+)",
        "省sheng市shi自zi治zhi区qu州zhou地di盟meng特te别bie行xing政zheng族zu回hui壮zhuang维wei吾wu"
        "尔er藏zang羌qiang彝yi苗miao侗dong傣dai白bai土tu家jia布bu依yi哈ha尼ni景jing颇po傈li僳su"
        "蒙meng古gu萨sa克ke柯ke孜zi朝chao鲜xian",
    )
)
"""How the endings are read that a region's slug goes without: 银川市 has the slug yin-chuan."""


@dataclass(frozen=True, slots=True)
class NamedTerm:
    """A term that has a page of its own."""

    kind: Kind
    """`regions`, `themes` or `people`."""
    name: str
    """As it is written; of a region the whole path."""
    slug: str
    """Where its page stands; of a region the slugs of all levels."""
    reading: str
    """The slug that it would have if it were alone: its pinyin, syllables parted by hyphens."""
    count: int
    """How many articles it has."""


def terms_file(terms: Iterable[NamedTerm]) -> bytes:
    """The bytes of the file; the same for the same terms, in whatever order they come."""
    ordered = sorted(terms, key=lambda term: (-term.count, term.name))
    kinds = {
        kind: [term for term in ordered if term.kind == kind]
        for kind in ("themes", "people", "regions")
    }
    columns = {
        "format": FORMAT,
        "themes": [_row(term) for term in kinds["themes"]],
        "people": [_row(term) for term in kinds["people"][:MOST]],
        "regions": _region_rows(kinds["regions"][:MOST]),
    }
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def _row(term: NamedTerm) -> list[Any]:
    reading = [term.reading] if term.reading != term.slug else []
    return [term.name, term.slug, term.count, *reading]


def _region_rows(regions: Sequence[NamedTerm]) -> list[list[Any]]:
    """Each region behind the one that it lies in, which has as many articles or more."""
    places: dict[str, int] = {}
    rows = []
    for region in regions:
        above, _, name = region.name.rpartition("/")
        slug = region.slug.rpartition("/")[2]
        if above and above not in places:
            continue  # Only where the counts do not add up: it has no address without those above.
        reading = _whole_reading(name, region.reading.rpartition("/")[2])
        rows.append(
            [
                places[above] if above else -1,
                name,
                slug,
                region.count,
                *([reading] if reading != slug else []),
            ]
        )
        places[region.name] = len(rows) - 1
    return rows


def _whole_reading(name: str, reading: str) -> str:
    """The reading of a region's whole name, where the slug goes without its ending."""
    ending = name[len(reading.split("-")) :]
    syllables = [_ENDING_READINGS.get(character, "") for character in ending]
    return "-".join([reading, *syllables]) if all(syllables) else reading
