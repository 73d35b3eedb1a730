"""`remove` takes an article out, and leaves word of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from jianbao.article import Image
from jianbao.cli import main
from jianbao.redirects import Tombstone, load_redirects
from tests.archives import ARTICLE, make_archive, numbered
from tests.conftest import ROOT
from tests.test_cli import files as all_files

if TYPE_CHECKING:
    from pathlib import Path

GONE = "2023-02-20-03-02"


def files(root: Path) -> dict[str, bytes]:
    """What is in an archive, the program's own notes left out."""
    return {name: data for name, data in all_files(root).items() if ".jianbao" not in name}


def remove(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "remove", *words])


def test_an_article_and_its_pictures_go_and_a_tombstone_stays(tmp_path: Path) -> None:
    own, shared = Image("03-02-1.jpg"), Image("03-01-1.jpg")
    make_archive(tmp_path, numbered(1, images=(shared,)), numbered(2, images=(own, shared)))
    for image in (own, shared):
        (tmp_path / "content/2023/02/20" / image.file).write_bytes(b"x")
    result = remove(tmp_path, GONE, "--to", ARTICLE.id, "--reason", "重复")
    assert result.exit_code == 0, result.stderr
    assert result.stderr == (
        "removed content/2023/02/20/03-02.md; redirects.toml keeps its address\n"
    )
    assert [path.name for path in sorted((tmp_path / "content/2023/02/20").iterdir())] == [
        "03-01-1.jpg",
        "03-01.md",
    ]
    assert load_redirects(tmp_path).articles == (Tombstone(GONE, ARTICLE.id, "重复"),)


def ingested(root: Path) -> tuple[list[str], Path]:
    """Make an archive of the sample page: how the program is called on it, and the raw page."""
    make_archive(root)
    raw = root / "pages/2023-02-20/03.txt"
    raw.parent.mkdir(parents=True)
    raw.write_bytes((ROOT / "pages/2023-02-20/03.txt").read_bytes())
    run = ["--root", str(root)]
    CliRunner().invoke(main, [*run, "ingest"])
    return run, raw


def test_a_later_ingest_leaves_it_out(tmp_path: Path) -> None:
    run, raw = ingested(tmp_path)
    remove(tmp_path, GONE)
    raw.write_bytes(raw.read_bytes() + b"\n")
    CliRunner().invoke(main, [*run, "ingest"])
    assert not list(tmp_path.glob("content/2023/02/20/03-02*"))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("2023-02-20-03-09",), "there is no article 2023-02-20-03-09 (did you mean 2023-02-20-03"),
        ((GONE, "--to", "2023-02-21-03-01"), "there is no article 2023-02-21-03-01"),
        ((GONE, "--to", GONE), "an article cannot stand in its own place"),
    ],
)
def test_what_cannot_be_done(tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    make_archive(tmp_path, ARTICLE, numbered(2))
    before = files(tmp_path)
    result = remove(tmp_path, *words)
    assert result.exit_code == 1
    assert message in result.stderr
    assert files(tmp_path) == before


def test_a_mark_before_the_redirects_is_no_hindrance(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE, numbered(2))
    (tmp_path / "redirects.toml").write_text("# 改过的地址\n", "utf-8-sig")
    assert remove(tmp_path, GONE).exit_code == 0
    assert [each.id for each in load_redirects(tmp_path).articles] == [GONE]


def test_an_article_is_taken_out_once(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE, numbered(2))
    remove(tmp_path, GONE)
    before = files(tmp_path)
    result = remove(tmp_path, GONE)
    assert result.exit_code == 1
    assert result.stderr == f"error: {GONE} was taken out already (redirects.toml has it)\n"
    assert files(tmp_path) == before


def test_an_article_that_was_deleted_by_hand_gets_its_tombstone(tmp_path: Path) -> None:
    run, _ = ingested(tmp_path)
    next(tmp_path.glob("content/2023/02/20/03-02*.md")).unlink()
    advice = f"`python build.py remove {GONE}` keeps it"
    assert advice in CliRunner().invoke(main, [*run, "check", "--no-links"]).stdout
    result = remove(tmp_path, GONE, "--to", ARTICLE.id)
    assert result.exit_code == 0
    assert result.stderr == f"{GONE} was deleted by hand; redirects.toml keeps its address\n"
    assert load_redirects(tmp_path).articles == (Tombstone(GONE, ARTICLE.id),)
    assert advice not in CliRunner().invoke(main, [*run, "check", "--no-links"]).stdout


def test_where_tombstones_cannot_be_read_none_is_missed(tmp_path: Path) -> None:
    run, _ = ingested(tmp_path)
    remove(tmp_path, GONE)
    (tmp_path / "redirects.toml").write_text("[[article]\n", "utf-8")
    told = CliRunner().invoke(main, [*run, "check", "--no-links"]).stdout
    assert "redirects.toml:1: not TOML" in told
    assert "was taken out" not in told
