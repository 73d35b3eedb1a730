"""The law of the build: whatever happened before, its output equals that of a clean build."""

from __future__ import annotations

import random
import re
import shutil
import time
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from jianbao.article import Article
from jianbao.config import open_archive
from jianbao.frontmatter import read_article, write_article
from jianbao.ingest.shelf import ANY_WORDS
from jianbao.sheet import Sheet, write_sheet
from jianbao.site import urls
from jianbao.site.build import Options, build
from tests.archives import ARTICLE, SETTINGS, make_archive, put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


PLACES = (
    *("宁夏回族自治区/银川市/金凤区", "宁夏回族自治区/银川市", "宁夏回族自治区/吴忠市/利通区"),
    *("重庆市/荣昌区", "河北省/邢台市/威县", "四川省"),
)
THEMES = ("协商民主", "基层治理", "党建", "就业")
PEOPLE = ("张伟", "章炜", "张玉香", "李四", "郝婧")
FIRST = date(2022, 12, 20)
ADDRESS = 'base_url = "https://name.github.io/archive/"\n'


class History:
    """An archive and what happens to it, by chance but the same each time."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.chance = root, random.Random(seed)
        self.day = FIRST
        root.mkdir()
        (root / "archive.toml").write_text(SETTINGS + ADDRESS, "utf-8")
        self.new_issue()

    def pick(self, choices: tuple[str, ...], most: int) -> tuple[str, ...]:
        return tuple(self.chance.sample(choices, self.chance.randint(0, most)))

    def new_article(self, day: date, page: str, ordinal: int) -> Article:
        untitled = self.chance.random() < 0.1
        return Article(
            id=f"{day}-{page}-{ordinal:02}",
            date=day,
            body="\n\n".join("协商议事，" * self.chance.randint(1, 30) + "。" for _ in range(3)),
            title="" if untitled else f"报道 {self.chance.randint(0, 999)}",
            kind="photo-news" if untitled else "news",
            byline=self.pick(PEOPLE, 2),
            page=page,
            section=self.chance.choice(("要闻", "")),
            column=self.chance.choice(("他山之石", "", "")),
            regions=self.pick(PLACES, 2),
            mentions=self.pick(PLACES, 1),
            themes=self.pick(THEMES, 3),
            draft=self.chance.random() < 0.1,
        )

    def put(self, article: Article) -> None:
        path = self.root / f"content/{article.date:%Y/%m/%d}/{article.id[11:]}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_article(article), "utf-8")

    def files(self) -> list[Path]:
        return sorted((self.root / "content").rglob("*.md"))

    def some(self) -> tuple[Path, Article]:
        path = self.chance.choice(self.files())
        return path, read_article(path.read_text("utf-8"), path.name, ANY_WORDS)

    def change(self, **values: object) -> None:
        path, article = self.some()
        path.write_text(write_article(replace(article, **values)), "utf-8")

    # What can happen.

    def lose_files(self) -> None:
        made = sorted(path for path in (self.root / "site").rglob("*") if path.is_file())
        for path in self.chance.sample(made, min(len(made), 3)):
            path.unlink()

    def new_issue(self) -> None:
        self.day += timedelta(days=self.chance.choice((1, 1, 2, 9)))
        for page in ("01", "02"):
            for ordinal in range(1, self.chance.randint(2, 4)):
                self.put(self.new_article(self.day, page, ordinal))

    def back_dated(self) -> None:
        day = FIRST + timedelta(days=self.chance.randint(-400, 20))
        self.put(self.new_article(day, "09", self.chance.randint(1, 99)))

    def edit_body(self) -> None:
        self.change(body=f"改过的正文{self.chance.random()}。")

    def edit_title(self) -> None:
        self.change(title=f"改过的标题 {self.chance.randint(0, 99)}")

    def change_tags(self) -> None:
        self.change(
            regions=self.pick(PLACES, 2), themes=self.pick(THEMES, 2), byline=self.pick(PEOPLE, 2)
        )

    def change_date(self) -> None:
        self.change(date=FIRST + timedelta(days=self.chance.randint(-40, 40)))

    def change_page(self) -> None:
        self.change(page=self.chance.choice(("01", "02", "A3", "")), column="")

    def correct(self) -> None:
        path, article = self.some()
        day = article.date + timedelta(days=self.chance.randint(0, 400))
        text = write_article(replace(article, corrected=self.chance.choice((None, day))))
        path.write_text(text, "utf-8")

    def toggle_draft(self) -> None:
        path, article = self.some()
        path.write_text(write_article(replace(article, draft=not article.draft)), "utf-8")

    def delete(self) -> None:
        if len(self.files()) > 2:
            self.chance.choice(self.files()).unlink()

    def delete_issue(self) -> None:
        folders = sorted({path.parent for path in self.files()})
        if len(folders) > 2:
            shutil.rmtree(self.chance.choice(folders))

    def rename(self) -> None:
        path = self.chance.choice(self.files())
        path.rename(path.with_name(f"renamed-{self.chance.randint(0, 10**9)}.md"))

    def new_id(self) -> None:
        path, article = self.some()
        new = f"{article.id[:10]}-Z{self.chance.randint(0, 9)}-{self.chance.randint(10, 999)}"
        path.write_text(write_article(replace(article, id=new)), "utf-8")

    def sheet(self) -> None:
        path, article = self.some()
        staff = (("editors", self.pick(PEOPLE, 1) or ("王五",)),)
        text = write_sheet(Sheet(article.date, article.page or "01", "要闻", staff))
        (path.parent / f"{article.page or '01'}.yaml").write_text(text, "utf-8")

    def edit_template(self) -> None:
        folder = self.root / "templates"
        folder.mkdir(exist_ok=True)
        (folder / "404.html").write_text(f"没有{self.chance.random()}", "utf-8")

    def edit_asset(self) -> None:
        folder = self.root / "templates/assets"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"own-{self.chance.randint(0, 2)}.css").write_text(
            f"/* {self.chance.random()} */"
        )

    def drop_asset(self) -> None:
        own = sorted((self.root / "templates/assets").glob("own-*"))
        if own:
            self.chance.choice(own).unlink()

    def edit_settings(self) -> None:
        text = SETTINGS.replace("试刊", f"试刊{self.chance.randint(0, 9)}")
        (self.root / "archive.toml").write_text(text + ADDRESS, "utf-8")

    def edit_address(self) -> None:
        address = self.chance.choice(("", ADDRESS, ADDRESS.replace("name", "other")))
        (self.root / "archive.toml").write_text(SETTINGS + address, "utf-8")

    def edit_taxonomy(self) -> None:
        self.spell("就业", f"{self.chance.choice('ajz')}-jobs")

    def spell(self, theme: str, slug: str) -> None:
        text = (open_archive(self.root).override("taxonomy/themes.toml")).read_text("utf-8")
        text = re.sub(
            f'name = "{theme}"\nslug = "[^"]*"', f'name = "{theme}"\nslug = "{slug}"', text
        )
        (self.root / "taxonomy").mkdir(exist_ok=True)
        (self.root / "taxonomy/themes.toml").write_text(text, "utf-8")


EVENTS = [name for name in vars(History) if not name.startswith("_") and name not in
          ("pick", "new_article", "put", "files", "some", "change", "spell")]  # fmt: skip


def make(root: Path, out: Path, jobs: int = 1) -> None:
    archive = open_archive(root)
    build(archive, out, Options(search=False, jobs=jobs))


def site(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def same_as_clean(history: History, tmp_path: Path, told: object) -> None:
    clean = tmp_path / "clean"
    make(history.root, clean)
    ours, theirs = site(history.root / "site"), site(clean)
    shutil.rmtree(clean)
    for state in (history.root / ".jianbao").glob("site-*"):
        if state.name != history_state(history).name:
            state.unlink()
    assert ours.keys() == theirs.keys(), told
    assert [name for name in ours if ours[name] != theirs[name]] == [], told


def history_state(history: History) -> Path:
    from jianbao.site.state import State

    return State(history.root / ".jianbao", history.root / "site").file


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_after_any_history_the_site_is_that_of_a_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(urls, "LIST_LENGTH", 3)
    monkeypatch.setattr(urls, "SITEMAP_LENGTH", 5)
    history = History(tmp_path / "archive", seed)
    told = []
    for step in range(18):
        happened = history.chance.choices(EVENTS, k=history.chance.randint(1, 3))
        for name in happened:
            event: Callable[[], None] = getattr(history, name)
            event()
        told.append(happened)
        make(history.root, history.root / "site", jobs=history.chance.choice((1, 2)))
        if step % 2:
            same_as_clean(history, tmp_path, told)


@pytest.mark.slow
def test_day_by_day_equals_all_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urls, "LIST_LENGTH", 10)
    history = History(tmp_path / "archive", 42)
    for day in range(300):
        history.new_issue()
        make(history.root, history.root / "site")
        if day % 100 == 99:
            same_as_clean(history, tmp_path, day)


def test_a_theme_that_is_spelled_otherwise_moves_in_all_lists(tmp_path: Path) -> None:
    history = History(tmp_path / "archive", 3)
    place = ("宁夏回族自治区/银川市/金凤区",)
    for ordinal, theme in enumerate(("党建", "就业"), 50):
        article = replace(history.new_article(history.day, "01", ordinal), draft=False)
        history.put(replace(article, regions=place, themes=(theme,)))
    for slug in ("a-jobs", "z-jobs"):
        history.spell("就业", slug)
        make(history.root, history.root / "site")
        same_as_clean(history, tmp_path, slug)


def test_several_processes_make_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jianbao.site.produce.WORTH_A_PROCESS", 10)
    monkeypatch.setattr("jianbao.site.produce.PORTION", 7)
    history = History(tmp_path / "archive", 7)
    for _ in range(12):
        history.new_issue()
    make(history.root, tmp_path / "one", jobs=1)
    make(history.root, tmp_path / "three", jobs=3)
    assert site(tmp_path / "one") == site(tmp_path / "three")


def test_where_nothing_changed_nothing_is_composed(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    History(root, 1)
    archive = open_archive(root)
    again = None
    for _ in range(3):  # A file changed this moment may be read twice (listing.RACY).
        again = build(archive, tmp_path / "site", Options(search=False))
        time.sleep(0.1)
    assert again
    assert again.written == 0
    assert "compose" not in again.stages


def test_a_new_article_costs_the_same_in_a_longer_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(urls, "LIST_LENGTH", 3)
    archive = make_archive(tmp_path, ARTICLE)
    made = []
    for number in range(1, 41):
        day = ARTICLE.date + timedelta(days=number)
        put(tmp_path, replace(ARTICLE, id=f"{day}-03-02", date=day))
        totals = {0}
        build(archive, tmp_path / "site", Options(search=False), lambda _, n: totals.add(n))  # noqa: B023
        made.append(max(totals))
    # Each third article fills a page of its lists.
    assert made[-3:] == made[-6:-3] == made[-9:-6]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "assets/site.css",
            ".nojekyll",
            "index.html",
            "404.html",
            "2023",
            "2023/02/20/03-01.html",
        ),
        *("data", "data/2023.csv.gz", "people/zhang-yu-xiang", "regions/index.html", "feed.xml"),
    ],
)
def test_what_was_lost_is_made_again(tmp_path: Path, name: str) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    out = tmp_path / "site"
    build(archive, out, Options(search=False))
    before = site(out)
    (out / "own.txt").write_text("ours")
    time.sleep(0.06)
    assert build(archive, out, Options(search=False)).written == 0
    if (out / name).is_dir():
        shutil.rmtree(out / name)
    else:
        (out / name).unlink()
    report = build(archive, out, Options(search=False))
    assert site(out) == before | {"own.txt": b"ours"}
    assert report.written == len(before) - len(site_without(before, name))
    assert build(archive, out, Options(search=False)).written == 0


def site_without(files: dict[str, bytes], name: str) -> list[str]:
    return [each for each in files if each != name and not each.startswith(f"{name}/")]


def test_a_file_that_was_replaced_is_made_again(tmp_path: Path) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    out = tmp_path / "site"
    build(archive, out, Options(search=False))
    before = site(out)
    (out / "404.html").unlink()
    (out / "404.html").write_text("garbage")
    (out / "2023/02/20/index.html").write_text("in place")
    build(archive, out, Options(search=False))
    assert site(out)["404.html"] == before["404.html"]
    build(archive, out, Options(search=False, full=True))
    assert site(out) == before


@pytest.mark.parametrize("name", ["assets/site.css", ".nojekyll"])
def test_what_every_site_has_comes_back(tmp_path: Path, name: str) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    out = tmp_path / "site"
    build(archive, out, Options(search=False))
    (out / name).unlink()
    build(archive, out, Options(search=False))
    assert (out / name).exists()
