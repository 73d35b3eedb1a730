"""Reading and cutting one raw file: text in any encoding, or a PDF of one page or many."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jianbao.errors import RefusedPage
from jianbao.ingest.naming import day_of, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.ingest.page import CutPage

SUFFIXES = (".txt", ".pdf")
"""The endings of raw pages."""

LARGEST = 50 * 2**20
"""Bytes of the largest file that is read; a newspaper's page as PDF has 1 to 10 MB."""

INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks that print nothing and can turn round what stands after them."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A raw page."""

    file: str
    """Its file, relative to the archive's root; of a PDF of several pages with `#page=2`."""
    sha256: str
    """The first 16 hex digits of the file's SHA-256."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What became of a raw file."""

    pages: tuple[CutPage | RefusedPage, ...] = ()
    """Its pages, those that could not be read as refusals; none when all of it was refused."""
    note: str = ""
    """What was found out about it: its encoding, when it is not UTF-8."""
    refused: RefusedPage | None = None
    """Why it could not be read."""


def raw_pages(folder: Path) -> list[Path]:
    """The raw files below a folder, in order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith(".")
    )


def fingerprint(data: bytes) -> str:
    """What tells one version of a raw page from another."""
    return hashlib.sha256(data).hexdigest()[:16]


def raw_name(file: str, index: int, count: int) -> str:
    """What a page of a raw file is called."""
    return file if count == 1 else f"{file}#page={index + 1}"


def read_raw(path: Path, file: str) -> bytes:
    """A raw file's bytes. Raises RefusedPage, naming the file."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise RefusedPage(
                f"{size / 2**20:.0f} MB, more than {LARGEST // 2**20}",
                file=file,
                hint="give the pages one by one, or with smaller photographs",
            )
        return path.read_bytes()
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise RefusedPage(reason, file=file, hint="check the name and its permissions") from None


def cut_raw(data: bytes, file: str) -> Cut:
    """Cut a raw file. What cannot be read safely comes back as a refusal that names the file."""
    try:
        pages, note = _cut(data)
    except RefusedPage as error:
        named = RefusedPage(error.reason, file=file, line=error.line, hint=error.hint)
        return Cut(refused=named)
    return Cut(
        tuple(
            RefusedPage(page.reason, file=file, hint=page.hint)
            if isinstance(page, RefusedPage)
            else _placed(page, file)
            for page in pages
        ),
        note,
    )


def _cut(data: bytes) -> tuple[tuple[CutPage | RefusedPage, ...], str]:
    if data.startswith(b"%PDF-"):
        from jianbao.ingest.pdf import cut_pages

        return tuple(cut_pages(data)), ""
    from jianbao.ingest import cut
    from jianbao.ingest.decoding import decode

    text, encoding = decode(data)
    note = "" if encoding == "utf-8" else f"read as {encoding.upper()}"
    return (cut(INVISIBLE.sub("", text)),), note


def _placed(page: CutPage, file: str) -> CutPage:
    """The page with day and number from its path, where its masthead does not name them.

    The part of the paper as well: of `A03` and `B03` a masthead is read for the 03 alone.
    """
    day, number, named = page.info.date, page.info.page_no, page_of(file)
    if not day and (found := day_of(file)):
        day = found.isoformat()
    if named and (not number or named[1:] == number):
        number = named
    return replace(page, info=replace(page.info, date=day, page_no=number))
