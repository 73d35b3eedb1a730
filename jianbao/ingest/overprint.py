"""Headlines set bold by printing them twice: the extraction gives each character two times."""

from __future__ import annotations

from jianbao.ingest.spacing import squeeze

SHORTEST = 4
"""Characters of the shortest line that is taken for one: 高高兴兴 and 3344 are no overprint."""


def without_overprint(text: str) -> tuple[str, str]:
    """The text with what is printed twice read once, and the characters left out.

    Each character of a line may be doubled (政政协协委委员员), or a line that stands by itself.
    """
    lines = text.split("\n")
    left_out = []
    alone = ""
    for at, line in enumerate(lines):
        dense = squeeze(line)
        once = dense[::2]
        if len(once) >= SHORTEST and once == dense[1::2] and _has_words(once):
            lines[at] = once
            left_out.append(once)
        if not dense:
            continue
        apart = not any(
            squeeze(one) for one in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
        )
        if apart and dense == alone and len(dense) >= SHORTEST and _has_words(dense):
            lines[at] = ""
            left_out.append(dense)
        alone = dense if apart else ""
    return "\n".join(lines), "".join(left_out)


def _has_words(text: str) -> bool:
    return not text.isascii() and any(map(str.isalnum, text))
