"""What a page's masthead says of it, and what stands beside it and says nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Text
from tests.ingest.pdf.drawn import cut_drawn

if TYPE_CHECKING:
    from tests.ingest.pdf.drawing import Stroke

CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
ARTICLE: list[Stroke] = [
    Text(20, 150, "社区食堂暖人心", 24, "hei"),
    *column(CANTEEN, 20, 190, 20),
]
NAMEPLATE: list[Stroke] = [
    Text(20, 50, "清河都市报", 36, "hei"),
    Text(220, 54, "2024年4月18日 星期四", 9, "hei"),
    Text(220, 68, "国内统一刊号 CN 42-0138 今日24版", 8),
    Bar(20, 130, 460, 2, "#a00"),
]

cut = partial(cut_drawn, size=(500.0, 700.0))


def test_pointers_over_a_papers_name_are_teasers_and_its_page_the_first() -> None:
    strip = [
        (20, "中考体育明日开考", "A04", "#06a"),
        (180, "老菜场里的“新鲜事”", "A07", "#e70"),
        (340, "江豚再现城中江段", "A11", "#184"),
    ]
    page = cut(
        [
            *(Bar(x, 10, 150, 24, ground) for x, _, _, ground in strip),
            *(Text(x + 4, 16, text, 11, "hei", white=True) for x, text, _, _ in strip),
            *(Text(x + 120, 16, number, 11, "hei", white=True) for x, _, number, _ in strip),
            *NAMEPLATE,
            *ARTICLE,
        ]
    )
    assert (page.info.page_no, page.info.section) == ("01", None)
    teasers = "".join(one.text for one in page.furniture if one.kind == "teaser")
    assert all(text in teasers and number in teasers for _, text, number, _ in strip)
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]


def test_the_words_in_an_ear_are_no_section() -> None:
    page = cut(
        [
            *NAMEPLATE,
            Bar(370, 48, 110, 70, None, 0.6),
            Text(380, 54, "县域经济看“三榜”", 11, "hei"),
            Text(380, 74, "桃溪镇 28.6% 城关镇 25.1%", 8),
            Text(380, 90, "城关镇3个 桃溪镇2个", 8),
            *ARTICLE,
        ]
    )
    assert page.info.section is None
    assert sum(one.kind == "notice" for one in page.furniture) == 3


def test_a_front_pages_section_stands_at_its_number() -> None:
    told = [*NAMEPLATE, Text(220, 82, "权威新锐 服务百姓", 9), *ARTICLE]
    assert cut(told).info.section is None
    told.append(Text(220, 96, "第01版 要闻", 9))
    assert (cut(told).info.page_no, cut(told).info.section) == ("01", "要闻")


def test_the_largest_name_in_a_masthead_is_the_sections() -> None:
    page = cut(
        [
            Text(300, 12, "文学副刊 第1187期", 8),
            Text(20, 20, "05", 20, "hei"),
            Text(60, 20, "特别报道", 20, "kai"),
            Text(300, 30, "2024年12月30日 星期一 编辑/方亦非", 8),
            Bar(20, 46, 460, 1),
            *ARTICLE,
        ]
    )
    assert (page.info.page_no, page.info.section) == ("05", "特别报道")


def test_a_papers_name_in_latin_letters_is_no_caption_of_its_picture() -> None:
    page = cut(
        [Bar(20, 40, 180, 44, "#b22"), *NAMEPLATE[1:], Text(60, 88, "QINGHE RIBAO", 8), *ARTICLE]
    )
    assert page.articles[0].captions == ()
    assert "QINGHE RIBAO" in [one.text for one in page.furniture if one.kind == "masthead"]


def test_the_pages_that_teasers_point_to_are_not_the_first_ones_number() -> None:
    """Without a box or a rule around them."""
    page = cut(
        [
            *NAMEPLATE,
            Text(370, 60, "第02版", 8),
            Text(400, 60, "春耕一线科技足", 8),
            Text(370, 74, "第08版", 8),
            Text(400, 74, "读懂一座博物馆", 8),
            *ARTICLE,
        ]
    )
    assert (page.info.page_no, page.info.section) == ("01", None)


def test_what_stands_level_with_the_date_is_the_mastheads_without_any_rule() -> None:
    page = cut(
        [
            Text(20, 20, "05", 18, "hei"),
            Text(50, 20, "特别报道", 18, "kai"),
            Text(200, 26, "2024年12月30日 星期一 编辑/方亦非", 8),
            Text(400, 20, "清河经济报", 18, "hei"),
            *ARTICLE,
        ]
    )
    assert (page.info.page_no, page.info.section) == ("05", "特别报道")
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]


def test_an_article_beside_a_papers_name_is_an_article() -> None:
    ear = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 2
    page = cut(
        [
            *NAMEPLATE[:-1],
            Bar(20, 130, 340, 2, "#a00"),
            Text(370, 20, "渡槽换了新闸", 15, "hei"),
            *column(ear, 370, 44, 11, 9.5),
            *ARTICLE,
        ]
    )
    assert [one.title for one in page.articles] == ["渡槽换了新闸", "社区食堂暖人心"]
    assert page.info.page_no == "01"


def test_a_kicker_beside_a_papers_name_may_stand_as_high_as_the_date() -> None:
    page = cut(
        [
            Text(20, 20, "清河日报", 36, "hei"),
            Text(220, 24, "2024年4月18日 星期四", 9, "hei"),
            Text(220, 38, "国内统一刊号 CN 42-0138 今日24版", 8),
            Text(372, 24, "省长签署政府令", 10, "kai"),
            Text(360, 40, "《渡槽条例》修订", 14, "hei"),
            *column("今年以来，渡槽的水闸全部换新，灌区的用水也有了保证。" * 2, 360, 66, 12),
            *ARTICLE,
        ]
    )
    told = [(one.title, one.kicker) for one in page.articles]
    assert told == [("《渡槽条例》修订", "省长签署政府令"), ("社区食堂暖人心", None)]


def test_a_sections_name_may_stand_upright_at_the_pages_edge() -> None:
    page = cut(
        [
            Text(20, 12, "2024年9月10日 星期二 责任编辑：汪澜 第05版", 8),
            Bar(20, 26, 460, 1),
            Bar(14, 34, 40, 140, "#068"),
            Text(20, 44, "参政议政", 28, "kai", down=True, white=True),
            Text(80, 40, "社区食堂暖人心", 34, "hei"),
            *column(CANTEEN, 80, 84, 20),
        ]
    )
    assert (page.info.page_no, page.info.section) == ("05", "参政议政")


def test_a_sections_name_below_a_post_is_no_persons() -> None:
    page = cut(
        [
            Text(20, 14, "4", 30, "hei"),
            Text(60, 24, "综合新闻", 22, "hei"),
            Text(60, 48, "2024年8月15日 星期四", 8),
            Text(200, 36, "责任编辑：覃小梅 版式：罗成 校对：韦艳", 8),
            Bar(20, 64, 460, 2),
            *ARTICLE,
        ]
    )
    assert page.info.section == "综合新闻"
    assert page.info.proofreaders == ("韦艳",)


def test_a_page_without_a_papers_name_has_the_number_that_it_prints() -> None:
    """Though the paper's number stands beside it."""
    page = cut(
        [
            Text(20, 14, "国内统一刊号CN34-0812", 8),
            Text(150, 14, "2023年9月15日 星期五", 8),
            Text(280, 14, "第2版", 8),
            Text(330, 10, "校园", 16, "hei"),
            Bar(20, 32, 460, 2),
            *ARTICLE,
        ]
    )
    assert (page.info.page_no, page.info.section) == ("02", "校园")


