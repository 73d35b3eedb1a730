"""What can go wrong with a build: killed, twice at once, no room, no leave, a damaged memory."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jianbao.article import Image
from jianbao.errors import BuildError
from jianbao.locking import locked
from jianbao.site import urls
from jianbao.site.state import State
from jianbao.site.write import TEMPORARY
from tests.archives import ARTICLE, make_archive, numbered, put
from tests.site.test_incremental import EVENTS, History, make, site

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")

PROGRAM = Path(__file__).parents[2] / "build.py"
KILLS = 50
NOBODY = 65534


def in_child(work: Callable[[], object]) -> int:
    """Do some work in a process of its own; its number."""
    process = os.fork()
    if process == 0:
        status = 1
        try:
            work()
            status = 0
        except BuildError as error:
            os.write(2, str(error).encode())
            status = 3
        finally:
            os._exit(status)
    return process


def ended(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_makes_it_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(urls, "LIST_LENGTH", 3)
    monkeypatch.setattr("jianbao.site.produce.WORTH_A_PROCESS", 10)
    monkeypatch.setattr("jianbao.site.produce.PORTION", 5)
    history, chance = History(tmp_path / "archive", 1), random.Random(1)
    out, clean = history.root / "site", tmp_path / "clean"
    make(history.root, out)
    killed, length = 0, 0.05
    for _ in range(KILLS):
        before = site(out)
        for name in chance.choices(EVENTS, k=2):
            getattr(history, name)()
        if chance.random() < 0.2:
            shutil.rmtree(history.root / ".jianbao")
            shutil.rmtree(out)
        process = in_child(lambda: make(history.root, out, jobs=chance.choice((1, 2))))
        time.sleep(chance.random() * length)
        os.kill(process, signal.SIGKILL)
        killed += ended(process) == -signal.SIGKILL
        with locked(history.root / ".jianbao"):  # Its own processes end too.
            left = site(out) if out.exists() else {}
        for state in (history.root / ".jianbao").glob("site-*"):
            if not state.name.startswith(State(history.root / ".jianbao", out).file.stem):
                state.unlink()
        make(history.root, clean)
        now = site(clean)
        shutil.rmtree(clean)
        whole = {name: data for name, data in left.items() if not name.endswith(TEMPORARY)}
        broken = [
            name for name, data in whole.items() if data not in (before.get(name), now.get(name))
        ]
        assert broken == []
        start = time.perf_counter()
        make(history.root, out)
        length = time.perf_counter() - start
        assert site(out) == now
    assert killed > KILLS // 3


def test_a_second_build_waits_and_says_so(tmp_path: Path) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    words = [sys.executable, str(PROGRAM), "--root", str(tmp_path), "build", "--no-search"]
    with locked(archive.state):
        second = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        assert second.stderr
        assert second.stderr.readline() == "another ingest or build is at work; waiting for it\n"
        assert not (tmp_path / "site").exists()
    with second.stderr:
        assert "1 article," in second.stderr.read()
    assert second.wait() == 0


@pytest.mark.parametrize(("room", "message"), [(200_000, "03-02.html"), (8_000, "state")])
def test_no_room_is_told_and_the_old_site_stays(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], room: int, message: str
) -> None:
    make_archive(tmp_path, ARTICLE)
    make(tmp_path, tmp_path / "site")
    before = site(tmp_path / "site")
    put(tmp_path, numbered(2, body="协商" * 60_000))

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        make(tmp_path, tmp_path / "site")

    assert ended(in_child(work)) == 3
    told = capfd.readouterr().err
    assert message in told
    assert "space" in told
    left = site(tmp_path / "site")
    make(tmp_path, tmp_path / "site")
    now = site(tmp_path / "site")
    assert left.keys() >= before.keys() - {"2023/02/20/03-02.html"}
    assert [name for name in left if left[name] not in (before.get(name), now.get(name))] == []
    make(tmp_path, tmp_path / "clean")
    assert now == site(tmp_path / "clean")


def test_a_folder_that_may_not_be_written_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    root = Path(tempfile.mkdtemp())
    root.chmod(0o755)
    archive = make_archive(root, ARTICLE)
    out = root / "site"
    make(root, out)
    before = site(out)
    put(root, numbered(2))
    folders = [out, *(path for path in out.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    if os.getuid() == 0:  # To whom no folder is closed.
        for path in (archive.state, *archive.state.rglob("*")):
            os.chown(path, NOBODY, NOBODY)

    def work() -> None:
        if os.getuid() == 0:
            os.setuid(NOBODY)
        make(root, out)

    try:
        assert ended(in_child(work)) == 3
        assert "make the folder writable, or name another with --out" in capfd.readouterr().err
        assert site(out) == before
    finally:
        for folder in folders:
            folder.chmod(0o755)
        shutil.rmtree(root)


def cut_short(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def overwrite(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xff" * (file.stat().st_size - 4096))


def make_older(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'program'")
        connection.execute("DROP TABLE sheet")


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("damage", [cut_short, overwrite, make_older, empty, os.unlink])
def test_a_damaged_state_is_noticed_and_built_anew(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    make(tmp_path, tmp_path / "site")
    (tmp_path / "site/CNAME").write_text("archive.example")
    (tmp_path / "site/2023/02/20/note.txt").write_text("own")
    damage(State(archive.state, tmp_path / "site").file)
    put(tmp_path, numbered(2, themes=("基层治理",)))
    make(tmp_path, tmp_path / "site")
    make(tmp_path, tmp_path / "clean")
    ours = site(tmp_path / "site")
    assert ours.pop("CNAME") == b"archive.example"
    assert ours.pop("2023/02/20/note.txt") == b"own"
    assert ours == site(tmp_path / "clean")


def test_neither_time_zone_nor_locale_nor_hashes_nor_processes_change_a_byte(
    tmp_path: Path,
) -> None:
    make_archive(tmp_path, *(numbered(n, byline=(f"记者{n % 7}",)) for n in range(1, 60)))
    sites = []
    for number, (zone, locale, seed, jobs) in enumerate(
        [
            ("Pacific/Kiritimati", "C", "1", "1"),
            ("America/Anchorage", "tr_TR.UTF-8", "2", "2"),
            ("UTC", "zh_CN.GBK", "0", "3"),
        ]
    ):
        out = tmp_path / f"site-{number}"
        words = [sys.executable, str(PROGRAM), "--root", str(tmp_path), "build", "--no-search"]
        env = os.environ | {"TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": seed}
        subprocess.run([*words, "--out", str(out), "--jobs", jobs], env=env, check=True)
        sites.append(site(out))
    assert sites[0] == sites[1] == sites[2]


@pytest.mark.parametrize("at_once", [True, False])
def test_two_sources_of_one_file_are_both_named(tmp_path: Path, *, at_once: bool) -> None:
    from PIL import Image as Picture

    make_archive(tmp_path, replace(ARTICLE, images=(Image("a.png"),)))
    Picture.new("RGB", (8, 8)).save(tmp_path / "content/2023/02/20/a.png")
    if not at_once:
        make(tmp_path, tmp_path / "site")
    other = put(tmp_path, numbered(2, images=(Image("a.png"),)))
    for _ in range(2):
        with pytest.raises(BuildError) as caught:
            make(tmp_path, tmp_path / "site")
        assert "2023/02/20/a.png would be written twice" in str(caught.value)
        assert "2023-02-20-03-01" in str(caught.value)
        assert "2023-02-20-03-02" in str(caught.value)
    other.unlink()
    make(tmp_path, tmp_path / "site")
    make(tmp_path, tmp_path / "clean")
    assert site(tmp_path / "site") == site(tmp_path / "clean")
