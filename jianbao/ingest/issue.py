"""A text file of several pages, a whole issue perhaps, parted into its pages.

Pages are parted at form feeds, as `pdftotext` writes them, and at mastheads that name another page.
No character is lost or added but white space.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jianbao.errors import RefusedPage
from jianbao.ingest.masthead import is_masthead, masthead_lines, read_masthead
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LEAST_TEXT = 60
"""Characters; fewer beside a masthead are the paper's name, a slogan, a telephone number, no page."""

LEAST_PAGE = 600
"""Characters between two lines that name a page but no day (`第02版：要闻`) if they are mastheads. In
a guide to the pages inside some dozen stand between them; the shortest of 50 development pages has
842 in all."""

LEAST_RUN = 3
"""Pages that such lines must name, one after another: 01, 02, 03."""

_PAGE_ALONE = re.compile(r"第\s*[A-Z]?\d{1,3}\s*版\s*[：:]?\s*[\u3400-\u9fff]{2,10}")
_HINT = "give each page a file of its own, or put a form feed between two pages"

Name = tuple[str | None, str | None]
"""The day and the number that a masthead names."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a file, as it stands there."""

    text: str
    """Its lines, and above them a blank one for each line before it, so that they are numbered as
    in the file."""
    line: int
    """The number of its first line, from 1."""


@dataclass(frozen=True, slots=True)
class _Span:
    """Lines that are a page, or so far only its masthead."""

    start: int
    """The first line, from 0."""
    stop: int
    """The line after the last."""
    name: Name
    """What its masthead names."""


