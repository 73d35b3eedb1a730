"""Scores of a cut page against its gold, in the terms of the field.

Two bodies are alike by Dice over the multisets of their character 5-grams. Predicted and gold
articles are matched one to one so that the sum is greatest; a pair counts as right from .8, its fields
are compared from .5.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

FIELDS = ("kicker", "subtitle", "source")
LISTS = ("captions", "subheads")
PAGE = ("date", "page_no", "section")
RIGHT, COMPARABLE = 0.8, 0.5


@dataclass(slots=True)
class Tally:
    """Counts over pages; every figure is made of them."""

    counts: Counter[str] = field(default_factory=Counter)
    """By name."""

    def add(self, predicted: dict[str, Any], gold: dict[str, Any], raw: str | None) -> None:
        """Count one page; `raw` is the raw text, to see that no character was lost or added."""
        count = self.counts
        found = [one for one in predicted["articles"] if _body(one)]
        wanted = gold["articles"]
        count["pages"] += 1
        count["refused"] += bool(predicted.get("refused"))
        count["found"] += len(found)
        count["wanted"] += len(wanted)
        right: set[int] = set()
        for at, other, alike in _match(found, wanted):
            if alike >= RIGHT:
                count["right"] += 1
            if alike >= COMPARABLE:
                self._add_pair(found[at], wanted[other])
            if alike >= RIGHT and _bare(found[at]["title"]) == _bare(wanted[other]["title"]):
                right.add(at)
        for at, article in enumerate(found):
            flagged, wrong = bool(article.get("review")), at not in right
            count["wrong"] += wrong
            count["flagged"] += flagged
            count["wrong and flagged"] += wrong and flagged
        for key in PAGE:
            same = _bare(predicted.get("page", {}).get(key)) == _bare(gold["page"].get(key))
            count[f"{key} same"] += same
        if raw is not None and not predicted.get("refused"):
            before, after = _characters(raw), _all_text(predicted)
            count["characters"] += sum(before.values())
            count["lost"] += sum((before - after).values())
            count["extra"] += sum((after - before).values())
        elif raw is not None:
            characters = sum(_characters(raw).values())
            count["characters"] += characters
            count["lost"] += characters

    def _add_pair(self, found: dict[str, Any], wanted: dict[str, Any]) -> None:
        count = self.counts
        one, other = _body(found), _body(wanted)
        count["edits"] += edit_distance(one, other)
        count["edited"] += len(other)
        count["title same"] += _bare(found["title"]) == _bare(wanted["title"])
        for key in FIELDS:
            mine, theirs = _bare(found.get(key)), _bare(wanted.get(key))
            count[f"{key} same"] += mine == theirs
            count[f"{key} found"] += bool(mine)
            count[f"{key} wanted"] += bool(theirs)
            count[f"{key} hit"] += bool(theirs) and mine == theirs
        count["byline same"] += set(map(_bare, found.get("byline") or [])) == set(
            map(_bare, wanted.get("byline") or [])
        )
        for key in LISTS:
            a = {_bare(_text(one)) for one in found.get(key) or []}
            b = {_bare(_text(one)) for one in wanted.get(key) or []}
            count[f"{key} hit"] += len(a & b)
            count[f"{key} found"] += len(a)
            count[f"{key} wanted"] += len(b)

    def figures(self) -> dict[str, float | None]:
        """The figures by name; None where there was nothing to count."""
        count = self.counts
        precision, recall = (self._ratio("right", of) for of in ("found", "wanted"))
        both = (precision or 0.0) + (recall or 0.0)
        figures: dict[str, float | None] = {
            "article F1@.8": 2 * (precision or 0.0) * (recall or 0.0) / both if both else 0.0,
            "title": self._ratio("title same", "wanted"),
        }
        for key in FIELDS:
            figures[key] = self._ratio(f"{key} same", "wanted")
        figures["byline"] = self._ratio("byline same", "wanted")
        for key in ("kicker", *LISTS):
            figures[f"{key} P"] = self._ratio(f"{key} hit", f"{key} found")
            figures[f"{key} R"] = self._ratio(f"{key} hit", f"{key} wanted")
        for key in PAGE:
            figures[key] = self._ratio(f"{key} same", "pages")
        figures["cer"] = self._ratio("edits", "edited")
        figures["lost"] = self._ratio("lost", "characters")
        figures["extra"] = self._ratio("extra", "characters")
        figures["review R"] = self._ratio("wrong and flagged", "wrong")
        figures["review P"] = self._ratio("wrong and flagged", "flagged")
        figures["refused"] = float(count["refused"])
        return figures

    def _ratio(self, part: str, whole: str) -> float | None:
        return self.counts[part] / self.counts[whole] if self.counts[whole] else None


def is_right(predicted: dict[str, Any], gold: dict[str, Any]) -> list[bool]:
    """For each predicted article with a body: whether text and headline are right."""
    found = [one for one in predicted["articles"] if _body(one)]
    right = [False] * len(found)
    for at, other, alike in _match(found, gold["articles"]):
        title = _bare(found[at]["title"]) == _bare(gold["articles"][other]["title"])
        right[at] = alike >= RIGHT and title
    return right


def edit_distance(one: str, other: str) -> int:
    """Levenshtein's distance, bit-parallel (Hyyrö 2003): a text's characters are bits of a number."""
    if not one:
        return len(other)
    places: dict[str, int] = {}
    for at, character in enumerate(one):
        places[character] = places.get(character, 0) | (1 << at)
    mask, top = (1 << len(one)) - 1, 1 << (len(one) - 1)
    rises, falls, distance = mask, 0, len(one)
    for character in other:
        match = places.get(character, 0)
        same = (((match & rises) + rises) ^ rises) | match | falls
        up = falls | ~(same | rises) & mask
        down = rises & same
        distance += bool(up & top) - bool(down & top)
        up, down = (up << 1 | 1) & mask, down << 1 & mask
        rises, falls = down | ~(same | up) & mask, up & same
    return distance


def _match(
    found: list[dict[str, Any]], wanted: list[dict[str, Any]]
) -> list[tuple[int, int, float]]:
    from scipy.optimize import linear_sum_assignment

    if not found or not wanted:
        return []
    mine = [_grams(_body(one)) for one in found]
    theirs = [_grams(_body(one)) for one in wanted]
    alike = [[_dice(a, b) for b in theirs] for a in mine]
    rows, columns = linear_sum_assignment([[-value for value in row] for row in alike])
    return [(int(a), int(b), alike[a][b]) for a, b in zip(rows, columns, strict=True)]


def _grams(text: str, size: int = 5) -> Counter[str]:
    if len(text) < size:
        return Counter([text] if text else [])
    return Counter(text[at : at + size] for at in range(len(text) - size + 1))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 0.0


def _bare(text: object) -> str:
    return "".join(str(text or "").split())


def _text(one: Any) -> str:
    return one if isinstance(one, str) else one["text"]


def _body(article: dict[str, Any]) -> str:
    return "".join(_bare(one) for one in article["paragraphs"])


def _characters(text: str) -> Counter[str]:
    return Counter(one for one in text if not one.isspace())


def _all_text(page: dict[str, Any]) -> Counter[str]:
    total: Counter[str] = Counter()
    for furniture in page.get("furniture", []):
        total += _characters(furniture["text"])
    for article in page["articles"]:
        for key in ("title", "kicker", "subtitle", "byline_raw", "source_raw"):
            total += _characters(article.get(key) or "")
        for key in ("captions", "paragraphs", "subheads"):
            for one in article.get(key) or []:
                total += _characters(_text(one))
    return total
