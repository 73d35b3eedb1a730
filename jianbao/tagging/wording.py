"""The wording that tells how a newspaper means a place: what stands before and behind its name.

The bar in the examples stands where the place begins or ends.
"""

from __future__ import annotations

import re
from typing import Final

_LOCATIVE: Final = "在|(?<![关对由至基属等])于|位于|地处|来到|走进|走访|前往|赶往|先后到|相聚|齐聚|赴|抵达|深入|住在|落户|连接|受"
_LOCATED: Final = rf"(?:{_LOCATIVE})(?:[^，。、]{{0,14}}的|中国)?"
"""地处长江中游的|湖北…; 关于|, 对于| lead nowhere."""
_TIME: Final = (
    "这两天|这几天|连日来|如今|目前|近年来|今年|去年|今天|昨天|日前|近日|眼下|同时|其中|至此|正是"
    r"|\d{4}年"
)
_TURN: Final = "而|从|去|到|对"

OPENS: Final = re.compile(
    rf"^(?:[^。；]{{0,16}}，\s*)?(?:[^，。、]{{1,10}}?(?:大省|省份|产区|大市|大县|粮仓|之一))?(?:{_TIME}|{_TURN})?"
    rf"(?:（[^）]*）)?(?:{_LOCATED})?$"
)
"""What may stand before a place that a sentence is about: 眼下，在|安徽…, 同属主产区之一的|湖北…"""

CLAUSE: Final = re.compile(
    rf"(?:[，；：。！？”—]\s*(?:(?:正是|是|如今|目前|其中|中国)|{_TURN})?|{_LOCATED}|所在的|造成|导致|站是|岸为"
    rf"|(?:腹地|境内|脚下|深处|故里|产区|大县|大市|核心区|主战场)的?|(?:前往|来到|走访|走进|赴|深入|考察)[^。，；]*、|在(?:[^，。；、]{{1,14}}、)+)$"
)
"""What may stand before a place in the middle of a sentence that is about it: …祝卫东在|昆明…"""

APPOSED: Final = re.compile(rf"(?:{_LOCATIVE})[^，。、]{{0,14}}$")
"""What may stand before a place with a comma behind it: 在水稻主产区|舒兰市|，"""

ROUTE: Final = re.compile(r"^(?:至|到|—|－|-)")
"""Behind a railway's or a road's first end: 昆明|至万象."""

FORECAST: Final = re.compile(
    r"气象台|气象部门|气象卫星|未来[几一二三\d]+天|天气预报|最[低高]气温可达|将(?:有|出现|迎来)[^。，]{0,16}(?:雨|雪|降温|高温|大风)"
)
"""A forecast names half of the country; only what has happened somewhere is about it."""

ROUND_UP: Final = re.compile(r"各地|各省|各界|多地|全国")
"""In a headline: what follows shows examples from many places."""

EXAMPLES: Final = re.compile(r"各地|多地")
"""The same in a lead: 清明节临近，各地迎来祭扫高峰."""

VENUE_BEFORE: Final = re.compile(r"[在于]$")
"""Before a place where something meets."""

VENUE_AFTER: Final = re.compile(
    r"^[^，。]{0,48}?(?:会见|会谈|会晤|座谈|举行|举办|召开|闭幕|开幕|出席|发布|成立|参加|签署|签订|逝世|火化|致以)"
)
"""Behind a place where something meets: 在北京|人民大会堂会见."""

EVENT: Final = re.compile(
    r"展览|博览会|交易会|洽谈会|论坛|年会|国际会议|运动会|峰会|(?<![，。“])大会|服贸会|[影术剧化乐游书]节|[车书画特普]展"
    r"|[大比联标开]赛|开工|开通|开馆|演出"
)
"""What makes even the capital its host: 2023年…论坛在|北京|开幕."""

_MEETINGS: Final = (
    "代表大会|纪念大会|庆祝大会|表彰大会|常委会|全会|工作会议|委员长会议|座谈会|研讨会|研讨班|推进会|现场会"
    "|报告会|动员会|发布会|记者会|见面会|招待会|理事会|主席团|会晤|磋商|追思会"
)

