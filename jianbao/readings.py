"""How the names of places and persons are read: character by character, with what stands apart.

A name is no phrase: a dictionary of common words reads 单 and 都 wrongly in it, and takes 0.3 s to
open, which is longer than a day's build. The tables were compared with pypinyin's phrases on all
330,000 names of the gazetteer; what is read otherwise is read so on purpose (佛 fo, 藏 zang, 陂 pi)
or stands in fewer than forty names of villages.

Sources: 现代汉语词典 (7th edition) and 中华人民共和国地名大词典 for places, GB/T 28039 and 现代汉语词典
for surnames; readings.txt for all other characters. `ü` is written u, as on signs without dots
(吕梁 Lüliang → lu-liang).
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

PLACES: Final = {
    "陕西": "shaan xi",
    "长子县": "zhang zi xian",
    "会稽": "kuai ji",
    "单县": "shan xian",
    "涡阳": "guo yang",
    "六合区": "lu he qu",
    "乐陵": "lao ling",
    "大城县": "dai cheng xian",
    "荥经": "ying jing",
    "浚县": "xun xian",
    "泊头": "bo tou",
    "洪洞": "hong tong",
    "繁峙": "fan shi",
    "漯河": "luo he",
    "万柏林": "wan bai lin",
    "佛冈": "fo gang",
    "佛坪": "fo ping",
    "马尾": "ma wei",
    "称多": "chen duo",
    "筠连": "jun lian",
    "蚌山": "beng shan",
    "伽师": "jia shi",
    "浪卡子": "lang ka zi",
    "曾都区": "zeng du qu",
    "闵行": "min hang",
    "太行": "tai hang",
    "解州": "hai zhou",
    "阿房": "e pang",
    "龙圩": "long xu",
    "大栅栏": "da shi lan",
    "里堡": "li pu",
    "重庆": "chong qing",
    "重阳": "chong yang",
    "三重区": "san chong qu",
    "乐清": "yue qing",
    "南乐": "nan yue",
    "民乐": "min yue",
    "音乐": "yin yue",
    "乐亭": "lao ting",
    "宝坻": "bao di",
    "牟平": "mu ping",
    "中牟": "zhong mu",
    "蔚县": "yu xian",
    "六安": "lu an",
    "铅山": "yan shan",
    "东阿": "dong e",
    "泌阳": "bi yang",
    "番禺": "pan yu",
    "尉犁": "yu li",
    "尉迟": "yu chi",
    "牛圈": "niu juan",
    "羊圈": "yang juan",
    "马圈": "ma juan",
    "畜牧": "xu mu",
    "类似": "lei si",
    "杉木": "sha mu",
    "银行": "yin hang",
    "劲松": "jing song",
    "平巷": "ping hang",
    "校场": "jiao chang",
    "碌碡": "liu zhou",
    "卡子": "qia zi",
    "龟兹": "qiu ci",
    "归还": "gui huan",
    "星宿": "xing xiu",
    "受降": "shou xiang",
    "知了": "zhi liao",
    "般若": "bo re",
    "莘庄": "xin zhuang",
}
"""Readings of whole names, or parts of them; the longest wins."""

PLACE_CHARACTERS: Final = {
    "长": "chang",  # 长治, 长海, 长顺; pypinyin: zhang
    "都": "du",  # 丰都, 都匀; pypinyin: dou
    "朝": "chao",  # 朝阳市; pypinyin: zhao
    "什": "shi",  # 康巴什; pypinyin: shen
    "勒": "le",  # 库尔勒; pypinyin: lei
    "堡": "bu",  # 吴堡, 瓦窑堡; pypinyin: bao
    "涌": "chong",  # 麻涌, 东涌; pypinyin: yong
    "埗": "bu",
    "单": "dan",
    "藏": "zang",
    "蚌": "beng",
    "埔": "bu",
    "茄": "qie",
    "枞": "zong",
    "厦": "xia",
    "陂": "pi",
    "佛": "fo",
    "犍": "qian",
}
"""Characters that are read one way in nearly all places' names, another in common words."""

SURNAMES: Final = {
    "单于": "chan yu",
    "尉迟": "yu chi",
    "万俟": "mo qi",
    "长孙": "zhang sun",
    "单": "shan",
    "曾": "zeng",
    "解": "xie",
    "仇": "qiu",
    "区": "ou",
    "盖": "ge",
    "查": "zha",
    "朴": "piao",
    "覃": "qin",
    "种": "chong",
    "乐": "yue",
    "员": "yun",
    "祭": "zhai",
    "缪": "miao",
    "翟": "zhai",
    "黑": "he",
    "洗": "xian",
    "折": "she",
    "秘": "bi",
    "繁": "po",
    "召": "shao",
    "都": "du",
    "郇": "xun",
    "卜": "bu",
    "牟": "mu",
    "佴": "nai",
    "隗": "wei",
    "么": "yao",
    "长": "chang",
    "说": "yue",
    "重": "chong",
    "藏": "zang",
    "阚": "kan",
    "颉": "xie",
}
"""Readings of surnames; those of two characters first."""

GIVEN_NAME_CHARACTERS: Final = {"长": "chang"}
"""Characters that are read one way in nearly all given names."""


@lru_cache(4096)
def of_character(character: str) -> str:
    """How a character is read by itself (`chang`); empty when the table does not have it."""
    table = _table()
    at = table.find(character)
    return table[table.rfind("\n", 0, at) + 1 : at].partition(" ")[0] if at > 0 else ""


@cache
def _table() -> str:
    """A line a syllable: `chang 长场常…`. Made from pypinyin by scripts/readings.py."""
    return Path(__file__).with_name("readings.txt").read_text("utf-8")
