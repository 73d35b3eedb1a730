"""Bylines that only their place on the page tells: a bare name, `本报评论员`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jianbao.ingest.credits import Byline, names_posts, read_byline
from jianbao.ingest.names import DOUBLE_SURNAMES, SURNAMES, is_name, split_names
from jianbao.ingest.pdf.blocks import ends_sentence
from jianbao.ingest.pdf.lines import line_of
from jianbao.ingest.spacing import display_spacing, folded, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.lines import Line
    from jianbao.ingest.pdf.pieces import Kind

_DESK = re.compile(r"^[■□●◆]?(?:本报|本刊|新华社)(?:特约|首席)?(?:评论员|评论部|编辑部|观察员)$")
_AUTHOR = "作者"
_MOST_NAMES, _LONGEST_NAMES = 3, 30
"""In a line without posts, and characters of it, blanks included."""
_PEN_NAME = re.compile(r"^[□○◇]\s*((?:[\u3400-\u9fff·]\s*){2,3})$")
"""After a box or a ring, any two or three characters: `□ 阿 木`."""
_AFFILIATED = re.compile(
    r"^(?P<mark>[□○◇])?\s*[\u3400-\u9fff0-9]{1,12}(?:会员|党员|委员|农民|教师|学生|[站局校院厂村乡镇中系级班]|公司|中心|大学)"
    r"\s+(?P<name>[\u3400-\u9fff](?:\s?[\u3400-\u9fff]){1,2})$"
)
_EXPERT = re.compile(
    r"^[\u3400-\u9fff]{2,20}(?:教授|讲师|工程师|研究员|院士|院长|馆长|主任|会长|理事长)"
    r"\s+(?P<name>[\u3400-\u9fff](?:\s?[\u3400-\u9fff]){1,2})$"
)
"""Under a headline the author, elsewhere the one whose portrait it is: `清河大学教授 李若溪`."""
_TAIL_NAME = re.compile(r"[。！？”]（\s*([\u3400-\u9fff](?:\s?[\u3400-\u9fff]){1,2})\s*）$")
_NO_NAME = re.compile(r"[完续略图注报台社网局部院站摄供]$")
"""`（麻胜斌）` after an article's last stop is a name, though it be a rare one; `（未完）` is none."""
_TAIL = re.compile(r"(?<=[。！？”])（([^（）]{4,24})）$")
"""`（高坪乡农民 周顺发）`."""
_AMATEUR = r"(?:拍友|摄友|影友|网友|读者)"
_OF_AGENCY = r"(?:[（(][\u3400-\u9fff]{2,10}[）)]|[/／][\u3400-\u9fff]{2,8})"
_SHOT = re.compile(
    rf"[。！？][”’」』]?\s*({_AMATEUR}?\s?(?:[\u3400-\u9fff]\s?){{2,3}}摄{_OF_AGENCY}?)$"
)
"""`…每个圩日人流超六千。　韦仕宏 摄`."""
_CLOSING = re.compile(
    r"[。！？][”’」』]?\s*((?:本报|新华社|中新社|见习|实习|特约|首席)*(?:记者|通讯员)[^。！？，；：]{2,24})$"
)
_AGENCY = re.compile(rf"(?<=摄)\s*{_OF_AGENCY}\s*$")
"""After a photographer's name: `何洛文摄（影像中国）`, `徐宏星摄/光明图片`."""
_BEFORE = re.compile(
    rf"^(?:{_AMATEUR}\s*(?=.*摄$)|[\u3400-\u9fff]{{2,8}}[/／](?=[\u3400-\u9fff]{{2,8}}记者))"
)
"""Before one: `拍友 杨 波 摄`; before a reporter, his paper: `扬子晚报/紫牛新闻记者 陈金刚`."""
_LARGEST, _OVER, _BELOW = 1.45, 1.2, 2.5
"""A name's em in those of running text, at most, and a headline's or a subtitle's in those of a name
below it, at least; the white between the two in em of the name."""
_FAR_LARGER = 2.0
"""The em of an upright headline in those of a name at its side, at least."""
_PEN_NAME_EM = 1.1
"""In em of running text: what stands under a headline, smaller than that, may be a subhead."""
_THREE = re.compile("[\u3400-\u9fff]{3}")
AUTHOR_MARKS = "□○◇"
"""Before an author, never before a column."""
_RINGS = "○◎ "
"""Before an author's name: `○ 李若溪`."""


