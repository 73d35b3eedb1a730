"""Those who made a page, as its masthead names them: `责编：张三 美编/李四 校对 王 五`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jianbao.ingest.names import DOUBLE_SURNAMES, is_name, split_names

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE = (
    "值班|带班|当班|轮值|夜班|执行|责任|本版|本期|今日|首席|见习|实习|助理|副|文字|文稿|美术|图片|图文|视觉|版面|版式|新媒体|"
    "[一二三四五六七八九十]{1,2}版"
)
_WORK = (
    "编委|主任|总编辑|总编|领导|主编|总监|编辑|责编|美编|图编|编审|统筹|策划|版式设计|版式|组版|排版|拼版|制版|设计|"
    "视觉|制图|美术|校对|责校|文检|检校|校检|校审|审校|审读|质检|检对|复检|签发|终审|审签|监制|审核"
)
_POST = rf"(?:{_BEFORE})*(?:{'|'.join(' ?'.join(one) for one in _WORK.split('|'))})"
"""A post's name, made of what it does and of whatever narrows it down: `责任校对`, `视觉编辑`; its
characters may be set apart: `校 对`."""
_CREDIT = re.compile(
    rf"[■●◆□▲]?\s*(?P<posts>{_POST}(?:\s*[/／、]\s*{_POST})*)(?P<sign>\s*[：/／]\s*|[丨|]|\s*)"
    rf"(?P<names>(?:(?!{_POST})(?:[\u3400-\u9fff·、/／]|[^\S\n]))*)"
)
_OF_THE_PAGE = re.compile(r"\s*[■●◆□▲]?\s*(?:本版|[一二三四五六七八九十]{1,2}版)")
_SECTION = re.compile(
    "文[化苑体旅艺教学]|时[政事评尚讯]|金融|成长|阳光|车[市界]|方圆|关[注爱]|安全|[\u3400-\u9fff]*(?:新闻|综合|专[版题刊]|周刊)"
)
"""Sections' names that begin like people's: `校对：李四 文化 07`."""
_ALSO_SECTIONS = frozenset({"视觉", "美术", "设计", "策划", "统筹"})
LONGEST_GUESS = 4
"""In characters: a word behind a post that may be a name though it does not read as one."""
_KINDS = (
    (
        "duty_editors",
        re.compile("值班|带班|当班|轮值|编委|主任|总编|领导|主编|总监|签发|终审|审签|监制"),
    ),
    ("proofreaders", re.compile("[校检]|审[读核]")),
    ("layout", re.compile("[美图]|版式|版面|[组排拼制]版|设计|视觉")),
    ("editors", re.compile("")),
)
"""Which field of a page a post belongs to: the first that holds."""


@dataclass(slots=True)
class Crew:
    """The people of a page, by the fields of `PageInfo`."""

    people: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind, _ in _KINDS})
    posts: int = 0
    """How many credits surely name somebody."""


def take_posts(text: str, taken: str) -> tuple[Crew, str]:
    """The people that a text names with their posts, and the text with `taken` in their place."""
    crew = Crew()

    def take(match: re.Match[str]) -> str:
        names, end, surely = _names(match)
        if not names:
            return match[0]
        crew.posts += surely
        for post in re.split(r"\s*[/／、]\s*", match["posts"]):
            work = "".join(post.split())
            kind = next(kind for kind, words in _KINDS if words.search(work))
            crew.people[kind].extend(names)
        return taken * (end - match.start()) + match[0][end - match.start() :]

    return crew, _CREDIT.sub(take, text)


def names_page_s_editor(text: str) -> bool:
    """Whether a line opens with who edited this page: `本版责编：…`, `一版编辑 …`."""
    match = _CREDIT.match(text)
    return bool(match and _OF_THE_PAGE.match(text) and _names(match)[2])


def _names(match: re.Match[str]) -> tuple[tuple[str, ...], int, bool]:
    """The names of a credit, where they end, and whether it is surely one.

    Behind a sign, `编辑：`, any word is a name; without one it must read as such, or `统筹 发展` would be
    a credit. A word behind names that reads as none is the section's, `编辑 张三 要闻`, and so is one
    behind a wider gap.
    """
    text, start = match["names"], match.start("names")
    signed = bool(match["sign"].strip())
    tokens = list(re.finditer(r"[^\s、/／]+", text))
    names: tuple[str, ...] = ()
    end = before = 0
    for token in tokens:
        gap, before = text[before : token.start()], token.end()
        if (
            names
            and gap.isspace()
            and (_SECTION.fullmatch(token[0].strip("·")) or (len(gap) > 1 and len(token[0]) > 1))
        ):
            break
        some = split_names(text[: token.end()])
        if _are_names(some, signed) or (
            names and re.search("[、/／]", gap) and _may_be_one(token[0])
        ):
            names, end = some, token.end()
        elif len(token[0]) > 1:
            break
    guess = match["sign"] == " " and match["posts"] not in _ALSO_SECTIONS
    if not names and tokens and (signed or (guess and _may_be_one(tokens[0][0]))):
        names, end = split_names(tokens[0][0]), tokens[0].end()
        return names, start + end, signed
    return names, start + end, bool(names)


def _are_names(some: Sequence[str], signed: bool) -> bool:
    first, *others = some
    return ((signed and len(first) > 1) or is_name(first)) and all(
        is_name(one) and (len(one) < LONGEST_GUESS or one[:2] in DOUBLE_SURNAMES) for one in others
    )


def _may_be_one(word: str) -> bool:
    return 2 <= len(word) <= LONGEST_GUESS
