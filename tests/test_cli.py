"""The commands, as people call them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from jianbao.cli import main
from tests.archives import ARTICLE, make_archive, numbered, put
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Run = "Callable[..., Result]"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Run a command on the archive in the test's folder."""
    return lambda *words: CliRunner().invoke(main, ["--root", str(tmp_path), *words])


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_makes_a_page_of_each_kind(tmp_path: Path, run: Callable[..., Result]) -> None:
    make_archive(tmp_path, ARTICLE)
    result = run("build", "--no-search", "--base-url", "https://name.github.io/archive/")
    assert result.exit_code == 0, result.stderr
    made = files(tmp_path / "site")
    assert {
        "index.html", "2023/02/20/03-01.html", "2023/02/20/index.html", "2023/index.html", "dates.html",
        "regions/index.html", "regions/ning-xia/yin-chuan/jin-feng-qu/index.html", "themes/index.html",
        "themes/xie-shang-min-zhu/index.html", "people/index.html", "people/zhang-yu-xiang/index.html",
        "search.html", "404.html", "feed.xml", "sitemap.xml", "sitemap-2023-02.xml", "robots.txt",
        "opensearch.xml", ".nojekyll", "assets/site.css",
    } <= made.keys()  # fmt: skip


def test_a_second_build_writes_nothing(tmp_path: Path, run: Callable[..., Result]) -> None:
    make_archive(tmp_path, ARTICLE)
    run("build")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}
    result = run("build")
    assert " 0 written" in result.stderr
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")} == before


def test_what_nothing_makes_any_more_goes_and_other_files_stay(
    tmp_path: Path, run: Callable[..., Result]
) -> None:
    make_archive(tmp_path, ARTICLE, numbered(2, byline=("李四",)))
    run("build", "--no-search")
    site = tmp_path / "site"
    (site / "CNAME").write_text("archive.example")
    (tmp_path / "content/2023/02/20/03-02.md").unlink()
    result = run("build", "--no-search")
    assert "2 removed" in result.stderr
    assert not (site / "2023/02/20/03-02.html").exists()
    assert not (site / "people/li-si").exists()
    assert (site / "CNAME").exists()


def test_a_draft_is_kept_back(tmp_path: Path, run: Callable[..., Result]) -> None:
    make_archive(tmp_path, ARTICLE, numbered(2, draft=True))
    result = run("build", "--no-search")
    assert "1 article (1 draft kept back)" in result.stderr
    assert not (tmp_path / "site/2023/02/20/03-02.html").exists()


def test_all_mistakes_are_told_in_one_run_and_no_site_is_written(
    tmp_path: Path, run: Callable[..., Result]
) -> None:
    make_archive(tmp_path, ARTICLE, numbered(2, themes=("民主协商",)), numbered(3, title=""))
    twice = put(tmp_path, numbered(4))
    twice.write_text(twice.read_text("utf-8").replace("03-04", "03-01"), encoding="utf-8")
    wrong = [
        "content/2023/02/20/03-02.md:12: unknown theme 民主协商 (did you mean 协商民主?)",
        "content/2023/02/20/03-03.md:1: no title (add a line title: …)",
        (
            "content/2023/02/20/03-04.md:2: id 2023-02-20-03-01 is already taken by "
            "content/2023/02/20/03-01.md (give one of them the next free ordinal)"
        ),
    ]
    built, checked = run("build"), run("check")
    assert built.exit_code == checked.exit_code == 1
    assert built.stderr.splitlines() == [*wrong, "3 problems; nothing was written"]
    assert checked.stdout.splitlines() == wrong
    assert checked.stderr == "check: 2 articles, 3 errors (content 3)\n"
    assert not (tmp_path / "site").exists()


def test_a_folder_that_is_no_archive(run: Callable[..., Result]) -> None:
    result = run("build")
    assert result.exit_code == 1
    assert "is not an archive: it has no archive.toml (name an archive's folder" in result.stderr


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('titel = "甲"\n', "archive.toml:1: unknown key 'titel' (did you mean title?)"),
        ('title = "甲"\nbase_url = "x.cn"\n', "archive.toml:2: 'x.cn' is not a web address"),
        ('title = "甲\n', "archive.toml:1: not TOML"),
        ('description = "乙"\n', 'archive.toml: no title (add title = "…")'),
        ('title = "甲"\nhome_provinces = ["宁夏"]\n', "unknown home province '宁夏'"),
    ],
)
def test_wrong_settings(
    tmp_path: Path, run: Callable[..., Result], settings: str, message: str
) -> None:
    tmp_path.joinpath("archive.toml").write_text(settings, encoding="utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert message in result.stderr


@pytest.mark.parametrize("out", [".", "content", "content/site", "pages/x"])
def test_the_site_never_lands_among_the_sources(
    tmp_path: Path, run: Callable[..., Result], out: str
) -> None:
    make_archive(tmp_path, ARTICLE)
    before = files(tmp_path)
    result = run("build", "--out", str(tmp_path / out))
    assert result.exit_code == 1
    assert "name another with --out" in result.stderr
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("biuld",), "No such command 'biuld'. Did you mean 'build'?"),
        (("taxonomy", "renam"), "No such command 'renam'. Did you mean 'rename'?"),
        (("build", "--outt", "x"), "No such option '--outt'. Did you mean '--out'?"),
        (("check", "--format", "jsn"), "'text', 'json', 'github'. Did you mean 'json'?"),
        (("review", "--format", "md"), "'md' is not one of 'text', 'markdown'."),
        (("publish",), "No such command 'publish'."),
    ],
)
def test_a_mistyped_word_is_told_the_nearest(
    run: Callable[..., Result], words: tuple[str, ...], message: str
) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.endswith(f"{message}\n")