def read_credit(text: str) -> Byline | None:
    """A byline, a newspaper's desk, or names and nothing else; else None.

    Printed under headlines: `本报评论员`, `李若溪`, `钱 宁 孙 菲`; under a picture: `孙 菲 摄`. In running text a bare name would
    be a part of a sentence: only a line by itself may be read so.
    """
    for more in (_AGENCY, _BEFORE):
        if (found := more.search(text)) is not None:
            byline = read_credit(text[: found.start()] + text[found.end() :])
            return replace(byline, raw=display_spacing(text)) if byline is not None else None
    byline = read_byline(text)
    if byline is not None:
        return byline
    if (inner := re.fullmatch(r"\s*[（(]([^（）()]+)[）)]\s*", text)) is not None:
        byline = read_credit(inner[1])
        return replace(byline, raw=display_spacing(text)) if byline is not None else None
    plain = squeeze(folded(text))
    if _DESK.match(plain):
        return Byline(display_spacing(text), (plain.strip("■□●◆"),), _AUTHOR)
    if plain.endswith("摄") and is_bare_name(shot := text.rstrip().removesuffix("摄")):
        return Byline(display_spacing(text), tuple(_single(split_names(shot))), "摄")
    if (byline := _read_affiliated(text)) is not None:
        return byline
    if is_bare_name(text):
        names = split_names(display_spacing(text).lstrip(_RINGS))
        return Byline(display_spacing(text), tuple(_single(names)), _AUTHOR)
    if found := _PEN_NAME.match(folded(text)):
        return Byline(display_spacing(text), (squeeze(found[1]),), _AUTHOR)
    return None


def split_closing_credit(paragraph: str) -> tuple[str, Byline | None]:
    """Cut reporters' names off the end of an article's last paragraph.

    Printed without brackets, after the last stop: `…只是来送一盆绿萝。本报记者　章咪佳　郑　超`.
    """
    text = folded(paragraph)
    if (tail := _TAIL_NAME.search(text)) is not None and not _NO_NAME.search(tail[1]):
        raw = display_spacing(paragraph[tail.start() + 1 :])
        return paragraph[: tail.start() + 1], Byline(raw, (squeeze(tail[1]),), _AUTHOR)
    if (tail := _TAIL.search(text)) is not None:
        byline = _read_affiliated(paragraph[tail.start(1) : tail.end(1)])
        if byline is not None:
            raw = display_spacing(paragraph[tail.start() :])
            return paragraph[: tail.start()], replace(byline, raw=raw)
    found = _CLOSING.search(text) or _SHOT.search(text)
    if found is None:
        return paragraph, None
    at = found.start(1)
    byline = read_credit(paragraph[at:])
    return (paragraph, None) if byline is None else (paragraph[:at].rstrip(), byline)


def signature_at(line: Line) -> int:
    """The glyph with which a credit in another face begins, after a text's last words; 0: none does.

    Printed, the credit in bold: `放。　本报记者 周青先 摄`.
    """
    for at, (one, other) in enumerate(pairwise(line.glyphs), 1):
        if one.font != other.font and ends_sentence(one.text):
            rest = line_of(line.glyphs[at:], down=line.down).text
            if names_posts(rest) and read_byline(rest) is not None:
                return at
    return 0


def credit_length(line: Line) -> int:
    """How many glyphs of a line, in a face of their own, name who wrote what follows; 0: none.

    Printed in bold before an article's first words: `本报记者 额尔德　今年7月，“巴丹吉林沙漠…`.
    """
    face = line.glyphs[0].font, line.glyphs[0].weight
    for at, glyph in enumerate(line.glyphs):
        if (glyph.font, glyph.weight) != face:
            text = line_of(line.glyphs[:at], down=line.down).text
            return at if names_posts(text) and read_byline(text) is not None else 0
    return 0


