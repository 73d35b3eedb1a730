"""`taxonomy`: the vocabulary changes, articles follow, and a later ingest goes on as before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from jianbao.article import Article, Provenance
from jianbao.cli import main
from jianbao.config import open_archive
from jianbao.content import read_text
from jianbao.frontmatter import read_article
from jianbao.ingest.desk import mark_seen, review
from jianbao.ingest.raw import Raw
from jianbao.ingest.shelf import ANY_WORDS, Shelf
from jianbao.redirects import MovedTheme, load_redirects
from jianbao.sheet import Sheet
from jianbao.vocabulary import open_themes
from tests.archives import ARTICLE, make_archive, numbered, put
from tests.commands.test_remove import files

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.config import Archive

SHEET = Sheet(date(2023, 2, 20), "03")


def taxonomy(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "taxonomy", *words])


def cut(number: int, *themes: str, **changes: object) -> Article:
    """An article as ingest makes it."""
    provenance = Provenance("pages/03.txt", "0" * 16, "1", 0.9, review=("署名",))
    body = f"第{number}篇。" + "零一二三四五六七八九"[number] * 30
    own = {"themes": themes, "ingest": provenance, "body": body}
    return numbered(number, **own | changes)


def ingest(archive: Archive, version: int, *articles: Article) -> Shelf:
    shelf = Shelf(archive)
    shelf.put(Raw("pages/03.txt", f"{version:016}"), "1", SHEET, articles)
    return shelf


def themes_of(archive: Archive, number: int) -> tuple[str, ...]:
    article = Shelf(archive).article(f"2023-02-20-03-{number:02}")
    assert article
    return article.themes


def edit(archive: Archive, number: int, **changes: object) -> None:
    path = Shelf(archive).files()[f"2023-02-20-03-{number:02}"]
    article = read_article(read_text(path, ""), "", ANY_WORDS)
    put(archive.root, replace(article, **changes)).replace(path)  # type: ignore[arg-type]


def test_a_rename_reaches_articles_vocabulary_and_redirects(tmp_path: Path) -> None:
    make_archive(tmp_path, numbered(1, themes=("就业", "青年")), numbered(2))
    file = tmp_path / "content/2023/02/20/03-01.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    result = taxonomy(tmp_path, "rename", "青年", "青年工作")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == "content/2023/02/20/03-01.md: 就业、青年 → 就业、青年工作\n"
    assert result.stderr == (
        "taxonomy: taxonomy/themes.toml, so far the default one, is the archive's own now\n"
        "taxonomy: 1 article, redirects.toml, taxonomy/themes.toml\n"
    )
    assert "  - 就业\r\n  - 青年工作\r\n".encode() in file.read_bytes()
    archive = open_archive(tmp_path)
    assert "青年工作" in open_themes(archive).names
    assert load_redirects(tmp_path).themes == (MovedTheme("青年", "qing-nian", ("青年工作",)),)
    assert CliRunner().invoke(main, ["--root", str(tmp_path), "check"]).exit_code == 0


def test_who_writes_the_old_name_is_told_the_new_one(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    taxonomy(tmp_path, "rename", "青年", "青年工作")
    put(tmp_path, numbered(2, themes=("青年",)))
    build = CliRunner().invoke(main, ["--root", str(tmp_path), "build", "--no-search"])
    assert "the theme 青年 is called otherwise now (write 青年工作)" in build.stderr
    again = taxonomy(tmp_path, "rename", "青年", "青年事务")
    assert again.exit_code == 1
    assert again.stderr == (
        "error: taxonomy/themes.toml: there is no theme 青年 (it is called 青年工作 now)\n"
    )


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    make_archive(tmp_path, numbered(1, themes=("青年",)))
    before = files(tmp_path)
    result = taxonomy(tmp_path, "rename", "青年", "青年工作", "--dry-run")
    assert result.stdout == "content/2023/02/20/03-01.md: 青年 → 青年工作\n"
    assert result.stderr.endswith("(nothing was written)\n")
    assert files(tmp_path) == before


def test_nothing_is_written_when_an_article_cannot_be_read(tmp_path: Path) -> None:
    make_archive(tmp_path, numbered(1, themes=("青年",)), numbered(2, title="", themes=("青年",)))
    before = files(tmp_path)
    result = taxonomy(tmp_path, "merge", "青年", "就业")
    assert result.exit_code == 1
    assert "03-02.md:1: no title (add a line title: …)" in result.stderr
    assert files(tmp_path) == before


def test_wrong_redirects_are_not_extended(tmp_path: Path) -> None:
    make_archive(tmp_path, numbered(1, themes=("青年",)))
    (tmp_path / "redirects.toml").write_text("[[them]]\n")
    result = taxonomy(tmp_path, "merge", "青年", "就业")
    assert result.exit_code == 1
    assert "redirects.toml:1: unknown table 'them' (did you mean theme?)" in result.stderr


def test_a_later_ingest_takes_a_rename_for_its_own(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    ingest(archive, 1, cut(1, "青年"), cut(2, "青年"), cut(3, "青年"), cut(4, "就业"))
    edit(archive, 2, themes=())  # People took it away,
    edit(archive, 4, themes=("就业", "青年"))  # and gave it.
    assert taxonomy(tmp_path, "rename", "青年", "青年工作").exit_code == 0
    # The machine no longer gives it to the third, gives another to all, and loses the first.
    ingest(
        archive, 2, *(cut(n, *t) for n, t in ((2, ["青年工作", "教育"]), (3, ["教育"]), (4, [])))
    )
    assert themes_of(archive, 2) == ("教育",)
    assert themes_of(archive, 3) == ("教育",)
    assert themes_of(archive, 4) == ("青年工作",)
    assert "2023-02-20-03-01" not in Shelf(archive).files(), "people never changed it"


def test_what_was_seen_stays_seen(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    shelf = ingest(archive, 1, cut(1, "青年"), cut(2, "青年"))
    assert mark_seen(shelf, "2023-02-20-03-01")
    taxonomy(tmp_path, "merge", "青年", "就业")
    assert [item.id for item in review(Shelf(archive))] == ["2023-02-20-03-02"]


def test_a_merge_leaves_no_theme_twice(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    ingest(archive, 1, cut(1, "青年", "就业", "教育"), cut(2, "人居环境"))
    assert taxonomy(tmp_path, "merge", "青年", "人居环境", "就业").exit_code == 0
    assert (themes_of(archive, 1), themes_of(archive, 2)) == (("就业", "教育"), ("就业",))
    ingest(archive, 2, cut(1, "教育"), cut(2, "就业"))
    assert themes_of(archive, 1) == ("教育",)
    assert load_redirects(tmp_path).aliases == {"青年": ("就业",), "人居环境": ("就业",)}


def test_a_split_gives_each_article_what_fits(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    old, disabled = "街道办起老年食堂，社区养老添助餐点。", "残疾人有了无障碍设施，助残日送服务。"
    bodies = (old * 3, disabled * 3, (old + disabled) * 3, "全无。")
    ingest(archive, 1, *(cut(n, "养老助残", title="甲", body=b) for n, b in enumerate(bodies, 1)))
    words = "助残:残疾人,无障碍，助残,残疾人事业,残障,亚残运,康复"
    result = taxonomy(tmp_path, "split", "养老助残", "养老", words)
    assert result.exit_code == 0, result.stderr
    assert [set(themes_of(archive, n)) for n in (1, 2, 3, 4)] == [
        {"养老"}, {"助残"}, {"养老", "助残"}, {"养老"},
    ]  # fmt: skip
    assert load_redirects(tmp_path).aliases == {"养老助残": ("养老", "助残")}
    # What ingest remembers are the parts that each got: one that it gives later is new to it.
    ingest(archive, 2, cut(1, "助残", title="甲", body=bodies[0]))
    assert themes_of(archive, 1) == ("助残",)


def test_a_change_that_was_stopped_half_way_is_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = make_archive(tmp_path)
    ingest(archive, 1, *(cut(n, "青年") for n in (1, 2, 3)))
    written = []

    def stop_after_two(path: Path, data: bytes) -> None:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(path)
        path.write_bytes(data)

    with monkeypatch.context() as patch:
        patch.setattr("jianbao.taxonomy.plan.replace_file", stop_after_two)
        taxonomy(tmp_path, "rename", "青年", "青年工作")
    assert {themes_of(archive, n) for n in (1, 2, 3)} == {("青年",), ("青年工作",)}
    assert taxonomy(tmp_path, "rename", "青年", "青年工作").exit_code == 0
    assert {themes_of(archive, n) for n in (1, 2, 3)} == {("青年工作",)}
    ingest(archive, 2, *(cut(n) for n in (1, 2, 3)))
    assert {themes_of(archive, n) for n in (1, 2, 3)} == {()}


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("rename", "青", "甲"), 1, "there is no theme 青 (did you mean 青年?)"),
        (("rename", "青年", "就业"), 1, "there is a theme 就业 already (see `taxonomy merge`)"),
        (("split", "青年", "甲"), 1, "青年 must be split into two or more other themes"),
        (("split", "青年", "甲", "甲:乙乙"), 2, "a theme is named twice"),
        (("split", "青年", "甲", "丙:乙"), 1, "must be a list of words of two or more characters"),
        (("merge", "青年"), 2, "Missing argument"),
    ],
)
def test_what_cannot_be_done(
    tmp_path: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    make_archive(tmp_path, ARTICLE)
    before = files(tmp_path)
    result = taxonomy(tmp_path, *words)
    assert result.exit_code == code
    assert message in result.stderr
    assert files(tmp_path) == before


def test_the_default_vocabulary_is_copied_once(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    assert taxonomy(tmp_path, "copy").exit_code == 0
    assert (tmp_path / "taxonomy/themes.toml").exists()
    again = taxonomy(tmp_path, "copy")
    assert again.exit_code == 1
    assert "taxonomy/themes.toml: the archive has a vocabulary of its own (edit it)" in again.stderr


def test_a_vocabulary_that_is_wrong_is_not_changed(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    (tmp_path / "taxonomy").mkdir()
    (tmp_path / "taxonomy/themes.toml").write_text("x = [\n", "utf-8")
    before = files(tmp_path)
    result = taxonomy(tmp_path, "rename", "甲", "乙")
    assert result.exit_code == 1
    assert "themes.toml:1: not TOML" in result.stderr
    assert files(tmp_path) == before
