"""Regions by themes at full size: 34 provinces and all themes, on screens and on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from playwright.sync_api import expect

from jianbao.config import defaults
from jianbao.site.build import build
from jianbao.tagging import Gazetteer, load_themes
from tests.archives import ARTICLE, make_archive
from tests.browser.conftest import wait_until
from tests.sharing import once

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

PROVINCES = tuple(Gazetteer.load(()).children(""))
THEMES = tuple(load_themes(defaults() / "taxonomy/themes.toml").names)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    def make(root: Path) -> None:
        articles = [
            replace(ARTICLE, id=f"2023-02-20-03-{number:02}", regions=(province,), themes=THEMES)
            for number, province in enumerate(PROVINCES, 1)
        ]
        build(make_archive(root, *articles), root / "site")

    return serve(once(tmp_path_factory, "matrix", make) / "site") + "matrix.html"


def shade(page: Page, side: str) -> float:
    """How strongly an edge of the table is shaded: `::before` is its right, `::after` its foot."""
    style = f"frame => getComputedStyle(frame, '{side}').opacity"
    return float(page.locator(".frame").evaluate(style))


@pytest.mark.parametrize("width", [768, 1024, 1440])
def test_a_desk_shows_all_columns_and_rows_and_keeps_the_heads(
    page: Page, url: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(url)
    heads = page.locator(".matrix thead a")
    assert set(heads.all_text_contents()) == set(THEMES)
    boxes = [head.bounding_box() for head in heads.all()]
    assert all(box and box["x"] + box["width"] <= width for box in boxes)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    matrix = page.locator(".matrix")
    hidden = matrix.evaluate(
        "m => [m.scrollWidth - m.clientWidth, m.scrollHeight - m.clientHeight]"
    )
    assert max(hidden) <= 0
    expect(page.get_by_text("可以上下左右滑动")).to_be_hidden()
    assert (shade(page, "::before"), shade(page, "::after")) == (0, 0)
    page.locator("tbody tr").last.scroll_into_view_if_needed()
    assert page.evaluate("scrollY") > 300
    assert page.locator("thead th").nth(5).bounding_box()["y"] == pytest.approx(0, abs=1)  # type: ignore[index]


def test_a_phone_scrolls_in_the_table_and_shades_where_there_is_more(phone: Page, url: str) -> None:
    phone.goto(url)
    expect(phone.get_by_text(f"{len(THEMES)} 个主题；屏幕放不下")).to_be_visible()
    matrix = phone.locator(".matrix")
    matrix.scroll_into_view_if_needed()
    wait_until(phone, "getComputedStyle(document.querySelector('.frame'), '::before').opacity == 1")
    assert shade(phone, "::after") == 1
    matrix.evaluate("m => m.scrollTo(m.scrollWidth, m.scrollHeight)")
    wait_until(phone, "getComputedStyle(document.querySelector('.frame'), '::before').opacity == 0")
    assert shade(phone, "::after") == 0
    frame, head = matrix.bounding_box(), matrix.locator("tbody th").last.bounding_box()
    assert frame
    assert head
    assert head["x"] == pytest.approx(frame["x"], abs=1)
    assert head["width"] < frame["width"] / 4


def test_names_are_short_where_room_is_scarce_but_read_in_full(phone: Page, url: str) -> None:
    phone.goto(url)
    names = phone.locator("tbody th a")
    assert set(names.all_text_contents()) == set(PROVINCES)
    xinjiang = names.filter(has_text="新疆").locator("span")
    assert xinjiang.evaluate("rest => getComputedStyle(rest).clipPath") == "inset(50%)"
    phone.set_viewport_size({"width": 1440, "height": 800})
    assert xinjiang.evaluate("rest => getComputedStyle(rest).clipPath") == "none"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_paper_holds_all_of_it(page: Page, url: str, tmp_path: Path, paper: str) -> None:
    page.goto(url)
    page.pdf(path=tmp_path / "matrix.pdf", format=paper)
    document = pypdfium2.PdfDocument(tmp_path / "matrix.pdf")
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    printed = "".join(text.split())
    for name in THEMES:
        assert name in printed
    rows = len(PROVINCES)
    # Each cell says 1.
    assert printed.count("1") == rows * len(THEMES)
    assert len(document) <= 2
