"""What the files in the repository's root say of the project is so."""

from __future__ import annotations

import re
import tomllib

import yaml

from jianbao import __version__
from tests.conftest import ROOT


def test_the_citation_is_of_this_program() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= citation.keys()
    assert citation["version"] == project["version"] == __version__
    assert citation["license"] == project["license"]
    assert project["license"] in (ROOT / "LICENSE").read_text("utf-8")


def test_the_changelog_has_this_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = re.findall(r"(?m)^## \[(.+?)\]", log)[0]
    assert newest == __version__ or (newest == "Unreleased" and __version__ in log)


def test_contributing_takes_ten_lines() -> None:
    lines = (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()[2:]
    assert [int(line.partition(".")[0]) for line in lines] == list(range(1, 11))
