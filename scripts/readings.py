"""Makes the table of how characters are read, jianbao/readings.txt.

    python scripts/readings.py

Last made from pypinyin 0.55.0 (MIT, github.com/mozillazg/python-pinyin), 2026-11-23.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from pathlib import Path

from pypinyin import lazy_pinyin

RANGES = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))
"""Extension A, the unified ideographs and the compatibility forms; 〇 besides."""


def main() -> None:
    """Write a line a syllable: `chang 长场常…`, every character at the reading it has by itself."""
    characters: dict[str, list[str]] = defaultdict(list)
    for character in chain("〇", map(chr, chain(*RANGES))):
        reading = lazy_pinyin(character, v_to_u=True)[0].replace("ü", "u")
        if reading.isascii() and reading.isalpha():
            characters[reading].append(character)
    lines = [f"{syllable} {''.join(those)}\n" for syllable, those in sorted(characters.items())]
    file = Path(__file__).parent.parent / "jianbao" / "readings.txt"
    file.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
