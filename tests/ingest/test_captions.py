"""Captions that their own words tell."""

from __future__ import annotations

import pytest

from jianbao.ingest.captions import set_captions_apart
from jianbao.ingest.typing import read_typed_blocks

FARMING = """今天，农业农村部发布消息，全国春播粮食
过四成，各地推进农机农艺融合，加大良种
推广力度，全力以赴保证播种的质量。在吉
林，大型免耕播种机有序地春播，种植户的
积极性很高，种子和化肥供应充足。"""


def is_caption(lines: str, *, below: str = "春播春管有序推进") -> bool:
    blocks = set_captions_apart(read_typed_blocks(f"{FARMING}\n\n{lines}\n\n{below}\n\n{FARMING}"))
    return next(block for block in blocks if block.text.startswith(lines[:4])).kind == "sentence"


@pytest.mark.parametrize(
    "lines",
    [
        "图为吉林的大型免耕播种\n机在作业。",
        "上图：图为播种机在作业，\n种植户在查看。",
        "这是4月30日拍摄的农田，\n播种机在作业（无人机照片）。",
        "播种机在作业，种植户在查\n看。本报记者 张玉香 摄",
        "播种机在作业，种植户在查\n看。（张玉香摄）",
        "播种机在作业，种植户在查看。本\n报记者 张玉香 摄",
        "播种机在作业（摄于吉林）新华社发（张玉香摄）",
        "种植户在查看。受访单位供图",
        # most of it is in the text
        "吉林榆树，大型免耕播种\n机有序地春播。",
        # what is seen, and nothing said of it
        "25日，会议现场。",
        "大型免耕播种机一角。",
    ],
)
def test_captions(lines: str) -> None:
    assert is_caption(lines)


@pytest.mark.parametrize(
    "lines",
    [
        # a column's end
        "机有序地春播，粮食供应充足，供图\n书馆收藏。",
        "本报讯（记者 张玉香）图为播种机，\n种植户在查看。",
        "播种机在作业，种植户在查看，大\n家都说好。（记者 张玉香）",
        # a new thing is told
        "吉林榆树，种植户领到了新\n的补贴。",
        # as wide as the columns: the text says it twice
        "在吉林，大型免耕播种机有序地春播，种植\n户的积极性很高。",
    ],
)
def test_what_is_no_caption(lines: str) -> None:
    assert not is_caption(lines)
