"""How wide the column is that a block was set in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from jianbao.ingest.blocks import Block, Line
from jianbao.ingest.boundaries import RAGGED, RAGGED_SLACK, Columns, border_clues, count_columns
from jianbao.ingest.columns import columns_of, raggedness
from jianbao.ingest.reading import read_blocks
from jianbao.ingest.typing import read_typed_blocks
from tests.ingest.test_cut import ARTICLES
from tests.ingest.typesetter import break_lines

SAMPLE = Path(__file__).parents[2] / "pages/2023-02-20/03.txt"


def block(lines: list[str]) -> Block:
    return Block(tuple(Line(number, text) for number, text in enumerate(lines, 1)), "body", "")


def widths(*blocks: list[str]) -> list[float]:
    return [column.width for column in columns_of([block(lines) for lines in blocks])]


@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("column", [12, 13, 15, 18, 20, 22])
def test_most_paragraphs_show_the_width_they_were_set_in(column: int, indent: int) -> None:
    texts = [text for article in ARTICLES for text in article["paragraphs"] if len(text) > 100]
    found = widths(*(break_lines(text, column, indent) for text in texts))
    assert sum(width == column for width in found) > 0.95 * len(found)


def test_lines_that_end_in_a_stop_are_as_much_narrower() -> None:
    lines = [
        "为不断推进城市党建引领社区，",
        "治理现代化工作的安排部署与",
        "落实各项任务分工的要求，与",
    ]
    assert widths(lines) == [13.0]


def test_a_line_that_would_not_go_into_a_column_counts_against_it() -> None:
    early = [
        "法落实落细为民办实事解民忧",
        "二十件为民解难办成的事情与",
        "继续前行解民忧与民困上路了",
    ]
    assert widths(early) == [13.0]
    assert widths(["主协商为基础多方探索方式方法", *early]) == [13.5]


def test_a_line_is_broken_before_a_number_as_a_whole() -> None:
    lines = ["锦苑社区解决大小问题", "200多件，难点堵点问题八", "十余件，居民交口称赞说好"]
    assert widths(lines) == [12.0]


NARROW = ["在推进社区治理的过程中", "200家单位参与其中得到了", "1000余名居民的好评"]
"""Lines that a column of 11.5 em allows as well as one of 12."""


def test_what_a_block_leaves_open_the_page_decides() -> None:
    wide = ["党建引领社区治理同心共筑", "美丽家园协商议事促进和谐", "用心用情助力青年稳岗就业"]
    assert widths(NARROW) == [11.5]
    assert widths(NARROW, wide, wide) == [12.0] * 3


def test_the_page_does_not_outvote_a_line_of_the_block() -> None:
    narrow = ["党建引领社区治理同心共", "筑美丽家园协商议事促进", "和谐用心用情助力青年就"]
    wide = ["党建引领社区治理同心共筑", "美丽家园协商议事促进和谐", "用心用情助力青年稳岗就业"]
    assert widths(narrow, wide, wide, wide) == [11.0, 12.0, 12.0, 12.0]


def test_lines_that_waver_are_told_from_lines_that_break_where_they_must() -> None:
    """The sample page's columns are justified by hand; set by rule, no line breaks elsewhere."""
    wavering = read_typed_blocks(SAMPLE.read_text(encoding="utf-8"))
    assert raggedness(wavering, columns_of(wavering)) > RAGGED
    text = "为不断推进城市社区治理现代化的有关工作，各地今年以来作出了许多新的部署安排。" * 4
    exact = read_typed_blocks("\n".join(break_lines(text, 18, 2)))
    assert raggedness(exact, columns_of(exact)) < 0.1


@pytest.mark.parametrize(("wavers", "clue"), [(True, "same column"), (False, "other column")])
def test_widths_that_are_known_but_roughly_differ_only_by_much(wavers: bool, clue: str) -> None:
    """Two paragraphs of 16 and 18 em stand one below the other, on such a page and on another."""
    text = "为不断推进城市社区治理现代化的有关工作，各地今年以来作出了许多新的部署安排。" * 2
    raw = "\n\n".join("\n".join(break_lines(text, em, 2)) for em in (16, 18))
    reading = read_blocks(read_typed_blocks(raw))
    paragraphs = reading.layouts[0].paragraphs
    columns = count_columns(reading.blocks, paragraphs)
    if wavers:
        columns = columns._replace(slack=RAGGED_SLACK)
    clues = border_clues(reading.blocks, paragraphs, reading.alike, columns, 0, 1)
    assert clues is not None
    assert clue in clues
    assert columns.share(16.0) == (1.0 if wavers else 0.5)


def test_a_paragraph_of_unknown_column_is_as_rare_as_one_alone() -> None:
    """Two em off the others, below lines that waver: its own width is not among those counted."""
    assert Columns(Counter({16: 4}), RAGGED_SLACK).share(18.6) == 0.25


def test_two_lines_of_which_one_ends_in_a_stop_that_hangs_take_their_neighbours_column() -> None:
    tall = break_lines(
        "为不断推进城市社区治理现代化的有关工作，作出了许多新的部署安排。" * 2, 18, 0
    )
    short = ["产党中央政治局委员、中央书记处书记、", "中央检查委员会主任陈锦绣率领的代表团。"]
    assert columns_of([block(short), block(tall)])[0] == (18.0, True)


def lone(text: str) -> str:
    return "\n\n".join(break_lines(text, 16, 2))


@pytest.mark.parametrize(
    ("first", "second", "clue"),
    [
        (True, True, "both in lone lines"),
        (True, False, "set otherwise"),
        (False, True, "set otherwise"),
        (False, False, None),
    ],
)
def test_the_extraction_sets_the_paragraphs_of_an_article_alike(
    first: bool, second: bool, clue: str | None
) -> None:
    text = "为不断推进城市社区治理现代化的有关工作，各地今年以来作出了许多新的部署安排。" * 3
    raw = "\n\n".join(lone(text) if one else block_of(text) for one in (first, second))
    reading = read_blocks(read_typed_blocks(raw))
    paragraphs = reading.layouts[0].paragraphs
    columns = count_columns(reading.blocks, paragraphs)
    clues = border_clues(reading.blocks, paragraphs, reading.alike, columns, 0, 1) or {}
    assert clues.keys() & {"both in lone lines", "set otherwise"} == ({clue} if clue else set())


def block_of(text: str) -> str:
    return "\n".join(break_lines(text, 16, 2))
