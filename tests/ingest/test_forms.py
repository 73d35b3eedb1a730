"""What a page's encoding did to its characters does not reach the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jianbao.frontmatter import read_article
from jianbao.ingest import cut
from jianbao.ingest.forms import VERTICAL, plain
from jianbao.ingest.overprint import without_overprint
from jianbao.ingest.run import ingest
from jianbao.ingest.shelf import ANY_WORDS
from jianbao.vocabulary import open_tagger
from tests.archives import make_archive

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """要聞 ０３ ２０２３年２月２０日 星期一

政政协协委委员员建建言言社社区区治治理理

︻本報訊︼（記者 陳小明）近日︐區政協召開﹁協商﹂會議︐委員們各抒己見︐就⾦⼭社區治理、老
飯桌改造提出了１２條建議︐有關部門一一回應，表示將儘快研究落實，讓居民早日受惠︒
"""


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("︐︑︒︓︔︕︖", "，、。：；！？"),
        ("﹁協商﹂︻本報訊︼", "「協商」【本報訊】"),
        ("⾦⼭，金", "金山，金"),
        ("２０２３年ＲＣＥＰ", "2023年RCEP"),
        ("，。（）：；“”《》……——　", "，。（）：；“”《》……——　"),
    ],
)
def test_variants_become_what_people_type(printed: str, written: str) -> None:
    assert plain(printed) == written


def test_every_vertical_mark_has_one_of_its_own() -> None:
    assert len(set(VERTICAL.values())) == len(VERTICAL)


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("政政协协委委员员", "政协委员"),
        ("政 政 协 协 委 委 员 员", "政协委员"),
        ("高高兴兴", "高高兴兴"),
        ("11223344", "11223344"),
        ("家家户户年年岁岁平平安安的", "家家户户年年岁岁平平安安的"),
        ("\ue0a1\ue0a1" * 4, "\ue0a1\ue0a1" * 4),
        ("社区食堂开张\n\n社区食堂开张\n\n近日", "社区食堂开张\n\n\n\n近日"),
        ("我爱你中国\n我爱你中国", "我爱你中国\n我爱你中国"),
    ],
)
def test_a_line_printed_twice_is_read_once(text: str, once: str) -> None:
    assert without_overprint(text)[0] == once


def test_no_character_is_lost_by_reading_it_once() -> None:
    page = cut(PAGE)
    (article,) = page.articles
    assert article.title == "政协委员建言社区治理"
    assert [one.text for one in page.furniture if one.kind == "overprint"] == [article.title]


def test_the_article_is_written_in_plain_characters(tmp_path: Path) -> None:
    archive = make_archive(tmp_path)
    path = archive.pages / "03.txt"
    path.parent.mkdir()
    path.write_text(PAGE, "utf-8")
    *_, summary = ingest(archive, [path], open_tagger(archive))
    assert summary.refused == []
    (file,) = archive.content.rglob("*.md")
    article = read_article(file.read_text("utf-8"), file.name, ANY_WORDS)
    assert (article.id, article.title) == ("2023-02-20-03-01", "政协委员建言社区治理")
    assert article.byline == ("陳小明",)
    assert article.body.startswith(
        "近日，區政協召開「協商」會議，委員們各抒己見，就金山社區治理、老飯桌"
    )
    assert "提出了12條建議" in article.body
