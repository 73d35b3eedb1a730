"""Which places an article names, and how: resolves names by what stands before and around them.

A district counts only if its province or city is named too, or if its name is the only one of
its kind; a bare name (昆山) only beside its parent (江苏昆山) or where it was so written before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from jianbao.tagging import traps, wording
from jianbao.tagging.lists import with_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from jianbao.tagging.article import Sentence
    from jianbao.tagging.below import Below
    from jianbao.tagging.names import Name
    from jianbao.tagging.scan import Hit, Scanner

Role = Literal["plain", "body", "event", "group", "inside"]

_BOUNDARY: Final = re.compile(
    r"(?:^|[，。、；：！？“”《》（）—\s\d]|[在从到于赴往至自和与及为向对来去是的了今日天前近住]|走进|地处)$"
)
"""What may stand before a district's full name when nothing else vouches for it."""

_VILLAGE: Final = re.compile(r"[\u4e00-\u9fff]{1,4}(?:村|镇|乡)")

_ROUTE_BEFORE: Final = re.compile(r"[\u4e00-\u9fff]至$")
"""Before a railway's other end, which is a place, too: 济南至|郑州|高速铁路."""

LONGEST_GIVEN_NAME: Final = 2
"""Characters of a person's own name: 王|长春."""

LONGEST_USE: Final = 24
"""Characters behind a name that tell how it is used."""

LONGEST_REACH: Final = 60
"""Characters that are looked back over for a work's title or the beginning of a list of visits."""

LONGEST_OWN_INSTITUTION: Final = 7
"""Characters behind a full name (索县特困人员集中供养服务中心) up to which it is an institution's."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a sentence."""

    path: str
    """The deepest region that the words name."""
    sentence: int
    """Index of the sentence in the article."""
    start: int
    """Where its first name begins in the sentence."""
    end: int
    """Where its last name ends."""
    role: Role
    """body: of one of its bodies (威县政协); event: in an event's name; group: 京津冀;
    inside: in the name of an institution, a road, a river, where it is no place."""
    listed: int = 1
    """How many places are listed together (、, 和), itself included."""
    list_start: int = 0
    """Where the first of those listed begins in the sentence."""


def find_mentions(
    sentences: Sequence[Sentence], scanner: Scanner, below: Below, day: date | None
) -> tuple[Mention, ...]:
    """Return all places named, in the order of the text.

    Regions that are newer than `day` are not seen; without a day none that has one itself.
    """
    hits = [tuple(_of_day(scanner.hits(sentence.text), day)) for sentence in sentences]
    context = _context(hits)
    confirmed: set[str] = set()
    for _ in range(2):  # the second time with all that the first has made sure of
        found = [
            chain
            for number, sentence in enumerate(sentences)
            for chain in _chains(number, sentence.text, hits[number], context, confirmed)
        ]
        sure = {up for m in found if m.role != "inside" for up in _upward(m.path)}
        context |= sure
        confirmed |= sure
    deepened = below.deepen(sentences, list(_with_sites(sentences, found)))
    return tuple(with_lists(sentences, deepened))


def _with_sites(sentences: Sequence[Sentence], found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions; what is visited on a tour stands for its place.

    A name in a work of art's title stands for nothing.
    """
    toured = {
        m.path.split("/")[0]
        for m in found
        if sentences[m.sentence].headline and wording.TOUR.search(sentences[m.sentence].text)
    }
    for mention in found:
        text = sentences[mention.sentence].text
        before = text[max(mention.start - LONGEST_REACH, 0) : mention.start]
        role = mention.role
        if wording.WORK_OF_ART.search(before):
            role = "inside"
        elif mention.path.split("/")[0] in toured and role in ("inside", "body"):
            role = "plain" if wording.VISITS.search(before) else role
        yield mention if role == mention.role else replace(mention, role=role)


def _of_day(hits: Iterable[Hit], day: date | None) -> Iterator[Hit]:
    """Yield the hits with the places that were there on a day."""
    for hit in hits:
        names = tuple(
            name
            for name in hit.names
            if name.place.since is None or (day is not None and name.place.since <= day)
        )
        if len(names) == len(hit.names):
            yield hit
        elif names:
            yield replace(hit, names=names)


def _context(hits: Iterable[Sequence[Hit]]) -> set[str]:
    """Return provinces and cities that are named beyond doubt."""
    return {
        name.place.path
        for row in hits
        for hit in row
        for name in hit.names
        if name.full and name.place.level in ("province", "city")
    }


def _upward(path: str) -> Iterator[str]:
    """Yield a path and all above it."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _chains(
    number: int, text: str, hits: Sequence[Hit], context: set[str], confirmed: set[str]
) -> Iterator[Mention]:
    """Yield a sentence's places; names written one after another (江苏|昆山) are one place."""
    at = 0
    before: tuple[Name, int] | None = None
    while at < len(hits):
        hit = hits[at]
        if hit.group:
            at += 1
            for name in hit.names:
                yield Mention(name.place.path, number, hit.start, hit.end, "group")
            continue
        meant = _sibling(before, hit, text) or _alone(hit, text, context, confirmed)
        at += 1
        if meant is None:
            continue
        chain = [(meant, hit.end)]
        while at < len(hits) and hits[at].start == chain[-1][1]:
            child = _child(chain[-1][0], hits[at], text)
            if child is None:
                break
            chain.append((child, hits[at].end))
            at += 1
        before = chain[-1]
        apart = at < len(hits) and hits[at].start > chain[-1][1]  # 果洛|西宁民族中学 is one name
        stop = hits[at].start if apart else len(text)
        name, end = chain[-1]
        role = _role_of_chain(text, hit.start, stop, chain)
        yield Mention(name.place.path, number, hit.start, end, role)


