"""What speaks for some paragraphs being an article, and for a head being its headline, in log-odds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from jianbao.ingest.joining import PARTICLES, has_gap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.layout import Layout

MOST_EVIDENCE = 22.0
"""Nats beyond which more words in common prove no more."""
SHORT = 100
"""Characters below which an article is rather a piece of one."""

WEIGHTS: Mapping[str, float] = {
    "untitled": -2.00,
    "untitled with lead": 1.02,
    "headline": -3.71,
    "subtitle": 4.40,
    "bylined": 5.61,
    "several lines": 1.46,
    "long": 0.53,
    "short": -1.06,
    "short, with a gap": -1.85,
    "alone in text": -0.45,
    "series title": -12.42,
    "first paragraph": 0.07,
    "whole text": 0.10,
    "fits its paragraphs": 0.24,
    "about first paragraph": 0.37,
    "about whole text": 0.47,
    "rather about whole text": 0.09,
    "best elsewhere": -0.09,
    "no evidence": -0.29,
    "just above": 1.78,
    "last of its run": 0.30,
    "just below": 1.74,
    "first of its run": 0.49,
    "inside": 0.76,
    "far": 0.41,
    "far at the foot": 1.27,
    "inside, bylined": 1.20,
    "piece": 1.27,
    "particles": -1.51,
    "cohesion within": 1.78,
    "as wide as a column": 0.04,
    "photograph": -5.28,
    "lead below byline": -5.18,
    "source below byline": -4.71,
    "lead": 2.34,
    "hardly any text": -1.19,
    "opens in mid-sentence": -0.10,
    "ends with source": 0.89,
}
"""Log-odds of each clue to an article and to the head it is given. Fitted by bench/fit_cut.py on 1,000
typeset pages, and on the sample page, which counts for 20: all its articles are of one topic. With
topics, this fit and a search by all steps, of 2,429 articles of 480 typeset pages that no fit saw 2,313
instead of 2,301 come out right and 117 instead of 146 wrong; of 265 of 50 development pages 262 and 2
instead of 260 and 5."""


def weigh(clues: Mapping[str, float]) -> float:
    """The log-odds of some clues together."""
    return sum(WEIGHTS[clue] * value for clue, value in clues.items())


def text_clues(layout: Layout, own: Sequence[int]) -> dict[str, float]:
    """The clues that its paragraphs give to an article; neighbours count at their border."""
    within = sum(
        layout.alike[at][other] for order, at in enumerate(own) for other in own[order + 2 :]
    )
    return {"cohesion within": within / len(own), **length_clues(layout, own)}


def length_clues(layout: Layout, own: Sequence[int]) -> dict[str, float]:
    """The clue of its length: a few words are rather a piece of another article."""
    length = 0
    for at in own:
        length += len(layout.paragraphs[at].text)
        if length >= SHORT:
            return {}
    return {"hardly any text": 1 - length / SHORT}


def untitled_clues(layout: Layout, own: Sequence[int]) -> dict[str, float]:
    """The clues to an article without a headline."""
    if own[-1] in layout.photos:
        return {}
    with_lead = layout.paragraphs[own[0]].lead is not None
    return {"untitled": 1.0, "untitled with lead": 1.0} if with_lead else {"untitled": 1.0}


def shape_clues(layout: Layout, h: int) -> dict[str, float]:
    """The clues that a head's own shape gives to its being a headline."""
    head = layout.heads[h]
    clues = {"headline": 1.0}
    if head.subtitle:
        clues["subtitle"] = 1.0
    if head.bylined:
        clues["bylined"] = 1.0
    if len(head.lines) > 1:
        clues["several lines"] = 1.0
    if head.width > 15:
        clues["long"] = 1.0
    elif head.width < 10:
        clues["short"] = 1.0
        if len(head.lines) == 1 and has_gap(head.lines[0].text):
            clues["short, with a gap"] = 1.0
    if head.alone:
        clues["alone in text"] = 1.0
    if head.is_series:
        clues["series title"] = 1.0
    if particles := len(PARTICLES.findall(head.text)):
        clues["particles"] = min(3.0, particles)
    if head.is_piece:
        clues["piece"] = 1.0
    if head.may_be_text:
        clues["as wide as a column"] = 1.0
    return clues


def head_clues(layout: Layout, h: int, own: Sequence[int]) -> dict[str, float]:
    """The clues to one head's being the headline of these paragraphs."""
    head, evidence = layout.heads[h], layout.evidence[h]
    first, last = layout.paragraphs[own[0]], layout.paragraphs[own[-1]]
    values = [evidence[at] for at in own]
    whole, most = sum(values), max(values)
    elsewhere = max(evidence) if max(evidence) > most else 0.0
    root = math.sqrt(len(own))
    clues = {
        "first paragraph": min(MOST_EVIDENCE, values[0]),
        "whole text": min(MOST_EVIDENCE, whole),
        "about first paragraph": layout.about[h][own[0]],
        "about whole text": sum(layout.about[h][at] for at in own) / root,
        "rather about whole text": sum(layout.rather_about[h][at] for at in own) / root,
        "fits its paragraphs": sum(layout.lead_over[h][at] for at in own),
        "best elsewhere": min(MOST_EVIDENCE, max(0.0, elsewhere - most)),
    }
    if whole < 3.0:
        clues["no evidence"] = 1.0
    if head.run == layout.rank[first.first_place]:
        clues["just above"] = 1.0
        if h + 1 == len(layout.heads) or layout.heads[h + 1].run != head.run:
            clues["last of its run"] = 1.0
    elif head.run == layout.rank[last.last_place] + 1:
        clues["just below"] = 1.0
        if h == 0 or layout.heads[h - 1].run != head.run:
            clues["first of its run"] = 1.0
    elif first.first_place < head.first_place < last.last_place:
        clues["inside"] = 1.0
        if head.bylined:
            clues["inside, bylined"] = 1.0
    else:
        clues["far"] = 1.0
        if head.run == layout.rank[-1]:
            clues["far at the foot"] = 1.0
    if own[-1] in layout.photos:
        clues["photograph"] = 1.0
    if first.lead is not None:
        clues["lead"] = 1.0
        if head.bylined and first.lead.names:
            clues["lead below byline"] = 1.0
    if first.opens < 0.1:
        clues["opens in mid-sentence"] = 1.0
    if last.source is not None:
        clues["ends with source"] = 1.0
        if head.bylined:
            clues["source below byline"] = 1.0
    return clues
