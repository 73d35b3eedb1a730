"""Bylines, leads, sources, signatures as printed."""

import pytest

from jianbao.ingest.credits import read_byline, split_lead, split_signature
from jianbao.ingest.sources import read_source, split_source


@pytest.mark.parametrize(
    ("line", "names", "role"),
    [
        ("本报记者 张玉香 文/图", ("张玉香",), "文/图"),
        ("□ 记者 胡生波 摄影报道", ("胡生波",), "摄影报道"),
        ("■本报记者 邓 桂 张 涵", ("邓桂", "张涵"), "记者"),
        ("本报记者 王 子 通讯员 胡国立 文/图", ("王子", "胡国立"), "文/图"),
        ("記者、攝影:張三 李四", ("張三", "李四"), "记者"),
        ("□张三", ("张三",), "作者"),
        ("文/图 张三", ("张三",), "文/图"),
        ("本报记者 张三 图文报道", ("张三",), "图文报道"),
        ("本报记者 王五 香港报道", ("王五",), "记者"),
        ("記者 張三 香港報道", ("張三",), "记者"),
        ("本报记者 王 五 安徽 报道", ("王五",), "记者"),
        ("本报记者 张三 李四 报道", ("张三", "李四"), "报道"),
        ("本报记者 张三 发自北京", ("张三",), "记者"),
        ("本报记者 李 文", ("李文",), "记者"),
        ("本报记者 王 子 文", ("王子",), "文"),
        ("■本报记者 朱佳文", ("朱佳文",), "记者"),
        ("本报记者 杨 波 通讯员 王 文", ("杨波", "王文"), "记者"),
        ("本报记者 王小明文", ("王小明",), "文"),
        ("记者 李 兵/文 赵 丽/图", ("李兵", "赵丽"), "记者"),
        ("文/记者 王 强", ("王强",), "记者"),
        ("宁夏日报报业集团全媒体记者 马 晓", ("马晓",), "记者"),
        ("解放日报·上观新闻记者 茅冠隽", ("茅冠隽",), "记者"),
        ("新重庆-重庆日报记者 张 莎", ("张莎",), "记者"),
        ("南方+记者 张志超", ("张志超",), "记者"),
        ("晚报记者 张三丰 通讯员 李思源", ("张三丰", "李思源"), "记者"),
        ("本报驻京记者 李 明", ("李明",), "记者"),
        ("本报记者 阿依努尔·买买提", ("阿依努尔·买买提",), "记者"),
        ("记者 阿依努尔·买买提", ("阿依努尔·买买提",), "记者"),
        ("◎本报记者 邓 桂", ("邓桂",), "记者"),
        ("○ 邓波梅 欧阳桂", ("邓波梅", "欧阳桂"), "作者"),
        ("特邀通讯员 肖 桂", ("肖桂",), "记者"),
        ("（本报记者 邓波梅 摄）", ("邓波梅",), "摄"),
        ("邓波梅 摄", ("邓波梅",), "摄"),
        ("邓 桂 张 涵 文/图", ("邓桂", "张涵"), "文/图"),
        ("邓波梅/文", ("邓波梅",), "文"),
        ("（邓波梅）", ("邓波梅",), "作者"),
        ("整理：邓波梅", ("邓波梅",), "整理"),
        ("本报评论员", ("本报评论员",), "评论员"),
    ],
)
def test_bylines(line, names, role):
    byline = read_byline(line)
    assert byline is not None
    assert (byline.names, byline.role) == (names, role)


