"""Photo news and whose picture it is, where only rules, words and a credit tell."""

from __future__ import annotations

from functools import partial

from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Text
from tests.ingest.pdf.drawn import cut_drawn

PAGE = (500.0, 620.0)
FIRST = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
SECOND = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 4
THIRD = "湿地的候鸟又飞回来，苍鹭在芦苇边歇脚，栈道上的游客举着望远镜看个不停。" * 4


cut = partial(cut_drawn, size=PAGE)


def test_text_under_a_picture_across_the_page_is_photo_news_if_it_is_ruled_off() -> None:
    told = "3月31日，跨越两岸的特大桥顺利合龙，大桥全长六百二十二米，将方便十余万群众出行。"
    page = cut(
        [
            Bar(20, 20, 424, 150, "#bbb"),
            Text(40, 176, told, 9.5, "kai"),
            Text(20, 190, "两岸路网也随之完善。本报记者 孙 菲 摄", 9.5, "kai"),
            Bar(20, 208, 424, 2),
            Text(80, 220, "社区食堂暖了人心窝", 28, "hei"),
            *column(FIRST, 20, 260, 20),
            *column(SECOND, 234, 260, 20),
        ]
    )
    first, second = page.articles
    assert (first.kind, first.byline, first.role) == ("photo-news", ("孙菲",), "摄")
    assert first.paragraphs == (f"{told}两岸路网也随之完善。",)
    assert (second.title, second.captions) == ("社区食堂暖了人心窝", ())


def test_a_caption_with_a_photographer_that_no_rule_parts_from_the_text_stays_one() -> None:
    told = "3月31日，社区的食堂里坐满了人，大家一边吃饭一边说起送餐的事情。本报记者 孙 菲 摄"
    page = cut(
        [
            Bar(20, 20, 424, 150, "#bbb"),
            Text(20, 176, told, 9.5, "kai"),
            Text(80, 220, "社区食堂暖了人心窝", 28, "hei"),
            *column(FIRST, 20, 260, 20),
            *column(SECOND, 234, 260, 20),
        ]
    )
    (one,) = page.articles
    assert one.captions == (told,)


def test_a_photographer_named_on_the_last_line_ends_the_photo_news() -> None:
    text = FIRST
    strokes = column(text, 20, 150, 20)
    last = strokes[-1]
    page = cut(
        [
            Bar(20, 20, 200, 120, "#bbb"),
            *strokes,
            Text(134, last.y, "本报记者 孙 菲 摄", 10),
            Text(244, 20, "渡槽水闸全部换新颜", 20, "hei"),
            *column(SECOND, 244, 60, 20),
        ]
    )
    other, photo = page.articles
    assert (photo.title, photo.byline, photo.paragraphs) == (None, ("孙菲",), (text,))
    assert (other.title, other.paragraphs) == ("渡槽水闸全部换新颜", (SECOND,))


def test_a_small_credit_under_a_caption_is_a_part_of_it() -> None:
    page = cut(
        [
            Text(60, 20, "社区食堂暖了人心窝", 28, "hei"),
            *column(FIRST[:150], 20, 64, 20),
            Bar(234, 64, 200, 80, "#bbb"),
            Text(234, 149, "食堂里坐满了人。", 8.5, "kai"),
            Text(400, 162, "资料图片", 8, "kai"),
            *column(FIRST[150:] + SECOND, 234, 172, 20),
        ]
    )
    (one,) = page.articles
    assert (one.captions, one.subheads) == (("食堂里坐满了人。 资料图片",), ())


