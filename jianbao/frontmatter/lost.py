"""Front matter that YAML takes, and of which it would lose a part without a word.

    title: 喜讯 #1 号文件     what follows the # would be a comment
    title: &a 重要            the name of an anchor
    title: !急 重要           a type
    title: 甲                 and below it another title

People mean text. A comment, as people write one, has a space behind its #.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from jianbao.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

KEY = re.compile(r"^([A-Za-z_][A-Za-z0-9_]*)[ \t]*:(?=\s|\Z)", re.MULTILINE)
"""A key at the start of a line."""

SUSPECT = re.compile(r"[ \t](?:#(?![\s#])|[&!])")
"""What no front matter has in which nothing is lost, but for text in quotes."""

COMMENT = re.compile(r"[ \t]+#[^\s#].*")

QUOTES = "put quotes round the text"


def lost_in(head: str, file: str, first_line: int) -> Iterator[ContentError]:
    """An error for each place of a YAML text where a part of what was written would be lost."""
    counts = Counter(KEY.findall(head))
    for key, count in counts.items():
        if count > 1:
            *_, last = (match for match in KEY.finditer(head) if match[1] == key)
            line = head.count("\n", 0, last.start()) + first_line
            yield ContentError(
                f"{key} is given twice", file=file, line=line, hint="keep one of the two"
            )
    if not SUSPECT.search(head):
        return
    import yaml

    # The parser in C does not say where in the text something stands.
    for node in _scalars(yaml.compose(head, Loader=yaml.BaseLoader)):
        line = node.start_mark.line + first_line
        mark = head[node.start_mark.index : node.start_mark.index + 1]
        comment = None if node.style else COMMENT.match(head, node.end_mark.index)
        if mark in ("&", "!"):
            reason = f"the word after {mark} would be lost"
            yield ContentError(reason, file=file, line=line, hint=QUOTES)
        elif comment:
            hint = f"{QUOTES}; a comment has a space after its #"
            reason = f"{comment[0].strip()!r} would be lost"
            yield ContentError(reason, file=file, line=line, hint=hint)


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Every text in a YAML text, keys among them."""
    if node is None:
        return
    if not isinstance(node.value, list):
        yield node  # type: ignore[misc]
        return
    for each in node.value:
        for inner in each if isinstance(each, tuple) else (each,):
            yield from _scalars(inner)
