"""Whatever is thrown at ingest is read right or refused with a reason; the other pages go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from jianbao.cli import main
from jianbao.ingest import raw
from tests.archives import make_archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = """要闻 03 2023年2月20日 星期一

协商解民忧

本报讯（记者 张玉香）近日，区政协召开协商会议，委员们各抒己见，就社区治理、老饭桌改
造提出了许多建议，有关部门一一回应。
"""
NO_MASTHEAD = GOOD.partition("\n\n")[2]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Ingest an archive with these raw files."""

    def ingest(files: dict[str, bytes], *words: str) -> Result:
        make_archive(tmp_path)
        for name, data in files.items():
            path = tmp_path / "pages" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return CliRunner().invoke(main, ["--root", str(tmp_path), "ingest", *words])

    return ingest


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty (extract the page's text again, or give its PDF)"),
        ("blank.txt", b" \n\n ", "empty"),
        ("binary.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "not text in UTF-8, GB18030"),
        ("nul.txt", GOOD.replace("近日", "近\x00日").encode(), "not text in UTF-8, GB18030"),
        ("bell.txt", GOOD.replace("近日", "近\x07日").encode(), "not text in UTF-8, GB18030"),
        ("damaged.pdf", b"%PDF-1.7\n" + b"x" * 300, "damaged"),
        ("cut off.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "damaged"),
        ("要闻.txt", NO_MASTHEAD.encode(), "the masthead names no date (name the file by date and"),
        ("2023-02-30/03.txt", NO_MASTHEAD.encode(), "2023-02-30 in the file's name is no day ("),
        ("text.pdf", GOOD.encode(), "not a PDF file (give a PDF, or the page's text as .txt)"),
        ("2023-02-20/要闻.txt", NO_MASTHEAD.encode(), "the masthead names no page number"),
    ],
)
def test_a_refusal_names_file_reason_and_remedy_and_the_others_go_on(
    run: Callable[..., Result], name: str, data: bytes, reason: str
) -> None:
    result = run({name: data, "good.txt": GOOD.encode()})
    assert result.exit_code == 1
    assert f"refused: pages/{name}: " in result.stderr
    assert reason in result.stderr
    assert "1 new" in result.stderr
    assert "1 refused" in result.stderr


def test_a_file_that_is_too_large(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw, "LARGEST", 1000)
    result = run({"large.txt": GOOD.encode() * 9, "good.txt": GOOD.encode()})
    assert result.exit_code == 1
    assert "refused: pages/large.txt: 0 MB, more than 0" in result.stderr
    assert "1 new" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "big5", "utf-16"])
def test_other_encodings_are_read_and_said(
    run: Callable[..., Result], tmp_path: Path, encoding: str
) -> None:
    text = GOOD if encoding != "big5" else GOOD.translate(TRADITIONAL)
    result = run({"a.txt": text.encode(encoding)})
    assert result.exit_code == 0, result.stderr
    (article,) = (tmp_path / "content").rglob("*.md")
    assert text.splitlines()[2] in article.read_text("utf-8")
    if encoding != "utf-8-sig":
        assert "pages/a.txt: read as " in result.stderr


TRADITIONAL = str.maketrans(
    "闻协忧报讯记张区开会议员们见饭许关门应", "聞協憂報訊記張區開會議員們見飯許關門應"
)