def test_of_articles_around_a_picture_its_caption_names_the_one_it_belongs_to() -> None:
    """A rule parts it from the left one; the one at its right stands nearer than its own."""
    page = cut(
        [
            Text(20, 20, "水闸换新", 16, "hei"),
            *column(SECOND, 20, 46, 12),
            Bar(147, 20, 0.5, 330),
            Bar(154, 20, 160, 110, "#bbb"),
            Text(154, 134, "游客举着望远镜看候鸟。", 8.5, "kai"),
            Text(254, 134, "记者 孙 菲 摄", 8.5, "kai"),
            Text(324, 20, "社区食堂", 16, "hei"),
            *column(FIRST[:80], 324, 46, 12),
            Text(154, 162, "候鸟飞回了湿地歇脚", 22, "hei"),
            *column(THIRD, 154, 196, 14),
            *column(THIRD, 310, 196, 14),
        ]
    )
    captions = {one.title: one.captions for one in page.articles}
    assert captions == {
        "水闸换新": (),
        "社区食堂": (),
        "候鸟飞回了湿地歇脚": ("游客举着望远镜看候鸟。 记者 孙 菲 摄",),
    }


def test_a_bare_photographer_under_two_captions_is_a_part_of_them() -> None:
    page = cut(
        [
            Text(60, 20, "湿地候鸟归来", 34, "hei"),
            *column(THIRD, 20, 80, 20),
            Bar(234, 80, 200, 130, "#bbb"),
            Text(234, 214, "▲苍鹭在芦苇边歇脚。", 9, "kai"),
            Text(234, 226, "▼游客举着望远镜。", 9, "kai"),
            Text(360, 238, "孙 菲 摄", 9, "kai"),
            Bar(234, 252, 200, 130, "#bbb"),
        ]
    )
    (one,) = page.articles
    assert "".join("".join(one.captions).split()).endswith("望远镜。孙菲摄")


def test_a_caption_alone_with_its_picture_in_a_box_is_photo_news() -> None:
    page = cut(
        [
            Bar(10, 10, 230, 220, None, 0.5),
            Bar(20, 20, 210, 130, "#bbb"),
            Text(40, 158, "4月1日，游客在湿地举着望远镜观", 9.5, "kai"),
            Text(20, 172, "看候鸟，苍鹭在芦苇边歇脚，栈道", 9.5, "kai"),
            Text(20, 186, "上人来人往。本报记者 孙菲 摄", 9.5, "kai"),
            Text(260, 20, "渡槽水闸全部换新颜", 20, "hei"),
            *column(SECOND, 260, 60, 20),
        ]
    )
    (photo,) = [one for one in page.articles if one.title is None]
    assert (photo.kind, photo.byline) == ("photo-news", ("孙菲",))
    assert photo.paragraphs[0].endswith("栈道上人来人往。")


TOLD = "5月12日，龙舟赛在清河开桨，二十二支队伍劈波竞渡。桃溪镇代表队以两分四十一秒夺冠。"


def test_a_caption_that_goes_on_to_tell_more_is_photo_news() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖了人心窝", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Bar(240, 60, 210, 120, "#bbb"),
            Text(259, 186, TOLD[:20], 9.5, "kai"),
            Text(240, 199, TOLD[20:], 9.5, "kai"),
            Text(240, 213, "本报记者 孙 菲 摄", 9.5, "hei"),
        ]
    )
    (photo,) = [one for one in page.articles if one.title is None]
    assert (photo.kind, photo.byline, photo.paragraphs) == ("photo-news", ("孙菲",), (TOLD,))


def test_a_credit_in_bold_on_a_captions_last_line_is_cut_off_it() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖了人心窝", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Bar(240, 60, 210, 120, "#bbb"),
            Text(259, 186, TOLD[:20], 9.5, "kai"),
            Text(240, 199, TOLD[20:39], 9.5, "kai"),
            Text(240, 212, TOLD[39:], 9.5, "kai"),
            Text(240 + 9.5 * len(TOLD[39:]), 212, "本报记者 孙 菲 摄", 9.5, "hei"),
        ]
    )
    (photo,) = [one for one in page.articles if one.title is None]
    assert (photo.byline, photo.paragraphs) == (("孙菲",), (TOLD,))


