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


@pytest.mark.parametrize(("opens", "joined"), [(0.02, True), (0.95, False)])
def test_what_begins_inside_a_word_goes_on_even_with_a_foot_below_it(
    opens: float, joined: bool
) -> None:
    """`康，表示…` stands above `…祝愿伟大的中国和中国人民幸福安`, the foot that it lost."""
    fragments = [
        fragment(0, "康，表示双方的合作不断深化发展。", opens=opens, closes=0.98),
        fragment(1, "总统祝伟大的中国和中国人民幸福安", opens=1.0, closes=0.3),
    ]
    assert bool(join_fragments(fragments, [[0.0, 0.0], [0.0, 0.0]])) is joined
