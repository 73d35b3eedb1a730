"""Each block gets its kind: an ordered table of rules for lines, then the shape of what is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.blocks import (
    Block,
    Kind,
    Line,
    is_indented,
    measure,
    read_lines,
    read_upright,
    rejoin_single_lines,
)
from jianbao.ingest.cohesion import grams
from jianbao.ingest.credits import has_lead, opens_caption, read_byline
from jianbao.ingest.grouping import with_groups
from jianbao.ingest.masthead import is_masthead, masthead_lines
from jianbao.ingest.notices import guide_lines, is_notice, with_notices
from jianbao.ingest.refusal import refuse_unreadable
from jianbao.ingest.sources import read_source
from jianbao.ingest.spacing import folded, squeeze, width
from jianbao.ingest.stacks import rejoin_headlines

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

_LABEL = re.compile(
    r"^[■●◆▲★◎□▶►◤]\s*[\u3400-\u9fffA-Za-z0-9·“”《》\s]{2,14}$|^[【〖［\[〔][^】〗］\]〕]{2,12}[】〗］\]〕]$"
)
_QUOTED = re.compile(r"《[^《》]*》|“[^“”。]{1,40}”|（[^（）]*）")
_SAME_WIDTH = 1.1
"""By how much lines of one column differ in em."""
MOST_HEADLINE_LINES = 3
SAID_AGAIN = 0.25
"""The share of a headline's pairs of characters that the text right below it has."""
_BROKEN_OR_ENDED = re.compile(r"[。；]|[，、：:]$", re.MULTILINE)
_SUBTITLE = re.compile(r"^\s*(?:[—―─－-]{2,}|—)\s*\S")


def _is_label(text: str) -> bool:
    return bool(_LABEL.match(folded(text))) and read_byline(text) is None and not read_source(text)


def _is_subtitle(text: str) -> bool:
    return bool(_SUBTITLE.match(text)) and not re.search("[。；]", text) and width(text) <= 60


LINE_RULES: tuple[tuple[str, Kind, Callable[[str], bool]], ...] = (
    # `协商民主 032023年2月20日 星期一 值班编委 郑 桉 …`
    ("masthead", "masthead", is_masthead),
    # `（下转第二版）`, `{相關新聞見p04}`, `A03.indd`
    ("notice", "notice", is_notice),
    # `（据人民政协网）` on its own line
    ("source", "source", lambda text: read_source(text) is not None),
    # `本报记者 张玉香 文/图`
    ("byline", "byline", lambda text: read_byline(text) is not None),
    # `■ 他山之石`
    ("label", "label", _is_label),
    # `——金凤区荣锦苑社区以民主协商激发居民自治积极性`
    ("subtitle", "subtitle", _is_subtitle),
)
"""Tried in order on each line; the first that holds gives the kind."""


def read_typed_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a raw page, typed; raises RefusedPage for one that cannot be read safely."""
    lines = read_upright(with_groups(read_lines(text)))
    groups = _rejoin_names(rejoin_single_lines(lines, stands_alone))
    blocks = rejoin_headlines(type_blocks(groups))
    refuse_unreadable(text, blocks)
    return blocks


def _rejoin_names(groups: Iterable[tuple[Line, ...]]) -> tuple[tuple[Line, ...], ...]:
    """Put a headline together that a blank line broke inside a name or a quotation.

    Printed: `中办 国办印发《关于加强新时代` and, a blank line below, `高技能人才队伍建设的意见》`.
    """
    joined: list[tuple[Line, ...]] = []
    for group in groups:
        if joined and len(joined[-1]) == 1 and len(group) == 1:
            whole = (*joined[-1], *group)
            if not any(_is_display((line,)) for line in whole) and _is_display(whole):
                joined[-1] = whole
                continue
        joined.append(group)
    return tuple(joined)


def stands_alone(line: str) -> bool:
    """Whether a line is no column's by its words: `本报记者 杨海 文/图`, `图为…`."""
    return opens_caption(line) or _apply(line)[0] in {"byline", "masthead"}


def type_blocks(groups: Sequence[tuple[Line, ...]]) -> tuple[Block, ...]:
    """Type every line of every group; neighbours of one kind in one group make a block."""
    blocks: list[Block] = []
    lines = [line for group in groups for line in group]
    mastheads = {lines[at].number for at in masthead_lines([line.text for line in lines])}
    for index, group in enumerate(groups):
        pieces = _split_by_line_rules(group, mastheads)
        blocks.extend(
            Block(lines, kind, rule, index)
            for lines, kind, rule in (
                _shape(piece) if kind is None else (piece, kind, rule)
                for whole, kind, rule in pieces
                for piece in (_split_below_headline(whole) if kind is None else (whole,))
            )
        )
    return with_notices(blocks)


def _split_by_line_rules(
    group: Sequence[Line], mastheads: Container[int]
) -> list[tuple[tuple[Line, ...], Kind | None, str]]:
    """Cut a group where a line rule holds; inside running text only its ends may be credits.

    `mastheads` are the numbers of the page's lines that stand in or beside its masthead.
    """
    pieces: list[tuple[tuple[Line, ...], Kind | None, str]] = []
    running = _are_running(group)
    guide = guide_lines(group)
    rest: list[Line] = []
    for position, line in enumerate(group):
        before = any(running[max(0, position - 2) : position])
        after = any(running[position + 1 : position + 3])
        kind, rule = _apply(line.text) if not (before and after) else (None, "")
        if line.number in mastheads and not (before and after):
            kind, rule = "masthead", "masthead"
        elif position in guide:
            kind, rule = "notice", "a guide to other pages"
        if (
            kind in {"subtitle", "byline"}
            and before
            and not after
            and _is_open(group[position - 1])
            and not _ends_headline(group[:position], line, kind)
        ):
            kind = None  # a dash or a name at the end of running text
        if kind == "subtitle" and _is_dash_in_text(group, position):
            kind = None
        if kind is None:
            rest.append(line)
            continue
        if rest:
            pieces.append((tuple(rest), None, ""))
            rest = []
        pieces.append(((line,), kind, rule))
    if rest:
        pieces.append((tuple(rest), None, ""))
    return pieces


