"""Labels of columns, and headlines that look like them: what follows tells."""

from __future__ import annotations

from functools import partial

from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Outline, Text
from tests.ingest.pdf.drawn import cut_drawn

CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
CANAL = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。"
BIRDS = "湿地的候鸟又飞回来，苍鹭在芦苇边歇脚，栈道上的游客举着望远镜看个不停。"
SCHOOL = "村里的夜校开了班，学员下了工就来，有的学吉他，有的写书法，教室里坐满了人。"

cut = partial(cut_drawn, size=(500.0, 700.0))


def test_a_headline_that_shares_its_ground_is_no_label() -> None:
    page = cut(
        [
            Bar(20, 20, 440, 100, "#15a"),
            Text(30, 28, "全长38.6公里，串起三镇七区", 14, "kai", white=True),
            Text(30, 48, "地铁今起试运行", 46, "hei", white=True),
            Text(30, 102, "二十一座车站同步开放", 13, "hei", white=True),
            *column(CANTEEN, 20, 140, 20),
            *column(CANTEEN, 240, 140, 20),
        ]
    )
    (one,) = page.articles
    assert one.title == "地铁今起试运行"
    assert (one.kicker, one.subtitle) == ("全长38.6公里，串起三镇七区", "二十一座车站同步开放")


def test_a_headline_alone_on_a_ground_heads_the_text_below_it() -> None:
    page = cut(
        [
            Bar(20, 20, 200, 30, "#15a"),
            Text(40, 26, "社区食堂暖了人心", 18, "hei", white=True),
            *column(CANTEEN, 20, 60, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖了人心"]


def test_an_upright_name_on_a_ground_is_a_label() -> None:
    page = cut(
        [
            Bar(20, 20, 20, 62, "#284"),
            Text(23, 24, "委员论坛", 13, "kai", down=True, white=True),
            Text(60, 26, "社区食堂暖人心", 24, "hei"),
            *column(CANTEEN, 20, 92, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]
    assert ("column-label", "委员论坛") in [(one.kind, one.text) for one in page.furniture]


def briefs(x: float, y: float, em: float) -> list[Text]:
    """Three headlines, hardly larger than the text, each over its own."""
    told = (("渠道换了新闸", CANAL), ("湿地候鸟飞回", BIRDS), ("夜校开了新班", SCHOOL))
    return [
        stroke
        for at, (title, text) in enumerate(told)
        for stroke in (
            Text(x, y + 64 * at, title, em, "hei"),
            *column(text, x, y + 16 + 64 * at, 20),
        )
    ]


def test_what_stands_over_headlines_set_alike_is_the_label_of_them_all() -> None:
    page = cut([Text(20, 20, "协商进行时", 19, "kai"), *briefs(20, 50, 13)])
    assert [one.title for one in page.articles] == ["渠道换了新闸", "湿地候鸟飞回", "夜校开了新班"]


def test_the_briefs_of_a_box_have_headlines_however_small() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(CANTEEN, 20, 60, 20),
            Bar(250, 20, 220, 230, "#eef"),
            Bar(250, 20, 220, 24, "#15a"),
            Text(320, 25, "今日速递", 14, "hei", white=True),
            *briefs(260, 56, 11.2),
        ]
    )
    assert sorted(one.title or "" for one in page.articles) == sorted(
        ["社区食堂暖人心", "渠道换了新闸", "湿地候鸟飞回", "夜校开了新班"]
    )


def test_subheads_in_a_box_stay_subheads_under_its_headline() -> None:
    page = cut(
        [
            Bar(10, 10, 460, 150, None, 0.6),
            Text(150, 20, "社区食堂暖人心", 24, "hei"),
            *column(CANTEEN[:74], 20, 60, 20),
            Text(60, 60 + 14 * 4 + 2, "送到老人手里", 11.2, "hei"),
            *column(CANAL, 20, 60 + 14 * 5 + 4, 20),
            Text(290, 60, "夜校也来帮忙", 11.2, "hei"),
            *column(SCHOOL, 250, 76, 20),
        ]
    )
    (one,) = page.articles
    assert [subhead.text for subhead in one.subheads] == ["送到老人手里", "夜校也来帮忙"]


def test_a_line_on_a_bar_over_a_larger_headline_is_a_label_and_no_kicker() -> None:
    page = cut(
        [
            Bar(20, 20, 430, 24, "#246"),
            Text(120, 25, "奋战二季度·项目一线看落实", 15, "kai", white=True),
            Text(150, 52, "县城水厂建设见闻", 11.5, "hei"),
            Text(60, 68, "一座泵站的三个提前", 30, "hei"),
            *column(CANTEEN, 20, 110, 20),
            *column(CANAL, 240, 110, 20),
        ]
    )
    (one,) = page.articles
    assert (one.kicker, one.title) == ("县城水厂建设见闻", "一座泵站的三个提前")


def test_a_name_in_a_frame_beside_a_headline_is_a_label_though_text_stands_below() -> None:
    page = cut(
        [
            Bar(20, 20, 100, 34, None, 0.8),
            Text(26, 26, "清河时评", 22, "kai"),
            Text(140, 22, "让好口碑成为名片", 28, "hei"),
            *column(CANTEEN, 20, 66, 20),
            *column(CANAL, 240, 66, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["让好口碑成为名片"]


def test_a_word_in_another_face_as_large_as_the_headline_below_is_a_label() -> None:
    page = cut(
        [
            Text(20, 20, "微言", 19, "hei"),
            Text(20, 48, "慢火车里的快与慢", 19, "kai"),
            *column(CANTEEN, 20, 80, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["慢火车里的快与慢"]


def test_an_upright_headline_on_a_ground_heads_the_text_beside_it() -> None:
    page = cut(
        [
            Bar(20, 20, 40, 180, "#123"),
            Text(26, 30, "修钟表的人", 28, "kai", down=True, white=True),
            *column(CANTEEN, 70, 20, 18),
            *column(CANAL, 264, 20, 18),
        ]
    )
    assert [one.title for one in page.articles] == ["修钟表的人"]


def test_a_subhead_right_below_a_rule_is_none_of_a_briefs_beside_an_upright_headline() -> None:
    page = cut(
        [
            Bar(20, 20, 440, 0.8),
            Text(430, 30, "社区食堂暖人心", 24, "hei", down=True),
            *column(CANTEEN, 20, 30, 18),
            Text(250, 30, "夜校也来帮忙", 11.2, "hei"),
            *column(SCHOOL * 3, 220, 48, 19),
        ]
    )
    (one,) = page.articles
    assert (one.title, [subhead.text for subhead in one.subheads]) == (
        "社区食堂暖人心",
        ["夜校也来帮忙"],
    )


def test_briefs_headlines_behind_bullets_are_no_labels_and_lose_them() -> None:
    told = (("■ 渠道换了新闸", CANAL), ("■ 湿地候鸟飞回", BIRDS), ("■ 夜校开了新班", SCHOOL))
    page = cut(
        [
            Text(20, 20, "党派动态", 16, "kai"),
            Bar(92, 28, 128, 0.6),
            *(
                stroke
                for at, (title, text) in enumerate(told)
                for stroke in (
                    Text(20, 46 + 64 * at, title, 10.2, "hei"),
                    *column(text, 20, 62 + 64 * at, 20),
                )
            ),
        ]
    )
    assert [one.title for one in page.articles] == [title[2:] for title, _ in told]
    assert [one.text for one in page.furniture if one.kind == "ornament"] == ["■"] * 3


def test_a_word_with_a_rule_at_its_side_is_the_label_of_the_headline_below() -> None:
    page = cut(
        [
            Text(20, 20, "同舟夜话", 13, "kai"),
            Bar(78, 26, 140, 0.6),
            Text(40, 40, "调研要带三样东西", 18, "hei"),
            *column(CANTEEN, 20, 72, 20),
        ]
    )
    (one,) = page.articles
    assert (one.kicker, one.title) == (None, "调研要带三样东西")


def test_a_name_set_on_a_frames_upper_side_is_the_label_of_the_headline_below() -> None:
    for behind in (Bar(14, 26, 260, 260, None, 0.6), Bar(14, 26, 260, 0.6)):
        page = cut(
            [
                behind,
                Text(34, 20, "青年说说心里话", 12, "kai"),
                Text(48, 46, "让热饭更热一些吧", 22, "hei"),
                *column(CANTEEN, 24, 82, 20),
            ]
        )
        (one,) = page.articles
        assert (one.kicker, one.title) == (None, "让热饭更热一些吧")


def test_a_smaller_line_goes_on_from_the_label_in_its_row() -> None:
    def under(label: list[Text]) -> tuple[str | None, str | None]:
        page = cut(
            [
                *label,
                Text(64, 28, "一线调研送餐路上", 10.2, "hei"),
                Text(20, 46, "修得好是个念想也是个盼头", 26, "kai"),
                *column(CANTEEN, 20, 84, 20),
                *column(CANAL, 240, 84, 20),
            ]
        )
        (one,) = page.articles
        return one.kicker, one.title

    assert under([Text(20, 20, "深瞳", 18, "kai")]) == (None, "修得好是个念想也是个盼头")
    assert under([]) == ("一线调研送餐路上", "修得好是个念想也是个盼头")


def test_two_characters_over_an_upright_headline_are_its_columns_name() -> None:
    page = cut(
        [
            Bar(14, 14, 190, 300, "#eee"),
            Text(90, 24, "社论", 15, "kai", spacing=1),
            *column(CANTEEN[:100], 24, 50, 8),
            Text(164, 56, "修得好是念想", 27, "hei", down=True),
            Text(128, 56, "更是一份盼头", 27, "hei", down=True),
        ]
    )
    (one,) = page.articles
    assert (one.kicker, one.title) == (None, "修得好是念想 更是一份盼头")


def test_two_characters_over_a_headline_are_its_columns_name() -> None:
    page = cut(
        [
            Text(20, 20, "对话", 13, "hei"),
            Text(20, 38, "修得好是个念想", 18, "hei"),
            *column(CANTEEN, 20, 72, 20),
        ]
    )
    (one,) = page.articles
    assert (one.kicker, one.title) == (None, "修得好是个念想")


def test_a_label_may_stand_on_a_ground_with_round_corners() -> None:
    corners = ((6, 0), (94, 0), (100, 6), (100, 24), (94, 30), (6, 30), (0, 24), (0, 6))
    page = cut(
        [
            Outline(20, 16, corners),
            Text(34, 24, "暑期安全要记牢", 10.4, "hei", white=True),
            Text(20, 56, "孩子去水边牢记六不", 18, "hei"),
            *column(CANTEEN, 20, 84, 20),
        ]
    )
    (one,) = page.articles
    assert (one.kicker, one.title) == (None, "孩子去水边牢记六不")


def test_a_place_in_front_of_a_briefs_headline_is_a_part_of_it() -> None:
    told = (("下坳镇", "渠道换了新闸", CANAL), ("县人社局", "夜校开了新班", SCHOOL))
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(CANTEEN, 20, 60, 20),
            Bar(250, 12, 200, 0.8),
            *(
                stroke
                for at, (place, title, text) in enumerate(told)
                for stroke in (
                    Text(250, 20.6 + 70 * at, place, 11, "kai"),
                    Text(250 + 11 * len(place) + 7, 20 + 70 * at, title, 11.6, "hei"),
                    *column(text, 250, 38 + 70 * at, 20),
                )
            ),
        ]
    )
    assert [one.title for one in page.articles] == [
        "社区食堂暖人心",
        "下坳镇 渠道换了新闸",
        "县人社局 夜校开了新班",
    ]


def test_briefs_headlines_behind_bullets_may_be_set_like_their_text() -> None:
    told = (("● 渠道换了新闸", CANAL), ("● 湿地候鸟飞回", BIRDS), ("● 夜校开了新班", SCHOOL))
    page = cut(
        [
            Text(60, 20, "农村简讯", 16, "kai"),
            *(
                stroke
                for at, (title, text) in enumerate(told)
                for stroke in (
                    Text(20, 46 + 42 * at, title, 10),
                    *column(text, 20, 60 + 42 * at, 20),
                )
            ),
        ]
    )
    assert [one.title for one in page.articles] == [title[2:] for title, _ in told]


def test_a_few_characters_at_a_boxs_corner_are_no_kicker() -> None:
    page = cut(
        [
            Bar(14, 14, 260, 260, None, 0.6),
            Text(20, 20, "清河论坛", 12, "kai"),
            Text(48, 40, "让热饭更热一些吧", 22, "hei"),
            *column(CANTEEN, 24, 76, 20),
        ]
    )
    (one,) = page.articles
    assert (one.kicker, one.title, one.review) == (None, "让热饭更热一些吧", ())


def test_characters_far_apart_above_one_another_are_an_upright_label() -> None:
    page = cut(
        [
            Bar(20, 20, 30, 260, "#15a"),
            *(
                Text(26, 30 + 70 * at, one, 17, "kai", white=True)
                for at, one in enumerate("议政三言")
            ),
            Text(80, 24, "社区食堂暖人心", 24, "hei"),
            *column(CANTEEN, 60, 60, 20),
        ]
    )
    assert [(one.title, one.paragraphs) for one in page.articles] == [
        ("社区食堂暖人心", (CANTEEN,))
    ]
    assert ("column-label", "议政三言") in [
        (one.kind, "".join(one.text.split())) for one in page.furniture
    ]


def test_a_headline_on_a_bar_may_have_its_subtitle_below_the_bar() -> None:
    page = cut(
        [
            Bar(20, 20, 424, 46, "#122"),
            Text(90, 25, "末班车等了她", 36, "hei", white=True),
            Text(78, 74, "值班员、护士和保洁大姐接力救人", 15, "kai"),
            *column(CANTEEN, 20, 100, 20),
            *column(BIRDS * 3, 234, 100, 20),
        ]
    )
    assert [(one.title, one.subtitle) for one in page.articles] == [
        ("末班车等了她", "值班员、护士和保洁大姐接力救人")
    ]


def test_a_headline_on_a_bar_may_have_its_subtitle_flush_with_it_below() -> None:
    page = cut(
        [
            Bar(20, 20, 200, 30, "#15a"),
            Text(28, 24, "花莲近海地震", 22, "hei", white=True),
            Text(28, 56, "愿提供救灾协助", 12, "kai"),
            *column(CANTEEN, 20, 76, 20),
        ]
    )
    (one,) = page.articles
    assert (one.title, one.subtitle) == ("花莲近海地震", "愿提供救灾协助")


def test_a_headline_on_a_bar_may_stand_over_a_picture() -> None:
    page = cut(
        [
            Bar(20, 20, 200, 36, "#622"),
            Text(40, 25, "老手艺换饭碗", 26, "hei", white=True),
            Bar(20, 66, 200, 90, "#bbb"),
            *column(CANTEEN, 20, 176, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["老手艺换饭碗"]


def test_a_place_on_a_strip_is_no_name() -> None:
    page = cut(
        [
            Text(20, 20, "渡槽水闸全换新", 14, "hei"),
            *column(CANAL, 20, 40, 20, 9.0),
            Bar(20, 80, 36, 12, "#122"),
            Text(24, 82, "杨泗港", 8, "hei", white=True),
            Text(20, 96, "大桥凌晨修路面", 14, "hei"),
            *column(BIRDS, 20, 116, 20, 9.0),
        ]
    )
    assert [(one.title, one.byline) for one in page.articles] == [
        ("渡槽水闸全换新", ()),
        ("大桥凌晨修路面", ()),
    ]


def test_a_name_on_a_bar_heads_notices_whose_headlines_are_centred() -> None:
    page = cut(
        [
            Bar(20, 20, 280, 26, "#264"),
            Text(134, 25, "公告栏", 17, "hei", white=True),
            Text(83, 54, "关于举办歌手大赛的通知", 14, "hei"),
            *column(CANAL, 20, 76, 28),
            Text(118, 120, "失物招领启事", 14, "hei"),
            *column(BIRDS, 20, 142, 28),
        ]
    )
    assert [one.title for one in page.articles] == ["关于举办歌手大赛的通知", "失物招领启事"]


def test_a_list_of_names_is_text_though_it_is_set_larger() -> None:
    names = "王守权、李文静、孙传玉、朱德超、马玉兰、程功、谢长松、丁海燕、陶永久、汤家友、"
    listed = [
        *column(f"县区（18人）：{names * 2}高翔", 20, 60, 34, 12.2),
        *column(f"企业（28人）：{names * 2}裴庆", 20, 120, 34, 12.2),
    ]
    page = cut(
        [
            Text(60, 24, "五一劳动奖章获得者名单", 20, "hei"),
            *(Text(one.x, one.y, one.text, one.em, "kai") for one in listed),
            Bar(20, 200, 424, 1),
            Text(40, 210, "社区食堂暖人心", 28, "hei"),
            *column(CANTEEN * 3, 20, 250, 20),
            *column(CANTEEN * 3, 234, 250, 20),
        ]
    )
    first, _ = page.articles
    assert first.title == "五一劳动奖章获得者名单"
    assert "".join(first.paragraphs).endswith("裴庆")


def test_a_label_as_large_as_the_headline_makes_it_doubtful() -> None:
    def labelled(em: float) -> float:
        page = cut(
            [
                Bar(20, 20, 200, 30, "#15a"),
                Text(44, 24, "暖心的食堂", em, "hei", white=True),
                Text(24, 60, "小事情大文章里的民生账", 20, "hei"),
                *column(CANTEEN, 20, 90, 20),
            ]
        )
        (one,) = page.articles
        assert one.title == "小事情大文章里的民生账"
        return one.confidence

    assert labelled(20) < labelled(12)


def test_a_columns_name_over_a_headline_far_larger_is_a_label() -> None:
    page = cut(
        [
            Text(20, 20, "劳动者故事", 14, "kai"),
            Text(20, 42, "一只烧饼的半径", 34, "hei"),
            *column(CANTEEN, 20, 90, 20),
        ]
    )
    assert [(one.kicker, one.title) for one in page.articles] == [(None, "一只烧饼的半径")]


def test_a_columns_name_at_a_boxs_corner_may_begin_as_high_as_the_headline() -> None:
    """Another article ends right above the box."""
    page = cut(
        [
            Text(20, 20, "渡槽换新闸", 20, "hei"),
            *column(CANAL[:60], 20, 50, 20),
            Bar(14, 104, 260, 200, None, 0.6),
            Text(24, 110, "诗 页", 11, "hei"),
            Text(60, 116, "让热饭更热一些吧", 22, "hei"),
            *column(CANTEEN, 24, 150, 20),
        ]
    )
    assert [(one.title, one.subheads) for one in page.articles] == [
        ("渡槽换新闸", ()),
        ("让热饭更热一些吧", ()),
    ]
    assert ("column-label", "诗 页") in [(one.kind, one.text) for one in page.furniture]


def test_a_line_set_like_text_over_the_middle_of_a_headline_is_its_kicker() -> None:
    page = cut(
        [
            Text(30, 20, "围绕社区的食堂送餐进楼入户协商议政", 10, width=180),
            Text(32, 36, "社区食堂暖了人心", 22, "hei"),
            *column(CANTEEN, 20, 70, 20),
        ]
    )
    (one,) = page.articles
    assert (one.kicker, one.title) == ("围绕社区的食堂送餐进楼入户协商议政", "社区食堂暖了人心")


def test_a_name_with_a_rule_past_the_first_column_is_a_label_under_the_headline_too() -> None:
    page = cut(
        [
            Bar(20, 20, 440, 40, "#154"),
            Text(40, 28, "社区食堂暖了人心", 24, "hei", white=True),
            Text(20, 70, "高质量发展看清河", 11, "hei"),
            Bar(120, 75, 340, 0.5),
            *column(CANTEEN, 20, 92, 20),
            *column(CANTEEN, 240, 92, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖了人心"]
    assert ("column-label", "高质量发展看清河") in [(one.kind, one.text) for one in page.furniture]


def test_a_series_and_its_part_at_a_headline_are_a_label() -> None:
    level = cut(
        [
            Text(20, 20, "记者调查·边疆行", 10.5, "kai"),
            Text(20, 40, "社区食堂暖人心", 22, "hei"),
            *column(CANTEEN, 20, 72, 20),
        ]
    )
    upright = cut(
        [
            Text(20, 20, "社区食堂", 24, "hei", down=True),
            Text(50, 20, "老区行·清河", 9.5, "kai", down=True),
            *column(CANTEEN, 72, 20, 20),
        ]
    )
    assert [(one.title, one.kicker) for one in level.articles] == [("社区食堂暖人心", None)]
    assert [(one.title, one.kicker) for one in upright.articles] == [("社区食堂", None)]


def test_a_comments_name_over_a_short_headline_is_a_label() -> None:
    page = cut(
        [
            Bar(10, 10, 220, 220, "#fe9"),
            Text(20, 20, "清河时评", 15, "hei"),
            Text(20, 46, "莫让食堂", 21, "kai"),
            Text(20, 70, "“打了折”", 21, "kai"),
            *column(CANTEEN[:120], 20, 100, 20),
        ]
    )
    assert [(one.title, one.kicker) for one in page.articles] == [("莫让食堂 “打了折”", None)]


def test_a_long_name_on_a_strip_over_a_larger_headline_is_a_label() -> None:
    page = cut(
        [
            Bar(20, 20, 270, 16, "#c00"),
            Text(30, 23, "真抓实干　推动高质量发展·2024年清河经济回望", 10, "hei", white=True),
            Text(40, 44, "清河经济奋楫向前", 26, "hei"),
            *column(CANTEEN, 20, 84, 20),
            *column(CANTEEN, 240, 84, 20),
        ]
    )
    assert [(one.title, one.kicker) for one in page.articles] == [("清河经济奋楫向前", None)]


def test_a_headline_beside_a_boxs_upper_side_is_no_label() -> None:
    def beside(subtitle: list[Text], y: float) -> list[str | None]:
        page = cut(
            [
                Text(20, 20, "东湖里盲道整改走出新路", 17, "hei"),
                *subtitle,
                *column(CANTEEN, 20, y, 20),
                Bar(240, 26, 230, 200, None, 0.8),
                Text(270, 40, "渡槽换新闸", 16, "hei"),
                *column(CANAL, 250, 70, 20),
            ]
        )
        return [one.title for one in page.articles]

    both = ["东湖里盲道整改走出新路", "渡槽换新闸"]
    assert beside([], 46) == both
    assert beside([Text(60, 42, "——盲道整改一年间", 11, "kai")], 60) == both


def test_a_headline_on_a_bar_heads_its_text_though_one_stands_beyond_a_rule() -> None:
    page = cut(
        [
            Text(20, 22, "社区食堂暖人", 30, "hei"),
            *column(CANTEEN, 20, 62, 18),
            Bar(214, 16, 0.5, 200),
            Bar(228, 20, 200, 30, "#15a"),
            Text(236, 24, "渡槽换新闸", 22, "hei", white=True),
            *column(CANAL * 3, 228, 60, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人", "渡槽换新闸"]
