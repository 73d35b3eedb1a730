"""The search's files, made by the real Pagefind."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jianbao.errors import BuildError
from jianbao.search import SearchDocument
from jianbao.search.pagefind_index import read_index
from jianbao.search.service import write_index
from tests.search.indexing import build_index

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def document(article_id: str, text: str, **fields: object) -> SearchDocument:
    date = article_id[:10]
    url = f"{date.replace('-', '/')}/{article_id[11:]}.html"
    return SearchDocument(id=article_id, url=url, date=date, text=text, **fields)  # type: ignore[arg-type]


OLD = document("2022-12-31-01-01", "社区协商议事。\n居民说好。", title="议事", byline=("张玉香",))
NEW = document("2023-01-01-02-01", "荣昌区发展。", regions=("重庆市/荣昌区",), themes=("就业",))


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_pages_are_numbered_in_the_order_given(tmp_path: Path) -> None:
    write_index((" ".join(["协商"] * n) for n in (3, 1, 2)), tmp_path)
    index = read_index(tmp_path)
    assert index.lengths == (3, 1, 2)
    assert [(chunk.first, chunk.hash[:4]) for chunk in index.chunks] == [("协商", "und_")]


def test_a_failure_of_pagefind_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BuildError, match="Pagefind could not index the articles"):
        write_index(["协商"], tmp_path / "file" / "below")


def test_pagefind_dying_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pagefind_bin

    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho out of memory >&2\nexit 137\n")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: broken)
    with pytest.raises(BuildError, match=r"exit code 137\): out of memory"):
        write_index(("协商 " * 5000 for _ in range(500)), tmp_path / "out")


def test_the_catalog_says_where_the_parts_of_an_article_lie(tmp_path: Path) -> None:
    report = build_index([replace(OLD, kicker="肩题")], tmp_path)
    folder = tmp_path / "pagefind" / report.bundles[0]
    catalog = json.loads(gzip.decompress((folder / "catalog.gz").read_bytes()))
    assert catalog["ids"] == [["2022-12-31", ["01-01"]]]
    assert (catalog["titleEnds"], catalog["fronts"]) == ([3], [3])
    facets = json.loads(gzip.decompress((folder / "facets.gz").read_bytes()))
    assert facets["byline"] == {"张玉香": [0]}


def test_what_a_hit_shows_is_published_as_it_was_written(tmp_path: Path) -> None:
    report = build_index([OLD], tmp_path)
    shown = tmp_path / "pagefind" / report.bundles[0] / "text" / f"{OLD.id}.json"
    assert json.loads(shown.read_text("utf-8")) == {
        "url": "2022/12/31/01-01.html",
        "date": "2022-12-31",
        "title": "议事",
        "byline": ["张玉香"],
        "text": "社区协商议事。\n居民说好。",
    }


def test_no_engine_and_nothing_unneeded_is_published(tmp_path: Path) -> None:
    build_index([OLD, NEW], tmp_path)
    endings = {name.rpartition(".")[2] for name in contents(tmp_path)}
    assert endings == {"json", "gz", "pf_index"}


def test_the_same_articles_give_the_same_bytes_whatever_came_before(tmp_path: Path) -> None:
    def build(name: str, *states: Iterable[SearchDocument]) -> dict[str, bytes]:
        for documents in states:
            build_index(documents, tmp_path / name)
        return contents(tmp_path / name)

    clean = build("clean", [OLD, NEW])
    assert build("grown", [OLD], [NEW, OLD]) == clean
    assert build("shrunk", [replace(OLD, title="错字"), NEW], [OLD, NEW]) == clean


def test_an_unchanged_bundle_is_not_touched(tmp_path: Path) -> None:
    first = build_index([OLD, NEW], tmp_path)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = build_index([NEW, OLD], tmp_path)
    assert (again.bundles, again.made) == (first.bundles, ())
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == times
    later = build_index([OLD, NEW, document("2023-01-02-01-01", "又一期。")], tmp_path)
    assert later.made == later.bundles[:1]
    assert later.bundles[1] == first.bundles[1]


def test_nothing_outside_its_folder_is_touched(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("首页")
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind" / ".half-done").mkdir()
    build_index([OLD], tmp_path)
    assert (tmp_path / "index.html").read_text() == "首页"
    assert not (tmp_path / "pagefind" / ".half-done").exists()


@pytest.mark.parametrize("text", ["", "文。", "——"])
def test_articles_without_a_pair_of_characters_are_indexed_too(tmp_path: Path, text: str) -> None:
    short = document("2023-02-20-03-01", text, title="好")
    assert build_index([short], tmp_path).articles == 1


def test_a_page_of_articles_without_words_keeps_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jianbao.search.records.TOGETHER", 1)
    empty = [document(f"2023-02-20-03-0{n}", "") for n in (1, 3)]
    build_index([*empty, document("2023-02-20-03-02", "协商")], tmp_path)


def test_what_was_spoilt_is_made_again_when_all_is_made_anew(tmp_path: Path) -> None:
    build_index([OLD, NEW], tmp_path)
    clean = contents(tmp_path)
    text = next(tmp_path.rglob(f"{OLD.id}.json"))
    text.write_text("garbage")
    build_index([OLD, NEW], tmp_path, anew=True)
    assert contents(tmp_path) == clean


def test_an_empty_archive_has_an_empty_list_of_bundles(tmp_path: Path) -> None:
    assert build_index([], tmp_path).articles == 0
    assert json.loads((tmp_path / "pagefind" / "bundles.json").read_text("utf-8"))["bundles"] == []
