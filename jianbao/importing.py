"""Ready articles, as JSON lines or CSV, become files in content/."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jianbao.article import ID, Article
from jianbao.errors import ContentError, JianbaoError, Problems
from jianbao.frontmatter import KEYS, LISTS, Source, check_article, write_article
from jianbao.ingest.files import article_file
from jianbao.markdown import escape
from jianbao.site.write import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from jianbao.config import Archive
    from jianbao.frontmatter import Vocabulary
    from jianbao.tagging import Tagger

NO_PAGE = "00"
"""Stands for the page in the ids of articles that name none."""

CELL = "|"
"""Parts the items of a list in a CSV cell; paragraphs are parted by line ends."""


@dataclass(frozen=True, slots=True)
class Row:
    """One article as it was given."""

    values: Mapping[str, Any]
    """By key of front matter, and `paragraphs`."""
    file: str
    """The file it stands in."""
    line: int
    """Its line there."""


def read_rows(path: Path) -> Iterator[Row]:
    """The articles of a .jsonl or .csv file. Raises ContentError where it is neither."""
    file = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ContentError("not UTF-8", file=file, hint="save it as UTF-8") from None
    if path.suffix.lower() == ".csv":
        reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
        try:
            for cells in reader:
                yield Row(_from_cells(cells, file, reader.line_num), file, reader.line_num)
        except csv.Error as error:
            raise ContentError(f"not CSV: {error}", file=file, line=reader.line_num) from None
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                values = json.loads(line)
            except ValueError as error:
                raise ContentError(f"not JSON: {error}", file=file, line=number) from None
            if not isinstance(values, dict):
                raise ContentError("not an object", file=file, line=number, hint='{"title": …}')
            yield Row(values, file, number)


def _from_cells(cells: Mapping[str | None, Any], file: str, line: int) -> dict[str, Any]:
    if None in cells:
        raise ContentError("more cells than columns", file=file, line=line, hint="quote the commas")
    values: dict[str, Any] = {}
    for key, cell in cells.items():
        if key == "paragraphs":
            values[key] = (cell or "").splitlines()
        elif key in LISTS:
            values[key] = [item for item in (cell or "").split(CELL) if item]
        elif key and cell:
            values[key] = cell
    return values


def import_articles(
    archive: Archive,
    rows: Iterable[Row],
    vocabulary: Vocabulary,
    tagger: Tagger,
    taken: Mapping[str, str],
    *,
    new_ids: bool = False,
) -> tuple[dict[str, str], int]:
    """Make articles of rows.

    Args:
        taken: from the id of each article that content/ has to its file's text.
        new_ids: give ids of our own where those given are of another form.

    Returns the files to write, path relative to the archive's root → text, and the number of
    articles that content/ has already, word for word. Raises Problems with every error.
    """
    errors: list[JianbaoError] = []
    files: dict[str, str] = {}
    same = 0
    known = dict(taken)
    last: dict[str, int] = defaultdict(int)
    for each in known:
        if match := ID.fullmatch(each):
            prefix = f"{match[1]}-{match[2]}"
            last[prefix] = max(last[prefix], int(match[3]))
    texts = {_dense(text) for text in taken.values()}
    for row in rows:
        try:
            article = _article(row, vocabulary, new_ids, last)
        except Problems as problems:
            errors += problems.errors
            continue
        article = _tagged(article, row, tagger)
        text = write_article(article)
        if known.get(article.id) == text or ("id" not in row.values and _dense(text) in texts):
            same += 1
            continue
        if article.id in known:
            reason = f"{article.id} is in content/ already, with other words"
            hint = "leave the id out, or correct the article in content/"
            errors.append(ContentError(reason, file=row.file, line=row.line, hint=hint))
            continue
        known[article.id] = text
        files[article_file(article)] = text
    if errors:
        raise Problems(errors)
    return files, same


def _dense(text: str) -> str:
    """An article's file without its id, to know it again."""
    return text.partition("\n")[2].partition("\n")[2]


def _article(row: Row, vocabulary: Vocabulary, new_ids: bool, last: dict[str, int]) -> Article:
    given = {key: value for key, value in row.values.items() if key != "paragraphs"}
    source = Source(row.file, lambda *_: row.line, row.line, row.line)
    paragraphs = row.values.get("paragraphs", ())
    if not isinstance(paragraphs, list) or not all(isinstance(each, str) for each in paragraphs):
        hint = 'write "paragraphs": ["…", "…"]'
        error = ContentError("no list of paragraphs", file=row.file, line=row.line, hint=hint)
        raise Problems([error])
    own_id = "id" in given and not (new_ids and not ID.fullmatch(str(given["id"])))
    if not own_id:
        prefix = f"{given.get('date')}-{given.get('page') or NO_PAGE}"
        given["id"] = f"{prefix}-{last[prefix] + 1:02}"
        if not ID.fullmatch(given["id"]):  # Date or page are wrong: let the check say so.
            given["id"] = "2000-01-01-00-01"
    body = "\n\n".join(escape(" ".join(each.split())) for each in paragraphs if each.strip())
    ordered = {key: given[key] for key in KEYS if key in given} | given
    article = check_article(ordered, body, vocabulary, source)
    if not own_id:
        last[prefix] += 1
    return article


def _tagged(article: Article, row: Row, tagger: Tagger) -> Article:
    """The article with the tags that it was given without."""
    wanted = [key for key in ("regions", "mentions", "themes") if key not in row.values]
    if not wanted:
        return article
    tags = tagger.tag(
        article.title,
        row.values["paragraphs"],
        kicker=article.kicker,
        subtitle=article.subtitle,
        day=article.date,
    )
    return replace(article, **{key: getattr(tags, key) for key in wanted})


def write_files(archive: Archive, files: Mapping[str, str]) -> None:
    """Write new articles into content/."""
    for file, text in files.items():
        path = archive.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
