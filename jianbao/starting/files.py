"""The files that a new archive begins with, and writing those that are not there yet."""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.config import defaults
from jianbao.site.write import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

HERE = Path(__file__).parent

GITHUB = (
    *("workflows/ingest.yml", "workflows/check.yml", "workflows/pages.yml"),
    *("ISSUE_TEMPLATE/correction.yml", "ISSUE_TEMPLATE/config.yml"),
)
"""Files of .github/ that serve an archive as they serve this repository."""

IN_AN_ARCHIVE = {
    "python -m pip install .": "python -m pip install -r requirements.txt",
    "cache-dependency-path: pyproject.toml": "cache-dependency-path: requirements.txt",
    "python build.py": "jianbao",
}
"""What differs in them where the program is installed and not beside the archive."""


UNKNOWN = "# jianbao @ git+https://github.com/<所有者>/<仓库>@<版本>"
"""In place of a program that others cannot get: an example, which installs nothing."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new archive is told of itself."""

    title: str
    """The archive's title."""
    publication: str = ""
    """The newspaper's name; empty when it is not known."""
    tag: str = ""
    """What the ids in its feeds begin with for ever."""
    program: str = ""
    """The program as pip is asked for it; empty when it is not known where others get it."""


def starting_files(answers: Answers) -> Mapping[str, str]:
    """The text of each file of a new archive, by its path in it."""
    words = {
        "TITLE": answers.title,
        "TITLE_TOML": _toml(answers.title),
        "PUBLICATION_TOML": _toml(answers.publication),
        "TAG_TOML": _toml(answers.tag),
        "PROGRAM": answers.program or UNKNOWN,
    }
    files = {
        "archive.toml": _filled("archive.toml", words),
        "README.md": _filled("README.md", words),
        "requirements.txt": _filled("requirements.txt", words),
        ".gitignore": (HERE / "gitignore").read_text("utf-8"),
        "pages/.gitkeep": "",
        "content/.gitkeep": "",
    }
    for name in GITHUB:
        text = (defaults() / ".github" / name).read_text("utf-8")
        for here, there in IN_AN_ARCHIVE.items():
            text = text.replace(here, there)
        files[f".github/{name}"] = text
    return files


def write_files(folder: Path, files: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Write the files that a folder does not have; those that were written, and those kept."""
    written, kept = [], []
    for name, text in files.items():
        path = folder / name
        if path.exists() or path.is_symlink():
            kept.append(name)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
        written.append(name)
    return written, kept


def new_tag(today: date) -> str:
    """A tag (RFC 4151) for an archive that has no domain yet: drawn by chance, so no one else's."""
    return f"tag:localhost,{today}:{secrets.token_hex(8)}"


def _filled(name: str, words: Mapping[str, str]) -> str:
    text = (HERE / name).read_text("utf-8")
    return re.sub(r"%([A-Z_]+)%", lambda word: words[word[1]], text)


def _toml(text: str) -> str:
    """Text as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
