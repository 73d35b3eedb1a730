"""Whether a column's break falls inside a word.

Made from the word list of jieba 0.42.1 (MIT licence) by scripts/word_seams.py: which characters
follow each other inside words far more often than by chance, and which end or begin words.
"""

from __future__ import annotations

import functools
import lzma
import math
from dataclasses import dataclass
from importlib.resources import files

_INSIDE_BEFORE_OTHER = 1.0
_STEP = 0.5
_CLEAR = 0.02


@dataclass(frozen=True, slots=True)
class _Seams:
    ends: dict[str, float]
    begins: dict[str, float]
    inside: dict[str, float]


@functools.cache
def _seams() -> _Seams:
    packed = files("jianbao.ingest").joinpath("seams.txt.xz").read_bytes()
    edges, *rows = lzma.decompress(packed).decode().split("\n")
    ends = {edges[at]: (ord(edges[at + 1]) - 97) / 25 for at in range(0, len(edges), 3)}
    begins = {edges[at]: (ord(edges[at + 2]) - 97) / 25 for at in range(0, len(edges), 3)}
    inside = {
        row[0] + row[at]: _INSIDE_BEFORE_OTHER + _STEP * (ord(row[at + 1]) - 97)
        for row in rows
        for at in range(1, len(row), 2)
    }
    return _Seams(ends, begins, inside)


def seam(before: str, after: str) -> float:
    """The log-odds, from words alone, that `after` goes on where `before` breaks off.

    Above 0 when a word runs across (`…经济合作开` / `辟广阔空间…`), below when neither end can be
    the middle of a phrase (a character that never ends a word, and no word goes on).
    """
    one, other = before[-1:], after[:1]
    table = _seams()
    if one not in table.ends or other not in table.begins:
        return 0.0
    across = math.exp(table.inside.get(one + other, -9.0)) * 0.5
    beside = 0.5 * max(_CLEAR, table.ends[one]) * max(_CLEAR, table.begins[other]) / 0.25
    return max(-2.5, min(3.5, math.log(across * max(_CLEAR, table.begins[other]) + beside)))
