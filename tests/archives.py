"""Small archives for the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from jianbao.article import Article
from jianbao.config import Archive, open_archive
from jianbao.frontmatter import write_article

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = 'title = "试刊"\ndescription = "为测试而设。"\nhome_provinces = ["宁夏回族自治区"]\n'

ARTICLE = Article(
    id="2023-02-20-03-01",
    date=date(2023, 2, 20),
    body="近日，区政协召开协商会议。\n\n会上，委员们各抒己见。",
    title="协商解民忧",
    byline=("张玉香",),
    page="03",
    section="协商民主",
    regions=("宁夏回族自治区/银川市/金凤区",),
    themes=("协商民主",),
)


REDIRECTS = """
[[theme]]
from = "老主题"
to = ["就业"]
slug = "lao-zhu-ti"

[[theme]]
from = "旧主题"
to = ["就业", "民生实事"]
slug = "jiu-zhu-ti"

[[article]]
id = "2023-02-20-03-09"
to = "2023-02-20-03-01"
reason = "与<另一篇>重复"
"""
"""Old addresses: of a theme that is another now, of one that is two, of an article."""


def make_archive(root: Path, *articles: Article, settings: str = SETTINGS) -> Archive:
    """An archive in the folder `root` with these articles."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "archive.toml").write_text(settings, encoding="utf-8")
    for article in articles:
        put(root, article)
    return open_archive(root)


def put(root: Path, article: Article) -> Path:
    """Write an article's file."""
    path = root / f"content/{article.date:%Y/%m/%d}/{article.id[11:]}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write_article(article), encoding="utf-8")
    return path


def numbered(number: int, **changes: object) -> Article:
    """The `number`-th article of the same page."""
    own = {"id": f"2023-02-20-03-{number:02}", "title": f"报道之{number}"}
    return replace(ARTICLE, **own | changes)
