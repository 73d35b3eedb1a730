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
