"""archive.toml: the days between which a newspaper appeared, and the languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jianbao.config import open_archive, web_address
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


@pytest.mark.parametrize(
    ("lines", "languages"),
    [
        ("", ("zh-Hans", "zh-Hans")),
        ('language = "en"', ("en", "zh-Hans")),
        ('language = "zh-Hant"', ("zh-Hant", "zh-Hant")),
        ('language = "en-GB"\ncontent_language = "zh-Hant"', ("en-GB", "zh-Hant")),
    ],
)
def test_the_interface_and_the_articles_have_a_language_each(
    tmp_path: Path, lines: str, languages: tuple[str, str]
) -> None:
    settings = open_archive(write(tmp_path, lines)).settings
    assert (settings.language, settings.content_language) == languages


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            'language = "fr"',
            (
                "archive.toml:2: there is no interface in 'fr' (write language = \"zh-Hans\" or "
                'language = "en"; the articles\' own language is content_language)'
            ),
        ),
        ('language = "zh_CN"', "archive.toml:2: 'zh_CN' is not a language's tag"),
        ('content_language = ""', "archive.toml:2: '' is not a language's tag"),
    ],
)
def test_what_is_no_language(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        open_archive(write(tmp_path, lines))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://name.github.io/archive", "https://name.github.io/archive/"),
        ("https://x.org/a b/", "https://x.org/a%20b/"),
        ("https://x.org/a%20b/", "https://x.org/a%20b/"),
        ("https://例子.中国:8080/报/", "https://xn--fsqu00a.xn--fiqs8s:8080/%E6%8A%A5/"),
        ("http://localhost:8000", "http://localhost:8000/"),
    ],
)
def test_an_address_is_written_as_sitemaps_want_it(given: str, address: str) -> None:
    assert web_address(given) == address


@pytest.mark.parametrize(
    "given", ["https://x y.org/", "https://", "ftp://x.org/", "https://..中国/"]
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="is not a web address"):
        web_address(given)


def test_a_title_of_several_lines_is_one(tmp_path: Path) -> None:
    settings = open_archive(write(tmp_path, 'publication = """\n华兴\n时报"""')).settings
    assert settings.publication == "华兴 时报"
