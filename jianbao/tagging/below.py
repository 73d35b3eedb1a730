"""Towns, streets, villages and communities: looked for only below a place that is accepted.

峰高街道 is looked for once 荣昌区 is there. A village counts where it is written right behind its
county or town (句容市天王镇唐陵村) or is the only one of its name there (黔西市化屋村); in a home
province also where it stands alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from jianbao.tagging import traps
from jianbao.tagging.mentions import Mention
from jianbao.tagging.names import written_streets
from jianbao.tagging.words import WordFinder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.tagging.article import Sentence
    from jianbao.tagging.gazetteer import Gazetteer

_STREET_ENDINGS: Final = ("街道", "镇", "乡", "苏木")
_COMMUNITY_ENDINGS: Final = ("社区", "村", "嘎查")
_STOPS: Final = frozenset("，。、；：！？“”《》（）…— ")

_TOWN_BEFORE: Final = re.compile(r"(?:在|于|来到|走进)$")
_TOWN_BEHIND: Final = re.compile(
    r"^([\u4e00-\u9fff]{2,3})(?:(?=举行|召开|开幕|闭幕|落下|启动|拉开)|(?<=[镇乡])(?=，))"
)
"""A town right behind its province: 在海南|博鳌举行; 在浙江|千岛湖，… is a lake."""

SHORTEST_ALONE: Final = 3
"""Characters; 新村 alone is any new village."""


LONGEST_NAME: Final = 12
"""Characters of a small place's name."""

LONGEST_OWN_NAME: Final = 6
"""Characters behind a town's name that may make it an institution's (河口镇|中心学校)."""


