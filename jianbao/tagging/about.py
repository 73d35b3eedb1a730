"""Which of the places named the article is about.

The guide: a region counts when it is the subject of the title or the lead, or is reported from
for a paragraph or two sentences; in a round-up (各地…) an example of a full sentence counts
while few places are shown. Everything else named is a mention.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jianbao.tagging.article import Sentence
    from jianbao.tagging.mentions import Mention

MOST_EXAMPLES: Final = 5
"""Places (provinces) that a round-up may show before all of them are mere mentions; the guide's."""

HALF_THE_COUNTRY: Final = 12
"""Provinces named in a round-up, in lists too, from which it is about the country."""

LONGEST_LIST: Final = 3
"""Places in one enumeration of which each still has the sentence to itself."""

_LOCATIVE: Final = "在|于|位于|地处|来到|走进|走访|前往|赴|抵达|深入|住在|落户|连接|受"

LONGEST_LIST_OF_HIT: Final = 5
"""The same where they are hit by a disaster: 郑州、三门峡、开封等地出现大暴雨."""

_OPENS: Final = re.compile(
    rf"^(?:[^。；]{{0,16}}，\s*)?(?:[^，。、]{{1,10}}?(?:大省|省份|产区|大市|大县|之一))?(?:这两天|这几天|连日来|如今|目前|近年来|今年|今天|昨天|日前|近日|眼下|同时|其中|至此|正是|而|从|去|到|对)?"
    rf"(?:（[^）]*）)?(?:(?:{_LOCATIVE})(?:[^，。、]{{0,14}}的)?)?$"
)
"""What may stand before a place that a sentence is about: 眼下，在|安徽…, 地处长江中游的|湖北…"""

_CLAUSE: Final = re.compile(
    rf"(?:[，；：。！？”—]\s*(?:正是|是|如今|目前|而|从|去|到|其中)?|(?:{_LOCATIVE})(?:[^，。、]{{0,14}}的)?|所在的|造成|导致|站是|岸为|(?:腹地|境内|脚下|深处|故里)的?"
    r"|(?:前往|来到|走访|走进|赴|深入|考察)[^。]*、)$"
)
"""What may stand before a place in the middle of a sentence that is about it: …祝卫东在|昆明…"""

SHORT_OPENING: Final = 6
"""Characters before a place in a province at a sentence's start: 试点地区|浙江省东阳市|在…"""

_APPOSED: Final = re.compile(rf"(?:{_LOCATIVE})[^，。、]{{0,14}}$")
"""What may stand before a place with a comma behind it: 在水稻主产区|舒兰市|，"""

_ROUTE: Final = re.compile(r"^(?:至|到|—|－|-)")
"""Behind a railway's or a road's first end: 昆明|至万象."""

_FORECAST: Final = re.compile(r"气象台|气象部门")
"""A forecast names half of the country; only what has happened somewhere is about it."""

_ROUND_UP: Final = re.compile(r"各地|各省|各界|多地|全国|我国")

_VENUE_BEFORE: Final = re.compile(r"[在于]$")
_VENUE_AFTER: Final = re.compile(
    r"^(?:人民大会堂|中南海|钓鱼台国宾馆)?(?:分别|共同|同|与|主持)?[^，。]{0,24}?"
    r"(?:会见|会谈|座谈|举行|召开|闭幕|开幕|出席|发布|成立|参加|签署)"
)
CAPITAL: Final = "北京市"
"""Houses what is of the whole country; only an event there is about it."""

_EVENT: Final = re.compile(
    r"博览会|交易会|洽谈会|展览会|论坛|对话|年会|国际会议|大赛|运动会|峰会|大会|[节展赛]|典礼|仪式|活动|开工|开通"
    r"|启动|开馆|演出|进博会|服贸会|广交会|消博会"
)
_MEETING: Final = re.compile(
    r"代表大会|常委会|全会|会见|会谈|座谈会|发布会|记者会|理事会|主席团|委员长会议|政治局|国务院|外长|总统|总理|签署|推进会|报告会|动员会"
)
_TALKS: Final = re.compile(r"会见|会谈|[同与].*座谈$")
"""What makes even the place in a headline a mere venue; 团中央在|四川|举办座谈会 names the host."""

_MEETS_IN: Final = re.compile(r"(?:推进会|座谈会|工作会议|研讨会|常委会会议|全会|现场会)在$")
"""What meets in the place that a headline names last: 建设推进会在|武汉|召开."""

