"""Make jianbao/similar/words.txt, the words that tell what an article is about.

    python scripts/topic_words.py path/to/jieba/dict.txt

jieba 0.42.1 (https://github.com/fxsjy/jieba, MIT licence) lists 349,046 words with their counts in
a corpus of newspapers and novels and their parts of speech. Kept are the nouns that are neither so
common that they tell nothing nor so rare that they are mostly not words, without places (articles
have regions) and people; scripts/topic_words.txt adds what is newer than that list and takes out
what every newspaper article says.

    line 1        words of two characters that are common, one after the other: where one of them
                  reaches over the edge of a word, the word is not meant (加沙|沙地带, 壮大|大民营)
    other lines   two characters; the weight of the word that they are (0 for none); then the rest
                  of each longer word that begins with them, with its weight: `协商22 民主30 议事30`.
                  Longer words that are common weigh 0: where 国务院 stands, 国务 does not

A word's weight is ten times the logarithm of how much rarer it is than one of LEVEL in a million.
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from pathlib import Path

KINDS = {"n", "nz", "nt", "j", "vn"}
"""jieba's parts of speech: nouns, other names, institutions, abbreviations, verbs used as nouns."""

RAREST, RAREST_PAIR, COMMONEST = 10, 60, 7000
"""Counts between which a noun is kept: 蒲剧 is counted 10 times, 社区 6,115 times. Rare words of
two characters are mostly old ones (家小, 兵符), which modern texts hold by chance."""

FLOOR = 60
"""A rarer word weighs no more than one with this count: 二氧化氮 tells no more than 滩羊."""

LEVEL = 150
"""A word of this many in a million (9,015 counts, 委员) weighs nothing."""

ADDED = 30
"""The weight of a word that jieba does not have."""

COMMON = 1000
"""The count from which a word of two characters is common."""

_HAN = re.compile("[\u4e00-\u9fff]{2,8}")


def main(source: Path, own: Path, target: Path) -> None:
    """Read the word list and our own, and write the table."""
    added, dropped = _own(own)
    total = 0
    weights: dict[str, int] = {}
    common: list[str] = []
    listed = [line.split(" ") for line in source.read_text("utf-8").splitlines()]
    total = sum(int(count) for _, count, _ in listed)
    for word, count, kind in listed:
        if not _HAN.fullmatch(word):
            continue
        if int(count) >= COMMON:
            if len(word) == 2:
                common.append(word)
            else:
                weights[word] = 0
        least = RAREST_PAIR if len(word) == 2 else RAREST
        if word in added or (kind in KINDS and least <= int(count) < COMMONEST):
            weights[word] = max(0, _weight(int(count), total))
    for word in added:
        weights[word] = max(weights.get(word, 0), ADDED if word not in common else 0)
    weights |= dict.fromkeys(dropped, 0)
    lines = ["".join(sorted(common))]
    groups: dict[str, dict[str, int]] = defaultdict(dict)
    telling = {word[:2] for word, weight in weights.items() if weight} | {w[:2] for w in dropped}
    for word, weight in weights.items():
        if word[:2] in telling:
            groups[word[:2]][word[2:]] = weight
    for beginning, rests in sorted(groups.items()):
        longer = "".join(f" {rest}{weight}" for rest, weight in sorted(rests.items()) if rest)
        lines.append(f"{beginning}{rests.get('', 0)}{longer}")
    target.write_text("\n".join(lines), encoding="utf-8")
    print(f"{len(weights)} words, {len(groups)} beginnings, {target.stat().st_size} bytes")


def _weight(count: int, total: int) -> int:
    return round(10 * math.log(LEVEL * total / 1_000_000 / max(count, FLOOR)))


def _own(file: Path) -> tuple[set[str], set[str]]:
    """The words to add, and those to leave out (after a minus)."""
    words = [
        word
        for line in file.read_text("utf-8").splitlines()
        if not line.startswith("#")
        for word in line.split()
    ]
    dropped = {word[1:] for word in words if word.startswith("-")}
    return {word for word in words if not word.startswith("-")}, dropped


if __name__ == "__main__":
    here = Path(__file__).parent
    main(Path(sys.argv[1]), here / "topic_words.txt", here.parent / "jianbao/similar/words.txt")
