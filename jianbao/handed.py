"""Ready articles as they are handed over: JSON lines, or a table as a spreadsheet saves it."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jianbao.errors import ContentError, RefusedPage, did_you_mean
from jianbao.frontmatter import KEYS, LISTS
from jianbao.ingest.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CELL = "|"
"""Parts the items of a list in a cell; paragraphs are parted by line ends."""

PARTING = ",;\t，；"
"""What may part the columns; the one that the first line has most of does."""

TABLES = (".csv", ".tsv")
"""Endings of tables; anything else is JSON lines."""

COLUMNS = ("paragraphs", *(key for key in KEYS if key not in ("images", "ingest")))
"""What a column may be called."""

CHINESE = {
    "日期": "date",
    "版次": "page",
    "版面": "page",
    "版名": "section",
    "栏目": "column",
    "标题": "title",
    "肩题": "kicker",
    "引题": "kicker",
    "副题": "subtitle",
    "副标题": "subtitle",
    "正文": "paragraphs",
    "内容": "paragraphs",
    "署名": "byline",
    "作者": "byline",
    "来源": "source",
    "转载来源": "source",
    "图片说明": "captions",
    "图说": "captions",
    "地区": "regions",
    "主题词": "themes",
    "编号": "id",
}
"""What editors call the columns. 主题 is left out: a theme to some, to others the headline."""

DAY = re.compile(
    r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:[ T]0?0:00(?::00)?)?"
)
"""A day as spreadsheets and people write it: 2022/11/12, 2022年11月2日, 2022-11-12 00:00:00."""


@dataclass(frozen=True, slots=True)
class Row:
    """One article as it was given."""

    values: Mapping[str, Any]
    """By key of front matter, and `paragraphs`."""
    file: str
    """The file it stands in."""
    line: int
    """The line there on which it begins."""


def read_rows(path: Path) -> tuple[list[Row], list[ContentError]]:
    """The articles of a file that could be read, and what is wrong with the others."""
    file = str(path)
    try:
        text = _text(path.read_bytes())
    except RefusedPage:
        reason = "not text in UTF-8, GB18030, Big5 or UTF-16"
        return [], [ContentError(reason, file=file, hint="save it as UTF-8")]
    read = _table if path.suffix.lower() in TABLES else _lines
    found = list(read(text, file))
    return (
        [each for each in found if isinstance(each, Row)],
        [each for each in found if isinstance(each, ContentError)],
    )


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data)[0]


def _lines(text: str, file: str) -> Iterator[Row | ContentError]:
    # Text within JSON may hold other line ends.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:
            hint = 'write one article a line, {"title": …}'
            yield ContentError(f"not JSON: {error}", file=file, line=number, hint=hint)
            continue
        if isinstance(values, dict):
            yield Row(_usual(values), file, number)
        else:
            yield ContentError("not an object", file=file, line=number, hint='{"title": …}')


def _table(text: str, file: str) -> Iterator[Row | ContentError]:
    first = text.partition("\n")[0]
    parting = max(PARTING, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parting, strict=True)
    line = 1
    try:
        names = [CHINESE.get(name.strip(), name.strip()) for name in next(reader, [])]
        wrong = list(_wrong_columns(names, file))
        yield from wrong
        if wrong:
            return
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) > len(names):
                reason, hint = (
                    "more cells than columns",
                    f"put quotes round a text that holds {parting}",
                )
                yield ContentError(reason, file=file, line=line, hint=hint)
            elif any(cells):
                pairs = zip(names, cells, strict=False)
                yield Row(_usual(dict(_of_cells(pairs))), file, line)
            line = reader.line_num + 1
    except csv.Error as error:
        hint = 'close the quotes round a text; write " within it as ""'
        yield ContentError(f"not CSV: {error}", file=file, line=line, hint=hint)


def _wrong_columns(names: list[str], file: str) -> Iterator[ContentError]:
    known = f"known: {', '.join(COLUMNS)}; 日期, 版次, 标题, 正文, 署名 …"
    for name in names:
        if name and name not in COLUMNS:
            hint = did_you_mean(name, (*COLUMNS, *CHINESE)) or known
            yield ContentError(f"unknown column {name}", file=file, line=1, hint=hint)
    for name in dict.fromkeys(name for name in names if name and names.count(name) > 1):
        yield ContentError(f"two columns {name}", file=file, line=1, hint="keep one of the two")
    if "paragraphs" not in names:
        hint = "the first line names the columns; the text's is called paragraphs or 正文"
        yield ContentError("no column paragraphs", file=file, line=1, hint=hint)


def _of_cells(cells: Iterator[tuple[str, str]]) -> Iterator[tuple[str, Any]]:
    for key, cell in cells:
        if key == "paragraphs":
            yield key, cell.splitlines()
        elif key in LISTS:
            yield key, [item for item in cell.split(CELL) if item]
        elif key and cell:
            yield key, cell


def _usual(values: dict[str, Any]) -> dict[str, Any]:
    """Values as front matter has them: days, pages and flags as text, a text in one line."""
    values = {key: _text_of(value) for key, value in values.items() if value is not None}
    for key in ("date", "corrected"):
        if isinstance(given := values.get(key), str) and (match := DAY.fullmatch(given.strip())):
            year, month, day = map(int, match.groups())
            values[key] = f"{year:04}-{month:02}-{day:02}"
    return values


def _text_of(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return " ".join(value.splitlines()) if isinstance(value, str) else value
