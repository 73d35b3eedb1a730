"""Headlines set bold by printing them twice: the extraction gives each character two times."""

from __future__ import annotations

SHORTEST = 4
"""Characters of the shortest line that is taken for one: 高高兴兴 and 3344 are no overprint."""


def without_overprint(text: str) -> tuple[str, str]:
    """The text with doubled lines (政政协协委委员员) read once, and the characters left out."""
    lines = text.split("\n")
    left_out = []
    for at, line in enumerate(lines):
        dense = "".join(line.split())
        once = dense[::2]
        if len(once) >= SHORTEST and once == dense[1::2] and not once.isascii():
            lines[at] = once
            left_out.append(once)
    return "\n".join(lines), "".join(left_out)
