"""The policy of the site forbids scripts in the page; a block of data in it is none."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

import pytest

from jianbao.article import Article
from jianbao.citing import reference_of
from jianbao.config import Settings
from jianbao.record import record_of
from jianbao.site.metadata import LinkedData

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

POLICY = "default-src 'none'; script-src 'self'"


def test_json_ld_stands_under_the_policy(tmp_path: Path, serve: Serve, page: Page) -> None:
    title = "</script><script>document.title = 'run'</script> & <!--"
    article = Article(id="2023-02-20-03-01", date=date(2023, 2, 20), body="雪。", title=title)
    record = record_of(article, "f.md")
    settings = Settings("档案")
    block = LinkedData(settings).write(reference_of(record, settings), record)
    (tmp_path / "page.html").write_text(
        '<!doctype html><html lang="zh"><head><meta charset="utf-8"><link rel="icon" href="data:,">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<title>{escape(title)}</title><script type="application/ld+json">{block}</script>'
        "</head><body></body></html>",
        encoding="utf-8",
    )
    page.goto(f"{serve(tmp_path)}page.html")  # The fixture fails on any word of the console.
    read = "JSON.parse(document.querySelector('[type=\"application/ld+json\"]').text).headline"
    assert page.evaluate(read) == title
    assert page.title() == title