@pytest.mark.parametrize(
    "line",
    [
        *("记者了解到", "文化中国行", "■ 他山之石", "图为协商会现场。", "■ 简讯", "● 时事要览"),
        *("□ 历史·文化", "（星期一）", "江山万里图", "路线图"),
    ],
)
def test_what_is_no_byline(line):
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("text", "raw", "names", "source"),
    [
        ("本报讯（记者 张玉香）“小区", "本报讯（记者 张玉香）", ("张玉香",), None),
        ("本报讯（记者 张三 通讯员 李四）昨", "本报讯（记者 张三 通讯员 李四）", ("张三", "李四"), None),
        ("新华社银川 9月 19 日电（记者郑香、唐志娟）由", "新华社银川9月19日电（记者郑香、唐志娟）", ("郑香", "唐志娟"), "新华社"),
        ("【本報坎培拉訊】昨", "【本報坎培拉訊】", (), None),
        ("新华社电内蒙古昨", "新华社电", (), "新华社"),
        ("本报讯（记者 凌霄 学生记者 郝佳妮）昨", "本报讯（记者 凌霄 学生记者 郝佳妮）", ("凌霄", "郝佳妮"), None),
        ("【新华社重庆十四日电】天", "【新华社重庆十四日电】", (), "新华社"),
        ("特訊】昨", "特訊】", (), None),
        ("香港文匯報訊（記者 張三 北京 報道）昨", "香港文匯報訊（記者 張三 北京 報道）", ("張三",), "香港文匯報"),
        ("本报讯 记者张 涵报道：昨", "本报讯记者张涵报道：", ("张涵",), None),
        ("本网讯（记者 张涵）昨", "本网讯（记者 张涵）", ("张涵",), None),
        ("本報訊（記者 張三 李四 香港報道）昨", "本報訊（記者 張三 李四 香港報道）", ("張三", "李四"), None),
    ],
)  # fmt: skip
def test_leads(text, raw, names, source):
    lead, rest = split_lead(text)
    assert lead is not None
    assert (lead.raw, lead.names, lead.source) == (raw, names, source)
    assert len(rest) < len(text)


@pytest.mark.parametrize(
    "text", ["新华社记者说，", "人民网消息称，", "本报以前说过。", "人民日报长篇通讯：最广泛的民主"]
)
def test_what_is_no_lead(text):
    assert split_lead(text) == (None, text)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("（据《人民政协报》）", "人民政协报"),
        ("（据人民政协网）", "人民政协网"),
        ("（来源：法治日报）", "法治日报"),
        ("（新华每日电讯）", "新华每日电讯"),
        ("■新華社", "新華社"),
        ("（新華每日電訊）", "新華每日電訊"),
        ("（據《中國婦女報》）", "中國婦女報"),
        ("（来源：ＣＣＴＶ網）", "CCTV網"),
        ("（县气象台）", "县气象台"),
        ("（市公安局供稿）", "市公安局"),
    ],
)
def test_sources(line, name):
    source = read_source(line)
    assert source is not None
    assert source.name == name
    body, cut_off = (
        split_source("工作规范化。" + line) if line[0] == "（" else ("工作规范化。", source)
    )
    assert (body, cut_off) == ("工作规范化。", source)


def test_a_source_inside_a_sentence_is_none():
    assert split_source("據中央社報道，會議昨日舉行。")[1] is None


def test_signatures():
    assert split_signature("他说。（张星月）")[1].names == ("张星月",)
    assert split_signature("他说。（作者：李四）")[1].names == ("李四",)
    assert split_signature("会议昨日举行（星期一）")[1] is None
    text, byline = split_signature("他说。（记者 张 锐 通讯员 李文博）")
    assert (text, byline.names, byline.role) == ("他说。", ("张锐", "李文博"), "记者")
    assert split_signature("他说。（通讯员彭小雨记者李娜）")[1].names == ("彭小雨", "李娜")
    text, byline = split_signature("位居第二。（本报记者赵霞摄影报道）")
    assert (text, byline.names, byline.role) == ("位居第二。", ("赵霞",), "摄影报道")
    assert split_signature("他说。（记者手记见第三版）")[1] is None


def test_a_reporter_named_before_his_report_is_a_lead() -> None:
    byline, text = split_lead("本报记者戴一诺 通讯员李四报道：今天清晨，河边的人们都来了。")
    assert byline is not None
    assert (byline.names, text) == (("戴一诺", "李四"), "今天清晨，河边的人们都来了。")
    assert split_lead("记者在现场看到的情况报道：") == (None, "记者在现场看到的情况报道：")


@pytest.mark.parametrize(
    "line",
    ["记者  文  图  " * 6 + "x", "记者     张     三     " * 5 + "x", f"记者{' ' * 3000}张三 x"],
)
def test_rows_of_posts_and_blanks_are_read_in_a_bounded_time(line: str) -> None:
    """Each of them once took from seconds to hours."""
    assert read_byline(line) is None
