"""Writing an article's file, and changing one without touching what else people wrote in it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from jianbao.frontmatter.read import split
from jianbao.frontmatter.validate import KEYS

if TYPE_CHECKING:
    import yaml

    from jianbao.article import Article, Image, Provenance

PLAIN = re.compile(r"[^\s\x00-\x20!-/:-@\[-`{-~0-9][^\x00-\x1f\x7f\[\]{},:#]*(?<! )")
"""Text that YAML reads as it stands, in and outside of `[…]`, and that is no number or date."""

YAML_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))


def write_article(article: Article) -> str:
    """The file of an article: what `read_article` reads into the same value."""
    head = [line for key in KEYS for line in _lines(article, key)]
    return "\n".join(("---", *head, "---", "", article.body, ""))


def rewrite_article(text: str, before: Article, after: Article) -> str:
    """An article's file with `before` changed to `after`.

    Only the lines of keys that differ are written anew: comments, order and quotes that people
    chose for the others stay as they are.
    """
    import yaml

    head, _, body_line = split(text, before.id)
    lines = head.split("\n")
    root = yaml.compose(head, Loader=yaml.BaseLoader)
    spans = {
        key.value: (key.start_mark.line, _last_line(value, key) + 1)
        for key, value in (root.value if root else ())
    }
    edits = []
    for at, key in enumerate(KEYS):
        new = _lines(after, key)
        if new == _lines(before, key):
            continue
        before_it = (spans[each][1] for each in reversed(KEYS[:at]) if each in spans)
        start = next(before_it, 0)
        edits.append((*spans.get(key, (start, start)), -at, new))
    # From the end, so that earlier line numbers stay true.
    for start, stop, _, new in sorted(edits, key=lambda edit: edit[:3], reverse=True):
        lines[start:stop] = new
    if before.body == after.body:
        rest = text.split("\n")[body_line - 1 :]
        return "\n".join(("---", *lines, "---", *rest))
    return "\n".join(("---", *lines, "---", "", after.body, ""))


def _last_line(value: yaml.Node, key: yaml.Node) -> int:
    # The end of a block list or mapping is put past the blank lines and comments after it.
    node = value
    while not getattr(node, "flow_style", True) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.line
    return end if node.end_mark.column or end == key.start_mark.line else end - 1


def _lines(article: Article, key: str) -> list[str]:
    """A key's lines of front matter; none where the value is the default."""
    value = getattr(article, key)
    if key == "ingest":
        return _provenance_lines(value)
    if key in ("id", "date", "corrected"):
        return [f"{key}: {value}"] if value else []
    if key == "draft":
        return ["draft: true"] if value else []
    if key == "images":
        return _image_lines(value)
    if not value or (key == "kind" and value == "news"):
        return []
    if isinstance(value, tuple):
        return [f"{key}:", *(f"  - {scalar(item)}" for item in value)]
    return [f"{key}: {scalar(value)}"]


def _image_lines(images: tuple[Image, ...]) -> list[str]:
    lines = ["images:"] if images else []
    for image in images:
        lines.append(f"  - file: {scalar(image.file)}")
        lines += [f"    caption: {scalar(image.caption)}"] if image.caption else []
        lines += [f"    credit: {scalar(image.credit)}"] if image.credit else []
    return lines


def _provenance_lines(provenance: Provenance | None) -> list[str]:
    if provenance is None:
        return []
    lines = [
        "ingest:",
        f"  raw: {scalar(provenance.raw)}",
        f"  sha256: {scalar(provenance.sha256)}",
        f"  rules: {scalar(provenance.rules)}",
        f"  confidence: {provenance.confidence:.2f}",
    ]
    if provenance.lines:
        lines.append(f"  lines: {scalar(provenance.lines)}")
    if provenance.review:
        lines += ["  review:", *(f"    - {scalar(reason)}" for reason in provenance.review)]
    return lines


def scalar(text: str) -> str:
    """Text as a YAML scalar, in quotes only where it needs them."""
    if PLAIN.fullmatch(text) and text.lower() not in YAML_WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return BREAKS.sub(lambda mark: f"\\u{ord(mark[0]):04x}", quoted)


BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""Characters that JSON leaves as they are and YAML does not take, or reads as line ends."""
