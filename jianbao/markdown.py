"""Markdown as articles use it: paragraphs, subheads, quotes and lists; raw HTML is off."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

SPECIAL = re.compile(
    r"[\\`*_\[\]<]|&(?=#?\w+;)|^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|~{3}|-{3}|=|\d{1,9}[.)](?=\s|$))",
    re.MULTILINE,
)
"""What CommonMark may read as markup, anywhere or at the start of a line."""

PLAIN_BODY = re.compile(
    r"(?:(?:## )?(?!\d{1,9}[.)]|[\s+=~>#-])[^\\`*_\[\]<>&\n]+(?<!\s)(?:\n\n|\Z))*"
)
"""A body in which CommonMark can find nothing but paragraphs and `##` headings of one line.

Nearly every newspaper article is one; it is turned into HTML ten times faster than by a parser,
and the result is the same (tests/test_markdown.py compares the two).
"""


_HEADING = re.compile(r"^<p>## (.+)</p>$", re.MULTILINE)


def escape(text: str) -> str:
    """Plain text of one paragraph as Markdown that renders to that text."""
    return SPECIAL.sub(_escape_match, text)


def _escape_match(match: re.Match[str]) -> str:
    mark = match[0]
    # "1." becomes "1\\.": a digit cannot be escaped, its full stop can.
    return f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}"


def to_html(body: str) -> str:
    """The HTML of an article's body. Headings begin at `<h2>`: the title is the `<h1>`."""
    if PLAIN_BODY.fullmatch(body):
        # Such a body holds no other character that HTML would read as markup.
        body = body.strip("\n").replace('"', "&quot;").replace("\n\n", "</p>\n<p>")
        if not body:
            return ""
        html = f"<p>{body}</p>\n"
        return _HEADING.sub(r"<h2>\1</h2>", html) if "<p>## " in html else html
    return str(_parser().render(body))


@lru_cache(1)  # What reads an article asks more than once.
def to_blocks(body: str) -> tuple[str, ...]:
    """The plain text of each paragraph, heading and list item of a body, in order."""
    if PLAIN_BODY.fullmatch(body):
        return tuple(block.removeprefix("## ") for block in body.split("\n\n") if block)
    return tuple(
        text
        for token in _parser().parse(body)
        if token.type in ("inline", "code_block", "fence")
        if (text := _text(token))
    )


def _text(token: object) -> str:
    children = getattr(token, "children", None)
    if not children:
        return str(getattr(token, "content", "")).strip()
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in children
    ).strip()


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    parser.core.ruler.push("headings_below_title", _headings_below_title)
    return parser


def _headings_below_title(state: object) -> None:
    for token in state.tokens:  # type: ignore[attr-defined]
        if token.tag == "h1":
            token.tag = "h2"
