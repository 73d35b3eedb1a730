"""`check` beyond what tests/invalid/archives show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from jianbao.cli import main
from tests.archives import ARTICLE, SETTINGS, make_archive, numbered, put

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.config import Archive


def check(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "check", *words])


def test_nothing_is_wrong_with_the_sample_site(sample: Archive, sample_site: Path) -> None:
    result = check(sample.root, "--site", str(sample_site))
    assert result.exit_code == 0, result.stdout
    assert "nothing wrong" in result.stderr


def test_the_site_itself_is_not_touched(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    assert check(tmp_path).exit_code == 0
    assert not (tmp_path / "site").exists()


def test_a_site_with_a_base_url_links_well(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE, settings=SETTINGS + 'base_url = "https://example.org/a/"\n')
    result = check(tmp_path)
    assert result.stdout == ""
    assert result.exit_code == 0


def test_a_second_check_sees_what_changed(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE, numbered(2, body="[甲](03-01.html)"))
    assert check(tmp_path).exit_code == 0
    put(tmp_path, numbered(2, body="[甲](03-09.html)"))
    result = check(tmp_path)
    assert result.exit_code == 1
    assert "03-02.md:" in result.stdout
    put(tmp_path, numbered(2))
    assert check(tmp_path).exit_code == 0


def test_links_can_be_left_out(tmp_path: Path) -> None:
    make_archive(tmp_path, numbered(1, body="[甲](03-09.html)"))
    assert check(tmp_path, "--no-links").exit_code == 0


def test_a_folder_without_a_site(tmp_path: Path) -> None:
    make_archive(tmp_path, ARTICLE)
    (tmp_path / "empty").mkdir()
    result = check(tmp_path, "--site", str(tmp_path / "empty"))
    assert result.exit_code == 1
    assert "there is no site here (build it first: `python build.py build`)" in result.stdout


def test_warnings_fail_only_when_asked(tmp_path: Path) -> None:
    make_archive(tmp_path, numbered(1, body="甲乙丙丁" * 30), numbered(2, body="甲乙丙丁" * 30))
    assert check(tmp_path).exit_code == 0
    assert check(tmp_path, "--strict").exit_code == 1


def test_a_draft_is_no_duplicate(tmp_path: Path) -> None:
    body = "甲乙丙丁" * 30
    make_archive(tmp_path, numbered(1, body=body), numbered(2, body=body, draft=True))
    assert check(tmp_path, "--strict").exit_code == 0


def test_json_and_github(tmp_path: Path) -> None:
    make_archive(tmp_path, numbered(1, themes=("民主协商",)))
    given = json.loads(check(tmp_path, "--format", "json").stdout)
    assert [each["line"] for each in given["findings"]] == [12]
    github = check(tmp_path, "--format", "github").stdout
    assert github.startswith("::error file=content/2023/02/20/03-01.md,line=12,title=content::")


def test_a_folder_that_is_no_archive(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.exit_code == 1
    assert "is not an archive: it has no archive.toml" in result.stderr
    assert result.stdout == ""
