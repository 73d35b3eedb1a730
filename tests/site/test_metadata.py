from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.article import Article
from jianbao.citing import Reference, reference_of
from jianbao.config import Settings
from jianbao.record import Record, record_of
from jianbao.site.metadata import LinkedData, metas, script_safe

SETTINGS = Settings("协商民主报道档案", publication="华兴时报")

URL = "https://name.github.io/archive/2023/02/20/03-01.html"

ARTICLE = Article(
    id="2023-02-20-03-01",
    date=date(2023, 2, 20),
    body="近日，区政协召开协商会议。\n\n会上，委员们各抒己见。",
    title="协商解民忧",
    kicker="金凤区政协",
    subtitle="——记一次协商",
    byline=("张玉香", "李红"),
    page="03",
    section="协商民主",
    column="委员风采",
    source="人民政协报",
    regions=("宁夏回族自治区/银川市/金凤区", "宁夏回族自治区/固原市"),
    themes=("协商民主", "民生实事"),
)

SCHEMA = {"@context": {"@vocab": "http://schema.org/", "url": {"@type": "@id"}}}


def known(article: Article) -> tuple[Reference, Record]:
    record = record_of(article, "content/2023/02/20/03-01.md")
    return reference_of(record, SETTINGS, URL), record


def written(article: Article) -> str:
    return LinkedData(SETTINGS).write(*known(article))


def test_json_ld_is_read_by_a_processor() -> None:
    from pyld import jsonld

    def load(url: str, _: object) -> dict[str, object]:
        assert url == "https://schema.org"
        return {"document": SCHEMA, "documentUrl": url, "contextUrl": None}

    (node,) = jsonld.expand(json.loads(written(ARTICLE)), {"documentLoader": load})

    def values(name: str) -> list[object]:
        return [value.get("@value", value) for value in node[f"http://schema.org/{name}"]]

    assert node["@type"] == ["http://schema.org/NewsArticle"]
    assert values("headline") == ["协商解民忧"]
    assert values("alternativeHeadline") == ["金凤区政协", "——记一次协商"]
    assert values("datePublished") == ["2023-02-20T00:00:00+08:00"]
    assert values("printPage") == ["03"]
    assert values("keywords") == ["委员风采", "协商民主", "民生实事"]
    assert values("url") == [{"@id": URL}]
    people = [person["http://schema.org/name"][0]["@value"] for person in values("author")]
    assert people == ["张玉香", "李红"]
    (issue,) = values("isPartOf")
    assert issue["@type"] == ["http://schema.org/PublicationIssue"]
    (paper,) = issue["http://schema.org/isPartOf"]
    assert paper["@type"] == ["http://schema.org/Newspaper"]
    assert paper["http://schema.org/name"] == [{"@value": "华兴时报"}]
    place, _ = values("contentLocation")
    assert place["http://schema.org/name"] == [{"@value": "金凤区"}]
    (city,) = place["http://schema.org/containedInPlace"]
    assert city["http://schema.org/name"] == [{"@value": "银川市"}]


def test_what_is_not_known_is_not_said() -> None:
    bare = Article(id="2023-02-20-03-01", date=date(2023, 2, 20), body="雪后。", title="雪")
    record = record_of(bare, "f.md")
    reference = reference_of(record, Settings("档案"))
    data = json.loads(LinkedData(Settings("档案")).write(reference, record))
    assert set(data) == {
        *("@context", "@type", "headline", "datePublished", "inLanguage", "isPartOf", "wordCount"),
    }
    assert all(meta.content for meta in metas(reference, record))


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
@pytest.mark.parametrize("around", ["{}", "</script><p>{}", "<!--<script>{}", "&lt;{}\u2028"])
def test_no_title_leaves_the_script_that_it_stands_in(around: str, title: str) -> None:
    title = around.format(title)
    block = written(replace(ARTICLE, title=title))
    page = html5lib.parse(
        f'<script type="application/ld+json">{block}</script>', namespaceHTMLElements=False
    )
    (script,) = page.iter("script")
    assert json.loads(script.text)["headline"] == title
    assert len(page.find("body")) == 0


def test_script_safe_changes_no_value() -> None:
    value = ["<a href='x'>&amp;\u2028\u2029</a>"]
    assert json.loads(script_safe(json.dumps(value, ensure_ascii=False))) == value


def test_zotero_files_a_newspaper_article() -> None:
    """What its translators of 2024 take for each field of the item (see the module)."""
    found = metas(*known(ARTICLE))
    said = {meta.name: meta.content for meta in found}
    assert said["DC.type"] == "newspaperArticle"
    assert said["DC.title"] == "协商解民忧：记一次协商"
    assert said["prism.publicationName"] == "华兴时报"
    assert said["prism.publicationDate"] == "2023-02-20"
    assert said["prism.startingPage"] == "03"
    assert said["article:section"] == "协商民主"
    assert [meta.content for meta in found if meta.name == "DC.creator"] == ["张玉香", "李红"]
    assert not any(name.startswith("citation_") for name in said)


def test_open_graph_stands_in_properties_and_nothing_else_does() -> None:
    for meta in metas(*known(ARTICLE)):
        in_graph = meta.name.startswith(("og:", "article:"))
        assert meta.attribute == ("property" if in_graph else "name")
