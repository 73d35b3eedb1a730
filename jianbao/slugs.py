"""Names for URLs and files, in the letters a–z, digits and hyphens: 重庆 → chong-qing.

Titles and themes are read by pypinyin, which knows phrases; names of places and persons by the
tables of readings.py. What is read is spelled by python-slugify.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from jianbao import readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Kind = Literal["regions", "themes", "people", "columns", "sources"]

LONGEST: Final = 60
"""Characters of a slug of a title; file names stay far below every file system's limit."""

LONGEST_OF_TERM: Final = 120
"""Characters of a slug of a term, or of a region's level, before it is cut. A column label of 24
Chinese characters has as many; file systems take 255, and an address that stands is not shortened
without need."""

RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
"""Names that no folder can have on Windows."""

_HAN: Final = r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
"""A Chinese character; compiled where it is wanted, which takes longer than a day's new names."""

_PLAIN: Final = re.compile(r"[a-z0-9 ]*[a-z][a-z0-9 ]*")

_MUNICIPALITIES: Final = ("北京市", "天津市", "上海市", "重庆市")
_PROVINCES_END: Final = (
    *("省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区"),
)
_CITIES_END: Final = ("市", "地区", "盟")
_PREFECTURE: Final = re.compile(
    r"(?:(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|哈萨克|柯尔克孜)族?)+自治州$"
)


def slugify(text: str) -> str:
    """Return a slug of any text: [a-z0-9-], 1 to 60 characters, cut between words.

    A text without a letter, a digit or a Chinese character gives `untitled`.
    """
    return _spell(_read(text), LONGEST) or "untitled"


def term_slug(kind: Kind, name: str) -> str:
    """Return a term's own slug; a region's has a part a level, joined by `/`.

    宁夏回族自治区/银川市/金凤区 → ning-xia/yin-chuan/jin-feng-qu: provinces and cities go
    without their 省 and 市.
    """
    if kind == "regions":
        return "/".join(_place_slug(name, depth) for depth in range(name.count("/") + 1))
    # Labels and papers are names too, new ones come every other day: see readings.py.
    read = {"themes": _read, "people": _read_person}.get(kind, _read_name)
    return _as_folder(_spell(read(name)), name)


def unique_slugs(
    kind: Kind, names: Iterable[str], given: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return a slug for each name, no two alike.

    `given` has slugs chosen by people (themes.toml); they come first. Names that would share a
    slug (张伟 and 章炜) each get four characters after it that depend on the name alone: the
    result does not depend on the order of the names, and a new name moves no other but its
    namesakes. Regions are kept apart level by level.
    """
    return keep_apart(kind, {name: term_slug(kind, name) for name in names}, given)


def keep_apart(
    kind: Kind, own: Mapping[str, str], given: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return what `unique_slugs` does, from each name's own slug (`term_slug`)."""
    if kind == "regions":
        return _apart_by_level(own)
    chosen = {name: slug for name, slug in (given or {}).items() if slug}
    by_slug: dict[str, list[str]] = defaultdict(list)
    for name, slug in own.items():
        by_slug[chosen.get(name) or slug].append(name)
    found = {}
    for slug, sharing in by_slug.items():
        for name in sharing:
            alone = len(sharing) == 1 or name in chosen
            found[name] = slug if alone else f"{slug}-{_mark(name)}"
    return found


def _apart_by_level(own: Mapping[str, str]) -> dict[str, str]:
    """Return a slug for each path, its parents' slugs before its own."""
    levels: dict[str, str] = {}
    for path, slugs in own.items():
        for up, slug in zip(_upward(path), reversed(slugs.split("/")), strict=True):
            levels[up] = slug
    sharing = Counter((path.rpartition("/")[0], slug) for path, slug in levels.items())
    found: dict[str, str] = {}
    for path in sorted(levels, key=lambda p: p.count("/")):
        parent, slug = path.rpartition("/")[0], levels[path]
        if sharing[parent, slug] > 1:
            slug = f"{slug}-{_mark(path)}"
        found[path] = f"{found[parent]}/{slug}" if parent else slug
    return {path: found[path] for path in own}


def _upward(path: str) -> Iterable[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]


def _mark(name: str) -> str:
    """Return four characters that stand for a name."""
    return hashlib.sha256(name.encode()).hexdigest()[:4]


def _place_slug(path: str, depth: int) -> str:
    """Return the slug of one level of a region's path."""
    parts = path.split("/")
    name = parts[depth]
    if depth == 0:
        name = _without_ending(name, _PROVINCES_END)
    elif depth == 1 and parts[0] not in _MUNICIPALITIES:
        name = _PREFECTURE.sub("", name) or name
        name = _without_ending(name, _CITIES_END)
    return _as_folder(_spell(_read_name(name)), parts[depth])


def _as_folder(slug: str, name: str) -> str:
    """Return a slug as every file system takes it; one that had to be changed, with its mark."""
    if not slug:
        return _mark(name)
    if len(slug) > LONGEST_OF_TERM:
        start = slug[: LONGEST_OF_TERM + 1]
        return f"{start.rpartition('-')[0] or start[:-1]}-{_mark(name)}"
    return f"{slug}-{_mark(name)}" if slug in RESERVED else slug


def _without_ending(name: str, endings: Iterable[str]) -> str:
    """Return a name without the first of the endings that it has, if more is left."""
    for ending in endings:
        if name.endswith(ending):
            return name.removesuffix(ending) or name
    return name


def _spell(text: str, longest: int = 0) -> str:
    plain = _PLAIN.fullmatch(text)
    if plain and not longest:  # What python-slugify would give, which is slow to open.
        return "-".join(text.split())
    from slugify import slugify as spell

    slug: str = spell(text, max_length=longest, word_boundary=bool(longest), separator="-")
    return slug or ("" if not longest else spell(text, max_length=longest))


def _read(text: str) -> str:
    """Replace each run of Chinese characters by its reading, words apart."""
    return re.sub(f"{_HAN}+", lambda run: f" {_read_phrases(run.group())} ", text)


def _read_phrases(run: str) -> str:
    from pypinyin import lazy_pinyin

    # A row of rare characters comes back as it is.
    return " ".join(lazy_pinyin(run, v_to_u=True))


def _read_name(name: str) -> str:
    """Read a name: what the table of places has of it, the rest character by character."""
    found = []
    at = 0
    for match in _named().finditer(name):
        found += [*_one_by_one(name[at : match.start()]), f" {readings.PLACES[match.group()]} "]
        at = match.end()
    return "".join((*found, *_one_by_one(name[at:])))


def _read_person(name: str) -> str:
    """Read a person's name; the surname by its table."""
    for length in (2, 1):
        surname, given_name = name[:length], name[length:]
        if surname in readings.SURNAMES and _is_han(given_name[:1]):
            given = _one_by_one(given_name, readings.GIVEN_NAME_CHARACTERS)
            return f"{readings.SURNAMES[surname]} {''.join(given)}"
    return "".join(_one_by_one(name, readings.GIVEN_NAME_CHARACTERS))


def _is_han(character: str) -> bool:
    """Return whether a character of a person's name, whose other letters are Latin, is Chinese."""
    return character.isalpha() and character > "\u3400"


def _one_by_one(text: str, own: Mapping[str, str] = readings.PLACE_CHARACTERS) -> Iterable[str]:
    """Read each Chinese character by itself; `own` before the table."""
    for character in text:
        reading = own.get(character) or (
            "" if character.isascii() else readings.of_character(character)
        )
        yield f" {reading} " if reading else character


@cache
def _named() -> re.Pattern[str]:
    names = sorted(readings.PLACES, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))