def _are_running(group: Sequence[Line]) -> list[bool]:
    """Which lines have a comma or a stop; those of a title's name do not count, in two lines either.

    Printed above a byline: `…《大力弘扬伟大` / `爱国主义精神，把强国建设、民族复兴伟业不断推向前进》`.
    """
    text = "\n".join(line.text for line in group)
    bare = _QUOTED.sub(lambda found: re.sub("[，。；]", " ", found[0]), text)
    return [bool(re.search("[，。；]", line)) for line in bare.split("\n")]


def _ends_headline(above: Sequence[Line], line: Line, kind: Kind) -> bool:
    """Whether a subtitle or byline stands below a headline that has a comma.

    Printed: `人民日报署名文章：“躺平”不可取，“躺赢”不可能`, and below it, much shorter, `——BF.7正在全球迅速传播`.
    """
    return may_be_headline(above) and (
        kind == "byline" or abs(above[-1].width - line.width) > _SAME_WIDTH
    )


def _is_dash_in_text(group: Sequence[Line], position: int) -> bool:
    """Whether a line that opens with a dash goes on with the line above it.

    Printed: `广东粤港澳大湾区特大型交通枢纽—` / `—广州白云站与京广高铁联络线全线`, and above more lines as
    wide: `作为天津迎击大清河洪水的第一关` / `——静海区台头镇，处于东淀蓄滞`. One dash alone does so below a line
    as wide, also in a headline: `丁薛祥会见出席第二十一届中国` / `—东盟博览会的东盟国家领导人`.
    """
    if position == 0:
        return False
    line, above, below = group[position], group[position - 1], group[position + 1 : position + 4]
    if re.match(r"—(?!—)", line.text) and abs(above.width - line.width) <= _SAME_WIDTH:
        return True
    if re.search(r"(?<!—)—$", above.text) and re.match(r"—(?!—)", line.text):
        return True
    return (
        len(below) > 1
        and not has_lead("".join(one.text for one in below))
        and all(abs(one.width - line.width) <= _SAME_WIDTH for one in below[:-1])
    )


def _apply(text: str) -> tuple[Kind | None, str]:
    return next(((kind, name) for name, kind, holds in LINE_RULES if holds(text)), (None, ""))


def _is_open(line: Line) -> bool:
    return not re.search(r"[。！？…”）]$", line.text)


def may_be_headline(lines: Sequence[Line]) -> bool:
    """Whether lines with a comma may be a headline: few, without a stop, none broken at a comma.

    Printed: `人民日报署名文章：“躺平”不可取，“躺赢”不可能`, and right below it `本报记者 王欣文`.
    """
    text = "\n".join(line.text for line in lines)
    return len(lines) <= MOST_HEADLINE_LINES and not _BROKEN_OR_ENDED.search(text)


def _split_below_headline(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """A headline glued to its body: `…有序推进` / `本报讯（记者 …`.

    It ends where a lead begins, or a paragraph that says its words again.
    """
    for position in range(1, len(lines)):
        above, below = lines[:position], lines[position:]
        if _is_display(above) and (
            has_lead("".join(one.text for one in below[:3]))
            or (position <= MOST_HEADLINE_LINES and _begins_text(above, below))
        ):
            return above, below
    return (lines,)


def _begins_text(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether lines below a headline are a paragraph that has its words.

    It is indented, or the headline wider than its column:
    `苏丹外交部称中部多` / `村庄遭袭致43人死亡` / `苏丹外交部29日发表声明` / `称，过去两周，苏丹中部杰济拉`.
    """
    if len(below) < 3 or not _is_open(above[-1]):
        return False
    column = measure(below)
    if not is_indented(below[0], column) and above[-1].width <= column + _SAME_WIDTH:
        return False
    words = grams(squeeze("".join(line.text for line in above)))
    said = grams(squeeze("".join(line.text for line in below)))
    return len(words & said) >= SAID_AGAIN * len(words)


def _is_display(lines: Sequence[Line]) -> bool:
    """Up to four lines without a comma or a full stop: a headline, a kicker, a subhead.

    A comma in a title's name does not count: `…和纪录片《中国，新的征程》开播`. A bracket left open
    is a column's break: `杭州亚运会今天（9月 29`. So is one half of a dash: `粤港澳大湾区特大型交通枢纽—`.
    """
    text = squeeze("".join(line.text for line in lines))
    bare = _QUOTED.sub("", text)
    closed = all(text.count(a) == text.count(b) for a, b in ("（）", "《》", "“”"))
    return (
        len(lines) <= 4
        and closed
        and not re.search(r"[，。；]", bare)
        and not text.endswith(("：", ":", "、"))
        and not re.search(r"(?<!—)—$", text)
    )


def _shape(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], Kind, str]:
    """The kind that the shape of some lines shows."""
    text = squeeze("".join(line.text for line in lines))
    if has_lead(text):
        return lines, "body", "opens with a lead"
    if _is_display(lines):
        return lines, "display", "no comma, no full stop"
    if len(lines) == 1:
        if re.search(r"[。！？…”）]$", text) or re.search(r"[\u3400-\u9fff]图[）)]$|摄$", text):
            return lines, "sentence", "a line that ends as a sentence"
        return lines, "body", "a line of running text"
    return lines, "body", "lines of running text"
