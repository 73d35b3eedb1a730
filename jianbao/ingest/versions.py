"""What ingest last made of a page, kept small: fingerprints of each article's fields and blocks.

It stands beside the articles, as content/2023/02/20/03.machine.jsonl, and belongs in the
repository: with it, a later ingest can tell what people have changed since, from a fresh clone
too. Only equality is asked of the last version, so fingerprints of its parts are enough.
"""

from __future__ import annotations

import hashlib
import heapq
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jianbao.article import Image
from jianbao.errors import ContentError
from jianbao.ingest.raw import place_in_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jianbao.article import Article

SUFFIX = ".machine.jsonl"

MERGED = (
    *("title", "kicker", "subtitle", "byline", "role", "date", "page", "section", "column"),
    *("source", "kind", "captions", "images", "regions", "mentions", "themes"),
    *("continued_on", "continued_from"),
)
"""The fields that ingest and people both write. `id` never changes, `draft` is people's alone,
`ingest` is the machine's alone; the body is merged block by block."""

TAGS = frozenset(("regions", "mentions", "themes"))
"""Lists merged item by item: what two sides add to them does not contradict."""

SKETCH_SIZE = 48
"""Fingerprints kept of a text, the least of all its n-grams': enough to see within ±.1 how much
of it another text shares, however its paragraphs are ordered or split (bottom-k sketch)."""

GRAM = 5
"""Characters in an n-gram."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that the machine and people changed differently; the people's text stands."""

    field: str
    """A key of front matter, `body`, or `article` when the machine no longer finds the article."""
    machine: str
    """What the machine would have there."""
    people: str
    """Fingerprint of what people have there: once it changes, the conflict is resolved."""


@dataclass(frozen=True, slots=True)
class Version:
    """What the machine last made of one article."""

    id: str
    """The article's id."""
    fields: Mapping[str, str]
    """What is kept of each field (`field_mark`); a field that is empty is left out."""
    blocks: tuple[str, ...]
    """Fingerprints of the blocks of its body."""
    sketch: tuple[int, ...]
    """The least fingerprints of its n-grams, in order."""
    conflicts: tuple[Conflict, ...] = ()
    """What wants a decision."""
    seen: str = ""
    """Fingerprint of the article that an editor has looked at and found right."""
    gone: bool = False
    """Whether the machine no longer finds it; the id stays taken."""


@dataclass(frozen=True, slots=True)
class PageVersion:
    """What the machine last made of one raw page."""

    raw: str
    """The raw page, relative to the archive's root."""
    sha256: str
    """The first 16 hex digits of its SHA-256."""
    rules: str
    """The version of the rules that cut it."""
    sheet: str
    """Fingerprint of the sheet's file as the machine wrote it."""
    articles: tuple[Version, ...]
    """Its articles, those that are gone among them."""
    pages: int = 1
    """How many pages its raw file has."""

    @property
    def name(self) -> str:
        """The raw page's file alone."""
        return place_in_file(self.raw)[0]

    @property
    def number(self) -> int:
        """Which page of the file it is, from 1."""
        return place_in_file(self.raw)[1]


def fingerprint(text: str) -> str:
    """Eight hex digits that tell one text from another of the same article."""
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


def blocks_of(body: str) -> tuple[str, ...]:
    """The blocks of a Markdown body: what blank lines part."""
    return tuple(block for each in body.split("\n\n") if (block := each.strip("\n")))


def field_mark(name: str, value: object) -> str:
    """What a version keeps of a field: of tags a fingerprint each; empty for an empty field."""
    if name in TAGS and isinstance(value, tuple):
        return " ".join(map(fingerprint, value))
    text = as_text(value)
    return fingerprint(text) if text else ""


def as_text(value: object) -> str:
    """A field's value as one text, for comparing and showing."""
    if not isinstance(value, tuple):
        return str(value)
    return "\n".join(
        " | ".join(filter(None, (each.file, each.caption, each.credit)))
        if isinstance(each, Image)
        else str(each)
        for each in value
    )


def version_of(article: Article) -> Version:
    """The version of an article that the machine just made."""
    marks = {name: field_mark(name, getattr(article, name)) for name in MERGED}
    blocks = blocks_of(article.body)
    return Version(
        id=article.id,
        fields={name: mark for name, mark in marks.items() if mark},
        blocks=tuple(map(fingerprint, blocks)),
        sketch=sketch("".join(blocks)),
    )


def sketch(text: str) -> tuple[int, ...]:
    """The least fingerprints of a text's n-grams, white space left out."""
    dense = "".join(text.split())
    grams = {dense[at : at + GRAM] for at in range(max(1, len(dense) - GRAM + 1))}
    numbers = (
        int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=4).digest(), "big")
        for gram in grams
    )
    return tuple(heapq.nsmallest(SKETCH_SIZE, numbers))


def write_page_version(page: PageVersion) -> str:
    """The file of a page's version: a line for the page, then one an article."""
    head: dict[str, object] = {
        "raw": page.raw,
        "sha256": page.sha256,
        "rules": page.rules,
        "sheet": page.sheet,
    }
    if page.pages > 1:
        head["pages"] = page.pages
    lines = [head, *map(_article_line, page.articles)]
    return "".join(
        f"{json.dumps(line, ensure_ascii=False, separators=(',', ':'))}\n" for line in lines
    )


def _article_line(version: Version) -> dict[str, object]:
    line: dict[str, object] = {
        "id": version.id,
        "fields": dict(version.fields),
        "blocks": " ".join(version.blocks),
        "sketch": b"".join(number.to_bytes(4, "big") for number in version.sketch).hex(),
    }
    if version.conflicts:
        line["conflicts"] = [[each.field, each.machine, each.people] for each in version.conflicts]
    if version.seen:
        line["seen"] = version.seen
    if version.gone:
        line["gone"] = True
    return line


def read_page_version(text: str, file: str) -> PageVersion:
    """Read a page's version. Raises ContentError when it is damaged."""
    try:
        head, *articles = map(json.loads, text.splitlines())
        return PageVersion(**head, articles=tuple(map(_version, articles)))
    except (ValueError, TypeError, KeyError):
        raise ContentError(
            "damaged: ingest keeps here what it last made of the page",
            file=file,
            hint="take the file back from the repository's history",
        ) from None


def _version(line: dict[str, Any]) -> Version:
    packed = bytes.fromhex(line["sketch"])
    return Version(
        id=line["id"],
        fields=line["fields"],
        blocks=tuple(line["blocks"].split()),
        sketch=tuple(int.from_bytes(packed[at : at + 4], "big") for at in range(0, len(packed), 4)),
        conflicts=tuple(Conflict(*each) for each in line.get("conflicts", ())),
        seen=line.get("seen", ""),
        gone=line.get("gone", False),
    )


def open_conflicts(version: Version, people: Article | None) -> tuple[Conflict, ...]:
    """The conflicts that people have not decided: what they had there is what they still have."""
    if people is None:
        return ()
    return tuple(
        each for each in version.conflicts if fingerprint(part(people, each.field)) == each.people
    )


def part(article: Article, field: str) -> str:
    """The text of a field, of the body, or (`article`) of all that people and machine write."""
    if field == "article":
        return "\n".join((*(as_text(getattr(article, name)) for name in MERGED), article.body))
    return as_text(getattr(article, field))
