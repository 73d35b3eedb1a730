"""Standing series titles, which newspapers set as kickers."""

import pytest

from jianbao.ingest.heads import has_kicker_form


@pytest.mark.parametrize(
    "line",
    [
        "走基层", "新春走基层", "在希望的田野上", "在希望的田野上·三夏时节", "开好局 起好步", "大美中国",
        "共建“一带一路”·权威访谈", "新时代新征程新伟业——实干笃行", "推动高质量发展系列主题新闻发布会",
        "筑梦现代化 共绘新图景——代表委员议国是", "喜迎二十大", "杭州第4届亚残运会", "央视短评", "传感中国",
        "记者从商务部获悉", "国家能源局通报", "中央气象台最新发布", "时局追踪", "民生直通车", "田间地头看丰景",
    ],
)  # fmt: skip
def test_series_titles(line):
    assert has_kicker_form(line)


@pytest.mark.parametrize(
    "line",
    [
        "新闻特写：用生命践行从警誓言", "中共中央举行新闻发布会", "党建引领社区治理 同心共筑美丽家园",
        "用心用情助力青年稳岗就业", "基层干部走进田间地头", "美丽中国建设迈出重大步伐",
        "各地精心组织 扎实推进党纪学习教育", "关于开展专项检查情况的通报", "从田间地头看丰景",
    ],
)  # fmt: skip
def test_headlines(line):
    assert not has_kicker_form(line)
