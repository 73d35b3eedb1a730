"""Who wrote it, where only the place on the page tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jianbao.ingest.credits import read_byline
from jianbao.ingest.pdf.bylines import read_credit, split_closing_credit
from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Text
from tests.ingest.pdf.drawn import cut_drawn

CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
CANAL = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4
PAGE = (500.0, 500.0)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□　民进会员　江雁", ("江雁",)),
        ("地区畜牧站　杨昌茂", ("杨昌茂",)),
        ("孙 菲 摄", ("孙菲",)),
        ("本报评论员", ("本报评论员",)),
        ("何洛文摄（影像中国）", ("何洛文",)),
        ("光明日报记者 季春红摄/光明图片", ("季春红",)),
        ("扬子晚报/紫牛新闻记者 陈金刚 摄影报道", ("陈金刚",)),
        ("拍友 杨 波 摄", ("杨波",)),
        ("文学院2022级　顾南枝", ("顾南枝",)),
        ("□　外国语学院　闻　笛", ("闻笛",)),
    ],
)
def test_credits(line: str, names: tuple[str, ...]) -> None:
    credit = read_credit(line)
    assert credit is not None
    assert credit.names == names


@pytest.mark.parametrize("line", ["田头小议", "车补真金白银", "游客与管家并进", "石桥乡的学校"])
def test_what_names_nobody(line: str) -> None:
    assert read_credit(line) is None


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("（麻胜斌）", ("麻胜斌",)),
        ("本报记者 章咪佳 郑 超", ("章咪佳", "郑超")),
        ("新华社记者 牧野摄", ("牧野",)),
        ("韦仕宏 摄", ("韦仕宏",)),
        ("何洛文摄（影像中国）", ("何洛文",)),
        ("徐宏星摄/光明图片", ("徐宏星",)),
        ("拍友 杨 波 摄", ("杨波",)),
        ("（高坪乡农民 周顺发）", ("周顺发",)),
        ("（未完）", ()),
    ],
)
def test_what_ends_an_article(end: str, names: tuple[str, ...]) -> None:
    text, byline = split_closing_credit(f"大家都说方便。{end}")
    assert (byline.names if byline else ()) == names
    assert text == ("大家都说方便。" if names else f"大家都说方便。{end}")


def test_a_centres_reporters() -> None:
    byline = read_byline("龙溪县融媒体中心记者　韦仕宏　蒙柳青　文／图")
    assert byline is not None
    assert (byline.names, byline.role) == (("韦仕宏", "蒙柳青"), "文/图")


def test_what_stands_over_a_headline_and_reads_like_names_is_a_column() -> None:
    page = cut_drawn(
        [
            Text(20, 20, "文澜时评", 12, "hei"),
            Text(20, 38, "社区食堂暖人心", 24, "hei"),
            Text(20, 70, "■ 唐闻渡", 11, "kai"),
            *column(CANTEEN, 20, 92, 20),
        ],
        PAGE,
    )
    (one,) = page.articles
    assert (one.title, one.byline, one.kicker) == ("社区食堂暖人心", ("唐闻渡",), None)
    assert ("column-label", "文澜时评") in [(each.kind, each.text) for each in page.furniture]


def test_three_characters_under_a_headline_are_a_pen_name() -> None:
    page = cut_drawn(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            Text(80, 52, "经时平", 13, "kai", spacing=0.5),
            *column(CANTEEN, 20, 80, 20),
        ],
        PAGE,
    )
    assert [(one.title, one.byline) for one in page.articles] == [("社区食堂暖人心", ("经时平",))]


def test_names_that_columns_below_seem_to_cut_are_one_byline() -> None:
    page = cut_drawn(
        [
            Text(20, 20, "社区食堂暖了街坊的心", 32, "hei"),
            Text(154, 64, "本报记者　柳　文　见习记者　杭予舒", 11.5, "kai"),
            *column(CANTEEN, 20, 84, 18),
            *column(CANAL, 214, 84, 18),
        ],
        PAGE,
    )
    assert page.articles[0].byline == ("柳文", "杭予舒")


def test_a_photographer_on_his_captions_line_signs_no_note_below_it() -> None:
    page = cut_drawn(
        [
            Text(230, 20, "社区食堂暖人心", 24, "hei"),
            *column(CANTEEN, 230, 60, 20),
            Bar(20, 20, 200, 120, "#bbb"),
            Text(20, 146, "食堂里坐满了人。", 9, "kai"),
            Text(180, 146, "王佳木 摄", 9, "hei"),
            Bar(16, 172, 204, 44, "#eee"),
            Text(42, 180, "编者按：三月以来，渡槽边", 11, "kai"),
            Text(20, 196, "添了水闸，本报记者走进灌区。", 11, "kai"),
            Text(20, 300, "渡槽水闸全换新", 20, "hei"),
            *column(CANAL, 20, 340, 20),
            *column(CANTEEN, 234, 340, 20),
        ],
        PAGE,
    )
    assert [(one.title, one.byline) for one in page.articles] == [
        ("社区食堂暖人心", ()),
        (None, ()),
        ("渡槽水闸全换新", ()),
    ]
    assert page.articles[0].captions == ("食堂里坐满了人。 王佳木 摄",)


def test_a_bracket_behind_a_spaced_lead_is_on_its_line() -> None:
    lead = [
        Text(40, 60, "新华社北京11月3日", 10, "hei", spacing=0.1),
        Text(20, 75, "电", 10, "hei"),
        Text(42, 75, "（记者张泉）国家", 10, "hei", spacing=0.1),
    ]
    page = cut_drawn(
        [Text(20, 20, "食堂暖人心", 20, "hei"), *lead, *column(CANTEEN, 20, 76, 11)[1:]],
        PAGE,
    )
    assert [one.byline for one in page.articles] == [("张泉",)]


@pytest.mark.parametrize(
    ("lead", "names", "source"),
    [
        ("本报记者　胡方玉　通讯员　陈家驹　", ("胡方玉", "陈家驹"), None),
        ("□　本报记者　刘　洋　", ("刘洋",), None),
        ("据人民政协网　", (), "人民政协网"),
    ],
)
def test_a_lead_in_the_face_of_the_text_ends_with_a_full_blank(
    lead: str, names: tuple[str, ...], source: str | None
) -> None:
    page = cut_drawn(
        [Text(20, 20, "社区食堂暖人心", 24, "hei"), *column(lead + CANTEEN, 20, 60, 16)], PAGE
    )
    (one,) = page.articles
    assert (one.byline, one.source, one.paragraphs) == (names, source, (CANTEEN,))


def test_a_name_in_brackets_on_the_last_line_is_no_text() -> None:
    strokes = [
        Text(20, 20, "社区食堂暖人心", 24, "hei"),
        *column(CANTEEN, 20, 60, 20),
        Text(170, 60 + 14 * 8, "（苏　禾）", 10),
    ]
    (one,) = cut_drawn(strokes, PAGE).articles
    assert (one.byline, one.paragraphs) == (("苏禾",), (CANTEEN,))


def test_an_upright_name_at_an_upright_headlines_side_is_its_authors() -> None:
    page = cut_drawn(
        [
            Text(20, 20, "井边", 46, "hei", down=True),
            Text(74, 60, "沈嘉禾", 13, "kai", down=True),
            *column(CANTEEN, 20, 140, 14),
            *column(CANAL, 176, 20, 14),
        ],
        PAGE,
    )
    (one,) = page.articles
    assert (one.title, one.byline, one.kicker) == ("井边", ("沈嘉禾",), None)


def test_an_upright_credit_set_wide_has_a_wide_blank_in_it() -> None:
    page = cut_drawn(
        [
            Text(80, 20, "社区食堂暖人心", 30, "hei", down=True),
            Text(40, 24, "本报记者", 10, "kai", down=True, spacing=0.8),
            Text(40, 114, "孙菲语", 10, "kai", down=True, spacing=0.8),
            *column(CANTEEN, 130, 20, 16),
            *column(CANAL, 306, 20, 16),
        ],
        PAGE,
    )
    (one,) = page.articles
    assert (one.byline, one.role, one.subtitle) == (("孙菲语",), "记者", None)


def test_a_name_set_like_the_first_line_below_it_takes_nothing_from_the_text() -> None:
    """Of a comment in a face and a size of its own."""
    first = "修一把伞、配一把钥匙、剪一次头发，便民角里围着人。" + CANTEEN[:37]
    page = cut_drawn(
        [
            Text(20, 20, "渡槽水闸全换新", 24, "hei"),
            *column(CANAL * 3, 20, 60, 20, 9.4),
            Text(300, 20, "把便利送到巷口", 20, "hei"),
            Text(320, 60, "□金　枫", 10, "kai"),
            *(replace(line, face="kai") for line in column(first, 300, 74, 14)),
        ],
        PAGE,
    )
    comment = next(one for one in page.articles if one.title == "把便利送到巷口")
    assert (comment.byline, comment.paragraphs, comment.subheads) == (("金枫",), (first,), ())


def test_an_expert_named_under_a_headline_wrote_it_though_his_portrait_stands_beside() -> None:
    page = cut_drawn(
        [
            Bar(20, 20, 56, 70, "#bbb"),
            Text(84, 24, "社区食堂暖人心", 20, "hei"),
            Text(84, 52, "送餐先行", 12, "kai"),
            Text(84, 74, "清河大学社会学院教授 李若溪", 9.5, "kai"),
            *column(CANTEEN, 20, 100, 20),
            Bar(260, 20, 56, 70, "#bbb"),
            Text(260, 94, "渡槽研究院工程师 孙菲语", 8.5, "kai"),
            Text(260, 120, "渡槽水闸换新颜", 20, "hei"),
            *column(CANAL, 260, 150, 20),
        ],
        PAGE,
    )
    told = {one.title: (one.byline, one.captions) for one in page.articles}
    assert told == {
        "社区食堂暖人心": (("李若溪",), ()),
        "渡槽水闸换新颜": ((), ("渡槽研究院工程师 孙菲语",)),
    }
