"""JSON lines and CSV: a day's articles as a member, a year's members as a file."""

from __future__ import annotations

import csv
import io
from json import JSONEncoder
from typing import TYPE_CHECKING, Literal, get_args

from jianbao.data.members import LABEL, member
from jianbao.data.rows import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jianbao.data.rows import Row

Format = Literal["jsonl", "csv"]

FORMATS: tuple[Format, ...] = get_args(Format)

SEPARATOR = "\n"
"""Between the items of a list in a cell of CSV: no item holds one, so that none is changed."""

HEADER = "0" * LABEL
"""The label of the member that holds the first line of a CSV file; sorts before every day."""

_NAMES = [field.name for field in FIELDS]
_LISTS = [field.name for field in FIELDS if field.type == "list"]


def file_name(year: int, kind: Format) -> str:
    """Where a year's file stands: `data/2023.jsonl.gz`."""
    return f"data/{year:04}.{kind}.gz"


def day_member(kind: Format, day: str, rows: Iterable[Row]) -> bytes:
    """The member of a day (`2023-02-20`) with its articles in printed order; empty without any."""
    lines = _json_lines(rows) if kind == "jsonl" else _csv_lines(rows)
    return member(day, lines.encode()) if lines else b""


def year_file(kind: Format, members: Iterable[bytes]) -> bytes:
    """A year's file, made of the members of its days in their order."""
    header = member(HEADER, (",".join(_NAMES) + "\r\n").encode()) if kind == "csv" else b""
    return b"".join((header, *members))


def _json_lines(rows: Iterable[Row]) -> str:
    encode = JSONEncoder(ensure_ascii=False).encode
    return "".join([encode(row) + "\n" for row in rows])


def _csv_lines(rows: Iterable[Row]) -> str:
    """RFC 4180. Cells are what the article says, even where a spreadsheet sees a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        lists = {name: SEPARATOR.join(row[name]) for name in _LISTS}  # type: ignore[arg-type]
        cells = row | lists
        writer.writerow([cells[name] for name in _NAMES])
    return text.getvalue()
