"""The sheet: its style, and its rows of cells under a masthead."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.ingest.pdf.sheets.articles import make_story, make_upright_row
from tests.ingest.pdf.sheets.desk import MARGIN, Desk, Sheet
from tests.ingest.pdf.sheets.furniture import make_advertisement, make_masthead, make_teasers
from tests.ingest.pdf.sheets.stories import Text, stock_texts

if TYPE_CHECKING:
    from collections.abc import Callable


def make_sheet(
    seed: int, texts: Callable[[random.Random], list[Text]] | None = None, *, hard: bool = False
) -> Sheet:
    """One page a seed; `hard`: set so close and so plain that not even a reader is always sure."""
    chance = random.Random(seed)
    return _make(Desk(chance, (texts or stock_texts)(chance), hard=hard))


def _make(desk: Desk) -> Sheet:
    chance = desk.chance
    parts = [make_masthead(desk)]
    rows = chance.randint(3, 5)
    odd = chance.randrange(rows)
    for at in range(rows):
        if len(desk.texts) < 6:
            break
        if at == odd and chance.random() < 0.7:
            parts.append(chance.choice((make_teasers, make_advertisement, make_upright_row))(desk))
        elif at == 0 and chance.random() < 0.6:
            parts.append(_row(desk, [desk.columns]))
        else:
            parts.append(_row(desk, _shares(desk)))
    return Sheet(
        f"<!doctype html><meta charset=utf-8><style>{_style(desk)}</style>"
        f"<main>{''.join(parts)}</main>",
        desk.width,
        {"page": desk.page, "furniture": desk.furniture, "articles": desk.articles},
    )


def _style(desk: Desk) -> str:
    chance, em = desk.chance, desk.em
    rule = chance.choice(("none", "none", "0.3pt solid #000", "0.3pt solid #999"))
    between = chance.choice(("none", "0.28pt solid #000", "0.8pt solid #000", "2pt double #000"))
    gap = chance.uniform(0.8, 1.2) if desk.hard else chance.uniform(1.4, 2.6)
    if desk.hard and chance.random() < 0.7:
        rule = between = "none"
    latin = chance.choice(("", "'Liberation Serif',", "'Liberation Sans',"))
    return (
        "@page{margin:0}*{margin:0;padding:0;box-sizing:border-box}"
        f"body{{width:{desk.width}pt;font:{em}pt/{chance.choice((1.3, 1.4, 1.5, 1.6))} {latin}"
        "'Noto Serif CJK SC'}"
        f"main{{padding:14pt {MARGIN}pt}}"
        f".row{{display:flex;gap:{desk.gutter}em;margin-top:{gap}em}}"
        f".row+.row{{border-top:{between};padding-top:{gap if between != 'none' else 0}em}}"
        f".cell{{min-width:0}}.cell>article+article{{margin-top:{gap}em}}"
        f".text{{column-gap:{desk.gutter}em;column-rule:{rule};text-align:justify}}"
        ".text p{text-indent:2em;orphans:1;widows:1}"
        ".head{text-align:center;margin-bottom:.5em;line-height:1.2}"
        f".head b{{display:block;font-family:{desk.head_face}}}"
        ".head .wide{display:flex;justify-content:center;white-space:pre}"
        ".head i,.head u,.cap,.credit{font-style:normal;text-decoration:none;display:block;"
        "font-family:'Noto Sans CJK SC'}"
        ".sub{font-family:'Noto Sans CJK SC';text-align:center;text-indent:0!important;"
        "break-after:avoid;line-height:1.3;margin:.4em 0}"
        ".cap{font-size:.88em;line-height:1.35;text-indent:0;text-align:left;margin-top:2pt}"
        ".pic{background:#bbb;display:block}figure{break-inside:avoid;margin-bottom:.6em}"
        ".box{border:.5pt solid #000;padding:.8em}.tint{background:#e4e4e4;padding:.8em}"
        ".down{writing-mode:vertical-rl}.side{display:flex;gap:1.2em}"
        ".credit{text-align:right;font-family:inherit;text-indent:0}"
        ".initial::first-letter{initial-letter:2;font-family:'Noto Sans CJK SC'}"
        ".lead{font-family:'Noto Sans CJK SC'}"
    )


def _shares(desk: Desk) -> list[int]:
    cut = desk.chance.randint(1, desk.columns - 1)
    shares = [cut, desk.columns - cut]
    if max(shares) >= 3 and desk.chance.random() < 0.35:
        largest = shares.pop(shares.index(max(shares)))
        at = desk.chance.randint(1, largest - 1)
        shares += [at, largest - at]
    desk.chance.shuffle(shares)
    return shares


def _row(desk: Desk, shares: list[int]) -> str:
    cells = []
    longest = max(shares)
    for share in shares:
        grow = f"flex:{share} 1 {(share - 1) * desk.gutter}em"
        stacked = share <= 2 and longest > share and desk.chance.random() < 0.5
        inner = "".join(make_story(desk, share) for _ in range(2 if stacked else 1))
        cells.append(f'<div class="cell" style="{grow}">{inner}</div>')
    return f'<div class="row">{"".join(cells)}</div>'
