"""Measures the tagger against labels made by hand, and its speed.

    python bench/tagging.py LABELS.jsonl [ARTICLES.jsonl …] [--home PROVINCE] [--show]

A label is a line {id, regions: [paths], themes: [names]}, with title and paragraphs in it or in
the line of the same id in one of the ARTICLES. Without ARTICLES and paragraphs there is nothing
to tag. `--show` prints what differs.

Strict F1 per level: of the sets of provinces, districts (of the paths that reach one) and whole
paths of each article, all articles together. `or above` also accepts a predicted path that is a
true one's ancestor. Of the themes' F1 the range is given, too, in which it lies in 95 of 100 draws of
as many articles from these (bootstrap).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jianbao.tagging import Gazetteer, Tagger, load_themes

if TYPE_CHECKING:
    from collections.abc import Iterable

TAXONOMY = Path(__file__).resolve().parent.parent / "taxonomy"


@dataclass
class Score:
    """Counts of one measure."""

    right: int = 0
    given: int = 0
    true: int = 0

    def add(self, given: set[str], true: set[str]) -> None:
        """Count one article's."""
        self.right += len(given & true)
        self.given += len(given)
        self.true += len(true)

    def row(self, name: str) -> str:
        """Return a line of the table."""
        precision = self.right / self.given if self.given else 1.0
        recall = self.right / self.true if self.true else 1.0
        f1 = 2 * self.right / (self.given + self.true) if self.given + self.true else 1.0
        return f"{name:<22}{precision:>10.3f}{recall:>10.3f}{f1:>10.3f}{self.true:>8}"


def main() -> None:
    options = arguments()
    gazetteer = Gazetteer.load(options.home, TAXONOMY / "regions.toml")
    tagger = Tagger(gazetteer, load_themes(TAXONOMY / "themes.toml"))
    articles = {line["id"]: line for path in options.articles for line in lines(path)}
    labels = [{**articles.get(line["id"], {}), **line} for line in lines(options.labels)]
    labels = [label for label in labels if label.get("paragraphs")]
    if not labels:
        sys.exit("no label has paragraphs: give the articles' file, too")
    start = time.perf_counter()
    found = [tagger.tag(label.get("title"), label["paragraphs"]) for label in labels]
    cold = time.perf_counter() - start
    start = time.perf_counter()
    for label in labels:
        tagger.tag(label.get("title"), label["paragraphs"])
    warm = time.perf_counter() - start
    scores = {name: Score() for name in ("province", "district", "deepest", "or above", "themes")}
    placeless = spared = exact = 0
    for label, tags in zip(labels, found, strict=True):
        true, given = set(label.get("regions", ())), set(tags.regions)
        for level in ("province", "district"):
            scores[level].add(at(gazetteer, given, level), at(gazetteer, true, level))
        scores["deepest"].add(given, true)
        above = {"/".join(path.split("/")[:n]) for path in true for n in range(1, 6)}
        scores["or above"].add(given, true | given & above)
        scores["themes"].add(set(tags.themes), set(label.get("themes", ())))
        placeless += not true
        spared += not true and not given
        exact += true == given
        if options.show and (true != given or set(tags.themes) != set(label.get("themes", ()))):
            show(label, given, set(tags.themes))
    print(f"{'':<22}{'precision':>10}{'recall':>10}{'F1':>10}{'true':>8}")
    for name, score in scores.items():
        print(score.row(name))
    low, high = themes_range(labels, [set(tags.themes) for tags in found])
    print(f"themes, F1 of 95 in 100 draws: {low:.3f} to {high:.3f}")
    print(
        f"placeless left without {spared}/{placeless}; regions exactly right {exact}/{len(labels)}"
    )
    print(f"articles a second: {len(labels) / cold:.0f} at first, {len(labels) / warm:.0f} warm")


def themes_range(labels: list[dict[str, Any]], found: list[set[str]]) -> tuple[float, float]:
    """Return between which values the themes' F1 lies in 95 of 100 draws of the articles."""
    counts = [
        (len(given & true), len(given) + len(true))
        for given, true in zip(
            found, (set(label.get("themes", ())) for label in labels), strict=True
        )
    ]
    draw = random.Random(0)
    values = sorted(
        2 * sum(right for right, _ in drawn) / max(sum(both for _, both in drawn), 1)
        for drawn in (draw.choices(counts, k=len(counts)) for _ in range(1000))
    )
    return values[25], values[974]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("labels", type=Path)
    parser.add_argument("articles", type=Path, nargs="*")
    parser.add_argument("--home", action="append", default=[], help="a home province")
    parser.add_argument("--show", action="store_true", help="print what differs")
    return parser.parse_args()


def lines(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def at(gazetteer: Gazetteer, paths: set[str], level: str) -> set[str]:
    """Return the regions of one level that the paths lead through."""
    return {
        step
        for path in paths
        if path.split("/")[0] in gazetteer.places
        for step, its_level in gazetteer.steps(path)
        if its_level == level
    }


def show(label: dict[str, Any], regions: set[str], themes: set[str]) -> None:
    print(label["id"], label.get("title"))
    true_regions, true_themes = set(label.get("regions", ())), set(label.get("themes", ()))
    for mark, wrong in (
        ("  too many:", (regions - true_regions) | (themes - true_themes)),
        ("  missing: ", (true_regions - regions) | (true_themes - themes)),
    ):
        if wrong:
            print(mark, *sorted(wrong))


if __name__ == "__main__":
    main()
