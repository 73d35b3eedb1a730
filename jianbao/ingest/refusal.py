"""Pages that cannot be read safely are refused, with the reason and the way out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.errors import RefusedPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block


def refuse_unreadable(text: str, blocks: Sequence[Block]) -> None:
    """Raise RefusedPage for an empty or binary page."""
    if not blocks:
        raise RefusedPage("the page is empty", hint="extract its text again, or give the PDF")
    strange = sum(1 for c in text if (ord(c) < 32 and c not in "\t\n\r\f\v") or c == "\ufffd")
    if strange > 0.01 * len(text):
        raise RefusedPage(
            "the page is not text: control or broken characters all over",
            hint="save it as UTF-8, or give the PDF",
        )
    if not re.search(r"[\u3400-\u9fff]", text):
        raise RefusedPage("the page holds no Chinese text", hint="give the PDF")
