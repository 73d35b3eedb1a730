"""Lines that an extraction set apart are put together where they were one column."""

import random

import pytest

from jianbao.ingest.blocks import read_lines, rejoin_single_lines
from jianbao.ingest.columns import columns_of
from jianbao.ingest.fragments import split_paragraphs
from jianbao.ingest.typing import read_typed_blocks, stands_alone
from tests.ingest.test_cut import ARTICLES
from tests.ingest.typesetter import break_lines

PHOTO = ["十四届全国人大常委会第二十四次委员长会议24日下午在北京人民大会堂举行。赵乐际委员长主持。", "会议听取了全国人大宪法和法律委员会主任委员作的关于学位法草案、关税法草案修改意见的汇报，关于农业技术推广法等3部法律的修正案草案审议结果的报告，审议了相关草案修改稿。"]  # fmt: skip


def lone_lines(paragraphs: list[str], column: int) -> str:
    """Each line a block of its own."""
    return "\n\n".join(line for text in paragraphs for line in break_lines(text, column, 2))


def groups(text: str) -> list[str]:
    joined = rejoin_single_lines(read_lines(text), stands_alone)
    return ["".join(line.text for line in group) for group in joined]


@pytest.mark.parametrize("column", [12, 13, 15, 18, 20])
def test_a_column_of_lone_lines_becomes_one_block(column):
    assert groups(lone_lines(PHOTO, column)) == ["".join(PHOTO)]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda one: one["title"])
def test_whole_articles_of_lone_lines_become_one_block(article):
    column = random.Random(article["title"]).randint(13, 22)
    found = groups(lone_lines(article["paragraphs"], column))
    assert max(map(len, found)) > 0.9 * sum(map(len, found))


def test_a_headline_and_a_credit_beside_them_stay_apart():
    text = f"首届供应链博览会今天开幕\n\n{lone_lines(PHOTO, 20)}\n\n本报记者 张三 摄"
    assert groups(text) == ["首届供应链博览会今天开幕", "".join(PHOTO), "本报记者 张三 摄"]


def test_a_headline_nearly_as_wide_as_the_column_below_stays_apart():
    headline = "装备制造业助力山东工业稳增长"
    assert groups(f"{headline}\n\n{lone_lines(PHOTO, 17)}") == [headline, "".join(PHOTO)]


@pytest.mark.parametrize("line", ["图为塞方愿继续和中国加强合作。", "■本报记者 杨海强 摄"])
def test_what_its_words_show_to_be_no_text_stays_apart(line):
    column = lone_lines(PHOTO, 15)
    assert groups(f"{column}\n\n{line}\n\n{column}") == ["".join(PHOTO), line, "".join(PHOTO)]


def test_lone_headlines_of_one_length_are_no_column():
    text = "党建引领社区治理出实招\n\n民主协商议事乐享新生活\n\n用心用情助力青年稳就业\n\n乡村振兴示范带建设开展"
    assert len(groups(text)) == 4


def test_a_column_is_known_by_three_lines_or_by_a_neighbour():
    blocks = read_typed_blocks(
        f"{chr(10).join(break_lines(PHOTO[1], 16, 2))}\n\n持续发力，久久为功，作\n出贡献。\n\n"
        "发表讲话，这是他本年度的第二十一次会见，双方就共同关心的问题交换意见，\n他说，好。"
    )
    tall, fitting, wider = columns_of(blocks)
    assert (tall, fitting.known) == ((16.0, True), False)
    assert (wider.known, wider.width > 30) == (False, True)
    (fragment,) = split_paragraphs(blocks[2], 2, wider, indented=True)[:1]
    assert not fragment.column_known
