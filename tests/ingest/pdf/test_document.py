"""What cannot be read safely is refused, with the reason and the way out."""

from __future__ import annotations

import pytest

from jianbao.errors import RefusedPage
from jianbao.ingest.pdf import cut_pdf, raw_text
from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Text, to_pdf
from tests.ingest.pdf.files import resized, turned

PAGE = (400.0, 300.0)
SENTENCE = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情。"


def refusal(data: bytes) -> RefusedPage:
    with pytest.raises(RefusedPage) as caught:
        cut_pdf(data)
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("data", [b"", b"not a pdf", b"\x00" * 2000, "协商民主".encode()])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert "not a PDF" in refusal(data).reason


def test_a_file_cut_short_is_refused() -> None:
    whole = to_pdf([column(SENTENCE * 4, 20, 20, 20)], PAGE)
    assert "damaged" in refusal(whole[:300]).reason


def test_an_encrypted_file_is_refused() -> None:
    whole = to_pdf([column(SENTENCE * 4, 20, 20, 20)], PAGE)
    lock = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
        b"/ID[<00><00>]"
    )
    locked = whole.replace(b"trailer<<", b"trailer<<" + lock)
    assert "encrypted" in refusal(locked).reason


def test_a_page_without_text_is_refused() -> None:
    assert "no text" in refusal(to_pdf([[Bar(20, 20, 300, 200)]], PAGE)).reason


def test_text_through_a_wrong_map_is_refused() -> None:
    wrong = "".join(chr(ord(one) + 700) if one >= "\u4e00" else one for one in SENTENCE * 4)
    assert "garbage" in refusal(to_pdf([column(wrong, 20, 20, 20)], PAGE)).reason


def test_every_page_of_a_file_is_cut() -> None:
    data = to_pdf([column(SENTENCE * 4, 20, 20, 20), column(SENTENCE * 5, 20, 20, 20)], PAGE)
    first, second = cut_pdf(data)
    assert "".join(first.articles[0].paragraphs) == SENTENCE * 4
    assert "".join(second.articles[0].paragraphs) == SENTENCE * 5


def test_raw_text_has_what_is_drawn_and_no_white_space() -> None:
    strokes = [Text(20, 20, "一次 掌声", 20), *column(SENTENCE * 4, 20, 60, 20)]
    assert sorted(raw_text(to_pdf([strokes], PAGE))) == sorted("一次掌声" + SENTENCE * 4)


@pytest.mark.parametrize("by", [0.4, 0.5, 2.5])
def test_a_page_reduced_or_enlarged_is_cut_as_it_was(by: float) -> None:
    strokes = [
        Text(20, 10, "2024年5月20日 第2版", 9),
        Bar(20, 22, 360, 0.3),
        Text(20, 30, "食堂暖人心", 24, "hei", down=True),
        *column(SENTENCE * 3, 60, 30, 12),
        Bar(200, 30, 40, 14, "#15a"),
        Text(204, 32, "微言", 10, "hei", white=True),
        Text(200, 50, "渡槽换新颜", 18, "hei"),
        *column(SENTENCE * 3, 200, 76, 16),
        Bar(190, 30, 0.3, 220),
    ]
    data = to_pdf([strokes], PAGE)
    (page,), (other,) = cut_pdf(data), cut_pdf(resized(data, by))
    assert len(page.articles) == 2
    assert other == page


def test_digits_on_a_turned_page_are_as_wide_as_they_were() -> None:
    text = "今年前9个月，全市1260个屋场办成3400余件小事，拨款1520.5万元。" * 4
    data = to_pdf([[Text(20, 20, "十五件提案敲定", 20, "hei"), *column(text, 20, 60, 20)]], PAGE)
    assert cut_pdf(turned(data, 90)) == cut_pdf(data)
