"""The sample archive's articles are what ingest makes of its page: a golden test over all steps."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from jianbao.config import Archive
from jianbao.ingest.raw import raw_pages
from jianbao.ingest.run import ingest
from jianbao.vocabulary import open_tagger

if TYPE_CHECKING:
    from pathlib import Path


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_ingest_makes_the_articles_that_are_committed(sample: Archive, tmp_path: Path) -> None:
    shutil.copytree(sample.pages, tmp_path / "pages")
    archive = Archive(tmp_path, sample.settings)
    *_, summary = ingest(archive, raw_pages(archive.pages), open_tagger(archive))
    assert (summary.new, summary.refused) == (7, [])
    assert files(tmp_path / "content") == files(sample.content)
    *_, again = ingest(archive, raw_pages(archive.pages), open_tagger(archive))
    assert (again.pages, again.new, again.changed) == (0, 0, 0)