_RETURN: Final = re.compile(r"(?:回到|返回|离开)$")
"""A traveller's way home: 李强结束出访回到|北京."""

_PAST_TOUR: Final = re.compile(r"(?:19|20)\d\d年.*(?:考察|调研|视察|来到)")
"""An earlier visit that an article recalls: 2023年5月，习近平总书记在|山西运城|考察时强调."""

_YEARS_AGO: Final = re.compile(r"(?:19|20)\d\d年[^，。]{0,6}，")
"""A sentence that goes back: 2009年，中国农业大学在|河北省曲周县|成立科技小院."""

_DISASTER: Final = re.compile(r"受灾|灾后|灾区|救灾|抢险|救援|防汛|洪水|地震|泥石流")
"""In title or lead: every place hit counts, however many."""

MOST_SENTENCES_ELSEWHERE: Final = 4
"""Sentences told from one village or street after which a place named once is passing."""


@dataclass(slots=True)
class _Evidence:
    """What speaks for one place; filled while the mentions are gone through."""

    title: int = 0
    lead: int = 0
    opening: int = 0
    clause: int = 0
    own_opening: int = 0
    paragraph_opening: int = 0
    bodies_only: bool = True
    sentences: set[int] = field(default_factory=set)
    listed_sentences: set[int] = field(default_factory=set)
    items: set[int] = field(default_factory=set)


