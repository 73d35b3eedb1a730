"""Merging three ways: the machine's last version, its new one, and what people made of it.

What only the machine changed is taken; what only people changed is kept; where both changed the
same place differently, the people's text stands and a conflict is reported.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from jianbao.ingest.versions import (
    MERGED,
    TAGS,
    Conflict,
    as_text,
    blocks_of,
    field_mark,
    fingerprint,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.article import Article
    from jianbao.ingest.versions import Version


def unchanged(base: Version, people: Article) -> bool:
    """Whether people have left an article as the machine last made it."""
    return tuple(map(fingerprint, blocks_of(people.body))) == base.blocks and all(
        _same(base, name, getattr(people, name)) for name in MERGED
    )


def merge(base: Version, machine: Article, people: Article) -> tuple[Article, list[Conflict]]:
    """The article that people and machine make together, and what they disagree on."""
    conflicts: list[Conflict] = []
    values: dict[str, object] = {}
    for name in MERGED:
        ours, theirs = getattr(people, name), getattr(machine, name)
        values[name] = ours
        if ours == theirs or _same(base, name, theirs):
            continue
        if _same(base, name, ours):
            values[name] = theirs
        elif name in TAGS:
            values[name] = _merged_tags(base.fields.get(name, "").split(), ours, theirs)
        else:
            conflicts.append(Conflict(name, as_text(theirs), fingerprint(as_text(ours))))
    body, machine_body = _merged_body(base.blocks, machine.body, people.body)
    if machine_body is not None:
        conflicts.append(Conflict("body", machine_body, fingerprint(body)))
    merged = replace(people, body=body, ingest=machine.ingest, **values)  # type: ignore[arg-type]
    return merged, conflicts


def _same(base: Version, name: str, value: object) -> bool:
    return field_mark(name, value) == base.fields.get(name, "")


def _merged_tags(
    base: Sequence[str], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """People's tags, less those that the machine dropped, and then those that it added."""
    kept = [tag for tag in ours if tag in theirs or fingerprint(tag) not in base]
    added = [tag for tag in theirs if tag not in ours and fingerprint(tag) not in base]
    return (*kept, *added)


def _merged_body(base: Sequence[str], machine: str, people: str) -> tuple[str, str | None]:
    """The merged body, and the machine's blocks in places where people's were kept instead."""
    ours, theirs = blocks_of(people), blocks_of(machine)
    our_marks = [fingerprint(block) for block in ours]
    their_marks = [fingerprint(block) for block in theirs]
    if list(base) == their_marks:
        return people, None
    if list(base) == our_marks:
        return machine, None
    merged: list[str] = []
    disputed: list[str] = []
    contradicted = False
    for was, mine, new in _regions(base, our_marks, their_marks):
        ours_here, theirs_here = ours[slice(*mine)], theirs[slice(*new)]
        if our_marks[slice(*mine)] == list(base[slice(*was)]):
            merged += theirs_here
        else:
            merged += ours_here
            if their_marks[slice(*new)] not in (list(base[slice(*was)]), our_marks[slice(*mine)]):
                disputed += theirs_here
                contradicted = True
    return "\n\n".join(merged), "\n\n".join(disputed) if contradicted else None


Span = tuple[int, int]


def _regions(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[Span, Span, Span]]:
    """Spans of the three texts that belong together: alike in all three, or changed in one or two.

    The classic diff3: a block that stands in all three, in order, holds the spans apart.
    """
    to_ours, to_theirs = _matches(base, ours), _matches(base, theirs)
    at = mine = new = 0
    for index in range(len(base)):
        if index not in to_ours or index not in to_theirs:
            continue
        yield from _apart((at, index), (mine, to_ours[index]), (new, to_theirs[index]))
        at, mine, new = index + 1, to_ours[index] + 1, to_theirs[index] + 1
        yield (index, at), (mine - 1, mine), (new - 1, new)
    yield from _apart((at, len(base)), (mine, len(ours)), (new, len(theirs)))


def _apart(base: Span, ours: Span, theirs: Span) -> Iterator[tuple[Span, Span, Span]]:
    """Spans of one length, taken block by block: people changed one block, the machine the next."""
    if base[1] - base[0] == ours[1] - ours[0] == theirs[1] - theirs[0]:
        for offset in range(base[1] - base[0]):
            yield tuple((span[0] + offset, span[0] + offset + 1) for span in (base, ours, theirs))  # type: ignore[misc]
    else:
        yield base, ours, theirs


def _matches(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """From the index of each block of `base` to that of the same block in `other`."""
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return {
        block.a + offset: block.b + offset
        for block in matcher.get_matching_blocks()
        for offset in range(block.size)
    }