def test_day_and_page_come_from_the_path_where_the_masthead_is_silent(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    result = run({"2023-02-20/A3.txt": NO_MASTHEAD.encode()})
    assert result.exit_code == 0, result.stderr
    (article,) = (tmp_path / "content").rglob("*.md")
    assert "id: 2023-02-20-A03-01\n" in article.read_text("utf-8")


def test_two_parts_of_a_paper_may_have_pages_of_one_number(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    masthead = "2023年2月20日 星期一 第03版\n\n"
    parts = {f"2023-02-20/{part}03.txt": f"{masthead}{NO_MASTHEAD}".encode() for part in "AB"}
    result = run(parts)
    assert result.exit_code == 0, result.stderr
    ids = sorted(file.name[:6] for file in (tmp_path / "content").rglob("*.md"))
    assert ids == ["A03-01", "B03-01"]


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        ("2023-02-20/03.txt", []),
        ("2021-01-01/03.txt", ["the file's name says 2021-01-01, the masthead 2023-02-20"]),
        ("2023-02-30/A03.txt", ["the file's name says 2023-02-30, the masthead 2023-02-20"]),
        ("2023-02-20/05.txt", ["the file's name says 05, the masthead 03"]),
        (
            "20210101-05.txt",
            [
                "the file's name says 2021-01-01, the masthead 2023-02-20",
                "the file's name says 05, the masthead 03",
            ],
        ),
    ],
)
def test_a_name_that_contradicts_the_masthead_wants_a_look(
    run: Callable[..., Result], tmp_path: Path, name: str, reasons: list[str]
) -> None:
    assert run({name: GOOD.encode()}).exit_code == 0
    shown = CliRunner().invoke(main, ["--root", str(tmp_path), "review"]).stdout
    assert [line.strip("- ") for line in shown.splitlines() if "file's name" in line] == reasons


def test_files_of_other_kinds_are_named_in_one_line(run: Callable[..., Result]) -> None:
    result = run({"05.docx": b"PK", ".DS_Store": b"", "good.TXT": GOOD.encode()})
    assert result.exit_code == 0
    assert result.stderr.startswith("not read: pages/05.docx (text or PDF wanted)\ningest: 1 file,")
    result = run({f"{number}.jpg": b"\xff\xd8" for number in range(4)})
    assert "not read: pages/0.jpg, pages/05.docx, pages/1.jpg and 2 more (text" in result.stderr


HOSTILE = [
    "<script>alert(1)</script>近日，区政协召开会议。",
    "---\nid: 2023-02-20-03-99\ntitle: 假的\n---\n近日，区政协召开会议，委员们各抒己见。",
    "\u202e近日，区政协召开会议，\u200f委员们各抒己见。\ufeff",
    "[点这里](javascript:alert(1))，近日区政协召开会议，委员们各抒己见。",
    "# 近日，区政协召开会议，委员们各抒己见。\n\n> 引文\n\n* 一\n* 二",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}近日，区政协召开会议。",
    "近日，区政协召开会议。" + "（" * 3000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text_or_is_refused(
    run: Callable[..., Result], tmp_path: Path, text: str
) -> None:
    result = run({"2023-02-20/03.txt": f"{GOOD}\n{text}\n".encode()})
    if result.exit_code:
        assert "refused: pages/2023-02-20/03.txt: " in result.stderr
        return
    built = CliRunner().invoke(main, ["--root", str(tmp_path), "build", "--no-search"])
    assert built.exit_code == 0, built.stderr
    html = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert "<script>alert" not in html
    assert 'href="javascript:' not in html
    assert "root:x:" not in html
    assert not any(mark in html for mark in "\u202e\u200f")
    assert not list(tmp_path.rglob("*-99.html"))


def test_names_that_climb_do_not_leave_the_archive(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    outside = {path.name for path in tmp_path.parent.iterdir()}
    text = GOOD.replace("要闻 03", "../../../x 03").replace("协商解民忧", "../../../../evil")
    run({"2023-02-20/..03.txt": text.encode()})
    assert {path.name for path in tmp_path.parent.iterdir()} == outside
    for path in (tmp_path / "content").rglob("*.md"):
        assert path.name.startswith("03-01-")


def test_a_refused_page_does_not_keep_the_others_from_being_published(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    run({"empty.txt": b"", "good.txt": GOOD.encode()})
    result = CliRunner().invoke(main, ["--root", str(tmp_path)])
    assert result.exit_code == 1
    assert (tmp_path / "site/2023/02/20/03-01.html").exists()
