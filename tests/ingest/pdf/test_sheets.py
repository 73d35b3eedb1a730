"""Pages that Chromium makes up from CSS, against their gold; turned, and without Unicode."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from jianbao.errors import RefusedPage
from jianbao.ingest.jsonform import page_json
from jianbao.ingest.pdf import cut_pdf, raw_text
from tests.ingest.pdf.files import turned, without_unicode
from tests.ingest.pdf.measure import cut_once, squeeze
from tests.ingest.pdf.sheets import make_sheet
from tests.ingest.pdf.test_layouts import characters, expect, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SEEDS = range(300, 306)
HARD_SEEDS = range(310, 313)
"""Set so close that not even a reader is always sure."""


def _printed(browser: Browser, seeds: range, *, hard: bool) -> list[Any]:
    tab = browser.new_page()
    sheets = [(seed, make_sheet(seed, hard=hard)) for seed in seeds]
    made = [(seed, sheet, sheet.print(tab)) for seed, sheet in sheets]
    tab.close()
    return made


@pytest.fixture(scope="module")
def sheets(browser: Browser) -> Sequence[Any]:
    return _printed(browser, SEEDS, hard=False)


@pytest.fixture(scope="module")
def hard_sheets(browser: Browser) -> Sequence[Any]:
    return _printed(browser, HARD_SEEDS, hard=True)


def test_sheets_are_cut_right(sheets: Sequence[Any]) -> None:
    counts, wrong = tally(sheets)
    expect(
        counts,
        wrong,
        {
            "F1@.8": 0.95,
            "title": 0.95,
            "kicker": 0.95,
            "subtitle": 0.95,
            "byline": 0.95,
            "source": 0.95,
            "captions P": 0.9,
            "captions R": 0.9,
            "date": 1.0,
            "page_no": 1.0,
            "section": 1.0,
        },
    )


def test_hard_sheets_are_cut_mostly_right(hard_sheets: Sequence[Any]) -> None:
    counts, wrong = tally(hard_sheets)
    expect(counts, wrong, {"F1@.8": 0.9, "title": 0.85, "date": 1.0})


def test_a_headline_centred_over_a_photograph_and_columns_keeps_the_first(
    browser: Browser,
) -> None:
    counts, wrong = tally(_printed(browser, range(50037, 50038), hard=False))
    expect(counts, wrong, {"F1@.8": 1.0, "title": 1.0, "exact": 1.0})


def test_no_character_is_lost_or_added(sheets: Sequence[Any], hard_sheets: Sequence[Any]) -> None:
    for seed, _, data in [*sheets, *hard_sheets]:
        assert characters(page_json(cut_once(data))) == Counter(squeeze(raw_text(data))), seed


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_cut_as_it_is_seen(sheets: Sequence[Any], degrees: int) -> None:
    data = sheets[0][2]
    assert cut_once(turned(data, degrees)).articles == cut_once(data).articles


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_set_up(sheets: Sequence[Any], degrees: int) -> None:
    data = sheets[0][2]
    other = cut_once(turned(data, degrees, upright=False))
    assert other.articles == cut_once(data).articles


def test_fonts_without_a_unicode_map_are_refused(sheets: Sequence[Any]) -> None:
    with pytest.raises(RefusedPage, match="garbage"):
        cut_pdf(without_unicode(sheets[0][2]))
