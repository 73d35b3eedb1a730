"""Markdown: what is escaped renders to the text it was, and the quick way equals the parser."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao import markdown

TRICKY = st.text(
    alphabet=st.sampled_from("协商，“”。 a1.)-+=#>*_`[]()!<&;~|\\\t　:/\"'"),
    min_size=1,
    max_size=40,
)


def rendered(body: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markdown.to_html(body))).strip("\n")


@given(TRICKY)
def test_escaped_text_renders_to_itself(text: str) -> None:
    paragraph = " ".join(text.split())
    assert rendered(markdown.escape(paragraph)) == paragraph
    assert markdown.to_blocks(markdown.escape(paragraph)) == ((paragraph,) if paragraph else ())


@given(st.lists(TRICKY, max_size=4).map("\n\n".join))
def test_the_quick_way_equals_the_parser(body: str) -> None:
    assert markdown.to_html(body) == markdown._parser().render(body)


@pytest.mark.parametrize("body", ["近日，区政协召开会议。\n\n## 党建引领\n\n2023届毕业生。"])
def test_an_ordinary_article_goes_the_quick_way(body: str) -> None:
    assert markdown.PLAIN_BODY.fullmatch(body)
    assert markdown.to_blocks(body) == ("近日，区政协召开会议。", "党建引领", "2023届毕业生。")


def test_raw_html_is_shown_as_text() -> None:
    assert "<script" not in markdown.to_html("甲<script>alert(1)</script>\n\n<div>乙</div>")


def test_a_dangerous_link_is_no_link() -> None:
    assert "href" not in markdown.to_html("[点这里](javascript:alert(1))")


def test_headings_stand_below_the_title() -> None:
    assert markdown.to_html("# 大标题\n") == "<h2>大标题</h2>\n"
