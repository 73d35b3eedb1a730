"""Where templates are compiled to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from jianbao.site import assets
from jianbao.site.assets import compiled_templates
from jianbao.site.build import Options, build
from tests.archives import ARTICLE, make_archive

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("own", [False, True])
def test_templates_of_all_archives_are_compiled_once(
    tmp_path: Path, own: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    modules = tmp_path / "__pycache__"
    monkeypatch.setattr(assets.__spec__, "cached", str(modules / "assets.pyc"))
    archives = [make_archive(tmp_path / name, ARTICLE) for name in "ab"]
    for archive in archives:
        if own:
            (archive.root / "templates").mkdir()
            (archive.root / "templates/robots.txt").write_text("User-agent: *\n", "utf-8")
        build(archive, archive.root / "site", Options(search=False))
    folders = {compiled_templates(archive) for archive in archives}
    assert all(any(folder.iterdir()) for folder in folders)
    assert len(folders) == (2 if own else 1)
    assert own != modules.exists()
    assert own == all((archive.state / "templates").exists() for archive in archives)


def test_a_python_that_may_keep_nothing_keeps_no_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled_templates(archive) == archive.state / "templates"
