"""The files are read back by the Data Package's own library."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.article import Article, Image
from jianbao.config import Settings
from jianbao.data import (
    FORMATS,
    PACKAGE,
    YearFiles,
    data_package,
    day_member,
    file_name,
    row_of,
    splice,
    year_file,
)
from jianbao.data.rows import FIELDS
from jianbao.record import record_of

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.data import Row

ARTICLE = Article(
    id="2023-02-20-03-01",
    date=date(2023, 2, 20),
    body="近日，区政协召开“协商”会议, 居民\\*参加。\n\n## 怎么办\n\n会上，委员们各抒己见。",
    title="协商解民忧",
    subtitle="——记一次协商",
    byline=("张玉香", "李红"),
    page="03",
    section="协商民主",
    captions=("协商会上|一景",),
    images=(Image("a.jpg", "雪后，"), Image("b.jpg")),
    regions=("宁夏回族自治区/银川市/金凤区",),
    themes=("协商民主", "民生实事"),
)


def row(article: Article) -> Row:
    url = f"https://a.b/{article.id}.html"
    return row_of(record_of(article, "f.md"), article.body, url)


DAYS = {
    "2023-02-20": [row(ARTICLE)],
    "2023-02-21": [
        row(
            replace(ARTICLE, id="2023-02-21-01-01", date=date(2023, 2, 21), title="=1+1", byline=())
        ),
        row(Article(id="2023-02-21-01-02", date=date(2023, 2, 21), body="雪。", kind="photo-news")),
    ],
}


def files(days: dict[str, list[Row]]) -> dict[str, bytes]:
    return {
        kind: year_file(kind, [day_member(kind, day, rows) for day, rows in sorted(days.items())])
        for kind in FORMATS
    }


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # It leaves files open.
def test_frictionless_finds_nothing_wrong_and_reads_every_value(tmp_path: Path) -> None:
    from frictionless import Package

    made = files(DAYS)
    (tmp_path / "data").mkdir()
    for kind, data in made.items():
        (tmp_path / file_name(2023, kind)).write_bytes(data)  # type: ignore[arg-type]
    sizes = {kind: len(made[kind]) for kind in FORMATS}
    settings = Settings("协商民主报道档案", "报道。", base_url="https://a.b/")
    (tmp_path / PACKAGE).write_bytes(data_package(settings, [YearFiles(2023, sizes)]))
    package = Package(str(tmp_path / PACKAGE))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    assert len(package.resources) == len(FORMATS)
    for resource in package.resources:
        read = [
            {name: value or "" for name, value in each.to_dict().items()}
            for each in resource.read_rows()
        ]
        expected = [
            {name: value or "" for name, value in each.items()}
            | {"date": date.fromisoformat(str(each["date"]))}
            for rows in DAYS.values()
            for each in rows
        ]
        assert read == expected


def test_the_text_is_plain_and_captions_are_all_there() -> None:
    found = row(ARTICLE)
    assert found["text"] == (
        "近日，区政协召开“协商”会议, 居民*参加。\n怎么办\n会上，委员们各抒己见。"
    )
    assert found["captions"] == ["雪后，", "协商会上|一景"]
    assert list(found) == [field.name for field in FIELDS]


def test_json_lines_hold_one_article_each() -> None:
    lines = gzip.decompress(files(DAYS)["jsonl"]).decode().splitlines()
    assert [json.loads(line) for line in lines] == [each for rows in DAYS.values() for each in rows]


ANY = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\r\n\0"))


@given(ANY, st.lists(ANY.filter(bool), max_size=3))
def test_csv_gives_any_text_back(title: str, names: list[str]) -> None:
    article = row(replace(ARTICLE, byline=tuple(names)))
    article |= {"title": title, "text": f"{title}\n{title}"}
    data = gzip.decompress(files({"2023-02-20": [article]})["csv"]).decode()
    (found,) = csv.DictReader(io.StringIO(data, newline=""))
    assert found["title"] == title
    assert found["text"] == f"{title}\n{title}"
    assert (found["byline"].split("\n") if found["byline"] else []) == names


@pytest.mark.parametrize("kind", FORMATS)
def test_a_new_issue_is_spliced_in(kind: str) -> None:
    first = {"2023-02-20": DAYS["2023-02-20"]}
    day = "2023-02-21"
    part = day_member(kind, day, DAYS[day])  # type: ignore[arg-type]
    assert splice(files(first)[kind], {day: part}) == files(DAYS)[kind]
    assert splice(files(DAYS)[kind], {day: b""}) == files(first)[kind]


def test_a_day_without_articles_has_no_member() -> None:
    assert day_member("csv", "2023-02-20", []) == b""


def test_a_package_says_nothing_that_is_not_known() -> None:
    package = json.loads(data_package(Settings("档案"), []))
    assert "homepage" not in package
    assert "description" not in package


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # It leaves files open.
def test_a_package_without_articles_is_one_too(tmp_path: Path) -> None:
    from frictionless import Package

    (tmp_path / "datapackage.json").write_bytes(data_package(Settings("档案"), []))
    package = Package(str(tmp_path / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    (resource,) = package.resources
    assert resource.schema.field_names == [field.name for field in FIELDS]
    assert resource.read_rows() == []


def test_a_package_speaks_the_language_of_the_interface() -> None:
    files = [YearFiles(2023, dict.fromkeys(FORMATS, 1))]
    package = json.loads(data_package(Settings("Archive", language="en"), files))
    for resource in package["resources"]:
        assert resource["title"] == "2023"
        said = [field[name] for field in resource["schema"]["fields"] for name in field]
        assert not [text for text in said if re.search("[\u3000-\u9fff]", text)]
    chinese = json.loads(data_package(Settings("档案"), files))
    assert chinese["resources"][0]["title"] == "2023年"
    assert chinese["resources"][0]["schema"]["fields"][-1]["title"] == "正文"
