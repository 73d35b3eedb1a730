"""Bylines and captions find their articles."""

from __future__ import annotations

import pytest

from jianbao.ingest import CutArticle, cut

FARMING = """今天，农业农村部发布消息，全国春播粮食
过四成，各地推进农机农艺融合，加大良种
推广力度，全力以赴保证播种的质量。

在吉林，大型免耕播种机有序地春播，种植
户的积极性很高，种子和化肥供应充足。"""
SCHOOLS = """近日，教育部门召开会议，部署校园食品安
全专项整治，要求学校食堂明厨亮灶，家长
代表可以随时监督。"""


def articles(text: str) -> list[CutArticle]:
    return list(cut(text).articles)


def test_names_in_a_lead_stay_apart() -> None:
    text = f"全国春播过四成\n\n本报讯（记者 王 国 胡 婷）{FARMING}"
    (article,) = articles(text)
    assert article.byline == ("王国", "胡婷")
    assert article.byline_raw == "本报讯（记者 王 国 胡 婷）"


@pytest.mark.parametrize("credit", ["（据《人民政协报》）", ""])
def test_a_byline_goes_with_the_caption_below_it(credit: str) -> None:
    """It stands between two articles; the picture's words say of which it is."""
    text = (
        f"教育部门部署校园食品安全整治\n\n{SCHOOLS}{credit}\n\n本报记者 张玉香 文/图\n\n"
        f"大型免耕播种机有序地春播。\n\n全国春播粮食过四成\n\n{FARMING}"
    )
    bylines = {article.title: article.byline for article in articles(text)}
    assert bylines["全国春播粮食过四成"] == ("张玉香",)
    assert bylines["教育部门部署校园食品安全整治"] == ()


def test_what_was_taken_from_another_paper_has_no_byline_of_ours() -> None:
    text = (
        f"全国春播粮食过四成\n\n{FARMING}\n\n本报记者 张玉香\n\n"
        f"教育部门部署校园食品安全整治\n\n{SCHOOLS}（据《人民政协报》）"
    )
    bylines = {article.title: article.byline for article in articles(text)}
    assert bylines == {"全国春播粮食过四成": ("张玉香",), "教育部门部署校园食品安全整治": ()}


def test_a_byline_above_a_headline_is_not_that_of_the_text_that_follows() -> None:
    """The headline stands at the foot of its article; the next article's text follows."""
    text = (
        f"{FARMING}\n\n——农业农村部通报\n\n本报记者 张玉香\n\n全国春播粮食过四成\n\n"
        f"{SCHOOLS}\n\n教育部门部署校园食品安全整治\n\n本报记者 李永国"
    )
    bylines = {article.title: article.byline for article in articles(text)}
    assert bylines == {
        "全国春播粮食过四成": ("张玉香",),
        "教育部门部署校园食品安全整治": ("李永国",),
    }


def test_a_name_in_brackets_signs_the_text_above_it() -> None:
    text = (
        f"{SCHOOLS}\n\n（记者 张玉香）\n\n教育部门部署校园食品安全整治\n\n"
        f"{FARMING}\n\n全国春播粮食过四成\n\n本报记者 李永国"
    )
    bylines = {article.title: article.byline for article in articles(text)}
    assert bylines["教育部门部署校园食品安全整治"] == ("张玉香",)
