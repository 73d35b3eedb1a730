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
        ("万家灯火\n绘就宜居宜业和美乡村新画卷", None, "万家灯火 绘就宜居宜业和美乡村新画卷"),
        # wider than each of several lines below
        (
            "各地立足资源禀赋建设宜居宜业和美乡村\n观光旅游成了\n村民的支柱产业",
            "各地立足资源禀赋建设宜居宜业和美乡村",
            "观光旅游成了 村民的支柱产业",
        ),
        (
            "各地立足资源禀赋\n观光旅游成了\n村民的支柱产业",
            None,
            "各地立足资源禀赋 观光旅游成了 村民的支柱产业",
        ),
    ],
)
def test_a_first_line_is_a_kicker_where_a_headline_is_left_below_it(
    lines: str, kicker: str | None, title: str
) -> None:
    (article,) = cut(f"{lines}\n\n本报讯（记者 张玉香）{VILLAGES}").articles
    assert (article.kicker, article.title) == (kicker, title)


SCHOOLS = """近日，教育部门召开会议，部署校园食品安
全专项整治，要求学校食堂明厨亮灶，家长
代表可以随时监督，违规的一律停业。

会议强调，要落实校长负责制，每天公布食
材的来源，每周更换一次菜单，让家长放心。

市场监管部门表示，将对供货的企业进行抽
查，不合格的食材一律退回，并且通报学校。"""


@pytest.mark.parametrize(
    ("lines", "kicker", "title"),
    [
        # no word of any article, a subhead in between
        ("万家灯火\n\n和美乡村新画卷", "万家灯火", "和美乡村新画卷"),
        ("万家灯火\n\n旅游兴村\n\n和美乡村的新画卷", "万家灯火", "和美乡村的新画卷"),
        # wider than the headline, and about its article
        (
            "各地立足资源禀赋努力建设和美乡村\n\n绘就乡村振兴新画卷\n——各地见闻",
            "各地立足资源禀赋努力建设和美乡村",
            "绘就乡村振兴新画卷",
        ),
        # as wide: the headline's first line
        ("各地立足资源禀赋\n\n绘就乡村振兴新画卷", None, "各地立足资源禀赋 绘就乡村振兴新画卷"),
        # it goes on
        ("村民来信：以\n\n绘就乡村振兴新画卷", None, "村民来信：以 绘就乡村振兴新画卷"),
        # a standing title that floats below the headline, whose words the article has
        (
            "绘就乡村振兴新画卷\n\n记者从乡村振兴局获悉",
            "记者从乡村振兴局获悉",
            "绘就乡村振兴新画卷",
        ),
    ],
)
def test_a_line_in_a_block_of_its_own(lines: str, kicker: str | None, title: str) -> None:
    text = (
        f"教育部门部署校园食品安全整治\n\n{SCHOOLS}（据人民政协网）\n\n"
        f"{lines}\n\n本报讯（记者 张玉香）{VILLAGES}"
    )
    other, article = cut(text).articles
    assert (article.kicker, article.title) == (kicker, title)
    assert (other.kicker, other.title) == (None, "教育部门部署校园食品安全整治")


@pytest.mark.parametrize(
    ("line", "number"), [("记者从校园食品安全专项整治获悉", 0), ("记者从全国妇联获悉", 1)]
)
def test_a_standing_title_is_of_the_headline_below_unless_rather_about_the_other(
    line: str, number: int
) -> None:
    text = (
        f"{SCHOOLS}\n\n教育部门部署校园食品安全整治\n\n{line}\n\n"
        f"绘就宜居宜业和美乡村新画卷\n\n本报讯（记者 张玉香）{VILLAGES}"
    )
    kickers = [article.kicker for article in cut(text).articles]
    assert kickers == ([line, None] if number == 0 else [None, line])


def test_a_subtitle_above_its_headline_goes_with_it() -> None:
    text = (
        f"{SCHOOLS}\n\n——教育部门通报\n\n本报记者 张玉香\n\n教育部门部署校园食品安全整治\n\n"
        f"绘就宜居宜业和美乡村新画卷\n\n{VILLAGES}"
    )
    subtitles = {article.title: article.subtitle for article in cut(text).articles}
    assert subtitles == {
        "教育部门部署校园食品安全整治": "——教育部门通报",
        "绘就宜居宜业和美乡村新画卷": None,
    }


def test_the_second_line_of_a_headline_brings_its_subtitle() -> None:
    lines = ["各地立足资源禀赋见实效", "宜居宜业和美乡村绘就新画卷"]
    raw = f"{SCHOOLS}（据人民政协网）\n\n{lines[0]}\n\n{lines[1]}\n——各地见闻\n\n{VILLAGES}"
    layout = layouts_of(raw)[0]
    assert [one.text for one in layout.heads] == lines
    paragraphs = tuple(range(len(layout.paragraphs)))
    segments = (Segment(paragraphs[:-1], None), Segment(paragraphs[-1:], 0))
    drafts = draft_articles(layout.paragraphs, layout.heads, segments)
    rarity = Rarity([one.grams for one in layout.paragraphs])
    assert place_heads(drafts, layout.heads, rarity) == []
    assert drafts[1].title_lines == lines
    assert [line.text for line in drafts[1].subtitle] == ["——各地见闻"]


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
