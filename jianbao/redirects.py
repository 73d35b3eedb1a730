"""What moved and what was taken away: redirects.toml, so that no address leads nowhere.

`[[theme]]` says what became of a theme that was renamed, merged or split; `taxonomy` writes it.
`[[article]]` is the tombstone of an article that was taken out of content/.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jianbao.article import ID
from jianbao.errors import ConfigError, did_you_mean
from jianbao.toml import parse_toml, read_toml, tables_of
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FILE = "redirects.toml"
"""Its name in the archive's root."""

HEAD = """\
# 改名与撤下 · What moved, and what was taken away: their old addresses lead on.
#
# [[theme]]     a theme that was renamed, merged or split; `taxonomy` writes it
#   from, to    its old name, and the themes that took its articles
#   slug        its place in URLs under the old name
#
# [[article]]   an article that was taken out of content/; its page becomes a tombstone
#   id          as 2023-02-20-03-02
#   to          the id of the article that stands in its place, if one does
#   reason      why it was taken out, as readers see it; may be left out

"""
"""What a new file begins with."""

KEYS = {"theme": ("from", "to", "slug"), "article": ("id", "to", "reason")}

SLUG = re.compile(r"[0-9a-z]+(?:-[0-9a-z]+)*")
"""A place in URLs: it becomes a folder of the site."""


@dataclass(frozen=True, slots=True)
class MovedTheme:
    """A theme that no longer is in the vocabulary."""

    name: str
    """What it was called."""
    slug: str
    """Its place in URLs then."""
    to: tuple[str, ...]
    """The themes that took its articles; several when it was split."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An article that was taken out of the archive."""

    id: str
    """Its id, never given again."""
    to: str = ""
    """The id of the article that stands in its place, or empty."""
    reason: str = ""
    """Why, as readers see it; may be empty."""


@dataclass(frozen=True, slots=True)
class Redirects:
    """All of redirects.toml."""

    themes: tuple[MovedTheme, ...] = ()
    """In the order of the file."""
    articles: tuple[Tombstone, ...] = ()
    """In the order of the file."""

    @property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """From each old name of a theme to the themes of today."""
        return MappingProxyType({theme.name: theme.to for theme in self.themes})


def load_redirects(root: Path) -> Redirects:
    """Read the redirects of the archive in `root`; none when it has no such file.

    Raises ConfigError with the line when something in it is wrong.
    """
    return parse_redirects(redirects_text(root))


def redirects_text(root: Path) -> str:
    """The text of an archive's redirects.toml; "" when it has none. Raises ConfigError."""
    try:
        return read_toml(root / FILE, FILE)
    except FileNotFoundError:
        return ""


