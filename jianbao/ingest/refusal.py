"""Pages that cannot be read safely are refused, with the reason and the way out.

Where an extraction read across the columns, each line is followed by one of another column, and
words no longer run on from line to line. In 297 readable pages (the seed, typeset ones) the score
below was at least .56 for a page and .29 for its worst 40 lines; in 196 pages interleaved on
purpose, two columns or three, it was at most .44 and .28, or the lines had gaps in the middle.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from jianbao.errors import RefusedPage
from jianbao.ingest.blocks import SENTENCE_END
from jianbao.ingest.seams import seam
from jianbao.ingest.spacing import is_spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block, Line

LEAST_LINES = 14
"""Fewer line ends than that prove nothing."""
LEAST_SCORE = 0.45
WORST_LINES = 40
LEAST_SCORE_OF_WORST = 0.25
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
    """Whether words fail to run on from line to line."""
    seams = [
        seam(one.text, other.text)
        for one, other in itertools.pairwise(lines)
        if _should_run_on(one, other)
    ]
    if len(seams) < LEAST_LINES:
        return False
    windows = range(len(seams) - WORST_LINES + 1)
    worst = min((_score(seams[at : at + WORST_LINES]) for at in windows), default=1.0)
    return _score(seams) < LEAST_SCORE or worst < LEAST_SCORE_OF_WORST


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