def test_text_under_a_picture_with_a_credit_at_its_end_goes_on_nowhere() -> None:
    """Set like the articles' text, between two of them."""
    page = cut(
        [
            Bar(20, 20, 210, 110, "#bbb"),
            *column(f"{TOLD}（本报记者 孙 菲 摄影报道）", 20, 138, 20),
            Bar(20, 210, 430, 1),
            Text(40, 222, "渡槽水闸全部换新颜", 20, "hei"),
            *column(SECOND[:74], 20, 256, 20),
            *column(SECOND[74:], 240, 256, 20),
        ]
    )
    photo, other = page.articles
    assert (photo.title, photo.byline, photo.paragraphs) == (None, ("孙菲",), (TOLD,))
    assert (other.title, "".join(other.paragraphs)) == ("渡槽水闸全部换新颜", SECOND)


TOLD_DOWN = [
    Bar(20, 20, 200, 230, "#bbb"),
    *(
        Text(264 - 15 * at, 20 + (19 if at == 0 else 0), row, 9.5, "kai", down=True)
        for at, row in enumerate((TOLD[:22], TOLD[22:]))
    ),
]
"""A picture, and what it tells written downwards beside it."""


def test_photo_news_beside_its_picture_may_be_written_downwards() -> None:
    page = cut(
        [
            *TOLD_DOWN,
            Text(232, 100, "本报记者 孙菲 摄", 9, "hei", down=True),
            Text(290, 20, "渡槽水闸全换新", 20, "hei"),
            *column(SECOND, 290, 60, 18),
        ]
    )
    (photo,) = [one for one in page.articles if one.title is None]
    assert (photo.kind, photo.byline, photo.paragraphs) == ("photo-news", ("孙菲",), (TOLD,))


def test_who_photographed_and_signs_at_an_articles_end_wrote_it() -> None:
    strokes = column(FIRST, 20, 60, 20)
    page = cut(
        [
            Text(20, 20, "社区食堂暖了人心窝", 20, "hei"),
            *strokes,
            Text(60, strokes[-1].y + 14, "本报记者 孙 菲 摄", 10, "hei"),
        ]
    )
    (one,) = page.articles
    assert (one.byline, one.captions, one.paragraphs) == (("孙菲",), (), (FIRST,))


def test_a_dated_picture_that_no_headline_stands_over_is_photo_news() -> None:
    """No rule parts it from the columns at its left; there is one below it."""
    told = "10月22日，清江水源地，护林员在库区巡山护水。"
    page = cut(
        [
            Text(20, 20, "水闸换新", 30, "hei"),
            *column(SECOND, 20, 64, 20),
            Bar(232, 20, 230, 130, "#bbb"),
            Text(236, 155, told, 9.4, "hei"),
            Text(380, 168, "本报记者 孙 菲 摄", 9, "kai"),
            Bar(232, 190, 230, 0.8),
            Text(240, 204, "湿地候鸟归来", 24, "hei"),
            *column(THIRD, 236, 240, 20),
        ]
    )
    assert [(one.title, one.byline) for one in page.articles if one.kind == "photo-news"] == [
        (None, ("孙菲",))
    ]
    assert [one.title for one in page.articles if one.title] == ["水闸换新", "湿地候鸟归来"]


def test_an_upright_credit_may_be_spread() -> None:
    page = cut(
        [
            *TOLD_DOWN,
            Text(232, 100, "本报记者", 9, "hei", down=True),
            *(
                Text(232, 148 + 20 * at, one, 9, "hei", down=True)
                for at, one in enumerate("孙菲摄")
            ),
            Text(290, 20, "渡槽水闸全换新", 20, "hei"),
            *column(SECOND, 290, 60, 18),
        ]
    )
    (photo,) = [one for one in page.articles if one.title is None]
    assert (photo.byline, photo.paragraphs) == (("孙菲",), (TOLD,))