def test_a_wrong_base_url_is_wrong_usage(tmp_path: Path, run: Callable[..., Result]) -> None:
    make_archive(tmp_path, ARTICLE)
    assert run("build", "--base-url", "javascript:alert(1)").exit_code == 2


def test_an_archives_own_templates_stand_before_the_default_ones(
    tmp_path: Path, run: Callable[..., Result]
) -> None:
    make_archive(tmp_path, ARTICLE)
    (tmp_path / "templates/assets").mkdir(parents=True)
    (tmp_path / "templates/404.html").write_text("没有这一页")
    (tmp_path / "templates/assets/own.css").write_text("p { }")
    run("build", "--no-search")
    made = files(tmp_path / "site")
    assert made["404.html"].decode() == "没有这一页"
    assert "assets/own.css" in made
    assert "assets/site.css" in made


def test_hostile_text_comes_out_as_text(tmp_path: Path, run: Callable[..., Result]) -> None:
    evil = "<script>alert(1)</script>"
    article = numbered(
        1, kicker=evil, subtitle=evil, source=evil, captions=(evil,), body=evil, column=evil
    )
    make_archive(tmp_path, article, numbered(2, title=evil, byline=("<b>甲</b>", "../../etc")))
    result = run("build", "--no-search")
    assert result.exit_code == 0, result.stderr
    made = files(tmp_path / "site")
    assert all(".." not in name for name in made)
    assert "people/etc/index.html" in made
    for name, data in made.items():
        if name.endswith((".html", ".xml")):
            assert b"<script>alert" not in data
            assert b"<b>" not in data


def test_a_profile_and_the_weight_are_told(tmp_path: Path, run: Callable[..., Result]) -> None:
    make_archive(tmp_path, ARTICLE)
    told = run("build", "--no-search", "--profile").stderr
    for stage in ("read", "names", "plan", "compose", "write"):
        assert f" s  {stage}\n" in told
    site = tmp_path / "site"
    (site / "pagefind").mkdir()
    (site / "pagefind/index").write_bytes(bytes(1_500_000))
    told = run("build", "--no-search").stderr
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    assert f"size: {size / 1e6:.1f} MB in {len(files(site))} files (0% of GitHub Pages'" in told
    assert "search 1.5 MB" in told


def test_a_site_too_large_fails_only_when_asked(
    tmp_path: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jianbao.site.weight.LIMIT", 1000)
    make_archive(tmp_path, ARTICLE)
    assert run("build", "--no-search").exit_code == 0
    result = run("build", "--no-search", "--strict-budget")
    assert result.exit_code == 1
    assert "larger than" in result.stderr


@pytest.mark.parametrize("command", ["build", "check", "stats"])
def test_what_the_system_refuses_is_told_without_a_trace(
    tmp_path: Path, run: Callable[..., Result], command: str
) -> None:
    make_archive(tmp_path, ARTICLE)
    (tmp_path / "content/round").symlink_to(".")
    result = run(command)
    assert result.exit_code == 1
    assert "/round: Too many levels of symbolic links (take away the link" in result.stderr
    shutil.rmtree(tmp_path / "content")
    (tmp_path / "content").write_text("", "utf-8")
    result = run(command)
    assert result.exit_code == 1
    assert "content: Not a directory (put a folder in its place)" in result.stderr


def test_an_article_may_lie_in_a_folder_of_any_name(
    tmp_path: Path, run: Callable[..., Result]
) -> None:
    make_archive(tmp_path, ARTICLE)
    (tmp_path / "content/2023").rename(tmp_path / "content/2023.旧 报")
    assert "build: 1 article," in run("build", "--no-search").stderr


def test_a_refused_page_hides_no_other_from_explain(
    tmp_path: Path, run: Callable[..., Result]
) -> None:
    make_archive(tmp_path, ARTICLE)
    wrong, right = tmp_path / "1.txt", tmp_path / "2.txt"
    wrong.write_text("no news today", "utf-8")
    shutil.copy(ROOT / "pages/2023-02-20/03.txt", right)
    result = run("ingest", "--explain", str(wrong), str(right))
    assert result.exit_code == 1
    assert result.stderr == "refused: 1.txt: the page holds no Chinese text (give the PDF)\n"
    assert result.stdout.startswith("2.txt:")
