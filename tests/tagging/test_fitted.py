from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.tagging import load_themes
from jianbao.tagging.article import read
from jianbao.tagging.fitted import fitted_words, parse

VOCABULARY = Path(__file__).parents[2] / "taxonomy" / "themes.toml"
OWN = """
[[theme]]
name = "园艺"
slug = "yuan-yi"
strong = ["月季"]
"""


def vocabulary(tmp_path: Path, more: str = "") -> Path:
    file = tmp_path / "themes.toml"
    file.write_text(VOCABULARY.read_text(encoding="utf-8") + more, encoding="utf-8")
    return file


def themes_of(
    title: str, file: Path, fitted: dict[str, dict[str, float]] | None
) -> tuple[str, ...]:
    return load_themes(file, fitted).of(read(title, [title + "。"], None, None))


def test_a_file_of_words_is_read() -> None:
    text = "# for people\n\n[dang-jian] 党建\n+1.25 党校 党章\n-0.50 总理\n[jiao-yu] 教育\n+2.00 学子\n"
    assert parse(text) == {
        "dang-jian": {"党校": 1.25, "党章": 1.25, "总理": -0.5},
        "jiao-yu": {"学子": 2.0},
    }


def test_the_programs_words_are_for_themes_that_there_are() -> None:
    themes = {theme.slug: theme for theme in load_themes(VOCABULARY).entries}
    words = fitted_words()
    assert words
    assert set(words) <= set(themes)
    for slug, listed in words.items():
        assert all(len(word) > 1 and weight for word, weight in listed.items())
        assert not set(listed) & set(themes[slug].words)


@pytest.mark.parametrize(
    ("fitted", "themes"),
    [
        ({}, ()),
        ({"jiu-ye": {"裁缝": 3.0}}, ("就业",)),
        ({"jiu-ye": {"裁缝": 3.0, "铺子": -1.0}}, ()),
        ({"no-such-theme": {"裁缝": 9.0}}, ()),
    ],
)
def test_further_words_count_for_a_theme_and_against_it(
    fitted: dict[str, dict[str, float]], themes: tuple[str, ...]
) -> None:
    assert themes_of("裁缝铺子", VOCABULARY, fitted) == themes


def test_the_lists_of_a_theme_are_right_about_their_words(tmp_path: Path) -> None:
    file = vocabulary(tmp_path, OWN)
    against = {"yuan-yi": {"月季": -9.0}}
    assert themes_of("月季", file, against) == themes_of("月季", file, {}) == ("园艺",)


def test_a_theme_of_ones_own_needs_no_further_words(tmp_path: Path) -> None:
    assert themes_of("月季盛放", vocabulary(tmp_path, OWN), None) == ("园艺",)


def test_a_renamed_theme_keeps_its_further_words(tmp_path: Path) -> None:
    file = vocabulary(tmp_path)
    fitted = {"jiu-ye": {"裁缝": 3.0}}
    text = file.read_text(encoding="utf-8").replace('name = "就业"', 'name = "劳动"')
    file.write_text(text, encoding="utf-8")
    assert themes_of("裁缝铺子", file, fitted) == ("劳动",)