def test_a_date_of_large_figures_and_small_signs_is_read() -> None:
    page = cut(
        [
            Text(20, 20, "2024", 30, "hei"),
            Text(82, 36, "年", 12),
            Text(98, 20, "3", 30, "hei"),
            Text(116, 36, "月", 12),
            Text(132, 20, "20", 30, "hei"),
            Text(166, 36, "日", 12),
            Text(190, 36, "星期三", 12),
            Text(300, 36, "国内统一连续出版物号 CN 50-0001", 9),
            Bar(20, 56, 460, 1),
            *ARTICLE,
        ]
    )
    assert page.info.date == "2024-03-20"


def test_a_section_set_like_the_pieces_of_its_row_is_one() -> None:
    page = cut(
        [
            Text(20, 30, "朔方日报", 50, "hei"),
            Bar(20, 100, 460, 16, "#a00"),
            Text(24, 103, "2023年6月19日 星期一", 9, "hei", white=True),
            Text(180, 103, "国内统一连续出版物号 CN 64-0001", 9, "hei", white=True),
            Text(380, 103, "今日八版", 9, "hei", white=True),
            Text(440, 103, "01 要闻", 9, "hei", white=True),
            *ARTICLE,
        ]
    )
    assert (page.info.page_no, page.info.section) == ("01", "要闻")
    assert {one.kind for one in page.furniture} == {"masthead"}


