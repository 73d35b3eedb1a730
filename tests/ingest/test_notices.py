"""What stands on a page for the page's sake becomes furniture, and no part of an article."""

from __future__ import annotations

import pytest

from jianbao.ingest import cut
from jianbao.ingest.imprint import is_imprint
from jianbao.ingest.notices import is_notice
from jianbao.ingest.typing import read_typed_blocks

ARTICLE = """社区食堂暖人心

近日，红星社区的食堂开了张，老人们不出社区就能吃上热饭。
食堂由居民议事会协商办起来，菜价由大家一起定。
社区还请来志愿者，给走不动的老人送饭上门。
"""


@pytest.mark.parametrize(
    "line",
    [
        "（下转第三版）",
        "［下轉A4版］",
        "■上接第1版",
        "（相关报道见3版）",
        "{相關新聞見p04}",
        "xcdaily_A07_924.indd",
        "我驻外使馆举办活动庆祝新中国成立75周年 ……第8版",
        "习近平举行仪式欢迎巴西总统访华 ▶2版",
        "韩正出席2024世界中文大会开幕式并致辞（见4版）",
        "今日导读",
        "社区食堂开张啦 A04",
        "秋粮收购超4000万吨……03",
        "微信扫一扫 关注我们",
        "下载新城日报客户端，看更多新闻",
        "本版组稿：张三 李四",
        "版权所有 未经授权不得转载",
        "（广告）",
        "今日8版",
        "————————",
        "扫描二维码关注更多精彩内容",
        "更多报道请见新城日报客户端",
        "本版图片除署名外均由本报资料室提供",
        "本报地址：沈阳市解放路525号  邮编：750072  广告热线：6453882",
        "\uf06e\uf06e\uf06e\uf06e",
    ],
)
def test_what_is_said_of_the_page_is_a_notice(line: str) -> None:
    assert is_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "扫码看病一次办好",
        "居民关注社区食堂",
        "新版社保卡启用",
        "教材推出第3版",
        "本版编辑的一天",
        "国际形势急转直下",
        "市民热线12345一年办结百万件",
        "就业人数超1200万",
        "广告业增长一成",
        "——",
        "……",
        "）。",
    ],
)
def test_what_an_article_says_is_none(line: str) -> None:
    assert not is_notice(line)


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("新闻热线：0951-1700100  投稿邮箱：news577@163.com", True),
        ("印刷：云岭晚报印务中心  开印时间 2:30", True),
        ("广告经营许可证：640000400011  零售价：1.00元", True),
        ("国内统一连续出版物号 CN 64-0001 邮发代号 73-1", True),
        ("本报法律顾问：海州律师事务所 张三律师", True),
        ("广告部：6020002 发行部：6020003", True),
        ("日由中央文献出版社出版，在全国发行", False),
        ("报名电话：0951-1700100", False),
        ("记者拨通了新闻热线0951-1700100。", False),
    ],
)
def test_the_imprint_is_the_papers_own(line: str, own: bool) -> None:
    assert is_imprint(line) == own


def kinds(text: str) -> dict[str, str]:
    return {line.text: one.kind for one in read_typed_blocks(text) for line in one.lines}


def test_a_guide_to_the_pages_inside_is_one_with_its_head_and_broken_lines() -> None:
    guide = "本期看点\n社区食堂暖人心 老人，\n孩子都说好 ▶2版\n秋粮收购超4000万吨 A06版"
    found = kinds(f"{guide}\n\n{ARTICLE}")
    assert {found[line] for line in guide.split("\n")} == {"notice"}
    assert found["社区食堂暖人心"] == "display"


@pytest.mark.parametrize(
    "sale",
    [
        "注销公告\n海州同达公司拟向登记机关申请注销登记，请债权人自公告之日起45日内申报债权。",
        "招 租\n兴庆东路临街商铺107平方米对外出租，价格面议。联系电话：13983871176",
        "遗失声明\n\n张三遗失居民身份证，证号：6401031993324779，声明作废。",
    ],
)
def test_small_advertisements_are_no_articles(sale: str) -> None:
    page = cut(f"{ARTICLE}\n{sale}\n")
    assert [one.title for one in page.articles] == ["社区食堂暖人心"]
    assert "13983871176" not in "".join(page.articles[0].paragraphs)
    assert all(
        kind == "notice" for line, kind in kinds(sale + "\n\n" + ARTICLE).items() if line in sale
    )


def test_an_article_about_lost_papers_is_one() -> None:
    text = (
        "遗失声明为何不再登报\n\n近日，公安机关提醒，遗失身份证无须登报，声明作废的说法已经过时。\n"
        * 1
    )
    assert "notice" not in kinds(text).values()


def test_a_pull_quote_repeats_the_text_and_is_none_of_it() -> None:
    quote = "食堂由居民议事会\n协商办起来，菜价由\n大家一起定"
    found = kinds(f"{ARTICLE}\n{quote}\n")
    assert {found[line] for line in quote.split("\n")} == {"notice"}
    found = kinds(f"{ARTICLE}\n食堂由居民议事会\n协商办起来，菜价\n")
    assert found["协商办起来，菜价"] == "body", "it breaks off: a column's end"
