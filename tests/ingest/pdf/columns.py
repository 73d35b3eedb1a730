"""Columns of running text as strokes, so many characters to the line."""

from __future__ import annotations

from tests.ingest.pdf.drawing import Text

PITCH = 1.4
"""In em, from line to line."""


def column(text: str, x: float, y: float, per_line: int, em: float = 10.0) -> list[Text]:
    """Running text, its first line indented."""
    return [
        Text(x + (2 * em if at == 0 else 0), y + PITCH * em * at, row.strip(), em)
        for at, row in enumerate(_rows("\u3000\u3000" + text, per_line))
    ]


def column_with_initial(
    text: str, x: float, y: float, per_line: int, em: float = 10.0
) -> list[Text]:
    """Running text, its first character two lines high."""
    beside = per_line - 3
    rows = [
        *_rows(text[1 : 1 + 2 * beside], beside),
        *_rows(text[1 + 2 * beside :], per_line),
    ]
    return [
        Text(x, y, text[0], 2.3 * em, "hei"),
        *(
            Text(x + (3 * em if at < 2 else 0), y + PITCH * em * at, row, em)
            for at, row in enumerate(rows)
        ),
    ]


def _rows(text: str, per_line: int) -> list[str]:
    return [text[at : at + per_line] for at in range(0, len(text), per_line)]
