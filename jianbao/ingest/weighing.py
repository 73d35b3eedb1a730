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
    "untitled": -1.40,
    "untitled with lead": 0.86,
    "headline": -2.56,
    "subtitle": 1.02,
    "bylined": 2.01,
    "several lines": 0.99,
    "long": 0.27,
    "short": -1.25,
    "short, with a gap": -2.57,
    "alone in text": -0.95,
    "series title": -11.45,
    "below a series title": 1.42,
    "first paragraph": 0.03,
    "whole text": 0.11,
    "fits its paragraphs": 0.41,
    "about whole text": 0.71,
    "rather about whole text": 0.65,
    "best elsewhere": -0.07,
    "no evidence": 0.53,
    "just above": 1.91,
    "last of its run": 0.21,
    "just below": 1.87,
    "first of its run": 0.79,
    "inside": 0.87,
    "far": 1.18,
    "far at the foot": 0.37,
    "inside, bylined": 1.42,
    "piece": 1.80,
    "particles": -1.70,
    "cohesion within": 1.12,
    "photograph": -5.04,
    "lead below byline": -2.36,
    "source below byline": -5.01,
    "lead": 0.94,
    "hardly any text": -3.02,
    "opens in mid-sentence": -0.16,
    "ends with source": 1.41,
}
"""Log-odds of each clue to an article and to the head it is given. Fitted by bench/fit_cut.py on 600
typeset pages, and on the sample page, which counts for 20: all its articles are of one topic. "piece" is
set by hand, from 1.63: the sample page alone has many; "below a series title" is of a later fit, whose
other weights cut no better. Of 1,275 articles of 250 typeset pages that no fit saw 28 come out wrong."""


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
    elif (
        h
        and layout.heads[h - 1].is_series
        and layout.heads[h - 1].last_place + 1 == head.first_place
    ):
        clues["below a series title"] = 1.0
    if particles := len(PARTICLES.findall(head.text)):
        clues["particles"] = min(3.0, particles)
    if head.is_piece:
        clues["piece"] = 1.0
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
