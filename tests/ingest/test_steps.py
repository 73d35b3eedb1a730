"""The cuts that are one step from another."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from jianbao.ingest.boundaries import CERTAIN
from jianbao.ingest.gathering import total_worth
from jianbao.ingest.reading import read_blocks
from jianbao.ingest.segmentation import Segment, cut_segments
from jianbao.ingest.steps import Worth, pieces, steps
from jianbao.ingest.typing import read_typed_blocks
from tests.ingest.test_cut import ARTICLES
from tests.ingest.typesetter import set_page

if TYPE_CHECKING:
    from jianbao.ingest.layout import Layout


def typeset(seed: int) -> tuple[Layout, tuple[Segment, ...]]:
    rng = random.Random(seed)
    page = set_page(rng, [dict(one) for one in rng.sample(ARTICLES, 5)])
    layout = read_blocks(read_typed_blocks(page.raw)).layouts[0]
    return layout, cut_segments(layout)


@pytest.mark.parametrize("seed", range(6))
def test_a_step_tells_truly_what_it_gains_and_loses_no_paragraph(seed: int) -> None:
    layout, segments = typeset(seed)
    before = total_worth(layout, segments)
    found = 0
    for step in steps(Worth(layout), segments):
        kept = [one for number, one in enumerate(segments) if number not in step.old]
        after = (*kept, *step.new)
        paragraphs = sorted(at for one in after for at in one.paragraphs)
        assert paragraphs == [*range(len(layout.paragraphs))]
        heads = [one.head for one in after if one.head is not None]
        assert len(heads) == len(set(heads))
        assert total_worth(layout, after) == pytest.approx(before + step.gain)
        found += 1
    assert found > len(layout.paragraphs)


def test_what_cannot_follow_is_worth_nothing() -> None:
    layout, _ = typeset(0)
    apart = next(
        (one, other)
        for one in range(len(layout.paragraphs))
        for other in range(one + 1, len(layout.paragraphs))
        if layout.together[one][other] <= -CERTAIN / 2
    )
    assert Worth(layout)(Segment(apart, None)) < -CERTAIN


def test_pieces_are_beginnings_ends_wholes_and_what_hangs_loose() -> None:
    firm, loose = 20.0, 0.0
    together = [[firm, firm, firm, firm], [firm, firm, loose, firm], [firm, firm, firm, loose]]
    found = {piece for _, piece in pieces([Segment((0, 1, 2, 3), None)], together)}
    assert found == {(0,), (0, 1), (0, 1, 2), (1, 2, 3), (2, 3), (3,), (0, 1, 2, 3), (2,)}
