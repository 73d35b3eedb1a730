"""How the beginnings of paragraphs tell their places in articles."""

from __future__ import annotations

import pytest

from bench.fit_openings import fit
from jianbao.ingest.openings import Openings, openings, places_of, traits_of
from jianbao.ingest.reading import read_blocks
from jianbao.ingest.typing import read_typed_blocks
from tests.ingest.typesetter import break_lines

FIRSTS = (
    "近日，共青团中央在西华大学举办座谈会，邀请全国人大代表、全国政协委员参加。",
    "6月5日，国家副主席韩正在北京会见英国怡和控股有限公司执行主席。",
    "日前，银川市金凤区长城中路街道鲁银社区党委组织召开年度社区工作谋划座谈会。",
)
LATERS = (
    "会上，居民群众畅所欲言，参会的工作人员根据问题所属类别进行了一一解答。",
    "韩正表示，中国维护多边贸易，愿同各国共享机遇。",
    "据介绍，通过共建单位发挥联动优势，社区为居民解决大小问题200多件。",
)


@pytest.mark.parametrize("first", FIRSTS)
@pytest.mark.parametrize("later", LATERS)
def test_the_first_of_an_article_begins_otherwise_than_one_that_follows(
    first: str, later: str
) -> None:
    assert places_of(first)[0] > places_of(later)[0] + 1


def test_numbers_are_one_and_blanks_none() -> None:
    assert traits_of("6月5日，韩正") == traits_of("12 月31日，韩 正")


@pytest.mark.parametrize("text", ["", "据", "Ａ"])
def test_the_shortest_text_has_a_place(text: str) -> None:
    assert all(-20 < odds < 20 for odds in places_of(text))


def test_of_what_goes_on_behind_a_break_the_beginning_tells_nothing() -> None:
    """`。` never opens a paragraph: what stands above it on the page is lost."""
    raw = "\n".join(break_lines("。" + FIRSTS[0] * 2, 16, 0))
    (paragraph,) = read_blocks(read_typed_blocks(raw)).layouts[0].paragraphs
    assert (paragraph.first, paragraph.last) == (0.0, 0.0)


def test_a_fit_is_read_as_it_was_written() -> None:
    bodies = [[FIRSTS[at % 3], *(LATERS[(at + one) % 3] for one in range(3))] for at in range(40)]
    articles = [{"title": str(at), "paragraphs": body} for at, body in enumerate(bodies)]
    found = Openings.read(fit(articles))
    assert (
        min(found.places(one)[0] for one in FIRSTS)
        > 0
        > max(found.places(one)[0] for one in LATERS)
    )


def test_what_is_shipped_knows_thousands_of_traits() -> None:
    assert len(openings().weights) > 3000
