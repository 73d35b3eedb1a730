"""How well and how fast pages are cut: `python bench/ingest.py FOLDER…`.

A folder holds pages and what they must become: x.txt or x.pdf, and x.gold.json in the form of
`jianbao ingest --json`. Prints one table a kind of page, and the seconds a page took. What the
first page opens besides (imports, word lists, fonts) is paid once and told apart, as "first page".
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.scoring import Tally
from jianbao.errors import RefusedPage
from jianbao.ingest import cut, page_json
from jianbao.ingest.raw import read_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    tables: dict[str, dict[str, float | None]] = {}
    for folder in arguments.folders:
        for kind, pages in _pages_by_kind(folder).items():
            tables[f"{folder.name}, {kind}"] = _measure(kind, pages)
    if not tables:
        print("no pages with gold found", file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps(tables, ensure_ascii=False, indent=1))
    else:
        _print(tables)
    return 0


def _pages_by_kind(folder: Path) -> dict[str, list[Path]]:
    kinds: dict[str, list[Path]] = {}
    for gold in sorted(folder.glob("*.gold.json")):
        for suffix in (".txt", ".pdf"):
            page = gold.with_name(gold.name.replace(".gold.json", suffix))
            if page.exists():
                kinds.setdefault(suffix[1:], []).append(page)
    return kinds


def _measure(kind: str, pages: list[Path]) -> dict[str, float | None]:
    cutter = _cutter(kind)
    tally, seconds = Tally(), []
    first, _ = _timed(cutter, pages[0])
    for page, gold in _with_gold(pages):
        took, predicted = _timed(cutter, page)
        seconds.append(took)
        raw = _text(page) if kind == "txt" else _drawn(page)
        tally.add(predicted, gold, raw)
    return {
        "pages": float(len(pages)),
        **tally.figures(),
        "seconds a page": sum(seconds) / len(seconds),
        "slowest page": max(seconds),
        "first page": first,
    }


def _timed(cutter: Callable[[Path], dict[str, Any]], page: Path) -> tuple[float, dict[str, Any]]:
    start = time.perf_counter()
    predicted = cutter(page)
    return time.perf_counter() - start, predicted


def _with_gold(pages: list[Path]) -> Iterator[tuple[Path, dict[str, Any]]]:
    for page in pages:
        gold = page.with_name(page.stem + ".gold.json")
        yield page, json.loads(gold.read_text(encoding="utf-8"))


def _cutter(kind: str) -> Callable[[Path], dict[str, Any]]:
    if kind == "pdf":
        from jianbao.ingest.pdf import cut_pdf

        return lambda page: _or_refusal(lambda: page_json(cut_pdf(page.read_bytes())[0]))
    return lambda page: _or_refusal(lambda: page_json(cut(_text(page))))


def _text(page: Path) -> str:
    """Every character of a text page, as it is cut."""
    return "".join(part.text for part in read_parts(page.read_bytes())[0])


def _drawn(page: Path) -> str | None:
    """Every character of a PDF page; None where it cannot be read."""
    from jianbao.ingest.pdf import raw_text

    try:
        return raw_text(page.read_bytes())
    except RefusedPage:
        return None


def _or_refusal(read: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return read()
    except RefusedPage as refusal:
        return {"refused": str(refusal), "page": {}, "furniture": [], "articles": []}


def _print(tables: dict[str, dict[str, float | None]]) -> None:
    names = list(next(iter(tables.values())))
    wide = max(len(name) for name in names)
    print(" " * wide, *(f"{title:>16}" for title in tables))
    for name in names:
        cells = (table.get(name) for table in tables.values())
        print(f"{name:<{wide}}", *(f"{'–' if c is None else f'{c:.4f}':>16}" for c in cells))


if __name__ == "__main__":
    sys.exit(main())
