"""Continued stories: 下转 (continued on) at a text's end, 上接 (continued from) at its beginning."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jianbao.ingest.page import CutArticle

_NUMBER = r"[A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3}"
_PAGE = rf"\s*第?\s*(?P<page>{_NUMBER})\s*(?:版|页)?[^（()）]{{0,20}}"
_BARE = rf"\s*第?\s*(?P<bare>{_NUMBER})\s*版"
_OPENS, _CLOSES = r"[（(【{\[［〔]\s*", r"\s*[）)】}\]］〕]"
_SIGNS = r"[▶►▷→>》■●▲◆◀◄←<《]{0,3}\s*"
ON = re.compile(
    rf"\s*{_SIGNS}(?:{_OPENS}紧?下?[转轉]{_PAGE}{_CLOSES}|紧?下[转轉]{_BARE})\s*{_SIGNS}$"
)
"""`（下转第二版）`, `(下转02版)`, `（紧转第3版）`, `▶下转4版`, `［下轉A4版］` where a text breaks off."""
FROM = re.compile(rf"^\s*{_SIGNS}(?:{_OPENS}紧?[上文]?接{_PAGE}{_CLOSES}|紧?上接{_BARE})\s*")
"""`（上接第1版）`, `(紧接第一版)`, `■上接第1版` where it goes on."""

_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


def page_number(printed: str) -> str:
    """A page as printed in a jump (`二`, `2`, `a3`) as page numbers are kept: `02`, `A03`."""
    match = re.fullmatch(r"([A-Za-z]?)(\d{1,3})", printed)
    if match:
        return f"{match[1].upper()}{int(match[2]):02}"
    tens, ten, ones = printed.rpartition("十")
    value = _DIGITS.get(ones, 0) + (10 * _DIGITS.get(tens, 1) if ten else 0)
    return f"{value:02}"


def _leads_to(jump: re.Match[str]) -> str:
    return page_number(jump["page"] or jump["bare"])


def is_jump(line: str) -> bool:
    """Whether a line is a jump and nothing else."""
    on, origin = ON.match(line), FROM.match(line)
    return bool(on or (origin and origin.end() == len(line)))


def read_jump(text: str) -> tuple[str | None, str | None]:
    """The page that a jump standing alone leads to, and the one that it comes from."""
    on, origin = ON.search(text), FROM.search(text)
    return (
        _leads_to(on) if on else None,
        _leads_to(origin) if origin else None,
    )


def without_jumps(article: CutArticle) -> CutArticle:
    """The article with the jumps in its text taken out and kept as what they say."""
    paragraphs = list(article.paragraphs)
    on, origin = article.continued_on, article.continued_from
    if paragraphs and (match := FROM.search(paragraphs[0])):
        paragraphs[0], origin = paragraphs[0][match.end() :], _leads_to(match)
    if paragraphs and (match := ON.search(paragraphs[-1])):
        paragraphs[-1], on = paragraphs[-1][: match.start()], _leads_to(match)
    if not article.subheads:  # They count paragraphs; an empty one is left out when it is written.
        paragraphs = [each for each in paragraphs if each]
    return replace(article, paragraphs=tuple(paragraphs), continued_on=on, continued_from=origin)
