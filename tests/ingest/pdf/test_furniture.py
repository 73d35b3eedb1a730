"""What belongs to the page and what to its articles, told by boxes, numbers and places."""

from __future__ import annotations

from functools import partial

from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Text
from tests.ingest.pdf.drawn import cut_drawn

FIRST = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4
SECOND = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 2
THIRD = "湿地的候鸟又飞回来，苍鹭在芦苇边歇脚，栈道上的游客举着望远镜看个不停。" * 2


cut = partial(cut_drawn, size=(500.0, 700.0))


def test_a_box_of_briefs_is_no_teaser_whatever_it_is_called() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Bar(250, 16, 220, 260, None, 0.8),
            Text(310, 24, "要闻速览", 16, "hei"),
            Text(260, 54, "灌区渡槽换新闸", 13, "hei"),
            *column(SECOND, 260, 74, 20),
            Text(260, 150, "候鸟飞回湿地", 13, "hei"),
            *column(THIRD, 260, 170, 20),
        ]
    )
    assert {one.title for one in page.articles} == {
        "社区食堂暖人心",
        "灌区渡槽换新闸",
        "候鸟飞回湿地",
    }


def test_the_page_numbers_of_a_teaser_in_the_masthead_are_not_the_pages() -> None:
    page = cut(
        [
            Text(20, 20, "2024年4月1日 星期一 第01版", 10, "hei"),
            Bar(250, 10, 200, 70, "#eee"),
            Text(256, 14, "今日导读", 12, "hei"),
            Text(256, 32, "春耕一线科技足", 9, "kai"),
            Text(400, 42, "第2版", 9, "kai"),
            Text(256, 54, "读懂一座博物馆", 9, "kai"),
            Text(400, 64, "第8版", 9, "kai"),
            Bar(20, 90, 460, 2),
            Text(20, 120, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 160, 20),
        ]
    )
    assert page.info.page_no == "01"
    assert sum(one.kind == "teaser" for one in page.furniture) == 5


def test_a_sections_name_drawn_up_like_a_papers_is_no_headline() -> None:
    page = cut(
        [
            Text(20, 16, "2024年10月27日 星期日 第7版", 9),
            Bar(20, 32, 380, 2),
            Text(436, 16, "清江渡", 40, "song", down=True),
            Text(416, 20, "文学副刊 第1187期", 9, "kai", down=True),
            *column(FIRST, 20, 50, 17),
            *column(SECOND, 200, 50, 14),
            Text(366, 60, "一炉慢火", 32, "song", down=True),
        ]
    )
    assert [one.title for one in page.articles] == ["一炉慢火"]
    assert "清江渡" in [one.text for one in page.furniture if one.kind == "masthead"]


def test_where_a_paper_is_and_what_it_is_called_is_no_section() -> None:
    page = cut(
        [
            Text(20, 16, "光华日报", 36, "song"),
            Text(220, 20, "2024年4月1日 星期一 第23516号", 9),
            Bar(20, 60, 460, 2),
            Text(20, 80, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 120, 20),
            Text(
                20,
                680,
                "本报社址：北京市光华路11号 邮政编码：100020 责任编辑：何 璐 校对：罗 旭",
                8,
            ),
        ]
    )
    assert page.info.section is None
    assert page.info.editors == ("何璐",)


def test_briefs_with_headlines_follow_a_label_and_those_without_a_headline() -> None:
    titled = cut(
        [
            Text(60, 20, "新闻速递", 18, "hei"),
            Text(20, 46, "社区食堂暖人心", 14, "hei"),
            *column(FIRST, 20, 66, 20),
        ]
    )
    assert [one.title for one in titled.articles] == ["社区食堂暖人心"]
    bare = cut(
        [
            Bar(20, 16, 200, 20, "#222"),
            Text(70, 19, "一句话新闻", 14, "hei", white=True),
            *column(f"●{SECOND}", 20, 44, 20),
            *column(f"●{THIRD}", 20, 44 + 14 * 4, 20),
        ]
    )
    assert [one.title for one in bare.articles] == ["一句话新闻"]