def test_the_line_below_the_rule_at_a_pages_foot_is_no_articles() -> None:
    said = ("校对：孙　菲", "电子信箱：qinghe@126.com", "地址：渡槽路3号")
    page = cut(
        [
            *NAMEPLATE,
            Text(20, 500, "社区食堂暖人心", 24, "hei"),
            *column(CANTEEN[:110], 20, 540, 13),
            *column(CANTEEN[110:], 170, 540, 13),
            Bar(20, 672, 460, 0.8),
            *(Text(20 + 150 * at, 676, text, 8.4) for at, text in enumerate(said)),
        ]
    )
    (one,) = page.articles
    assert (one.subheads, one.captions) == ((), ())
    masthead = [each.text for each in page.furniture if each.kind == "masthead"]
    assert {*said} <= {*masthead}
    assert page.info.proofreaders == ("孙菲",)


def test_the_second_word_of_a_papers_latin_name_is_no_caption() -> None:
    page = cut(
        [
            Bar(20, 20, 200, 60, "#a00"),
            Text(20, 84, "QINGHE", 8, spacing=1.0),
            Text(180, 84, "RIBAO", 8, spacing=1.0),
            *NAMEPLATE[1:3],
            *ARTICLE,
        ]
    )
    assert [one.captions for one in page.articles] == [()]


def test_the_weather_in_an_ear_is_no_article() -> None:
    page = cut(
        [
            *NAMEPLATE[:3],
            Bar(340, 48, 140, 72, None, 0.6),
            Text(350, 54, "清河天气", 11, "hei"),
            Text(350, 72, "今天多云，午后有雷阵雨", 9.4, "kai"),
            Text(350, 87, "27℃～36℃ 东南风3到4级", 9.4, "kai"),
            Text(350, 102, "明天 多云 28℃～37℃", 9.4, "kai"),
            *ARTICLE,
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]
    assert "清河天气" in [one.text for one in page.furniture if one.kind == "notice"]


def test_nothing_on_a_mastheads_ground_is_an_article() -> None:
    """A frame that is white on red cannot be seen."""
    page = cut(
        [
            Bar(0, 0, 500, 130, "#a00"),
            *NAMEPLATE[:3],
            Text(350, 54, "清河天气", 11, "hei", white=True),
            Text(350, 72, "今天多云，午后有雷阵雨", 9.4, "kai", white=True),
            Text(350, 87, "27℃～36℃ 东南风3到4级", 9.4, "kai", white=True),
            Text(350, 102, "明天 多云 28℃～37℃", 9.4, "kai", white=True),
            *ARTICLE,
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]
    assert page.info.section is None
