"""Every line of a raw page is traced to the field that it went into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.explain import explain

if TYPE_CHECKING:
    from jianbao.config import Archive


def test_every_line_of_the_sample_page_is_traced(sample: Archive) -> None:
    text = (sample.pages / "2023-02-20/03.txt").read_text("utf-8")
    traces = explain(text)
    lines = text.split("\n")
    assert [trace.number for trace in traces] == [
        n for n, each in enumerate(lines, 1) if each.strip()
    ]
    assert all(trace.places and trace.rule for trace in traces)
    by_text = {trace.text.strip(): trace for trace in traces}
    assert by_text["■ 他山之石"].places == ("column-label",)
    assert by_text["本报讯（记者 张玉香）“小区"].places == (
        "article 3, byline",
        "article 3, paragraph 1",
    )
    assert by_text["用心用情助力青年稳岗就业"].places == ("article 5, title",)
    assert by_text["化、规范化。（据《人民政协报》）"].places == (
        "article 5, paragraph 4",
        "article 5, source",
    )
