"""Every line of a PDF page is traced to where it went."""

from __future__ import annotations

from jianbao.ingest.pdf.tracing import trace_pdf
from tests.ingest.pdf.drawing import Text, to_pdf
from tests.ingest.pdf.test_document import column

PAGE = (500.0, 500.0)
TEXT = "这几天，社区的食堂前总是围着人，大家一边吃饭一边说起送餐的事情，都说方便。" * 4


def test_every_line_of_a_page_is_traced() -> None:
    strokes = [Text(20, 20, "社区食堂暖人心", 24, "hei"), *column(TEXT, 20, 60, 20)]
    traced = list(trace_pdf(to_pdf([strokes], PAGE)))
    assert "".join(text for _, text, _, _ in traced).replace(" ", "") in (
        "社区食堂暖人心" + TEXT,
        TEXT + "社区食堂暖人心",
    )
    places = {text: place for _, text, place, _ in traced}
    assert places.pop("社区食堂暖人心") == "article 1, headline"
    assert set(places.values()) == {"article 1, paragraph 1"}
