"""Those who made a page, as its masthead names them: `责编：张三 美编/李四 校对 王 五`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jianbao.ingest.names import is_name, split_names

_BEFORE = (
    "值班|带班|当班|轮值|夜班|执行|责任|本版|本期|今日|首席|见习|实习|助理|副|文字|文稿|美术|图片|图文|视觉|版面|版式|新媒体|"
    "[一二三四五六七八九十]{1,2}版"
)
_WORK = (
    "编委|主任|总编辑|总编|领导|主编|总监|编辑|责编|美编|图编|编审|统筹|策划|版式设计|版式|组版|排版|拼版|制版|设计|"
    "视觉|制图|美术|校对|责校|文检|检校|校检|校审|审校|审读|质检|检对|复检|签发|终审|审签|监制|审核"
)
_POST = rf"(?:(?:{_BEFORE})\s?)*(?:{'|'.join(' ?'.join(one) for one in _WORK.split('|'))})"
"""A post's name, made of what it does and of whatever narrows it down: `责任校对`, `视觉编辑`; its
characters may be set apart: `校 对`."""
_CREDIT = re.compile(
    rf"[■●◆□▲]?\s*(?P<posts>{_POST}(?:\s*[/／、]\s*{_POST})*)(?P<sign>\s*[：/／丨|]\s*|\s*)"
    rf"(?P<names>(?:(?!{_POST})(?:[\u3400-\u9fff·、/／]|[^\S\n]))*)"
)
_OF_THE_PAGE = re.compile(r"\s*[■●◆□▲]?\s*(?:本版|[一二三四五六七八九十]{1,2}版)")
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
    a credit. A word behind names that reads as none is the section's: `编辑 张三 要闻`.
    """
    text, start = match["names"], match.start("names")
    tokens = list(re.finditer(r"[^\s、/／]+", text))
    while tokens:
        end = tokens[-1].end()
        names = split_names(text[:end])
        if all(map(is_name, names)):
            return names, start + end, True
        if match["sign"].strip() and (len(tokens) == 1 or is_name(names[-1])):
            return names, start + end, True
        if len(tokens) == 1 and match["sign"] == " " and len(tokens[0][0]) <= LONGEST_GUESS:
            return names, start + end, False
        tokens.pop()
    return (), start, False
