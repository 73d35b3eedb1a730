"""Running text that a column's break left without a comma, and headlines that look like it."""

from __future__ import annotations

import pytest

from jianbao.ingest.reading import settle
from jianbao.ingest.typing import read_typed_blocks
from tests.ingest.typesetter import break_lines

PARAGRAPHS = (
    "今天，农业农村部发布消息，全国春播粮食过四成，各地推进农机农艺融合，加大良种推广力度。",
    "在吉林，大型免耕播种机有序地春播，种植户的积极性很高，种子和化肥供应充足，价格平稳。",
)


def column(*paragraphs: str, width: int = 14) -> str:
    return "\n\n".join("\n".join(break_lines(one, width, 2)) for one in paragraphs)


def broken(paragraph: str, lines: int, between: str = "\n\n") -> str:
    """A paragraph set in a column of 14 em that breaks after so many lines of it."""
    set_lines = break_lines(paragraph, 14, 2)
    return "\n".join(set_lines[:lines]) + between + "\n".join(set_lines[lines:])


def kind_of(line: str, text: str) -> str:
    """What the block with that line is settled as."""
    blocks = settle(read_typed_blocks(text))
    return next(one.kind for one in blocks if line in one.text)


@pytest.mark.parametrize(
    ("paragraph", "lines"),
    [
        # three lines without a comma
        (
            "会议听取了全国人大宪法和法律委员会副主任委员分别作的关于行政复议法修订草案审议结果的报告，审议了议案。",
            3,
        ),
        # the quotation mark hangs beyond the measure, so that the line seems too wide
        ("以绿色制造作为工业“双碳”工作的重要抓手，从那时开始，两部门每年遴选名单。", 1),
        # the number that follows did not fit, so that the line seems too short
        ("我国民航今天预计执行168283班次，比昨天增长了百分之二，国际航班增长更快。", 1),
    ],
)
def test_lines_set_as_their_column_go_on_behind_its_break(paragraph: str, lines: int) -> None:
    text = f"{column(*PARAGRAPHS)}\n\n{broken(paragraph, lines)}\n\n春播春管有序推进"
    assert kind_of(broken(paragraph, lines).split("\n", 1)[0], text) == "body"


def test_the_column_is_that_of_the_nearest_running_text() -> None:
    paragraph = "拉卡列在陪同下检阅了中国人民解放军仪仗队，鸣放了礼炮，演奏了两国的国歌。"
    text = (
        f"{column(*PARAGRAPHS)}\n\n绿色引领 见实效\n\n"
        + broken(paragraph, 1, "\n\n人民大会堂 暖意浓\n\n")
        + f"\n\n{column(*PARAGRAPHS)}"
    )
    assert kind_of("拉卡列在陪同下检阅了中国", text) == "body"


@pytest.mark.parametrize(
    "headline",
    [
        "抢抓晴好 保证播种的质量",  # a gap
        "大型免耕播种机有序地春播",  # the text says it all again
    ],
)
def test_a_headline_as_wide_as_a_column_stays_a_headline(headline: str) -> None:
    paragraph = "据介绍，各地今年都增加了投入，农机手起早贪黑，抢抓农时播种。"
    text = f"{column(*PARAGRAPHS)}\n\n{headline}\n\n{column(paragraph)}"
    assert kind_of(headline, text) == "display"


def test_a_headline_does_not_go_on_with_a_caption() -> None:
    headline, caption = "春耕议事“溢”出幸福", "议事会上，大家积极发言。"
    text = (
        f"{column(*PARAGRAPHS, width=12)}\n\n{headline}\n——某村推行民主协商\n"
        f"本报记者 张玉香 文/图\n\n{caption}\n\n{column(*PARAGRAPHS, width=12)}"
    )
    assert kind_of(headline, text) == "display"
    assert kind_of(caption, text) == "sentence"


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("二十七日在北京同来访的客人举行第二次中欧环", "body"),
        ("会谈之后，双方共同会见了记者。", "sentence"),
    ],
)
def test_what_the_text_has_inside_a_clause_is_no_caption(above: str, kind: str) -> None:
    """`中欧环` breaks off, `境与气候高层对话。` goes on, and the text says the words once more."""
    line = "境与气候高层对话取得成果。"
    first = "中方高度重视生态环境保护，愿同欧方一道落实中欧环境与气候高层对话取得成果的共识。"
    second = "我们期待更多，境与气候高层对话取得成果，这是各方的愿望。"
    said = first if kind == "body" else second
    text = f"{column(said)}\n\n用心办好每一件事\n\n{column(PARAGRAPHS[0])}\n{above}\n\n{line}"
    assert kind_of(line, text) == kind


@pytest.mark.parametrize(
    ("line", "below", "kind"),
    [
        # wider than any column
        ("党建引领强基础，协商民主聚民心", "", "display"),
        # no wider, but above a byline
        ("党建引领强，协商聚民心", "\n本报记者 张玉香", "display"),
        ("党建引领强，协商聚民心", "", "body"),
        # the first line of an opening set wider than the columns
        ("党建引领强基础，协商民主聚民心，", "", "body"),
    ],
)
def test_a_line_with_a_comma_may_be_a_headline(line: str, below: str, kind: str) -> None:
    assert kind_of(line, f"{line}{below}\n\n{column(*PARAGRAPHS, width=12)}") == kind
