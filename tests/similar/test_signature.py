from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.article import Article
from jianbao.similar import signature
from jianbao.similar.signature import SCALE, TERMS
from jianbao.similar.words import open_words


def article(title: str = "雪后", **fields: object) -> Article:
    return Article(id="2023-02-20-03-01", date=date(2023, 2, 20), body="", title=title, **fields)  # type: ignore[arg-type]


def terms(title: str, text: str = "", **fields: object) -> set[str]:
    return {term for term, _ in signature(article(title, **fields), text)}


def test_the_headline_and_what_is_said_twice_tell_what_an_article_is_about() -> None:
    text = "充电桩建在哪里？居民说，充电桩要建在楼下。有人带来一篮葡萄酒。"
    assert terms("小区里的电梯", text) == {"充电桩", "电梯", "小区"}


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("培育壮大民营企业", "大民"),  # 壮大 | 民营企业
        ("联合国安理会召开会议", "国安"),  # 联合国 | 安理会
        ("推动高质量发展", "高质"),  # 高质量
        ("国务院部署供暖", "国务"),  # 国务院
        ("加沙地带的医院", "沙地"),  # 加沙地带
        ("全国麦收进度已过六成", "收进"),  # 麦收 | 进度
    ],
)
def test_the_edges_of_words_are_no_words(title: str, word: str) -> None:
    assert word not in terms(title, title)


def test_a_longer_word_stands_for_what_is_in_it() -> None:
    assert terms("老旧小区加装电梯", "老旧小区加装电梯") == {"老旧小区", "加装电梯"}


def test_names_in_quotation_marks_are_terms() -> None:
    assert "百姓板凳会" in terms("“百姓板凳会”议出新风")


def test_places_and_themes_are_terms_and_a_province_is_none() -> None:
    found = terms(
        "雪后",
        regions=("宁夏回族自治区/银川市/金凤区", "河北省"),
        themes=("基层治理",),
    )
    assert found == {"金凤区", "基层治理"}


@given(
    st.text("协商议事供暖电梯充电桩葡萄酒，。“”《》\nab", max_size=60),
    st.text("协商议事供暖电梯充电桩葡萄酒，。“”《》\nab", max_size=300),
)
def test_a_signature_is_a_vector_of_one_length(title: str, text: str) -> None:
    found = signature(article(title), text)
    assert len(found) <= TERMS
    assert len({term for term, _ in found}) == len(found)
    assert [weight for _, weight in found] == sorted((w for _, w in found), reverse=True)
    if found:
        length = math.sqrt(sum(weight * weight for _, weight in found))
        assert SCALE - 4 * TERMS < length <= SCALE * 1.01
    assert signature(article(title), text) == found


def test_the_table_holds_what_is_asked_of_it() -> None:
    words = open_words()
    assert len(words.beginnings) > 15_000
    weight, longer = words.of["协商"]
    assert weight > 0
    assert dict(longer["民"])["协商民主"] > weight
    assert "中国" in words.common


def test_flourishes_in_quotation_marks_are_no_terms() -> None:
    found = terms("民生实事“小切口” 铸就基层治理“大文章”", "供暖不热，供暖不稳，居民怨声载道。")
    assert not found & {"小切口", "大文章", "切口", "铸就"}
    assert found >= {"供暖", "基层治理"}
