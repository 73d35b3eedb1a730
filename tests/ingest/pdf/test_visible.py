"""What is drawn and what is seen: no ink, windows, upright forms."""

from __future__ import annotations

from jianbao.ingest.pdf.characters import settle
from jianbao.ingest.pdf.document import PdfPage, read_pages
from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Operators, Stroke, Text, to_pdf
from tests.ingest.pdf.drawn import cut_drawn

PAGE = (300.0, 300.0)
CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 3
OLD = "这是隐去的旧稿，不该读出来。"
ARTICLE: list[Stroke] = [Text(40, 20, "社区食堂暖人心", 24, "hei"), *column(CANTEEN, 20, 60, 20)]


def texts(strokes: list[Stroke]) -> list[str]:
    page = cut_drawn(strokes, PAGE)
    return [*("".join(one.paragraphs) for one in page.articles), *(f.text for f in page.furniture)]


def test_text_without_ink_beside_other_text_is_none() -> None:
    assert texts([*ARTICLE, Operators("3 Tr"), Text(20, 200, OLD, 10)]) == [CANTEEN]


def test_text_without_ink_is_all_the_text_of_a_scan() -> None:
    assert texts([Operators("3 Tr"), *ARTICLE]) == [CANTEEN]


def test_what_is_clipped_off_is_not_there() -> None:
    window = Operators("q 20 100 200 20 re W n")
    seen = Text(20, 185, "看得见的一行字", 10)
    assert texts([*ARTICLE, window, seen, Text(20, 240, OLD, 10), Operators("Q")]) == [
        CANTEEN,
        seen.text,
    ]


def test_a_clipped_ground_is_as_large_as_its_window() -> None:
    strokes: list[Stroke] = [
        Operators("q 20 50 100 80 re W n 0.5 g 0 0 300 140 re f Q"),
        *ARTICLE,
    ]
    ((page, _),) = read_pages(to_pdf([strokes], PAGE))
    assert isinstance(page, PdfPage)
    (box,) = page.shapes.boxes
    assert (box.area.x0, box.area.y0, box.area.x1, box.area.y1) == (20, 170, 120, 250)


def test_upright_forms_stand_for_the_signs_they_are() -> None:
    assert (
        "".join(settle(ord(one)) for one in "︵一︶﹁社﹂︽饭︾︐凉⼿")
        == "（一）「社」《饭》，凉手"
    )
