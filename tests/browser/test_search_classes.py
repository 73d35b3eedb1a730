"""Every class of query on 2,000 articles: nothing missing, nothing beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.search import ask, enlarged, made_up
from bench.search_queries import Texts, sample_queries
from tests.search.site import write_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.browser.conftest import Serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CLASSES = 13


def test_every_class_of_query_finds_exactly_what_holds_it(
    tmp_path: Path, serve: Serve, browser: Browser
) -> None:
    documents = enlarged(made_up(), 2000)
    report = write_site(documents, tmp_path, pages=False)
    assert len(report.bundles) > 1
    texts = Texts(documents)
    queries = sample_queries(texts, 15)
    answers = ask(browser, f"{serve(tmp_path)}search.html", queries)
    wrong = [
        (kind, query)
        for kind, asked in queries.items()
        for query in asked
        if set(answers[query][1]) != texts.containing(query)
    ]
    assert wrong == []
    assert len(queries) == CLASSES
