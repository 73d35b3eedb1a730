"""Reading an article's file, with every error in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.errors import ContentError, Problems
from jianbao.frontmatter.flat import read_flat
from jianbao.frontmatter.validate import Source, check_article

if TYPE_CHECKING:
    from jianbao.article import Article
    from jianbao.frontmatter.validate import Given, Vocabulary

FENCE = re.compile(r"---[^\S\n]*\n")
LAST_FENCE = re.compile(r"\n---[^\S\n]*(?:\n|\Z)")
"""The lines before and after front matter."""


MARKS = ("<<<<<<< ", "\n=======\n", ">>>>>>> ")
MARK = re.compile(r"^(?:<{7} .*|={7}$|>{7} .*)", re.MULTILINE)
"""What Git writes where two people changed the same lines."""


def read_article(text: str, file: str, vocabulary: Vocabulary) -> Article:
    """Read one article's file.

    `file` is its path relative to the archive's root, for the errors. Raises Problems with
    every error in the file, each with its line.
    """
    if any(mark in text for mark in MARKS):
        _check_merged(text, file)
    head, body, first_body_line = split(text, file)
    return check_article(
        load(head, file),
        body,
        vocabulary,
        Source(file, lambda key, item: line_of(head, key, item), first_body_line),
    )


def _check_merged(text: str, file: str) -> None:
    if mark := MARK.search(text):
        raise ContentError(
            f"a merge was left undecided: {mark[0].strip()}",
            file=file,
            line=text.count("\n", 0, mark.start()) + 1,
            hint="keep one of the two versions and delete the lines of <, = and >",
        )


def split(text: str, file: str) -> tuple[str, str, int]:
    """A file's front matter, its body, and the line on which the body begins."""
    start = FENCE.match(text)
    if not start:
        raise ContentError("no front matter", file=file, line=1, hint="begin the file with ---")
    # From the line end before it, so that a line --- right below the first is found too.
    if stop := LAST_FENCE.search(text, start.end() - 1):
        body_line = text.count("\n", 0, stop.start() + 1) + 2
        return text[start.end() : stop.start()], text[stop.end() :].strip("\n"), body_line
    raise ContentError(
        "the front matter has no end", file=file, line=1, hint="close it with a line ---"
    )


def load(head: str, file: str, first_line: int = 2) -> Given:
    """YAML as strings, lists of strings, and mappings of these.

    Every scalar stays the text it is: `03` is a page, not the number three. `first_line` is the
    line of the file on which `head` begins, for the errors.
    """
    flat = read_flat(head)
    if flat is not None:
        return flat
    import yaml

    from jianbao.frontmatter.lost import lost_in

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        given = yaml.load(head, Loader=loader)
    except yaml.YAMLError as error:
        # An open quote runs to the end of the file; what helps is the line where it opens.
        opened = "quoted" in (getattr(error, "context", None) or "")
        mark = getattr(error, "context_mark" if opened else "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not YAML"
        raise ContentError(
            f"the front matter cannot be read: {problem}",
            file=file,
            line=mark.line + first_line if mark else 1,
            hint="put quotes round a value that holds a colon or begins with a mark",
        ) from None
    if not isinstance(given, dict):
        raise ContentError(
            "the front matter is not a list of keys",
            file=file,
            line=first_line,
            hint="write key: value",
        )
    if lost := list(lost_in(head, file, first_line)):
        raise Problems(lost)
    return given


def line_of(head: str, key: str, item: str | None = None, first_line: int = 2) -> int:
    """The line of the file on which a key, or an item of its list, stands (from 1)."""
    import yaml

    root = yaml.compose(head, Loader=yaml.BaseLoader)
    stack = [root]
    while stack:
        node = stack.pop()
        if not isinstance(node, yaml.MappingNode):
            continue
        for name, value in node.value:
            if name.value == key:
                items = value.value if isinstance(value, yaml.SequenceNode) else []
                found = next((each for each in items if each.value == item), name)
                return int(found.start_mark.line) + first_line
            stack.append(value)
    return 1
