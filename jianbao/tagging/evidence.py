"""What speaks for each place that an article names: where it stands, and after which words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jianbao.tagging import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jianbao.tagging.article import Sentence
    from jianbao.tagging.mentions import Mention

LONGEST_LIST: Final = 3
"""Places in one enumeration of which each still has the sentence to itself."""

LONGEST_LIST_OF_LEAD: Final = 4
"""The same in an article's lead, 等 counted: 分别在|广东、山西、山东等|地宣讲."""

LONGEST_LIST_OF_HIT: Final = 5
"""The same where they are hit by a disaster or visited: 郑州、三门峡、开封等地出现大暴雨."""

MOST_IN_SENTENCE: Final = 5
"""Provinces that one sentence may name before it only lists them."""

SHORT_OPENING: Final = 6
"""Characters before a place in a province at a sentence's start: 试点地区|浙江省东阳市|在…"""

LONGEST_REACH: Final = 120
"""Characters that are looked back over; a sentence may be as long as it likes."""

CAPITAL: Final = "北京市"
"""Houses what is of the whole country; only an event there is about it."""


@dataclass(slots=True)
class Evidence:
    """What speaks for one place; filled while its mentions are gone through."""

    title: bool = False
    """A headline names it, and not as a venue."""
    by_itself: bool = False
    """Something else than one of its bodies (威县政协) is meant somewhere."""
    told: bool = False
    """A sentence or clause begins with it, or is located there."""
    own: set[int] = field(default_factory=set)
    """The sentences of which this is so that are not about a smaller place in it."""
    own_lead: bool = False
    """One of them stands in the lead."""
    sentences: set[int] = field(default_factory=set)
    """The sentences that name it, headlines aside."""
    listed: set[int] = field(default_factory=set)
    """Those of them that only list it among others."""


@dataclass(frozen=True, slots=True)
class _Smaller:
    """The larger places of which a smaller one is named, by sentence and by clause."""

    sentences: Mapping[int, set[str]]
    clauses: Mapping[tuple[int, int], set[str]]


def gather(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], *, hit: bool
) -> dict[str, Evidence]:
    """Return the evidence for each place named, in the order of the text.

    `hit` says that they are hit by a disaster or visited on a tour, where lists count for more.
    Names inside institutions and what a weather forecast names are no evidence.
    """
    evidence: dict[str, Evidence] = defaultdict(Evidence)
    smaller = _smaller(sentences, mentions)
    forecast = _forecasts(sentences)
    headline = any(sentences[m.sentence].headline and m.role == "plain" for m in mentions)
    crowded = set() if hit else _crowded(mentions)
    for mention in mentions:
        sentence = sentences[mention.sentence]
        if mention.role == "inside" or mention.sentence in forecast:
            continue
        found = evidence[mention.path]
        if _is_venue(sentence, mention) or _is_passing(sentence, mention):
            continue
        found.by_itself |= mention.role != "body"
        if sentence.headline:
            found.title |= mention.role != "event" or not headline
        elif mention.role not in ("event", "group"):
            found.sentences.add(mention.sentence)
            longest = _longest_list(sentence, hit=hit)
            if mention.listed > longest or mention.sentence in crowded:
                found.listed.add(mention.sentence)
            else:
                _weigh(found, sentence, mention, smaller)
    return evidence


def _crowded(mentions: Sequence[Mention]) -> set[int]:
    """Return the sentences that name too many provinces to be about any of them."""
    provinces: dict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.role != "group":
            provinces[mention.sentence].add(mention.path.partition("/")[0])
    return {sentence for sentence, named in provinces.items() if len(named) > MOST_IN_SENTENCE}


def _longest_list(sentence: Sentence, *, hit: bool) -> int:
    """Return how many places may be enumerated and still each have the sentence to itself."""
    if hit:
        return LONGEST_LIST_OF_HIT
    return LONGEST_LIST_OF_LEAD if sentence.lead and not sentence.item else LONGEST_LIST


