"""Whole pages in random layouts, against their gold; and the law that no character is lost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from jianbao.ingest.jsonform import page_json
from jianbao.ingest.pdf import raw_text
from tests.ingest.pdf.measure import Tally, cut_once, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.ingest.pdf.layouts import Page

Pages = "Sequence[tuple[int, Page, bytes]]"


def characters(page: dict[str, Any]) -> Counter[str]:
    """All characters of a cut page, each field counted once."""
    texts = [one["text"] for one in page["furniture"]]
    for article in page["articles"]:
        texts += [
            article.get(key) or ""
            for key in ("title", "kicker", "subtitle", "byline_raw", "source_raw")
        ]
        texts += article["captions"] + article["paragraphs"]
        texts += [one["text"] for one in article["subheads"]]
    return Counter(squeeze("".join(texts)))


def tally(pages: Sequence[tuple[int, Page, bytes]]) -> tuple[Tally, list[str]]:
    counts, wrong = Tally(), []
    for seed, page, data in pages:
        cut = cut_once(data)
        wrong += [f"{seed}: {one}" for one in counts.add(page_json(cut), page.gold)]
    return counts, wrong


def expect(counts: Tally, wrong: list[str], figures: dict[str, float]) -> None:
    report = counts.report()
    short = {key: report[key] for key, least in figures.items() if report[key] < least}
    assert not short, "\n".join([str(short), *wrong])


def test_bare_pages_in_random_order_are_cut_right(bare_pages: Sequence[Any]) -> None:
    counts, wrong = tally(bare_pages)
    expect(
        counts,
        wrong,
        {
            "F1@.8": 0.97,
            "title": 0.97,
            "kicker": 0.97,
            "subtitle": 0.98,
            "byline": 0.97,
            "source": 0.98,
            "captions P": 0.75,  # a handful of captions only: one miss is a fifth
            "captions R": 0.75,
            "subheads P": 0.95,
            "subheads R": 0.95,
            "date": 1.0,
            "page_no": 1.0,
            "section": 1.0,
        },
    )


@pytest.mark.browser
@pytest.mark.slow
def test_chromium_pages_in_random_order_are_cut_right(chromium_pages: Sequence[Any]) -> None:
    counts, wrong = tally(chromium_pages)
    expect(
        counts,
        wrong,
        {"F1@.8": 0.95, "title": 0.95, "byline": 0.95, "source": 0.95, "date": 1.0, "section": 1.0},
    )


def test_no_character_is_lost_or_added(bare_pages: Sequence[Any]) -> None:
    for seed, page, data in bare_pages:
        cut = cut_once(data)
        raw = raw_text(data)
        assert characters(page_json(cut)) == Counter(squeeze(raw)), seed
        missing = Counter(page.all_text()) - Counter(raw)
        assert not missing, seed


@pytest.mark.browser
@pytest.mark.slow
def test_no_character_of_chromiums_is_lost_or_added(chromium_pages: Sequence[Any]) -> None:
    for seed, _, data in chromium_pages:
        cut = cut_once(data)
        assert characters(page_json(cut)) == Counter(squeeze(raw_text(data))), seed


def test_teasers_and_advertisements_become_furniture(bare_pages: Sequence[Any]) -> None:
    seen = Counter[str]()
    for seed, page, data in bare_pages:
        cut = cut_once(data)
        mine = Counter(one.kind for one in cut.furniture)
        for one in page.gold["furniture"]:
            seen[one["kind"]] += 1
            if one["kind"] in {"teaser", "advertisement"}:
                assert mine[one["kind"]], (seed, one)
    assert seen["teaser"]
    assert seen["advertisement"]


def test_the_order_of_painting_means_nothing(bare_pages: Sequence[Any]) -> None:
    from tests.ingest.pdf.drawing import to_pdf
    from tests.ingest.pdf.layouts import SIZE

    _, page, data = bare_pages[0]
    ordered = cut_once(to_pdf([page.strokes], SIZE, apart=True))
    assert cut_once(data).articles == ordered.articles
