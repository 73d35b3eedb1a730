"""The page of what there is not, at an address below the top of a site that does not know its own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from jianbao.site.build import build
from tests.archives import ARTICLE, make_archive

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

PAPERS = {"light": "rgb(251, 250, 247)", "dark": "rgb(22, 22, 26)"}


@pytest.mark.parametrize("scheme", PAPERS)
def test_it_has_its_style_at_any_depth(
    weekly_site: Path, weekly_url: str, page: Page, scheme: str
) -> None:
    address = f"{weekly_url}2022/05/99/01-01.html"
    page.route(address, lambda route: route.fulfill(path=weekly_site / "404.html"))
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    body = page.locator("body")
    assert body.evaluate("body => getComputedStyle(body).backgroundColor") == PAPERS[scheme]
    assert "Source Han Serif SC" in body.evaluate("body => getComputedStyle(body).fontFamily")
    # That nothing was asked for in vain, the page itself watches.


def test_its_links_are_right_at_the_top(weekly_url: str, page: Page) -> None:
    page.goto(f"{weekly_url}404.html")
    for link in page.locator("main a").all():
        answer = page.request.get(urljoin(page.url, link.get_attribute("href")))
        assert answer.ok, answer.url


def test_an_archives_own_style_is_allowed_too(tmp_path: Path, serve: Serve, page: Page) -> None:
    archive = make_archive(tmp_path, ARTICLE)
    own = tmp_path / "templates/assets/site.css"
    own.parent.mkdir(parents=True)
    own.write_bytes('body > main::before { content: "‘甲’ & <乙>";\r\n color: #010203 }'.encode())
    build(archive, tmp_path / "site")
    page.goto(f"{serve(tmp_path / 'site')}404.html")
    style = "main => getComputedStyle(main, '::before')"
    main = page.locator("main")
    assert main.evaluate(f"{style}.color") == "rgb(1, 2, 3)"
    assert main.evaluate(f"{style}.content") == '"‘甲’ & <乙>"'
