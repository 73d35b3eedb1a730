"""Typeset pages, made once a session."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.drawing import shuffled, to_html, to_pdf
from tests.ingest.pdf.layouts import SIZE, Page, make_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

BARE_SEEDS = tuple(range(1000, 1010))
CHROMIUM_SEEDS = (2000, 2001, 2002)


@pytest.fixture(scope="session")
def bare_pages() -> Sequence[tuple[int, Page, bytes]]:
    """(seed, page, file) of bare operators, painted in random order, every second glyph by glyph."""
    made = []
    for seed in BARE_SEEDS:
        page = make_page(seed, named=True)
        strokes = shuffled(page.strokes, random.Random(seed))
        made.append((seed, page, to_pdf([strokes], SIZE, apart=seed % 2 == 0)))
    return made


@pytest.fixture(scope="session")
def chromium_pages(browser: Browser) -> Sequence[tuple[int, Page, bytes]]:
    """(seed, page, file) typeset by a real Chromium, painted in random order."""
    made = []
    tab = browser.new_page()
    for seed in CHROMIUM_SEEDS:
        page = make_page(seed, named=False)
        tab.set_content(to_html(shuffled(page.strokes, random.Random(seed)), SIZE))
        made.append((seed, page, tab.pdf(prefer_css_page_size=True, print_background=True)))
    tab.close()
    return made