def _role_of_chain(text: str, start: int, stop: int, chain: Sequence[tuple[Name, int]]) -> Role:
    """Say how the words behind names written one after another use the last of them."""
    name, end = chain[-1]
    bare = not name.full or name.place.level == "province"
    following = text[end : end + LONGEST_USE]
    role = _role(following[: stop - end], bare)
    if role != "inside":
        return role
    located = len(chain) > 1 and traps.LOCAL.match(following)
    other_end = _ROUTE_BEFORE.search(text[max(start - 2, 0) : start])
    return "plain" if located or other_end or wording.BUILT.match(text, end) else "inside"


def _child(parent: Name, hit: Hit, text: str) -> Name | None:
    """Return the place below `parent` that a name right behind it means."""
    inside = f"{parent.place.path}/"
    for name in hit.names:
        if name.place.path.startswith(inside):
            return name
    return None


def _sibling(before: tuple[Name, int] | None, hit: Hit, text: str) -> Name | None:
    """Return the district that a name means beside another of the same parent (房山、|门头沟)."""
    if before is None or text[before[1] : hit.start] not in ("、", "和"):
        return None
    parent = before[0].place.parent
    beside = [name for name in hit.names if parent and name.place.parent == parent]
    return beside[0] if len(beside) == 1 else None


def _alone(hit: Hit, text: str, context: set[str], confirmed: set[str]) -> Name | None:
    """Return the place that a name means with no parent before it."""
    word = text[hit.start : hit.end]
    if len(word) == LONGEST_GIVEN_NAME and not hit.names[0].full:
        before = text[max(hit.start - 2, 0) : hit.start]
        if traps.PERSON.search(before):
            return None
    for name in hit.names:
        level = name.place.level
        if level == "province":
            return name
        if level == "city" and (
            name.full
            or word not in traps.NEEDS_PARENT
            or name.place.path in confirmed
            or (
                name.place.parent in context
                and text[: hit.start].endswith("在")
                and text[hit.end :].startswith("，")
            )
        ):
            return name
    if word in traps.GENERIC:
        return None
    districts = [name for name in hit.names if name.place.level == "district"]
    for name in districts:
        if name.place.path in confirmed:
            return name
    near = [name for name in districts if name.place.parent in context]
    near = near or [name for name in districts if name.place.path.split("/")[0] in context]
    if len(near) == 1 and _vouched(near[0], word, text, hit):
        return near[0]
    if len(districts) == len(hit.names) == 1 and len(word) >= 3 and not near:
        return districts[0] if _BOUNDARY.search(text[: hit.start]) else None
    return None


def _vouched(name: Name, word: str, text: str, hit: Hit) -> bool:
    """Say whether a district whose parent is named elsewhere is really meant here."""
    if name.full:
        return len(word) >= 3 or bool(_BOUNDARY.search(text[: hit.start]))
    if name.place.name.endswith("市"):
        return True
    before, after = text[: hit.start], text[hit.end : hit.end + 1]
    if before.endswith("在") and _VILLAGE.match(text[hit.end :]):
        return True
    if before.endswith(("来到", "走进", "赴", "抵达")):
        return True
    return before.endswith(("在", "、")) and after in ("，", "的", "、", "某", "")


def _role(following: str, bare: bool) -> Role:
    """Say how the words behind a name use it."""
    if traps.EVENT.match(following):
        return "event"
    institution = traps.INSTITUTION.match(following)
    if institution and (bare or institution.end() <= LONGEST_OWN_INSTITUTION):
        return "inside"
    if bare and traps.FEATURE.match(following):
        return "inside"
    return "body" if traps.BODY.match(following) else "plain"
