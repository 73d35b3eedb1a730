"""The files of content/: what they say, read and checked."""

from __future__ import annotations

import hashlib
import os
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from jianbao.errors import ContentError, JianbaoError, Problems
from jianbao.frontmatter import line_of, read_article, split
from jianbao.listing import PICTURES, all_files, scan
from jianbao.sheet import read_sheet
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from jianbao.article import Article
    from jianbao.config import Archive
    from jianbao.frontmatter import Vocabulary
    from jianbao.sheet import Sheet

A_READ = 1 << 16
"""Bytes that are read at once: more than all but the longest articles have."""


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article's file, read."""

    article: Article
    """What it says."""
    file: str
    """Its path, relative to the archive's root."""
    digest: str
    """Differs when a byte of the file does."""


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet's file, read."""

    sheet: Sheet
    """What it says."""
    file: str
    """Its path, relative to the archive's root."""


@dataclass(frozen=True, slots=True)
class Content:
    """Files of content/, read and checked."""

    articles: tuple[ArticleFile, ...]
    """In order of their paths."""
    sheets: tuple[SheetFile, ...]
    """In order of their paths."""


def read_content(archive: Archive, vocabulary: Vocabulary) -> Content:
    """Read everything. Raises Problems with all that is wrong in any file."""
    content, errors = read_files(archive, all_files(scan(archive.content)), vocabulary)
    errors += doubled_ids(archive, content.articles, {})
    if errors:
        raise Problems(errors)
    return content


def read_files(
    archive: Archive, files: Iterable[str], vocabulary: Vocabulary
) -> tuple[Content, list[JianbaoError]]:
    """Read files of content/: those that are right, and all that is wrong in the others."""
    articles: list[ArticleFile] = []
    sheets: list[SheetFile] = []
    errors: list[JianbaoError] = []
    root = f"{archive.root}/"
    for file in files:
        if file.endswith(PICTURES):
            continue
        try:
            data, text = _read(root + file, file)
            if file.endswith(".md"):
                digest = hashlib.blake2b(data, digest_size=8).hexdigest()
                article = read_article(text, file, vocabulary)
                errors += _missing_images(archive, article, file, text)
                articles.append(ArticleFile(article, file, digest))
            else:
                sheets.append(SheetFile(read_sheet(text, file), file))
        except Problems as problems:
            errors += problems.errors
        except ContentError as error:
            errors.append(error)
    return Content(tuple(articles), tuple(sheets)), errors


def _missing_images(archive: Archive, article: Article, file: str, text: str) -> list[JianbaoError]:
    if not article.images:
        return []
    folder = (archive.root / file).parent
    return [
        ContentError(
            f"no image {image.file} beside the article",
            file=file,
            line=text.count("\n", 0, text.find(image.file)) + 1,
            hint="put it there",
        )
        for image in article.images
        if not (folder / image.file).is_file()
    ]


def read_text(path: Path | str, file: str) -> str:
    """A file's text, its line ends made one. Raises ContentError when it is no file or not UTF-8."""
    return _read(str(path), file)[1]


def _read(path: str, file: str) -> tuple[bytes, str]:
    try:
        data = read_bytes(path)
    except OSError as error:
        hint = "only files are called so here; rename it, move it away, or make it readable"
        raise ContentError(f"cannot be read: {error.strerror}", file=file, hint=hint) from None
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError("not UTF-8", file=file, line=line, hint="save it as UTF-8") from None
    return data, text.replace("\r\n", "\n") if "\r" in text else text


def read_bytes(path: str) -> bytes:
    """A file's bytes; what `open` does besides takes longer than reading an article."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        data = os.read(file, A_READ)
        while len(data) % A_READ == 0 and (more := os.read(file, A_READ)):
            data += more
        return data
    finally:
        os.close(file)


def doubled_ids(
    archive: Archive, articles: Sequence[ArticleFile], taken: Mapping[str, str]
) -> list[JianbaoError]:
    """An error for each article whose id another one has; `taken` is the file by id of others."""
    first = dict(taken)
    errors: list[JianbaoError] = []
    for each in articles:
        known = first.setdefault(each.article.id, each.file)
        if known != each.file:
            head, _, _ = split(read_text(archive.root / each.file, each.file), each.file)
            reason = f"id {each.article.id} is already taken by {known}"
            hint = "give one of them the next free ordinal"
            errors.append(ContentError(reason, file=each.file, line=line_of(head, "id"), hint=hint))
    return errors
