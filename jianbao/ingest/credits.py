"""Bylines (署名) and leads (消息头): recognised and read.

All patterns run on `folded` text, so `本報訊（記者 …）` needs no rule of its own.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from jianbao.ingest.names import DOUBLE_SURNAMES, is_name, may_be_name, split_names
from jianbao.ingest.sources import ends_sentence
from jianbao.ingest.spacing import body_spacing, display_spacing, folded, plain, squeeze, width

_HAN = r"[\u3400-\u9fff·]"
_POST = (
    r"(?:首席|见习|实习|特派|特约|特邀|资深|专职|前方|一线|全媒体|全媒|融媒体|融媒|驻\S{1,4}|高级|文字|摄影|视觉"
    r"|学生|校园|小)*"
    r"(?:记者|通讯员|实习生|评论员|撰稿人|撰稿|摄影师|(?<=特约)摄影)"
)
_MARK = "■□▪●○◎◇◆★☆▲△▶►•"
"""What is printed before a name, and before a column's name as well."""
_HOUSE = (
    r"(?:本报|本台|本刊|本社|新华社|中新社|人民网|新华网"
    r"|[\u3400-\u9fff]{2,6}(?:日报|晚报|时报|全媒体|融媒体中心|融媒体|传媒中心|广播电视台)"
    r"|[\u3400-\u9fffA-Za-z·+＋—－-]{0,14}(?:[报网社台+＋]|新闻|集团|客户端|融媒|频道|在线|周刊)"
    rf"(?={_POST})"
    r"|(?<=[□■])\s*[\u3400-\u9fff]{2}(?=记者\s))"
)
"""`解放日报·上观新闻记者`, `宁夏日报报业集团全媒体记者`, `南方+记者`: whatever ends like a house's name
right before a post."""
_ROLE = r"摄影报道|图文报道|文图报道|联合报道|综合报道|摄影/文|图/文|文/图|图文|文图|文/摄|摄影|供图|报道|摄|文|图"
_NAMES = rf"(?!{_POST}){_HAN}(?:(?!{_POST}){_HAN}|[\s、，,/;；]){{1,39}}?"
"""Blanks behind them are theirs: were they the next pattern's too, there would be as many ways to read
a row of names as there are ways to share out its blanks."""

_BYLINE = re.compile(
    rf"^\s*[{_MARK}]?\s*(?:(?:撰?文|文字|采写)\s*[/：:|]\s*(?=\S*?记者))?(?:(?P<house>{_HOUSE})\s*)?(?P<post>{_POST}|(?:作者|文/图|图/文|文|图|摄影|供图|撰文|采写|整理|编译)(?=[\s：:/]))(?:、摄影)?\s*(?:[：:/]\s*)?"
    rf"(?P<names>{_NAMES}(?:{_POST}\s*(?:[：:]\s*)?{_NAMES})*)"
    rf"\s*[（(]?(?P<role>{_ROLE})?[）)]?\s*$"
)
_POSTS_THAT_ARE_ROLES = frozenset(
    {"作者", "文/图", "图/文", "文", "图", "摄影", "供图", "整理", "编译"}
)
_REPORTS_FROM = re.compile(
    r"\s+(?!摄影|图文|文图|联合|综合)(?P<place>[\u3400-\u9fff]{2,4})(?P<gap>\s*)(?:现场)?报道\s*$"
    r"|\s+(?:发|摄)自\s*[\u3400-\u9fff]{2,5}\s*$"
)
"""`記者 張三 北京 報道`, `本报记者 王五 香港报道`, `本报记者 张三 发自北京`: where he reports from."""
_PLACES = frozenset({"安徽", "江苏", "江西", "海南", "成都", "沈阳", "石家庄", "郑州", "温州"})
"""Places whose names read as persons'."""
_NAME_TAG = re.compile(r"（[文图摄]）|(?<![\s文图摄])/ ?[文图摄](?=\s|$)")
"""`大公報記者 X(文) Y(圖)`, `记者 李兵/文 赵丽/图`: who did which."""
_MARKED_NAME = re.compile(rf"^\s*[{_MARK}]\s*(?P<names>{_HAN}(?:{_HAN}|[\s、]){{1,12}})$")
_BARE_NAME = re.compile(
    rf"^\s*(?P<names>{_HAN}(?:{_HAN}|[\s、]){{1,12}}?)"
    rf"\s*/?\s*(?P<role>摄影报道|摄|(?<=[\s/])(?:{_ROLE}))\s*$"
)
"""`王建国 摄`, `王建 张涵 文/图`."""
_ONLY_NAMES = re.compile(rf"^\s*(?P<names>{_HAN}(?:{_HAN}|[\s、]){{1,12}})$")
_BRACKETED = re.compile(r"^\s*（([^（）]+)）\s*$")
"""`（本报记者 王建国 摄）`."""
_NAMELESS = re.compile(
    rf"^\s*[{_MARK}]?\s*(?:{_HOUSE})\s*(?:特约|特邀|首席)?(?:评论员|评论部|编辑部|观察员)\s*$"
)
"""Who signs for the whole house: `本报评论员`."""
_OF_COLUMNS = re.compile("[讯评谈坛摘刊览读报访窗版题话问答考]")
"""What the names of columns have and given names do not: `■ 简讯`, `● 时事要览`."""

