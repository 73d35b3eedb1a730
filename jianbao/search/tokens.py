r"""Cuts text into the tokens that are indexed: overlapping pairs of units.

A *unit* is one Han character (or kana, or bopomofo) or one run of Latin letters and digits;
anything else that is not white space is a unit of punctuation, and so is a line break.

- A Han unit gives the token that it makes with the next unit, or BREAK at the end of its run.
- A Latin unit gives itself, and then the token that it makes with the next unit. (Without the
  first, `RCEP` found 14 articles of 49.)
- Punctuation gives BREAK, which is no token but takes a position, so that no phrase runs on.

So every substring of two characters or more is a phrase of tokens, whatever a segmenter would
take for words: 荣昌区 is `荣昌 昌区`, in the text and in the query. The browser cuts queries in
the same way (`templates/assets/search/text.js`); both are tested on the same cases.
"""

from __future__ import annotations

import re
from operator import add

from jianbao.search.folding import fold

BREAK = "."
"""Takes a position and is never indexed: Pagefind indexes letters and digits only.

To index the last Han character of each run as well costs 12 % more memory, time and space, and
answers nothing: a query cannot know that its last character ends a run."""

HAN = (
    "\u3005\u3007\u3040-\u30ff\u3105-\u312f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
"""々, 〇, kana, bopomofo, and the blocks of Han characters, as a range of a character class."""

_HAN = re.compile(f"[{HAN}]")
_RUN = re.compile(rf"(?P<han>[{HAN}]+)|(?P<latin>[^\W_{HAN}]+)|[^ ]")


def tokens(text: str) -> list[str]:
    """The tokens of `text`, in order; a token's place in the list is its position."""
    found: list[str] = []
    previous = ""
    """The last character or the last Latin unit, while its run may still go on."""
    for run in _RUN.finditer(fold(text)):
        han, latin = run["han"], run["latin"]
        if han:
            _join(found, previous, han[0])
            found.extend(map(add, han, han[1:]))
            found.append(BREAK)
            previous = han[-1]
        elif latin:
            _join(found, previous, latin)
            found.append(latin)
            previous = latin
        else:
            found.append(BREAK)
            previous = ""
    return found


def phrase(query: str) -> list[str]:
    """The tokens that a text must hold, one after the other, to hold `query`.

    Empty when nothing can be asked for, as with a single Han character.
    """
    found = tokens(query)
    while found and found[0] == BREAK:
        del found[0]
    while found and found[-1] == BREAK:
        del found[-1]
    return found


def _join(found: list[str], previous: str, following: str) -> None:
    """Add the pair that crosses from one run into the next."""
    if not previous:
        return
    if _HAN.match(previous):
        found[-1] = previous + following
    else:
        found.append(previous + following)
