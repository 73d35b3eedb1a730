"""`init` makes an archive that works at once, from an installed wheel too, and overwrites nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
import yaml
from click import Context, Group
from click.testing import CliRunner, Result

from jianbao.cli import main
from jianbao.config import open_archive
from jianbao.starting import Answers, starting_files, write_files
from jianbao.starting.files import GITHUB, IN_AN_ARCHIVE
from jianbao.starting.origin import requirement_of, requirement_of_clone
from tests.conftest import ROOT
from tests.test_cli import files

if TYPE_CHECKING:
    from pathlib import Path


def init(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *words])


def test_a_new_archive_says_what_it_was_told(tmp_path: Path) -> None:
    hostile = '甲"\n]] %PROGRAM% \\'
    result = init(tmp_path / "新", "--title", hostile, "--publication", "乙 日报")
    assert result.exit_code == 0, result.stderr
    settings = open_archive(tmp_path / "新").settings
    assert settings.title == '甲" ]] %PROGRAM% \\'
    assert settings.publication == "乙 日报"
    assert settings.tag.startswith("tag:")
    assert result.stdout.splitlines() == [
        *("archive.toml", "README.md", "requirements.txt", ".gitignore"),
        *("pages/.gitkeep", "content/.gitkeep"),
        *(f".github/{name}" for name in GITHUB),
    ]


def test_without_a_title_it_is_called_as_its_folder(tmp_path: Path) -> None:
    init(tmp_path / "晚报")
    assert open_archive(tmp_path / "晚报").settings.title == "晚报"
    assert (tmp_path / "晚报/README.md").read_text("utf-8").startswith("# 晚报\n")


def test_no_two_archives_have_the_same_ids_in_their_feeds(tmp_path: Path) -> None:
    for name in ("a", "b"):
        init(tmp_path / name)
    assert open_archive(tmp_path / "a").settings.tag != open_archive(tmp_path / "b").settings.tag


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("我的")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/03.txt").write_text("我的版面")
    result = init(tmp_path)
    assert result.exit_code == 0
    assert "kept as it was: README.md\n" in result.stderr
    assert (tmp_path / "README.md").read_text() == "我的"
    assert (tmp_path / "pages/03.txt").read_text() == "我的版面"
    before = files(tmp_path)
    again = init(tmp_path)
    assert again.exit_code == 1
    assert "is an archive already (name another folder)" in again.stderr
    assert files(tmp_path) == before


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = init(tmp_path / "file" / "x")
    assert result.exit_code == 1
    assert "cannot be written: Not a directory (name a folder" in result.stderr


def test_its_workflows_install_the_program_and_call_it_by_name(tmp_path: Path) -> None:
    init(tmp_path)
    for name in GITHUB:
        text = (tmp_path / ".github" / name).read_text("utf-8")
        assert yaml.safe_load(text)
        assert not any(here in text for here in IN_AN_ARCHIVE)
    ingest = (tmp_path / ".github/workflows/ingest.yml").read_text("utf-8")
    assert "python -m pip install -r requirements.txt" in ingest
    assert "jianbao ingest 2>&1" in ingest


def requirements(folder: Path) -> list[str]:
    """What an archive's requirements.txt asks for."""
    lines = (folder / "requirements.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    command = ["git", "-C", str(folder), *who, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone that knows of the repository's only commit, and has one more."""
    origin = tmp_path / "origin"
    git(tmp_path, "init", "--quiet", str(origin))
    git(origin, "commit", "--quiet", "--allow-empty", "--message", "Begin")
    git(tmp_path, "clone", "--quiet", str(origin), "clone")
    git(tmp_path / "clone", "commit", "--quiet", "--allow-empty", "--message", "Go on")
    return tmp_path / "clone"


@pytest.mark.parametrize(
    ("remote", "asked"),
    [
        ("https://github.com/name/jianbao.git", "https://github.com/name/jianbao.git"),
        ("https://name:word@github.com/name/jianbao", "https://github.com/name/jianbao"),
        ("git@github.com:name/jianbao.git", "https://github.com/name/jianbao.git"),
        ("ssh://git@codeberg.org/name/jianbao.git", "https://codeberg.org/name/jianbao.git"),
    ],
)
def test_from_a_clone_others_get_the_program_where_it_was_cloned(
    clone: Path, remote: str, asked: str
) -> None:
    git(clone, "remote", "set-url", "origin", remote)
    commit = git(clone, "rev-parse", "HEAD~")
    wanted = f"jianbao @ git+{asked}@{commit}"
    assert requirement_of_clone(clone) == wanted
    assert requirement_of({"url": clone.as_uri(), "dir_info": {"editable": True}}) == wanted


def test_from_a_folder_others_get_nothing(clone: Path) -> None:
    assert requirement_of_clone(clone) == ""  # Its origin is a folder, too.
    git(clone, "remote", "remove", "origin")
    assert requirement_of_clone(clone) == ""
    (clone / "below").mkdir()
    git(clone, "remote", "add", "origin", "https://github.com/name/other.git")
    assert requirement_of_clone(clone / "below") == ""
    wheel = {"url": (clone / "jianbao.whl").as_uri(), "archive_info": {}}
    assert requirement_of(wheel) == ""


def test_what_pip_took_from_the_web_others_take_there_too() -> None:
    told = {"url": "https://github.com/name/jianbao", "vcs_info": {"vcs": "git", "commit_id": "a1"}}
    assert requirement_of(told) == "jianbao @ git+https://github.com/name/jianbao@a1"
    told = {"url": "https://a.b/jianbao.whl", "archive_info": {}}
    assert requirement_of(told) == "jianbao @ https://a.b/jianbao.whl"


def test_an_archive_says_where_its_program_comes_from_or_that_it_does_not_know(
    tmp_path: Path,
) -> None:
    for name, program in (("a", "jianbao @ git+https://a.b/c@d"), ("b", "")):
        write_files(tmp_path / name, starting_files(Answers("题", program=program)))
    assert requirements(tmp_path / "a") == ["jianbao @ git+https://a.b/c@d"]
    assert requirements(tmp_path / "b") == []
    result = init(tmp_path / "c")
    told = "say where others can get this program" in result.stderr
    assert told != bool(requirements(tmp_path / "c"))


def test_the_commands_that_its_readme_names_exist(tmp_path: Path) -> None:
    init(tmp_path)
    text = (tmp_path / "README.md").read_text("utf-8")
    named = re.findall(r"(?m)(?:^ +|`)jianbao ([a-z]+)(?: ([a-z]+))?", text)
    assert len(named) > 5
    for word, below in named:
        command = main.get_command(Context(main), word)
        assert command
        assert not below or (isinstance(command, Group) and below in command.commands)


@pytest.mark.slow
def test_from_a_wheel_a_first_page_is_published(tmp_path: Path) -> None:
    # With the build backend at hand nothing is downloaded.
    at_hand = ["--no-build-isolation"] if find_spec("hatchling") else []
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", *at_hand]
    wheel = [*pip, "-w", tmp_path, ROOT]
    subprocess.run(wheel, check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as archive:
        archive.extractall(tmp_path / "installed")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}

    def jianbao(*words: str) -> subprocess.CompletedProcess[str]:
        code = "import jianbao.cli as c; assert 'installed' in c.__file__; c.main()"
        return subprocess.run(
            [sys.executable, "-c", code, *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )

    jianbao("init", "mine", "--title", "我的剪报")
    assert "0 articles" in jianbao("--root", "mine").stderr
    page = tmp_path / "mine/pages/2023-02-20/03.txt"
    page.parent.mkdir()
    page.write_bytes((ROOT / "pages/2023-02-20/03.txt").read_bytes())
    assert "7 articles" in jianbao("--root", "mine").stderr
    assert "nothing wrong" in jianbao("--root", "mine", "check").stderr
    assert "我的剪报" in (tmp_path / "mine/site/index.html").read_text("utf-8")
