"""Every command in the documentation, run as a reader would run it.

A page's blocks of commands run in one shell, in their order, in folders of their own. "Getting
started" begins with nothing but the address of a repository; the other pages begin where it ends,
as they tell their readers. What a page says that a command prints must be printed.

What is other than at a reader's:

- https://github.com/ is a folder with repositories: git clones from it and pushes to it.
- `make` and pip find the packages that they would fetch: they are those of the tests.
- `make test` runs the tests of SOME_TESTS only, as these here are among the others.
- `serve` gets any free port, and is ended once it answers.
"""

from __future__ import annotations

import os
import re
import shutil
import site
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from jianbao.cli import main
from tests.browser import chromium
from tests.conftest import ROOT
from tests.docs.reading import PAGES, Block, blocks, commands, read_page
from tests.sharing import once

if TYPE_CHECKING:
    from collections.abc import Iterator

START = "docs/getting-started.md"

FROM_THE_PROGRAM = ("README.md",)
"""Pages whose reader stands in the program's folder, not in an archive."""

TO_GITHUB = "docs/publish.md"
"""The page whose reader's archive is not on GitHub yet; those of others may push."""

BY_SECTION = (TO_GITHUB,)
"""Pages whose sections are for different readers, who each begin in the same folder."""

SOME_TESTS = "tests/test_calling.py"
"""What `make test` runs where the documentation says so."""

OF_THE_PROGRAM = (
    *("build.py", "pyproject.toml", "Makefile", "README.md", "LICENSE", ".gitignore"),
    *("archive.toml", "jianbao", "templates", "taxonomy", "content", "pages", "docs", ".github"),
    *("bench", "scripts", "tests"),
)
"""What a clone of the repository has, as far as a reader uses it."""

NOT_CLONED = ("__pycache__", ".cache")

VENV = """#!/bin/sh
# Python whose virtual environments have the packages of the tests: nothing is fetched.
if [ "$1" = -m ] && [ "$2" = venv ]; then
    {python} -m venv --without-pip "$3"
    echo {packages} > "$(echo "$3"/lib/python*/site-packages)/zz-tests.pth"
else
    exec {python} "$@"
fi
"""

SHELL = """
set -e
serve() {
    told=$(mktemp)
    "$@" > "$told" 2>&1 &
    for _ in $(seq 600); do
        grep --quiet 'Ctrl+C ends it' "$told" && break
        kill -0 $! || { cat "$told"; return 1; }
        sleep 0.05
    done
    python -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1])' \\
        "$(grep --only-matching 'http://[^ ]*' "$told")"
    kill $!
    wait $! || true
    cat "$told"
    rm "$told"
}
"""
"""What stands before a page's commands."""


class Reader:
    """Somebody with a computer, who reads the documentation and does what it says."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.python = home / "python-for-make"
        self.environment = {
            **{
                name: os.environ[name]
                for name in ("LANG", "LC_ALL", "TMPDIR")
                if name in os.environ
            },
            "HOME": str(home),
            "PATH": f"{home / 'bin'}:{os.environ['PATH']}:{Path(sys.executable).parent}",
            "PYTHON": str(self.python),
            "TESTS": SOME_TESTS,
            # All clones are alike: what mypy knows of one it knows of the next.
            "MYPY_CACHE_DIR": str(ROOT / ".mypy_cache/of-clones"),
            # pip finds all packages at hand, the build backend among them.
            "PIP_NO_BUILD_ISOLATION": "0",
            "PIP_NO_INDEX": "1",
        }

    def prepare(self) -> None:
        """Give the computer its tools, and let the repository, a fork and an empty one be on GitHub."""
        packages = " ".join(site.getsitepackages())
        program = self.home / "program"
        program.mkdir(parents=True)
        (self.home / "bin").mkdir()
        (self.home / "bin/chromium").symlink_to(chromium.find() or "none")
        self.python.write_text(VENV.format(python=sys.executable, packages=packages))
        self.python.chmod(0o755)
        (self.home / ".gitconfig").write_text(
            f'[url "{self.home}/github/"]\n    insteadOf = https://github.com/\n'
            "[user]\n    name = a\n    email = a@example.org\n[advice]\n    detachedHead = false\n"
        )
        for name in OF_THE_PROGRAM:
            source = ROOT / name
            if source.is_dir():
                ignored = shutil.ignore_patterns(*NOT_CLONED)
                shutil.copytree(source, program / name, ignore=ignored)
            else:
                shutil.copy2(source, program / name)
        self.run("git init -q -b main . && git add . && git commit -q -m Begin", program)
        for name in ("jianbao", "my-archive"):
            self.run(f"git clone -q --bare . {self.home}/github/name/{name}.git", program)
        self.run(f"git init -q --bare {self.home}/github/name/archive.git", program)

    def put_archive_on_github(self, folder: Path, page: str) -> None:
        """Let an archive have a repository on GitHub, its page's own, that it is pushed to."""
        address = f"https://github.com/name/{Path(page).stem}.git"
        self.run(
            f"git init -q --bare {address.replace('https://github.com', str(self.home / 'github'))}",
            folder,
        )
        self.run(f"git remote add origin {address} && git push -q -u origin main", folder)

    def run(self, script: str, folder: Path) -> str:
        """Run a script; what it prints on both of its outputs."""
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-3000:]
        return done.stdout

    def follow(self, name: str, folder: Path, *, active: bool = True) -> None:
        """Do what a page says, and see that what it says is so."""
        script = [SHELL]
        if active:
            script.append(f". {self.home}/jianbao/.venv/bin/activate\n")
        told: list[tuple[Block, str]] = []
        section = ""
        for block in blocks(name):
            if block.language in ("sh", "python"):
                if name in BY_SECTION and block.section != section:
                    script.append(f"{')' * bool(section)}\n(\n")
                    section = block.section
                script += [f"echo '== {block.place}'\n", *_as_run(block)]
                last = block.place
            elif block.language == "text":
                told.append((block, last))
        script.append(")\n" * bool(section))
        printed = self.run("".join(script), folder)
        for block, place in told:
            of_block = printed.partition(f"== {place}\n")[2].partition("\n== ")[0]
            for line in block.text.splitlines():
                pattern = re.escape(line).replace("…", ".*")
                found = re.search(rf"^{pattern}$", of_block, re.MULTILINE)
                assert found, f"{block.place}: not printed: {line}\n{of_block}"


