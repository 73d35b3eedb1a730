"""Words that articles showed to speak for a theme, or against it: data/theme-words.txt.

The lists of themes.toml are what people say of a theme; these are what seven thousand articles
that people had labelled say of it besides, in the same measure. bench/fit_themes.py makes the file.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def fitted_words() -> Mapping[str, Mapping[str, float]]:
    """Return the evidence of each word by theme, themes by the slug that themes.toml gives them."""
    text = resources.files("jianbao.tagging") / "data" / "theme-words.txt"
    return parse(text.read_text(encoding="utf-8"))


def parse(text: str) -> Mapping[str, Mapping[str, float]]:
    """Read a file of fitted words.

    `[slug]` begins a theme, and after that each line has an evidence and the words that are worth
    it: `1.25 学子 师范`. A line that begins with # is for people.
    """
    themes: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            words = themes.setdefault(line[1:].partition("]")[0], {})
        elif line.strip() and not line.startswith("#"):
            evidence, *listed = line.split()
            words.update(dict.fromkeys(listed, float(evidence)))
    return themes
