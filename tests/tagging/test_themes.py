from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jianbao.errors import ConfigError
from jianbao.tagging import load_themes
from jianbao.tagging.words import WordFinder

if TYPE_CHECKING:
    from jianbao.tagging import Tagger

VOCABULARY = Path(__file__).parents[2] / "taxonomy" / "themes.toml"


@pytest.mark.parametrize(
    ("title", "text", "themes"),
    [
        ("高铁通车", "今天，连接两省的高速铁路正式通车运营，列车设计时速三百公里。", {"交通建设"}),
        (
            "乡村振兴示范带专题协商",
            "区政协委员围绕乡村振兴示范带开展专题协商，村民提出建议，整治人居环境，建设美丽庭院，改善村容村貌。",
            {"乡村振兴", "协商民主", "人居环境"},
        ),
        (
            "社区议事会解决充电难",
            "社区党委组织居民协商议事，网格员收集急难愁盼，小区装上了充电桩，办好民生实事。",
            {"基层治理", "协商民主", "民生实事"},
        ),
        ("强降雨来袭", "气象部门发布暴雨预警，消防救援队伍转移被困群众，抢险救灾。", {"应急安全"}),
        ("博物馆里过大年", "非遗展演、民俗活动精彩纷呈，游客走进博物馆看文物。", {"文化旅游"}),
    ],
)
def test_themes_of_a_text(title: str, text: str, themes: set[str], tagger: Tagger) -> None:
    assert set(tagger.tag(title, [text]).themes) == themes


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "国家主席会见外国总统",
            "两国元首就双边关系和地区经济合作举行会谈，双方愿扩大贸易和投资。",
        ),
        ("中国队夺得三枚金牌", "在亚运会游泳比赛中，中国队运动员夺冠，教育和科技助力体育。"),
        ("老艺术家遗体火化", "著名戏曲艺术家因病逝世，遗体今天火化，亲属和观众送别。"),
        ("天气真好", "今天天气真好。"),
    ],
)
def test_what_the_vocabulary_has_no_theme_for_gets_none(
    title: str, text: str, tagger: Tagger
) -> None:
    assert tagger.tag(title, [text]).themes == ()


def test_at_most_four_heaviest_first(tagger: Tagger) -> None:
    text = "高铁通车 博物馆开馆 医院义诊 高考开考 招聘就业 防汛抢险 植树造林 党支部党建"
    themes = tagger.tag(text, [text]).themes
    assert len(themes) == 4
    assert (
        tagger.tag("党建引领 党支部", ["党员干部学习。" * 3, "顺便修了公路。"]).themes[0] == "党建"
    )


def test_a_digest_has_the_themes_of_its_items(tagger: Tagger) -> None:
    paragraphs = [
        "川南城际铁路通车",
        "今天，川南城际铁路正式通车，动车设计时速二百五十公里。",
        "总统会见外长",
        "总统在首都会见外长，就双边关系举行会谈。",
        "我国成功发射一颗卫星",
        "今天，火箭将卫星送入轨道，航天科技又有突破。",
    ]
    assert set(tagger.tag("联播快讯", paragraphs).themes) == {"交通建设", "科技创新"}


def test_each_item_of_a_digest_may_have_several_themes(tagger: Tagger) -> None:
    paragraphs = [
        "村里修通四好农村路",
        "四好农村路通车，村民种植的果蔬运得出去，乡村振兴有了新路。",
        "县医院巡诊",
        "县医院的医生到村卫生室巡诊，为患者做手术。",
    ]
    assert set(tagger.tag("时讯", paragraphs).themes) == {"交通建设", "乡村振兴", "医疗卫生"}


def test_the_vocabulary_has_these_themes() -> None:
    names = (
        "协商民主 政协履职 基层治理 党建 民生实事 人居环境 就业 青年 乡村振兴 营商环境 生态环保 教育 "
        "医疗卫生 养老助残 文化旅游 法治平安 民族团结 经济产业 科技创新 交通建设 应急安全 会议要闻"
    )
    assert load_themes(VOCABULARY).names == tuple(names.split())


def test_an_edited_word_changes_the_theme(tmp_path: Path, tagger: Tagger) -> None:
    from jianbao.tagging import Gazetteer, Tagger

    edited = tmp_path / "themes.toml"
    text = VOCABULARY.read_text(encoding="utf-8")
    edited.write_text(text.replace('strong = ["就业"', 'strong = ["量身定做", "就业"'), "utf-8")
    article = ("量身定做", ["裁缝铺里量身定做。"])
    assert tagger.tag(*article).themes == ()
    assert Tagger(Gazetteer.load(), load_themes(edited)).tag(*article).themes == ("就业",)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('name = "党建"', 'nmae = "党建"', "unknown key 'nmae'"),
        ('name = "教育"', 'name = "党建"', "twice"),
        ('strong = ["党建"', 'strong = ["党建", "党建"', "stands twice"),
        ('name = "党建"', 'name = ""', "without a name"),
        ("most = 4\n", "", "no 'most'"),
        ("length = 400", 'length = "short"', "must be a number"),
        ('strong = ["党建"', 'strong = ["党", "党建"', "two or more characters"),
        ('slug = "dang-jian"', 'slug = "../dang"', "cannot stand in an address"),
        ("\n[scoring]\n", "\n[scoring\n", "not TOML"),
    ],
)
def test_errors_in_themes_toml_say_where(old: str, new: str, reason: str, tmp_path: Path) -> None:
    text = VOCABULARY.read_text(encoding="utf-8")
    assert old in text
    at = text.index(old)
    file = tmp_path / "themes.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_themes(file)
    assert reason in caught.value.reason
    assert caught.value.hint
    near = text.count("\n", 0, at) + 1
    assert caught.value.line is not None
    assert abs(caught.value.line - near) < 40


def test_no_word_counts_inside_a_longer_one() -> None:
    finder = WordFinder(["经济", "民营经济", "济南", "工作会议", "中央经济工作会议"])
    assert finder.present("民营经济") == {"民营经济"}
    assert finder.present("中央经济工作会议谈经济") == {"中央经济工作会议", "经济"}
    assert finder.present("") == set()
