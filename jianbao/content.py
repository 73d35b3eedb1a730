"""The folder content/: which files it has, which of them changed, and what they say."""

from __future__ import annotations

import hashlib
import marshal
import os
import time
from codecs import BOM_UTF8
from collections import deque
from typing import TYPE_CHECKING

from jianbao.errors import ContentError, JianbaoError, Problems
from jianbao.frontmatter import line_of, read_article, split
from jianbao.sheet import read_sheet
from jianbao.values import dataclass
from jianbao.workers import dealt, share_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from jianbao.article import Article
    from jianbao.config import Archive
    from jianbao.frontmatter import Vocabulary
    from jianbao.sheet import Sheet

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
"""Photographs."""

A_READ = 1 << 16
"""Bytes that are read at once: more than all but the longest articles have."""

SUFFIXES = (".md", ".yaml", *PICTURES)
"""Articles, sheets, photographs."""

RACY = 50_000_000
"""Nanoseconds: a file changed less than this before it was looked at may change again without a
new time stamp (the clocks of file systems tick every 1 to 20 ms). It is listed with a time that
no later scan gives it, so that it is read once more."""

WORTH_SHARING = 400
"""Folders from which on to look through them is shared out to processes."""

Folder = tuple[str, str]
"""One of content/'s: its path, and its name relative to the archive's root."""

Listing = dict[str, bytes]
"""From each folder (relative to the archive's root) to its files' names, times and sizes."""


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


def scan(content: Path, jobs: int = 1) -> Listing:
    """Look through content/ without opening a file; large ones by so many processes."""
    looked = time.time_ns() - RACY
    listing: Listing = {}
    folders: deque[Folder] = deque([(str(content), content.name)])
    # From the top down, until what is left can be shared out evenly.
    while folders and (jobs == 1 or len(folders) < WORTH_SHARING):
        listing |= _look_into(*folders.popleft(), looked, folders)
    if folders:
        portions = dealt(list(folders), jobs)
        for part in share_out(lambda: lambda portion: _below(portion, looked), portions, jobs):
            listing |= part
    return listing


def _below(folders: Sequence[Folder], looked: int) -> Listing:
    """What is in some folders, and in those below them."""
    listing: Listing = {}
    left = deque(folders)
    while left:
        listing |= _look_into(*left.pop(), looked, left)
    return listing


def _look_into(path: str, name: str, looked: int, below: deque[Folder]) -> Listing:
    """What is in a folder; those in it are put to those that are to be looked into."""
    try:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except FileNotFoundError:
        return {}
    files = []
    try:
        # By its number: each file's whole path would be walked otherwise, a fifth of the time.
        with os.scandir(folder) as entries:
            for entry in entries:
                file = entry.name
                if file.startswith("."):
                    continue
                if file.endswith(SUFFIXES):
                    stat = entry.stat()
                    changed = stat.st_mtime_ns if stat.st_mtime_ns < looked else -looked
                    files.append((file, changed, stat.st_size))
                elif "." not in file and entry.is_dir():
                    below.append((f"{path}/{file}", f"{name}/{file}"))
    finally:
        os.close(folder)
    files.sort()
    return {name: marshal.dumps(files)} if files else {}


def changed_files(before: Mapping[str, bytes], now: Listing) -> tuple[list[str], list[str]]:
    """The files that are new or changed, and those that are gone, between two scans."""
    changed: list[str] = []
    gone: list[str] = []
    for folder in before.keys() | now.keys():
        old, new = before.get(folder), now.get(folder)
        if old == new:
            continue
        was = {name: stamp for name, *stamp in marshal.loads(old)} if old else {}
        is_now = {name: stamp for name, *stamp in marshal.loads(new)} if new else {}
        changed += [f"{folder}/{name}" for name, stamp in is_now.items() if was.get(name) != stamp]
        gone += [f"{folder}/{name}" for name in was.keys() - is_now.keys()]
    return sorted(changed), sorted(gone)


def all_files(listing: Listing) -> list[str]:
    """Every file of a scan, in order."""
    return changed_files({}, listing)[0]


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
    """A file's text, its line ends made one. Raises ContentError when it is not UTF-8."""
    return _read(str(path), file)[1]


def _read(path: str, file: str) -> tuple[bytes, str]:
    data = read_bytes(path)
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
