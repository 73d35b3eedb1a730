"""Who wrote it, where only the place on the page tells."""

from __future__ import annotations

import pytest

from jianbao.ingest.credits import read_byline
from jianbao.ingest.pdf.bylines import read_credit, split_closing_credit


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□　民进会员　江雁", ("江雁",)),
        ("地区畜牧站　杨昌茂", ("杨昌茂",)),
        ("孙 菲 摄", ("孙菲",)),
        ("本报评论员", ("本报评论员",)),
    ],
)
def test_credits(line: str, names: tuple[str, ...]) -> None:
    credit = read_credit(line)
    assert credit is not None
    assert credit.names == names


@pytest.mark.parametrize("line", ["田头小议", "车补真金白银", "游客与管家并进", "石桥乡的学校"])
def test_what_names_nobody(line: str) -> None:
    assert read_credit(line) is None


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("（麻胜斌）", ("麻胜斌",)),
        ("本报记者 章咪佳 郑 超", ("章咪佳", "郑超")),
        ("新华社记者 牧野摄", ("牧野",)),
        ("韦仕宏 摄", ("韦仕宏",)),
        ("（高坪乡农民 周顺发）", ("周顺发",)),
        ("（未完）", ()),
    ],
)
def test_what_ends_an_article(end: str, names: tuple[str, ...]) -> None:
    text, byline = split_closing_credit(f"大家都说方便。{end}")
    assert (byline.names if byline else ()) == names
    assert text == ("大家都说方便。" if names else f"大家都说方便。{end}")


def test_a_centres_reporters() -> None:
    byline = read_byline("龙溪县融媒体中心记者　韦仕宏　蒙柳青　文／图")
    assert byline is not None
    assert (byline.names, byline.role) == (("韦仕宏", "蒙柳青"), "文/图")
