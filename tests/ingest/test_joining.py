"""Which column top goes on with which column foot."""

from __future__ import annotations

import pytest

from jianbao.ingest.blocks import Line
from jianbao.ingest.fragments import Fragment
from jianbao.ingest.joining import join_fragments


def fragment(number: int, text: str, *, opens: float, closes: float) -> Fragment:
    return Fragment((Line(number, text),), number, float(len(text)), True, "body", opens, closes)


@pytest.mark.parametrize(
    ("top", "joined"),
    [
        ("落户，全国户籍人口城镇化率又提高", True),
        ("当地时间21日下午，国务院总理在都", False),
        ("6月5日，国家副主席在北京会见来访", False),
    ],
)
def test_what_opens_a_paragraph_goes_on_with_no_broken_sentence(top: str, joined: bool) -> None:
    foot = "两亿农业转移人口平稳有序进城生活"
    fragments = [
        fragment(0, foot, opens=1.0, closes=0.01),
        fragment(1, top, opens=0.6, closes=0.01),
    ]
    joins = join_fragments(fragments, [[0.0, 0.0], [0.0, 0.0]])
    assert bool(joins) is joined
