"""What cannot be read safely is refused, with the reason and the way out."""

from __future__ import annotations

import pytest

from jianbao.errors import RefusedPage
from jianbao.ingest.pdf import cut_pdf, raw_text
from tests.ingest.pdf.columns import column
from tests.ingest.pdf.drawing import Bar, Text, to_pdf

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
