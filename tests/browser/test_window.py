"""A window that was used by one test is for the next as if nobody had used it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SIZE = {"width": 700, "height": 500}

FRESH = {
    "stored": [""],
    "dark": False,
    "still": False,
    "paper": False,
    "width": 700,
    "fetched": True,
}
USED = {
    "stored": ["a", "a", "a=1"],
    "dark": True,
    "still": True,
    "paper": True,
    "width": 400,
    "fetched": False,
}


def known(page: Page) -> dict[str, object]:
    """What a page can know of those who were there before, and of who looks at it."""
    found: dict[str, object] = page.evaluate(
        """async () => ({
            stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
            dark: matchMedia("(prefers-color-scheme: dark)").matches,
            still: matchMedia("(prefers-reduced-motion: reduce)").matches,
            paper: matchMedia("print").matches,
            width: innerWidth,
            fetched: (await (await fetch("assets/site.css")).text()).length > 100,
        })"""
    )
    return found


def test_the_next_test_knows_nothing_of_the_last(browser: Browser, sample_url: str) -> None:
    window = Window(browser, viewport=SIZE)
    seen = []
    for _ in range(2):
        for page in window.lent():
            page.goto(sample_url)
            seen.append(known(page))
            page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
            page.set_viewport_size({"width": 400, "height": 500})
            page.route("**/*.css", lambda route: route.fulfill(body=""))
            page.evaluate(
                "localStorage.a = sessionStorage.a = document.cookie = 'a=1; max-age=100'"
            )
            assert known(page) == USED
    window.page.context.close()
    assert seen == [FRESH, FRESH]


def test_what_goes_wrong_is_told_to_the_test_in_which_it_does(
    browser: Browser, sample_url: str
) -> None:
    window = Window(browser, viewport=SIZE)
    loan = window.lent()
    page = next(loan)
    page.goto(sample_url)
    page.evaluate("new Promise(done => { setTimeout(() => undefined_name); setTimeout(done); })")
    with pytest.raises(AssertionError, match="undefined_name"):
        next(loan)
    for page in window.lent():
        page.goto(sample_url)
    window.page.context.close()
