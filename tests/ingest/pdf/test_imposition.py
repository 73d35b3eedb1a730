"""Sheets with more than a page on them: printers' notes beside it, two pages side by side."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from jianbao.ingest.pdf import cut_pdf
from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Operators, Stroke, Text, to_pdf
from tests.ingest.pdf.files import printed_on, turned

CANTEEN = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 6
CANAL = "今年以来，渡槽的水闸全部换新，放水员不用再走夜路，灌区的用水也有了保证。" * 6


def half(x: float, number: str, title: str, text: str) -> list[Stroke]:
    return [
        Text(x + 20, 10, f"2024年5月20日 星期一 第{number}版", 9),
        Text(x + 40, 40, title, 24, "hei"),
        *column(text, x + 20, 80, 24),
    ]


SPREAD = [*half(0, "2", "社区食堂暖人心", CANTEEN), *half(300, "3", "渡槽水闸换新颜", CANAL)]


@pytest.mark.parametrize("box", ["trim", "crop"])
def test_what_is_printed_beside_a_page_is_none_of_it(box: str) -> None:
    strokes = [
        *half(0, "2", "社区食堂暖人心", CANTEEN),
        Text(100, -30, "三版 终校", 8),
        Text(-60, 200, "青品红", 8),
        Bar(-40, 100, 20, 0.3),
    ]
    (page,) = cut_pdf(printed_on(to_pdf([strokes], (300, 400)), 80, box=box))
    assert [(one.title, one.paragraphs) for one in page.articles] == [
        ("社区食堂暖人心", (CANTEEN,))
    ]
    assert [one.kind for one in page.furniture] == ["masthead"]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_two_pages_on_a_sheet_are_two(degrees: int) -> None:
    data = to_pdf([SPREAD], (600, 400))
    left, right = cut_pdf(turned(data, degrees) if degrees else data)
    assert (left.info.page_no, right.info.page_no) == ("02", "03")
    assert [one.title for one in left.articles] == ["社区食堂暖人心"]
    assert [one.title for one in right.articles] == ["渡槽水闸换新颜"]


def test_an_article_across_the_fold_keeps_its_sheet_whole() -> None:
    strokes = [*SPREAD, Text(200, 320, "两地携手共护一条河流", 20, "hei")]
    assert len(cut_pdf(to_pdf([strokes], (600, 400)))) == 1


def test_a_broad_page_with_one_masthead_is_one() -> None:
    strokes = [one for one in SPREAD if not (isinstance(one, Text) and "第3版" in one.text)]
    assert len(cut_pdf(to_pdf([strokes], (600, 400)))) == 1


@pytest.mark.parametrize("degrees", [0, 90])
def test_a_photograph_is_cut_out_of_its_own_half(degrees: int) -> None:
    photo = Operators("q 150 0 0 100 330 20 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x20\nEI Q")
    data = to_pdf([[*SPREAD, photo]], (600, 400))
    _, right = cut_pdf(turned(data, degrees) if degrees else data)
    ((one,),) = [article.photos for article in right.articles]
    darkest, lightest = Image.open(io.BytesIO(one.data)).convert("L").getextrema()
    assert (darkest, lightest) == (32, 32)
