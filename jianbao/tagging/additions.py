"""taxonomy/regions.toml: regions that are newer than the gazetteer, and renamed ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from jianbao.errors import ConfigError, did_you_mean
from jianbao.tagging.divisions import LEVELS, Level
from jianbao.toml import parse_toml, read_toml, tables_of

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
    line: int
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
    line: int
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
    file = str(path)
    source = read_toml(path, file)
    data = parse_toml(source, file)
    for word in data:
        if word not in ("add", "rename"):
            stands = re.search(rf"(?m)^[\s\[\"']*{re.escape(word)}", source)
            raise ConfigError(
                f"unknown table {word!r}",
                file=file,
                line=source.count("\n", 0, stands.end()) + 1 if stands else None,
                hint=did_you_mean(word, ("add", "rename")) or "use [[add]] and [[rename]]",
            )
    return Additions(
        tuple(_added(path, line, entry) for entry, line in tables_of(data, source, "add", file)),
        tuple(
            _renamed(path, line, entry) for entry, line in tables_of(data, source, "rename", file)
        ),
    )


def _added(path: Path, line: int, entry: dict[str, object]) -> Added:
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


def _renamed(path: Path, line: int, entry: dict[str, object]) -> Renamed:
    _check(path, line, entry, RENAME_KEYS, ("from", "to"))
    return Renamed(
        str(entry["from"]),
        str(entry["to"]),
        str(entry.get("code", "")),
        _also(entry),
        _since(path, line, entry),
        line,
    )


def _since(path: Path, line: int, entry: dict[str, object]) -> date | None:
    """Return the day from which an entry holds; a bare year means its first day."""
    since = entry.get("since")
    if type(since) is int and date.min.year <= since <= date.max.year:
        return date(since, 1, 1)
    if since is None or type(since) is date:
        return since
    raise ConfigError(
        f"since must be a day or a year, not {since!r}",
        file=str(path),
        line=line,
        hint="write since = 2025-01-01, without quotes",
    )


def _also(entry: dict[str, object]) -> tuple[str, ...]:
    also: list[str] = entry.get("also", [])  # type: ignore[assignment]  # _check has seen to it
    return tuple(also)


def _check(
    path: Path,
    line: int,
    entry: dict[str, object],
    keys: tuple[str, ...],
    required: tuple[str, ...],
) -> None:
    for key, value in entry.items():
        if key not in keys:
            hint = did_you_mean(key, keys) or f"use one of {', '.join(keys)}"
            raise ConfigError(f"unknown key {key!r}", file=str(path), line=line, hint=hint)
        if key == "since":
            continue
        if key == "also":
            right = isinstance(value, list) and all(isinstance(each, str) for each in value)
            kind, form = "a list of texts", '["…"]'
        else:
            right, kind, form = isinstance(value, str), "text", '"…"'
        if not right:
            hint = f"write {key} = {form}"
            raise ConfigError(f"{key} must be {kind}", file=str(path), line=line, hint=hint)
    for key in required:
        if not entry.get(key):
            raise ConfigError(
                f"an entry without {key!r}",
                file=str(path),
                line=line,
                hint='add it, e.g. path = "重庆市/两江新区"' if key == "path" else f"add {key}",
            )
