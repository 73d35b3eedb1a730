"""The text of themes.toml, entry by entry; what is not changed stays as people wrote it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from tomlkit.items import Table

HEADER = re.compile(r"(?m)^[ \t]*\[\[?[ \t]*(\w+)[ \t]*\]?\][ \t]*(?:#.*)?$")
"""The line that begins a table."""

LISTS = ("strong", "words", "weak", "against")
"""The lists of words of a theme."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One [[theme]] of the file."""

    name: str
    """Its name."""
    start: int
    """Where it begins in the text, with the comment that stands right above it."""
    stop: int
    """Where it ends: before the blank lines and the comment that lead to the next."""


def entries(text: str) -> Iterator[Entry]:
    """The themes of a themes.toml, in order."""
    headers = list(HEADER.finditer(text))
    for header, following in zip(headers, [*headers[1:], None], strict=True):
        if header[1] != "theme":
            continue
        start = _with_comment(text, header.start())
        stop = _with_comment(text, following.start()) if following else len(text)
        stop = len(text[:stop].rstrip()) + 1 if text[:stop].strip() else stop
        name = tomllib.loads(text[header.start() : stop])["theme"][0].get("name", "")
        yield Entry(name, start, min(stop, len(text)))


def _with_comment(text: str, start: int) -> int:
    """Where the comment begins that stands right above a table."""
    lines = text[:start].split("\n")[:-1]
    while lines and lines[-1].lstrip().startswith("#"):
        start -= len(lines.pop()) + 1
    return start


def edited(text: str, name: str, edit: Callable[[Table], object]) -> str:
    """The text with one entry changed."""
    entry = next(each for each in entries(text) if each.name == name)
    new = edited_entry(text[entry.start : entry.stop], edit)
    return text[: entry.start] + new + text[entry.stop :]


def edited_entry(entry: str, edit: Callable[[Table], object]) -> str:
    """The text of an entry changed."""
    import tomlkit

    document = tomlkit.parse(entry)
    edit(document["theme"][0])
    return document.as_string()


def replaced(text: str, name: str, new: Sequence[str]) -> str:
    """The text with new entries in the place of one."""
    entry = next(each for each in entries(text) if each.name == name)
    rest = text[entry.stop :]
    if new:
        return text[: entry.start] + "\n".join(new) + rest
    return text[: entry.start] + rest.lstrip("\n")


def words_of(table: Any) -> set[str]:
    """All words of an entry, whatever they say."""
    return {word for kind in LISTS for word in table.get(kind, ())}


def add_words(table: Any, kind: str, words: Sequence[str]) -> None:
    """Put words into a list of an entry, as the list is written."""
    if not words:
        return
    if kind not in table:
        table[kind] = []
    for word in words:
        table[kind].append(word)


def keep_words(table: Any, wanted: Collection[str]) -> None:
    """Take all other words out of the lists of an entry, but for `against`."""
    for kind in LISTS[:-1]:
        for at in reversed(range(len(table.get(kind, ())))):
            if table[kind][at] not in wanted:
                del table[kind][at]