def test_a_line_smaller_than_the_text_right_under_a_picture_is_its_caption() -> None:
    """Though a notice elsewhere on the page is set like it, and nothing else tells."""
    page = cut(
        [
            Text(20, 20, "社区食堂暖了人心窝", 24, "hei"),
            Bar(20, 56, 210, 110, "#bbb"),
            Text(20, 170, "技术员在桑园里给蚕农讲解要领。", 8.6),
            *column(FIRST, 20, 186, 20),
            *column(THIRD, 250, 56, 20),
            Bar(20, 330, 210, 120, None, 0.8),
            Text(90, 338, "停电公告", 14, "hei"),
            *column(SECOND, 28, 360, 22, 8.6),
        ]
    )
    first = page.articles[0]
    assert (first.captions, first.paragraphs) == (
        ("技术员在桑园里给蚕农讲解要领。",),
        (FIRST, THIRD),
    )


def test_a_sentence_under_a_picture_is_its_caption_though_it_is_larger_than_the_text() -> None:
    page = cut(
        [
            Text(60, 20, "社区食堂暖了人心窝", 28, "hei"),
            *column(FIRST[:150], 20, 64, 20),
            Bar(234, 64, 200, 80, "#bbb"),
            Text(234, 149, "食堂里坐满了老人。", 10.8, "kai"),
            *column(FIRST[150:] + SECOND, 234, 172, 20),
        ]
    )
    assert [one.captions for one in page.articles] == [("食堂里坐满了老人。",)]


def test_a_credit_broken_after_the_last_words_of_photo_news_is_one() -> None:
    page = cut(
        [
            Bar(20, 20, 424, 150, "#bbb"),
            Text(20, 178, "寒潮中的守望", 20, "hei"),
            Text(160, 178, "首场寒潮来袭，申城降温。一月清晨，江上薄雾弥漫，大桥", 10, "kai"),
            Text(160, 192, "养护工人正在巡查，防止结冰影响通行。气温降到零下。", 10, "kai"),
            Text(160, 206, "市民需注意防寒。", 10, "kai"),
            Text(350, 206, "本报记者 孟雨", 9, "hei"),
            Text(160, 220, "涵 摄", 9, "hei"),
            Bar(20, 240, 424, 2),
            Text(80, 250, "社区食堂暖了人心窝", 28, "hei"),
            *column(FIRST, 20, 290, 20),
            *column(SECOND, 234, 290, 20),
        ]
    )
    first, second = page.articles
    assert (first.title, first.byline, first.role) == ("寒潮中的守望", ("孟雨涵",), "摄")
    assert first.paragraphs[0].endswith("市民需注意防寒。")
    assert second.title == "社区食堂暖了人心窝"


def test_a_sentence_wider_than_the_columns_below_a_picture_is_its_caption() -> None:
    page = cut(
        [
            Bar(20, 20, 424, 150, "#bbb"),
            Text(20, 176, "3月19日，社区食堂里，居民抢着晴好天气晒被子。", 9.8),
            Text(20, 196, "社区食堂暖人心", 20, "hei"),
            *column(FIRST, 20, 226, 13),
            *column(SECOND, 164, 226, 13),
        ]
    )
    (one,) = page.articles
    assert one.captions == ("3月19日，社区食堂里，居民抢着晴好天气晒被子。",)


def test_a_caption_that_repeats_the_headline_beside_its_picture_is_no_photo_news() -> None:
    def beside(headline: str) -> list[str | None]:
        page = cut(
            [
                Bar(20, 20, 210, 160, "#bbb"),
                Text(37, 186, TOLD[:20], 8.5, "kai"),
                Text(20, 199, TOLD[20:], 8.5, "kai"),
                Text(20, 213, "本报记者 孙 菲 摄", 8.5, "hei"),
                Bar(10, 232, 480, 1),
                Text(250, 20, headline, 22, "hei"),
                *column(SECOND, 250, 60, 20),
            ]
        )
        return [one.title for one in page.articles]

    assert beside("龙舟赛在清河开桨") == ["龙舟赛在清河开桨"]
    assert sorted(map(str, beside("渡槽水闸全换新"))) == ["None", "渡槽水闸全换新"]