def part_pages(text: str) -> list[Part]:
    """The pages of a text; the text itself when nothing parts it.

    Raises RefusedPage, with the line, when it has several and where they part cannot be told.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pages: list[tuple[int, str, Name]] = []
    for line, sheet in _sheets(text):
        lines = sheet.split("\n")
        for page in _spans(lines, line):
            own = "\n".join(lines[page.start : page.stop])
            if pages and pages[-1][2] == page.name and page.name[1]:
                # A page whose masthead stands above and below, or of which two sheets were made.
                first, before, _ = pages[-1]
                gap = line + page.start - first - before.count("\n")
                pages[-1] = first, before + ("\n" * gap or " ") + own, page.name
            else:
                pages.append((line + page.start, own, page.name))
    if len(pages) == 1:
        return [Part(text, 1)]
    for line, _, (_, number) in pages:
        if not number:
            raise RefusedPage(
                f"form feeds part it into {len(pages)} pages, and this one names no page number",
                line=line + 1,
                hint="give each page a file of its own, or, if it is one, take out the form feeds",
            )
    return [Part("\n" * line + own, line + 1) for line, own, _ in pages]


def _sheets(text: str) -> list[tuple[int, str]]:
    """What form feeds part, each with the number of lines before it; scraps go with the one before."""
    sheets: list[tuple[int, str]] = []
    line = 0
    for piece in text.split("\f"):
        if sheets and (_size(piece) < LEAST_TEXT or _size(sheets[-1][1]) < LEAST_TEXT):
            first, before = sheets[-1]
            sheets[-1] = first, f"{before} {piece}"
        else:
            sheets.append((line, piece))
        line += piece.count("\n")
    return sheets


def _spans(lines: Sequence[str], line: int) -> list[_Span]:
    """The pages of a sheet, by the mastheads in it. `line` is the number of lines before it."""
    mastheads = _mastheads(lines)
    alone = _pages_alone(lines, mastheads)
    if alone:
        mastheads = alone
    elif len({each.name for each in mastheads}) < 2:
        name = mastheads[0].name if mastheads else _name(filter(is_masthead, lines))
        return [_Span(0, len(lines), name)]
    pages: list[_Span] = []
    for each in mastheads:
        if pages and pages[-1].name == each.name:  # It stands above the page and below.
            pages[-1] = replace(pages[-1], stop=each.stop)
        else:
            pages.append(each)
    return _with_texts(lines, pages, line)


def _with_texts(lines: Sequence[str], mastheads: Sequence[_Span], line: int) -> list[_Span]:
    """Each masthead with its text, the one above it or the one below.

    Raises RefusedPage when a text would have two mastheads, or none.
    """
    pages: list[_Span] = []
    start = 0
    for each, after in itertools.zip_longest(mastheads, mastheads[1:]):
        end = after.start if after else len(lines)
        above, own, below = (
            _size("".join(lines[a:b])) >= LEAST_TEXT
            for a, b in ((start, each.start), (each.start, each.stop), (each.stop, end))
        )
        if (
            above + own > 1
            or not (above or own or below)
            or (not after and below and (above or own))
        ):
            raise RefusedPage(
                f"it holds {len(mastheads)} pages, and where page {each.name[1]} begins or ends "
                "cannot be told",
                line=line + each.start + 1,
                hint=_HINT,
            )
        # The text below is its own when there is none above, or else the next masthead's.
        stop = end if not (above or own) or not below else each.stop
        pages.append(replace(each, start=start, stop=stop))
        start = stop
    return pages


def _mastheads(lines: Sequence[str]) -> list[_Span]:
    """The mastheads that name a page, its day, and a weekday or an editor.

    A source that is printed with day and page, `人民日报 2023年2月19日 第04版`, has neither.
    """
    found: list[_Span] = []
    for start, stop in _runs(lines):
        whole = [at for at in range(start, stop) if _is_whole(lines[at : at + 1])]
        if not whole:
            if _is_whole(lines[start:stop]):
                found.append(_Span(start, stop, _name(lines[start:stop])))
            continue
        if len(whole) == 1:  # The paper's name above it and posts below are its own: `海州日报`.
            above = [at for at in range(start, whole[0]) if is_masthead(lines[at])]
            found.append(_Span(max(above, default=start - 1) + 1, stop, _name(lines[start:stop])))
            continue
        for at, after in itertools.zip_longest(whole, whole[1:], fillvalue=stop):
            # Lines right below it are its own: `责编 …`.
            end = next((n for n in range(at + 1, after) if not lines[n].strip()), after)
            found.append(_Span(at, end, _name(lines[at:end])))
    return found


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines of mastheads that follow each other, blank lines between them or none."""
    start = stop = -1
    printed = [at for at, line in enumerate(lines) if line.strip()]
    mastheads = {printed[each] for each in masthead_lines([lines[at] for at in printed])}
    for at in printed:
        if at in mastheads:
            start, stop = (at if start < 0 else start), at + 1
        elif start >= 0:
            yield start, stop
            start = -1
    if start >= 0:
        yield start, stop


def _is_whole(lines: Iterable[str]) -> bool:
    info = read_masthead([line.strip() for line in lines if line.strip()])
    staff = info.duty_editors or info.editors or info.layout or info.proofreaders
    return bool(info.date and info.page_no and (info.weekday or staff))


def _name(lines: Iterable[str]) -> Name:
    info = read_masthead([line.strip() for line in lines if line.strip()])
    return info.date, info.page_no


def _pages_alone(lines: Sequence[str], mastheads: Sequence[_Span]) -> list[_Span]:
    """All mastheads, where some of them name only the page; none where such lines are a guide."""
    alone = [
        _Span(at, at + 1, (None, _name([line])[1]))
        for at, line in enumerate(lines)
        if _PAGE_ALONE.fullmatch(folded(line.strip()))
    ]
    if not alone:
        return []
    every = sorted((*alone, *mastheads), key=lambda each: each.start)
    last = {int(each.name[1] or 0): each for each in every}  # A guide stands before the pages.
    pages = sorted(last.values(), key=lambda each: each.start)
    texts = [
        _size("".join(lines[each.stop : after.start if after else len(lines)]))
        for each, after in itertools.zip_longest(pages, pages[1:])
    ]
    numbers = [int(each.name[1] or 0) for each in pages]
    in_a_row = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return pages if in_a_row and len(pages) >= LEAST_RUN and min(texts) >= LEAST_PAGE else []


def _size(text: str) -> int:
    """Characters that are not white space."""
    return len("".join(text.split()))
