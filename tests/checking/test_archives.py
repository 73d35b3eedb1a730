"""What `check` says of each archive in tests/invalid/archives, to the letter."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from jianbao.cli import main

ARCHIVES = Path(__file__).parent.parent / "invalid/archives"


@pytest.mark.parametrize("name", sorted(path.parent.name for path in ARCHIVES.glob("*/*.txt")))
def test_an_archive_that_is_wrong(name: str, tmp_path: Path) -> None:
    root = tmp_path / name
    shutil.copytree(ARCHIVES / name, root)
    result = CliRunner().invoke(main, ["--root", str(root), "check"])
    told = f"{result.stdout}{result.stderr}exit {result.exit_code}\n"
    assert told == (ARCHIVES / name / "messages.txt").read_text("utf-8")
