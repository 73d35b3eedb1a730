"""Headlines that cannot be broken where headlines are: an address in one widens no page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jianbao.site.build import build
from tests.archives import ARTICLE, make_archive

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

LONG = replace(
    ARTICLE,
    title="便民平台 https://example.org/a/long/address/that/is/longer/than/any/line.html 上线",
)
OTHER = replace(ARTICLE, id="2023-02-20-03-02")
PAGES = ("index.html", "2023/02/20/index.html", "2023/02/20/03-01.html", "2023/02/20/03-02.html")


@pytest.mark.parametrize("width", [320, 1280])
def test_an_address_in_a_headline_widens_no_page(
    tmp_path: Path, serve: Serve, page: Page, width: int
) -> None:
    build(make_archive(tmp_path, LONG, OTHER), tmp_path / "site")
    url = serve(tmp_path / "site")
    page.set_viewport_size({"width": width, "height": 800})
    terms = sorted((tmp_path / "site/themes").glob("*/index.html"))
    assert terms
    for name in (*PAGES, terms[0].relative_to(tmp_path / "site").as_posix()):
        page.goto(url + name)
        assert page.get_by_text("example.org").count(), name
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{name} is {wide} px wide"
