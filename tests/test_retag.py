"""Themes change in an article's file, and nothing else in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.frontmatter import read_article, write_article
from jianbao.frontmatter.retag import changed_themes, retag
from jianbao.ingest.shelf import ANY_WORDS
from tests.archives import ARTICLE

HEAD = "---\n# 编者按\nid: '2023-02-20-03-01'\ndate: 2023-02-20\ntitle:   甲\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("themes:\n  - 甲 # 一\n  - 乙\n# 完\n", "themes:\n  - 丙 # 一\n  - 乙\n# 完\n"),
        ("themes: [ 乙,甲 ]  # 一\n", "themes: [ 乙,丙 ]  # 一\n"),
        ("themes:\n- '甲'\n", "themes:\n- 丙\n"),
        ("themes:\n  - 丙\n  - 甲 # 一\n  - 乙\n", "themes:\n  - 丙\n  # 一\n  - 乙\n"),
        ("themes:\n  - 甲\n  - 丙\n", "themes:\n  - 丙\n"),
        ("themes: [甲, 丙]\n", "themes: [丙]\n"),
        ("themes: [丙, 甲]\n", "themes: [丙]\n"),
        ("themes: [丙, 甲, 乙]\n", "themes: [丙, 乙]\n"),
        ('themes: ["\\u7532"]\n', "themes: [丙]\n"),
    ],
)
def test_one_theme_for_another(before: str, after: str) -> None:
    text = f"{HEAD}{before}---\n\n近日，甲。\n"
    article = read_article(text, "a.md", ANY_WORDS)
    assert retag(text, article, {"甲": ("丙",)})[0] == f"{HEAD}{after}---\n\n近日，甲。\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("themes:\n  - 甲 # 一\n", "themes:\n  - 丙\n  - 丁 # 一\n"),
        ("themes: [甲, 乙]\n", "themes: [丙, 丁, 乙]\n"),
        ("themes:\n  - 丁\n  - 甲\n", "themes:\n  - 丁\n  - 丙\n"),
    ],
)
def test_two_themes_for_one(before: str, after: str) -> None:
    text = f"{HEAD}{before}---\n近日。\n"
    article = read_article(text, "a.md", ANY_WORDS)
    assert retag(text, article, {"甲": ("丙", "丁")})[0] == f"{HEAD}{after}---\n近日。\n"


NAMES = st.lists(st.sampled_from(["甲", "乙", "丙", "丁", "a: b", "true"]), unique=True)


@given(NAMES, st.dictionaries(st.sampled_from("甲乙"), NAMES.filter(bool), max_size=2))
def test_what_is_written_is_read_back(themes: list[str], changes: dict[str, list[str]]) -> None:
    article = replace(ARTICLE, themes=tuple(themes))
    text, after = retag(write_article(article), article, changes)
    assert read_article(text, "a.md", ANY_WORDS) == after
    assert after.themes == changed_themes(themes, changes)
    assert len(set(after.themes)) == len(after.themes)
