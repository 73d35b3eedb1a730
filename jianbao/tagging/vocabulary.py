"""Reads taxonomy/themes.toml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from jianbao.errors import ConfigError, did_you_mean
from jianbao.tagging.themes import Theme, Themes
from jianbao.tagging.weighing import Scoring
from jianbao.toml import parse_toml, read_toml, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LISTS: Final = ("strong", "words", "weak", "against")
KEYS: Final = ("name", "slug", "medtop", "medtop_label", *LISTS, "least")
SLUG: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,119}")
"""A slug that an editor may choose: a folder of the site is called so."""

SCORING: Final = (
    *LISTS,
    "title",
    "body",
    "paragraphs",
    "length",
    "body_most",
    "least",
    "most",
)


def load_themes(path: Path, fitted: Mapping[str, Mapping[str, float]] | None = None) -> Themes:
    """Read a vocabulary; `fitted` takes the place of the program's fitted words.

    Raises:
        ConfigError: it is no TOML, an entry lacks its name or has a doubled one, a key is
            unknown or of the wrong type; with the line and what to do.

    """
    file = _File(path)
    file.check_keys(file.data, ("scoring", "theme", "outside"), 1)
    scoring = file.scoring()
    themes: dict[str, Theme] = {}
    for table in ("theme", "outside"):
        for entry, line in file.tables(table):
            theme = file.theme(entry, line, scoring, outside=table == "outside")
            if theme.name in themes:
                raise file.error(
                    f"the theme {theme.name!r} stands here twice", line, "delete one of the two"
                )
            themes[theme.name] = theme
    return Themes(
        tuple(themes.values()),
        Scoring(
            title=scoring["title"],
            body=scoring["body"],
            paragraphs=int(scoring["paragraphs"]),
            length=int(scoring["length"]),
            body_most=scoring["body_most"],
            most=int(scoring["most"]),
        ),
        fitted,
    )


class _File:
    """A themes.toml that knows its lines."""

    def __init__(self, path: Path) -> None:
        self._file = str(path)
        self._source = read_toml(path, self._file)
        self.data = parse_toml(self._source, self._file)

    def error(self, reason: str, line: int | None, hint: str) -> ConfigError:
        return ConfigError(reason, file=self._file, line=line, hint=hint)

    def tables(self, name: str) -> list[tuple[dict[str, Any], int]]:
        """Return the tables [[name]], each with its line."""
        return tables_of(self.data, self._source, name, self._file)

    def line_of_key(self, line: int, key: str) -> int:
        """Return the line of a key in the table that begins at `line`."""
        for offset, text in enumerate(self._source.splitlines()[line - 1 :]):
            if text.lstrip().startswith(key):
                return line + offset
        return line

    def check_keys(self, entry: Mapping[str, Any], known: tuple[str, ...], line: int) -> None:
        for key in entry:
            if key not in known:
                raise self.error(
                    f"unknown key {key!r}",
                    self.line_of_key(line, key),
                    did_you_mean(key, known) or f"use one of {', '.join(known)}",
                )

    def scoring(self) -> dict[str, float]:
        entry = self.data.get("scoring", {})
        line = self._source[: max(self._source.find("[scoring]"), 0)].count("\n") + 1
        if not isinstance(entry, dict):
            raise self.error("scoring is no table", line, "begin it with a line [scoring]")
        self.check_keys(entry, SCORING, line)
        for key in SCORING:
            if key not in entry:
                raise self.error(f"[scoring] has no {key!r}", line, f"add {key} = …")
            self._number(entry, key, line)
        return {key: float(entry[key]) for key in SCORING}

    def theme(
        self, entry: Mapping[str, Any], line: int, scoring: Mapping[str, float], *, outside: bool
    ) -> Theme:
        self.check_keys(entry, KEYS, line)
        name = entry.get("name")
        if not isinstance(name, str) or not name.strip():
            raise self.error("a theme without a name", line, 'add name = "…"')
        words: dict[str, float] = {}
        for kind in LISTS:
            listed = entry.get(kind, [])
            if not isinstance(listed, list) or not all(
                isinstance(word, str) and len(word) > 1 for word in listed
            ):
                raise self.error(
                    f"{kind} of {name} must be a list of words of two or more characters",
                    self.line_of_key(line, kind),
                    f'write {kind} = ["…", "…"]',
                )
            for word in listed:
                if word in words:
                    raise self.error(
                        f"the word {word!r} of {name} stands twice",
                        self.line_of_key(line, kind),
                        "keep one of the two",
                    )
                words[word] = scoring[kind]
        for key in ("slug", "medtop"):
            if not isinstance(entry.get(key, ""), str):
                raise self.error(
                    f"{key} of {name} must be text",
                    self.line_of_key(line, key),
                    f'write {key} = "…"',
                )
        slug = entry.get("slug", "")
        if slug and not SLUG.fullmatch(slug):
            raise self.error(
                f"{slug!r} cannot stand in an address",
                self.line_of_key(line, "slug"),
                "write letters, digits and hyphens, or leave it out",
            )
        if "least" in entry:
            self._number(entry, "least", line)
        return Theme(
            name=name,
            words=words,
            least=float(entry.get("least", scoring["least"])),
            slug=slug,
            medtop=entry.get("medtop", ""),
            outside=outside,
        )

    def _number(self, entry: Mapping[str, Any], key: str, line: int) -> None:
        value = entry[key]
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(
                f"{key} must be a number", self.line_of_key(line, key), f"write {key} = 3.0"
            )
