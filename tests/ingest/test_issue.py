"""A file of several pages is parted where its pages part, and one of one page never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from jianbao.cli import main
from jianbao.errors import RefusedPage
from jianbao.ingest import raw
from jianbao.ingest.issue import Part, part_pages
from jianbao.ingest.shelf import Shelf
from tests.archives import make_archive
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jianbao.config import Archive

SECTIONS = {1: "要闻", 2: "社会", 3: "民生", 4: "副刊"}
STORY = """
本报讯（记者 张玉香）近日，区政协召开协商会议，委员们各抒己见，就第{0}社区治理、老饭桌改
造提出了许多建议，有关部门一一回应。与会者说，第{0}社区的老人们盼了很久，今后还要回头
看，把办理的结果告诉大家。
"""


def masthead(number: int) -> str:
    return f"第{number:02}版：{SECTIONS[number]} 2024年4月12日 星期五 责编 谢欣春 校对 李晓欣\n"


def page(number: int, *, foot: bool = False, head: str | None = None) -> str:
    text = f"\n第{number}社区协商解民忧\n{STORY.format(number)}"
    line = masthead(number) if head is None else head
    return f"{text}\n{line}" if foot else f"{line}{text}"


def dense(text: str) -> str:
    return "".join(text.split())


ISSUE = [page(number) for number in SECTIONS]
FEET = [page(number, foot=True) for number in SECTIONS]
BARE = [
    page(1),
    *(page(number, head=f"第{number:02}版：{SECTIONS[number]}\n") for number in (2, 3, 4)),
]
LONG = [each + STORY.format("某") * 6 for each in BARE]


@pytest.mark.parametrize("pages", [ISSUE, FEET, LONG, ISSUE[:2], FEET[2:]])
@pytest.mark.parametrize("between", ["\f", "\n\f\n", "\n\n\n", ""])
def test_pages_part_at_form_feeds_and_at_mastheads(pages: list[str], between: str) -> None:
    text = between.join(pages)
    parts = part_pages(text)
    assert [dense(part.text) for part in parts] == [dense(each) for each in pages]
    lines = text.replace("\f", "").split("\n")
    for part in parts:
        own = part.text.split("\n")
        assert not any(own[: part.line - 1])
        assert all(line in ("", lines[at]) for at, line in enumerate(own))


@given(st.lists(st.sampled_from([*ISSUE, *FEET, *BARE]), min_size=1, max_size=5), st.data())
def test_no_character_is_lost_or_added(pages: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(["\f", "\n", "\r\n\r\n", "\f\f"])).join(pages)
    try:
        parts = part_pages(text)
    except RefusedPage:
        return
    assert "".join(dense(part.text) for part in parts) == dense(text)


GUIDE = "今日导读\n第02版：社会\n第03版：民生\n第04版：副刊\n社区食堂开张 老人用餐八折\n"


@pytest.mark.parametrize(
    "text",
    [
        ISSUE[0],
        f"\f{ISSUE[0]}\f",
        ISSUE[0].replace("回应。", "回应。（下转第二版）\n第02版\n详见第3版："),
        f"{ISSUE[0]}\n{GUIDE}{STORY.format(5)}",
        f"{GUIDE}\n{ISSUE[0]}{STORY.format(5) * 5}",
        f"{ISSUE[0]}{STORY.format(5) * 5}\n第02版：社会\n{STORY.format(6) * 5}",
        f"{ISSUE[0]}\n人民日报 2024年4月11日 第04版\n{STORY.format(5)}",
        f"{ISSUE[0]}\n{masthead(1)}",
        f"人民政协报\n\n{ISSUE[0]}\f\n\n编辑部电话 0951-6666666\n",
        (ROOT / "pages/2023-02-20/03.txt").read_text("utf-8"),
    ],
)
def test_a_single_page_stays_one(text: str) -> None:
    (part,) = part_pages(text)
    assert part.text == text


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("\f".join([ISSUE[0], STORY.format(2)]), 8, "part it into 2 pages, and this one names no"),
        (ISSUE[0] + FEET[1], 15, "it holds 2 pages, and where page 02 begins or ends"),
        (STORY.format(0) + ISSUE[0] + ISSUE[1], 12, "where page 02 begins or ends cannot be told"),
        (masthead(1) + ISSUE[1], 1, "where page 01 begins or ends cannot be told"),
    ],
)
def test_what_cannot_be_told_apart_is_refused(text: str, line: int, reason: str) -> None:
    with pytest.raises(RefusedPage, match=reason) as refused:
        part_pages(text)
    assert refused.value.line == line


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return make_archive(tmp_path)


@pytest.fixture
def run(archive: Archive) -> Callable[..., Result]:
    """Write an archive's raw file and call the program."""

    def run(text: str, *words: str) -> Result:
        archive.pages.mkdir(exist_ok=True)
        (archive.pages / "all.txt").write_text(text, "utf-8")
        return CliRunner().invoke(main, ["--root", str(archive.root), *(words or ["ingest"])])

    return run


