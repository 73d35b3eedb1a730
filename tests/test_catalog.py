"""The catalog: its lists and counts equal what a plain reading of the articles gives."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.article import Article
from jianbao.catalog import TERM_KINDS, Catalog
from jianbao.record import Card, Record, prefixes, record_of, row_of
from jianbao.site import urls
from jianbao.site.naming import name_terms

PATHS = ("宁夏回族自治区", "宁夏回族自治区/银川市", "宁夏回族自治区/银川市/金凤区", "重庆市/荣昌区")
NAMES = st.lists(st.sampled_from(("甲", "乙", "丙")), unique=True).map(tuple)


@st.composite
def archives(draw: st.DrawFn) -> list[Record]:
    days = draw(st.lists(st.dates(date(2022, 12, 30), date(2023, 1, 3)), max_size=12))
    return [
        record_of(
            Article(
                id=f"{day}-{draw(st.sampled_from(('01', '02', 'A1')))}-{number:02}",
                date=day,
                body="正文。",
                title=f"报道{number}",
                byline=draw(NAMES),
                themes=draw(NAMES),
                regions=draw(st.lists(st.sampled_from(PATHS), unique=True).map(tuple)),
            ),
            f"content/{number}.md",
        )
        for number, day in enumerate(days)
    ]


def filled(records: list[Record]) -> Catalog:
    catalog = Catalog.open(":memory:")
    catalog.create()
    catalog.put(row_of(record, Card(record.article.id, "")) for record in records)
    return catalog


@given(archives())
def test_lists_and_counts_equal_a_plain_reading(records: list[Record]) -> None:
    catalog = filled(records)
    in_order = sorted(records, key=lambda record: record.place)
    assert [record.article.id for record in catalog.records()] == [r.article.id for r in in_order]
    assert dict(catalog.issues()) == Counter(record.article.date for record in records)
    counts = Counter(term for record in records for term in record.terms)
    found = [term for kind in TERM_KINDS for term in catalog.terms(kind)]
    assert {(term.kind, term.name): term.count for term in found} == counts
    for term in found:
        mine = [record for record in in_order if (term.kind, term.name) in record.terms]
        ids = [record.article.id for record in mine]
        assert catalog.cards(term, 0, term.count) == ids[::-1]
        assert catalog.ids_of(term) == ids
        assert [catalog.position(term, record.place) for record in mine] == list(range(term.count))
        assert dict(catalog.term_months(term)) == Counter(r.place[:7] for r in mine)
        years = [record.article.date.year for record in mine]
        assert catalog.spans(term.kind)[term.name] == (min(years), max(years))


@given(archives())
def test_regions_and_themes_are_counted_together(records: list[Record]) -> None:
    catalog = filled(records)
    pairs = Counter(
        (region, theme)
        for record in records
        for kind, region in record.terms
        if kind == "regions"
        for theme in record.article.themes
    )
    found = {
        (region.name, theme.name): count
        for region in catalog.terms("regions")
        for theme, count in catalog.themes_of(region)
    }
    assert found == pairs
    provinces = {
        (region.name, theme.name): count
        for theme in catalog.terms("themes")
        for region, count in catalog.regions_of(theme)
    }
    assert provinces == {pair: n for pair, n in pairs.items() if "/" not in pair[0]}


@given(archives(), st.data())
def test_what_is_taken_out_leaves_no_trace(records: list[Record], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(records), unique=True)) if records else []
    catalog = filled(records)
    catalog.remove(gone)
    catalog.tidy()
    fresh = filled([record for record in records if record not in gone])
    for kind in TERM_KINDS:
        assert catalog.terms(kind) == fresh.terms(kind)
        assert catalog.spans(kind) == fresh.spans(kind)
    for region in fresh.terms("regions"):
        same = catalog.term("regions", region.name)
        assert same
        assert catalog.themes_of(same) == fresh.themes_of(region)
    assert catalog.issues() == fresh.issues()
    assert list(catalog.records()) == list(fresh.records())


def test_terms_of_as_many_articles_stand_as_they_are_spelled() -> None:
    catalog = filled([])
    for number, theme in enumerate(("青年", "教育", "医疗", "青年")):
        day = date(2022, 12, 30)
        article = Article(f"{day}-01-{number:02}", day, "正文。", themes=(theme,))
        catalog.put([row_of(record_of(article, f"{number}.md"), Card("", ""))])
    name_terms(catalog, {})
    assert [term.name for term in catalog.terms("themes")] == ["青年", "教育", "医疗"]


@settings(max_examples=300)
@given(st.integers(0, 1000))
def test_every_entry_stands_on_one_list_page(count: int) -> None:
    numbered = urls.list_pages(count) * urls.LIST_LENGTH
    own = count - numbered
    assert own >= 0
    assert numbered == 0 or urls.LIST_LENGTH <= own < 2 * urls.LIST_LENGTH


def test_a_region_counts_for_all_above_it() -> None:
    assert prefixes("宁夏回族自治区/银川市/金凤区") == PATHS[:3]


def test_untitled_photo_news_is_called_by_its_beginning() -> None:
    body = (
        "日前，银川市金凤区长城中路街道鲁银社区党委组织社区“两委”成员、各小区党支部书记召开座谈会。"
    )
    article = Article(id="2023-02-20-03-02", date=date(2023, 2, 20), body=body, kind="photo-news")
    headline = record_of(article, "a.md").headline
    assert headline == "日前，银川市金凤区长城中路街道鲁银社区党委组织社区“两委”成员…"
