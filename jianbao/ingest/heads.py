"""Display blocks → heads: what may be a headline, with what hangs on it.

A run is a stretch of the page without running text: headlines, subtitles, bylines, captions. In a
run a head begins at each display block; a subtitle belongs to the display block above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.cohesion import grams
from jianbao.ingest.spacing import display_spacing, squeeze, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block, Line


@dataclass(frozen=True, slots=True)
class Head:
    """Display lines that go together."""

    lines: tuple[Line, ...]
    """Headline, subhead or kicker: which, is not known yet."""
    subtitle: tuple[Line, ...]
    """The lines that open with —— below them."""
    first_place: int
    """The index of the first block."""
    last_place: int
    """The index of the last block."""
    run: int
    """The number of blocks of running text above it, which numbers the runs."""
    bylined: bool
    """Whether a byline follows directly, in the same group of lines or the next block."""
    alone: bool
    """Whether it is the only display text between two pieces of running text."""
    is_piece: bool
    """Whether other display lines of its block were taken for another head."""
    is_series: bool
    """Whether it is a standing series title, which newspapers set as a kicker."""
    grams: frozenset[str]
    """Its character pairs, with those of the subtitle."""

    @property
    def text(self) -> str:
        """The display lines without white space."""
        return squeeze("".join(line.text for line in self.lines))

    @property
    def width(self) -> float:
        """In em, of the display lines."""
        return sum(width(line.text) for line in self.lines)


def find_heads(
    blocks: Sequence[Block],
    pieces: Sequence[tuple[int, tuple[Line, ...]]],
    running: frozenset[int],
) -> tuple[Head, ...]:
    """Make a head of each piece: display lines with the index of their block.

    `running` holds the indices of the blocks that are running text.
    """
    heads: list[Head] = []
    for order, (place, lines) in enumerate(pieces):
        last = place
        subtitle: tuple[Line, ...] = ()
        is_last_piece = order + 1 == len(pieces) or pieces[order + 1][0] != place
        at = _next(blocks, place)
        if is_last_piece and at is not None and blocks[at].kind == "subtitle":
            subtitle = blocks[at].lines
            last = at
            at = _next(blocks, at)
            while at is not None and _continues_subtitle(blocks[last], blocks[at]):
                subtitle += blocks[at].lines
                last = at
                at = _next(blocks, at)
        bylined = is_last_piece and at is not None and blocks[at].kind == "byline"
        heads.append(
            Head(
                lines=lines,
                subtitle=subtitle,
                first_place=place,
                last_place=last,
                run=sum(1 for one in running if one < place),
                bylined=bylined,
                is_piece=len(lines) < len(blocks[place].lines),
                alone=_between_text(place, last, blocks, running) and len(lines) == 1,
                is_series=len(lines) == 1 and has_kicker_form(lines[0].text),
                grams=grams(squeeze("".join(one.text for one in (*lines, *subtitle)))),
            )
        )
    return tuple(heads)


def _next(blocks: Sequence[Block], place: int) -> int | None:
    """The next block that is not furniture."""
    at = place + 1
    while at < len(blocks) and blocks[at].kind in {"label", "notice", "masthead"}:
        at += 1
    return at if at < len(blocks) else None


def _continues_subtitle(subtitle: Block, block: Block) -> bool:
    """A second subtitle line: `——…推行协商民主` / `——…` in one group."""
    return block.kind == "subtitle" and block.group == subtitle.group


def _between_text(first: int, last: int, blocks: Sequence[Block], running: frozenset[int]) -> bool:
    return first - 1 in running and (last + 1 in running)


def has_kicker_form(text: str) -> bool:
    """Whether a display line is one of the standing series titles that newspapers set as kickers."""
    line = squeeze(text)
    parts = [part.strip("“”") for part in re.split(r"[·•—]+", line)]
    return (
        "".join(parts) in _SERIES
        or (len(parts) > 1 and (parts[0] in _SERIES or parts[-1] in _SERIES))
        or bool(_SERIES_FORM.match(line))
        or bool(_SERIES_ENDING.match(display_spacing(text)))
    )


_SERIES_FORM = re.compile(
    r"^(?:一线调研|走基层|新春走基层|新时代新征程\S{0,3}|奋进新征程\S*|高质量发展|经济新方位|记者手记|权威访谈|新闻特写)[·•—]"
    r"|^(?:学习贯彻|深入学习贯彻|认真学习宣传贯彻|聚焦)[^，。]{2,22}(?:精神|主题教育|两会)$"
    r"|^[^，。]{2,12}系列[^，。]{0,4}新闻发布会$"
    r"|^[\u3400-\u9fff]{2}中国(?:年|行)?$|^喜迎[^，。]{2,6}$|^[\u3400-\u9fff]{4}看[\u3400-\u9fff]{2}$"
    # who has told the news: `记者从商务部获悉`, `国家能源局通报`
    r"|^(?:记者)?从[^，。]{2,14}获悉$|^[^，。]{2,14}(?<!的)(?:通报|最新发布|权威发布)$"
    r"|^(?:央视|本报|人民|新华)(?:短评|快评|锐评|时评)$"
    # a competition's name and number above what happened in it: `杭州第4届亚残运会`
    r"|^[^，。]{0,8}第[\d一二三四五六七八九十]+届[^，。]{0,10}(?:运动会|亚运会|奥运会|残运会|大运会|冬奥会|全运会|锦标赛)$"
    r"|^总书记的[^，。]{2,4}$|^[^，。]*——(?:代表委员议国是|习近平总书记[^，。]{0,8}纪实)$"
)
_SERIES_ENDING = re.compile(
    r"^[^，。\s]{2,14}(?:调研行|进行时|面对面|直通车|追踪|速递|瞭望|视点|会客厅|大家谈|巡礼|系列报道|系列谈|纪事|手记|观察|述评|特写|访谈|学习教育)$"
)
"""In one stretch: `各地精心组织 扎实推进党纪学习教育` is a headline."""
_SERIES = frozenset(
    [
        "新思想引领新征程",
        "奋进新征程建功新时代",
        "在希望的田野上",
        "走基层",
        "学思想强党性重实践建新功",
        "开好局起好步",
        "领航中国",
        "权威访谈",
        "新闻特写",
        "丝路画卷",
        "一线调研",
        "文化中国行",
        "走进县城看发展",
        "高质量发展调研行",
        "新时代新征程新伟业",
        "总书记的人民情怀",
        "总书记的足迹",
        "总书记和人民心贴心",
        "非凡十年",
        "我们这十年",
        "二十大代表风采",
        "党代表通道",
        "代表通道",
        "委员通道",
        "两会现场观察",
        "两会特写",
        "代表委员履职故事",
        "履职故事",
        "新春走基层",
        "新时代新作为新篇章",
        "经济聚焦",
        "民生调查",
        "深度观察",
        "基层治理新实践",
        "乡村振兴进行时",
        "时代楷模",
        "最美奋斗者",
        "身边的好人",
        "记者调查",
        "热点关注",
        "热点聚焦",
        "改革开放再出发",
        "沿着总书记的足迹",
        "人民眼",
        "走笔",
        "新时代的中国",
        "红色足迹",
        "党旗在基层一线高高飘扬",
        "今日关注",
        "国际观察",
        "国际锐评",
        "央视快评",
        "评论员文章",
        "时政新闻眼",
        "微观察",
        "一线传真",
        "一线见闻",
        "强国复兴有我",
        "推动高质量发展",
        "凝心聚力促发展",
        "建设现代化产业体系",
        "活力中国调研行",
        "大国重器",
        "大国工匠",
        "中国式现代化新实践",
        "巩固拓展主题教育成果",
        "以学铸魂以学增智以学正风以学促干",
        "美丽中国",
        "生态文明建设",
        "绿水青山就是金山银山",
        "共建一带一路",
        "铸牢中华民族共同体意识",
        "平安中国",
        "健康中国",
        "科技自立自强",
        "数字中国",
        "春耕进行时",
        "三夏进行时",
        "新质生产力调研行",
        "经济形势大家谈",
        "全面推进乡村振兴",
        "一带一路十年行",
        "强信心稳经济促发展",
        "锚定现代化改革再深化",
        "权威部门话开局",
        "团结奋斗忠诚履职",
        "江河奔腾看中国",
        "新思想引领新时代改革开放",
        "伟大复兴壮丽航程",
        "奋进强国路阔步新征程",
        "二十大时光",
        "乡村行看振兴",
        "二十大代表在基层",
        "总书记与我们在一起",
        "新时代的青春之歌",
        "奋斗者正青春",
        "铸牢共同体中华一家亲",
        "筑梦现代化共绘新图景",
        "数字十年",
        "真抓实干推动经济高质量发展",
        "开创高质量发展新局面",
        "奋进中国式现代化",
        "劳动者之歌",
    ]
)
"""Standing series titles of national and regional papers, 2012 to 2024."""
