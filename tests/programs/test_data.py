"""frictionless reads the data of a built site, and of one that an issue came in to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from frictionless import Package

from jianbao.markdown import to_blocks
from tests.programs.printed import ADDRESS, ARTICLES, DRAFT, NEXT, href, make_site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from jianbao.article import Article

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # It leaves files open.


@dataclass(frozen=True)
class Row:
    """What is compared of a row."""

    id: str
    url: str
    date: date
    title: str
    byline: tuple[str, ...]
    text: str


def rows_of(articles: Sequence[Article]) -> list[Row]:
    return [
        Row(
            *(each.id, ADDRESS + href(each), each.date, each.title, each.byline),
            "\n".join(to_blocks(each.body)),
        )
        for each in articles
    ]


def read(site: Path) -> dict[str, list[Row]]:
    """The rows of every file, by its name, once nothing was found to be wrong with any."""
    package = Package(str(site / "data/datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    found = {
        str(resource.path): [
            Row(
                each["id"],
                each["url"],
                each["date"],
                each["title"] or "",
                tuple(each["byline"] or ()),
                each["text"],
            )
            for each in resource.read_rows()
        ]
        for resource in package.resources
    }
    assert [task.stats["rows"] for task in report.tasks] == [*map(len, found.values())]
    return found


def sizes(site: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in (site / "data").glob("*.gz")}


def test_a_row_for_every_article(printed_site: Path) -> None:
    assert read(printed_site) == {
        "2023.jsonl.gz": rows_of(ARTICLES),
        "2023.csv.gz": rows_of(ARTICLES),
    }


def test_a_row_more_for_an_article_that_came_in(tmp_path: Path) -> None:
    *before, last = ARTICLES
    before.append(DRAFT)
    make_site(tmp_path, *before)
    site = make_site(tmp_path, last, NEXT)
    assert read(site) == {
        "2024.jsonl.gz": rows_of([NEXT]),
        "2024.csv.gz": rows_of([NEXT]),
        "2023.jsonl.gz": rows_of(ARTICLES),
        "2023.csv.gz": rows_of(ARTICLES),
    }
    described = json.loads((site / "data/datapackage.json").read_bytes())
    assert {each["path"]: each["bytes"] for each in described["resources"]} == sizes(site)
