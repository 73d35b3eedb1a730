"""TOML files: whatever state they are in, the command says where, why and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from jianbao.cli import main
from jianbao.config import open_archive
from tests.archives import ARTICLE, make_archive

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("archive.toml", "redirects.toml", "taxonomy/themes.toml", "taxonomy/regions.toml")


def check(root: Path) -> str:
    return CliRunner().invoke(main, ["--root", str(root), "check", "--no-links"]).stdout


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"# a\nx = [\n", ":2: not TOML: "),
        ("# a\n# 青年".encode("gb18030"), ":2: not UTF-8 (save it as UTF-8)"),
        (None, ": cannot be read: Is a directory (make it a file that you may read)"),
    ],
)
def test_a_file_that_cannot_be_read(
    tmp_path: Path, file: str, data: bytes | None, message: str
) -> None:
    make_archive(tmp_path, ARTICLE)
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    assert f"{file}{message}" in check(tmp_path)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("taxonomy/regions.toml", 'add = {path = "x"}\n', "add is no list of tables"),
        ("taxonomy/regions.toml", "rename = [1]\n", "rename is no list of tables"),
        ("taxonomy/themes.toml", "scoring = 3\n", "scoring is no table"),
        ("redirects.toml", "article = {}\n", "article is no list of tables"),
    ],
)
def test_what_is_no_table(tmp_path: Path, file: str, text: str, message: str) -> None:
    make_archive(tmp_path, ARTICLE)
    (tmp_path / "taxonomy").mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, "utf-8")
    assert f"{file}:1: {message} (begin " in check(tmp_path)


def test_a_file_as_notepad_saves_it(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_bytes(
        'title = "甲"\r\nlanguage = "en"\r\n'.encode("utf-8-sig")
    )
    assert open_archive(tmp_path).settings.language == "en"
