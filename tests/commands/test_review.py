"""`review --format markdown`: a list of tasks, whatever the articles say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from click.testing import CliRunner
from markdown_it import MarkdownIt

from jianbao.cli import main
from jianbao.ingest.shelf import Shelf
from tests.archives import make_archive
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


def test_the_article_that_ingest_lost_is_told(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    ingest(archive, 1, cut(1), cut(2))
    edit(archive, 1, title="改过")
    ingest(archive, 2, replace(cut(2), title="又"))
    told = CliRunner().invoke(main, ["--root", str(tmp_path), "review", "--format", "markdown"])
    assert "⚠ ingest no longer finds this article" in told.stdout
    assert Shelf(archive).article("2023-02-20-03-01")
