"""Reads taxonomy/themes.toml."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from jianbao.errors import ConfigError, did_you_mean
from jianbao.tagging.themes import Theme, Themes
from jianbao.tagging.weighing import Scoring

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
        for number, entry in enumerate(file.data.get(table, ())):
            line = file.line_of(table, number)
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
        self._path = path
        self._source = path.read_text(encoding="utf-8")
        try:
            self.data: dict[str, Any] = tomllib.loads(self._source)
        except tomllib.TOMLDecodeError as error:
            match = re.search(r"at line (\d+)", str(error))
            line = int(match.group(1)) if match else None
            raise self.error(f"this is no TOML: {error}", line, "mend the line") from None

    def error(self, reason: str, line: int | None, hint: str) -> ConfigError:
        return ConfigError(reason, file=str(self._path), line=line, hint=hint)

    def line_of(self, table: str, number: int) -> int:
        """Return the line of the table's nth header, from 1."""
        headers = [m.start() for m in re.finditer(rf"(?m)^\s*\[\[{table}\]\]", self._source)]
        at = headers[number] if number < len(headers) else 0
        return self._source.count("\n", 0, at) + 1 + (self._source[at : at + 1] == "\n")

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
