from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.errors import ContentError
from jianbao.tagging import Gazetteer, Tagger, tag_lines
from jianbao.tagging.article import is_digest, read

LINES = [
    {"id": "a", "title": "宁夏吴忠办好民生实事", "paragraphs": ["吴忠市利通区办好民生实事。"]},
    {"id": 2, "title": None, "paragraphs": []},
]

CHINESE = st.text(
    alphabet="北京市上海宁夏回族自治区银川金凤区黄河东路街道荣锦苑社区大同长治日照，。、在等地的村镇",
    max_size=60,
)


@pytest.fixture(scope="module")
def places() -> Tagger:
    return Tagger(Gazetteer.load(["宁夏回族自治区"]))


def test_a_line_in_gives_a_line_out(tagger: Tagger) -> None:
    lines = [json.dumps(line, ensure_ascii=False) + "\n" for line in LINES]
    first, second = map(json.loads, tag_lines([*lines, "\n"], tagger))
    assert list(first) == ["id", "regions", "mentions", "themes"]
    assert first["id"] == "a"
    assert first["regions"] == ["宁夏回族自治区/吴忠市", "宁夏回族自治区/吴忠市/利通区"]
    assert first["themes"] == ["民生实事"]
    assert second == {"id": 2, "regions": [], "mentions": [], "themes": []}


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id": 1, "paragraphs": "甲"}'])
def test_a_line_that_is_no_article_is_named_by_its_number(line: str, tagger: Tagger) -> None:
    with pytest.raises(ContentError) as caught:
        list(tag_lines(["\n", line], tagger))
    assert caught.value.line == 2


@given(title=CHINESE, paragraphs=st.lists(CHINESE, max_size=4))
def test_tags_are_known_regions_told_apart(
    places: Tagger, title: str, paragraphs: list[str]
) -> None:
    gazetteer = Gazetteer.load(["宁夏回族自治区"])
    tags = places.tag(title, paragraphs)
    found = tags.regions + tags.mentions
    assert len(set(found)) == len(found)
    assert all(gazetteer.known(path) for path in found)
    assert places.tag(title, paragraphs) == tags


@given(paragraphs=st.lists(CHINESE, max_size=4))
def test_reading_loses_no_character(paragraphs: list[str]) -> None:
    read_back = "".join(s.text for s in read(None, paragraphs, None, None))
    assert "".join(read_back.split()) == "".join("".join(paragraphs).split())


def test_a_digest_is_a_row_of_headed_items() -> None:
    body = "今天，这条铁路正式通车，全长七十公里。"
    assert is_digest("国内联播快讯", ["铁路通车", body, "桥梁合龙", body])
    assert not is_digest("铁路通车", [body, body])
    sentences = read("快讯", ["铁路通车", body, "桥梁合龙", body], None, None)
    assert [(s.item, s.headline) for s in sentences[1:]] == [
        (1, True),
        (1, False),
        (2, True),
        (2, False),
    ]


def test_no_sentence_is_endless() -> None:
    sentences = read(None, ["宁夏" * 5000], None, None)
    assert max(len(sentence.text) for sentence in sentences) <= 1000
    assert sum(len(sentence.text) for sentence in sentences) == 10000


def test_traditional_characters_are_tagged_as_simplified_ones(tagger: Tagger) -> None:
    printed = ("國家文物局在武漢發佈", ["國家文物局近日在武漢發佈最新考古成果，專家們介紹了情況。"])
    simplified = (
        "国家文物局在武汉发布",
        ["国家文物局近日在武汉发布最新考古成果，专家们介绍了情况。"],
    )
    assert tagger.tag(*printed) == tagger.tag(*simplified)
    assert tagger.tag(*printed).regions == ("湖北省/武汉市",)


def test_a_character_that_a_name_has_is_not_read_as_another(tagger: Tagger) -> None:
    text = ["陝西省咸陽市乾縣舉辦農產品展銷會，當地群眾說這個時節來賓絡繹不絕。"]
    (region,) = tagger.tag("乾縣展銷農產品", text).regions
    assert region == "陕西省/咸阳市/乾县"
