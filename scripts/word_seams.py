"""Make jianbao/ingest/seams.txt.xz from the word list of jieba.

    python scripts/word_seams.py path/to/jieba/dict.txt

jieba 0.42.1 (https://github.com/fxsjy/jieba, MIT licence) lists 349,046 words with their counts in
a corpus of newspapers and novels. Kept is what tells whether a column's break falls inside a word:

    line 1        characters, then for each how often (per cent) it ends a word and begins one
    other lines   a character, and the characters that follow it inside words, each with a letter
                  for the logarithm of how much likelier that is than by chance (a = 1, b = 1.5 …)
"""

from __future__ import annotations

import itertools
import lzma
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

LEAST_COUNT = 40
LEAST_GAIN = 1.0
STEP = 0.5


def main(source: Path, target: Path) -> None:
    """Read the word list and write the table."""
    inside: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for line in source.read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if not all("\u4e00" <= character <= "\u9fff" for character in word):
            continue
        weight = int(count)
        first[word[0]] += weight
        last[word[-1]] += weight
        for character in word:
            total[character] += weight
        for pair in itertools.pairwise(word):
            inside[pair] += weight
    words = sum(first.values())
    ends = "".join(
        f"{character}{_percent(last[character], total[character])}{_percent(first[character], total[character])}"
        for character in sorted(total)
        if total[character] >= LEAST_COUNT
    )
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for (one, other), count in sorted(inside.items()):
        if count < LEAST_COUNT:
            continue
        chance_begins = max(first[other], 1) / words
        gain = math.log(count / total[one] / chance_begins)
        if gain >= LEAST_GAIN:
            step = min(25, int((gain - LEAST_GAIN) / STEP))
            followers[one].append(other + chr(ord("a") + step))
    lines = [ends, *(one + "".join(pairs) for one, pairs in sorted(followers.items()))]
    target.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))
    print(
        f"{len(followers)} characters, {sum(map(len, followers.values()))} pairs, {target.stat().st_size} bytes"
    )


def _percent(part: int, whole: int) -> str:
    """A letter from a (0) to z (1)."""
    return chr(ord("a") + round(25 * part / whole))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent.parent / "jianbao/ingest/seams.txt.xz")
