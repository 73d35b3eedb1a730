"""`review --format markdown`: a list of tasks, whatever the articles say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from jianbao.cli import main
from jianbao.ingest.shelf import Shelf
from tests.archives import make_archive, numbered
from tests.commands.test_taxonomy import cut, edit, ingest

if TYPE_CHECKING:
    from pathlib import Path


def test_articles_become_tasks_and_nothing_in_them_markup(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    hostile = "<img src=x> *甲* @user #12 [乙](http://a.cn)"
    ingest(archive, 1, cut(1, title=hostile), cut(2, title="丙"))
    edit(archive, 2, title="丁")
    machine = cut(2, title="- [ ] # 戊")
    ingest(archive, 2, cut(1, title=hostile), machine)
    told = CliRunner().invoke(main, ["--root", str(tmp_path), "review", "--format", "markdown"])
    assert told.stdout.count("- [ ] **") == 2
    shown = MarkdownIt("commonmark", {"html": True}).render(told.stdout)
    assert "&lt;img src=x&gt; *甲* @<!-- -->user #<!-- -->12 [乙](http://a.cn)" in shown
    assert "<strong>丁</strong> <code>content/2023/02/20/03-02-" in shown
    assert "title: people's text stands; ingest has now:" in shown
    assert "- [ ] #<!-- --> 戊" in shown


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("2023-02-20-03-01", 1), ("2023-02-20-03", 2), ("2023-02-20", 2), ("2023-02", 2), ("2023", 2),
        ("2023-02-27", 0),
    ],
)  # fmt: skip
def test_articles_are_asked_for_by_id_and_by_date(tmp_path: Path, word: str, found: int) -> None:
    archive = make_archive(tmp_path, numbered(1, id="2023-02-27-01-01", date=date(2023, 2, 27)))
    ingest(archive, 1, cut(1), cut(2))
    result = CliRunner().invoke(main, ["--root", str(tmp_path), "review", word])
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count("    id ") == found


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("2023-02-21", "no articles of 2023-02-21 (the nearest are of 2023-02-20 and 2023-02-27)"),
        ("2023-02-01", "no articles of 2023-02-01 (the nearest are of 2023-02-20)"),
        ("2024", "no articles of 2024 (the nearest are of 2023-02-27)"),
        ("2023-02-2", "no article 2023-02-2"),
        ("2023-02-20-03-11", "no article 2023-02-20-03-11 (did you mean 2023-02-20-03-01?)"),
    ],
)
def test_what_there_is_not_is_told_with_what_is_near(
    tmp_path: Path, word: str, message: str
) -> None:
    later = numbered(1, id="2023-02-27-01-01", date=date(2023, 2, 27))
    make_archive(tmp_path, numbered(1), later)
    for words in ([word], ["--seen", word]):
        result = CliRunner().invoke(main, ["--root", str(tmp_path), "review", *words])
        assert result.exit_code == 1
        assert message in result.stderr


def test_an_archive_without_articles_has_none_of_any_day(tmp_path: Path) -> None:
    make_archive(tmp_path)
    result = CliRunner().invoke(main, ["--root", str(tmp_path), "review", "2023-02-20"])
    assert result.exit_code == 1
    assert "no articles of 2023-02-20 (the archive has none yet)" in result.stderr


def test_the_article_that_ingest_lost_is_told(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    ingest(archive, 1, cut(1), cut(2))
    edit(archive, 1, title="改过")
    ingest(archive, 2, replace(cut(2), title="又"))
    told = CliRunner().invoke(main, ["--root", str(tmp_path), "review", "--format", "markdown"])
    assert "⚠ ingest no longer finds this article" in told.stdout
    assert Shelf(archive).article("2023-02-20-03-01")
