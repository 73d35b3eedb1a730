"""redirects.toml: read with every mistake told by line, and extended without touching the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.config import open_archive
from jianbao.errors import ConfigError
from jianbao.redirects import (
    MovedTheme,
    Tombstone,
    load_redirects,
    parse_redirects,
    with_moved_themes,
    with_tombstone,
)
from jianbao.vocabulary import open_vocabulary
from tests.archives import make_archive

if TYPE_CHECKING:
    from pathlib import Path

OLD = MovedTheme("青年", "qing-nian", ("青年工作",))


def test_an_archive_without_the_file_has_none(tmp_path: Path) -> None:
    assert load_redirects(tmp_path).themes == ()


def test_what_is_written_is_read_back() -> None:
    text = with_tombstone(
        with_moved_themes("", (OLD,)), Tombstone("2023-02-20-03-02", reason="重复")
    )
    redirects = parse_redirects(text)
    assert redirects.themes == (OLD,)
    assert redirects.articles == (Tombstone("2023-02-20-03-02", reason="重复"),)
    assert redirects.aliases == {"青年": ("青年工作",)}


def test_who_was_led_to_a_theme_that_moves_is_led_on() -> None:
    text = with_moved_themes("", (OLD,))
    text = with_moved_themes(text, (MovedTheme("青年工作", "qing-nian-gong-zuo", ("甲", "乙")),))
    assert parse_redirects(text).aliases == {"青年": ("甲", "乙"), "青年工作": ("甲", "乙")}


@pytest.mark.parametrize("to", ["2023-02-20-03-03", ""])
def test_who_was_led_to_an_article_that_is_taken_out_is_led_on(to: str) -> None:
    text = with_tombstone("", Tombstone("2023-02-20-03-01", "2023-02-20-03-02"))
    text = with_tombstone(text, Tombstone("2023-02-20-03-02", to))
    assert [each.to for each in parse_redirects(text).articles] == [to, to]


def test_a_theme_that_is_named_as_before_is_no_old_name_any_more() -> None:
    text = with_moved_themes("", (OLD,))
    text = with_moved_themes(text, (MovedTheme("青年工作", "qing-nian-gong-zuo", ("青年",)),))
    assert parse_redirects(text).aliases == {"青年工作": ("青年",)}


def test_comments_and_layout_stay() -> None:
    text = with_tombstone(with_moved_themes("", (OLD,)), Tombstone("2023-02-20-03-02"))
    text = text.replace("\n[[theme]]\n", "\n# 二月决定\n[[theme]]\n") + "# 完\n"
    text = with_moved_themes(text, (MovedTheme("丙", "bing", ("丁",)),))
    assert text.endswith(
        '\n\n# 二月决定\n[[theme]]\nfrom = "青年"\nto = ["青年工作"]\nslug = "qing-nian"\n\n'
        '[[theme]]\nfrom = "丙"\nto = ["丁"]\nslug = "bing"\n\n'
        '[[article]]\nid = "2023-02-20-03-02"\n# 完\n'
    )


@given(st.lists(st.permutations("甲乙丙丁戊").map(lambda p: p[:2]), max_size=8))
def test_no_chain_of_renamings_ever_makes_a_file_that_is_wrong(steps: list[list[str]]) -> None:
    text, live = "", set("甲乙丙")
    for old, new in steps:
        if old not in live:
            continue
        live = live - {old} | {new}
        text = with_moved_themes(text, (MovedTheme(old, "x", (new,)),))
        aliases = parse_redirects(text).aliases
        assert not aliases.keys() & live
        assert {name for to in aliases.values() for name in to} <= live


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[theme]\n", "redirects.toml:1: not TOML"),
        ("[[themes]]\n", "redirects.toml:1: unknown table 'themes' (did you mean theme?)"),
        (
            '[theme]\nfrom = "a"\n',
            "redirects.toml:1: theme is no list of tables (begin each with a line [[theme]])",
        ),
        (
            '\n[[theme]]\nfrom = "甲"\nslug = "jia"\n',
            'redirects.toml:2: to must be a list of themes (write to = ["…"])',
        ),
        (
            '[[theme]]\nto = ["甲"]\nslug = "a"\n',
            'redirects.toml:1: a theme without its old name (add from = "…")',
        ),
        (
            '[[theme]]\nfrom = "甲"\nslug = "../x"\nto = ["乙"]\n',
            "redirects.toml:1: '../x' is not a slug (write slug = \"qing-nian\")",
        ),
        (
            '[[theme]]\nform = "甲"\n',
            "redirects.toml:1: unknown key 'form' (did you mean from?)",
        ),
        (
            (
                '[[theme]]\nfrom = "甲"\nslug = "a"\nto = ["乙"]\n\n'
                '[[theme]]\nfrom = "乙"\nslug = "b"\nto = ["丙"]\n'
            ),
            "redirects.toml:1: 甲 leads to 乙, which moved on itself (lead it to 丙)",
        ),
        (
            '[[article]]\nid = "2023-02-20-03-02"\n[[article]]\nid = "2023-02-20-03-02"\n',
            "redirects.toml:3: 2023-02-20-03-02 stands here twice (delete one of the two)",
        ),
        (
            '[[article]]\nid = "../../etc"\n',
            "redirects.toml:1: '../../etc' is not an id (write it as 2023-02-20-03-02)",
        ),
        (
            '[[article]]\nid = "2023-02-20-03-02"\nreason = 3\n',
            'redirects.toml:1: reason must be text (write reason = "…")',
        ),
    ],
)
def test_mistakes_are_told_by_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_redirects(text)
    assert str(caught.value).startswith(message)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "redirects.toml").write_bytes("# 青年".encode("gb18030"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_redirects(tmp_path)


def test_the_vocabulary_knows_old_names(tmp_path: Path) -> None:
    make_archive(tmp_path)
    (tmp_path / "redirects.toml").write_text(with_moved_themes("", (OLD,)), encoding="utf-8")
    assert open_vocabulary(open_archive(tmp_path)).aliases == {"青年": ("青年工作",)}
