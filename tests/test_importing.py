"""Ready articles come in whole or not at all, and twice is once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from jianbao.cli import main
from tests.archives import make_archive

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = [
    {
        "date": "2023-05-06",
        "title": "银川市金凤区开展协商议事",
        "paragraphs": ["近日，银川市金凤区政协召开协商议事会。", "1. 不是列表", "<b>不是标记</b>"],
        "byline": ["张玉香"],
    },
    {
        "date": "2023-05-06",
        "title": "第二篇",
        "paragraphs": ["正文。"],
        "themes": ["党建"],
        "page": "02",
    },
]


def run(root: Path, *files: Path, words: tuple[str, ...] = ()) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(root), "import", *map(str, files), *words])
    return result.exit_code, result.stderr


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_articles_come_in_tagged_and_numbered(tmp_path: Path) -> None:
    make_archive(tmp_path)
    file = lines(tmp_path / "a.jsonl", *ARTICLES)
    assert run(tmp_path, file) == (0, "import: 2 articles, 0 there already\n")
    made = sorted(path.name for path in (tmp_path / "content/2023/05/06").iterdir())
    assert [name[:5] for name in made] == ["00-01", "02-01"]
    text = (tmp_path / "content/2023/05/06" / made[0]).read_text("utf-8")
    assert "id: 2023-05-06-00-01\n" in text
    assert "宁夏回族自治区/银川市/金凤区" in text
    assert "1\\. 不是列表" in text
    check = CliRunner().invoke(main, ["--root", str(tmp_path), "check"])
    assert check.exit_code == 0, check.stderr
    assert run(tmp_path, file) == (0, "import: 0 articles, 2 there already\n")


def test_csv(tmp_path: Path) -> None:
    make_archive(tmp_path)
    file = tmp_path / "a.csv"
    file.write_text(
        "id,date,title,byline,paragraphs\n"
        '2023-05-06-01-01,2023-05-06,标题,张玉香|郝婧,"第一段。\n第二段，有逗号。"\n',
        "utf-8",
    )
    assert run(tmp_path, file)[0] == 0
    (made,) = (tmp_path / "content/2023/05/06").iterdir()
    text = made.read_text("utf-8")
    assert "  - 张玉香\n  - 郝婧\n" in text
    assert text.endswith("\n第一段。\n\n第二段，有逗号。\n")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"title": "甲", "paragraphs": []}, ":1: no date (add a line date: …)"),
        ({"date": "2023-5-6", "title": "甲", "paragraphs": []}, ":1: '2023-5-6' is not a date"),
        ({"date": "2023-05-06", "paragraphs": ["甲"]}, ":1: no title"),
        ({"date": "2023-05-06", "title": "甲", "paragraphs": "乙"}, ":1: no list of paragraphs"),
        (
            {"date": "2023-05-06", "title": "甲", "paragraphs": [], "themes": ["民主协商"]},
            ":1: unknown theme 民主协商 (did you mean 协商民主?)",
        ),
        ({"id": "../x", "date": "2023-05-06", "title": "甲", "paragraphs": []}, "is not an id"),
        (
            {"date": "2023-05-06", "title": "甲", "paragraphs": [], "text": "乙"},
            "unknown key 'text'",
        ),
        ([], ":1: not an object"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    tmp_path: Path, row: object, message: str
) -> None:
    make_archive(tmp_path)
    code, told = run(tmp_path, lines(tmp_path / "a.jsonl", row, ARTICLES[1]))
    assert code == 1
    assert message in told
    assert not (tmp_path / "content").exists()


def test_nothing_in_content_is_overwritten(tmp_path: Path) -> None:
    make_archive(tmp_path)
    first = {"id": "2023-05-06-01-01", **ARTICLES[0]}
    run(tmp_path, lines(tmp_path / "a.jsonl", first))
    code, told = run(tmp_path, lines(tmp_path / "a.jsonl", {**first, "title": "另一个标题"}))
    assert code == 1
    assert "2023-05-06-01-01 is in content/ already, with other words" in told


def test_ids_of_another_form_can_be_replaced(tmp_path: Path) -> None:
    make_archive(tmp_path)
    file = lines(tmp_path / "a.jsonl", {"id": "20230506-07", **ARTICLES[0]})
    assert run(tmp_path, file)[0] == 1
    assert run(tmp_path, file, words=("--new-ids",)) == (
        0,
        "import: 1 article, 0 there already\n",
    )
