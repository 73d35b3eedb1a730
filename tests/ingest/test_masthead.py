"""Mastheads, one of each paper seen."""

import pytest

from jianbao.ingest.masthead import is_masthead, read_masthead

FORMS = [
    ("协商民主 032023年2月20日 星期一 值班编委 郑 桉 编辑/美编 孙丽君 校对 郝 婧", "2023-02-20", "03", "协商民主"),
    ("第04版：社会 2024年4月12日 星期五 责编 谢欣春 版式 徐 文 校对 李晓欣", "2024-04-12", "04", "社会"),
    ("4版 社会 2024年9月15日/星期日 值班主任：胡宇明 编辑：刘飞波", "2024-09-15", "04", "社会"),
    ("2024年2月19日 星期一 政协 A04 本版编辑/罗波晓 美编/徐海涵", "2024-02-19", "04", "政协"),
    ("A26 中國新聞 責任編輯:李四/王五 版面設計:张三 2015 年 8 月 10 日(星期一)", "2015-08-10", "26", "中國新聞"),
    ("2 0 1 3 年 1 1 月 7 日 星期四 要聞 04", "2013-11-07", "04", "要聞"),
    ("2022年1月8/9日 星期六/日", "2022-01-08", None, None),
    ("二〇一五年四月十二日 星期日 校园", "2015-04-12", None, "校园"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "date", "number", "section"), FORMS)
def test_forms(line, date, number, section):
    assert is_masthead(line)
    info = read_masthead([line])
    assert (info.date, info.page_no, info.section) == (date, number, section)


def test_a_masthead_in_two_pieces():
    info = read_masthead(["02 / 港聞", "2011年7月13日 ● 星期三 www.example.hk"])
    assert (info.date, info.page_no, info.section) == ("2011-07-13", "02", "港聞")


def test_a_number_glued_to_the_sections_name():
    info = read_masthead(["2要闻", "2023年7月18日 星期二", "16个版"])
    assert (info.page_no, info.section) == ("02", "要闻")


def test_a_day_in_figures_of_its_own_and_a_notice_s_date():
    pieces = ["2024年5月", "17 星期五", "本期四版 零售价1.5元", "云岭县医疗保障局", "2024年5月16日"]
    assert read_masthead(pieces).date == "2024-05-17"
    assert read_masthead(["2024年5月16日", "2024年5月17日 星期五"]).date == "2024-05-17"
    assert read_masthead(["2024年5月17日 星期一"]).date == "2024-05-17", "the weekday may be wrong"
    assert read_masthead(["2024年5月17日 星期五", "本期四版", "零售价1.5元"]).section is None


def test_people():
    info = read_masthead([FORMS[0][0]])
    assert info.duty_editors == ("郑桉",)
    assert info.editors == info.layout == ("孙丽君",)
    assert info.proofreaders == ("郝婧",)
    assert info.weekday == "星期一"


@pytest.mark.parametrize(
    "line",
    [
        "2023年2月20日，社区召开座谈会。",
        "2023届高校毕业生规模预计",
        "编辑部的故事",
        "责任编辑认为",
        "今天（10月29日），中国空间站",
    ],
)
def test_running_text_is_no_masthead(line):
    assert not is_masthead(line)


def test_an_impossible_date_is_none():
    assert read_masthead(["2023年2月31日 星期一 要闻"]).date is None
