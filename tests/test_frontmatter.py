"""Front matter: what is written is read back, and every mistake is told with line and remedy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.article import Article, Provenance
from jianbao.errors import ContentError, JianbaoError, Problems
from jianbao.frontmatter import (
    Vocabulary,
    read_article,
    rewrite_article,
    scalar,
    write_article,
)

THEMES = ("协商民主", "基层治理", "true", "乡村: 振兴")
INVALID = Path(__file__).parent / "invalid"


class Places:
    def known(self, path: str) -> bool:
        return path in ("宁夏回族自治区", "宁夏回族自治区/银川市")

    def nearest(self, path: str) -> str:
        return "宁夏回族自治区/银川市" if "银川" in path else ""


VOCABULARY = Vocabulary(dict.fromkeys(THEMES, ""), Places(), {"民生": ("民生实事", "就业")})

LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"))
    | st.sampled_from(":#-'\"[]{},&*!|>%@` "),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() == text)
LISTS = st.lists(LINES, max_size=3, unique=True).map(tuple)

ARTICLES = st.builds(
    Article,
    id=st.just("2023-02-20-03-02"),
    date=st.dates(),
    body=st.sampled_from(["近日，区政协召开会议。", "甲\n\n## 乙\n\n丙"]),
    title=LINES,
    kicker=LINES | st.just(""),
    subtitle=LINES,
    byline=LISTS,
    role=LINES,
    page=st.sampled_from(["03", "A26", "08"]),
    section=LINES,
    column=LINES,
    source=LINES,
    kind=st.sampled_from(["news", "photo-news"]),
    captions=LISTS,
    regions=st.sampled_from([(), ("宁夏回族自治区/银川市",)]),
    themes=st.lists(st.sampled_from(THEMES), unique=True).map(tuple),
    draft=st.booleans(),
    ingest=st.none()
    | st.builds(
        Provenance,
        raw=LINES,
        sha256=st.just("0123456789012345"),
        rules=st.just("1"),
        confidence=st.just(0.5),
        review=LISTS,
    ),
)


@given(ARTICLES)
def test_what_is_written_is_read_back(article: Article) -> None:
    assert read_article(write_article(article), "a.md", VOCABULARY) == article


@given(LINES)
def test_other_yaml_readers_see_the_same_text(text: str) -> None:
    import yaml

    assert yaml.safe_load(f"key: {scalar(text)}") == {"key": text}
    assert yaml.safe_load(f"key:\n  - {scalar(text)}") == {"key": [text]}


@given(ARTICLES, ARTICLES)
def test_a_rewritten_file_reads_as_the_new_article(before: Article, after: Article) -> None:
    text = rewrite_article(write_article(before), before, after)
    assert read_article(text, "a.md", VOCABULARY) == after


def test_rewriting_leaves_alone_what_people_wrote_their_own_way() -> None:
    text = (
        "---\n"
        "title: '甲'   # as printed\n"
        "id: 2023-02-20-03-02\n"
        "# two authors, as the editor told us\n"
        "byline: [张玉香,\n"
        "  郝婧]\n"
        "themes:\n"
        "- 基层治理\n"
        "\n"
        "# the day of print\n"
        "date: 2023-02-20\n"
        "---\n"
        "\n"
        "近日。\n\n\n"
    )
    before = read_article(text, "a.md", VOCABULARY)
    after = replace(before, themes=("协商民主",), kicker="肩题")
    assert rewrite_article(text, before, before) == text
    assert rewrite_article(text, before, after) == text.replace(
        "- 基层治理\n", "  - 协商民主\n"
    ).replace("as printed\n", "as printed\nkicker: 肩题\n")


def test_an_article_reads_as_an_editor_would_write_it() -> None:
    article = Article(
        id="2023-02-20-03-02",
        date=date(2023, 2, 20),
        body="近日。",
        title="民生实事“小切口” 铸就基层治理“大文章”",
        byline=("张玉香",),
        page="03",
    )
    assert write_article(article) == (
        "---\n"
        "id: 2023-02-20-03-02\n"
        "title: 民生实事“小切口” 铸就基层治理“大文章”\n"
        "byline:\n"
        "  - 张玉香\n"
        "date: 2023-02-20\n"
        'page: "03"\n'
        "---\n\n"
        "近日。\n"
    )
    assert article.title_lines == ("民生实事“小切口”", "铸就基层治理“大文章”")


@pytest.mark.parametrize("file", sorted(INVALID.glob("*.md")), ids=lambda path: path.stem)
def test_a_mistake_is_told_with_line_reason_and_remedy(file: Path) -> None:
    text, _, expected = file.read_text(encoding="utf-8").partition("=====\n")
    with pytest.raises(JianbaoError) as caught:
        read_article(text, "a.md", VOCABULARY)
    error = caught.value
    errors = error.errors if isinstance(error, Problems) else (error,)
    assert "\n".join(map(str, errors)) == expected.strip()


def test_a_line_of_equals_signs_is_a_marker_of_a_merge_too() -> None:
    text = write_article(
        Article(id="2023-02-20-03-02", date=date(2023, 2, 20), title="甲", body="")
    )
    assert read_article(f"{text}甲\n======\n", "a.md", VOCABULARY).body
    with pytest.raises(ContentError, match="undecided"):
        read_article(f"{text}甲\n=======\n乙\n", "a.md", VOCABULARY)


@pytest.mark.parametrize(
    ("given", "page"), [("2", "02"), ("02", "02"), ("A2", "A2"), ("102", "102")]
)
def test_a_page_has_two_digits_however_it_was_written(given: str, page: str) -> None:
    text = f"---\nid: 2023-02-20-03-02\ntitle: 甲\ndate: 2023-02-20\npage: {given}\n---\n\n近日。\n"
    assert read_article(text, "a.md", VOCABULARY).page == page
