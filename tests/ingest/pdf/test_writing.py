"""Level and upright text side by side: which way each runs."""

from __future__ import annotations

from jianbao.ingest.pdf import cut_pdf
from tests.ingest.pdf.drawing import Text, to_pdf


def test_the_ends_of_lines_beside_an_upright_subtitle_stay_in_their_lines() -> None:
    """Its dash is drawn turned, and the text is set wide and stands within an em of it."""
    text = "九十三岁的退休教师沈鹤年用一支毛笔抄完了整部《论语》，昨天送到了学校。" * 3
    text += "不上锁，谁都可以翻看。（记者 林建安）"
    rows = [text[at : at + 8] for at in range(0, len(text), 8)]
    strokes = [
        Text(40 + (20 if at == 0 else 0), 20 + 17 * at, row[:6] if at == 0 else row, 9.5)
        for at, row in enumerate(rows)
    ]
    strokes += [
        Text(160, 20, "九旬先生三年手抄书", 19, "hei", down=True),
        Text(144, 100, "——不上锁，谁都可以翻看", 10, "kai", down=True),
    ]
    (page,) = cut_pdf(to_pdf([strokes], (240.0, 400.0)))
    (one,) = page.articles
    assert one.subtitle == "——不上锁，谁都可以翻看"
    assert one.byline == ("林建安",)
    assert one.paragraphs[-1].endswith("谁都可以翻看。")
