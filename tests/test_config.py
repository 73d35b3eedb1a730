"""archive.toml: the days between which a newspaper appeared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jianbao.config import open_archive
from jianbao.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, lines: str) -> Path:
    (root / "archive.toml").write_text(f'title = "甲"\n{lines}\n', encoding="utf-8")
    return root


@pytest.mark.parametrize("day", ["1983-04-06", '"1983-04-06"'])
def test_a_day_with_or_without_quotes(tmp_path: Path, day: str) -> None:
    settings = open_archive(write(tmp_path, f"publication_start = {day}")).settings
    assert settings.publication_start == date(1983, 4, 6)
    assert settings.publication_end is None


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            'publication_start = "1983"',
            "archive.toml:2: publication_start must be a date (publication_start = 1983-04-06)",
        ),
        ("publication_end = 1983-04-06T00:00:00", "publication_end must be a date"),
        ("publication_end = 1983", "publication_end must be a date"),
        (
            "publication_start = 1983-04-06\npublication_end = 1982-01-01",
            "archive.toml:3: the newspaper ended before it began (correct one of the two dates)",
        ),
    ],
)
def test_what_is_no_life_of_a_newspaper(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        open_archive(write(tmp_path, lines))
    assert message in str(caught.value)
