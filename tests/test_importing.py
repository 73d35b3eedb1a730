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
        ({"date": "2023-5", "title": "甲", "paragraphs": []}, ":1: '2023-5' is not a date"),
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
        ({"id": ["x"], "date": "2023-05-06", "title": "甲", "paragraphs": []}, "is not an id"),
        (
            {"date": "2023-05-06", "title": "甲", "paragraphs": [], "ingest": {"review": 5}},
            ":1: review must be a list of text",
        ),
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


def test_an_id_that_a_row_brings_is_given_to_no_other(tmp_path: Path) -> None:
    make_archive(tmp_path)
    own = {**ARTICLES[1], "id": "2023-05-06-02-01", "title": "第三篇"}
    file = lines(tmp_path / "a.jsonl", ARTICLES[1], own)
    assert run(tmp_path, file) == (0, "import: 2 articles, 0 there already\n")
    made = sorted((tmp_path / "content/2023/05/06").iterdir())
    assert [path.name[:5] for path in made] == ["02-01", "02-02"]
    assert run(tmp_path, file) == (0, "import: 0 articles, 2 there already\n")


def test_an_id_that_two_rows_bring_is_told(tmp_path: Path) -> None:
    make_archive(tmp_path)
    own = {**ARTICLES[1], "id": "2023-05-06-02-01"}
    code, told = run(tmp_path, lines(tmp_path / "a.jsonl", own, {**own, "title": "第三篇"}))
    assert code == 1
    assert ":2: 2023-05-06-02-01 is the id of another article that is to be imported" in told


def test_json_as_other_programs_write_it(tmp_path: Path) -> None:
    make_archive(tmp_path)
    row = {**ARTICLES[0], "page": 3, "draft": True, "source": None, "title": "上行\n下行"}
    assert run(tmp_path, lines(tmp_path / "a.jsonl", row))[0] == 0
    (made,) = (tmp_path / "content/2023/05/06").iterdir()
    text = made.read_text("utf-8")
    assert all(each in text for each in ("title: 上行 下行\n", 'page: "03"\n', "draft: true\n"))
    assert "source" not in text


def test_a_wrong_date_is_told_once(tmp_path: Path) -> None:
    make_archive(tmp_path)
    row = {**ARTICLES[0], "date": "2023-02-30"}
    assert run(tmp_path, lines(tmp_path / "a.jsonl", row))[1].count("is not a date") == 1


def test_a_page_has_one_name(tmp_path: Path) -> None:
    make_archive(tmp_path)
    first = {**ARTICLES[0], "id": "2023-05-06-2-01", "page": "2"}
    assert run(tmp_path, lines(tmp_path / "a.jsonl", first))[0] == 0
    second = {**ARTICLES[1], "page": "2"}
    assert run(tmp_path, lines(tmp_path / "b.jsonl", second))[0] == 0
    made = sorted((tmp_path / "content/2023/05/06").iterdir())
    assert [path.name[:5] for path in made] == ["02-01", "02-02"]
    assert all('page: "02"\n' in path.read_text("utf-8") for path in made)
    again = run(tmp_path, tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert again == (0, "import: 0 articles, 2 there already\n")


def test_an_id_in_content_is_left_as_it_is(tmp_path: Path) -> None:
    make_archive(tmp_path)
    first = {**ARTICLES[0], "id": "2023-05-06-02-01", "page": "02"}
    run(tmp_path, lines(tmp_path / "a.jsonl", first))
    (made,) = (tmp_path / "content/2023/05/06").iterdir()
    old = made.with_name(made.name.replace("02-01", "2-01"))
    old.write_text(made.read_text("utf-8").replace("05-06-02-01", "05-06-2-01"), "utf-8")
    made.unlink()
    file = lines(tmp_path / "a.jsonl", {**first, "id": "2023-05-06-2-01"})
    assert run(tmp_path, file) == (0, "import: 0 articles, 1 there already\n")


def test_the_id_of_an_article_that_was_taken_out_is_not_given_again(tmp_path: Path) -> None:
    make_archive(tmp_path)
    run(tmp_path, lines(tmp_path / "a.jsonl", ARTICLES[0]))
    words = ["--root", str(tmp_path), "remove", "2023-05-06-00-01"]
    assert CliRunner().invoke(main, words).exit_code == 0
    run(tmp_path, lines(tmp_path / "a.jsonl", {**ARTICLES[0], "title": "又一篇"}))
    (made,) = (tmp_path / "content/2023/05/06").iterdir()
    assert made.name.startswith("00-02-")


@pytest.mark.parametrize("parting", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_as_a_chinese_spreadsheet_saves_it(
    tmp_path: Path, parting: str, encoding: str
) -> None:
    make_archive(tmp_path)
    rows = [
        ["日期", "版次", "标题", "正文", "署名"],
        ["2022/11/2", "2", "区政协开展协商", "近日，区政协在社区开展协商议事活动。", "张玉香|郝婧"],
        ["2022年11月12日", "A3", "第二篇", "这是正文，记者说。", ""],
    ]
    file = tmp_path / "表.csv"
    quoted = "".join(parting.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    file.write_bytes(quoted.encode(encoding))
    assert run(tmp_path, file) == (0, "import: 2 articles, 0 there already\n")
    first, second = sorted((tmp_path / "content").rglob("*.md"))
    assert first.name.startswith("02-01-")
    assert 'date: 2022-11-02\npage: "02"\n' in first.read_text("utf-8")
    assert "  - 郝婧\n" in first.read_text("utf-8")
    assert "id: 2022-11-12-A3-01\n" in second.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("日期,标题,正文,稿费\n", ":1: unknown column 稿费 (known: paragraphs, id, title"),
        ("date,titel,paragraphs\n", ":1: unknown column titel (did you mean title?)"),
        ("date,title\n2023-05-06,甲\n", ":1: no column paragraphs"),
        ("date,title,paragraphs,正文\n", ":1: two columns paragraphs"),
        ("date,title,paragraphs\n2023-05-06,甲,乙,丙\n", ":2: more cells than columns"),
        ('date,title,paragraphs\n2023-5,甲,"乙\n丙"\n', ":2: '2023-5' is not a date"),
        ('date,title,paragraphs\n2023-05-06,甲,"乙\n丙\n', ":2: not CSV"),
    ],
)
def test_what_is_wrong_with_a_table_is_told(tmp_path: Path, text: str, message: str) -> None:
    make_archive(tmp_path)
    file = tmp_path / "a.csv"
    file.write_text(text, "utf-8")
    code, told = run(tmp_path, file)
    assert code == 1
    assert message in told
    assert told.count(str(file)) == 1


def test_a_line_that_is_no_json_hides_no_other_mistake(tmp_path: Path) -> None:
    make_archive(tmp_path)
    file = tmp_path / "a.jsonl"
    rows = [
        "[" * 100_000,
        json.dumps({"title": "甲", "paragraphs": []}),
        "[]",
        json.dumps(ARTICLES[1]),
    ]
    file.write_text("\n".join(rows), "utf-8")
    code, told = run(tmp_path, file)
    assert code == 1
    assert all(each in told for each in (":1: not JSON", ":2: no date", ":3: not an object"))
    assert not (tmp_path / "content").exists()
