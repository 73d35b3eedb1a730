"""Each form is read back by a library that nobody here wrote."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.article import Article
from jianbao.citing import Reference, cite, reference_of
from jianbao.citing.bibtex import escaped
from jianbao.config import Settings
from jianbao.record import record_of

REFERENCE = Reference(
    id="2023-02-20-03-01",
    title="民生实事“小切口” 铸就基层治理“大文章”",
    subtitle="双福社区推行协商民主助力基层治理",
    day="2023-02-20",
    authors=("张玉香",),
    publication="华兴时报",
    page="03",
    section="协商民主",
    keywords=("基层治理", "党建"),
    url="https://name.github.io/archive/2023/02/20/03-01.html",
)

BARE = Reference(id="2023-02-20-03-01", title="雪后", day="2023-02-20")

TITLES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn")),
    min_size=1,
)


# ── GB/T 7714 ───────────────────────────────────────────────────────────────────────────────


def test_the_new_standard_sets_chinese_marks_and_asks_for_no_day_of_access() -> None:
    assert cite(REFERENCE).gbt_2025 == (
        "张玉香. 民生实事“小切口” 铸就基层治理“大文章”：双福社区推行协商民主助力基层治理[N/OL]. "
        "华兴时报，2023-02-20（03）. https://name.github.io/archive/2023/02/20/03-01.html."
    )


def test_the_old_standard_sets_western_marks_and_asks_for_the_day_of_access() -> None:
    assert "[2026-11-23]".join(cite(REFERENCE).gbt_2015) == (
        "张玉香. 民生实事“小切口” 铸就基层治理“大文章”[N/OL]. "
        "华兴时报, 2023-02-20(03)[2026-11-23]. "
        "https://name.github.io/archive/2023/02/20/03-01.html."
    )


def test_the_standards_own_example() -> None:
    example = Reference(
        id="2000-11-20-15-01",
        title="数字革命与竞争国际化",
        day="2000-11-20",
        authors=("丁文详",),
        publication="中国青年报",
        page="15",
    )
    citations = cite(example)
    assert citations.gbt_2025 == "丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）."
    assert "".join(citations.gbt_2015) == (
        "丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."
    )


@pytest.mark.parametrize(
    ("authors", "named"),
    [
        ((), ""),
        (("张玉香",), "张玉香. "),
        (("张玉香", "李红", "王芳"), "张玉香，李红，王芳. "),
        (("张玉香", "李红", "王芳", "马军"), "张玉香，李红，王芳，等. "),
    ],
)
def test_three_authors_are_named(authors: tuple[str, ...], named: str) -> None:
    citations = cite(replace(BARE, authors=authors))
    assert citations.gbt_2025 == f"{named}雪后[N]. 2023-02-20."
    assert "".join(citations.gbt_2015) == f"{named}雪后[N]. 2023-02-20.".replace("，", ", ")


def test_what_is_not_known_is_left_out() -> None:
    citations = cite(BARE)
    assert citations.link == ""
    assert "{}" not in citations.bibtex
    assert "author" not in citations.bibtex + citations.csl
    assert [line[:2] for line in citations.ris.split("\r\n")] == [
        *("TY", "TI", "PY", "DA", "LA", "ER", ""),
    ]


# ── BibTeX ──────────────────────────────────────────────────────────────────────────────────


def test_bibtex_is_read_by_pybtex() -> None:
    from pybtex.database import parse_string

    database = parse_string(cite(REFERENCE).bibtex, "bibtex")
    entry = database.entries["news-2023-02-20-03-01"]
    assert entry.type == "article"
    assert [str(person) for person in entry.persons["author"]] == ["张玉香"]
    assert dict(entry.fields.items()) == {
        "title": REFERENCE.full_title,
        "journal": "华兴时报",
        "year": "2023",
        "month": "February",
        "date": "2023-02-20",
        "pages": "03",
        "url": REFERENCE.url,
        "langid": "chinese",
        "entrysubtype": "newspaper",
    }


def test_a_byline_of_several_words_stays_one_name() -> None:
    from pybtex.database import parse_string

    names = ("本报记者 张玉香", "Anderson and Sons", "李红")
    database = parse_string(cite(replace(BARE, authors=names)).bibtex, "bibtex")
    (entry,) = database.entries.values()
    assert [person.last_names for person in entry.persons["author"]] == [
        ["{本报记者 张玉香}"],
        ["{Anderson and Sons}"],
        ["李红"],
    ]


@given(TITLES)
def test_bibtex_gives_any_title_back(title: str) -> None:
    import bibtexparser
    from bibtexparser import middlewares
    from pylatexenc.latex2text import LatexNodes2Text

    library = bibtexparser.parse_string(
        cite(replace(BARE, title=title)).bibtex,
        parse_stack=[middlewares.RemoveEnclosingMiddleware()],
    )
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry["title"] == escaped(title)
    # What pylatexenc reads for the signs that TeX itself joins or turns is not ours.
    if not set(title) & set("^'`-<>?!\""):
        assert LatexNodes2Text().latex_to_text(entry["title"]) == title


# ── RIS, CSL-JSON ───────────────────────────────────────────────────────────────────────────


def test_ris_is_read_by_rispy() -> None:
    import rispy

    (entry,) = rispy.loads(cite(REFERENCE).ris)
    assert entry == {
        "type_of_reference": "NEWS",
        "authors": ["张玉香"],
        "title": REFERENCE.full_title,
        "secondary_title": "华兴时报",
        "year": "2023",
        "date": "2023/02/20/",
        "start_page": "03",
        "section": "协商民主",
        "keywords": ["基层治理", "党建"],
        "language": "zh-Hans",
        "urls": [REFERENCE.url],
    }


@given(TITLES)
def test_ris_gives_any_title_back(title: str) -> None:
    import rispy

    (entry,) = rispy.loads(cite(replace(BARE, title=title)).ris)
    assert entry["title"] == title


def test_csl_json_is_read_by_citeproc() -> None:
    from citeproc.source.json import CiteProcJSON

    (item,) = CiteProcJSON(json.loads(cite(REFERENCE).csl)).values()
    assert item.type == "article-newspaper"
    assert "".join(item.title) == REFERENCE.full_title
    assert "".join(item.container_title) == "华兴时报"
    assert (item.issued.year, item.issued.month, item.issued.day) == (2023, 2, 20)
    assert str(item.page) == "03"
    assert "".join(item.URL) == REFERENCE.url


@given(TITLES, TITLES)
def test_csl_json_gives_any_text_back(title: str, name: str) -> None:
    (item,) = json.loads(cite(replace(BARE, title=title, authors=(name,))).csl)
    assert item["title"] == title
    assert item["author"] == [{"literal": name}]


# ── From an article ─────────────────────────────────────────────────────────────────────────


def test_a_reference_is_made_of_an_article_and_the_settings() -> None:
    article = Article(
        id="2023-02-20-03-02",
        date=date(2023, 2, 20),
        body="近日，区政协召开协商会议。",
        title="协商解民忧",
        subtitle="——记金凤区的一次协商",
        byline=("张玉香",),
        page="03",
        section="协商民主",
        themes=("协商民主",),
    )
    settings = Settings("档案", publication="华兴时报")
    reference = reference_of(record_of(article, "f.md"), settings, "https://a.b/c.html")
    assert reference.full_title == "协商解民忧：记金凤区的一次协商"
    assert reference.publication == "华兴时报"
    assert reference.keywords == ("协商民主",)


def test_untitled_photo_news_is_cited_by_its_beginning() -> None:
    body = "2月18日，志愿者\n在阅海公园清扫积雪，方便市民出行。"
    article = Article(id="2023-02-20-03-02", date=date(2023, 2, 20), body=body, kind="photo-news")
    reference = reference_of(record_of(article, "f.md"), Settings("档案"))
    assert reference.title == "2月18日，志愿者 在阅海公园清扫积雪…"