def settle_bylines(blocks: dict[Kind, list[Block]], body: float) -> None:
    """Tell authors from columns by where their names stand.

    One right under a headline, or at the side of an upright one, is its author's, though it is larger
    than the text; what stands right
    over one and reads like names is a column's: `文澜时评`.
    """
    display, bylines = blocks.get("display", []), blocks.get("byline", [])
    for block in [one for one in bylines if _is_over_headline(one, blocks)]:
        bylines.remove(block)
        blocks.setdefault("label", []).append(block)
        blocks["label"].sort(key=lambda one: (one.area.y0, one.area.x0))
    captions = blocks.get("caption", [])
    for block in [
        *(one for one in display if is_bare_name(one.text) or _is_pen_name(one, body)),
        *(one for one in captions if _EXPERT.match(display_spacing(one.text))),
    ]:
        if (
            len(block.lines) == 1
            and block.em <= _LARGEST * body
            and any(
                _is_under(block, one) or (is_bare_name(block.text) and _is_at_side(block, one))
                for one in display
            )
        ):
            (display if block in display else captions).remove(block)
            blocks.setdefault("byline", []).append(block)
            blocks["byline"].sort(key=lambda one: (one.area.y0, one.area.x0))


def _is_under(name: Block, headline: Block) -> bool:
    return (
        headline.em >= _OVER * name.em
        and headline.down == name.down
        and 0 <= name.area.y0 - headline.area.y1 <= _BELOW * name.em
        and headline.area.overlap_x(name.area) > 0
    )


def _is_at_side(name: Block, headline: Block) -> bool:
    """Whether an upright name stands at an upright headline's side; kickers there are longer."""
    return (
        headline.em >= _FAR_LARGER * name.em
        and headline.down
        and name.down
        and 0 <= -headline.area.overlap_x(name.area) <= _BELOW * name.em
        and headline.area.overlap_y(name.area) > 0.5 * name.area.height
    )


def _is_pen_name(block: Block, body: float) -> bool:
    """Whether a line larger than the text is three characters, as no subtitle is: `经时平`."""
    return block.em >= _PEN_NAME_EM * body and bool(_THREE.fullmatch(squeeze(block.text)))


def read_pen_name(block: Block) -> Byline | None:
    """What stands in an author's place, though it reads like no name, or like a portrait's caption."""
    text = display_spacing(block.text)
    expert = _EXPERT.match(text)
    name = squeeze(expert["name"] if expert else text)
    return Byline(text, (name,), _AUTHOR) if expert or _THREE.fullmatch(name) else None


def _is_over_headline(block: Block, blocks: Mapping[Kind, list[Block]]) -> bool:
    """Whether names with no mark stand right over a headline, and under no text and no other one."""
    area, reach = block.area, _BELOW * block.em
    if len(block.lines) > 1 or block.down or not is_bare_name(block.text):
        return False
    if block.plain[0] in _RINGS:
        return False
    over = any(
        one.em >= _OVER * block.em
        and 0 <= one.area.y0 - area.y1 <= reach
        and one.area.overlap_x(area) > 0
        for one in blocks.get("display", ())
    )
    above = (*blocks.get("display", ()), *blocks.get("running", ()), *blocks.get("caption", ()))
    return over and not any(
        -0.3 * block.em <= area.y0 - one.area.y1 <= reach and one.area.overlap_x(area) > 0
        for one in above
    )


def _single(names: Iterable[str]) -> Iterator[str]:
    """Names by themselves: of `钱 宁 孙 菲`, evenly set, no blank tells where the second begins."""
    for name in names:
        halves = name[:2], name[2:]
        if len(name) == 4 and all(map(is_name, halves)) and name[0] in SURNAMES:
            yield from halves
        else:
            yield name


def is_bare_name(text: str) -> bool:
    """Whether a line is names and nothing else; `车补真金白银`, with no blank in it, is not."""
    if len(text) > _LONGEST_NAMES:
        return False
    names = split_names(text.lstrip(_RINGS))
    strung = len(names) > 1 and len(text.split()) == 1
    return (
        1 <= len(names) <= _MOST_NAMES
        and all(map(is_name, names))
        and not (strung and any(len(name) > 2 for name in names))
        and not any(len(name) > 3 and name[:2] not in DOUBLE_SURNAMES for name in names)
    )


def _read_affiliated(text: str) -> Byline | None:
    """A name behind what its bearer is: `□　民进会员　江雁`, `文学院2022级　顾南枝`.

    After a box or a ring any name: `□ 外国语学院　闻　笛`.
    """
    found = _AFFILIATED.match(folded(text))
    name = squeeze(found["name"]) if found is not None else ""
    if found is None or not (found["mark"] or is_name(name)):
        return None
    return Byline(display_spacing(text), (name,), _AUTHOR)
