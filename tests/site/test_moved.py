"""Old addresses lead on: themes that moved, articles that were taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jianbao.config import open_archive
from jianbao.errors import BuildError
from jianbao.site.build import Options, build
from tests.archives import REDIRECTS, SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "---\nid: {id}\ntitle: 报道\ndate: 2023-02-20\nthemes:\n  - {theme}\n---\n\n正文。\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "archive.toml").write_text(SETTINGS, "utf-8")
    put(tmp_path, "2023-02-20-03-01", "就业")
    return tmp_path


def put(root: Path, article_id: str, theme: str) -> None:
    folder = root / "content/2023/02/20"
    folder.mkdir(parents=True, exist_ok=True)
    text = ARTICLE.format(id=article_id, theme=theme)
    (folder / f"{article_id[11:]}.md").write_text(text, "utf-8")


def made(root: Path) -> Path:
    archive = open_archive(root)
    build(archive, root / "site", Options(search=False))
    return root / "site"


def test_a_theme_that_moved_leads_to_where_its_articles_are(root: Path) -> None:
    (root / "redirects.toml").write_text(REDIRECTS, "utf-8")
    site = made(root)
    alone = (site / "themes/lao-zhu-ti/index.html").read_text("utf-8")
    assert 'http-equiv="refresh" content="0; url=../../themes/jiu-ye/index.html"' in alone
    several = (site / "themes/jiu-zhu-ti/index.html").read_text("utf-8")
    assert "themes/jiu-ye/index.html" in several
    assert "themes/min-sheng-shi-shi/" not in several, "a theme without articles has no page"


def test_an_article_that_was_taken_out_leaves_a_tombstone(root: Path) -> None:
    (root / "redirects.toml").write_text(REDIRECTS, "utf-8")
    stone = (made(root) / "2023/02/20/03-09.html").read_text("utf-8")
    assert "与&lt;另一篇&gt;重复" in stone
    assert '"../../../2023/02/20/03-01.html"' in stone


def test_what_stands_there_again_wins_and_what_no_longer_moved_goes(root: Path) -> None:
    site = made(root)
    assert not (site / "2023/02/20/03-09.html").exists()
    (root / "redirects.toml").write_text(REDIRECTS, "utf-8")
    made(root)
    put(root, "2023-02-20-03-09", "民生实事")
    made(root)
    assert "正文" in (site / "2023/02/20/03-09.html").read_text("utf-8")
    several = (site / "themes/jiu-zhu-ti/index.html").read_text("utf-8")
    assert "themes/min-sheng-shi-shi/index.html" in several
    assert "refresh" not in several
    (root / "redirects.toml").unlink()
    made(root)
    assert not (site / "themes/lao-zhu-ti").exists()
    assert (site / "2023/02/20/03-09.html").exists()


def test_an_old_name_is_told_with_the_new_one(root: Path) -> None:
    made(root)
    (root / "redirects.toml").write_text(REDIRECTS, "utf-8")
    put(root, "2023-02-20-03-02", "老主题")
    with pytest.raises(Exception, match="就业"):
        made(root)


def test_a_mistake_in_a_template_is_told_with_its_place(root: Path) -> None:
    (root / "templates").mkdir()
    (root / "templates/article.html").write_text("{{ page.entry.headlin }}\n", "utf-8")
    with pytest.raises(BuildError) as told:
        made(root)
    assert told.value.place == "templates/article.html:1"