def test_a_line_in_brackets_amidst_a_column_is_its_subhead() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(SECOND, 20, 60, 20),
            Text(20, 116, "【名师点评】", 10, "hei"),
            *column(THIRD, 20, 130, 20),
        ]
    )
    (one,) = page.articles
    assert [subhead.text for subhead in one.subheads] == ["【名师点评】"]


def test_what_a_qr_code_is_for_is_no_caption() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Bar(20, 180, 40, 40),
            Text(64, 184, "扫码看视频", 9, "kai"),
            Text(64, 198, "更多精彩内容 请关注清河日报客户端", 8, "kai"),
        ]
    )
    assert page.articles[0].captions == ()


def test_a_public_notice_with_a_telephone_number_is_an_advertisement_however_long() -> None:
    text = "受委托，我公司定于4月10日在清河路88号公开拍卖以下标的：商铺三间，废旧设备一批。" * 3
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Bar(250, 16, 220, 230, None, 0.8),
            Text(320, 24, "拍卖公告", 18, "hei"),
            *column(text, 260, 54, 20),
            Text(270, 180, "咨询：0951-8888123", 10),
            Text(270, 196, "清河拍卖有限公司", 10),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]


def test_an_editors_note_on_a_ground_begins_the_article_it_stands_over() -> None:
    note = "编者按：为了让更多的人看到基层的新变化，本报从今天起推出系列报道，敬请读者关注。"
    page = cut(
        [
            Text(60, 20, "社区食堂暖人心", 28, "hei"),
            Bar(20, 56, 424, 22, "#eee"),
            Text(40, 62, note, 10, "kai"),
            *column(FIRST, 20, 90, 20),
            *column(SECOND, 234, 90, 20),
        ]
    )
    (one,) = page.articles
    assert one.paragraphs == (note, FIRST, SECOND)


def test_an_opening_with_a_lead_is_text_however_large_it_is_set() -> None:
    opening = "昨天，社区的食堂开了门，送餐的人把饭菜送到老人手里。"
    page = cut(
        [
            Text(60, 20, "社区食堂暖人心", 28, "hei"),
            *column(f"本报讯（记者 孙菲）{opening}", 20, 60, 30, 13),
            *column(FIRST, 20, 130, 20),
            *column(SECOND, 234, 130, 20),
        ]
    )
    (one,) = page.articles
    assert (one.subtitle, one.byline) == (None, ("孙菲",))
    assert one.paragraphs == (opening, FIRST, SECOND)


def test_who_the_author_is_ends_his_article() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Text(60, 60 + 14 * 8, "（作者系清河大学教授）", 10, "kai"),
        ]
    )
    assert page.articles[0].paragraphs == (FIRST, "（作者系清河大学教授）")


def test_credits_and_jumps_on_a_line_of_their_own_end_an_article() -> None:
    ends = {"（孙 菲）": "", "据新华社电": "", "（全文见第4版）": ""}
    for end in ends:
        page = cut(
            [
                Text(20, 20, "社区食堂暖人心", 24, "hei"),
                *column(FIRST, 20, 60, 20),
                Text(130, 60 + 14 * 8, end, 10),
            ]
        )
        (one,) = page.articles
        assert one.paragraphs == (FIRST,)
        ends[end] = "".join(one.byline) or one.source or ""
    assert ends == {"（孙 菲）": "孙菲", "据新华社电": "新华社", "（全文见第4版）": ""}


def test_an_agencys_report_is_led_by_its_name() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(f"据新华社电 {FIRST}", 20, 60, 20),
        ]
    )
    (one,) = page.articles
    assert (one.source, one.paragraphs) == ("新华社", (FIRST,))


