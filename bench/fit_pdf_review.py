"""Fit the weights of jianbao/ingest/pdf/review.py: `python bench/fit_pdf_review.py ARTICLES.jsonl[.xz]`.

Lets Chromium make up pages of ready articles, sets others as bare operators, cuts them all, and
fits as bench/fit_review.py does. `--keep FILE` keeps the clues, or takes them if it is there.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Pages = Iterable[tuple[str, bytes, dict[str, Any]]]

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.fit_review import Row, cross_validated, fit, show
from bench.pages import read_articles
from bench.scoring import is_right
from jianbao.ingest.jsonform import page_json
from jianbao.ingest.pdf import assembly, clues, cut_pdf, review
from tests.ingest.pdf.drawing import shuffled, to_pdf
from tests.ingest.pdf.layouts import SIZE, make_page
from tests.ingest.pdf.sheets import Text, make_sheet
from tests.ingest.pdf.stock import matters

FIRST_SEED = 40_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pages", type=int, default=120, help="of each kind")
    parser.add_argument("--first", type=int, default=FIRST_SEED)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--check", action="store_true", help="measure the weights as they are")
    arguments = parser.parse_args()
    if arguments.keep and arguments.keep.exists():
        kept = json.loads(arguments.keep.read_text(encoding="utf-8"))
        kinds = {name: [Row(*row) for row in rows] for name, rows in kept.items()}
    else:
        seeds = range(arguments.first, arguments.first + arguments.pages)
        articles = read_articles(arguments.articles)
        kinds = {
            "plain sheets": list(_rows(_sheets(articles, seeds, hard=False))),
            "hard sheets": list(_rows(_sheets(articles, seeds, hard=True))),
            "bare pages": list(_rows(_bare(seeds[::3]))),
        }
        if arguments.keep:
            arguments.keep.write_text(json.dumps(kinds, ensure_ascii=False), encoding="utf-8")
    found = [row for rows in kinds.values() for row in rows]
    names = list(review.WEIGHTS)
    if not arguments.check:
        for name, weight in zip(names, fit(found, names), strict=True):
            print(f"{weight:8.2f}  {name}")
        sure = cross_validated(found, names, 10)
    else:
        import numpy

        told = [{name: row.clues[name] for name in row.clues if name != "always"} for row in found]
        sure = numpy.array([review.judge(one)[1] for one in told])
    start = 0
    for name, rows in kinds.items():
        show(name, rows, sure[start : start + len(rows)])
        start += len(rows)
    show("all", found, sure)
    return 0


def _rows(pages: Pages) -> Iterator[Row]:
    seen: list[dict[str, float]] = []
    original = clues.find_clues

    def listen(*positional: Any, **named: Any) -> dict[str, float]:
        told = original(*positional, **named)
        seen.append({"always": 1.0, **told})
        return told

    assembly.__dict__["find_clues"] = listen
    try:
        for name, data, gold in pages:
            seen.clear()
            page = page_json(cut_pdf(data)[0])
            bodied = [c for c, one in zip(seen, page["articles"], strict=True) if one["paragraphs"]]
            for seen_of, right in zip(bodied, is_right(page, gold), strict=True):
                yield Row(name, seen_of, not right, 1.0)
    finally:
        assembly.__dict__["find_clues"] = original


def _sheets(articles: list[dict[str, Any]], seeds: range, *, hard: bool) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import find

    def texts(chance: random.Random) -> list[Text]:
        """Of a few days, or any: neighbours are often about the same thing."""
        start = chance.randrange(len(articles) - 60)
        pool = articles[start : start + 60] if chance.random() < 0.5 else articles
        stock = matters(chance)
        return [
            Text(one["title"], one["paragraphs"], stock[at % len(stock)])
            for at, one in enumerate(chance.sample(pool, 24))
        ]

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find()), args=["--no-sandbox"])
        tab = browser.new_page()
        for seed in seeds:
            sheet = make_sheet(seed, texts, hard=hard)
            yield f"{'hard' if hard else 'plain'}-{seed}", sheet.print(tab), sheet.gold
        browser.close()


def _bare(seeds: range) -> Iterator[Any]:
    for seed in seeds:
        try:
            page = make_page(seed, named=True)
        except AssertionError:  # a region too small for its text
            continue
        strokes = shuffled(page.strokes, random.Random(seed))
        yield f"bare-{seed}", to_pdf([strokes], SIZE, apart=seed % 2 == 0), page.gold


if __name__ == "__main__":
    raise SystemExit(main())
