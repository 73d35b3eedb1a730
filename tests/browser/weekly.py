"""A weekly paper of three years, made up: 400 articles, 5 provinces, 12 themes, and all that papers print.

It comes on Mondays and missed six of them; most issues have one page, those at a month's beginning have three. There
are columns, reprints, several writers, kickers, photo news, captions, one photograph that is kept,
and a story that runs on to another page.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PIL import Image as Picture

from bench.generated import Generator, put
from jianbao.article import Article, Image
from jianbao.config import Archive, defaults, open_archive
from jianbao.tagging import Gazetteer, load_themes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEARCHED = "[data-part=results]:not([aria-busy=true]) [data-id]"
"""The hits of a search that has ended: those of a slow one are shown in parts."""

SETTINGS = """title = "协商周报档案"
description = "《协商周报》三年的报道，为测试而编。"
publication = "协商周报"
edit_url = "https://github.com/name/archive/edit/main/"
home_provinces = ["宁夏回族自治区"]
"""

FIRST, LAST = date(2021, 1, 4), date(2023, 12, 25)
MISSED = tuple(
    date.fromisoformat(day)
    for day in ("2021-02-15", "2021-10-04", "2022-01-31", "2022-10-03", "2023-01-23", "2023-10-02")
)
"""Mondays without an issue."""

ARTICLES = 400
PROVINCES = ("宁夏回族自治区", "浙江省", "四川省", "北京市", "河北省")
THEMES = 12
WRITERS = 24
COLUMNS = ("他山之石", "委员笔谈", "有事好商量")
SOURCES = ("人民政协网", "人民政协报", "中国新闻网")

FULL = date(2022, 5, 2)
"""An issue of three pages whose first article has everything that an article can have."""
RICH = f"{FULL}-01-01"


REDIRECTS = """
[[theme]]
from = "议事理事"
to = ["协商民主", "政协履职"]
slug = "yi-shi-li-shi"

[[article]]
id = "2022-05-02-03-09"
to = "2022-05-02-01-01"
reason = "与另一篇重复"
"""
"""A theme that was split, and an article that was taken out."""


class Weekly(Generator):
    """Makes its articles, the same in every run."""

    def __init__(self) -> None:
        super().__init__()
        gazetteer = Gazetteer.load(PROVINCES[:1])
        home = [PROVINCES[0], *_some(gazetteer, PROVINCES[0], (5, 3, 2, 1))]
        others = [
            place for path in PROVINCES[1:] for place in (path, *_some(gazetteer, path, (2, 2)))
        ]
        self._places = self.chance.sample([*home, *others], len(home) + len(others))
        self._themes = list(load_themes(defaults() / "taxonomy/themes.toml").names[:THEMES])
        self._people = self._people[:WRITERS]

    def articles(self) -> Iterator[Article]:
        """All of them."""
        days = [
            FIRST + timedelta(weeks=week)
            for week in range((LAST - FIRST).days // 7 + 1)
            if FIRST + timedelta(weeks=week) not in MISSED
        ]
        large = {day for day in days if day.day <= 7} | {LAST}
        small, rest = divmod(ARTICLES - 7 * len(large), len(days) - len(large))
        for day in days:
            if day in large:
                sheets = (("01", 3), ("02", 1), ("03", 3))
            else:
                sheets = (("01", small + (rest > 0)),)
                rest -= 1
            for page, count in sheets:
                for ordinal in range(1, count + 1):
                    yield self._dressed(self.article(day, page, ordinal))

    def _dressed(self, article: Article) -> Article:
        """What the benchmark's articles go without."""
        chance = self.chance
        reprinted = chance.random() < 0.1
        article = replace(
            article,
            column=chance.choice(COLUMNS) if chance.random() < 0.2 else "",
            source=chance.choice(SOURCES) if reprinted else "",
            ingest=replace(article.ingest, lines="5-60") if article.ingest else None,
        )
        if article.id == RICH:
            return replace(
                article,
                title="老旧小区加装电梯 邻里坐下来商量着办",
                kicker="有事好商量·众人的事情由众人商量",
                subtitle="——金凤区长城中路街道“板凳议事会”侧记",
                byline=("王玉香", "李建国", "张志强", "刘海燕"),
                role="记者",
                column=COLUMNS[0],
                source=SOURCES[1],
                kind="news",
                regions=(home_district(),),
                mentions=("四川省", "浙江省/杭州市"),
                themes=tuple(self._themes[:3]),
                captions=("图为居民在凉亭里议事。",),
                images=(Image("01-01-1.jpg", "加装的电梯投入使用。", "张玉香 摄"),),
                continued_on="03",
            )
        if article.id == f"{FULL}-03-01":
            return replace(article, continued_from="01", title=article.title or "板凳议事会")
        return article


def home_district() -> str:
    """The place of the article that has everything."""
    return f"{PROVINCES[0]}/银川市/金凤区"


def write(root: Path) -> Archive:
    """Write the archive into the folder `root`."""
    root.mkdir(parents=True)
    (root / "archive.toml").write_text(SETTINGS, "utf-8")
    (root / "redirects.toml").write_text(REDIRECTS, "utf-8")
    for article in Weekly().articles():
        file = put(root, article)
        for image in article.images:
            Picture.new("RGB", (900, 600), "#8a867e").save(file.parent / image.file)
    return open_archive(root)


def _some(gazetteer: Gazetteer, path: str, counts: tuple[int, ...]) -> Iterator[str]:
    """So many places below one, so many below each of these, and so on."""
    if counts:
        for child in gazetteer.children(path)[: counts[0]]:
            yield child
            yield from _some(gazetteer, child, counts[1:])