def test_a_boxed_talk_in_which_somebody_calls_and_lives_somewhere_is_no_advertisement() -> None:
    talk = (
        "海都：为什么坚持手写？谭守拙：手写慢，慢了就想得仔细。海都：有没有修不好的？谭守拙：有三百多件。"
        "旧机拆出件，再给人家打电话。地址那一片后来拆了。它是走着的。东西坏了，打开看看。"
    )
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Bar(250, 20, 220, 160, "#def"),
            Text(260, 30, "修得好是个念想", 16, "hei"),
            *column(talk, 260, 56, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心", "修得好是个念想"]


def test_a_box_may_point_to_a_page_in_chinese_numerals() -> None:
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Bar(20, 190, 200, 24, None, 0.8),
            Text(24, 196, "公示：候选名单见今日第四版", 10, "hei"),
            *column(SECOND, 240, 60, 20),
        ]
    )
    assert [(one.title, one.subheads) for one in page.articles] == [("社区食堂暖人心", ())]
    assert [one.kind for one in page.furniture] == ["teaser"]


def test_notices_under_one_name_in_a_box_are_advertisements() -> None:
    told = "遗失清河大学毕业证书，编号10335，声明作废。" * 12 + "清河区法院公告：本案定于5月开庭。"
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Bar(250, 16, 220, 330, None, 0.8),
            Bar(250, 16, 220, 20, "#444"),
            Text(330, 20, "公告·声明", 12, "hei", white=True),
            *column(told, 256, 44, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]
    assert {one.kind for one in page.furniture} == {"advertisement"}


def test_a_papers_call_for_essays_in_a_box_is_a_notice() -> None:
    told = "即日起面向读者征集散文、随笔，要求真情实感，来稿请注明作者姓名、地址。" * 2
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            Bar(250, 16, 220, 130, "#dfe"),
            Text(270, 24, "“我的老手艺”征文启事", 14, "hei"),
            *column(told, 256, 48, 20),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]
    assert {one.kind for one in page.furniture} == {"notice"}


def test_pointers_far_from_their_pages_numbers_or_over_them_are_teasers() -> None:
    pointers = ("三代治沙人把绿色种进大漠", "月是故乡明")
    cells = ("江西推进中医药强县建设", "农技下田帮到“根”上")
    page = cut(
        [
            Text(20, 20, "社区食堂暖人心", 24, "hei"),
            *column(FIRST, 20, 60, 20),
            *(Text(250, 60 + 20 * at, one, 9.6) for at, one in enumerate(pointers)),
            *(Text(440, 60 + 20 * at, f"0{at + 5}版", 8.6, "hei") for at in range(2)),
            *(Text(20 + 220 * at, 600, one, 12.5, "hei") for at, one in enumerate(cells)),
            *(Text(20 + 220 * at, 620, "来自主产区的一线调查", 10) for at in range(2)),
            *(Text(190 + 220 * at, 640, ("第七版", "第十版")[at], 9, "hei") for at in range(2)),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]
    assert {one.kind for one in page.furniture} == {"teaser"}
    assert len(page.furniture) == 10


def test_pages_numbers_may_stand_before_what_points_there() -> None:
    """Level with one of them is another article's headline, beyond a rule."""
    told = (("欧洲杯八强又一席位产生", "东道主雷雨中惊险过关"), ("暑期影片定档", "动画片占了三成"))
    page = cut(
        [
            Text(20, 420, "社区食堂暖人心", 16, "hei"),
            *column(FIRST, 20, 450, 18),
            Bar(220, 400, 0.5, 250),
            *(Text(240, 422 + 40 * at, f"A1{at + 3}", 11, "hei") for at in range(2)),
            *(Text(276, 420 + 40 * at, one, 13.5, "hei") for at, (one, _) in enumerate(told)),
            *(Text(276, 440 + 40 * at, one, 9) for at, (_, one) in enumerate(told)),
        ]
    )
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]
    assert {one.kind for one in page.furniture} == {"teaser"}
    assert len(page.furniture) == 6
