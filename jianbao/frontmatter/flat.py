"""The front matter that the program itself writes, read ten times faster than by a YAML parser.

Plain keys on lines of their own, lists and mappings of one line an item, indented by two: what
`write_article` writes, and most people too. Anything else gives None and is left to the parser.
What is accepted here means the same to it (tests/test_flat.py compares the two).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

Flat = dict[str, Any]
"""Text, lists of text and mappings of these, by key."""

_PLAIN = r"(?:[0-9A-Za-z]|[^\x00-\x7f])(?:[^:#]*[^ :#])?"
_SCALAR = rf'{_PLAIN}|"[^"\\]*"'
"""Begins with no mark of YAML, and holds neither `: ` nor ` #`; or stands in quotes."""

_LINE = re.compile(
    rf"(?P<indent>(?:  ){{0,2}})(?:(?P<key>[a-z][a-z0-9_]{{0,40}}):(?: (?P<value>{_SCALAR}))?"
    rf"|- (?P<item>{_SCALAR}))"
)


class _Line(NamedTuple):
    """A line of front matter."""

    depth: int
    """How many times two spaces it is indented."""
    key: str
    """The key; empty for an item of a list."""
    value: str | None
    """The key's value, or the item; None for a key without a value."""


@lru_cache(4096)
def _parsed(line: str) -> _Line | None:
    # Most lines of an archive stand in many files: sections, themes, roles.
    match = _LINE.fullmatch(line)
    if match is None or not line.replace("\u3000", "").isprintable():
        # What YAML takes for a line end or space, or does not take at all, is not printable.
        return None
    value = match["value"] or match["item"]
    if value and value[0] == '"':
        value = value[1:-1]
    return _Line(len(match["indent"]) // 2, match["key"] or "", value)


def read_flat(head: str) -> Flat | None:
    """What a YAML parser that keeps every scalar as text makes of `head`; None when in doubt."""
    given: Flat = {}
    top = below = ""
    for text in head.removesuffix("\n").split("\n"):
        line = _parsed(text)
        if line is None:
            return None
        depth, key, value = line
        if depth == 0:
            if not key or key in given:
                return None
            given[key] = "" if value is None else value
            top, below = ("" if value is not None else key), ""
            continue
        if not top:
            return None
        outer = given[top]
        if depth == 1 and key and not isinstance(outer, list):
            mapping = outer or {}
            if key in mapping:
                return None
            given[top] = mapping
            mapping[key] = "" if value is None else value
            below = key if value is None else ""
        elif depth == 1 and not key and not isinstance(outer, dict):
            items = outer or []
            given[top] = items
            items.append(value)
        elif depth == 2 and not key and below and isinstance(outer, dict):
            inner = outer[below] or []
            outer[below] = inner
            inner.append(value)
        else:
            return None
    return given
