"""taxonomy/regions.toml: regions that are newer than the gazetteer, and renamed ones."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from jianbao.errors import ConfigError, did_you_mean
from jianbao.tagging.divisions import LEVELS, Level

if TYPE_CHECKING:
    from pathlib import Path

ADD_KEYS: Final = ("path", "level", "code", "since", "also")
RENAME_KEYS: Final = ("from", "to", "code", "since", "also")


@dataclass(frozen=True, slots=True)
class Added:
    """A region that the gazetteer does not have."""

    path: str
    """Official names from the province down."""
    level: Level | None
    """What it is; None leaves it to its parent's level."""
    code: str
    """Six digits, or empty."""
    also: tuple[str, ...]
    """Other names that people write."""
    since: date | None
    """The day it came into being; None leaves it to be found in any article."""
    line: int | None
    """Where it stands in the file, from 1."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A region that has a new name; the old one stays known for articles of its day."""

    old: str
    """The path as the gazetteer has it."""
    new: str
    """The new path."""
    code: str
    """Its new code; empty keeps the old one."""
    also: tuple[str, ...]
    """Other names that people write."""
    since: date | None
    """The day it came into being; None leaves it to be found in any article."""
    line: int | None
    """Where it stands in the file, from 1."""


@dataclass(frozen=True, slots=True)
class Additions:
    """What regions.toml says."""

    added: tuple[Added, ...] = ()
    """In the order of the file."""
    renamed: tuple[Renamed, ...] = ()
    """In the order of the file."""


def load_additions(path: Path) -> Additions:
    """Read regions.toml.

    Raises:
        ConfigError: it is no TOML, or an entry has an unknown, missing or wrong key.

    """
    source = path.read_text(encoding="utf-8")
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"this is no TOML: {error}", file=str(path)) from None
    if unknown := set(data) - {"add", "rename"}:
        word = sorted(unknown)[0]
        raise ConfigError(
            f"unknown table {word!r}",
            file=str(path),
            line=_line_of(source, word, 0),
            hint=did_you_mean(word, ("add", "rename")) or "use [[add]] and [[rename]]",
        )
    return Additions(
        tuple(_added(path, source, at, entry) for at, entry in enumerate(data.get("add", ()))),
        tuple(_renamed(path, source, at, entry) for at, entry in enumerate(data.get("rename", ()))),
    )


def _added(path: Path, source: str, at: int, entry: dict[str, object]) -> Added:
    line = _line_of(source, "[[add]]", at)
    _check(path, line, entry, ADD_KEYS, ("path",))
    level = entry.get("level")
    if level is not None and level not in LEVELS:
        raise ConfigError(
            f"unknown level {level!r}",
            file=str(path),
            line=line,
            hint=f"one of {', '.join(LEVELS)}",
        )
    return Added(
        str(entry["path"]),
        level,
        str(entry.get("code", "")),
        _also(entry),
        _since(path, line, entry),
        line,
    )


def _renamed(path: Path, source: str, at: int, entry: dict[str, object]) -> Renamed:
    line = _line_of(source, "[[rename]]", at)
    _check(path, line, entry, RENAME_KEYS, ("from", "to"))
    return Renamed(
        str(entry["from"]),
        str(entry["to"]),
        str(entry.get("code", "")),
        _also(entry),
        _since(path, line, entry),
        line,
    )


def _since(path: Path, line: int | None, entry: dict[str, object]) -> date | None:
    """Return the day from which an entry holds; a bare year means its first day."""
    since = entry.get("since")
    if isinstance(since, int):
        return date(since, 1, 1)
    if since is None or isinstance(since, date):
        return since
    raise ConfigError(
        f"since must be a day or a year, not {since!r}",
        file=str(path),
        line=line,
        hint="write since = 2025-01-01, without quotes",
    )


def _also(entry: dict[str, object]) -> tuple[str, ...]:
    also = entry.get("also", ())
    return tuple(map(str, also)) if isinstance(also, list) else ()


def _check(
    path: Path,
    line: int | None,
    entry: dict[str, object],
    keys: tuple[str, ...],
    required: tuple[str, ...],
) -> None:
    for key, value in entry.items():
        if key not in keys:
            raise ConfigError(
                f"unknown key {key!r}", file=str(path), line=line, hint=did_you_mean(key, keys)
            )
        if key == "since":
            continue
        wanted = list if key == "also" else str
        if not isinstance(value, wanted):
            kind = "a list" if key == "also" else "text"
            raise ConfigError(f"{key} must be {kind}", file=str(path), line=line)
    for key in required:
        if not entry.get(key):
            raise ConfigError(
                f"an entry without {key!r}",
                file=str(path),
                line=line,
                hint='add it, e.g. path = "重庆市/两江新区"' if key == "path" else f"add {key}",
            )


def _line_of(source: str, word: str, nth: int) -> int | None:
    """Return the line of the nth line that begins with `word`, from 1."""
    lines = [
        number
        for number, line in enumerate(source.splitlines(), 1)
        if line.lstrip().lstrip("[").startswith(word.lstrip("["))
    ]
    return lines[nth] if nth < len(lines) else None
