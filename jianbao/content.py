"""The folder content/: every article and sheet in it, read and checked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.errors import ContentError, JianbaoError, Problems
from jianbao.frontmatter import line_of, read_article, split
from jianbao.sheet import read_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jianbao.article import Article
    from jianbao.config import Archive
    from jianbao.frontmatter import Vocabulary
    from jianbao.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Content:
    """What content/ holds."""

    articles: tuple[tuple[Article, str], ...]
    """Each article with its file, relative to the archive's root."""
    sheets: tuple[tuple[Sheet, str], ...]
    """Each sheet with its file."""


def read_content(archive: Archive, vocabulary: Vocabulary) -> Content:
    """Read everything. Raises Problems with all that is wrong in any file."""
    articles, sheets = [], []
    errors: list[JianbaoError] = []
    for path in files(archive.content):
        file = archive.relative(path)
        try:
            text = read_text(path, file)
            if path.suffix == ".md":
                articles.append((read_article(text, file, vocabulary), file))
            else:
                sheets.append((read_sheet(text, file), file))
        except Problems as problems:
            errors += problems.errors
        except ContentError as error:
            errors.append(error)
    errors += _doubled_ids(archive, articles)
    if errors:
        raise Problems(errors)
    return Content(tuple(articles), tuple(sheets))


def files(folder: Path) -> Iterator[Path]:
    """The articles (.md) and sheets (.yaml) below a folder, in order of their paths."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith((".md", ".yaml")) and not name.startswith("."):
                yield folder.__class__(parent, name)


def read_text(path: Path, file: str) -> str:
    """A file's text, its line ends made one. Raises ContentError when it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError("not UTF-8", file=file, line=line, hint="save it as UTF-8") from None


def _doubled_ids(archive: Archive, articles: list[tuple[Article, str]]) -> list[ContentError]:
    first: dict[str, str] = {}
    errors = []
    for article, file in articles:
        if article.id in first:
            head, _, _ = split(read_text(archive.root / file, file), file)
            reason = f"id {article.id} is already taken by {first[article.id]}"
            hint = "give one of them the next free ordinal"
            errors.append(ContentError(reason, file=file, line=line_of(head, "id"), hint=hint))
        first.setdefault(article.id, file)
    return errors
