"""Which display lines are headlines, kickers and subheads."""

from __future__ import annotations

from jianbao.ingest import cut

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
