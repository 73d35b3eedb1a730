"""Headlines of two articles that stand in one block."""

import pytest

from jianbao.ingest.blocks import Line
from jianbao.ingest.cohesion import Rarity, grams
from jianbao.ingest.stacks import rejoin_headlines, split_stack
from jianbao.ingest.typing import read_typed_blocks
from tests.ingest.typesetter import break_lines

JOBS = "近日，共青团中央在西华大学举办活动，用心用情助力青年稳岗就业，高校毕业生纷纷参加。"
VILLAGE = "近日，重庆荣昌区政协聚焦推进乡村振兴示范带建设，峰高街道开展专题协商。"


class Text:
    """As much of a paragraph as matters here."""

    def __init__(self, text: str) -> None:
        self.grams = grams(text)


def pieces(*lines: str) -> list[list[str]]:
    paragraphs = [Text(JOBS), Text(VILLAGE)]
    rarity = Rarity([one.grams for one in paragraphs])
    stack = tuple(Line(number, text) for number, text in enumerate(lines, 1))
    found = split_stack(stack, paragraphs, [0, 1], rarity)  # type: ignore[arg-type]
    return [[line.text for line in piece] for piece in found]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("用心用情助力青年稳岗就业", "重庆荣昌区政协聚焦推进"), 2),
        (("重庆荣昌区政协聚焦推进", "乡村振兴示范带建设开展专题协商"), 1),
        (("用心用情助力青年稳岗就业", "广聚天下英才"), 1),
    ],
)
def test_a_stack_is_split_where_it_turns_to_another_article(lines, expected):
    assert len(pieces(*lines)) == expected


def test_a_series_title_stays_with_the_headline_below_it():
    """Its words may stand in another article's text, too."""
    stack = ("奋进新征程·峰高街道乡村振兴示范带", "用心用情助力青年稳岗就业")
    assert pieces(*stack) == [[*stack]]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("荣昌区政协聚焦推进", "乡村振兴示范带建设", True),
        ("荣昌区政协开展专题协商", "乡村振兴示范带建设", False),
        ("新闻特写", "乡村振兴示范带建设", False),
    ],
)
def test_a_headline_broken_inside_a_phrase_of_the_text_is_one(upper, lower, whole):
    text = "\n".join(break_lines(VILLAGE + "新闻特写乡村振兴。", 15, 2))
    blocks = read_typed_blocks("\n\n".join([upper, lower, text]))
    displays = [[line.text for line in one.lines] for one in blocks if one.kind == "display"]
    assert displays == ([[upper, lower]] if whole else [[upper], [lower]])
    assert rejoin_headlines(blocks) == blocks