_AGENCY = r"(?:[\u3400-\u9fff]{2,6}[-—－·])?(?:日报|晚报|早报|晨报|商报)|新华社|中新社|中新网|人民网|新华网|央视网|人民日报|光明日报|科技日报|香港文汇报|大公报|[\u3400-\u9fff]{2,8}?(?:日报|晚报|时报|早报|晨报|商报|社|网)"
_DATELINE = re.compile(
    rf"^\s*[【〖]?\s*(?P<wire>据)?(?P<agency>本[报台刊网社]|{_AGENCY})\s*"
    r"(?P<place>[\u3400-\u9fff\s]{0,12}?)\s*"
    r"(?P<kind>(?<!通)讯|消息|(?:\d[\d\s]*月\s*)?\d[\d\s]*日\s*[电讯]|[一二三四五六七八九十]+日\s*[电讯]|(?<=[社网])电(?![视影台话力]))\s*[】〗]?\s*"
    r"(?P<who>（[^（）]{2,50}?）|【[^】]{2,40}】)?\s*(?P<colon>[：:])?"
)
_WHO = rf"{_POST}\s*{_NAMES}(?:{_POST}\s*{_NAMES})*"
_REPORTS = re.compile(rf"^\s*(?:{_HOUSE}\s*)?(?P<who>{_WHO})报道\s*[：:]")
_WHO_REPORTS = re.compile(rf"(?P<who>{_WHO})\s*报道\s*[：:，,]?")
"""Behind a dateline: `本报讯 记者王 建报道：`, `本報坎培拉十四日電 記者張三報道，`."""
_LOST_OPENING = re.compile(r"^\s*(?:特|本报)讯】")

_TAIL_NAME = re.compile(
    rf"（\s*(?:(?P<label>作者|记者|本报记者|通讯员|整理)\s*[：:]?\s*)?(?P<names>{_HAN}(?:{_HAN}|[\s、]){{1,12}})\s*"
    rf"(?:/?(?P<role>{_ROLE}))?\s*）\s*$"
)
_TAIL = re.compile(r"（(?P<within>[^（）]{4,40})）\s*$")
_CAPTION_OPENING = re.compile(r"[▲▼◀▶△◄►←→↑↓]|图为|图①|上图|下图|左图|右图|图片|题图")
_CAPTION_CREDIT = re.compile(
    rf"(?:摄|供图|资料图片|影像中国|新华社发|{_HAN}图)\s*(?:[）)]|[（(][^（）()]{{2,10}}[）)])?\s*$"
)
"""`孙 菲 摄`, `郭立亮摄（影像中国）`."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote or photographed, as printed and as read."""

    raw: str
    """As printed, with the printed gaps."""
    names: tuple[str, ...]
    """In order; empty when a lead names nobody (`本报讯`)."""
    role: str | None
    """`记者` unless the line says `文/图`, `摄` and the like; None when nobody is named."""
    source: str | None = None
    """The agency, when the lead is another house's: 新华社."""


