"""The wording that tells how a newspaper means a place: what stands before and behind its name.

The bar in the examples stands where the place begins or ends.
"""

from __future__ import annotations

import re
from typing import Final

LOCATIVE: Final = "在|于|位于|地处|来到|走进|走访|前往|赴|抵达|深入|住在|落户|连接|受"

OPENS: Final = re.compile(
    rf"^(?:[^。；]{{0,16}}，\s*)?(?:[^，。、]{{1,10}}?(?:大省|省份|产区|大市|大县|之一))?(?:这两天|这几天|连日来|如今|目前|近年来|今年|今天|昨天|日前|近日|眼下|同时|其中|至此|正是|而|从|去|到|对)?"
    rf"(?:（[^）]*）)?(?:(?:{LOCATIVE})(?:[^，。、]{{0,14}}的)?)?$"
)
"""What may stand before a place that a sentence is about: 眼下，在|安徽…, 地处长江中游的|湖北…"""

CLAUSE: Final = re.compile(
    rf"(?:[，；：。！？”—]\s*(?:正是|是|如今|目前|而|从|去|到|其中)?|(?:{LOCATIVE})(?:[^，。、]{{0,14}}的)?|所在的|造成|导致|站是|岸为|(?:腹地|境内|脚下|深处|故里)的?"
    r"|(?:前往|来到|走访|走进|赴|深入|考察)[^。]*、)$"
)
"""What may stand before a place in the middle of a sentence that is about it: …祝卫东在|昆明…"""

APPOSED: Final = re.compile(rf"(?:{LOCATIVE})[^，。、]{{0,14}}$")
"""What may stand before a place with a comma behind it: 在水稻主产区|舒兰市|，"""

ROUTE: Final = re.compile(r"^(?:至|到|—|－|-)")
"""Behind a railway's or a road's first end: 昆明|至万象."""

FORECAST: Final = re.compile(r"气象台|气象部门|气象卫星|未来[几一二三\d]+天|天气预报")
"""A forecast names half of the country; only what has happened somewhere is about it."""

ROUND_UP: Final = re.compile(r"各地|各省|各界|多地|全国")
"""In a headline: what follows shows examples from many places."""

EXAMPLES: Final = re.compile(r"各地|多地")
"""The same in a lead: 清明节临近，各地迎来祭扫高峰."""

VENUE_BEFORE: Final = re.compile(r"[在于]$")
"""Before a place where something meets."""

VENUE_AFTER: Final = re.compile(
    r"^(?:人民大会堂|中南海|钓鱼台国宾馆)?(?:分别|共同|同|与|主持)?[^，。]{0,24}?"
    r"(?:会见|会谈|座谈|举行|召开|闭幕|开幕|出席|发布|成立|参加|签署)"
)
"""Behind a place where something meets: 在北京|人民大会堂会见."""

EVENT: Final = re.compile(
    r"博览会|交易会|洽谈会|展览会|论坛|对话|年会|国际会议|大赛|运动会|峰会|大会|[节展赛]|典礼|仪式|活动|开工|开通"
    r"|启动|开馆|演出|进博会|服贸会|广交会|消博会"
)
"""What makes the place where it is held its host: 2023年…博览会在|深圳|开幕."""

MEETING: Final = re.compile(
    r"代表大会|常委会|全会|会见|会谈|座谈会|发布会|记者会|理事会|主席团|委员长会议|政治局|国务院|外长|总统|总理|签署|推进会|报告会|动员会"
)
"""What leaves the place where it is held a mere venue."""

TALKS: Final = re.compile(r"会见|会谈|[同与].*座谈$")
"""What makes even the place in a headline a mere venue; 团中央在|四川|举办座谈会 names the host."""

ABROAD: Final = re.compile(r"贺电|致电|慰问电|会见|会谈|通电话|复信|互致|外长|总统|首相|国王")
"""In a headline: foreign affairs, which only their host is about: 就中葡建交45周年互致贺电."""

MEETS_IN: Final = re.compile(r"(?:推进会|座谈会|工作会议|研讨会|常委会会议|全会|现场会)在$")
"""What meets in the place that a headline names last: 建设推进会在|武汉|召开."""

PASSING: Final = re.compile(r"总部(?:位于|设在|在)$")
"""Before a place that only tells where a firm sits: 总部位于|黑龙江省齐齐哈尔市."""

NATIVE: Final = re.compile(r"^人(?=[，。、；])")
"""Behind the place that somebody is from: 张师傅是|河南周口|人，"""

LEFT: Final = re.compile(r"^[^，。]{0,2}(?:来?到|来的|赶?赴|出发|前往|飞)")
"""Behind 从 and a place that somebody left: 只身从|北京|来到陕西."""

RETURN: Final = re.compile(r"(?:回到|返回|离开)$")
"""A traveller's way home: 李强结束出访回到|北京."""

TOUR: Final = re.compile(r"考察|调研|视察")
"""In a headline: every place visited counts, that of a firm, too."""

VISITS: Final = re.compile(r"(?:来到|走进|前往|走访|考察了?|参观了?|调研了?|在)$")
"""Before what is visited on a tour: 来到|沈阳拓荆科技公司."""

PAST_TOUR: Final = re.compile(r"(?:19|20)\d\d年.*(?:考察|调研|视察|来到)")
"""An earlier visit that an article recalls: 2023年5月，习近平总书记在|山西运城|考察时强调."""

YEARS_AGO: Final = re.compile(r"(?:19|20)\d\d年[^，。]{0,6}，")
"""A sentence that goes back: 2009年，中国农业大学在|河北省曲周县|成立科技小院."""

DISASTER: Final = re.compile(r"台风|暴雨|受灾|灾后|灾区|救灾|抢险|救援|防汛|洪水|地震|泥石流")
"""In title or lead: every place hit counts, however many."""
