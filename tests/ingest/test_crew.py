"""Raw files are cut by several processes: in order, whatever becomes of one, and one ingest at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from jianbao.ingest import crew
from jianbao.ingest.crew import FEW, cut_files
from jianbao.ingest.page import CutPage
from jianbao.ingest.raw import cut_raw
from jianbao.locking import locked
from tests.archives import make_archive
from tests.conftest import ROOT
from tests.ingest.test_issue import page

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.ingest.raw import Cut

MANY = [(page(1).replace("12日", f"{n}日").encode(), f"{n}.txt") for n in range(1, 2 * FEW)]


def day(cut: Cut) -> str:
    (each,) = cut.pages
    assert isinstance(each, CutPage)
    return f"{int((each.info.date or '')[-2:])}.txt"


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_results_come_in_order(jobs: int) -> None:
    assert list(map(day, cut_files(MANY, jobs))) == [file for _, file in MANY]


@pytest.mark.parametrize("deadly", [{"1.txt"}, {"4.txt", "9.txt"}, {f"{2 * FEW - 1}.txt"}])
def test_a_file_that_kills_its_process_is_refused_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, deadly: set[str]
) -> None:
    def cut_or_die(data: bytes, file: str) -> Cut:
        if file in deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        return cut_raw(data, file)

    monkeypatch.setattr(crew, "cut_raw", cut_or_die)
    cuts = list(cut_files(MANY, 2))
    assert {cut.refused.file for cut in cuts if cut.refused} == deadly
    for (_, file), cut in zip(MANY, cuts, strict=True):
        if file not in deadly:
            assert day(cut) == file


def command(root: Path) -> list[str]:
    return [sys.executable, str(ROOT / "build.py"), "--root", str(root), "ingest", "--jobs", "2"]


def test_a_second_ingest_waits_and_says_so(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    archive.pages.mkdir()
    (archive.pages / "a.txt").write_text(page(1), "utf-8")
    with locked(archive.state):
        second = subprocess.Popen(command(tmp_path), stderr=subprocess.PIPE, text=True)
        assert second.stderr
        assert second.stderr.readline() == "another ingest or build is at work; waiting for it\n"
        assert not archive.content.exists()
    with second.stderr:
        assert "1 new, " in second.stderr.read()
    assert second.wait() == 0


def test_an_interrupted_ingest_ends_without_a_traceback(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    archive.pages.mkdir()
    for data, file in MANY:
        (archive.pages / file).write_bytes(data)
    process = subprocess.Popen(
        command(tmp_path), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(1)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    assert "Traceback" not in process.communicate()[1]