class Below:
    """Finds what lies below districts; remembers the districts it has looked up."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._streets = lru_cache(maxsize=None)(self._streets_of)
        self._communities = lru_cache(maxsize=None)(self._communities_of)
        self._districts = lru_cache(maxsize=None)(self._districts_of)

    def deepen(
        self, sentences: Sequence[Sentence], mentions: Sequence[Mention]
    ) -> tuple[Mention, ...]:
        """Return the mentions, deepened where a smaller place stands behind them.

        With them come the further places below them that stand alone.
        """
        found: list[Mention] = []
        for mention in mentions:
            last = found[-1] if found else None
            inside = last and last.sentence == mention.sentence and mention.start < last.end
            if inside and mention.role != "group":  # 海伦市|海伦镇: the second 海伦 is no city
                continue
            text = sentences[mention.sentence].text
            found.append(self._extended(text, mention))
            if found[-1].path != mention.path:
                found += self._siblings(text, found[-1])
        names = dict(self._alone(found))
        if names:
            finder = WordFinder(names)
            found = [_in_longer(sentences[m.sentence].text, m, finder, names) for m in found]
            found += self._repeated(sentences, found, names, finder)
        found.sort(key=lambda m: (m.sentence, m.start, m.end))
        return tuple(m for m, after in zip_longest(found, found[1:]) if not _joined(m, after))

    def _extended(self, text: str, mention: Mention) -> Mention:
        """Follow the words behind a place down to the deepest that the gazetteer has."""
        if mention.role != "plain" and mention.role != "body":
            return mention
        path, end = mention.path, mention.end
        if longer := self._of_same_name(text, mention) or self._bare_town(text, mention):
            path, end = longer
        for endings, look_up in (
            (_STREET_ENDINGS, self._streets),
            (_COMMUNITY_ENDINGS, self._communities),
        ):
            if text.startswith("的", end) and endings is _COMMUNITY_ENDINGS:
                end += 1  # 江阴市的|山泉村
            following = text[end : end + LONGEST_NAME]
            lengths = _lengths(endings, following)
            names = look_up(path) if lengths else {}  # a province's villages take time to load
            for length in lengths:
                below = names.get(following[:length], ())
                if len(below) == 1:
                    path, end = below[0], end + length
                    break
        if path == mention.path:
            return mention
        following = text[end : end + LONGEST_OWN_NAME]
        role = "body" if traps.INSTITUTION.match(following) else mention.role
        return replace(mention, path=path, end=end, role=role)

    def _siblings(self, text: str, mention: Mention) -> Iterator[Mention]:
        """Yield the villages listed behind one of the same town: 州门司镇燕窝村、|杨公塘村."""
        town = mention.path.rpartition("/")[0]
        if town in self._gazetteer.places:  # itself a town, not a village
            return
        while text.startswith(("、", "和", "及"), mention.end):
            start = mention.end + 1
            following = text[start : start + LONGEST_NAME]
            below = self._communities(town)
            length = next(
                (n for n in _lengths(_COMMUNITY_ENDINGS, following) if following[:n] in below), 0
            )
            if not length:
                return
            path = f"{town}/{following[:length]}"
            mention = replace(mention, path=path, start=start, end=start + length)
            yield mention

    def _of_same_name(self, text: str, mention: Mention) -> tuple[str, int] | None:
        """Return the town (path, end) whose name begins with its district's: 丰台街道."""
        following = text[mention.start : mention.end + 3]
        for length in _lengths(_STREET_ENDINGS, following):
            if length > mention.end - mention.start:
                below = self._streets(mention.path).get(following[:length], ())
                if len(below) == 1:
                    return below[0], mention.start + length
        return None

    def _bare_town(self, text: str, mention: Mention) -> tuple[str, int] | None:
        """Return the only town (path, end) of a province that a bare name behind it means."""
        if "/" in mention.path or not _TOWN_BEFORE.search(text[: mention.start]):
            return None
        behind = _TOWN_BEHIND.match(text[mention.end :])
        if not behind:
            return None
        wanted = {behind[1] + ending for ending in _STREET_ENDINGS} | {behind[1]}
        below = [
            f"{place.path}/{name}"
            for place in self._gazetteer.places.values()
            if place.path.startswith(f"{mention.path}/")
            for name in wanted.intersection(self._gazetteer.streets(place.path))
        ]
        return (below[0], mention.end + behind.end()) if len(below) == 1 else None

    def _alone(self, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
        """Yield (name, path) of the small places that may stand alone in this article."""
        paths = {m.path for m in mentions if m.role != "inside"}
        for path in sorted(paths):
            steps = self._gazetteer.steps(path)
            district = next((p for p, level in steps if level == "district"), "")
            if district:
                for name, below in self._streets(district).items():
                    if len(name) >= SHORTEST_ALONE:
                        yield name, below[0]
                if path.split("/")[0] in self._gazetteer.home_provinces:
                    for name, below in self._communities(district).items():
                        if len(name) >= SHORTEST_ALONE + 1 and len(below) == 1:
                            yield name, below[0]
        for path in sorted(paths):  # what was written out once outweighs a namesake
            for small, level in self._gazetteer.steps(path):
                name = small.rpartition("/")[2]
                if level == "street":
                    for written in written_streets(name):
                        yield written, small
                elif level == "community" and len(name) >= 2:
                    yield name, small

    def _repeated(
        self,
        sentences: Sequence[Sentence],
        found: Sequence[Mention],
        names: dict[str, str],
        finder: WordFinder,
    ) -> Iterator[Mention]:
        """Yield the small places where they stand without their parents."""
        taken: dict[int, set[int]] = {}
        for mention in found:
            taken.setdefault(mention.sentence, set()).update(range(mention.start, mention.end))
        for number, sentence in enumerate(sentences):
            text = sentence.text
            for start, end in finder.spans(text, taken.get(number, ())):
                small = Mention(names[text[start:end]], number, start, end, "plain")
                yield (deeper := self._extended(text, small))
                if deeper.path != small.path:
                    yield from self._siblings(text, deeper)

    def _districts_of(self, path: str) -> tuple[str, ...]:
        """Return a place itself if it has streets, and the districts below a city."""
        place = self._gazetteer.places.get(path)
        if place is None or place.level == "province":
            return ()
        places = self._gazetteer.places
        children = self._gazetteer.children(path)
        return (path, *(c for c in children if c in places and not places[c].zone))

    def _streets_of(self, path: str) -> dict[str, tuple[str, ...]]:
        """Return the paths of each town's name below a district or city."""
        found: dict[str, tuple[str, ...]] = {}
        for district in self._districts(path):
            for name in self._gazetteer.streets(district):
                for written in written_streets(name):
                    found[written] = (*found.get(written, ()), f"{district}/{name}")
        return found

    def _communities_of(self, path: str) -> dict[str, tuple[str, ...]]:
        """Return the paths of each community's name below a street, district or city."""
        found: dict[str, tuple[str, ...]] = {}
        if path in self._gazetteer.places:
            for district in self._districts(path):
                for street, names in self._gazetteer.communities_of_district(district):
                    for name in names:
                        found[name] = (*found.get(name, ()), f"{district}/{street}/{name}")
        else:
            for name in self._gazetteer.communities(path):
                found[name] = (f"{path}/{name}",)
        return found


def _in_longer(text: str, mention: Mention, finder: WordFinder, names: dict[str, str]) -> Mention:
    """Return the small place whose name only begins like another's: 万全|庄村 is not 万全."""
    for start, end in finder.spans(text[mention.start : mention.start + LONGEST_NAME]):
        longer = mention.start + end
        if start == 0 and longer > mention.end:
            path = names[text[mention.start : longer]]
            return replace(mention, path=path, end=longer, role="plain")
        break
    return mention


def _joined(mention: Mention, after: Mention | None) -> bool:
    """Say whether a place only begins the name of the smaller one behind it: 广西|朵努社区."""
    return (
        after is not None
        and after.sentence == mention.sentence
        and after.start == mention.end
        and after.path.startswith(mention.path + "/")
    )


def _lengths(endings: tuple[str, ...], text: str) -> tuple[int, ...]:
    """Return how many characters a small place's name may take, the shortest first."""
    end = next((at for at, character in enumerate(text) if character in _STOPS), len(text))
    return tuple(n for n in range(2, end + 1) if text.endswith(endings, 0, n))