MEETING: Final = re.compile(rf"{_MEETINGS}|签署|逝世|遗体")
"""What leaves the place where it is held a mere venue, but for an EVENT in the same sentence."""

MEETS_IN: Final = re.compile(rf"(?:{_MEETINGS})(?:会议)?将?在$")
"""What meets in the place that a headline names last: 建设推进会在|武汉|召开."""

TALKS: Final = re.compile(r"会见|会谈|[同与].*座谈$")
"""What makes any place a mere venue; 团中央在|四川|举办座谈会 names the host."""

ABROAD: Final = re.compile(
    r"贺电|致电|慰问电|会见|会谈|通电话|复信|互致|外长|总统|首相|国王|国事访问|国际贵宾|发表.{0,10}新年贺词"
)
"""In a headline: foreign affairs, which only their host is about: 就中葡建交45周年互致贺电."""

PASSING: Final = re.compile(r"总部(?:位于|在)$|设在$|来自$")
"""Before a place that only tells where a firm sits: 总部位于|黑龙江省齐齐哈尔市."""

NATIVE: Final = re.compile(r"^人(?=[，。、；])")
"""Behind the place that somebody is from: 张师傅是|河南周口|人，"""

LEFT: Final = re.compile(r"^[^，。]{0,2}(?:来?到|来的|赶?赴|出发|始发|前往|飞)|^[^，。]{0,8}到")
"""Behind 从 and a place that somebody left: 只身从|北京|来到陕西, 从|广州|永庆坊到…三坊七巷."""

RETURN: Final = re.compile(r"(?:回到|返回|离开)$")
"""A traveller's way home: 李强结束出访回到|北京."""

TOUR: Final = re.compile(r"考察|调研|视察")
"""In a headline: every place visited counts, that of a firm, too."""

VISITS: Final = re.compile(
    r"(?:来到|走进|前往|走访|考察了?|参观了?|调研了?|还到|看望)(?:[^，。；]*[、和])?$|在$"
)
"""Before what is visited on a tour: 来到|沈阳拓荆科技公司."""

BUILT: Final = re.compile(
    r"[^，。、的]{0,8}?(?:机场|大桥|隧道|水库|电站|枢纽|运河|泵站|大坝)(?!铁路|高速|集团)[^，。、]{0,20}?"
    r"(?:合龙|转体|贯通|通航|通车|开通(?!\d)|竣工|完工|投产|投运|投用|开工|启用|封顶|建设完成|建成|动工)"
)
"""Behind the site of something that is built there: 山西朔州|滋润机场正式通航."""

WORK_OF_ART: Final = re.compile(r"(?:剧|片|节目|电影|栏目|歌曲|晚会|图书|小说|专题)《[^》]*$")
"""Before a name in a work's title, which is no place: 电视剧《我的|阿勒泰》."""

PAST_TOUR: Final = re.compile(
    r"(?:(?:19|20)\d\d年|不久前|今年\d{1,2}月).{0,60}(?:考察|调研|视察|来到).{0,60}(?:指出|强调|要求|嘱托|提出)"
)
"""An earlier visit that an article recalls: 2023年5月，习近平总书记在|山西运城|考察时强调."""

YEARS_AGO: Final = re.compile(r"(?:19|20)\d\d年[^，。]{0,6}，")
"""A sentence that goes back: 2009年，中国农业大学在|河北省曲周县|成立科技小院."""

DISASTER: Final = re.compile(
    r"台风|暴雨|降雨|洪涝|洪水|受灾|灾后|灾区|灾害|救灾|抢险|救援|防汛|地震|泥石流|山体滑坡|强对流"
    r"|雨雪|降雪|暴雪|冰冻|寒潮|冷空气|除雪|除冰|旱情|抗旱"
)
"""In title or lead: every place hit counts, however many, and in lists, too."""