def read_byline(line: str) -> Byline | None:
    """Read a line that is a byline and nothing else, or None.

    Printed: `本报记者 张玉香 文/图`, `□ 记者 胡生波 摄影报道`, `■本报记者 邓 桂 张 涵`,
    `本报记者 王 子 通讯员 胡国立 文/图`, `記者、攝影:X Y Z`, `□张三`.
    """
    # Of a blank it matters only that it is a wide one.
    text = re.sub(r"\s{3,}", "  ", folded(line))
    if width(text) > 40 or re.search(r"[。！？]", text):
        return None
    if _NAMELESS.match(text):
        return Byline(display_spacing(line), (squeeze(line).lstrip(_MARK),), "评论员")
    if bracketed := _BRACKETED.match(text):
        text = f" {bracketed[1]} "
    if match := _BYLINE.match(_without_place(_NAME_TAG.sub(_blank, text))):
        # 文 may be what he did (`王 子 文`) or the end of his name (`本报记者 李 文`).
        for printed, role in (
            (match["names"], match["role"]),
            (text[match.start("names") :], None),
        ):
            names = _names_of(printed)
            if role == "文" and _is_end_of_name(text[: match.start("role")]):
                continue
            if names and all(map(_is_name if not match["house"] else may_be_name, names)):
                post = match["post"]
                role = role or (post if post in _POSTS_THAT_ARE_ROLES else "记者")
                return Byline(display_spacing(line), _as_printed(names, line), role)
    for pattern in (_MARKED_NAME, _BARE_NAME, *([_ONLY_NAMES] if bracketed else ())):
        if (match := pattern.match(text)) and not _OF_COLUMNS.search(match["names"]):
            names = split_names(match["names"])
            if names and all(map(_is_name_alone, names)):
                role = match.groupdict().get("role") or "作者"
                return Byline(display_spacing(line), _as_printed(names, line), role)
    return None


def _is_name(text: str) -> bool:
    """Whether it is a name after a post: `王建国`, `阿依努尔·买买提`."""
    return is_name(text) or ("·" in text and may_be_name(text))


def _is_name_alone(text: str) -> bool:
    """Whether it is a name without a post: of four characters only those with a double surname."""
    return is_name(text) and (len(text) < 4 or text[:2] in DOUBLE_SURNAMES)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_end_of_name(before: str) -> bool:
    """Whether 文 ends a name: `朱佳文`, `通讯员 王 文`; in `王 子 文` and `王小明文` it does not."""
    tokens = before.split()
    if before == before.rstrip():
        return len(tokens[-1]) == 2
    lone = itertools.takewhile(lambda token: len(token) == 1, reversed(tokens))
    return sum(1 for _ in lone) % 2 == 1


def names_posts(line: str) -> bool:
    """Whether a line names reporters' posts, and so may name reporters."""
    return re.search(_POST, folded(line)) is not None


def is_photographer(byline: Byline) -> bool:
    """Whether the byline credits a photograph and no text: `本报记者 张玉香 摄`."""
    return byline.role in {"摄", "摄影", "供图", "图"}


def split_lead(paragraph: str) -> tuple[Byline | None, str]:
    """Cut the lead off a paragraph: the lead, and what follows it.

    Printed: `本报讯（记者 张玉香）“小区…`, `新华社吴忠4月13日电（记者罗佳远、吴刚）当地时间…`,
    `本报X10月19日电 （记者X）`, `【本報訊】`, `央视网消息（新闻联播）：`, `本报记者张三报道：`.
    """
    text = folded(paragraph)
    if (match := _REPORTS.match(text)) and (names := _names_of(match["who"])):
        raw, rest = paragraph[: match.end()], paragraph[match.end() :].lstrip()
        if all(map(is_name, names)):
            return Byline(display_spacing(raw), _as_printed(names, raw), "记者"), rest
    match = _DATELINE.match(text)
    reports = _names_reported(text, match.end()) if match else None
    if match is None or not (reports or _is_lead(match)):
        match = _LOST_OPENING.match(text)
        if match is None:
            return None, paragraph
        return Byline(display_spacing(paragraph[: match.end()]), (), None), paragraph[match.end() :]
    who = (match["who"] or "").strip("（）【】")
    end, names = reports or (match.end(), _names_of(who) if re.search(_POST, who) else ())
    agency = match["agency"]
    source = (
        None if agency.startswith("本") else squeeze(plain(paragraph)[slice(*match.span("agency"))])
    )
    raw = paragraph[:end]
    role = "记者" if names else None
    byline = Byline(_lead_spacing(raw), _as_printed(names, raw), role, source)
    return byline, paragraph[end:].lstrip()


