"""Pages that cannot be read safely are refused, with the reason and the way out.

Where an extraction read across the columns, words no longer run on from line to line, but from a
line to the one that is as many lines below as there are columns. In each of 550 readable pages
(development pages, typeset ones) words ran on better to the next line than to any further below,
by .10 at the least in its worst 40 lines; in 386 pages of which 50 lines or more were interleaved
on purpose, by -.42 at the most.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from jianbao.errors import RefusedPage
from jianbao.ingest.blocks import SENTENCE_END
from jianbao.ingest.seams import seam
from jianbao.ingest.spacing import is_spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block, Line

LEAST_LINES = 20
"""Fewer line ends than that prove nothing."""
WINDOW = 40
"""Line ends that are judged together: a page may be interleaved in part."""
MOST_COLUMNS = 4
LEAST_LEAD = -0.15
"""By how much, at the least, words run on better to the next line than to one further below."""
MOST_GAPS = 0.35
"""The share of lines of running text with a gap between two Chinese characters."""
MOST_STRANGE = 0.01
"""The share of control and replacement characters."""

_GAP = re.compile(r"[\u3400-\u9fff，。、；”]\s+[\u3400-\u9fff“]")
_HAN_END, _HAN_START = re.compile(r"[\u4e00-\u9fff]$"), re.compile(r"[\u4e00-\u9fff]")
_USE_PDF = "give the PDF instead: it shows where the columns stand"


def refuse_unreadable(text: str, blocks: Sequence[Block]) -> None:
    """Raise RefusedPage for an empty or binary page, or one with its columns interleaved."""
    if not blocks:
        raise RefusedPage("the page is empty", hint="extract its text again, or give the PDF")
    strange = sum(1 for c in text if (ord(c) < 32 and c not in "\t\n\r\f\v") or c == "\ufffd")
    if strange > MOST_STRANGE * len(text):
        raise RefusedPage(
            "the page is not text: control or broken characters all over",
            hint="save it as UTF-8, or give the PDF",
        )
    if not re.search(r"[\u3400-\u9fff]", text):
        raise RefusedPage("the page holds no Chinese text", hint="give the PDF")
    lines = [line for block in blocks for line in block.lines]
    if _has_gaps(lines) or is_interleaved(lines):
        raise RefusedPage("its columns are interleaved line by line", hint=_USE_PDF)


def is_interleaved(lines: Sequence[Line]) -> bool:
    """Whether, somewhere on the page, words run on better to a line further below than to the next."""
    below = [_seams(lines, distance) for distance in range(1, MOST_COLUMNS + 1)]
    places = sorted(below[0])
    if len(places) < LEAST_LINES:
        return False
    windows = (places[at : at + WINDOW] for at in range(max(1, len(places) - WINDOW + 1)))
    return any(_lead(below, window) < LEAST_LEAD for window in windows)


def _seams(lines: Sequence[Line], distance: int) -> dict[int, float]:
    """How well each line that should run on does so to the line that far below."""
    return {
        place: seam(one.text, other.text)
        for place, (one, other) in enumerate(zip(lines, lines[distance:], strict=False))
        if _should_run_on(one, other)
    }


def _lead(below: Sequence[dict[int, float]], window: Sequence[int]) -> float:
    """How much better words run on to the next line than to any further below, in some lines."""
    first, last = window[0], window[-1]
    scores = []
    for seams in below:
        found = [seams[place] for place in range(first, last + 1) if place in seams]
        if len(found) >= 0.4 * len(window):
            scores.append(_score(found))
    return scores[0] - max(scores[1:], default=-math.inf)


def _should_run_on(one: Line, other: Line) -> bool:
    """Two full lines of running text, the first no sentence's end."""
    return bool(
        one.width >= 9
        and other.width >= 2
        and not SENTENCE_END.search(one.text)
        and (re.search("[，。、；]", one.text) or re.search("[，。、；]", other.text))
        and _HAN_END.search(one.text)
        and _HAN_START.match(other.text)
    )


def _score(seams: Sequence[float]) -> float:
    """The mean log-odds of running on, and twice the share of words that clearly do."""
    return (sum(seams) + 2 * sum(1 for one in seams if one > 1.0)) / len(seams)


def _has_gaps(lines: Sequence[Line]) -> bool:
    """Whether most lines hold a piece of each of two columns."""
    running = [one for one in lines if re.search("[，。；]", one.text) and not is_spread(one.text)]
    gaps = sum(1 for one in running if _GAP.search(one.text))
    return len(running) >= LEAST_LINES and gaps > MOST_GAPS * len(running)