def about(
    sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (the regions an article is about, the others it names), in the order of the text."""
    named = dict.fromkeys(m.path for m in mentions if m.role != "inside")
    digest = bool(sentences) and sentences[-1].item > 0
    if digest:
        chosen: set[str] = set()
        for item in range(sentences[-1].item + 1):
            part = [m for m in mentions if sentences[m.sentence].item == item]
            chosen |= _subjects(sentences, part, digest=True)
    else:
        chosen = _subjects(sentences, mentions, digest=False)
    regions = tuple(path for path in named if path in chosen)
    covered = {up for path in regions for up in _above(path)} | chosen
    return regions, tuple(path for path in named if path not in covered)


def _above(path: str) -> Iterable[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _subjects(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], *, digest: bool
) -> set[str]:
    """Return the places that an article, or one item of a digest, is about."""
    evidence = _gather(sentences, mentions)
    chosen = {path for path, found in evidence.items() if _is_subject(found)}
    if not digest:
        inside = {m.path for m in mentions if m.role == "inside"}
        chosen = _without_crowd(sentences, evidence, chosen, inside)
    chosen = _without_passing(evidence, chosen)
    return {path for path in chosen if not _only_above(path, evidence[path], chosen)}


def _without_crowd(
    sentences: Sequence[Sentence],
    evidence: dict[str, _Evidence],
    chosen: set[str],
    inside: set[str],
) -> set[str]:
    """Drop the examples of a round-up that shows too many, in institutions' names too."""
    if _is_disaster(sentences):
        return chosen
    opening = [s.text for s in sentences if s.headline or s.lead]
    shown = {path.split("/")[0] for path in chosen}
    if any(map(_ROUND_UP.search, opening[:1])):
        shown |= {
            path.split("/")[0]
            for path, found in evidence.items()
            if found.sentences - found.listed_sentences
        }
        shown |= {path.split("/")[0] for path in inside}
        named = {path.split("/")[0] for path in evidence}
        shown |= named if len(named) >= HALF_THE_COUNTRY else set()
    if len(shown) <= MOST_EXAMPLES:
        return chosen
    return {path for path in chosen if evidence[path].title}


def _is_disaster(sentences: Sequence[Sentence]) -> bool:
    return any(_DISASTER.search(s.text) for s in sentences if s.headline or s.lead)


def _without_passing(evidence: dict[str, _Evidence], chosen: set[str]) -> set[str]:
    """Drop what is named once, outside the headline's provinces or beside the story's village."""
    headline = {path.split("/")[0] for path in chosen if evidence[path].title}
    villages = [
        path
        for path in chosen
        if path.count("/") >= 3 and len(evidence[path].sentences) >= MOST_SENTENCES_ELSEWHERE
    ]
    return {
        path
        for path in chosen
        if evidence[path].title
        or (len(evidence[path].sentences) > 1 and _is_told(evidence[path]))
        or (
            (not headline or path.split("/")[0] in headline)
            and (not villages or any(village.startswith(path) for village in villages))
        )
    }


def _gather(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> dict[str, _Evidence]:
    evidence: dict[str, _Evidence] = defaultdict(_Evidence)
    clauses: dict[tuple[int, int], set[str]] = defaultdict(set)
    told: dict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        told[mention.sentence].update(_above(mention.path))
        clauses[_clause_of(sentences, mention)].update(_above(mention.path))
    forecast = _forecasts(sentences)
    disaster = _is_disaster(sentences)
    elsewhere = any(sentences[m.sentence].headline and m.role == "plain" for m in mentions)
    for mention in mentions:
        sentence = sentences[mention.sentence]
        if mention.sentence in forecast or mention.role == "inside":
            continue
        found = evidence[mention.path]
        if _is_venue(sentence, mention):
            continue
        if mention.role != "body":
            found.bodies_only = False
        if sentence.headline:
            found.title += mention.role != "event" or not elsewhere
            continue
        if mention.role in ("event", "group"):
            continue
        found.sentences.add(mention.sentence)
        if mention.listed > (LONGEST_LIST_OF_HIT if disaster else LONGEST_LIST):
            found.listed_sentences.add(mention.sentence)
            continue
        before = sentence.text[: mention.list_start]
        after = sentence.text[mention.end :]
        alone = (
            mention.role == "plain"
            and mention.path not in clauses[_clause_of(sentences, mention)]
            and not before.endswith(("位于", "地处"))
            and not (before.endswith("在") and mention.path in told[mention.sentence])
        )
        route = _ROUTE.match(after) or sentence.text[: mention.start].endswith("至")
        if route and not (sentence.item and sentence.first):
            continue  # 届时，成都|至昆明的运行时间将缩短
        if _OPENS.match(before) or (len(before) <= SHORT_OPENING and "/" in mention.path):
            found.opening += 1
            found.own_opening += alone
            found.paragraph_opening += sentence.first and alone
            found.lead += sentence.lead and alone
        elif mention.role == "plain" and (
            _CLAUSE.search(before) or (after.startswith("，") and _APPOSED.search(before))
        ):
            if _PAST_TOUR.search(sentence.text) or _YEARS_AGO.match(sentence.text):
                continue
            found.clause += 1
            found.lead += sentence.lead and alone
            found.paragraph_opening += sentence.first and alone and before.endswith("，")
    return evidence


def _clause_of(sentences: Sequence[Sentence], mention: Mention) -> tuple[int, int]:
    """Return which clause a place stands in: (sentence, commas before it)."""
    return mention.sentence, sentences[mention.sentence].text.count("，", 0, mention.start)


def _forecasts(sentences: Sequence[Sentence]) -> set[int]:
    """Return the sentences that tell tomorrow's weather, to the end of their paragraph."""
    found: set[int] = set()
    for number, sentence in enumerate(sentences):
        goes_on = number - 1 in found and not sentence.first
        if not sentence.headline and (goes_on or _FORECAST.search(sentence.text)):
            found.add(number)
    return found


def _is_venue(sentence: Sentence, mention: Mention) -> bool:
    """Say whether the place only houses a meeting: 在北京|会见, 在京召开."""
    before = sentence.text[: mention.start]
    after = sentence.text[mention.end :]
    if _RETURN.search(before) or (mention.path == CAPITAL and before.endswith(("抵达", "飞抵"))):
        return True
    if not _VENUE_BEFORE.search(before) or not _VENUE_AFTER.match(after):
        return False
    if sentence.headline:
        return bool(_TALKS.search(after) or _MEETS_IN.search(before))
    if _MEETING.search(sentence.text):
        return True
    return mention.path == CAPITAL and not _EVENT.search(sentence.text)


def _is_told(found: _Evidence) -> bool:
    return bool(found.opening or found.clause)


def _is_subject(found: _Evidence) -> bool:
    if found.title or _is_told(found):
        return True
    told = found.sentences - found.listed_sentences
    return len(told) >= 2


def _only_above(path: str, found: _Evidence, chosen: set[str]) -> bool:
    """Say whether a place is there only as the larger region of one that the article is about."""
    if not any(other.startswith(path + "/") for other in chosen):
        return False
    if found.title and not found.bodies_only:
        return False
    depth = path.count("/")
    if depth >= 3:
        return True
    if depth == 2:
        return not found.lead
    return not (found.paragraph_opening or found.lead or (depth and found.own_opening))