def _weigh(found: Evidence, sentence: Sentence, mention: Mention, smaller: _Smaller) -> None:
    """Note how a sentence of the text names a place."""
    before = sentence.text[: mention.list_start]
    after = sentence.text[mention.end :]
    route = wording.ROUTE.match(after) or sentence.text[: mention.start].endswith("至")
    if route and not (sentence.item and sentence.first):
        return  # 届时，成都|至昆明的运行时间将缩短
    opens = bool(
        wording.OPENS.match(before) or (len(before) <= SHORT_OPENING and "/" in mention.path)
    )
    if not opens and not (mention.role == "plain" and _is_clause(sentence, before, after)):
        return
    if mention.role == "body" and mention.listed > 1:
        return  # 吉林省、广西壮族自治区党委负责同志, who took part
    found.told = True
    if _is_own(sentence, mention, before, smaller):
        found.own.add(mention.sentence)
        found.own_lead |= sentence.lead


def _is_own(sentence: Sentence, mention: Mention, before: str, smaller: _Smaller) -> bool:
    """Say whether a sentence is about a place itself, not about a smaller one named in it."""
    return (
        mention.role == "plain"
        and mention.path not in smaller.clauses[_clause_of(sentence, mention)]
        and not before.endswith(("位于", "地处"))
        and not (before.endswith("在") and mention.path in smaller.sentences[mention.sentence])
    )


def _is_clause(sentence: Sentence, before: str, after: str) -> bool:
    """Say whether a place begins a clause, or something happens there, now and not years ago."""
    if wording.PAST_TOUR.search(sentence.text) or wording.YEARS_AGO.match(sentence.text):
        return False
    near = before[-LONGEST_REACH:]
    if wording.CLAUSE.search(near):
        return True
    return after.startswith("，") and bool(wording.APPOSED.search(near))


def _is_venue(sentence: Sentence, mention: Mention) -> bool:
    """Say whether the place only houses a meeting: 在北京|会见, 在京召开."""
    before, after = _around(sentence, mention)
    capital = mention.path == CAPITAL
    if wording.RETURN.search(before) or (capital and before.endswith(("抵达", "飞抵"))):
        return True
    if not wording.VENUE_BEFORE.search(before) or not wording.VENUE_AFTER.match(after):
        return False
    if wording.TALKS.search(after):
        return True
    if sentence.headline:
        return bool(wording.MEETS_IN.search(before))
    other, meetings = wording.MEETING.subn("", sentence.text)
    return not wording.EVENT.search(other) and (capital or meetings > 0)


def _is_passing(sentence: Sentence, mention: Mention) -> bool:
    """Say whether the place only tells where a firm sits or somebody came from."""
    before, after = _around(sentence, mention)
    if before.endswith(("从", "由")):
        return bool(wording.LEFT.match(after))
    train = before.endswith("班列（")  # 中欧班列（|西安|）
    return train or bool(wording.PASSING.search(before) or wording.NATIVE.match(after))


def _around(sentence: Sentence, mention: Mention) -> tuple[str, str]:
    """Return what stands close before and close behind a place."""
    reach = max(mention.start - LONGEST_REACH, 0)
    return (
        sentence.text[reach : mention.start],
        sentence.text[mention.end : mention.end + LONGEST_REACH],
    )


def is_disaster(sentences: Sequence[Sentence]) -> bool:
    """Say whether headline or lead tell of a disaster or hard weather, with its many places."""
    return any(wording.DISASTER.search(s.text) for s in sentences if s.headline or s.lead)


def is_tour(sentences: Sequence[Sentence]) -> bool:
    """Say whether a headline tells of a tour of inspection, with the places visited."""
    return any(wording.TOUR.search(s.text) for s in sentences if s.headline)


def above(path: str) -> Iterable[str]:
    """Yield the regions that a path lies in, the nearest first."""
    while path := path.rpartition("/")[0]:
        yield path


def _smaller(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> _Smaller:
    found = _Smaller(defaultdict(set), defaultdict(set))
    for mention in mentions:
        clause = _clause_of(sentences[mention.sentence], mention)
        found.sentences[mention.sentence].update(above(mention.path))
        found.clauses[clause].update(above(mention.path))
    return found


def _clause_of(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """Return which clause a place stands in: (sentence, commas before it)."""
    return mention.sentence, sentence.text.count("，", 0, mention.start)


def _forecasts(sentences: Sequence[Sentence]) -> set[int]:
    """Return the sentences that tell tomorrow's weather, to the end of their paragraph."""
    found: set[int] = set()
    for number, sentence in enumerate(sentences):
        goes_on = number - 1 in found and not sentence.first
        if not sentence.headline and (goes_on or wording.FORECAST.search(sentence.text)):
            found.add(number)
    return found
