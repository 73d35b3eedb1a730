"""How well pages were cut, against their gold."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from jianbao.ingest.pdf import cut_pdf

if TYPE_CHECKING:
    from jianbao.ingest.page import CutPage


@cache
def cut_once(data: bytes) -> CutPage:
    """The page of a file, cut once for all tests that look at it."""
    (page,) = cut_pdf(data)
    return page


def squeeze(text: str | None) -> str:
    return "".join((text or "").split())


def _body(article: dict[str, Any]) -> str:
    return "".join(squeeze(one) for one in article["paragraphs"])


def _likeness(one: str, other: str) -> float:
    """Dice over runs of five characters."""
    a = Counter(one[i : i + 5] for i in range(max(1, len(one) - 4)))
    b = Counter(other[i : i + 5] for i in range(max(1, len(other) - 4)))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


class Tally(Counter[str]):
    """Counts over pages."""

    def add(self, cut: dict[str, Any], gold: dict[str, Any]) -> list[str]:
        """Count a page; returns what is wrong with it."""
        wrong: list[str] = []
        mine, theirs = list(cut["articles"]), list(gold["articles"])
        self["articles"] += len(theirs)
        self["found"] += len(mine)
        for key in ("date", "page_no", "section"):
            hit = (cut["page"][key] or "") == (gold["page"][key] or "")
            self[key] += hit
            if not hit:
                wrong.append(f"{key}: {cut['page'][key]} for {gold['page'][key]}")
        self["pages"] += 1
        pairs = sorted(
            (
                (_likeness(_body(m), _body(t)), i, j)
                for i, m in enumerate(mine)
                for j, t in enumerate(theirs)
            ),
            reverse=True,
        )
        taken: set[int] = set()
        matched: set[int] = set()
        right: set[int] = set()
        for alike, i, j in pairs:
            if i in taken or j in matched or alike < 0.5:
                continue
            taken.add(i)
            matched.add(j)
            one, other = mine[i], theirs[j]
            self["same"] += alike >= 0.8
            name = other["title"] or "(photo)"
            if alike < 0.995:
                wrong.append(f"{name}: text {alike:.2f}")
            self["exact"] += _body(one) == _body(other)
            self["paragraphs"] += [squeeze(p) for p in one["paragraphs"]] == [
                squeeze(p) for p in other["paragraphs"]
            ]
            title = squeeze(one["title"]) == squeeze(other["title"])
            self["title"] += title
            if alike >= 0.8 and title:
                right.add(i)
            for key in ("title", "kicker", "subtitle", "source"):
                hit = squeeze(one[key]) == squeeze(other[key])
                if key != "title":
                    self[key] += hit
                if not hit:
                    wrong.append(f"{name}: {key}: {one[key]} for {other[key]}")
            hit = set(one["byline"]) == set(other["byline"])
            self["byline"] += hit
            if not hit:
                wrong.append(f"{name}: byline: {one['byline']} for {other['byline']}")
            for key, text in (("captions", squeeze), ("subheads", lambda s: squeeze(s["text"]))):
                a, b = {text(s) for s in one[key]}, {text(s) for s in other[key]}
                self[f"{key}_hit"] += len(a & b)
                self[f"{key}_mine"] += len(a)
                self[f"{key}_theirs"] += len(b)
                if a != b:
                    wrong.append(f"{name}: {key}: {a} for {b}")
        for j, other in enumerate(theirs):
            if j not in matched:
                wrong.append(f"missed: {other['title']}")
        for i, one in enumerate(mine):
            if i not in taken:
                wrong.append(f"made up: {one['title']} / {_body(one)[:30]}")
            bad, flagged = i not in right, bool(one["review"])
            self["bad"] += bad
            self["flagged"] += flagged
            self["bad_flagged"] += bad and flagged
        return wrong

    def rate(self, key: str, of: str = "articles") -> float:
        return self[key] / max(1, self[of])

    @property
    def f1(self) -> float:
        return 2 * self["same"] / max(1, self["found"] + self["articles"])

    def report(self) -> dict[str, float]:
        """The table's figures."""
        shown = {"F1@.8": self.f1}
        for key in ("title", "exact", "paragraphs", "kicker", "subtitle", "byline", "source"):
            shown[key] = self.rate(key)
        for key in ("captions", "subheads"):
            shown[f"{key} P"] = self.rate(f"{key}_hit", f"{key}_mine")
            shown[f"{key} R"] = self.rate(f"{key}_hit", f"{key}_theirs")
        for key in ("date", "page_no", "section"):
            shown[key] = self.rate(key, "pages")
        shown["review R"] = self.rate("bad_flagged", "bad")
        shown["review P"] = self.rate("bad_flagged", "flagged")
        return {key: round(value, 4) for key, value in shown.items()}
