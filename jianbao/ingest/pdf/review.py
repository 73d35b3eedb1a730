"""How far an article can be trusted, and why an editor should look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import ends_sentence, unclosed
from jianbao.ingest.pdf.flow import breaks_off
from jianbao.ingest.pdf.heads import title_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.drafts import Draft


_MOST_LINES = 3
"""Headlines have one line or two; three in a single column."""


def judge(
    draft: Draft, title: str | None, paragraphs: Sequence[str]
) -> tuple[tuple[str, ...], float]:
    """Reasons for review, and the chance that text and title are right."""
    flow = draft.flow
    reasons = list(draft.doubts)
    if title is None and not any(one.role in {"摄", "摄影", "供图", "图"} for one in draft.bylines):
        reasons.append("no headline")
    if flow.head is not None and len(title_lines(flow.head.title)) > _MOST_LINES:
        reasons.append("a headline of many lines, perhaps two")
    if breaks_off(flow.blocks[-1]) and paragraphs and not ends_sentence(paragraphs[-1]):
        reasons.append("ends in mid-sentence")
    if flow.price > 2.0:
        reasons.append("the order of its columns is doubtful")
    if flow.head is not None and flow.margin < 0.7:
        reasons.append("another headline may be its own")
    if any(unclosed(paragraph) in "”》）" and unclosed(paragraph) for paragraph in paragraphs):
        reasons.append("a quotation mark or bracket is not closed")
    confidence = 0.97 * 0.55 ** len(reasons)
    return tuple(reasons), round(confidence, 2)
