"""`stats`: figures that add up, in tables whose columns stand below each other."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from jianbao.cli import main
from jianbao.tables import table, width
from tests.archives import ARTICLE, make_archive, numbered

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.config import Archive

OLD = {"id": "1999-12-31-01-01", "date": date(1999, 12, 31)}


def stats(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "stats", *words])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    make_archive(
        tmp_path,
        ARTICLE,
        numbered(2, byline=("张玉香", "李四"), regions=("重庆市/荣昌区", "重庆市/永川区")),
        numbered(3, regions=(), themes=(), draft=True),
        numbered(4, regions=(), themes=(), byline=(), **OLD),
    )
    return tmp_path


def test_tables(archive: Path) -> None:
    result = stats(archive)
    assert result.exit_code == 0, result.stderr
    assert (
        result.stdout
        == """\
3 articles, 2 issues, 1999-12-31 to 2023-02-20, 72 characters, 1 draft kept back

year  articles  issues
1999         1       1  ████████████████
2023         2       1  ████████████████████████████████

month    articles  in all
1999-12         1       1  ████████████████
2023-02         2       3  ████████████████████████████████

province        articles
宁夏回族自治区         1  ████████████████████████████████
重庆市                 1  ████████████████████████████████

theme     articles
协商民主         2  ████████████████████████████████

byline  articles
张玉香         2  ████████████████████████████████
李四           1  ████████████████

without a region: 1  1999-12-31-01-01
without a theme: 1  1999-12-31-01-01
to review: 0
"""
    )


def test_a_short_table_says_what_it_leaves_out(archive: Path) -> None:
    told = stats(archive, "--top", "1").stdout
    assert "李四" not in told
    assert "… 1 more (--top 0 prints all)\n" in told
    assert "… 1 earlier months (--top 0 prints all)\n" in told
    assert "李四" in stats(archive, "--top", "0").stdout


def test_json_has_all(archive: Path) -> None:
    given = json.loads(stats(archive, "--json").stdout)
    assert given["bylines"] == [["张玉香", 2], ["李四", 1]]
    assert given["months"][-1] == ["2023-02", 2, 3]
    assert (given["drafts"], given["without_theme"]) == (1, ["1999-12-31-01-01"])


def test_what_wants_a_look_is_told(sample: Archive) -> None:
    reviewed = CliRunner().invoke(main, ["--root", str(sample.root), "review"])
    count = reviewed.stdout.count("    id ")
    assert f"to review: {count}" in stats(sample.root).stdout


def test_an_empty_archive(tmp_path: Path) -> None:
    make_archive(tmp_path)
    assert stats(tmp_path).stdout.startswith("0 articles, 0 issues, 0 characters\n")


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    make_archive(tmp_path, numbered(1, title=""))
    result = stats(tmp_path)
    assert result.exit_code == 1
    assert "03-01.md:1: no title" in result.stderr


def test_columns_of_a_terminal() -> None:
    assert [width(text) for text in ("a", "剪", "，", "e\u0301", "“")] == [1, 2, 2, 1, 1]
    lines = list(table(("x", "n"), [("剪报", 1000), ("a", 1)]))
    assert lines == ["x         n", "剪报  1,000  " + "█" * 32, "a         1  █"]