def _names_reported(text: str, start: int) -> tuple[int, tuple[str, ...]] | None:
    """The end of `记者…报道：` behind a dateline, and who reported."""
    match = _WHO_REPORTS.match(text, start)
    names = _names_of(match["who"]) if match else ()
    return (match.end(), names) if match and names and all(map(_is_name, names)) else None


def has_lead(paragraph: str) -> bool:
    """Whether a paragraph opens with a lead: it is an article's first."""
    return split_lead(paragraph)[0] is not None


def _is_lead(match: re.Match[str]) -> bool:
    """`新华社讯`, `…日电`, `据新华社电` are leads by themselves; `人民网消息称` begins a sentence."""
    if match["who"] or match["agency"][0] == "本":
        return True
    if match["wire"] or (match["agency"] in {"新华社", "中新社"} and match["kind"] == "电"):
        return match["kind"].endswith("电")
    return "日" in match["kind"] or "【" in match[0] or bool(match["colon"])


def _lead_spacing(text: str) -> str:
    """In a lead only the gaps between a post and its names were printed.

    Printed: `本报讯（记者 张玉香）`, `新华社银川 9月 19 日电（记者郑香、唐志娟）`.
    """
    head, bracket, tail = text.partition("（")
    return body_spacing(head) + bracket + display_spacing(tail)


def split_signature(paragraph: str) -> tuple[str, Byline | None]:
    """Cut a name in brackets off the end of an article's last paragraph.

    Printed: `…（张星月）`, `（作者：X）`, `（基层… X /文)`, `（记者 张锐 通讯员 李文博）`.
    """
    text = folded(paragraph)
    if (match := _TAIL_NAME.search(text)) and ends_sentence(paragraph[: match.start()]):
        names = split_names(match["names"])
        if names and all(is_name(name) for name in names):
            role = match["role"] or match["label"] or "作者"
            raw = display_spacing(paragraph[match.start() :])
            byline = Byline(raw, _as_printed(names, raw), role.removeprefix("本报"))
            return paragraph[: match.start()].rstrip(), byline
    if (match := _TAIL.search(text)) and ends_sentence(paragraph[: match.start()]):
        within = read_byline(paragraph[match.start("within") : match.end("within")])
        if within and names_posts(within.raw):
            raw = display_spacing(paragraph[match.start() :])
            return paragraph[: match.start()].rstrip(), replace(within, raw=raw)
    return paragraph, None


def is_caption_credit(line: str) -> bool:
    """Whether a line ends as captions do: `… 摄`, `新华社发`, `（資料圖片）`."""
    return bool(_CAPTION_CREDIT.search(folded(line)))


def opens_caption(line: str) -> bool:
    """Whether a line begins as captions do: `图为…`, `▲…`."""
    return bool(_CAPTION_OPENING.match(line))


def _names_of(text: str) -> tuple[str, ...]:
    """The names among posts."""
    text = _without_place(text).rstrip().removesuffix("报道")
    parts = re.split(rf"(?:{_HOUSE})?\s*{_POST}\s*[：:、/]?", text)
    names = [name for part in parts for name in split_names(part)]
    return tuple(name for name in names if 2 <= len(name) <= 8)


def _without_place(text: str) -> str:
    """The text without the place reported from; `记者 张三 李四 报道` names a second reporter."""
    match = _REPORTS_FROM.search(text)
    if match is None or (
        match["gap"] and is_name(match["place"]) and match["place"] not in _PLACES
    ):
        return text
    return text[: match.start()]


def _as_printed(names: tuple[str, ...], line: str) -> tuple[str, ...]:
    """The names with the page's own characters (張, not the shadow's 张)."""
    printed = squeeze(line)
    shadow = folded(printed)
    places = ((shadow.find(name), len(name)) for name in names)
    return tuple(
        printed[at : at + length] if at >= 0 else name
        for name, (at, length) in zip(names, places, strict=True)
    )
