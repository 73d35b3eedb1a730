"""Continued stories: read from the text, kept in front matter, linked on the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jianbao.frontmatter import read_article
from jianbao.ingest import CutArticle
from jianbao.ingest.jumps import page_number, read_jump, without_jumps
from jianbao.ingest.run import ingest
from jianbao.ingest.shelf import ANY_WORDS
from jianbao.site.build import Options, build
from jianbao.vocabulary import open_tagger
from tests.archives import make_archive

if TYPE_CHECKING:
    from pathlib import Path

FIRST = """要闻 01 2023年2月20日 星期一

全区协商民主工作推进会召开

本报讯（记者 张玉香）近日，全区协商民主工作推进会在银川市召开，会议总结了去年的工
作，部署了今年的任务。与会人员围绕社区治理、民生实事、营商环境等议题展开讨论，提出
意见建议三十多条，得到有关部门的积极回应。（下转第二版）
"""
SECOND = """综合 02 2023年2月20日 星期一

协商民主推进会提出新任务

（上接第一版）会议要求，各级政协组织要把协商民主贯穿履职全过程，推动协商成果转化，
让群众感受到协商就在身边。会议还表彰了一批优秀协商案例，并就下一步工作作出安排，要
求各地结合实际抓好落实，确保各项任务落到实处。
"""


@pytest.mark.parametrize(
    ("text", "jump"),
    [
        ("（下转第二版）", ("02", None)),
        ("(下转02版)", ("02", None)),
        ("（紧转第3版）", ("03", None)),
        ("（下转A12版）", ("A12", None)),
        ("▶下转4版", ("04", None)),
        ("下转第三版 >>", ("03", None)),
        ("［下轉A4版］", ("A04", None)),
        ("■上接第1版", (None, "01")),
        ("(上接第1版)", (None, "01")),
        ("（上接第十二版《协商》）", (None, "12")),
        ("会议认为，国际形势急转直下。", (None, None)),
        ("（转载自第二版）", (None, None)),
    ],
)
def test_jumps_are_read(text: str, jump: tuple[str | None, str | None]) -> None:
    assert read_jump(text) == jump


@pytest.mark.parametrize(
    ("printed", "number"),
    [("二", "02"), ("十", "10"), ("十二", "12"), ("二十一", "21"), ("3", "03")],
)
def test_page_numbers(printed: str, number: str) -> None:
    assert page_number(printed) == number


def test_only_the_ends_of_a_text_are_jumps() -> None:
    article = CutArticle(
        title="题", title_lines=(), kicker=None, subtitle=None, byline=(), byline_raw=None, role=None,
        source=None, source_raw=None, column=None, kind="news", subheads=(), captions=(),
        paragraphs=("（上接第1版）甲（下转第5版）乙。", "丙。（下转第二版）"), confidence=1.0, review=(),
    )  # fmt: skip
    read = without_jumps(article)
    assert read.paragraphs == ("甲（下转第5版）乙。", "丙。")
    assert (read.continued_from, read.continued_on) == ("01", "02")


def test_the_reader_is_led_on_and_back(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    for name, text in (("01", FIRST), ("02", SECOND)):
        path = archive.pages / f"2023-02-20/{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    *_, summary = ingest(archive, sorted(archive.pages.rglob("*.txt")), open_tagger(archive))
    assert (summary.new, summary.refused) == (2, [])
    texts = [path.read_text("utf-8") for path in sorted(archive.content.rglob("*.md"))]
    one, two = (read_article(text, "a.md", ANY_WORDS) for text in texts)
    assert (one.continued_on, two.continued_from) == ("02", "01")
    assert "下转" not in one.body
    assert "上接" not in two.body
    build(archive, tmp_path / "site", Options(search=False))
    pages = [(tmp_path / f"site/2023/02/20/0{n}-01.html").read_text("utf-8") for n in (1, 2)]
    assert (
        '下转 <a href="../../../2023/02/20/02-01.html">第02版 协商民主推进会提出新任务</a>'
        in pages[0]
    )
    assert (
        '上接 <a href="../../../2023/02/20/01-01.html">第01版 全区协商民主工作推进会召开</a>'
        in pages[1]
    )
