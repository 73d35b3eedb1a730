"""What lists show of an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jianbao.record import record_of
from tests.archives import ARTICLE


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("难题怎么解？\n\n居民来答。", "难题怎么解？居民来答。"),
        ("## 议出办法\n\n居民来答。", "议出办法 居民来答。"),
        ("他说：“来。”\n\n大家都来了。", "他说：“来。”大家都来了。"),
        ("", ""),
    ],
)
def test_a_lead_runs_on_from_paragraph_to_paragraph(body: str, lead: str) -> None:
    assert record_of(replace(ARTICLE, body=body), "03-01.md").lead == lead
