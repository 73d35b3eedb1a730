"""The citations that stand in the pages, read by programs that nobody here wrote."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import bibtexparser
import html5lib
import pybtex.database
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from pylatexenc.latex2text import LatexNodes2Text

from tests.programs.printed import ADDRESS, ARTICLES, PUBLICATION, full_title, href

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.article import Article

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)


def forms(page: Path) -> dict[str, str]:
    """What a reader may copy of a page, by its name."""
    document = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    (details,) = [each for each in document.iter("details") if each.get("class") == "citations"]
    return {
        str(row.findtext("dt")): "".join(row.find("dd/pre").itertext())
        for row in details.iterfind("dl/div")
    }


def printed(tex: str) -> str:
    """What TeX prints."""
    return str(LatexNodes2Text(keep_braced_groups=False).latex_to_text(tex))


@each_article
def test_bibtexparser_reads_it(printed_site: Path, article: Article) -> None:
    library = bibtexparser.parse_string(forms(printed_site / href(article))["BibTeX"])
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.entry_type == "article"
    assert printed(entry["title"]) == full_title(article)
    assert entry["date"] == article.date.isoformat()
    assert entry["pages"] == article.page
    assert printed(entry["journal"]) == PUBLICATION
    assert entry["url"] == ADDRESS + href(article)


@each_article
def test_pybtex_reads_it(printed_site: Path, article: Article) -> None:
    database = pybtex.database.parse_string(forms(printed_site / href(article))["BibTeX"], "bibtex")
    (entry,) = database.entries.values()
    assert printed(entry.fields["title"]) == full_title(article)
    assert (entry.fields["date"], entry.fields["pages"]) == (str(article.date), article.page)
    people = entry.persons.get("author", [])
    assert [printed(str(person)) for person in people] == [*article.byline]


@each_article
def test_rispy_reads_it(printed_site: Path, article: Article) -> None:
    (record,) = rispy.loads(forms(printed_site / href(article))["RIS"])
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == full_title(article)
    assert record["date"] == f"{article.date:%Y/%m/%d}/"
    assert record["start_page"] == article.page
    assert record.get("authors", []) == [*article.byline]
    assert record["secondary_title"] == PUBLICATION
    assert record["urls"] == [ADDRESS + href(article)]


@each_article
def test_citeproc_reads_it(printed_site: Path, article: Article) -> None:
    items = json.loads(forms(printed_site / href(article))["CSL-JSON"])
    (item,) = CiteProcJSON(items).values()
    assert item.type == "article-newspaper"
    assert "".join(map(str, item.title)) == full_title(article)
    assert date(item.issued.year, item.issued.month, item.issued.day) == article.date
    assert str(item.page) == article.page
    assert [dict(each) for each in item.get("author", [])] == [
        {"literal": name} for name in article.byline
    ]
    assert "".join(map(str, item.container_title)) == PUBLICATION
    assert "".join(map(str, item.URL)) == ADDRESS + href(article)


@each_article
def test_the_standards_forms_name_page_day_and_place(printed_site: Path, article: Article) -> None:
    found = forms(printed_site / href(article))
    for name in ("GB/T 7714—2025", "GB/T 7714—2015"):
        assert article.date.isoformat() in found[name]
        assert article.page in found[name]
        assert found[name].endswith(f" {ADDRESS + href(article)}.")
    assert found["链接"] == ADDRESS + href(article)
