"""One folding for the archive and for the reader's query, so that spelling variants meet.

Full-width and half-width, upper and lower case, accented and plain, compatibility and ordinary
forms, traditional and simplified characters fold to one form. The browser does the same in
`templates/assets/search/text.js`, from the same table of characters, which `build` publishes
with the list of bundles. The index holds folded text only; what a reader sees is never folded.

Folding goes character by character. So a position in folded text leads back to the character it
came from, which is what marks a hit in the original text.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files


@cache
def variants() -> str:
    """The pairs of traditional and simplified characters, one after the other: `萬万與与…`.

    Made from OpenCC's `TSCharacters` (Apache-2.0) by `scripts/variants.py`.
    """
    return files("jianbao.search").joinpath("variants.txt").read_text("utf-8").strip()


def fold(text: str) -> str:
    """The folded form of `text`; white space and punctuation stay where they are."""
    return text.translate(_table())


class _Table(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __init__(self, simplified: dict[str, str]) -> None:
        super().__init__()
        self._simplified = simplified

    def __missing__(self, code: int) -> str:
        folded = _plain(_plain(chr(code)).lower())
        folded = "".join(self._simplified.get(character, character) for character in folded)
        self[code] = folded
        return folded


@cache
def _table() -> _Table:
    pairs = variants()
    return _Table(dict(zip(pairs[::2], pairs[1::2], strict=True)))


def _plain(text: str) -> str:
    """Compatibility forms resolved, every blank a space, accents and invisible characters gone.

    Pagefind strips accents from the words that it indexes; doing it first keeps the sides equal.
    """
    plain = ""
    for character in unicodedata.normalize("NFKD", text):
        category = unicodedata.category(character)
        if character == "\n":
            plain += "\n"
        elif category[0] == "Z" or category == "Cc":
            plain += " "
        elif category[0] != "M" and category != "Cf":
            plain += character
    return plain
