"""Which display lines make one headline, and which are two, a subtitle or a subhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jianbao.ingest.pdf import cut_pdf
from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Stroke, Text, advance, to_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.page import CutArticle

PAGE = (700.0, 500.0)
MEASURE, GUTTER = 130.0, 14.0
CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
CANAL = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4
SCHOOL = "村里的夜校开了班，学员下了工就来，有的学吉他，有的写书法，教室里坐满了人。" * 4
BIRDS = "湿地的候鸟又飞回来，苍鹭在芦苇边歇脚，栈道上的游客举着望远镜看个不停。" * 4


def articles(strokes: Sequence[Stroke]) -> tuple[CutArticle, ...]:
    (page,) = cut_pdf(to_pdf([strokes], PAGE))
    return page.articles


def titles(strokes: Sequence[Stroke]) -> list[str | None]:
    return [one.title for one in articles(strokes)]


def left(at: int) -> float:
    """Of a column."""
    return 20 + at * (MEASURE + GUTTER)


def over(text: str, at: int, columns: int, em: float, y: float = 20) -> Text:
    """Centred over columns."""
    width = columns * (MEASURE + GUTTER) - GUTTER
    return Text(left(at) + (width - advance(text) * em) / 2, y, text, em, "hei")


def four_columns(y: float = 60) -> list[Text]:
    texts = (CANTEEN, SCHOOL, CANAL, BIRDS)
    return [line for at, text in enumerate(texts) for line in column(text, left(at), y, 13)]


def test_equal_headlines_side_by_side_each_over_two_columns() -> None:
    strokes = [
        over("社区食堂开到老人的家门口", 0, 2, 22),
        over("灌区渡槽换上崭新的水闸", 2, 2, 22),
        *four_columns(),
    ]
    first, second = articles(strokes)
    assert (first.title, first.paragraphs) == ("社区食堂开到老人的家门口", (CANTEEN, SCHOOL))
    assert (second.title, second.paragraphs) == ("灌区渡槽换上崭新的水闸", (CANAL, BIRDS))


def test_equal_headlines_side_by_side_both_flush_with_their_columns() -> None:
    strokes = [
        Text(left(0), 20, "社区食堂开到老人的家门口", 22, "hei"),
        Text(left(2), 20, "灌区渡槽换上崭新的水闸", 22, "hei"),
        *four_columns(),
    ]
    assert titles(strokes) == ["社区食堂开到老人的家门口", "灌区渡槽换上崭新的水闸"]


def test_equal_headlines_of_two_lines_the_first_over_a_photograph() -> None:
    pairs = (
        ("社区食堂开到老人的家", "门口今年又开了三家店"),
        ("灌区渡槽换上崭新的水", "闸放水员不用再走夜路"),
    )
    strokes = [
        *(
            over(line, at, 1, 13, 20 + 16 * row)
            for at, lines in enumerate(pairs)
            for row, line in enumerate(lines)
        ),
        Bar(left(0), 58, MEASURE, 90, "#bbb"),
        *column(CANTEEN, left(0), 156, 13),
        *column(CANAL, left(1), 60, 13),
    ]
    assert [one.title_lines for one in articles(strokes)] == list(pairs)


def test_equal_headlines_the_first_over_a_photograph_and_a_column() -> None:
    """A blank of two em is between them."""
    strokes = [
        over("社区食堂开到老人家门口", 0, 2, 22),
        over("灌区渡槽换上崭新水闸", 2, 2, 22),
        Bar(left(0), 60, MEASURE, 90, "#bbb"),
        *column(CANTEEN[:76], left(0), 156, 13),
        *four_columns()[12:],
    ]
    assert titles(strokes) == ["社区食堂开到老人家门口", "灌区渡槽换上崭新水闸"]


def test_two_equal_headlines_beside_a_third_that_is_smaller() -> None:
    """The second is over its column, though the third that follows on its row reaches farther."""
    strokes = [
        over("食堂开了门", 0, 1, 24),
        over("夜校上新课", 1, 1, 24),
        Text(left(2), 23, "渡槽换上了新的水闸", 20, "hei"),
        *four_columns(),
    ]
    assert titles(strokes) == ["食堂开了门", "夜校上新课", "渡槽换上了新的水闸"]


def test_a_headline_whose_halves_reach_out_over_the_columns_below_is_one() -> None:
    assert titles([over("食堂开了门 老人心里暖", 0, 4, 28), *four_columns()]) == [
        "食堂开了门 老人心里暖"
    ]


@pytest.mark.parametrize("title", ["社区食堂 人心暖了", "社区食堂　人心暖了"])
def test_a_headline_with_a_blank_over_two_columns_is_one(title: str) -> None:
    """Its second column goes on from the first."""
    whole = CANTEEN + CANAL
    rows = [whole[at : at + 13] for at in range(141, 284, 13)]
    strokes = [
        over(title, 0, 2, 22),
        *column(whole[:141], left(0), 60, 13),
        *(Text(left(1), 60 + 14 * at, row, 10) for at, row in enumerate(rows)),
    ]
    assert titles(strokes) == ["社区食堂 人心暖了"]


def test_a_spaced_headline_beside_one_that_is_not_spaced() -> None:
    """Its second half begins as exactly over the second column as a headline of its own would."""
    strokes = [
        Text(left(0), 20, "食堂开到家门口了", 24, "hei", spacing=0.5),
        over("灌区渡槽换上了新的水闸", 2, 2, 24),
        Bar(left(0), 60, MEASURE, 170, "#bbb"),
        *four_columns()[12:],
    ]
    assert titles(strokes) == ["食堂开到家门口了", "灌区渡槽换上了新的水闸"]


def test_two_lines_spaced_by_an_em_are_not_read_downwards() -> None:
    strokes = [
        Text(20, 20, "社区食堂暖人心窝", 22.4, "hei", spacing=1.0),
        Text(20, 47, "小事情里有大文章", 22.4, "hei", spacing=1.0),
        *column(CANTEEN, 20, 90, 31),
    ]
    assert titles(strokes) == ["社区食堂暖人心窝 小事情里有大文章"]


def test_the_last_character_of_an_upright_headline_alone_on_its_line() -> None:
    strokes = [
        Text(64, 20, "社区食堂开到老人的", 16, "hei", down=True),
        Text(45, 20, "家门口今年开了三家", 16, "hei", down=True),
        Text(26, 76, "店", 16, "hei", down=True),
        *column(CANTEEN, 96, 20, 20),
    ]
    (one,) = articles(strokes)
    assert one.title_lines == ("社区食堂开到老人的", "家门口今年开了三家", "店")


def test_a_headline_of_six_lines_in_a_narrow_column() -> None:
    lines = (
        "人民工匠荣誉",
        "称号的获得者",
        "许大勇：社区",
        "食堂的账本里",
        "有老人的三餐",
        "和四季",
    )
    strokes = [
        *(Text(20, 20 + 17 * at, line, 14, "hei") for at, line in enumerate(lines)),
        *column(CANTEEN, 20, 130, 9),
    ]
    (one,) = articles(strokes)
    assert (one.title_lines, one.paragraphs) == (lines, (CANTEEN,))


def test_a_subhead_right_below_a_subtitle_is_none_of_it() -> None:
    strokes = [
        over("社区食堂暖人心", 0, 1, 18),
        over("——食堂一年间", 0, 1, 12.4, 42),
        over("从灶台到饭桌", 0, 1, 11.2, 58),
        *column(CANTEEN, left(0), 74, 13),
    ]
    (one,) = articles(strokes)
    assert one.subtitle == "——食堂一年间"
    assert [subhead.text for subhead in one.subheads] == ["从灶台到饭桌"]


def test_a_line_of_a_subtitles_size_as_high_as_the_next_column_is_a_subhead() -> None:
    strokes = [
        over("社区食堂开到老人的家门口", 0, 2, 22),
        over("——社区食堂开张一年的见闻", 0, 2, 12.4, 45),
        over("从灶台到饭桌", 0, 1, 12.4, 62),
        *column(CANTEEN, left(0), 80, 13),
        *column(SCHOOL, left(1), 62, 13),
    ]
    (one,) = articles(strokes)
    assert one.subtitle == "——社区食堂开张一年的见闻"
    assert [subhead.text for subhead in one.subheads] == ["从灶台到饭桌"]


def test_a_centred_line_of_the_texts_own_face_between_paragraphs_is_a_subhead() -> None:
    strokes = [
        over("社区食堂开到老人的家门口", 0, 2, 22),
        *column(CANTEEN[:74], 20, 60, 27),
        Text(20 + 105, 60 + 14 * 3, "从灶台到饭桌", 10),
        *column(SCHOOL, 20, 60 + 14 * 4, 27),
    ]
    (one,) = articles(strokes)
    assert one.paragraphs == (CANTEEN[:74], SCHOOL)
    assert [(sub.text, sub.before_paragraph) for sub in one.subheads] == [("从灶台到饭桌", 1)]


@pytest.mark.parametrize(
    ("before", "line", "x", "indent"),
    [
        (CANTEEN[:74], "远", 150, 2),  # a name's last character, of a byline over two lines
        (CANTEEN[:73] + "：", "从灶台到饭桌", 125, 2),  # a verse that is quoted
        (CANTEEN[:74], "从灶台到饭桌", 125, 0),  # a verse that the sentence goes on from
        (CANTEEN[:74], "一是办好社区食堂", 40, 2),  # of a list
    ],
)
def test_a_short_line_that_is_no_subhead(before: str, line: str, x: float, indent: int) -> None:
    whole = "\u3000" * indent + SCHOOL
    strokes = [
        over("社区食堂开到老人的家门口", 0, 2, 22),
        *column(before, 20, 60, 27),
        Text(x, 60 + 14 * 3, line, 10),
        *(
            Text(20 + (20 if indent and at == 0 else 0), 60 + 14 * (4 + at), row.strip(), 10)
            for at, row in enumerate(whole[at : at + 27] for at in range(0, len(whole), 27))
        ),
    ]
    (one,) = articles(strokes)
    assert not one.subheads
    assert "".join(one.paragraphs) == before + line + SCHOOL


def test_a_headline_may_step_down_from_left_to_right() -> None:
    strokes = [
        Text(left(0), 20, "把区位优势", 24, "kai"),
        Text(left(0) + 124, 48, "转化为发展优势", 24, "kai"),
        *column(CANTEEN, left(0), 84, 13),
        *column(CANAL, left(1), 84, 13),
    ]
    (one,) = articles(strokes)
    assert one.title_lines == ("把区位优势", "转化为发展优势")
    assert one.paragraphs == (CANTEEN, CANAL)


def test_a_byline_larger_than_the_text_is_no_subtitle() -> None:
    strokes = [
        over("社区食堂开到老人的家门口", 0, 4, 30),
        over("本报记者 郑海鸥 毛 磊 付 文", 0, 4, 12.6, 54),
        *four_columns(76),
    ]
    (one,) = articles(strokes)
    assert (one.subtitle, one.byline) == (None, ("郑海鸥", "毛磊", "付文"))


def test_two_posts_on_one_line_are_one_byline() -> None:
    strokes = [
        over("社区食堂开到老人的家门口", 0, 4, 30),
        Text(220, 54, "本报记者 马 军", 11, "kai"),
        Text(220 + 11 * 6.5 + 22, 54, "通讯员 田小雨", 11, "kai"),
        *four_columns(76),
    ]
    (one,) = articles(strokes)
    assert one.byline == ("马军", "田小雨")


def test_six_characters_without_a_blank_are_a_subhead_and_no_names() -> None:
    strokes = [
        over("社区食堂开到老人的家门口", 0, 1, 11),
        *column(CANTEEN, left(0), 60, 13),
        Text(left(0) + 30, 60 + 14 * 12 + 4, "车补真金白银", 10.6, "hei"),
        *column(CANAL, left(0), 60 + 14 * 13 + 10, 13),
    ]
    (one,) = articles(strokes)
    assert [subhead.text for subhead in one.subheads] == ["车补真金白银"]


def test_an_editors_note_below_a_banner_is_all_of_its_text() -> None:
    note = "编者按：岁末年初，商场里人气渐旺，一个“换”字连着千家万户。本报今日推出一组报道。"
    strokes = [
        over("从“换”字看消费新活力", 0, 4, 44),
        Bar(20, 74, 562, 24, "#def"),
        Text(48, 80, note, 11.4, "kai"),
        over("旧的去了新的来了", 0, 2, 26, 112),
        over("市场供应足人气旺", 2, 2, 24, 112),
        *four_columns(150),
    ]
    banner, *others = articles(strokes)
    assert (banner.title, banner.paragraphs) == ("从“换”字看消费新活力", (note,))
    assert [one.title for one in others] == ["旧的去了新的来了", "市场供应足人气旺"]


def test_a_notices_opening_larger_than_the_pages_text_is_no_subtitle() -> None:
    opening = "为做好城乡居民基本医疗保险参保缴费和待遇衔接工作，切实维护参保群众权益，现公告如下："
    rules = "一、补缴时间。因故未在集中缴费期内参保的，可于六月三十日前补缴当年费用，逾期不再受理。"
    strokes = [
        over("社区食堂开到老人的家门口", 0, 2, 22),
        *column(CANTEEN, left(0), 60, 13),
        *column(CANAL, left(1), 60, 13),
        Bar(320, 10, 300, 240, None, 0.8),
        Text(440, 20, "公 告", 26, "hei"),
        *column(opening, 330, 60, 20, 12.6),
        *column(rules, 330, 60 + 1.4 * 12.6 * 3, 20, 12.6),
    ]
    notice = next(one for one in articles(strokes) if one.title == "公告" or one.title == "公 告")
    assert (notice.subtitle, notice.paragraphs) == (None, (opening, rules))


def test_a_rule_past_all_columns_ends_a_storey() -> None:
    """What stands over it, without a headline, does not go on below it to the left."""
    strokes = [
        over("社区食堂开到老人的家门口", 0, 2, 22),
        *column(CANTEEN, left(0), 60, 13),
        *column(SCHOOL, left(1), 60, 13),
        *column(BIRDS, left(2), 60, 13),
        Bar(20, 250, 562, 1),
        over("灌区渡槽换上崭新的水闸", 0, 2, 22, 262),
        *column(CANAL[:74], left(0), 300, 13),
        *column(CANAL[74:], left(1), 300, 13),
    ]
    told = {one.title: "".join(one.paragraphs) for one in articles(strokes)}
    assert told["灌区渡槽换上崭新的水闸"] == CANAL


def test_a_blank_as_wide_as_a_character_stays_beside_a_digit() -> None:
    strokes = [
        over("受益老人比去年增加30%　新开食堂12家", 0, 4, 14),
        over("社区食堂开到老人的家门口", 0, 4, 28, 40),
        *four_columns(84),
    ]
    (article,) = articles(strokes)
    assert article.kicker == "受益老人比去年增加30% 新开食堂12家"


@pytest.mark.parametrize(("level", "upright"), [(30, 20), (18, 30)])
def test_an_upright_line_below_a_level_ones_middle_forms_a_t_with_it(
    level: float, upright: float
) -> None:
    x = [20 + 144 * at for at in range(4)]
    strokes = [
        over("荒坡变成了开心农场", 0, 4, level),
        Text(x[2] - 7 - upright / 2, 60, "孩子们种菜忙", upright, "kai", down=True),
        *column(CANTEEN, x[0], 60, 12),
        *column(SCHOOL, x[1], 60, 11),
        *column(CANAL, x[2] + 24, 60, 12),
        *column(BIRDS, x[3] + 14, 60, 12),
    ]
    (one,) = articles(strokes)
    if level > upright:
        assert (one.title, one.subtitle) == ("荒坡变成了开心农场", "孩子们种菜忙")
    else:
        assert (one.kicker, one.title) == ("荒坡变成了开心农场", "孩子们种菜忙")
    assert one.paragraphs == (CANTEEN, SCHOOL, CANAL, BIRDS)


def test_a_name_right_under_a_headline_is_its_authors_however_large() -> None:
    strokes = [
        over("社区食堂开到老人的家门口", 0, 4, 30),
        over("林琴秋", 0, 4, 14, 56),
        *four_columns(80),
    ]
    (one,) = articles(strokes)
    assert (one.subtitle, one.byline) == (None, ("林琴秋",))


def test_who_wrote_it_may_stand_in_bold_before_the_first_words() -> None:
    first, *rest = column(f"{'　' * 8}{CANTEEN}", left(0), 60, 13)
    strokes = [
        over("社区食堂开到老人的家门口", 0, 1, 11),
        Text(left(0) + 20, 60, "本报记者 额尔德", 10, "hei"),
        Text(left(0) + 100, first.y, first.text[-3:], 10),
        *rest,
    ]
    (one,) = articles(strokes)
    assert (one.byline, one.paragraphs) == (("额尔德",), (CANTEEN,))


def test_a_last_line_alone_at_a_columns_top_is_no_subhead_where_text_is_set_larger() -> None:
    """An opening article's text is a size larger than the page's."""
    large = 10.6
    strokes = [
        over("社区食堂开到老人的家门口", 0, 2, 26),
        *column(CANTEEN[:83], left(0), 60, 13, large),
        Text(left(1) + 8, 60, CANTEEN[83:95] + "。", large),
        Text(left(1) + 20, 76, "送到老人手里", large, "hei"),
        *column(SCHOOL[:110], left(1) + 8, 92, 13, large),
        over("灌区渡槽换上崭新的水闸", 2, 2, 22),
        *column(CANAL * 2, left(2) + 10, 60, 12),
        *column(BIRDS * 2, left(3) + 10, 60, 12),
    ]
    first = next(one for one in articles(strokes) if one.title == "社区食堂开到老人的家门口")
    assert "".join(first.paragraphs) == CANTEEN[:95] + "。" + SCHOOL[:110]
    assert [subhead.text for subhead in first.subheads] == ["送到老人手里"]


def test_an_opening_set_larger_across_the_columns_is_the_texts_first_paragraph() -> None:
    opening = "今年以来，全县把土特产当作富民的大产业来抓，从山坡到车间再到餐桌，一条链子越拉越长。"
    strokes = [
        over("土特产里做出大文章", 0, 4, 40),
        *column(opening, left(0), 70, 40, 13),
        *four_columns(120),
    ]
    (one,) = articles(strokes)
    assert (one.subtitle, one.paragraphs[0]) == (None, opening)


def test_a_headline_alone_in_a_box_heads_text_outside_it() -> None:
    """With its subtitle, which is set like text and is no sentence."""
    strokes = [
        Bar(left(3) - 4, 20, 140, 120, "#dd0"),
        Text(left(3) + 4, 30, "社区食堂", 28, "hei"),
        Text(left(3) + 4, 62, "暖了人心", 28, "hei"),
        Text(left(3) + 4, 100, "三十五年一万八千张手写", 10.8, "hei"),
        Text(left(3) + 4, 114, "卡片记下社区的日子", 10.8, "hei"),
        Bar(left(0), 20, 420, 120, "#bbb"),
        *column(CANTEEN * 2, left(0), 160, 40),
    ]
    assert titles(strokes) == ["社区食堂 暖了人心"]


def test_the_second_half_of_a_headline_over_text_and_subheads_is_no_label() -> None:
    strokes = [
        Text(20, 10, "一盏灯一壶茶", 40, "hei"),
        Text(20 + 7.3 * 40, 10, "聊开烦心事", 40, "hei"),
        *column(CANTEEN, left(0), 64, 13),
        *column(SCHOOL, left(1), 64, 13),
        Text(left(2) + 40, 64, "话要说得开", 10, "hei"),
        *column(CANAL, left(2), 78, 13),
        Text(left(2) + 40, 78 + 14 * 12, "事要办得成", 10, "hei"),
        *column(BIRDS, left(2), 78 + 14 * 13, 13),
    ]
    (one,) = articles(strokes)
    assert one.title == "一盏灯一壶茶 聊开烦心事"
    assert [subhead.text for subhead in one.subheads] == ["话要说得开", "事要办得成"]


def test_upright_lines_alone_in_a_box_are_one_headline_and_its_subtitle() -> None:
    strokes = [
        Bar(20, 20, 150, 230, None, 0.8),
        Text(135, 30, "南水北调累计", 25, "hei", down=True),
        Text(92, 30, "调水突破七百亿方", 21.5, "hei", down=True),
        Text(46, 60, "沿线百万人受益", 13, "kai", down=True),
        *column(CANTEEN, 190, 20, 13),
        *column(SCHOOL, 340, 20, 13),
    ]
    (one,) = articles(strokes)
    assert (one.title_lines, one.subtitle) == (
        ("南水北调累计", "调水突破七百亿方"),
        "沿线百万人受益",
    )


@pytest.mark.parametrize(("drop", "kicker"), [(2, True), (30, False)])
def test_an_upright_line_right_of_a_headline_is_its_kicker_if_it_begins_as_high(
    drop: float, kicker: bool
) -> None:
    strokes = [
        Text(20, 20, "山路弯弯法槌轻", 30, "hei", down=True),
        Text(62, 20 + drop, "追记执行法官老鲍", 13, "kai", down=True),
        *column(CANTEEN, 90, 20, 13),
        *column(SCHOOL, 240, 20, 13),
    ]
    (one,) = articles(strokes)
    told = "追记执行法官老鲍"
    assert (one.kicker, one.subtitle) == ((told, None) if kicker else (None, told))


def test_a_dashed_line_behind_a_headline_is_its_subtitle() -> None:
    strokes = [
        Text(20, 20, "松阳老屋醒来", 34, "hei"),
        Text(240, 38, "——传统村落连片保护见闻", 14),
        *four_columns(74),
    ]
    (one,) = articles(strokes)
    assert (one.title, one.subtitle) == ("松阳老屋醒来", "——传统村落连片保护见闻")


def test_a_dashed_line_over_a_headline_is_its_kicker() -> None:
    strokes = [
        Text(60, 20, "——传统村落连片保护见闻", 14, "kai"),
        Text(20, 40, "松阳老屋醒来", 34, "hei"),
        *four_columns(90),
    ]
    (one,) = articles(strokes)
    assert (one.kicker, one.title, one.subtitle) == (
        "——传统村落连片保护见闻",
        "松阳老屋醒来",
        None,
    )


def test_an_upright_subtitle_that_begins_as_high_may_stand_an_em_off() -> None:
    strokes = [
        Text(20, 20, "社区食堂", 16, "hei"),
        *column(CANTEEN, 20, 46, 13),
        Text(300, 260, "夜校开班村里亮", 28, "hei", down=True),
        Text(257, 262, "学员下了工就来教室", 15, "kai", down=True),
        *column(SCHOOL, 350, 260, 14),
    ]
    canteen, school = articles(strokes)
    assert (school.title, school.subtitle) == ("夜校开班村里亮", "学员下了工就来教室")
    assert canteen.subheads == ()


def test_a_small_line_over_the_white_between_two_columns_is_a_subtitle() -> None:
    strokes = [
        Text(91, 20, "村里的夜校开了班", 24, "hei"),
        Text(154, 48, "学员下工就来", 11, "kai"),
        *column(SCHOOL, 20, 66, 16),
        *column(CANTEEN, 194, 66, 16),
    ]
    (one,) = articles(strokes)
    assert (one.title, one.subtitle, one.subheads) == ("村里的夜校开了班", "学员下工就来", ())


def test_a_rule_past_a_column_parts_it_from_the_one_below() -> None:
    """Below it the last column of another article begins higher than its first ones."""
    strokes = [
        over("社区食堂暖人心", 0, 3, 22),
        *column(CANTEEN, left(0), 50, 13),
        *column(CANTEEN, left(1), 50, 13),
        *column(CANTEEN, left(2), 50, 13),
        Bar(left(0), 221, 3 * 140, 0.5),
        over("村里的夜校开了班", 0, 2, 20, 228),
        *column(SCHOOL, left(0), 262, 13),
        *column(SCHOOL, left(1), 262, 13),
        *column(SCHOOL, left(2), 226, 13),
    ]
    canteen, school = articles(strokes)
    assert "".join(canteen.paragraphs) == 3 * CANTEEN
    assert (school.title, "".join(school.paragraphs)) == ("村里的夜校开了班", 3 * SCHOOL)


def test_a_small_line_right_below_a_headline_and_over_all_its_text_is_a_subtitle() -> None:
    below = [*column(CANTEEN, left(0), 64, 13), *column(SCHOOL, left(1), 64, 13)]
    small = Text(left(0), 48, "已开三家店送餐到家门", 11, "hei")
    (alone,) = articles([over("社区食堂开到家门口", 0, 2, 22), small, *below])
    assert alone.subtitle == "已开三家店送餐到家门"


def test_a_dashed_line_far_behind_a_headline_on_a_bar_is_its_subtitle() -> None:
    strokes = [
        Bar(left(0), 20, 562, 36, "#15a"),
        Text(left(0) + 10, 26, "委员问得直", 24, "hei", white=True),
        Text(440, 38, "——社区食堂协商会侧记", 12, "kai", white=True),
        *four_columns(66),
    ]
    first, *_ = articles(strokes)
    assert (first.title, first.subtitle) == ("委员问得直", "——社区食堂协商会侧记")


def test_lines_set_like_text_between_headline_and_lead_are_a_subtitle() -> None:
    deck = ["围绕“社区食堂的开办经验，", "把饭菜送到家门口”议政"]
    strokes = [
        over("社区食堂座谈会", 0, 1, 16),
        Text(left(0), 44, deck[0], 10, "kai"),
        Text(left(0) + 10, 57, deck[1], 10, "kai"),
        *column(f"本报讯（记者 王秋实）{CANTEEN}", left(0), 76, 13),
    ]
    (one,) = articles(strokes)
    assert (one.subtitle, one.paragraphs) == ("".join(deck), (CANTEEN,))


def test_the_lines_of_an_upright_headline_may_step_far_down() -> None:
    strokes = [
        Text(50, 20, "钢笔抄家书", 22, "hei", down=True),
        Text(26, 96, "一字一叩首", 22, "hei", down=True),
        *column(CANTEEN, 90, 20, 20),
    ]
    (one,) = articles(strokes)
    assert one.title_lines == ("钢笔抄家书", "一字一叩首")
