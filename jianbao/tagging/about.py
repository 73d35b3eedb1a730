"""Which of the places named the article is about.

The guide: a region counts when it is the subject of the title or the lead, or is reported from
for a paragraph or two sentences; in a round-up (各地…) an example of a full sentence counts
while few places are shown. Everything else named is a mention.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jianbao.tagging import wording
from jianbao.tagging.evidence import Evidence, above, gather, is_disaster, is_tour

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jianbao.tagging.article import Sentence
    from jianbao.tagging.mentions import Mention

MOST_EXAMPLES: Final = 5
"""Provinces that a round-up may show before all are mere mentions; the guide's number."""

HALF_THE_COUNTRY: Final = 12
"""Provinces named in a round-up, in lists too, from which it is about the country."""

DISTRICT: Final = 2
"""Steps from the province to a district; a town is only named to say where its village lies."""


def about(
    sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (the regions an article is about, the others it names), in the order of the text."""
    named = dict.fromkeys(m.path for m in mentions if m.role != "inside")
    chosen: set[str] = set()
    last = sentences[-1].item if sentences else 0
    for item in range(last + 1):
        of_item = [sentence for sentence in sentences if sentence.item == item]
        evidence = gather(
            sentences,
            [m for m in mentions if sentences[m.sentence].item == item],
            hit=is_disaster(of_item) or is_tour(of_item),
        )
        inside = {m.path for m in mentions if m.role == "inside"}
        chosen |= _subjects(of_item, evidence, inside, digest=last > 0)
    regions = tuple(path for path in named if path in chosen)
    covered = chosen.union(*map(above, regions))
    return regions, tuple(path for path in named if path not in covered)


def _subjects(
    sentences: Sequence[Sentence],
    evidence: Mapping[str, Evidence],
    inside: set[str],
    *,
    digest: bool,
) -> set[str]:
    """Return the places that an article, or one item of a digest, is about."""
    chosen = {path for path, found in evidence.items() if _is_subject(found)}
    if not digest and any(s.headline and wording.ABROAD.search(s.text) for s in sentences):
        return {path for path in chosen if evidence[path].title or evidence[path].own_lead}
    if not is_disaster(sentences):
        if not digest:
            chosen = _without_crowd(sentences, evidence, chosen, inside)
        chosen = _without_passing(evidence, chosen)
    larger = {up for path in chosen for up in above(path)}
    return {p for p in chosen if not (p in larger and _only_above(p, evidence[p]))}


def _is_subject(found: Evidence) -> bool:
    return found.title or found.told or len(found.sentences - found.listed) >= 2


def _without_crowd(
    sentences: Sequence[Sentence],
    evidence: Mapping[str, Evidence],
    chosen: set[str],
    inside: set[str],
) -> set[str]:
    """Drop the examples of a round-up that shows too many, in institutions' names too."""
    shown = _provinces(chosen)
    if _is_round_up(sentences):
        shown |= _provinces(path for path, e in evidence.items() if e.sentences - e.listed)
        shown |= _provinces(inside)
        named = _provinces(evidence)
        if len(named) >= HALF_THE_COUNTRY:
            shown |= named
    if len(shown) <= MOST_EXAMPLES:
        return chosen
    return {path for path in chosen if evidence[path].title}


def _is_round_up(sentences: Sequence[Sentence]) -> bool:
    """Say whether a headline or the lead's first sentence announces examples."""
    lead = next((s.text for s in sentences if s.lead), "")
    headlines = any(s.headline and wording.ROUND_UP.search(s.text) for s in sentences)
    return headlines or bool(wording.EXAMPLES.search(lead))


def _without_passing(evidence: Mapping[str, Evidence], chosen: set[str]) -> set[str]:
    """Drop what is named once, outside the headline's provinces."""
    headline = _provinces(path for path in chosen if evidence[path].title)
    if not headline:
        return chosen
    return {
        path
        for path in chosen
        if _provinces([path]) <= headline
        or (evidence[path].told and len(evidence[path].sentences) > 1)
    }


def _only_above(path: str, found: Evidence) -> bool:
    """Say whether a place is there only as the larger region of one that the article is about."""
    if found.title and found.by_itself:
        return False
    return path.count("/") > DISTRICT or not found.own


def _provinces(paths: Iterable[str]) -> set[str]:
    return {path.split("/")[0] for path in paths}
