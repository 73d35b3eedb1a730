"""What `check` says of each archive in tests/invalid/archives, to the letter."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from jianbao.cli import main
from tests.archives import ARTICLE, make_archive

ARCHIVES = Path(__file__).parent.parent / "invalid/archives"


@pytest.mark.parametrize("name", sorted(path.parent.name for path in ARCHIVES.glob("*/*.txt")))
def test_an_archive_that_is_wrong(name: str, tmp_path: Path) -> None:
    root = tmp_path / name
    shutil.copytree(ARCHIVES / name, root)
    result = CliRunner().invoke(main, ["--root", str(root), "check"])
    told = f"{result.stdout}{result.stderr}exit {result.exit_code}\n"
    assert told == (ARCHIVES / name / "messages.txt").read_text("utf-8")


def test_a_folder_or_a_dead_link_in_an_articles_place_is_named(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    (tmp_path / "content/folder.md").mkdir()
    (tmp_path / "content/link.md").symlink_to("nowhere.md")
    for command in ("check", "build", "stats"):
        result = CliRunner().invoke(main, ["--root", str(tmp_path), command])
        told = f"{result.stdout}{result.stderr}{result.exception}"
        assert "content/folder.md: cannot be read: Is a directory" in told
        assert "content/link.md: cannot be read: No such file" in told
