"""The opening of a text ends where a reader would pause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.opening import LONGEST, SHORTEST, USUAL, opening_of


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("", ""),
        ("近日，区政协召开协商会议。", "近日，区政协召开协商会议。"),
        # At the last clause that has room, and sooner at the end of a sentence.
        (
            "今年以来，各社区建起议事厅，居民的难事有处说，心事有人听。",
            "今年以来，各社区建起议事厅，居民的难事有处说…",
        ),
        (
            "村里修好了连着三个组的水泥路。过去，下雨天出门两脚泥，如今不会了。",
            "村里修好了连着三个组的水泥路…",
        ),
        # A little further when there is no mark before.
        (
            "日前，银川市金凤区长城中路街道鲁银社区党委组织社区“两委”成员、各小区党支部书记开会。",
            "日前，银川市金凤区长城中路街道鲁银社区党委组织社区“两委”成员…",
        ),
        # Not at the first item of a row when that is little more than the day.
        (
            "11月5日，省政协委员、农业专家周正平（右二）在汉寿县岩汪湖镇的蔬菜基地，为种植户讲解技术。",
            "11月5日，省政协委员、农业专家周正平（右二）…",
        ),
        # Never within what is quoted or named.
        (
            "委员们聚焦重点领域，提出“先议后办、边议边办、办完再评、评了再改”的新办法。",
            "委员们聚焦重点领域…",
        ),
        (
            "区政协委员今天上午来到社区，把《中华人民共和国无障碍环境建设法》送到居民手中。",
            "区政协委员今天上午来到社区…",
        ),
        (
            "区里的政协委员今年共同学习了《中华人民共和国无障碍环境建设法释义与解读》这本书",
            "区里的政协委员今年共同学习了…",
        ),
        # All of it is quoted.
        (
            "“小区便民充电桩安好了，还是带棚的，以后再也不用担心下雨天没法给电动车充电了。”日前，王丽霞说。",
            "“小区便民充电桩安好了，还是带棚的…",
        ),
        # Between words where no mark is near, and never within a number or a foreign word.
        (
            "全区各界人士代表座谈会今天上午在区政协二楼会议室举行区委书记出席并讲话",
            "全区各界人士代表座谈会今天上午…",
        ),
        (
            "区政协召开全体会议审议通过今年协商工作计划第12345号提案办理情况报告",
            "区政协召开全体会议审议通过今年协商工作计划…",
        ),
        (
            "国产大飞机昨天首次飞抵宁夏银川河东国际机场T3ABC航站楼前广场接受检阅",
            "国产大飞机昨天首次飞抵宁夏银川河东国际机场…",
        ),
        ("一" * 40, "一" * USUAL + "…"),
        ("“" + "一" * 40, "“" + "一" * (USUAL - 1) + "…"),
    ],
)
def test_where_it_ends(text: str, opening: str) -> None:
    assert opening_of(text) == opening


@given(st.text(st.sampled_from("一的在，。、“”《》（第1a%… \0"), max_size=60))
def test_it_is_a_beginning_of_the_text_and_neither_long_nor_short(text: str) -> None:
    opening = opening_of(text)
    if len(text) <= USUAL:
        assert opening == text
    else:
        assert opening[-1] == "…"
        assert text.startswith(opening[:-1])
        assert SHORTEST <= len(opening) - 1 <= LONGEST