def _as_run(block: Block) -> Iterator[str]:
    """The commands of a block as they are run here."""
    if block.language == "python":
        yield f"python - <<'END'\n{block.text}END\n"
    else:
        # What stands in a here-document belongs to its command.
        for line in re.findall(r".*<<'(?:END)'\n(?:.*\n)*?END\n|.*\n", block.text):
            yield _line_as_run(line)


def _line_as_run(line: str) -> str:
    line = re.sub(r"^make serve$", ".venv/bin/python build.py serve", line.rstrip("\n")) + "\n"
    if re.match(r"(?:jianbao|\S*python build\.py) serve\b", line):
        return f"serve {line.rstrip()} --port 0\n"
    return line


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader who has got started: the program is in `jianbao`, an archive in `my-archive`."""

    def make(home: Path) -> None:
        reader = Reader(home)
        reader.prepare()
        reader.follow(START, home, active=False)

    return Reader(once(tmp_path_factory, "reader", make))


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [name for name in PAGES if commands(name) and name != START and "zh" not in name.lower()],
)
def test_the_commands_of_a_page_run(reader: Reader, tmp_path: Path, name: str) -> None:
    start = "jianbao" if name in FROM_THE_PROGRAM else "my-archive"
    # Beside the program, as in "Getting started": pages name ../jianbao.
    home = tmp_path / "home"
    home.mkdir()
    (home / "jianbao").symlink_to(reader.home / "jianbao")
    folder = home / "here"
    shutil.copytree(reader.home / start, folder, symlinks=True)
    if name not in (*FROM_THE_PROGRAM, TO_GITHUB):
        reader.put_archive_on_github(folder, name)
    reader.follow(name, folder)


def test_getting_started_leads_to_a_site(reader: Reader) -> None:
    site = reader.home / "my-archive/site"
    assert "我的剪报" in (site / "index.html").read_text("utf-8")
    assert len(list(site.glob("2023/02/21/0*.html"))) == 5


def chinese(name: str) -> str:
    """The Chinese page beside an English one."""
    return "README.zh-CN.md" if name == "README.md" else name.replace("docs/", "docs/zh/")


@pytest.mark.parametrize("name", [chinese(name) for name in PAGES if chinese(name) in PAGES])
def test_a_chinese_page_has_the_same_commands(name: str) -> None:
    english = "README.md" if name == "README.zh-CN.md" else name.replace("docs/zh/", "docs/")
    assert [block.text for block in commands(name)] == [block.text for block in commands(english)]


@pytest.mark.parametrize("name", PAGES)
def test_commands_within_the_text_exist(name: str) -> None:
    outside = re.sub(r"```.*?```", "", read_page(name), flags=re.DOTALL)
    for words in re.findall(r"`(?:jianbao|python build\.py) ([^`]+)`", outside):
        if re.match(r"[a-z-]", words):
            command = _command(words.split())
            options = {each for parameter in command.params for each in parameter.opts}
            options |= {each for parameter in command.params for each in parameter.secondary_opts}
            named = set(re.findall(r"--[a-z-]+", words))
            assert named <= options | {"--help"}, f"{name}: {words}"


def _command(words: list[str]) -> click.Command:
    command: click.Command = main
    for word in words:
        if isinstance(command, click.Group) and not word.startswith("-"):
            found = command.get_command(click.Context(command), word)
            assert found, f"there is no command {words}"
            command = found
    return command


@pytest.mark.parametrize("name", PAGES)
def test_programs_within_the_text_exist(name: str) -> None:
    for program, words in re.findall(
        r"`(?:python )?((?:bench|scripts)/\w+\.py)\b([^`]*)`", read_page(name)
    ):
        assert (ROOT / program).exists(), f"{name}: {program}"
        if options := set(re.findall(r"--[a-z-]+", words)):
            help_ = [sys.executable, ROOT / program, "--help"]
            told = subprocess.run(help_, capture_output=True, text=True, check=True).stdout
            assert options <= set(re.findall(r"--[a-z-]+", told)), f"{name}: {program}{words}"
