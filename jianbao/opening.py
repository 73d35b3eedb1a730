"""The opening of a text, which stands for the headline of photo news that has none.

It ends where a reader would pause. Of 1,902 first paragraphs of news 3.2 % are cut inside a word
(as jieba finds words), against 16.4 % when they are cut at a mark or else after 24 characters.
"""

from __future__ import annotations

import re

SHORTEST = 8
"""Characters that an opening has at least: “9月20日，” tells nothing."""

FULL = 12
"""Characters that it has at least where it is cut between words or in a row: “11月5日，省政协委员、”
tells little more than the day."""

USUAL = 24
"""Characters that it has at most where there is a place to cut it."""

LONGEST = 32
"""Characters up to which it goes on to the next mark where there is none before."""

_APART = re.compile("“[^”]*(?:”|$)|《[^》]*(?:》|$)|（[^）]*(?:）|$)|【[^】]*(?:】|$)")
"""What stands in marks of its own: “基础研究、技术攻关”."""

_SENTENCE = re.compile("[。！？；]")

_CLAUSE = re.compile("[，：—…。！？；]")

_ITEM = re.compile("、")
"""The weakest mark: “中共中央总书记、国家主席”."""

_JOINT = re.compile("(?<=[的了等])|(?=[在并从把被将])")
"""Between words, in nine cases of ten, as counted in the same paragraphs."""

_UNBROKEN = re.compile("第?[0-9A-Za-z.%·-]+|\0+")
"""Is taken whole: 第77届, C919, a title in 《》."""


def opening_of(text: str) -> str:
    """The text up to a place where it can be cut, with an ellipsis; all of it when it is short."""
    if len(text) <= USUAL:
        return text
    masked = _APART.sub(lambda found: "\0" * len(found[0]), text)
    # All of it may be quoted: “小区便民充电桩安好了，还是带棚的，以后再也不用担心……”
    return f"{text[: _cut(masked) or _cut(text) or USUAL]}…"


def _cut(text: str) -> int:
    """Where to cut a text; NUL stands for what is taken whole. 0 where no place is a good one."""
    if ends := _places(_SENTENCE, text, SHORTEST):
        return ends[-1]
    for mark, least in ((_CLAUSE, SHORTEST), (_ITEM, FULL)):
        if ends := _places(mark, text, least):
            return ends[-1]
        if further := mark.search(text, USUAL, LONGEST + 1):
            return further.start()
    if joints := _places(_JOINT, text, FULL):
        return joints[-1]
    for found in _UNBROKEN.finditer(text):
        if SHORTEST <= found.start() < USUAL < found.end():
            return found.start()
    return 0


def _places(mark: re.Pattern[str], text: str, least: int) -> list[int]:
    """Where marks stand before which a text may be cut, after at least so many characters."""
    return [found.start() for found in mark.finditer(text, least, USUAL + 1)]
