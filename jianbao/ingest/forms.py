"""Characters as articles are written, not as pages happen to be encoded.

Vertical punctuation (︐ ﹁), compatibility ideographs (金 for 金), radicals (⾦) and full-width
digits and letters (２０２３) become the characters that people type and search. What a page's
characters were stays in the raw page.
"""

from __future__ import annotations

import re
import unicodedata

VARIANTS = re.compile(
    "[\u2e80-\u2fdf"  # radicals
    "\uf900-\ufaff\U0002f800-\U0002fa1f"  # compatibility ideographs
    "\ufe10-\ufe19\ufe30-\ufe48"  # vertical punctuation
    "０-９Ａ-Ｚａ-ｚ]"
)
"""What is replaced. Full-width punctuation is right in Chinese text, and stays."""

VERTICAL = str.maketrans(
    "︐︑︒︓︔︕︖︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
    "，、。：；！？（）｛｝〔〕【】《》〈〉「」『』［］",
)
"""NFKC would make half-width marks of some of them."""


def plain(text: str) -> str:
    """The text in plain characters, one for each as far as Unicode has one."""
    if not VARIANTS.search(text):
        return text
    text = text.translate(VERTICAL)
    return VARIANTS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
