"""Which encoding a raw page's text is in, found out from its bytes."""

from __future__ import annotations

import codecs
import re

from jianbao.errors import RefusedPage

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

GUESSES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
"""Tried in this order where nothing marks the encoding; of equals the first is taken."""

COMMON = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为和地也年月日对时要就出会可以生于能后作工部"
    "這來國個說們為時會後電記者報據與開發經"
    "，。、：；“”（）《》「」　"
)
"""The commonest characters of Chinese news, simplified and traditional, and its punctuation. Read
in a wrong encoding, Chinese text has next to none of them."""

LEAST_COMMON = 0.05
"""Share of common characters among all that are not ASCII. Chinese news has .2 to .35, text that
was read in a wrong encoding under .02 (tests/ingest/test_decoding.py reads each in each)."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What no text holds; a form feed, a tab and the separators of old formats do occur."""


def decode(data: bytes) -> tuple[str, str]:
    """A raw page's text and the name of its encoding.

    Raises RefusedPage when the bytes are no text in UTF-8, GB18030, Big5 or UTF-16.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding)
            if text is not None:
                return text, encoding
    if not data.strip():
        raise RefusedPage("empty", hint="extract the page's text again, or give its PDF")
    readings = [
        (commonness(text), -order, text, encoding)
        for order, encoding in enumerate(GUESSES)
        if (text := _decoded(data, encoding)) is not None
    ]
    if readings:
        common, _, text, encoding = max(readings)
        # ASCII alone is no Chinese page, but it is text: what is wrong with it is for others to say.
        if common >= LEAST_COMMON or data.isascii():
            return text, encoding
    raise RefusedPage(
        "not text in UTF-8, GB18030, Big5 or UTF-16",
        hint="save it as UTF-8, or give the page's PDF",
    )


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if CONTROL.search(text) else text


def commonness(text: str) -> float:
    """The share of common characters among those of a text that are not ASCII."""
    foreign = [character for character in text if character > "\x7f"]
    return sum(map(COMMON.__contains__, foreign)) / len(foreign) if foreign else 0.0
