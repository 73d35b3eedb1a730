"""What speaks for an article and for its headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.reading import read_blocks
from jianbao.ingest.typing import read_typed_blocks
from jianbao.ingest.weighing import length_clues, shape_clues, weigh

if TYPE_CHECKING:
    from jianbao.ingest.layout import Layout

PARAGRAPH = "今天，农业农村部发布消息，全国春播粮食过四成。"


def layout_of(*blocks: str) -> Layout:
    return read_blocks(read_typed_blocks("\n\n".join(blocks))).layouts[0]


def test_a_few_words_are_hardly_an_article() -> None:
    layout = layout_of(PARAGRAPH, PARAGRAPH * 6)
    assert 0.7 < length_clues(layout, [0])["hardly any text"] < 0.8
    assert "hardly any text" not in length_clues(layout, [0, 1])


def test_a_short_line_with_a_gap_is_rather_a_subhead() -> None:
    layout = layout_of("抓外贸 强民营企业", "抓外贸强民营企业", PARAGRAPH * 6)
    with_gap, without = (weigh(shape_clues(layout, at)) for at in (0, 1))
    assert with_gap < without < 0


def test_a_place_in_a_headline_does_not_make_it_running_text() -> None:
    """As many headlines as sentences have 在: `李强在天津调研`."""
    layout = layout_of("李强在天津调研", "春耕的准备还没有做好了", PARAGRAPH * 6)
    assert "particles" not in shape_clues(layout, 0)
    assert shape_clues(layout, 1)["particles"] == 3.0


def test_a_line_right_below_a_series_title_is_rather_a_headline() -> None:
    layout = layout_of("一线调研", "小商店触网记", PARAGRAPH * 6, "小商店触网记二")
    assert "below a series title" in shape_clues(layout, 1)
    assert "below a series title" not in shape_clues(layout, 2)
