"""Mastheads, one of each paper seen."""

import pytest

from jianbao.ingest import cut
from jianbao.ingest.masthead import is_masthead, masthead_lines, read_masthead

FORMS = [
    ("协商民主 032023年2月20日 星期一 值班编委 郑 桉 编辑/美编 孙丽君 校对 郝 婧", "2023-02-20", "03", "协商民主"),
    ("第04版：社会 2024年4月12日 星期五 责编 谢欣春 版式 徐 文 校对 李晓欣", "2024-04-12", "04", "社会"),
    ("4版 社会 2024年9月15日/星期日 值班主任：胡宇明 编辑：刘飞波", "2024-09-15", "04", "社会"),
    ("2024年2月19日 星期一 政协 A04 本版编辑/罗波晓 美编/徐海涵", "2024-02-19", "04", "政协"),
    ("A26 中國新聞 責任編輯:李四/王五 版面設計:张三 2015 年 8 月 10 日(星期一)", "2015-08-10", "26", "中國新聞"),
    ("2 0 1 3 年 1 1 月 7 日 星期四 要聞 04", "2013-11-07", "04", "要聞"),
    ("2022年1月8/9日 星期六/日", "2022-01-08", None, None),
    ("二〇一五年四月十二日 星期日 校园", "2015-04-12", None, "校园"),
    ("12要闻2024年7月26日 星期五 责任编辑/吴霖云 视觉编辑/刘恒雪 责任校对/史旭", "2024-07-26", "12", "要闻"),
    ("华岳日报 2024年9月26日 星期四 版次：11 栏目：社会 编辑：崔梅敏", "2024-09-26", "11", "社会"),
    ("人民政协报 2024年3月8日 星期五 4 要闻", "2024-03-08", "04", "要闻"),
    ("二〇二四年十一月二日 星期六 第十版 区域", "2024-11-02", "10", "区域"),
    ("B06 乡村振兴 FOCUS 2024/12/07 星期六 编辑 萧阳欣 组版 尹俊远 校检 郝璐誉", "2024-12-07", "06", "乡村振兴"),
    ("11 | 要闻 2023.5.11 星期四 责编 程涵浩 美编 江 誉 审校 宋诗雪", "2023-05-11", "11", "要闻"),
    ("要闻·03 2023.6.1", "2023-06-01", "03", "要闻"),
    ("責任編輯：陳大文 A3版 港聞 二○二四年三月八日 星期五", "2024-03-08", "03", "港聞"),
    ("２０２４年３月８日　星期五　第０３版　要闻　责编：张　三", "2024-03-08", "03", "要闻"),
    ("责编 张三 校对 李四 要闻 03 2024年3月8日 周五", "2024-03-08", "03", "要闻"),
    ("海州日报 03 要闻 2024-03-08 星期五 新闻热线：0951-6020000 www.hzrb.com.cn abc@163.com", "2024-03-08", "03", "要闻"),
    ("今日8版 总第5568期 2024年3月12日 星期二 农历二月初三 CN64-0001 邮发代号：73-1 01 要闻", "2024-03-12", "01", "要闻"),
    ("中華民國113年3月12日 星期二 A5 社會 責任編輯/王大明", "2024-03-12", "05", "社會"),
    ("Tuesday, March 12, 2024 06-07版 专题", "2024-03-12", "06", "专题"),
    ("时事 202020年12月20日 星期日 编辑 张三 美编 李四", "2020-12-20", "20", "时事"),
    ("编辑：曹璐琪 要闻 A02 2024年3月12日 星期二", "2024-03-12", "02", "要闻"),
    ("安全 1版 2024年5月11日 星期六 審校：张三/买买提 电话:(0951)6020000", "2024-05-11", "01", "安全"),
    ("传真 0951-6020001 2024/11/19 TUE QQ：123456789 云南02 责编：张三", "2024-11-19", "02", "云南"),
    ("校对：李四 文化·18 2023.3.31", "2023-03-31", "18", "文化"),
    ("B20版 视觉 检校：张三 排版：尹 佳 2024.9.23", "2024-09-23", "20", "视觉"),
    ("2024.10.15星 期 二 10 | 视觉 | 海州日报", "2024-10-15", "10", "视觉"),
    ("09万象　2024年1月21日　星期日　值班总编 买买提　新快报", "2024-01-21", "09", "万象"),
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
    posts = "值班主任：胡宇 责任编辑/李四、王五 视觉编辑 赵六 文 检：钱七 责任校对：阿依古丽 2024年3月8日"
    info = read_masthead([posts])
    assert (info.duty_editors, info.editors) == (("胡宇",), ("李四", "王五"))
    assert (info.layout, info.proofreaders) == (("赵六",), ("钱七", "阿依古丽"))


TEXT = ["社区食堂暖人心", "近日，社区食堂开了张，老人们都来了。"]
PIECES = [
    (["三农 10", "2024年10月6日 星期日 责编：王欣 电话：0951-3466548"], "10", "三农"),
    (["今日12版 总第5568期 星期日2025年2月16日 本版编辑/郝芳翔", "02 区域"], "02", "区域"),
    (["海州日报", "2024年12月8日 星期日 第06版 生态", "责任编辑 苏伟浩"], "06", "生态"),
    (["Friday, March 8, 2024", "A03", "2024年3月8日 星期五 要闻"], "03", "要闻"),
    (["2025/02/03 MON", "第14版：时政 编辑 时 光 买买提"], "14", "时政"),
    (["2024年3月8日 星期五 责编：王欣", "民生·05", "新闻热线：0951-3466548"], "05", "民生"),
]


@pytest.mark.parametrize("at_foot", [False, True])
@pytest.mark.parametrize(("pieces", "number", "section"), PIECES)
def test_pieces_of_a_masthead_stand_together(pieces, number, section, at_foot):
    lines = [*TEXT, *pieces] if at_foot else [*pieces, *TEXT]
    found = sorted(masthead_lines(lines))
    assert [lines[at] for at in found] == pieces
    info = read_masthead(pieces)
    assert (info.page_no, info.section) == (number, section)


def test_a_number_and_a_name_at_a_pages_edge_are_its_own_if_no_other_are():
    assert masthead_lines(["区域 09", *TEXT, "2024年3月8日 星期五"]) == {0, 3}
    assert masthead_lines([TEXT[0], "区域 09", TEXT[1]]) == set()
    assert masthead_lines(["三号 09", *TEXT, "2024年3月8日 星期五 第05版"]) == {3}
    assert masthead_lines([*TEXT, "18车市 2023-01-01", "海州日报 今日四版"]) == {2, 3}


def test_a_headline_below_a_masthead_is_none_of_its_pieces():
    above = "2024年3月8日 星期五 责编：王欣"
    for headline in ("10件民生实事落地", "本报记者 王欣", "社区食堂", "《海州日报》", "5G进社区"):
        assert masthead_lines([above, headline, TEXT[1]]) == {0}
    assert masthead_lines([f"{above} 第05版", "12 要闻", TEXT[1]]) == {0}, "it has a number"


def test_a_page_whose_number_stands_apart():
    page = cut("区域 09\n\n2024年4月3日 星期三 责编：施涵一\n\n社区食堂暖人心\n\n" + TEXT[1] * 3)
    assert (page.info.page_no, page.info.section) == ("09", "区域")
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]


@pytest.mark.parametrize(
    "line",
    [
        "2023年2月20日，社区召开座谈会。",
        "2023届高校毕业生规模预计",
        "编辑部的故事",
        "责任编辑认为",
        "今天（10月29日），中国空间站",
        "2023 年6 月 21日 20 时 37",
        "2024年3月8日（星期五）上午在银川召开的",
        "科学统筹 精心设计 全力推进",
        "10件民生实事落地",
    ],
)
def test_running_text_is_no_masthead(line):
    assert not is_masthead(line)


def test_an_impossible_date_is_none():
    assert read_masthead(["2023年2月31日 星期一 要闻"]).date is None