def parse_redirects(text: str) -> Redirects:
    """Read the text of a redirects.toml. Raises ConfigError with the line of what is wrong."""
    data = parse_toml(text, FILE)
    for table in data:
        if table not in KEYS:
            hint = did_you_mean(table, KEYS) or "write [[theme]] or [[article]]"
            raise ConfigError(f"unknown table {table!r}", file=FILE, line=1, hint=hint)
    themes = tuple(_theme(entry) for entry in _entries(data, text, "theme"))
    articles = tuple(_article(entry) for entry in _entries(data, text, "article"))
    return Redirects(themes, articles)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One table of the file."""

    values: Mapping[str, Any]
    line: int
    lead: Mapping[str, tuple[str, ...]]
    """Where each entry of its kind leads, by its own name."""

    def error(self, reason: str, hint: str) -> ConfigError:
        return ConfigError(reason, file=FILE, line=self.line, hint=hint)

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.error(f"{key} must be text", f'write {key} = "…"')
        return value


def _entries(data: dict[str, Any], text: str, table: str) -> Iterator[_Entry]:
    """The tables of a kind, with what holds for both kinds checked."""
    given = tables_of(data, text, table, FILE)
    name = KEYS[table][0]
    lead: dict[str, tuple[str, ...]] = {}
    for values, line in given:
        entry = _Entry(values, line, lead)
        for key in values:
            if key not in KEYS[table]:
                hint = did_you_mean(key, KEYS[table]) or f"use one of {', '.join(KEYS[table])}"
                raise entry.error(f"unknown key {key!r}", hint)
        own = entry.text(name)
        if own in lead:
            raise entry.error(f"{own} stands here twice", "delete one of the two")
        to = values.get("to", ())
        lead[own] = (to,) if isinstance(to, str) else tuple(to) if isinstance(to, list) else ()
        yield entry
    for (own, leads), (_, line) in zip(lead.items(), given, strict=True):
        for other in leads:
            if other in lead:
                raise ConfigError(
                    f"{own} leads to {other}, which moved on itself",
                    file=FILE,
                    line=line,
                    hint=f"lead it to {'、'.join(lead[other]) or 'what stands there now'}",
                )


def _theme(entry: _Entry) -> MovedTheme:
    to = entry.values.get("to")
    if not isinstance(to, list) or not to or not all(isinstance(each, str) for each in to):
        raise entry.error("to must be a list of themes", 'write to = ["…"]')
    name, slug = entry.text("from"), entry.text("slug")
    if not name.strip():
        raise entry.error("a theme without its old name", 'add from = "…"')
    if not SLUG.fullmatch(slug):
        raise entry.error(f"{slug!r} is not a slug", 'write slug = "qing-nian"')
    return MovedTheme(name, slug, tuple(to))


def _article(entry: _Entry) -> Tombstone:
    article_id, to = entry.text("id"), entry.text("to")
    for each in (article_id, *([to] if to else [])):
        if not ID.fullmatch(each):
            raise entry.error(f"{each!r} is not an id", "write it as 2023-02-20-03-02")
    return Tombstone(article_id, to, entry.text("reason"))


def with_moved_themes(text: str, moved: tuple[MovedTheme, ...]) -> str:
    """The text of a redirects.toml with further themes moved; comments in it stay.

    Who was led to a theme that now moves is led on; an old name that is a theme again leads
    nowhere any more.
    """
    import tomlkit

    document = tomlkit.parse(text or HEAD)
    leads = {theme.name: theme.to for theme in moved}
    live = {name for theme in moved for name in theme.to} - leads.keys()
    entries = document.setdefault("theme", tomlkit.aot())
    for at in reversed(range(len(entries))):
        entry = entries[at]
        if entry["from"] in live or entry["from"] in leads:
            del entries[at]
            continue
        to = [name for old in entry["to"] for name in leads.get(old, (old,))]
        if to != list(entry["to"]):
            entry["to"] = list(dict.fromkeys(to))
    for theme in moved:
        table = tomlkit.table()
        table.update({"from": theme.name, "to": list(theme.to), "slug": theme.slug})
        entries.append(table)
    return _spaced(document.as_string())


def with_tombstone(text: str, tombstone: Tombstone) -> str:
    """The text of a redirects.toml with one more article taken out.

    Who was led to it before is led on, or reads that there is none any more.
    """
    import tomlkit

    document = tomlkit.parse(text or HEAD)
    for entry in document.get("article", ()):
        if entry.get("to") == tombstone.id and tombstone.to:
            entry["to"] = tombstone.to
        elif entry.get("to") == tombstone.id:
            del entry["to"]
    table = tomlkit.table()
    values = {"id": tombstone.id, "to": tombstone.to, "reason": tombstone.reason}
    table.update({key: value for key, value in values.items() if value})
    document.setdefault("article", tomlkit.aot()).append(table)
    return _spaced(document.as_string())


def _spaced(text: str) -> str:
    """A blank line before each table, or before the comment above it, and no more than one."""
    text = re.sub(r"(?m)^((?!#).+\n)(?=\[\[)", r"\1\n", text)
    return re.sub(r"\n{3,}", "\n\n", text)
