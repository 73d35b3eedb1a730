"""Characters that are drawn like another one, in text."""

from __future__ import annotations

import pytest

from jianbao.ingest.lookalikes import in_plain_forms
from jianbao.ingest.raw import cut_raw

PAGE = """\
⼈⺠政协 03 2024年5⽉6⽇ 星期⼀

社区⻝堂暖⼈⼼
⸺⼀碗热饭的故事

本报讯（记者 张⽟⾹）近⽇，⾦凤区⻓城中路街
道把社区⻝堂开到⽼⼈家⻔⼝，居⺠们说，这碗饭
吃着踏实。
"""


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("⽂化⼤⽂章", "文化大文章"),
        ("⻓城⻢克思主义⺠族", "长城马克思主义民族"),
        ("⸺侧记", "——侧记"),
        ("︵一︶﹁社﹂︙︙", "（一）「社」……"),
        ("\uf979了", "凉了"),
        ("一、二〇二四年，“协商”", "一、二〇二四年，“协商”"),
    ],
)
def test_what_is_drawn_like_another_character_is_that_character(given: str, plain: str) -> None:
    assert in_plain_forms(given) == plain


def test_a_text_of_radicals_is_cut_as_one_of_characters() -> None:
    (page,) = cut_raw(PAGE.encode(), "pages/2024-05-06/03.txt").pages
    (article,) = page.articles
    assert (page.info.date, article.title, article.subtitle, article.byline) == (
        "2024-05-06",
        "社区食堂暖人心",
        "——一碗热饭的故事",
        ("张玉香",),
    )
    assert "金凤区长城中路" in article.paragraphs[0]
