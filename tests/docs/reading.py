"""The documentation as its reader sees it: pages, blocks of commands, what they are said to print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    if "examples" not in path.parts
)
"""Every page for readers, from the repository's root."""

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)\n(?P<text>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two fences."""

    language: str
    """`sh` for commands, `text` for what the commands before it print."""
    text: str
    """Its lines, less the indent of the list that they stand in."""
    place: str
    """`docs/search.md:12`, where it begins."""
    section: str
    """The heading (`##`) that it stands below."""


def read_page(name: str) -> str:
    """A page's text."""
    return (ROOT / name).read_text("utf-8")


def blocks(name: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = read_page(name)
    found = []
    for match in FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 2
        lines = match["text"].splitlines(keepends=True)
        inside = "".join(each.removeprefix(match["indent"]) for each in lines)
        _, *headings = re.split(r"(?m)^## (?=.)", text[: match.start()])
        section = headings[-1].partition("\n")[0] if headings else ""
        found.append(Block(match["language"], inside, f"{name}:{line}", section))
    return found


def commands(name: str) -> list[Block]:
    """The blocks of commands of a page."""
    return [block for block in blocks(name) if block.language == "sh"]


def path_of(name: str) -> Path:
    """A page's file."""
    return ROOT / name
