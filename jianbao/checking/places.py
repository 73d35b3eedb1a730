"""Where in an article's file something stands; asked only for what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.content import read_text
from jianbao.frontmatter import line_of, split

if TYPE_CHECKING:
    from jianbao.config import Archive


def line_of_key(archive: Archive, file: str, key: str) -> int:
    """The line of a key of front matter."""
    head, _, _ = split(read_text(archive.root / file, file), file)
    return line_of(head, key)


def line_of_body(archive: Archive, file: str) -> int:
    """The line on which an article's text begins."""
    text = read_text(archive.root / file, file)
    _, _, line = split(text, file)
    lines = text.split("\n")
    while line < len(lines) and not lines[line - 1].strip():
        line += 1
    return line


def line_of_value(text: str, key: str, value: str) -> int | None:
    """The line of a TOML file on which a key has a value."""
    stands = re.search(rf"(?m)^[ \t]*{key}[ \t]*=[ \t]*[\"']{re.escape(value)}[\"']", text)
    return text.count("\n", 0, stands.start()) + 1 if stands else None