def test_an_issue_is_filed_page_by_page(archive: Archive, run: Callable[..., Result]) -> None:
    result = run("\f".join(ISSUE))
    assert result.exit_code == 0, result.stderr
    assert "1 file, 4 pages new or changed; articles: 4 new" in result.stderr
    shelf = Shelf(archive)
    for number in SECTIONS:
        article = shelf.article(f"2024-04-12-{number:02}-01")
        assert article
        assert article.ingest
        assert article.section == SECTIONS[number]
        assert article.ingest.raw == f"pages/all.txt#page={number}"
        text = "\f".join(ISSUE).split("\n")
        first, _, last = article.ingest.lines.partition("-")
        assert f"第{number}社区" in text[int(first) - 1]
        assert "告诉大家" in text[int(last) - 1]
    assert "0 pages new" in run("\f".join(ISSUE)).stderr
    told = run("\f".join(ISSUE), "ingest", "--explain", str(archive.pages / "all.txt"))
    assert "all.txt:8: 第02版" in told.stdout


def test_pages_that_name_no_day_have_that_of_the_others(
    archive: Archive, run: Callable[..., Result]
) -> None:
    assert run("\f".join(BARE)).exit_code == 0
    ids = {f"2024-04-12-{number:02}-01" for number in SECTIONS}
    assert set(Shelf(archive).files()) == ids


def test_what_was_filed_under_the_first_page_comes_to_its_own(
    archive: Archive, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n".join(ISSUE[:2])
    with monkeypatch.context() as once:
        once.setattr("jianbao.ingest.issue.part_pages", lambda text: [Part(text, 1)])
        run(text)
    assert set(Shelf(archive).files()) == {"2024-04-12-01-01", "2024-04-12-01-02"}
    monkeypatch.setattr("jianbao.ingest.run.RULES", "another")
    result = run(text)
    assert result.exit_code == 0, result.stderr
    assert set(Shelf(archive).files()) == {"2024-04-12-01-01", "2024-04-12-02-01"}


def test_a_page_that_is_refused_does_not_keep_the_others_out(
    archive: Archive, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw, "MOST_CHARACTERS", 300)
    result = run("\f".join([ISSUE[0], ISSUE[1] + STORY.format(5) * 3, ISSUE[2]]))
    assert result.exit_code == 1
    assert "refused: pages/all.txt:8: 4" in result.stderr
    assert " characters, more than 300: no page of a newspaper has as many" in result.stderr
    assert set(Shelf(archive).files()) == {"2024-04-12-01-01", "2024-04-12-03-01"}
    again = run("\f".join([ISSUE[0], ISSUE[1] + STORY.format(5) * 3, ISSUE[2]]))
    assert again.exit_code == 1, "it is told until it is put right"


def test_an_article_leads_to_its_lines_in_the_file(
    archive: Archive, run: Callable[..., Result]
) -> None:
    with (archive.root / "archive.toml").open("a") as settings:
        settings.write('edit_url = "https://github.com/name/archive/edit/main/"\n')
    run("\f".join(ISSUE))
    built = CliRunner().invoke(main, ["--root", str(archive.root), "build", "--no-search"])
    assert built.exit_code == 0, built.stderr
    html = (archive.root / "site/2024/04/12/02-01.html").read_text("utf-8")
    assert "/pages/all.txt#L10-L14" in html


@pytest.mark.parametrize("at_foot", [False, True])
def test_the_papers_name_and_the_posts_of_a_masthead_stay_with_it(at_foot: bool) -> None:
    text = "社区食堂暖人心\n\n" + "近日，红星社区的食堂开了张，老人们都说好。\n" * 9
    pages = []
    for number, name, editor in (("01", "要闻", "张三"), ("02", "文化", "李四")):
        own = (
            f"海州日报\n\n2024年4月3日 星期三 第{number}版 {name}\n\n责任编辑 {editor} 校对 王五\n"
        )
        pages.append(f"{text}\n{own}" if at_foot else f"{own}\n{text}")
    parts = part_pages("\n".join(pages))
    assert ["".join(part.text.split()) for part in parts] == ["".join(one.split()) for one in pages]
