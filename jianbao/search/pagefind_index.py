"""Reads what Pagefind wrote, as far as it is published: the list of the index's files.

Pagefind 1.5.2 writes `pagefind.und_….pf_meta`: gzip around `pagefind_dcd` and CBOR, an array of
version, pages (hash, number of words), index chunks (first word, last word, hash), filters,
sorts, names of metadata. The chunks are the files `index/<hash>.pf_index`; a token lies in the
last one whose first word is not greater than it.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from pathlib import Path

_SIGNATURE = b"pagefind_dcd"


@dataclass(frozen=True, slots=True)
class Chunk:
    """One file of the index."""

    first: str
    """The start of its first word, long enough to tell it from the last word before it."""
    hash: str
    """The name of the file without its ending."""


@dataclass(frozen=True, slots=True)
class PagefindIndex:
    """What Pagefind says about the index that it wrote."""

    lengths: tuple[int, ...]
    """Of each page in order, the number of its tokens."""
    chunks: tuple[Chunk, ...]
    """In the order of their words."""


def read_index(folder: Path) -> PagefindIndex:
    """What was written to `folder`; a BuildError when it is not what Pagefind 1.5.2 writes."""
    try:
        (meta,) = folder.glob("pagefind.*.pf_meta")
        data = gzip.decompress(meta.read_bytes())
        if not data.startswith(_SIGNATURE):
            raise ValueError("no signature")
        root, _ = _decode(data, len(_SIGNATURE))
        _, pages, chunks, *_ = root
        return PagefindIndex(
            lengths=tuple(length for _, length in pages),
            chunks=tuple(Chunk(first, name) for first, _, name in chunks),
        )
    except (ValueError, TypeError, IndexError) as error:
        raise BuildError(
            f"Pagefind wrote an index of an unknown form ({error})",
            hint="pagefind-bin must be 1.5.2",
        ) from error


def _decode(data: bytes, at: int) -> tuple[Any, int]:
    """The CBOR item at `at`, and where the next one starts: numbers, texts and arrays only."""
    kind, short = data[at] >> 5, data[at] & 31
    at += 1
    if short < 24:
        value = short
    elif short < 28:
        size = 1 << (short - 24)
        value = int.from_bytes(data[at : at + size], "big")
        at += size
    else:
        raise ValueError(f"CBOR item of unknown length {short}")
    if kind == 0:
        return value, at
    if kind == 3:
        return data[at : at + value].decode(), at + value
    if kind == 4:
        items = []
        for _ in range(value):
            item, at = _decode(data, at)
            items.append(item)
        return items, at
    raise ValueError(f"CBOR item of unknown kind {kind}")
