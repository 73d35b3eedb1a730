"""Reading and cutting one raw file: text in any encoding or PDF, of one page or many."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jianbao.errors import RefusedPage
from jianbao.ingest.lookalikes import in_plain_forms
from jianbao.ingest.naming import day_of, impossible_day, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.ingest.issue import Part
    from jianbao.ingest.page import CutPage

SUFFIXES = (".txt", ".pdf")
"""The endings of raw pages."""

LARGEST = 50 * 2**20
"""Bytes of the largest file that is read; a newspaper's page as PDF has 1 to 10 MB."""

MOST_CHARACTERS = 40_000
"""Of a page of text. The type area of a broadsheet, 350 by 500 mm, takes 28,000 characters of 6.5
points (小六, 2.3 mm, lines 2.75 mm apart) when there is neither headline nor picture on it; the
fullest of 350 pages that were measured has 17,400. Time grows faster than the text: at this length
it is a minute."""

INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks that print nothing and can turn round what stands after them."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A raw page."""

    file: str
    """Its file, relative to the archive's root; of a file of several pages with `#page=2`."""
    sha256: str
    """The first 16 hex digits of the file's SHA-256."""
    pages: int = 1
    """How many pages the file has."""

    @property
    def name(self) -> str:
        """The file alone."""
        return place_in_file(self.file)[0]

    @property
    def number(self) -> int:
        """Which page of the file it is, from 1."""
        return place_in_file(self.file)[1]


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
    return [path for path in _files(folder) if path.suffix.lower() in SUFFIXES]


def other_files(folder: Path) -> list[Path]:
    """The files below a folder that are no raw pages by their endings, in order."""
    return [path for path in _files(folder) if path.suffix.lower() not in SUFFIXES]


def _files(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")
    )


def fingerprint(data: bytes) -> str:
    """What tells one version of a raw page from another."""
    return hashlib.sha256(data).hexdigest()[:16]


def raw_name(file: str, index: int, count: int) -> str:
    """What a page of a raw file is called."""
    return file if count == 1 else f"{file}#page={index + 1}"


def place_in_file(raw: str) -> tuple[str, int]:
    """A raw page's file, and which of its pages it is, from 1; of `raw_name` the other way round."""
    file, _, page = raw.partition("#page=")
    return file, int(page or 1)


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
        pages, note = _cut(data, file)
    except RefusedPage as error:
        return Cut(refused=_named(error, file))
    days = {page.info.date for page in pages if not isinstance(page, RefusedPage)} - {None}
    issue = days.pop() if len(days) == 1 else None
    return Cut(
        tuple(
            _named(page, file)
            if isinstance(page, RefusedPage)
            else _placed(page, file, issue, alone=len(pages) == 1)
            for page in pages
        ),
        note,
    )


def _named(error: RefusedPage, file: str) -> RefusedPage:
    return RefusedPage(error.reason, file=file, line=error.line, hint=error.hint)


def is_pdf(data: bytes, file: str) -> bool:
    """Whether a raw file is to be read as PDF: by its bytes or its name."""
    return data.startswith(b"%PDF-") or file.lower().endswith(".pdf")


def _cut(data: bytes, file: str) -> tuple[tuple[CutPage | RefusedPage, ...], str]:
    if is_pdf(data, file):
        from jianbao.ingest.pdf import cut_pages

        return tuple(cut_pages(data)), ""
    parts, note = read_parts(data)
    if len(parts) == 1:
        return (_cut_part(parts[0]),), note
    pages: list[CutPage | RefusedPage] = []
    for part in parts:
        try:
            pages.append(_cut_part(part))
        except RefusedPage as error:
            pages.append(RefusedPage(error.reason, line=part.line, hint=error.hint))
    return tuple(pages), note


def read_parts(data: bytes) -> tuple[list[Part], str]:
    """The pages of a text file, and what was found out about it. Raises RefusedPage."""
    from jianbao.ingest.decoding import decode
    from jianbao.ingest.issue import part_pages

    text, encoding = decode(data)
    note = "" if encoding == "utf-8" else f"read as {encoding.upper()}"
    return part_pages(INVISIBLE.sub("", in_plain_forms(text))), note


def _cut_part(part: Part) -> CutPage:
    from jianbao.ingest import cut

    size = len("".join(part.text.split()))
    if size > MOST_CHARACTERS:
        raise RefusedPage(
            f"{size:,} characters, more than {MOST_CHARACTERS:,}: no page of a newspaper has as many",
            hint="give its pages one by one, or put a form feed between two of them",
        )
    return cut(part.text)


def _placed(page: CutPage, file: str, issue: str | None, *, alone: bool) -> CutPage | RefusedPage:
    """The page with the day and number that its masthead does not name.

    The day from the file's other pages (`issue`) or its path; the number, where it is `alone` in
    the file, from the path. So too the part of the paper: of `A03` and `B03` a masthead is read for
    the 03 alone.
    """
    day, number = page.info.date or issue, page.info.page_no
    named_day, wrong_day = day_of(file), impossible_day(file)
    named = page_of(file) if alone else None
    if not day and wrong_day:
        return RefusedPage(
            f"the masthead names no date, and {wrong_day} in the file's name is no day",
            file=file,
            hint="correct the name",
        )
    if named and number and named[1:] == number:
        number = named
    told = (named_day.isoformat() if named_day else wrong_day, day), (named, number)
    doubts = tuple(
        f"the file's name says {name}, the masthead {masthead}"
        for name, masthead in told
        if name and masthead and name != masthead
    )
    if not day and named_day:
        day = named_day.isoformat()
    return replace(
        page,
        info=replace(page.info, date=day, page_no=number or named),
        articles=tuple(replace(one, review=(*doubts, *one.review)) for one in page.articles),
    )
