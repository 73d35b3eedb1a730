"""Which display lines are headlines, kickers and subheads."""

from __future__ import annotations

import pytest

from jianbao.ingest import cut
from jianbao.ingest.cohesion import Rarity
from jianbao.ingest.drafts import draft_articles
from jianbao.ingest.headlines import place_heads
from jianbao.ingest.segmentation import Segment
from tests.ingest.test_gathering import body, layouts_of

VILLAGES = """今天（10月11日），我们来看各地如何立足资
源禀赋，努力建设宜居宜业和美乡村，绘就乡
村振兴的新画卷。观光旅游成了支柱产业，村
民的收入一年比一年高。"""


def test_a_kicker_finds_its_headline_over_a_subhead_that_floats() -> None:
    text = (
        "乡村行 看振兴\n\n做好观光旅游“大文章”\n\n绘就宜居宜业和美乡村新画卷\n\n"
        f"本报讯（记者 张玉香）{VILLAGES}"
    )
    (article,) = cut(text).articles
    assert (article.kicker, article.title) == ("乡村行 看振兴", "绘就宜居宜业和美乡村新画卷")
    assert [one.text for one in article.subheads] == ["做好观光旅游“大文章”"]


def test_a_subhead_about_a_later_paragraph_makes_no_kicker_of_a_long_headline() -> None:
    title = "外国领导人和国际组织负责人致电主席就我国甘肃积石山地震表示慰问"
    first = "连日来，外国领导人和国际组织\n负责人就我国甘肃积石山地震，\n向遇难者表示哀悼和慰问。"
    second = (
        "土库曼斯坦总统说，土库曼斯坦\n人民同甘肃灾区人民在一起，土\n库曼斯坦愿意提供一切帮助。"
    )
    others = "\n\n".join(
        f"{country}总统说，在这艰难的时刻，{country}人\n民愿为他们祈祷，祝愿伤者早日康\n复，重建家园。"
        for country in ("塔吉克斯坦", "白俄罗斯", "哈萨克斯坦", "阿塞拜疆", "蒙古国")
    )
    text = f"{title}\n\n做好土库曼斯坦“大文章”\n\n{first}\n\n{second}\n\n{others}"
    (article,) = cut(text).articles
    assert (article.kicker, article.title) == (None, title)


@pytest.mark.parametrize(
    ("lines", "kicker", "title"),
    [
        ("新闻特写\n绘就宜居宜业和美乡村新画卷", "新闻特写", "绘就宜居宜业和美乡村新画卷"),
        ("花开中国\n春满乡村", None, "花开中国 春满乡村"),
    ],
)
def test_a_first_line_is_a_kicker_where_a_headline_is_left_below_it(
    lines: str, kicker: str | None, title: str
) -> None:
    (article,) = cut(f"{lines}\n\n本报讯（记者 张玉香）{VILLAGES}").articles
    assert (article.kicker, article.title) == (kicker, title)


def test_a_line_of_a_stack_that_no_article_took_opens_the_headline_below_it() -> None:
    lines = ["用心用情助力青年稳岗就业", "峰高街道乡村振兴展新貌"]
    raw = "\n".join(lines) + f"\n\n{body(4, 18)}\n（据人民政协网）\n\n{body(5, 15)}\n"
    apart = layouts_of(raw)[0]
    assert [one.text for one in apart.heads] == lines
    paragraphs = range(len(apart.paragraphs))
    segments = (Segment(tuple(paragraphs[:4]), None), Segment(tuple(paragraphs[4:]), 1))
    drafts = draft_articles(apart.paragraphs, apart.heads, segments)
    rarity = Rarity([one.grams for one in apart.paragraphs])
    assert place_heads(drafts, apart.heads, rarity) == []
    assert [one.title_lines for one in drafts] == [[], lines]
